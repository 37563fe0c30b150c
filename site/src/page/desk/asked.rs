//! A question to the worklist: what list, count, badge, export and a saved view share, read and written in one place.

use domain::Date;
use domain::access::StageKind;
use domain::policy::{Channel, Policy};

use super::{Filter, FilterPart, View};
use crate::parts::typed::in_query;

/// A view and its filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub view: View,
    pub filter: Filter,
}

impl Asked {
    /// As names and values say it; what is no part of a question is somebody else's, such as a mark in a link.
    pub fn of<'p>(pairs: impl Iterator<Item = (&'p str, &'p str)>) -> Asked {
        let mut asked = Asked { view: View::Unit, filter: Filter::default() };
        for (name, value) in pairs {
            if name == "view" {
                asked.view = View::parse(value).unwrap_or(View::Unit);
            } else if let Some(part) = FilterPart::ALL.into_iter().find(|part| part.tag() == name) {
                asked.filter.put(part, value.to_owned());
            }
        }
        asked
    }

    /// The same where it is a question and nothing else: every name a part of it, every value one that there is.
    pub fn strictly<'p>(policy: &Policy, pairs: impl Iterator<Item = (&'p str, &'p str)> + Clone) -> Option<Asked> {
        let fits = |(name, value): (&str, &str)| match FilterPart::ALL.into_iter().find(|part| part.tag() == name) {
            None => name == "view" && View::parse(value).is_some(),
            Some(_) if value.is_empty() => true,
            Some(FilterPart::Category) => policy.category(value).is_some(),
            Some(FilterPart::Station) => policy.station(value).is_some(),
            Some(FilterPart::Channel) => Channel::parse(value).is_some(),
            Some(FilterPart::Stage) => StageKind::parse(value).is_some(),
            Some(FilterPart::Level) => value.parse::<u8>().is_ok(),
            Some(FilterPart::From | FilterPart::To) => value.parse::<Date>().is_ok(),
        };
        let named = pairs.clone().any(|(name, _)| name == "view");
        (named && pairs.clone().all(fits)).then(|| Asked::of(pairs))
    }

    /// Names and values, as they stand in an address or a form.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        std::iter::once(("view", self.view.tag())).chain(self.filter.set().map(|(part, value)| (part.tag(), value)))
    }

    /// `view=mine&category=S0-1`
    pub fn query(&self) -> String {
        self.pairs().map(|(name, value)| format!("{name}={}", in_query(value))).collect::<Vec<_>>().join("&")
    }
}
