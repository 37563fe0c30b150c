//! Keyed hashes under four keys, each good for one thing and bound to it by a label where a key serves more than one.

use domain::number::Number;
use domain::otp::{Code, Purpose};
use domain::phone::Phone;
use domain::receipt::Receipt;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::{KeyRing, RingError};

/// The derived keys. Made once, when a function starts.
#[derive(Clone)]
pub struct Secrets {
    code: [u8; 32],
    draft: [u8; 32],
    phone: [u8; 32],
    receipt: [u8; 32],
}

impl Secrets {
    /// Asks the ring for all four.
    ///
    /// # Errors
    /// Where the ring does not answer.
    pub async fn derive(ring: &KeyRing) -> Result<Secrets, RingError> {
        Ok(Secrets {
            code: ring.derive("sunwai/code").await?,
            draft: ring.derive("sunwai/draft").await?,
            phone: ring.derive("sunwai/phone").await?,
            receipt: ring.derive("sunwai/receipt").await?,
        })
    }

    /// What is stored of a code: bound to its draft, its phone and its purpose.
    pub fn code(&self, draft: &str, phone_key: &str, purpose: Purpose, code: &Code) -> [u8; 32] {
        mac(&self.code, &[draft, phone_key, purpose.tag(), code.digits()])
    }

    /// The look-up key of a phone: hexadecimal, of full length, nothing to turn back without the secret.
    pub fn phone(&self, phone: &Phone) -> String {
        hex(&mac(&self.phone, &[phone.e164()]))
    }

    /// The look-up key of a part of a name, as it sounds, in one district.
    pub fn name(&self, district: &str, part: &str) -> String {
        hex(&mac(&self.phone, &["name", district, part])[..20])
    }

    /// The secret name of a filing that is not proven yet: the same form from the same phone has the same.
    pub fn draft(&self, idempotency_key: &str, phone_key: &str) -> String {
        hex(&mac(&self.draft, &[idempotency_key, phone_key])[..20])
    }

    /// A short fingerprint of what was typed, to tell the same form from a changed one.
    pub fn fingerprint(&self, typed: &str) -> String {
        hex(&mac(&self.draft, &["typed", typed])[..16])
    }

    /// What stands for three words of a report: whoever lacks the key learns nothing from it.
    pub fn row(&self, words: &str) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = mac(&self.draft, &["report", "row", words]);
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }

    /// The seed of a month's draw. It is derived, so that a month drawn twice is drawn alike and nothing of it is stored
    /// before it is told.
    pub fn draw(&self, month: &str) -> String {
        hex(&mac(&self.draft, &["reviews", "draw", month]))
    }

    /// The receipt of a complaint. It is derived, so nothing of it is stored.
    pub fn receipt(&self, number: &Number) -> Receipt {
        Receipt::from_mac(&mac(&self.receipt, &[number.as_str()]))
    }

    /// Whether this is the receipt of that complaint, in constant time.
    pub fn is_receipt(&self, number: &Number, typed: &Receipt) -> bool {
        same(self.receipt(number).digits().as_bytes(), typed.digits().as_bytes())
    }
}

/// What is stored of a secret name, a session token or a draft: its SHA-256.
pub fn digest(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Compares in constant time.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

/// Parts are length-prefixed, so that no two lists of parts run together to the same bytes.
pub(crate) fn mac(key: &[u8; 32], parts: &[&str]) -> [u8; 32] {
    // HMAC takes a key of any length; 32 bytes always fit.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part.as_bytes());
    }
    mac.finalize().into_bytes().into()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, b| {
        for half in [b >> 4, b & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
        text
    })
}
