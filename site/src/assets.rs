//! The style sheets and the scripts, as they stand in every page: one of each for citizens, one of each for the console,
//! and a script for the door to it.

use std::sync::OnceLock;

/// The citizens' sheet without its comments: what is inlined, and what the policy's hash is of.
pub(crate) fn style() -> &'static str {
    static STYLE: OnceLock<String> = OnceLock::new();
    STYLE.get_or_init(|| without_comments(include_str!("style.css")))
}

/// The citizens' script, as it is written.
pub(crate) fn script() -> &'static str {
    include_str!("script.js").trim_end()
}

/// The console's sheet: the citizens', whose parts it shares, and its own after it.
pub(crate) fn desk_style() -> &'static str {
    static STYLE: OnceLock<String> = OnceLock::new();
    STYLE.get_or_init(|| [style(), &without_comments(include_str!("desk.css"))].concat())
}

/// The console's script.
pub(crate) fn desk_script() -> &'static str {
    include_str!("desk.js").trim_end()
}

/// What speaks to passkeys, on the pages where nobody is signed in yet.
pub(crate) fn passkey_script() -> &'static str {
    include_str!("passkey.js").trim_end()
}

/// The citizens' script, and after it what sends a large file by itself: on the page for it alone.
pub(crate) fn evidence_script() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| [script(), include_str!("evidence.js").trim_end()].join("\n"))
}

/// The console's script, and after it the same: on the page where an officer takes in pictures.
pub(crate) fn pictures_script() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| [desk_script(), include_str!("evidence.js").trim_end()].join("\n"))
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().filter(|line| !line.is_empty()).collect()
}
