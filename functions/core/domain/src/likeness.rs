//! Whether a report says what an earlier one of the same officer said.
//!
//! A text is its words as they sound, three at a time. Of these threes a fingerprint keeps the smallest of 64 mixtures
//! of a keyed hash: two texts share as many places of their fingerprints as they share threes, and whoever lacks the
//! key learns nothing of either. The hash comes in as a function, for the key is not this crate's to know.

use std::collections::{BTreeSet, VecDeque};

use crate::fold;
use crate::number::Number;

/// The places of a fingerprint.
const PLACES: usize = 64;
/// So many words in a row are compared.
const ROW: usize = 3;
/// Texts that share half of their places share half of all that either says: names and dates alone were changed.
const ALIKE: usize = PLACES / 2;
/// How many reports of an officer are remembered.
pub const REMEMBERED: usize = 20;

/// What is kept of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint([u32; PLACES]);

impl Fingerprint {
    /// Of a text, under a keyed hash; `None` where it has fewer than three words.
    pub fn of(text: &str, keyed: impl Fn(&str) -> u64) -> Option<Fingerprint> {
        let mut places = [u32::MAX; PLACES];
        let rows = rows(text);
        for row in &rows {
            let hash = keyed(row);
            for (place, n) in places.iter_mut().zip(1u64..) {
                // The upper half: the lower one is mixed less well.
                *place = (*place).min((mixed(hash, n) >> 32) as u32);
            }
        }
        (!rows.is_empty()).then_some(Fingerprint(places))
    }

    /// Whether two texts say so much alike that the later one needs a reason.
    pub fn is_like(&self, other: &Fingerprint) -> bool {
        self.shares(other) >= ALIKE
    }

    fn shares(&self, other: &Fingerprint) -> usize {
        self.0.iter().zip(other.0).filter(|(one, other)| **one == *other).count()
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|place| place.to_be_bytes()).collect()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Fingerprint> {
        let (parts, rest) = bytes.as_chunks::<4>();
        let places: Vec<u32> = parts.iter().map(|part| u32::from_be_bytes(*part)).collect();
        rest.is_empty().then_some(Fingerprint(places.try_into().ok()?))
    }
}

/// The last reports of an officer, newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reports(Vec<(Number, Fingerprint)>);

impl Reports {
    /// As they were kept; the oldest beyond what is remembered fall away.
    pub fn of(mut all: Vec<(Number, Fingerprint)>) -> Reports {
        all.drain(..all.len().saturating_sub(REMEMBERED));
        Reports(all)
    }

    /// Whether a report on this complaint is like one on another. Its own earlier version, returned to be mended, is none.
    pub fn have_one_like(&self, number: &Number, fresh: &Fingerprint) -> bool {
        self.0.iter().any(|(of, earlier)| of != number && earlier.is_like(fresh))
    }

    /// The same with this one, in the place of its own earlier version.
    #[must_use]
    pub fn and(&self, number: Number, fresh: Fingerprint) -> Reports {
        let others = self.0.iter().filter(|(of, _)| *of != number).cloned();
        Reports::of(others.chain([(number.clone(), fresh)]).collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = &(Number, Fingerprint)> {
        self.0.iter()
    }
}

/// Each three words in a row, once.
fn rows(text: &str) -> BTreeSet<String> {
    let mut last: VecDeque<String> = VecDeque::new();
    let mut rows = BTreeSet::new();
    for word in fold::words(text) {
        last.push_back(word);
        if last.len() > ROW {
            last.pop_front();
        }
        if last.len() == ROW {
            rows.insert(last.make_contiguous().join(" "));
        }
    }
    rows
}

/// The finalizer of splitmix64, once for each place.
fn mixed(hash: u64, n: u64) -> u64 {
    let at = hash ^ n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let at = (at ^ (at >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let at = (at ^ (at >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    at ^ (at >> 31)
}

#[cfg(test)]
#[path = "likeness_tests.rs"]
mod tests;
