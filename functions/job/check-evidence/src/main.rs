//! The Lambda that looks at files that came.

use evidence::{Scanner, Vault};

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    let scanner = match Scanner::parse(&std::env::var("SUNWAI_SCANNER").unwrap_or_default()) {
        Ok(scanner) => scanner,
        // With a scanner that nobody can reach no file is given out.
        Err(_) => Scanner::Clamd("the address of the scanner is none".to_owned()),
    };
    boot::job(async |app, aws| check_evidence::run(app, &Vault::from_env(aws), &scanner).await).await
}
