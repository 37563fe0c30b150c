//! What happened, in the product's own terms, and a hash of it: the same seed gives the same, on every machine.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::check::Evidence;

/// The lines of a seed.
pub(crate) fn lines(it: &Evidence<'_>) -> Vec<String> {
    let mut lines: Vec<String> = it.month.filed.iter().map(|(n, filed)| format!("{n} {filed:?}")).collect();
    for case in &it.cases {
        for stored in &case.events {
            let event = &stored.event;
            lines.push(format!("{} {}.{} {} {:?} {:?} {:?}", case.plan, event.version, event.n, event.at, event.by, event.kind, stored.delivery));
        }
        lines.push(format!("{} level {} {} {:?}", case.plan, case.complaint.level, case.complaint.path.next_at, case.complaint.stage));
    }
    lines.extend(it.texts.iter().map(|sms| format!("{} {} {} {}", sms.at, sms.to, sms.template, sms.text)));
    lines
}

/// A hash of lines, as it is printed.
pub(crate) fn hash<'a>(lines: impl IntoIterator<Item = &'a String>) -> String {
    let mut hash = Sha256::new();
    for line in lines {
        hash.update(line.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
