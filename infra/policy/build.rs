//! Refuses to build over a policy with a mistake, and says where it is.

use std::io::Write as _;
use std::process::ExitCode;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Not a part of the policy's version: officers come and go.
const OFFICERS: &str = "officers.csv";
const VACANCIES: &str = "vacancies.csv";

fn write(path: &std::path::Path, packed: &str) -> std::io::Result<()> {
    let mut file = GzEncoder::new(std::fs::File::create(path)?, Compression::best());
    file.write_all(packed.as_bytes())?;
    file.finish().map(drop)
}

fn main() -> ExitCode {
    let names: Vec<&str> = policy::NAMES.into_iter().chain(policy::SERVICES).chain([OFFICERS, VACANCIES]).collect();
    let texts: Vec<(&str, String)> = names
        .iter()
        .map(|name| {
            println!("cargo:rerun-if-changed={name}");
            (*name, std::fs::read_to_string(name).unwrap_or_default())
        })
        .collect();
    let of_the_policy = |name: &str| name != OFFICERS && name != VACANCIES;
    let files = policy::Files::new(texts.iter().filter(|(name, text)| !text.is_empty() && of_the_policy(name)).map(|(name, text)| (*name, text.as_str())));
    let list = |wanted: &str| texts.iter().find(|(name, _)| *name == wanted).map_or("", |(_, text)| text);
    let checked = policy::read(&files).and_then(|it| {
        policy::officers(list(OFFICERS), &it.policy)?;
        policy::vacancies(list(VACANCIES), &it.policy)?;
        Ok(policy::pack(&it))
    });
    match checked {
        Ok(packed) => {
            let folder = std::env::var_os("OUT_DIR").unwrap_or_default();
            match write(&std::path::Path::new(&folder).join("policy.json.gz"), &packed) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("the packed policy was not written: {error}");
                    ExitCode::FAILURE
                }
            }
        }
        Err(mistakes) => {
            eprintln!("the policy has mistakes (infra/policy):\n{mistakes}");
            ExitCode::FAILURE
        }
    }
}
