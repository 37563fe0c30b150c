//! The one style sheet and the one script, as they stand in every page.

use std::sync::OnceLock;

/// The sheet without its comments: what is inlined, and what the policy's hash is of.
pub(crate) fn style() -> &'static str {
    static STYLE: OnceLock<String> = OnceLock::new();
    STYLE.get_or_init(|| without_comments(include_str!("style.css")))
}

/// The script, as it is written.
pub(crate) fn script() -> &'static str {
    include_str!("script.js").trim_end()
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
