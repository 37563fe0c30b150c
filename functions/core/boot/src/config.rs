//! What the environment says.

use store::Tables;

/// A function's configuration.
#[derive(Clone, Debug)]
pub struct Config {
    pub tables: Tables,
    /// The KMS key that wraps branch keys.
    pub wrap_key: String,
    /// The KMS key that hashes.
    pub mac_key: String,
    pub region: String,
    /// Where the site stands, such as `https://sunwai.example`.
    pub origin: String,
}

impl Config {
    /// Reads the environment. What a function does not use may be missing: it is missed on first use.
    pub fn from_env() -> Config {
        let var = |name: &str| std::env::var(name).unwrap_or_default();
        let region = Some(var("AWS_REGION")).filter(|r| !r.is_empty());
        Config {
            tables: Tables { main: var("SUNWAI_TABLE"), keys: var("SUNWAI_KEYS_TABLE") },
            wrap_key: var("SUNWAI_WRAP_KEY"),
            mac_key: var("SUNWAI_MAC_KEY"),
            region: region.unwrap_or_else(|| "ap-south-1".to_owned()),
            origin: var("SUNWAI_ORIGIN"),
        }
    }
}
