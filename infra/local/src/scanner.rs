//! A small scanner: it speaks clamd's INSTREAM and knows one harmful thing, the test file that every scanner knows (EICAR).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use evidence::Scanner as Address;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// In two parts, so that no scanner finds this file.
const EICAR: [&str; 2] = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"];
/// The most bytes that it looks through.
const MOST: usize = 256 * 1024 * 1024;

/// The switch of the scanner: whether it is away.
#[derive(Clone, Debug, Default)]
pub struct Away(Arc<AtomicBool>);

impl Away {
    pub fn set(&self, away: bool) {
        self.0.store(away, Ordering::SeqCst);
    }

    fn is(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// A running scanner; it ends when this is dropped.
pub struct Scanner {
    pub address: Address,
    server: JoinHandle<()>,
}

impl Drop for Scanner {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Scanner {
    /// Starts on a loopback port of its own.
    ///
    /// # Errors
    /// Where no port is free.
    pub async fn start(away: Away) -> Result<Scanner, String> {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| format!("bind a port for the scanner: {e}"))?;
        let address = Address::parse(&format!("tcp://{}", listener.local_addr().map_err(|e| e.to_string())?))?;
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let away = away.clone();
                // Whoever hangs up in between gets no answer, as from the real one.
                tokio::spawn(async move { if away.is() { Ok(()) } else { answer(stream).await } });
            }
        });
        Ok(Scanner { address, server })
    }
}

async fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut command = [0; 10];
    stream.read_exact(&mut command).await?;
    if command != *b"zINSTREAM\0" {
        return stream.write_all(b"UNKNOWN COMMAND\0").await;
    }
    let mut content = Vec::new();
    loop {
        let length = stream.read_u32().await? as usize;
        if length == 0 {
            break;
        }
        if content.len() + length > MOST {
            return stream.write_all(b"INSTREAM size limit exceeded. ERROR\0").await;
        }
        let from = content.len();
        content.resize(from + length, 0);
        stream.read_exact(&mut content[from..]).await?;
    }
    let wanted = EICAR.concat();
    let found = content.windows(wanted.len()).any(|part| part == wanted.as_bytes());
    stream.write_all(if found { b"stream: Eicar-Test-Signature FOUND\0" } else { b"stream: OK\0" }).await
}
