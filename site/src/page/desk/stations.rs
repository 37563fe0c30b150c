//! Where a complaint may be forwarded, as values.

use domain::lang::Both;

/// The field by which another district's stations are asked for.
pub const DISTRICT: &str = "district";

/// Where it may be forwarded: the stations of one district, its own until another was chosen. Values and names.
#[derive(Clone, Debug, Default)]
pub struct Stations {
    /// The code of the district.
    pub district: String,
    /// Its name, where it is another one than the complaint's.
    pub elsewhere: Option<Both>,
    pub of_it: Vec<(String, Both)>,
    /// Every district that may be chosen; none where it is not this officer's to forward.
    pub districts: Vec<(String, Both)>,
}
