#![doc = include_str!("../README.md")]

mod data;
mod ring;
mod secrets;
#[cfg(feature = "seeded")]
pub mod seeded;

pub use data::{Branch, DataKey, Unreadable};
pub use ring::{KeyRing, RingError};
pub use secrets::{Secrets, digest, hex, same};

/// Random bytes from the operating system.
///
/// # Panics
/// Where the system has no randomness to give: nothing safe could follow.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[cfg(feature = "seeded")]
    if seeded::fill(&mut bytes) {
        return bytes;
    }
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
