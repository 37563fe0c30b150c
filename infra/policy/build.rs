//! Refuses to build over a policy with a mistake, and says where it is.

use std::io::Write as _;
use std::process::ExitCode;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Not a part of the policy's version: officers come and go.
const OFFICERS: &str = "officers.csv";

fn write(path: &std::path::Path, packed: &str) -> std::io::Result<()> {
    let mut file = GzEncoder::new(std::fs::File::create(path)?, Compression::best());
    file.write_all(packed.as_bytes())?;
    file.finish().map(drop)
}

fn main() -> ExitCode {
    let names: Vec<&str> = policy::NAMES.into_iter().chain(policy::SERVICES).chain([OFFICERS]).collect();
    let texts: Vec<(&str, String)> = names
        .iter()
        .map(|name| {
            println!("cargo:rerun-if-changed={name}");
            (*name, std::fs::read_to_string(name).unwrap_or_default())
        })
        .collect();
    let files = policy::Files::new(texts.iter().filter(|(name, text)| !text.is_empty() && *name != OFFICERS).map(|(name, text)| (*name, text.as_str())));
    let checked = policy::read(&files).and_then(|it| {
        let officers = texts.iter().find(|(name, _)| *name == OFFICERS).map_or("", |(_, text)| text);
        policy::read_officers(officers, &it.policy).map(|_| policy::pack(&it))
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
