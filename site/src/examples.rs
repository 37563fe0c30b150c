//! Every page in every state that matters, made from a policy: what tests draw and pictures show.

mod callback;
mod clocks;
mod complaint;
mod desk;
mod door;
mod evidence;
mod hearing;
mod hers;
mod intake;
pub(crate) mod parts;
mod people;
mod picture;
mod review;
mod suggestion;

use domain::Timestamp;
use domain::fault::{Fault, Field, Flaw};
use domain::policy::{Category, Policy, Service};

use crate::page::{
    Again, BeginPage, CheckPage, ChoosePage, CodeEntry, CodeState, FormPage, Page, ProblemKind, ProblemPage, TrackCodePage, TrackNotice, TrackPage,
};
use people::{DRAFT, at, number, receipt, typed};

/// The pages by a short name, static ones first. Empty where the policy has no service or district.
pub fn examples(policy: &Policy) -> Vec<(&'static str, Page<'_>)> {
    let mut all = fixed(policy);
    let found = policy.services.iter().find_map(|s| s.categories.iter().find(|c| c.sensitive).map(|c| (s, c)));
    let plain = policy.services.iter().find_map(|s| s.categories.iter().find(|c| !c.sensitive).map(|c| (s, c)));
    if let Some((service, category)) = found.or(plain) {
        all.extend(begins(policy, service, category, plain));
        all.extend(forms(policy, service, category));
        all.extend(checks(policy, service, category));
        all.extend(tracks());
        all.extend(complaint::pages(policy, service, category));
        all.extend(hers::pages(service, category));
        all.extend(desk::pages(policy, service, category));
        all.extend(door::pages());
        all.extend(evidence::pages());
        all.extend(picture::pages());
        all.extend(review::pages());
        all.extend(callback::pages(category));
        all.extend(hearing::pages(category));
        all.extend(intake::pages(policy));
        all.extend(suggestion::pages(policy));
    }
    all.extend(ProblemKind::ALL.map(|kind| (kind.tag(), Page::Problem(ProblemPage { kind, trace: 0x5e_ed42_0001, again: None }))));
    all.push(("send-again", Page::Problem(send_again())));
    all
}

/// A form that came while nothing answered, with what was in it.
fn send_again() -> ProblemPage {
    let fields = [("name", "सुनीता देवी"), ("phone", "98123 00001")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let again = Again { action: "/hi/complaints".to_owned(), fields: fields.to_vec() };
    ProblemPage { kind: ProblemKind::Unavailable, trace: 0x5e_ed42_0002, again: Some(again) }
}

fn fixed(policy: &Policy) -> Vec<(&'static str, Page<'_>)> {
    vec![
        ("home", Page::Home { policy }),
        ("danger", Page::Danger),
        ("choose", Page::Choose(ChoosePage { policy })),
        ("safety", Page::Safety),
        ("privacy", Page::Privacy),
        ("missing", Page::NotFound),
    ]
}

fn begins<'a>(policy: &'a Policy, service: &'a Service, category: &'a Category, plain: Option<(&'a Service, &'a Category)>) -> Vec<(&'static str, Page<'a>)> {
    let fault = Some(Fault { field: Field::District, flaw: Flaw::Missing });
    let mut all = vec![
        ("begin", Page::Begin(BeginPage { service, category, policy, fault: None })),
        ("begin-no-district", Page::Begin(BeginPage { service, category, policy, fault })),
    ];
    all.extend(plain.map(|(service, category)| ("begin-plain", Page::Begin(BeginPage { service, category, policy, fault: None }))));
    all
}

fn forms<'a>(policy: &'a Policy, service: &'a Service, category: &'a Category) -> Vec<(&'static str, Page<'a>)> {
    let Some(district) = people::district(policy) else { return Vec::new() };
    let first = FormPage {
        service,
        category,
        district,
        stations: policy.stations_of(&district.code).collect(),
        typed: people::empty(service, category, district),
        faults: Vec::new(),
        expired: false,
        about_police: false,
        replaces: None,
    };
    let mut short = typed(service, category, district);
    short.set(Field::Phone, "98123 0000");
    let filled = FormPage { typed: short, ..first.clone() };
    let one = vec![Fault { field: Field::Phone, flaw: Flaw::NotIndianMobile }];
    vec![
        ("form", Page::Form(first.clone())),
        ("form-wrong", Page::Form(FormPage { faults: every_fault(), ..filled.clone() })),
        ("form-one-wrong", Page::Form(FormPage { faults: one, ..filled.clone() })),
        ("form-expired", Page::Form(FormPage { expired: true, ..filled })),
        ("form-police", Page::Form(FormPage { about_police: true, ..first })),
    ]
}

