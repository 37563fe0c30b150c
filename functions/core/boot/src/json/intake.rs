//! What a desk takes in, as JSON: the faults of its form, what will be registered, the receipt.

use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::ProblemKind;
use site::page::intake::{Again, Given, IntakeCheckPage, IntakeMatterPage, IntakePage, IntakeReceiptPage};

use super::{Shown, both, faults_as, problem, receipt_page};

impl Shown for IntakeMatterPage<'_> {
    fn json(&self, lang: Lang, code: u16) -> Value {
        faults_as(lang, code, &self.faults, words::intake::fault)
    }
}

impl Shown for IntakePage<'_> {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if code >= 400 {
            return faults_as(lang, code, &self.faults, words::intake::fault);
        }
        let fields: serde_json::Map<String, Value> = self.typed.pairs().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        let channels: Vec<&str> = self.service.at_desk().map(|channel| channel.tag()).collect();
        json!({ "fields": fields, "channels": channels })
    }
}

impl Shown for IntakeCheckPage<'_> {
    fn json(&self, lang: Lang, _: u16) -> Value {
        let fields: serde_json::Map<String, Value> = self.typed.pairs().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        json!({ "registered": false, "category": both(lang, &self.category.name), "fields": fields, "no_phone": self.no_phone, "walled": self.walled })
    }
}

impl Shown for IntakeReceiptPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if code >= 400 {
            let mut body = problem(lang, ProblemKind::AlreadyRegistered, None);
            body["number"] = json!(self.receipt.number.as_str());
            return body;
        }
        let mut body = receipt_page(lang, &self.receipt);
        body["no_phone"] = json!(self.no_phone);
        body["given"] = json!(match self.given {
            Given::Here => "here",
            Given::Elsewhere => "elsewhere",
            Given::Walled => "walled",
        });
        body["again"] = json!(match self.again {
            None => false,
            Some(Again::Same | Again::Changed) => true,
        });
        body
    }
}
