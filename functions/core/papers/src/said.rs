//! What a paper says, as the text that its hash is of. The README has its lines.

use sha2::{Digest as _, Sha256};

/// Name, tab, value, line feed.
pub(crate) struct Said(String);

impl Said {
    /// Begins with the name of the paper and the version of its lines.
    pub(crate) fn new(paper: &str) -> Said {
        let mut said = Said(String::new());
        said.line(paper, "1");
        said
    }

    pub(crate) fn line(&mut self, name: &str, value: &str) {
        self.0.push_str(name);
        self.0.push('\t');
        for c in value.chars() {
            match c {
                '\\' => self.0.push_str("\\\\"),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                '\t' => self.0.push_str("\\t"),
                other => self.0.push(other),
            }
        }
        self.0.push('\n');
    }

    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn hash(says: &str) -> String {
    Sha256::digest(says.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
