//! Where somebody goes on who is asked for the passkey once more. No address is taken from outside: each is one of these.

use domain::number::Number;
use domain::policy::Policy;

use super::desk::Asked;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Onward {
    /// To a case, to open who she is.
    Case(Number),
    /// To a list, to take it out.
    List(Asked),
    /// To those who wait for a call, to open one of them.
    Callbacks,
}

impl Onward {
    /// As names and values say it; `None` where they name no place of these.
    pub fn read<'p>(policy: &Policy, pairs: impl Iterator<Item = (&'p str, &'p str)> + Clone) -> Option<Onward> {
        let get = |name: &str| pairs.clone().find(|(it, _)| *it == name).map(|(_, value)| value);
        match get("for")? {
            "callbacks" => Some(Onward::Callbacks),
            "case" => get("number").and_then(Number::parse).map(Onward::Case),
            "list" => {
                let is_part = |name: &str| !matches!(name, "for" | "question" | "answer" | "lang");
                Asked::strictly(policy, pairs.filter(|(name, _)| is_part(name)).collect::<Vec<_>>().into_iter()).map(Onward::List)
            }
            _ => None,
        }
    }

    /// What goes along with the sign-in.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        match self {
            Onward::Callbacks => vec![("for", "callbacks".to_owned())],
            Onward::Case(number) => vec![("for", "case".to_owned()), ("number", number.to_string())],
            Onward::List(asked) => std::iter::once(("for", "list".to_owned())).chain(asked.pairs().map(|(name, value)| (name, value.to_owned()))).collect(),
        }
    }

    /// The page to go on to.
    pub fn path(&self) -> String {
        match self {
            Onward::Callbacks => "/desk/callbacks".to_owned(),
            Onward::Case(number) => format!("/desk/complaints/{number}#look"),
            Onward::List(asked) => format!("/desk/?{}", asked.query()),
        }
    }

    /// The page that asks for the passkey.
    pub fn sign_in(&self) -> String {
        let pairs = self.pairs();
        let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", crate::parts::typed::in_query(value))).collect();
        format!("/desk/sign-in?{}", pairs.join("&"))
    }
}
