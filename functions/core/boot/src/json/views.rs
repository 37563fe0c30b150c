//! An officer's named views as JSON.

use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::desk::ViewsPage;

use super::{Shown, named};

impl Shown for ViewsPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        match self.fault {
            Some(fault) => named(code, fault.tag(), words::view_not_kept(lang), site::view_fault_words(lang, fault)),
            None => json!({ "views": self.views.iter().map(|view| json!({ "name": view.name.as_str(), "query": view.query })).collect::<Vec<_>>() }),
        }
    }
}
