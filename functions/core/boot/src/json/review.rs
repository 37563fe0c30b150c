//! The reviews as JSON.

use domain::lang::Lang;
use domain::review::Standing;
use serde_json::{Value, json};
use site::page::review::{ReviewMay, ReviewOutcome, ReviewPage, ReviewRow, ReviewsPage};

use super::{Shown, both, named};

impl Shown for ReviewsPage {
    fn json(&self, lang: Lang, _: u16) -> Value {
        let rows = |all: &[ReviewRow]| all.iter().map(|it| row(lang, it)).collect::<Vec<_>>();
        json!({
            "month": self.month.to_string(),
            "yours": rows(&self.yours),
            "below": rows(&self.below),
            "todo": rows(&self.todo),
            "units": self.units.iter().map(|it| json!({
                "name": both(lang, &it.place),
                "closed": it.closed,
                "drawn": it.sums.drawn,
                "reviewed": it.sums.reviewed,
                "open": it.sums.open,
                "overdue": it.sums.overdue,
            })).collect::<Vec<_>>(),
            "idle": self.idle,
            "said": self.said.iter().map(|it| json!({ "month": it.month.to_string(), "solved": it.solved, "unsolved": it.unsolved })).collect::<Vec<_>>(),
            "draws": self.told.iter().map(|it| json!({
                "month": it.month.to_string(),
                "commitment": it.commitment,
                "told_at": it.told_at.to_string(),
                "seed": it.seed,
            })).collect::<Vec<_>>(),
        })
    }
}

impl Shown for ReviewPage {
    fn json(&self, lang: Lang, code: u16) -> Value {
        match self.outcome {
            Some(ReviewOutcome::Refused(refused)) => named(code, "refused", words::review_not(lang), words::review::refused(lang, refused)),
            Some(ReviewOutcome::Faulty(fault)) => named(code, fault.tag(), words::review_not(lang), site::review_fault_words(lang, fault)),
            Some(ReviewOutcome::Done) | None => {
                let mut body = row(lang, &self.row);
                body["note"] = json!(self.note);
                body["may"] = json!(match self.may {
                    ReviewMay::Review => Some("review"),
                    ReviewMay::Settle => Some("settle"),
                    ReviewMay::Nothing => None,
                });
                body
            }
        }
    }
}

fn row(lang: Lang, it: &ReviewRow) -> Value {
    let (state, due) = match it.standing {
        Standing::Waits(due) => ("waits", Some(due)),
        Standing::InOrder => ("in_order", None),
        Standing::ActionOpen(due) => ("action_open", Some(due)),
        Standing::ActionDone => ("action_done", None),
    };
    json!({
        "number": it.number.as_str(),
        "month": it.month.to_string(),
        "unit": both(lang, &it.place),
        "closed_at": it.closed_at.to_string(),
        "without_contact": it.without_contact,
        "state": state,
        "due_at": due.map(|at| at.to_string()),
        "finding": it.review.as_ref().map(|review| review.finding.tag()),
        "action": it.review.as_ref().and_then(|review| review.action.as_ref()).map(|action| json!({
            "what": action.what.tag(),
            "due_at": action.due.to_string(),
            "done": action.done.is_some(),
        })),
    })
}
