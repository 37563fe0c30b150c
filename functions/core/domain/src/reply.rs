//! Replies that are ready to be filled in: for which move, and the blanks that must not go out open.

use crate::access::DeskMove;
use crate::ids::ReplyId;
use crate::lang::Both;

/// Words that officers write again and again, as the policy has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub id: ReplyId,
    /// The move whose words they are.
    pub wanted: DeskMove,
    pub name: Both,
    /// With blanks such as `{date}`.
    pub text: Both,
}

/// A place in a reply that is filled before it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// The registration number, known from the case.
    Number,
    /// The promised date, known from the case.
    Due,
    /// Rank and name of whoever writes, known.
    Officer,
    Date,
    Time,
    Place,
    Person,
    Action,
}

impl Blank {
    pub const ALL: [Blank; 8] = [Blank::Number, Blank::Due, Blank::Officer, Blank::Date, Blank::Time, Blank::Place, Blank::Person, Blank::Action];

    /// As it stands in the policy, between braces.
    pub fn tag(self) -> &'static str {
        match self {
            Blank::Number => "number",
            Blank::Due => "due",
            Blank::Officer => "officer",
            Blank::Date => "date",
            Blank::Time => "time",
            Blank::Place => "place",
            Blank::Person => "person",
            Blank::Action => "action",
        }
    }

    pub fn parse(tag: &str) -> Option<Blank> {
        Blank::ALL.into_iter().find(|blank| blank.tag() == tag)
    }
}

/// Whether a move takes words that a reply may be for.
pub fn takes_words(wanted: DeskMove) -> bool {
    match wanted {
        DeskMove::Contact | DeskMove::Note | DeskMove::FileAtr | DeskMove::Dispose | DeskMove::Reject => true,
        DeskMove::Acknowledge
        | DeskMove::Take
        | DeskMove::Assign
        | DeskMove::Forward
        | DeskMove::Record
        | DeskMove::AskPause
        | DeskMove::AllowPause
        | DeskMove::Resume
        | DeskMove::ReturnAtr
        | DeskMove::ApproveAtr
        | DeskMove::Merge
        | DeskMove::TakeUp
        | DeskMove::TakeDown
        | DeskMove::Look => false,
    }
}

/// The text with each blank as `with` says it.
///
/// # Errors
/// The first name between braces that is no blank, or the rest of a text whose brace is never closed.
pub fn filled(text: &str, with: impl Fn(Blank) -> String) -> Result<String, &str> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or(after)?;
        out.push_str(before);
        out.push_str(&with(Blank::parse(name).ok_or(name)?));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// Whether something was left to be filled: a brace with its partner after it, or a line to write on.
pub fn has_blank(text: &str) -> bool {
    text.contains("___") || text.split_once('{').is_some_and(|(_, after)| after.contains('}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_open_is_seen() {
        for open in ["{date} को बात हुई", "कल {तारीख़}", "जगह: ____", "}{ }"] {
            assert!(has_blank(open), "{open}");
        }
        for whole in ["", "17.11.2026 को बात हुई", "a_b", "__", "} {", "{", "कल :-}"] {
            assert!(!has_blank(whole), "{whole}");
        }
    }

    #[test]
    fn every_blank_is_filled_and_nothing_else_is_one() {
        let all: String = Blank::ALL.map(|blank| format!("{{{}}} ", blank.tag())).concat();
        assert_eq!(filled(&all, |blank| blank.tag().to_uppercase()).unwrap(), "NUMBER DUE OFFICER DATE TIME PLACE PERSON ACTION ");
        assert_eq!(filled("कुछ नहीं", |_| String::new()), Ok("कुछ नहीं".to_owned()));
        assert_eq!(filled("{datum}", |_| String::new()), Err("datum"));
        assert_eq!(filled("{date", |_| String::new()), Err("date"));
        // What is filled in is not read again.
        assert_eq!(filled("{place}", |_| "{date}".to_owned()), Ok("{date}".to_owned()));
    }
}
