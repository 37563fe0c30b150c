//! What a page weighs, and what its style and script may use on an engine of 2016.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::documents;
use crate::assets;

/// One round trip: ten segments of 1,460 bytes.
const BUDGET: usize = 14 * 1024;
/// The first view of a page of the console.
const DESK: usize = 20 * 1024;

fn compressed(text: &str) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap().len()
}

#[test]
fn a_page_fits_into_one_round_trip() {
    for (name, _, html) in documents() {
        let size = compressed(&html);
        let budget = if name.starts_with("desk-") || name.starts_with("door-") { DESK } else { BUDGET };
        assert!(size <= budget, "{name}: {size} bytes");
    }
}

#[test]
fn the_scripts_are_small_and_old() {
    for (script, most) in [
        (assets::script(), 2048),
        (assets::desk_script(), 3072),
        (assets::passkey_script(), 3072),
        (assets::evidence_script(), 4096),
        (assets::pictures_script(), 5120),
    ] {
        assert!(script.len() <= most, "{} bytes", script.len());
        old(script);
    }
}

fn old(script: &str) {
    for word in [
        "=>",
        "let ",
        "const ",
        "`",
        "async ",
        "class ",
        "...",
        "?.",
        "fetch(",
        "localStorage",
        "sessionStorage",
        "innerHTML",
        "eval(",
        "document.write",
        "cookie",
        "</",
    ] {
        assert!(!script.contains(word), "{word}");
    }
}

#[test]
fn the_styles_know_nothing_newer_than_their_readers() {
    // Where nothing sticks, the bar of the worklist stands above its list.
    assert_eq!(assets::style().matches("position:sticky").count(), 0);
    for style in [assets::style(), assets::desk_style()] {
        known(style);
    }
}

fn known(style: &str) {
    for word in [
        ":is(",
        ":where(",
        ":has(",
        "display:grid",
        "display:flex",
        "gap:",
        "var(",
        "clamp(",
        "calc(",
        "min(",
        "max(",
        "inset:",
        "aspect-ratio",
        "@layer",
        "@font-face",
        "@import",
        "url(",
        "position:fixed",
        "text-transform",
        "font-style",
        "animation",
        "transition",
        "/*",
    ] {
        assert!(!style.contains(word), "{word}");
    }
}

#[test]
fn a_textarea_is_made_in_one_place_only() {
    // Leptos leaves what stands inside one unescaped; the part that makes it is the one that escapes.
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![sources];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.to_string_lossy().contains("tests") {
                let text = std::fs::read_to_string(&path).unwrap();
                if text.contains("<textarea") || text.contains("inner_html") {
                    found.push(path.file_name().unwrap().to_string_lossy().into_owned());
                }
            }
        }
    }
    found.sort();
    assert_eq!(found, ["console.rs", "door.rs", "gallery.rs", "shell.rs", "textarea.rs"]);
}
