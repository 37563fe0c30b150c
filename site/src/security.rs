//! The content security policy: nothing from anywhere, and of our own only the style and the script
//! that a page of the citizens or of the console carries.

use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::assets;

/// The value of the `Content-Security-Policy` header for every page that [`crate::render`] draws.
pub fn content_security_policy() -> &'static str {
    static POLICY: OnceLock<String> = OnceLock::new();
    POLICY.get_or_init(|| {
        format!(
            "default-src 'none'; style-src '{}' '{}'; script-src '{}' '{}'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            hash(assets::style()),
            hash(assets::desk_style()),
            hash(assets::script()),
            hash(assets::desk_script()),
        )
    })
}

/// The same for a page of the console: its script asks this site to keep the session open.
pub fn desk_policy() -> &'static str {
    static POLICY: OnceLock<String> = OnceLock::new();
    POLICY.get_or_init(|| {
        format!(
            "default-src 'none'; style-src '{}'; script-src '{}'; connect-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            hash(assets::desk_style()),
            hash(assets::desk_script()),
        )
    })
}

/// The same for the pages at which an officer shows a passkey: their own script, which asks this site for the question
/// and nobody else for anything.
pub fn door_policy() -> &'static str {
    static POLICY: OnceLock<String> = OnceLock::new();
    POLICY.get_or_init(|| {
        format!(
            "default-src 'none'; style-src '{}'; script-src '{}'; connect-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            hash(assets::desk_style()),
            hash(assets::passkey_script()),
        )
    })
}

/// The same for the page at which she adds files: its own script, which sends a large one to where files lie, and nobody else.
pub fn evidence_policy(files_at: Option<&str>) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; connect-src 'self' {}; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        hash(assets::style()),
        hash(assets::evidence_script()),
        files_at.unwrap_or_default(),
    )
}

/// The same for the page of the console at which an officer takes in pictures.
pub fn pictures_policy(files_at: Option<&str>) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; connect-src 'self' {}; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        hash(assets::desk_style()),
        hash(assets::pictures_script()),
        files_at.unwrap_or_default(),
    )
}

pub(crate) fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
