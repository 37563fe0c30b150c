//! The public list of suggestions, as JSON.

use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::suggestion::{SuggestionShown, SuggestionsPage};

use super::{Shown, both};

impl Shown for SuggestionsPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        let rows = self.rows.iter().map(|it| {
            json!({
                "day": it.day.to_string(),
                "wording": { "hi": it.wording.hi, "en": it.wording.en },
                "office": { "title": both(lang, &it.office.title), "place": both(lang, &it.office.place) },
                "service": both(lang, &it.service),
            })
        });
        json!({ "suggestions": rows.collect::<Vec<_>>(), "older": self.older })
    }
}

/// What an officer sees of one; nothing where it is none.
pub(super) fn suggestion(it: &SuggestionShown) -> Value {
    match it {
        SuggestionShown::No => Value::Null,
        SuggestionShown::Made => json!({ "listed": null }),
        SuggestionShown::Listed(said) => json!({ "listed": { "hi": said.hi, "en": said.en } }),
    }
}
