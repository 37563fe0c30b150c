//! Whoever looks for harm in a file: a clamd at an address, or nobody.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long it may take to be reached, and to look through one file.
const REACHED: Duration = Duration::from_secs(2);
const DONE: Duration = Duration::from_secs(60);
/// How much is sent in one piece.
const PIECE: usize = 64 * 1024;

/// Where the scanner is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanner {
    Never,
    /// Host and port.
    Clamd(String),
}

/// What it says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    Harmful,
    /// There is nobody to ask.
    Never,
}

/// It did not answer, or not with a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away(pub String);

impl Scanner {
    /// `tcp://host:port`, or nothing.
    ///
    /// # Errors
    /// Where it is something else; the text says so.
    pub fn parse(url: &str) -> Result<Scanner, String> {
        match (url.trim(), url.trim().strip_prefix("tcp://")) {
            ("", _) => Ok(Scanner::Never),
            (_, Some(address)) if address.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok()) => {
                Ok(Scanner::Clamd(address.to_owned()))
            }
            (other, _) => Err(format!("the scanner's address is tcp://host:port, not {other}")),
        }
    }

    /// Asks for one file.
    ///
    /// # Errors
    /// [`Away`]: nothing is known of the file then.
    pub async fn look(&self, content: &[u8]) -> Result<Verdict, Away> {
        match self {
            Scanner::Never => Ok(Verdict::Never),
            Scanner::Clamd(address) => match timeout(DONE, ask(address, content)).await {
                Ok(answer) => verdict(&answer.map_err(|e| Away(e.to_string()))?),
                Err(_) => Err(Away("it took too long".to_owned())),
            },
        }
    }
}

/// clamd's INSTREAM: pieces with their lengths before them, ended by one without any.
async fn ask(address: &str, content: &[u8]) -> std::io::Result<String> {
    let mut stream = timeout(REACHED, TcpStream::connect(address)).await??;
    stream.write_all(b"zINSTREAM\0").await?;
    for piece in content.chunks(PIECE) {
        stream.write_all(&u32::try_from(piece.len()).unwrap_or(u32::MAX).to_be_bytes()).await?;
        stream.write_all(piece).await?;
    }
    stream.write_all(&[0; 4]).await?;
    let mut answer = Vec::new();
    stream.take(4096).read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Only the two whole answers are one: an error or a line that was cut off says nothing of the file.
fn verdict(answer: &str) -> Result<Verdict, Away> {
    let line = answer.trim_matches(['\0', '\n', ' ']);
    match line.strip_prefix("stream: ") {
        Some("OK") => Ok(Verdict::Clean),
        Some(found) if found.ends_with(" FOUND") => Ok(Verdict::Harmful),
        Some(_) | None => Err(Away(line.chars().take(80).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_answers_are_verdicts() {
        assert_eq!(verdict("stream: OK\0"), Ok(Verdict::Clean));
        assert_eq!(verdict("stream: Eicar-Test-Signature FOUND\0"), Ok(Verdict::Harmful));
        for other in ["", "stream: O", "INSTREAM size limit exceeded. ERROR", "stream: x ERROR", "OK"] {
            assert!(verdict(other).is_err(), "{other}");
        }
    }

    #[test]
    fn an_address_is_one_or_nothing() {
        assert_eq!(Scanner::parse(" "), Ok(Scanner::Never));
        assert_eq!(Scanner::parse("tcp://10.0.0.7:3310"), Ok(Scanner::Clamd("10.0.0.7:3310".to_owned())));
        for bad in ["10.0.0.7:3310", "tcp://10.0.0.7", "tcp://:1", "tcp://a:99999", "http://a:1"] {
            assert!(Scanner::parse(bad).is_err(), "{bad}");
        }
    }
}
