//! The key ring: the outermost keys, which never leave KMS in the cloud.

use std::path::Path;

use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::{DataKeySpec, MacAlgorithmSpec};

use crate::data;
use crate::secrets::mac;
use crate::{Branch, Unreadable};

/// Where the outermost keys are.
pub enum KeyRing {
    Kms {
        client: aws_sdk_kms::Client,
        wrap_key: String,
        mac_key: String,
    },
    /// A master key in a file that only its owner can read: for a local start.
    File([u8; 32]),
}

/// The ring gave no key.
#[derive(Debug)]
pub enum RingError {
    /// KMS refused or did not answer; the text is for the log.
    Kms(String),
    File(std::io::Error),
    Unreadable,
}

impl std::fmt::Display for RingError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            RingError::Kms(why) => write!(f, "ask KMS: {why}"),
            RingError::File(e) => write!(f, "read the key file: {e}"),
            RingError::Unreadable => f.write_str("open a wrapped key"),
        }
    }
}

impl std::error::Error for RingError {}

impl KeyRing {
    /// A ring of two KMS keys: one that wraps (symmetric), one that hashes (`HMAC_256`).
    pub fn kms(config: &aws_types::SdkConfig, wrap_key: &str, mac_key: &str) -> KeyRing {
        KeyRing::Kms { client: aws_sdk_kms::Client::new(config), wrap_key: wrap_key.to_owned(), mac_key: mac_key.to_owned() }
    }

    /// The ring in a file, made on first use with mode 0600.
    ///
    /// # Errors
    /// Where the file cannot be read, made, or does not hold 32 bytes.
    pub fn file(path: &Path) -> Result<KeyRing, RingError> {
        if let Ok(bytes) = std::fs::read(path) {
            return bytes.try_into().map(KeyRing::File).map_err(|_| RingError::Unreadable);
        }
        let master: [u8; 32] = crate::random();
        write_private(path, &master).map_err(RingError::File)?;
        Ok(KeyRing::File(master))
    }

    /// A ring that lives as long as the process.
    pub fn memory() -> KeyRing {
        KeyRing::File(crate::random())
    }

    /// A key for one purpose; the same ring and label give the same key.
    ///
    /// # Errors
    /// Where KMS does not answer.
    pub async fn derive(&self, label: &str) -> Result<[u8; 32], RingError> {
        match self {
            KeyRing::File(master) => Ok(mac(master, &["derive", label])),
            KeyRing::Kms { client, mac_key, .. } => {
                let call = client.generate_mac().key_id(mac_key).mac_algorithm(MacAlgorithmSpec::HmacSha256).message(Blob::new(label)).send();
                let answer = call.await.map_err(kms)?;
                answer.mac().and_then(|b| b.as_ref().try_into().ok()).ok_or(RingError::Unreadable)
            }
        }
    }

    /// A fresh branch key and its wrapped form, which is what is stored.
    ///
    /// # Errors
    /// Where KMS does not answer.
    pub async fn new_branch(&self, id: &str) -> Result<(Branch, Vec<u8>), RingError> {
        match self {
            KeyRing::File(master) => {
                let key: [u8; 32] = crate::random();
                Ok((Branch::new(id, key), data::seal(master, id.as_bytes(), &key)))
            }
            KeyRing::Kms { client, wrap_key, .. } => {
                let call = client.generate_data_key().key_id(wrap_key).key_spec(DataKeySpec::Aes256).encryption_context("branch", id).send();
                let answer = call.await.map_err(kms)?;
                let plain = answer.plaintext().and_then(|b| b.as_ref().try_into().ok()).ok_or(RingError::Unreadable)?;
                let wrapped = answer.ciphertext_blob().ok_or(RingError::Unreadable)?;
                Ok((Branch::new(id, plain), wrapped.as_ref().to_vec()))
            }
        }
    }

    /// Opens a stored branch key.
    ///
    /// # Errors
    /// Where KMS does not answer or the key is not of this ring.
    pub async fn open_branch(&self, id: &str, wrapped: &[u8]) -> Result<Branch, RingError> {
        match self {
            KeyRing::File(master) => {
                let plain = data::open(master, id.as_bytes(), wrapped).map_err(|Unreadable| RingError::Unreadable)?;
                plain.try_into().map(|key| Branch::new(id, key)).map_err(|_| RingError::Unreadable)
            }
            KeyRing::Kms { client, wrap_key, .. } => {
                let call = client.decrypt().key_id(wrap_key).ciphertext_blob(Blob::new(wrapped)).encryption_context("branch", id).send();
                let answer = call.await.map_err(kms)?;
                let plain = answer.plaintext().and_then(|b| b.as_ref().try_into().ok());
                plain.map(|key| Branch::new(id, key)).ok_or(RingError::Unreadable)
            }
        }
    }
}

fn kms<E: std::error::Error>(error: E) -> RingError {
    let mut why = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        why = format!("{why}: {inner}");
        cause = inner.source();
    }
    RingError::Kms(why)
}

#[cfg(unix)]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(path, bytes)
}
