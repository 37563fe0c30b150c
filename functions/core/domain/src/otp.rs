//! The one-time code: its shape, its life and its limits. Counting happens in the store,
//! in one conditional update, before anything is compared.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

/// How long a code can be used.
pub const LIFE: SignedDuration = SignedDuration::from_mins(5);
/// How often one code may be tried.
pub const TRIES: u32 = 5;
/// How often a phone may fail within a day, whatever the codes.
pub const FAILURES_A_DAY: u32 = 10;
/// How many codes go to a phone within [`SEND_WINDOW`].
pub const SENDS: usize = 3;
pub const SEND_WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// How many codes go to a phone within a day.
pub const SENDS_A_DAY: usize = 6;
/// When the page first offers to send the code again.
pub const RESEND_AFTER: SignedDuration = SignedDuration::from_secs(30);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// What a code is good for; a code for one is worthless for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    File,
    Track,
    /// To take a complaint back.
    Withdraw,
    /// To be reached at another number.
    Contact,
}

impl Purpose {
    /// The word that is hashed with the code.
    pub fn tag(self) -> &'static str {
        match self {
            Purpose::File => "file",
            Purpose::Track => "track",
            Purpose::Withdraw => "withdraw",
            Purpose::Contact => "contact",
        }
    }
}

/// Six digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// From eight random bytes; the bias of the remainder is below one in ten trillion.
    pub fn make(random: [u8; 8]) -> Code {
        Code(format!("{:06}", u64::from_le_bytes(random) % 1_000_000))
    }

    /// Six digits in either script, with spaces or dashes anywhere.
    pub fn parse(typed: &str) -> Option<Code> {
        let digits = plain_digits(typed);
        (digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Code(digits))
    }

    /// For the text to her phone and for the keyed hash, nowhere else.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

pub(crate) fn plain_digits(typed: &str) -> String {
    crate::text::digits_to_ascii(typed).chars().filter(|c| !(c.is_whitespace() || crate::text::is_dash(*c) || crate::text::is_invisible(*c))).collect()
}

/// The earliest moment at which another code may go to a phone that was sent codes at `sent`:
/// `now` or earlier means that one may go right away.
pub fn next_send(sent: &[Timestamp], now: Timestamp) -> Timestamp {
    let mut recent: Vec<Timestamp> = sent.iter().copied().filter(|at| *at + DAY > now).collect();
    recent.sort();
    // The n-th latest send must leave its window before the next may follow.
    let free = |limit: usize, window: SignedDuration| recent.len().checked_sub(limit).map(|at| recent[at] + window);
    [free(SENDS, SEND_WINDOW), free(SENDS_A_DAY, DAY)].into_iter().flatten().max().unwrap_or(now)
}

/// The sends that still matter to [`next_send`].
pub fn recent_sends(sent: &[Timestamp], now: Timestamp) -> Vec<Timestamp> {
    sent.iter().copied().filter(|at| *at + DAY > now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes)
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        assert_eq!(Code::parse(" १२३-४५६ ").unwrap().digits(), "123456");
        assert_eq!(Code::parse("12345"), None);
        assert_eq!(Code::parse("12345a"), None);
        assert_eq!(Code::make([0; 8]).digits(), "000000");
    }

    #[test]
    fn three_in_fifteen_minutes_six_a_day() {
        assert_eq!(next_send(&[], at(0)), at(0));
        assert!(next_send(&[at(0), at(1)], at(2)) <= at(2));
        assert_eq!(next_send(&[at(0), at(1), at(2)], at(3)), at(15));
        assert!(next_send(&[at(0), at(1), at(2)], at(15)) <= at(15));
        let six = [at(0), at(1), at(2), at(20), at(21), at(22)];
        assert_eq!(next_send(&six, at(60)), at(24 * 60));
        assert!(next_send(&six, at(24 * 60)) <= at(24 * 60));
    }
}
