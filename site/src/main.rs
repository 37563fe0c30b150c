//! `site OUT_DIR [ORIGIN]` writes every static file; `site --examples OUT_DIR` every page in every state; `site --prints FILE` a
//! print of each, by which a test sees what has changed.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use domain::lang::Lang;
use domain::policy::Policy;

const USAGE: &str = "usage: site OUT_DIR [ORIGIN]\n       site --examples OUT_DIR\n       site --prints FILE";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let policy = match policy_in_force::load() {
        Some(in_force) => in_force.policy,
        None => {
            eprintln!("the policy that was built in cannot be read");
            return ExitCode::FAILURE;
        }
    };
    let written = match args[..] {
        ["--examples", out] => write_examples(Path::new(out), &policy),
        ["--prints", file] => write_prints(Path::new(file), &policy),
        [out] if !out.starts_with('-') => write_site(Path::new(out), &policy),
        [out, origin] if !out.starts_with('-') => {
            site::stands_at(origin);
            write_site(Path::new(out), &policy)
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match written {
        Ok(count) => {
            println!("{count} files");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write_site(out: &Path, policy: &Policy) -> io::Result<usize> {
    let files = site::static_files(policy);
    for file in &files {
        let path = file.path.trim_start_matches('/');
        let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        write(out.join(path), &file.body)?;
    }
    Ok(files.len())
}

fn write_examples(out: &Path, policy: &Policy) -> io::Result<usize> {
    let examples = site::examples::examples(policy);
    for (name, page) in &examples {
        for lang in Lang::ALL {
            write(out.join(format!("{name}.{lang}.html")), &site::render(page, lang))?;
        }
    }
    Ok(examples.len() * Lang::ALL.len())
}

fn write_prints(file: &Path, policy: &Policy) -> io::Result<usize> {
    write(file.to_owned(), &site::gallery::prints(policy)).map(|()| 1)
}

fn write(path: PathBuf, body: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, body)
}
