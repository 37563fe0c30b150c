//! Hearings, as JSON.

use domain::lang::Lang;
use serde_json::{Value, json};
use site::page::hearing::{CallShown, HearingPage, HearingState, HearingsPage, WallPage, Where};

use super::{Shown, both, named};

impl Shown for HearingPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if let Some(why) = self.refused.filter(|_| code >= 400) {
            return named(code, why.tag(), site::hearing_refused_words(lang, why), "");
        }
        let mut body = match &self.state {
            HearingState::NotHeard => json!({ "state": "not-heard" }),
            HearingState::Choose(it) => json!({
                "state": "free",
                "first": it.first.map(|at| at.to_string()),
                "days": it.days.iter().map(ToString::to_string).collect::<Vec<_>>(),
                "free": it.free.iter().map(ToString::to_string).collect::<Vec<_>>(),
            }),
            HearingState::Booked(it) => json!({
                "state": stand(it.stand),
                "at": it.at.to_string(),
                "token": it.token.to_string(),
                "place": it.line.map(|(place, _)| place),
                "expected_at": it.line.map(|(_, at)| at.to_string()),
            }),
            HearingState::Called { token, call } => {
                let (call, link) = match call {
                    CallShown::Phone => ("phone", None),
                    CallShown::Ready => ("ready", None),
                    CallShown::Open(link) => ("open", Some(link)),
                    CallShown::ShownBefore => ("shown-before", None),
                };
                json!({ "state": "called", "token": token.to_string(), "call": call, "link": link })
            }
        };
        body["number"] = json!(self.number.as_str());
        body
    }
}

fn stand(it: Where) -> &'static str {
    match it {
        Where::Ahead => "booked",
        Where::Today => "today",
        Where::Waits => "waiting",
        Where::Returned => "returned",
        Where::Ended => "ended",
    }
}

impl Shown for WallPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        let tokens = |all: &[domain::hearing::Token]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
        json!({ "place": both(lang, &self.place), "now": tokens(&self.called), "next": tokens(&self.next) })
    }
}

fn stations(lang: Lang, it: &site::page::hearing::HeardNow) -> Vec<Value> {
    it.stations.iter().map(|(code, name)| json!({ "code": code, "name": name.get(lang) })).collect()
}

impl Shown for HearingsPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        if let Some(why) = self.refused.filter(|_| code >= 400) {
            return named(code, why.tag(), site::hearing_fault_words(lang, why), "");
        }
        let row = |it: &site::page::hearing::HearingRow| {
            json!({
                "number": it.number.as_str(),
                "token": it.token.to_string(),
                "at": it.at.to_string(),
                "category": both(lang, &it.category),
                "state": it.stand.tag(),
                "woman_officer": it.woman_officer,
                "may_free": it.may_free,
            })
        };
        json!({
            "sits": self.sits,
            "officers": self.officers,
            "pace_seconds": self.pace.as_secs(),
            "queue": self.rows.iter().map(row).collect::<Vec<_>>(),
            "mine": self.mine.as_ref().map(|it| json!({ "number": it.number.as_str(), "token": it.token.to_string(), "link": it.link, "again": it.again, "stations": stations(lang, it) })),
            "done": self.done.map(|done| site::hearing_done_words(lang, done)),
        })
    }
}
