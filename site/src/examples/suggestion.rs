//! Suggestions: the form, her page once hers is taken up, the officer's form, and the list for everybody.

use domain::Date;
use domain::access::{DeskMove, Role};
use domain::decide::Refusal;
use domain::lang::{Both, Lang};
use domain::policy::{Category, Policy, Service};
use domain::suggestion::{DownReason, WordingFlaw};
use domain::work::Progress;

use super::complaint::{both, happening, opened, running, sho, then};
use super::desk::{case, head, typed};
use super::people;
use crate::page::desk::{CasePage, FormFault, Outcome};
use crate::page::intake::IntakePage;
use crate::page::suggestion::{SuggestionRow, SuggestionShown, SuggestionsPage};
use crate::page::{AnswerShown, ComplaintPage, FormPage, HersShown, Holder, Page, What};

/// The pages by a short name. Empty where the policy has no category for suggestions.
pub(super) fn pages(policy: &Policy) -> Vec<(&'static str, Page<'_>)> {
    let found = policy.services.iter().find_map(|service| Some((service, policy.suggestions().filter(|it| service.categories.iter().any(|c| c.id == it.id))?)));
    let Some((service, category)) = found else { return Vec::new() };
    let mut all = lists(service, category);
    all.extend(forms(policy, service, category));
    all.extend(hers(service, category));
    all.extend(cases(service, category));
    all
}

/// What stands on the list.
pub(super) fn wording() -> Both {
    both("बाज़ार से स्कूल तक की गली में रात को रोशनी रहेगी।", "The lane from the market to the school will be lit at night.")
}

fn other_words() -> Both {
    both("हर शनिवार को थाने में महिला अधिकारी दोपहर तक बैठेंगी।", "A woman officer will sit at the station every Saturday until noon.")
}

fn lists(service: &Service, category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let row = |day, wording, office: Holder| SuggestionRow { day: Date::constant(2026, 11, day), wording, office, service: service.name.clone() };
    let long = both(&"सड़क, गली और चौराहे पर रोशनी की जाँच हर महीने होगी। ".repeat(6), &"Lights in roads, lanes and crossings are checked each month. ".repeat(5));
    let district = Holder {
        title: both("पुलिस उपायुक्त", "Deputy Commissioner"), place: both("मध्य दिल्ली", "Central Delhi"), ..sho()
    };
    let full = SuggestionsPage {
        rows: vec![row(22, wording(), sho()), row(19, other_words(), district), row(3, long, sho())],
        before: None,
        older: Some("2026-11-03.0123456789abcdef".to_owned()),
        make: Some(category.id.clone()),
    };
    let page = |it: SuggestionsPage| Page::Suggestions(Box::new(it));
    let before = Some("2026-11-03.0123456789abcdef".to_owned());
    vec![
        ("suggestions", page(full.clone())),
        ("suggestions-older", page(SuggestionsPage { before: before.clone(), older: None, ..full.clone() })),
        ("suggestions-end", page(SuggestionsPage { rows: Vec::new(), before, older: None, ..full.clone() })),
        ("suggestions-empty", page(SuggestionsPage { rows: Vec::new(), older: None, ..full })),
    ]
}

fn forms<'a>(policy: &'a Policy, service: &'a Service, category: &'a Category) -> Vec<(&'static str, Page<'a>)> {
    let Some(district) = people::district(policy) else { return Vec::new() };
    let (stations, typed): (Vec<_>, _) = (policy.stations_of(&district.code).collect(), people::empty(service, category, district));
    let form = FormPage {
        service,
        category,
        district,
        stations: stations.clone(),
        typed: typed.clone(),
        faults: Vec::new(),
        expired: false,
        about_police: false,
        replaces: None,
    };
    let intake = IntakePage { head: head(), service, category, district, stations, typed, faults: Vec::new() };
    vec![("form-suggestion", Page::Form(form)), ("desk-intake-suggestion", Page::Intake(Box::new(intake)))]
}

fn hers(service: &Service, category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let hers =
        |listed| HersShown { answer: AnswerShown::NotAsked, may_refuse: false, withdrawal: domain::say::Withdrawal::May, list: true, hearing: false, listed };
    let it = running(service, category, 38);
    let now = it.now;
    let up = happening(now, "taken_up", What::TakenUp { wording: wording(), office: sho(), reworded: false }, None);
    let down = happening(now, "taken_down", What::TakenDown(DownReason::NotPossible), None);
    let listed = then(ComplaintPage { hers: Some(hers(true)), ..it }, [up.clone()]);
    let gone = then(ComplaintPage { hers: Some(hers(false)), ..running(service, category, 38) }, [down, up]);
    vec![("complaint-taken-up", opened(listed)), ("complaint-taken-down", opened(gone))]
}

fn cases(service: &Service, category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let head = |suggestion, moves: &[DeskMove]| {
        let it = case(running(service, category, 38), Role::Head, Progress::Contacted);
        let account = "बाज़ार से स्कूल तक की गली में रात को बत्ती नहीं जलती।\nवहाँ लगवा दें, तो लड़कियाँ शाम की पढ़ाई कर पाएँगी।".to_owned();
        let moves = it.moves.iter().chain(moves).copied().collect();
        CasePage { suggestion, moves, account: Some(account), about: Vec::new(), woman_officer: false, ..it }
    };
    let may = || head(SuggestionShown::Made, &[DeskMove::TakeUp]);
    let listed = || head(SuggestionShown::Listed(wording()), &[DeskMove::TakeUp, DeskMove::TakeDown]);
    let page = |it: CasePage| Page::Case(Box::new(it));
    let wrong = typed(&[("public_hi", "शिकायतकर्ता 98123 00001 के कहने पर रोशनी लगेगी।"), ("public_en", "Light in the lane.")]);
    let phone = Outcome::Faulty(DeskMove::TakeUp, FormFault::Wording(Lang::Hi, WordingFlaw::Phone));
    let refused = Outcome::Refused(DeskMove::Reject, Refusal::Listed);
    let reason = typed(&[("reason", "nothing_to_act"), ("words", "अभी कुछ नहीं हो सकता।")]);
    let worker = case(running(service, category, 38), Role::Worker, Progress::Contacted);
    vec![
        ("desk-case-suggestion", page(may())),
        ("desk-case-suggestion-wrong", page(CasePage { outcome: Some(phone), typed: wrong, ..may() })),
        ("desk-case-suggestion-listed", page(CasePage { outcome: Some(Outcome::Done(DeskMove::TakeUp)), ..listed() })),
        ("desk-case-suggestion-refused", page(CasePage { outcome: Some(refused), typed: reason, ..listed() })),
        ("desk-case-suggestion-report", page(CasePage { suggestion: SuggestionShown::Made, woman_officer: false, ..worker })),
    ]
}
