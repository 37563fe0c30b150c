//! The policy in force: the files beside this crate, compiled in.
//! It knows no more than where they lie; what they mean is read by `policy`.

use domain::complaint::Officer;
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
        "districts.toml",
        "holidays.toml",
        "ladders.toml",
        "posts.toml",
        "sms.toml",
        "stations.csv",
    ])
}

/// The policy in force.
///
/// # Errors
/// None for the files built in, which the build checked; a start checks them again all the same.
pub fn load() -> Result<InForce, Mistakes> {
    policy::read(&files())
}

/// The demo set of officers, for a local start.
///
/// # Errors
/// Every bad row with its line.
pub fn demo_officers(policy: &domain::policy::Policy) -> Result<Vec<Officer>, Mistakes> {
    policy::read_officers(include_str!("../officers.csv"), policy)
}
