//! The key of one complaint and the key of one day.

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};

/// How sealed bytes are laid out: 12 bytes of nonce, then ciphertext and tag. Bound into every seal.
const SHAPE: &str = "1";
const NONCE: usize = 12;

/// Sealed bytes that do not open: another key, another place, or changed on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// The key that seals the fields of one complaint.
#[derive(Clone)]
pub struct DataKey([u8; 32]);

impl DataKey {
    pub fn random() -> DataKey {
        DataKey(crate::random())
    }

    /// Seals one field of one complaint.
    pub fn seal(&self, complaint: &str, field: &str, plain: &[u8]) -> Vec<u8> {
        seal(&self.0, &place(complaint, field), plain)
    }

    /// Opens what [`seal`](Self::seal) made for the same complaint and field.
    ///
    /// # Errors
    /// [`Unreadable`], whatever the reason.
    pub fn open(&self, complaint: &str, field: &str, sealed: &[u8]) -> Result<Vec<u8>, Unreadable> {
        open(&self.0, &place(complaint, field), sealed)
    }
}

/// The key that wraps every data key made on one day.
#[derive(Clone)]
pub struct Branch {
    /// The day, such as `2026-11-21`.
    pub id: String,
    key: [u8; 32],
}

impl Branch {
    pub(crate) fn new(id: &str, key: [u8; 32]) -> Branch {
        Branch { id: id.to_owned(), key }
    }

    pub fn wrap(&self, complaint: &str, key: &DataKey) -> Vec<u8> {
        seal(&self.key, &place(complaint, &self.id), &key.0)
    }

    /// Opens a wrapped data key.
    ///
    /// # Errors
    /// [`Unreadable`], whatever the reason.
    pub fn unwrap(&self, complaint: &str, wrapped: &[u8]) -> Result<DataKey, Unreadable> {
        let plain = open(&self.key, &place(complaint, &self.id), wrapped)?;
        plain.try_into().map(DataKey).map_err(|_| Unreadable)
    }
}

fn place(complaint: &str, field: &str) -> Vec<u8> {
    [complaint, field, SHAPE].join("\0").into_bytes()
}

pub(crate) fn seal(key: &[u8; 32], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    let nonce: [u8; NONCE] = crate::random();
    let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key));
    // Fails only beyond 64 GiB, which no request can carry.
    let sealed = cipher.encrypt(&Nonce::from(nonce), Payload { msg: plain, aad }).unwrap_or_default();
    [nonce.as_slice(), &sealed].concat()
}

pub(crate) fn open(key: &[u8; 32], aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(Unreadable)?;
    let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key));
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: body, aad }).map_err(|_| Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opens_in_its_place_only() {
        let key = DataKey::random();
        let sealed = key.seal("LKO26-1", "name", "सुनीता".as_bytes());
        assert_eq!(key.open("LKO26-1", "name", &sealed).unwrap(), "सुनीता".as_bytes());
        assert_eq!(key.open("LKO26-2", "name", &sealed), Err(Unreadable));
        assert_eq!(key.open("LKO26-1", "phone", &sealed), Err(Unreadable));
        assert_eq!(DataKey::random().open("LKO26-1", "name", &sealed), Err(Unreadable));
        assert_eq!(key.open("LKO26-1", "name", &sealed[..20]), Err(Unreadable));
        assert_ne!(key.seal("LKO26-1", "name", b"x"), key.seal("LKO26-1", "name", b"x"), "a fresh nonce each time");
    }

    #[test]
    fn a_branch_wraps_for_one_complaint() {
        let branch = Branch::new("2026-11-21", [3; 32]);
        let key = DataKey::random();
        let wrapped = branch.wrap("LKO26-1", &key);
        assert_eq!(branch.unwrap("LKO26-1", &wrapped).unwrap().0, key.0);
        assert!(branch.unwrap("LKO26-2", &wrapped).is_err());
        assert!(Branch::new("2026-11-22", [3; 32]).unwrap("LKO26-1", &wrapped).is_err());
    }
}