/// One fault for every field that a form has, the hidden ones included.
pub fn every_fault() -> Vec<Fault> {
    let flaws = [
        (Field::Category, Flaw::UnknownChoice),
        (Field::Account, Flaw::Missing),
        (Field::HappenedOn, Flaw::InFuture),
        (Field::Name, Flaw::NoLetters),
        (Field::Relation, Flaw::Missing),
        (Field::RelativeName, Flaw::Missing),
        (Field::Phone, Flaw::NotIndianMobile),
        (Field::Station, Flaw::UnknownChoice),
        (Field::Address, Flaw::Missing),
        (Field::Landmark, Flaw::TooLong(200)),
        (Field::Locality, Flaw::Unreadable),
        (Field::Pin, Flaw::NotAPin),
        (Field::ContactSms, Flaw::UnknownChoice),
        (Field::ContactCall, Flaw::UnknownChoice),
        (Field::SafeHours, Flaw::NotHours),
        (Field::OnBehalf, Flaw::UnknownChoice),
        (Field::AccusedStation, Flaw::UnknownChoice),
        (Field::AccusedOfficer, Flaw::TooLong(200)),
        (Field::IdempotencyKey, Flaw::Missing),
    ];
    flaws.map(|(field, flaw)| Fault { field, flaw }).to_vec()
}

/// A code entry in some state, five minutes before its code runs out.
fn code(state: CodeState, sent_to: Option<&str>) -> CodeEntry {
    CodeEntry { draft: DRAFT.to_owned(), sent_to: sent_to.map(str::to_owned), expires_at: at(21, 11, 35), state, now: at(21, 11, 30) }
}

fn states() -> [(&'static str, CodeState); 8] {
    let later: Timestamp = at(21, 11, 45);
    [
        ("check", CodeState::Sent),
        ("check-not-sent", CodeState::NotSent),
        ("check-wait", CodeState::WaitUntil(later)),
        ("check-short", CodeState::Malformed),
        ("check-wrong", CodeState::Wrong { left: 3 }),
        ("check-wrong-last", CodeState::Wrong { left: 1 }),
        ("check-expired", CodeState::Expired),
        ("check-locked", CodeState::LockedUntil(at(22, 11, 30))),
    ]
}

fn checks<'a>(policy: &'a Policy, service: &'a Service, category: &'a Category) -> Vec<(&'static str, Page<'a>)> {
    let Some(district) = people::district(policy) else { return Vec::new() };
    let station = policy.stations_of(&district.code).next();
    let check = |state| CheckPage {
        service,
        category,
        district,
        station,
        accused_station: None,
        typed: typed(service, category, district),
        code: code(state, Some("+91 ••••••••01")),
    };
    states().map(|(name, state)| (name, Page::Check(check(state)))).to_vec()
}

fn tracks() -> Vec<(&'static str, Page<'static>)> {
    let shown = number().to_string();
    let fault = |field, flaw| Fault { field, flaw };
    let wrong = vec![fault(Field::Number, Flaw::NotANumber), fault(Field::Phone, Flaw::NotIndianMobile)];
    let receipt_wrong = vec![fault(Field::Number, Flaw::Missing), fault(Field::Receipt, Flaw::NotAReceipt)];
    let with = |notice| TrackPage { number: shown.clone(), receipt: receipt(), notice: Some(notice), ..TrackPage::default() };
    let enter = |state| Page::TrackCode(TrackCodePage { number: shown.clone(), code: code(state, None) });
    vec![
        ("track", Page::Track(TrackPage::default())),
        ("track-wrong", Page::Track(TrackPage { number: "LKO26".into(), phone: "98123".into(), faults: wrong, ..TrackPage::default() })),
        ("track-receipt-wrong", Page::Track(TrackPage { receipt: "1234".into(), faults: receipt_wrong, ..TrackPage::default() })),
        ("track-no-match", Page::Track(with(TrackNotice::NoMatch))),
        ("track-again", Page::Track(TrackPage { notice: Some(TrackNotice::SignInAgain), ..TrackPage::default() })),
        ("track-code", enter(CodeState::Sent)),
        ("track-code-wrong", enter(CodeState::Wrong { left: 4 })),
        ("track-code-expired", enter(CodeState::Expired)),
        ("track-code-locked", enter(CodeState::LockedUntil(at(22, 11, 30)))),
    ]
}
