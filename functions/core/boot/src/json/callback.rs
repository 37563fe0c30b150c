//! Filings to be called back, as JSON.

use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::callback::{CallbackPage, CallbackRow, CallbacksPage};

use super::{Shown, both};

impl Shown for CallbacksPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        json!({
            "rows": self.rows.iter().map(|it| row(lang, it)).collect::<Vec<_>>(),
            "done": self.done.as_ref().map(|done| site::callback_words(lang, done)),
        })
    }
}

impl Shown for CallbackPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        let mut body = row(lang, &self.row);
        body["filed_at"] = json!(self.filed_at.to_string());
        body["lang"] = json!(self.spoken.tag());
        body["hours"] = json!(self.hours);
        body["now_is_safe"] = json!(self.now_is_safe);
        body["tries"] = json!(self.tries);
        body["who"] = json!(self.open.as_ref().map(|open| {
            let mut who: serde_json::Map<String, Value> = open.fields.iter().map(|(field, value)| (field.tag().to_owned(), json!(value))).collect();
            who.insert("phone".to_owned(), json!(open.phone));
            who
        }));
        body
    }
}

fn row(lang: Lang, it: &CallbackRow) -> Value {
    json!({ "filing": it.filing, "category": both(lang, &it.category), "place": both(lang, &it.place), "call_by": it.call_by.to_string() })
}
