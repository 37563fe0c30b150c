//! The numbers that help, in the order in which they matter.

use domain::lang::Lang;

/// A number to call and whom it reaches.
pub(crate) struct Line {
    pub(crate) number: &'static str,
    pub(crate) whom: fn(Lang) -> &'static str,
    pub(crate) about: fn(Lang) -> &'static str,
}

/// Every line, the one for danger first.
pub(crate) const LINES: [Line; 5] = [
    Line { number: "112", whom: words::help_112, about: words::danger_112 },
    Line { number: "1090", whom: words::help_1090, about: words::danger_1090 },
    Line { number: "181", whom: words::help_181, about: words::danger_181 },
    Line { number: "1098", whom: words::help_1098, about: words::danger_1098 },
    Line { number: "1930", whom: words::help_1930, about: words::danger_1930 },
];

/// Every line as a number and whom it reaches.
pub fn helplines(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    LINES.iter().map(move |line| (line.number, (line.whom)(lang)))
}
