#![doc = include_str!("../README.md")]

mod calendar;
mod clocks;
mod duty;
mod hearing;
mod ladders;
mod mistake;
mod officers;
mod packed;
mod places;
mod raw;
mod replies;
mod roster;
mod say;
mod services;
mod sms;
mod vacancies;

use std::collections::BTreeMap;

use domain::ids::PolicyVersion;
use domain::policy::Policy;
use domain::sms::Texts;
use sha2::{Digest as _, Sha256};

pub use mistake::{Mistake, Mistakes};
pub use officers::read as officers;
pub use packed::{pack, unpack};
pub use roster::read as roster;
pub use vacancies::read as vacancies;

/// The files of a policy, by name, each as text.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, String>);

/// The names that a policy consists of, besides one file a service (`S0.toml` …).
pub const NAMES: [&str; 11] = [
    "clocks.toml",
    "districts.toml",
    "duty.toml",
    "hearing.toml",
    "holidays.toml",
    "ladders.toml",
    "posts.toml",
    "replies.toml",
    "say.toml",
    "sms.toml",
    "stations.csv",
];
/// The services' files.
pub const SERVICES: [&str; 5] = ["S0.toml", "S1.toml", "S2.toml", "S3.toml", "S4.toml"];

/// A policy and the texts that go with it.
#[derive(Clone, Debug)]
pub struct InForce {
    pub policy: Policy,
    pub texts: Texts,
}

impl Files {
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Files {
        Files(files.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect())
    }

    /// Puts one file in the place of another of the same name.
    pub fn replace(&mut self, name: &str, text: &str) {
        self.0.insert(name.to_owned(), text.to_owned());
    }

    fn get<'a>(&'a self, name: &'static str, mistakes: &mut Mistakes) -> Source<'a> {
        let text = self.0.get(name).map(String::as_str);
        if text.is_none() {
            mistakes.add(name, 1, "the file is missing");
        }
        Source { name, text: text.unwrap_or_default() }
    }

    /// Ten hexadecimal digits of a hash over all names and texts: another comma is another version.
    fn version(&self) -> Option<PolicyVersion> {
        let mut hash = Sha256::new();
        for (name, text) in &self.0 {
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(text.as_bytes());
            hash.update([0]);
        }
        let hex: String = hash.finalize().iter().take(5).map(|b| format!("{b:02x}")).collect();
        PolicyVersion::parse(&hex)
    }
}

/// One file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) name: &'static str,
    pub(crate) text: &'a str,
}

/// Reads a whole policy.
///
/// # Errors
/// Every mistake of every file that could be read at all.
pub fn read(files: &Files) -> Result<InForce, Mistakes> {
    let mut m = Mistakes::default();
    let posts = ladders::read_posts(files.get("posts.toml", &mut m), &mut m);
    let ladders = ladders::read(files.get("ladders.toml", &mut m), &posts, &mut m);
    let clocks = clocks::read(files.get("clocks.toml", &mut m), &mut m);
    let duty = duty::read(files.get("duty.toml", &mut m), &posts, &mut m);
    let calendar = calendar::read(files.get("holidays.toml", &mut m), &mut m);
    let districts = places::read_districts(files.get("districts.toml", &mut m), &mut m);
    let stations = places::read_stations(files.get("stations.csv", &mut m), &districts, &mut m);
    let services = services::read(SERVICES.map(|name| files.get(name, &mut m)), &ladders, &mut m);
    let replies = replies::read(files.get("replies.toml", &mut m), &mut m);
    let texts = sms::read(files.get("sms.toml", &mut m), &mut m);
    let say = say::read(files.get("say.toml", &mut m), &mut m);
    let known = hearing::Known { duty: &duty, ladders: &ladders, districts: &districts };
    let hearing = hearing::read(files.get("hearing.toml", &mut m), &known, &mut m);
    let version = files.version();
    match (m.is_empty(), version, calendar, texts, say) {
        (true, Some(version), Some(calendar), Some(texts), Some(say)) => {
            Ok(InForce { policy: Policy { version, services, ladders, posts, districts, stations, calendar, clocks, duty, replies, say, hearing }, texts })
        }
        (_, _, _, _, _) => Err(m),
    }
}

/// Checks a list of stations against the districts of a policy, for an import.
///
/// # Errors
/// Every bad row with its line; then nothing is taken in.
pub fn check_stations(text: &str, policy: &Policy) -> Result<usize, Mistakes> {
    let mut m = Mistakes::default();
    let stations = places::read_stations(Source { name: "stations.csv", text }, &policy.districts, &mut m);
    if m.is_empty() { Ok(stations.len()) } else { Err(m) }
}
