//! A complaint as she sees it: its clocks, who has it, who gets it next.

use domain::Timestamp;
use domain::calendar::wall;
use domain::clock::{Clock, ClockRule};
use domain::complaint::{Complaint, EmptyPost, Officer, Rung, Stage};
use domain::ids::{DistrictCode, PostId, UnitCode};
use domain::lang::{Both, Lang};
use domain::policy::{Deadline, Policy};
use domain::receipt::Receipt;
use domain::suggestion::Suggestion;
use jiff::SignedDuration;
use site::page::{AnswerShown, ClockShown, ComplaintPage, HersShown, Holder, MinePage, MineRow, PostAt, ReceiptPage, StageShown};
use store::StoredEvent;

use crate::{clocks, timeline};

/// What she gets at registration.
pub fn receipt_page(policy: &Policy, it: &Complaint, receipt: &Receipt) -> ReceiptPage {
    let words = RuleWords::of(policy, it);
    ReceiptPage {
        number: it.number.clone(),
        receipt: receipt.shown(),
        category: words.category,
        registered_at: it.registered_at,
        due_at: it.due_at(),
        allowed: allowed(policy, it),
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
    let (at_top, open) = (it.next().is_none(), it.is_open());
    let ahead = if open { it.ahead() } else { Vec::new() };
    let disposal = it.clock(ClockRule::Disposal).cloned();
    // Every complaint is born with this clock; a row without it still shows when its ladder moves.
    let disposal = disposal.unwrap_or_else(|| Clock::new(ClockRule::Disposal, it.registered_at, it.path.next_at, SignedDuration::ZERO));
    let beside = it.clocks.iter().filter(|clock| clock.rule != ClockRule::Disposal);
    ComplaintPage {
        number: it.number.clone(),
        service: policy.service(it.service.as_str()).map_or_else(|| same(it.service.as_str()), |s| s.name.clone()),
        category: words.category,
        stage: match it.stage {
            Stage::Unassigned => StageShown::Unassigned,
            Stage::Assigned { .. } => StageShown::Assigned,
            Stage::Disposed { .. } => StageShown::Disposed,
            Stage::InAppeal { .. } => StageShown::InAppeal,
        },
        registered_at: it.registered_at,
        now,
        holidays: words.holidays,
        disposal: ClockShown { text: words.rule, source: words.source, ..clocks::shown(policy, it, &disposal, now) },
        clocks: beside.map(|clock| clocks::shown(policy, it, clock, now)).collect(),
        planned: it.waiting().map(|planned| clocks::planned(policy, planned)).collect(),
        holder,
        working,
        level: it.level,
        rungs: u8::try_from(it.path.rungs.len()).unwrap_or(u8::MAX),
        ahead: ahead.into_iter().map(|(rung, at)| (held_by(policy, it, rung), at)).collect(),
        told: held_by(policy, it, it.next().unwrap_or_else(|| it.holder())),
        at_top,
        next_alarm: (at_top && open).then_some(it.path.next_at),
        timeline: timeline::timeline(policy, it, events),
        hers: None,
    }
}

/// The same on her own page, with what she may say. `list` says whether the session knows her phone.
pub fn her_page(policy: &Policy, it: &Complaint, events: &[StoredEvent], list: bool, now: Timestamp) -> ComplaintPage {
    let answer = match (it.say.answer.map(|answer| answer.solved), it.answer_until()) {
        (_, None) => AnswerShown::NotAsked,
        (Some(true), Some(_)) => AnswerShown::Solved(it.may_say_no_until(now)),
        (Some(false), Some(_)) => AnswerShown::Unsolved,
        (None, Some(until)) if now <= until => AnswerShown::Asked(until),
        (None, Some(until)) => AnswerShown::None(until),
    };
    let may_refuse = it.may_report_refusal(now);
    let hearing = policy.hearing.as_ref().is_some_and(|rule| rule.unit_of(it).is_some());
    let listed = matches!(it.suggestion, Suggestion::Listed(_));
    let hers = HersShown { answer, may_refuse, withdrawal: it.withdrawal(), list, hearing, listed };
    ComplaintPage { hers: Some(hers), ..complaint_page(policy, it, events, now) }
}

/// Whoever has it now, in words.
pub fn holder_shown(policy: &Policy, it: &Complaint) -> Holder {
    held_by(policy, it, it.holder())
}

/// Her complaints as a list, newest first.
pub fn mine_page(policy: &Policy, all: &[Complaint]) -> MinePage {
    let row = |it: &Complaint| MineRow {
        number: it.number.clone(),
        category: RuleWords::of(policy, it).category,
        stage: crate::worklist::stage(it.stage.kind()),
        registered_at: it.registered_at,
        due_at: it.due_at(),
    };
    let mut rows: Vec<MineRow> = all.iter().map(row).collect();
    rows.sort_by(|a, b| (b.registered_at, &b.number).cmp(&(a.registered_at, &a.number)));
    MinePage { rows }
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

/// The time that its rule gives; `None` where the policy no longer has the category.
pub(crate) fn allowed(policy: &Policy, it: &Complaint) -> Option<Deadline> {
    policy.category(it.category.as_str()).map(|(_, category)| category.deadline)
}

fn working(policy: &Policy, it: &Complaint) -> Option<Holder> {
    match &it.stage {
        Stage::Assigned { officer, .. } => Some(officer_as_holder(policy, officer)),
        Stage::Unassigned | Stage::Disposed { .. } | Stage::InAppeal { .. } => None,
    }
}

pub(crate) fn officer_as_holder(policy: &Policy, it: &Officer) -> Holder {
    let title = |lang: Lang| format!("{} {}", it.rank.get(lang), it.name.get(lang));
    Holder { title: Both { hi: title(Lang::Hi), en: title(Lang::En) }, place: place(policy, &it.unit), woman: it.woman, stands_in_for: None }
}

pub(crate) fn held_by(policy: &Policy, it: &Complaint, rung: &Rung) -> Holder {
    // In the terms of the district where the post sits: it may have come from another one.
    let name = |id: &PostId| post(policy, id, policy.district_of(&rung.unit).map_or(it.district.as_str(), |district| district.code.as_str()));
    let nowhere = || Both { hi: String::new(), en: String::new() };
    let empty = |it: &EmptyPost| PostAt { title: name(&it.post), place: it.unit.as_ref().map_or_else(nowhere, |unit| place(policy, unit)) };
    Holder { title: name(&rung.post), place: place(policy, &rung.unit), woman: false, stands_in_for: rung.stands_in_for.as_ref().map(empty) }
}

fn post(policy: &Policy, post: &PostId, district: &str) -> Both {
    let name = |lang| policy.post_name(post, district, lang).to_owned();
    Both { hi: name(Lang::Hi), en: name(Lang::En) }
}

/// A post of a unit, by the name that it has in the unit's district.
pub(crate) fn post_at(policy: &Policy, id: &PostId, unit: &UnitCode) -> Both {
    post(policy, id, policy.district_of(unit).map_or("", |district| district.code.as_str()))
}

pub(crate) fn place(policy: &Policy, unit: &UnitCode) -> Both {
    Both { hi: policy.place_name(unit, Lang::Hi), en: policy.place_name(unit, Lang::En) }
}

pub(crate) fn district(policy: &Policy, code: &DistrictCode) -> Both {
    policy.district(code.as_str()).map_or_else(|| same(code.as_str()), |district| district.name.clone())
}

pub(crate) fn same(text: &str) -> Both {
    Both { hi: text.to_owned(), en: text.to_owned() }
}
