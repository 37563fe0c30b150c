//! The receipt: sixteen digits, shown once, that open a complaint together with its number.

use std::fmt;

/// Sixteen digits. Nothing of it is stored: it is derived from the number under a key of its own.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

impl Receipt {
    /// From a keyed hash of the registration number.
    pub fn from_mac(mac: &[u8; 32]) -> Receipt {
        let number = mac[..16].iter().fold(0u128, |sum, b| (sum << 8) | u128::from(*b));
        Receipt(format!("{:016}", number % 10_000_000_000_000_000))
    }

    /// Sixteen digits in either script, with spaces or dashes anywhere.
    pub fn parse(typed: &str) -> Option<Receipt> {
        let digits = crate::otp::plain_digits(typed);
        (digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Receipt(digits))
    }

    /// The digits in groups of four, as they are shown.
    pub fn shown(&self) -> String {
        format!("{} {} {} {}", &self.0[..4], &self.0[4..8], &self.0[8..12], &self.0[12..])
    }

    /// The sixteen digits, for a comparison in constant time.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read_back() {
        let it = Receipt::from_mac(&[7; 32]);
        assert_eq!(Receipt::parse(&it.shown()), Some(it.clone()));
        assert_eq!(it.digits().len(), 16);
        assert_eq!(Receipt::parse("1234"), None);
        assert_eq!(Receipt::parse("१२३४ ५६७८ ९०१२ ३४५६").unwrap().digits(), "1234567890123456");
        assert_ne!(Receipt::from_mac(&[8; 32]), it);
    }
}
