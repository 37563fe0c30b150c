//! What a person typed, on its way back to a page.

/// Her text without the characters that show nothing and could turn the page round it.
/// Joiners stay: Hindi spells with them.
pub fn shown(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(*c) && (!c.is_control() || *c == '\n')).collect()
}

/// Text as the inside of an element. Only the textarea needs it: everywhere else Leptos escapes.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Text as the value of a query, percent-encoded.
pub(crate) fn in_query(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format_byte(byte));
        }
    }
    out
}

fn format_byte(byte: u8) -> String {
    format!("%{byte:02X}")
}
