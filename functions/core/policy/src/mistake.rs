//! A mistake in a policy: where it is and why it is one.

use std::fmt;

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub reason: String,
}

/// All mistakes that were found, in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistakes(pub Vec<Mistake>);

impl Mistakes {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn add(&mut self, file: &str, line: usize, reason: impl Into<String>) {
        self.0.push(Mistake { file: file.to_owned(), line, reason: reason.into() });
    }

    /// Notes a mistake at a byte offset of a file's text.
    pub(crate) fn at(&mut self, source: crate::Source<'_>, offset: usize, reason: impl Into<String>) {
        let before = source.text.get(..offset.min(source.text.len())).unwrap_or(source.text);
        self.add(source.name, before.matches('\n').count() + 1, reason);
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, m) in self.0.iter().enumerate() {
            let line = if n == 0 { "" } else { "\n" };
            write!(f, "{line}{}:{}: {}", m.file, m.line, m.reason)?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}
