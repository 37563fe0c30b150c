//! Turns the sentences under `texts/` into Rust functions, or stops the build and says which line is wrong.

mod check;
mod phrase;
mod read;
mod write;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=texts");
    println!("cargo::rerun-if-changed=build");
    let texts = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("texts");
    let target = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("phrases.rs");
    let written = phrases(&texts).and_then(|code| fs::write(&target, code).map_err(|e| vec![format!("{}: {e}", target.display())]));
    if let Err(faults) = written {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
}

/// The generated code, or everything that is wrong with the texts, as `file:line: reason`.
fn phrases(texts: &Path) -> Result<String, Vec<String>> {
    let hi = read::language(&texts.join("hi"))?;
    let en = read::language(&texts.join("en"))?;
    let mut faults = check::pairs(&hi, &en);
    faults.extend(check::sentences(&hi));
    if faults.is_empty() { Ok(write::code(&hi, &en)) } else { Err(faults) }
}
