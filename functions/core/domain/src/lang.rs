//! The two languages of the product. Hindi comes first.

use std::fmt;

/// A language that a page, a text or a name is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    Hi,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Hi, Lang::En];

    /// `hi` or `en`, as it stands in a URL; anything else is no language of ours.
    pub fn parse(text: &str) -> Option<Lang> {
        match text {
            "hi" => Some(Lang::Hi),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The BCP 47 tag, which is also the first segment of a URL.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Hi => "hi",
            Lang::En => "en",
        }
    }

    pub fn other(self) -> Lang {
        match self {
            Lang::Hi => Lang::En,
            Lang::En => Lang::Hi,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A name or sentence that data carries in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Both {
    pub hi: String,
    pub en: String,
}

impl Both {
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Hi => &self.hi,
            Lang::En => &self.en,
        }
    }
}
