//! A complaint as she sees it: the rule, the date, who has it, who gets it next, what happened.

use domain::Timestamp;
use domain::calendar::wall;
use domain::complaint::{Complaint, Officer, Rung, Stage};
use domain::event::Kind;
use domain::ids::{PostId, UnitCode};
use domain::lang::{Both, Lang};
use domain::policy::{Deadline, Policy};
use domain::receipt::Receipt;
use site::page::{ComplaintPage, Happening, Holder, ReceiptPage, StageShown, TextState, What};
use store::{Delivery, StoredEvent};

/// What she gets at registration.
pub fn receipt_page(policy: &Policy, it: &Complaint, receipt: &Receipt) -> ReceiptPage {
    let words = RuleWords::of(policy, it);
    ReceiptPage {
        number: it.number.clone(),
        receipt: receipt.shown(),
        category: words.category,
        registered_at: it.registered_at,
        due_at: it.due_at(),
        rule: words.rule,
        source: words.source,
        holidays: words.holidays,
        holder: working(policy, it).unwrap_or_else(|| held_by(policy, it, it.holder())),
        next: it.ahead().first().map(|(rung, at)| (held_by(policy, it, rung), *at)),
        texts: it.contact.sms,
        woman_officer: it.woman_officer,
    }
}

/// What she sees whenever she looks.
pub fn complaint_page(policy: &Policy, it: &Complaint, events: &[StoredEvent], now: Timestamp) -> ComplaintPage {
    let words = RuleWords::of(policy, it);
    let responsible = held_by(policy, it, it.holder());
    let (holder, working) = match working(policy, it) {
        Some(officer) if it.level == 0 => (officer, None),
        working => (responsible, working),
    };
    let at_top = it.next().is_none();
    ComplaintPage {
        number: it.number.clone(),
        service: policy.service(it.service.as_str()).map_or_else(|| same(it.service.as_str()), |s| s.name.clone()),
        category: words.category,
        stage: match it.stage {
            Stage::Unassigned => StageShown::Unassigned,
            Stage::Assigned { .. } => StageShown::Assigned,
        },
        registered_at: it.registered_at,
        due_at: it.due_at(),
        now,
        rule: words.rule,
        source: words.source,
        holidays: words.holidays,
        holder,
        working,
        ahead: it.ahead().into_iter().map(|(rung, at)| (held_by(policy, it, rung), at)).collect(),
        at_top,
        next_alarm: it.wakes_at().filter(|_| at_top),
        timeline: events.iter().rev().map(|stored| happening(policy, it, stored)).collect(),
    }
}

fn happening(policy: &Policy, it: &Complaint, stored: &StoredEvent) -> Happening {
    let what = match &stored.event.kind {
        Kind::Registered { .. } => What::Registered,
        Kind::Assigned { officer } => What::Assigned { to: officer_as_holder(policy, officer) },
        Kind::Escalated { to, .. } => What::Escalated { to: held_by(policy, it, to) },
        Kind::TopAlarm { count, at_top } => What::TopAlarm { count: *count, at_top: held_by(policy, it, at_top) },
    };
    let text = match stored.delivery {
        Delivery::Waiting => TextState::Waiting,
        Delivery::Sent => TextState::Sent,
        Delivery::NotWanted => TextState::NotWanted,
        Delivery::Failed => TextState::Failed,
    };
    Happening { at: stored.event.at, what, text }
}

/// The words of the rule it was taken under. A category that the policy no longer has is named by its id.
struct RuleWords {
    category: Both,
    rule: Both,
    source: Both,
    holidays: Vec<(domain::Date, Both)>,
}

impl RuleWords {
    fn of(policy: &Policy, it: &Complaint) -> RuleWords {
        let Some((_, category)) = policy.category(it.category.as_str()) else {
            return RuleWords { category: same(it.category.as_str()), rule: same(""), source: same(""), holidays: vec![] };
        };
        let counted = match category.deadline {
            Deadline::WorkingDays(_) => {
                let (from, to) = (wall(it.registered_at).date(), wall(it.due_at()).date());
                policy.calendar.holidays_between(from, to).map(|(day, name)| (day, name.clone())).collect()
            }
            Deadline::Hours(_) | Deadline::Days(_) | Deadline::Months(_) => vec![],
        };
        RuleWords { category: category.name.clone(), rule: category.rule.clone(), source: category.source.clone(), holidays: counted }
    }
}

fn working(policy: &Policy, it: &Complaint) -> Option<Holder> {
    match &it.stage {
        Stage::Unassigned => None,
        Stage::Assigned { officer, .. } => Some(officer_as_holder(policy, officer)),
    }
}

fn officer_as_holder(policy: &Policy, it: &Officer) -> Holder {
    let title = |lang: Lang| format!("{} {}", it.rank.get(lang), it.name.get(lang));
    Holder { title: Both { hi: title(Lang::Hi), en: title(Lang::En) }, place: place(policy, &it.unit), woman: it.woman }
}

fn held_by(policy: &Policy, it: &Complaint, rung: &Rung) -> Holder {
    Holder { title: post(policy, &rung.post, it.district.as_str()), place: place(policy, &rung.unit), woman: false }
}

fn post(policy: &Policy, post: &PostId, district: &str) -> Both {
    let name = |lang| policy.post_name(post, district, lang).to_owned();
    Both { hi: name(Lang::Hi), en: name(Lang::En) }
}

fn place(policy: &Policy, unit: &UnitCode) -> Both {
    Both { hi: policy.place_name(unit, Lang::Hi), en: policy.place_name(unit, Lang::En) }
}

fn same(text: &str) -> Both {
    Both { hi: text.to_owned(), en: text.to_owned() }
}
