//! The policy in force: the files beside this crate, checked by the build and compiled in.
//! It knows no more than where they lie; what they mean is read by `policy`.

use std::io::Read as _;

use domain::complaint::Officer;
use domain::duty::Vacancy;
use flate2::read::GzDecoder;
use policy::{Files, InForce, Mistakes};

macro_rules! files {
    ($($name:literal),* $(,)?) => { [$(($name, include_str!(concat!("../", $name)))),*] };
}

/// The files as they were built in.
pub fn files() -> Files {
    Files::new(files![
        "S0.toml",
        "S1.toml",
        "S2.toml",
        "S3.toml",
        "S4.toml",
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
    ])
}

/// The policy in force, as the build checked and packed it; `None` where what was built in is not that.
pub fn load() -> Option<InForce> {
    let packed: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policy.json.gz"));
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).ok()?;
    policy::unpack(&text)
}

/// The demo set of officers and the official phones of their posts, for a local start.
///
/// # Errors
/// Every bad row with its line.
pub fn demo_officers(policy: &domain::policy::Policy) -> Result<Vec<(Officer, Option<String>)>, Mistakes> {
    policy::officers(include_str!("../officers.csv"), policy)
}

/// The demo set of empty posts.
///
/// # Errors
/// Every bad row with its line.
pub fn demo_vacancies(policy: &domain::policy::Policy) -> Result<Vec<Vacancy>, Mistakes> {
    policy::vacancies(include_str!("../vacancies.csv"), policy)
}
