//! The console: a worklist full, empty, filtered and turned over; what a search found; a case in each of its states.

use domain::access::{DeskMove, Role};
use domain::clock::{ClockRule, PauseReason};
use domain::complaint::Officer;
use domain::decide::Refusal;
use domain::fault::Field;
use domain::ids::{OfficerId, PostId, ReplyId, UnitCode};
use domain::policy::{Category, Channel, Policy, Service};
use domain::reply::Reply;
use domain::work::Progress;
use domain::{Timestamp, access};

use super::complaint::{both, fresh, overdue, running, settled};
use super::people::{at, numbered};
use crate::page::desk::{
    BulkMove, BulkPage, BulkResult, BulkRow, Candidate, CasePage, ContactShown, DeskHead, Filter, FormFault, Identity, NoteShown, Outcome, Row, SearchPage,
    SessionShown, Stations, View, WorklistPage,
};
use crate::page::picture::Adding;
use crate::page::suggestion::SuggestionShown;
use crate::page::{ComplaintPage, Happening, Page, StageShown, What};

/// The pages of the console by a short name.
pub(super) fn pages(policy: &Policy, service: &Service, category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let full = worklist(policy);
    let mut all = worklists(&full);
    all.extend(searches(&full));
    all.extend(bulks(&full));
    all.extend(cases(service, category));
    all
}

pub(crate) fn head() -> DeskHead {
    DeskHead {
        name: both("सीमा वर्मा", "Seema Verma"),
        rank: both("निरीक्षक", "Inspector"),
        post: both("थानाध्यक्ष", "Station House Officer"),
        place: both("थाना आलमबाग", "Alambagh station"),
        calls_back: false,
        hears: false,
        keys: true,
        form_token: "9f86d081884c7d659a2feaa0c55ad015".to_owned(),
        session: SessionShown { ends_at: at(24, 10, 45), seconds: 900, proven: true },
    }
}

pub(super) fn now() -> Timestamp {
    at(24, 10, 30)
}

/// What a row is made of beside its matter: due day and hour, stage, progress, channel, officer.
type Made = (Timestamp, StageShown, Progress, Channel, Option<(&'static str, &'static str)>);

fn made() -> [Made; 8] {
    use Channel::{Desk, Email, Phone, Reference, WalkIn, Web, Whatsapp};
    use Progress::{AtrApproved, AtrFiled, AtrReturned, Contacted, New, Tried};
    use StageShown::{Assigned, InAppeal, Unassigned};
    let (seema, anita, priya) = (Some(("सीमा वर्मा", "Seema Verma")), Some(("अनीता यादव", "Anita Yadav")), Some(("प्रिया सिंह", "Priya Singh")));
    let end = |day: i8| domain::calendar::end_of(domain::Date::constant(2026, 11, day));
    let month = domain::calendar::end_of(domain::Date::constant(2026, 12, 31));
    [
        (end(22), Assigned, Contacted, Web, seema),
        (at(24, 8, 15), Unassigned, New, Whatsapp, None),
        (at(24, 17, 0), Unassigned, New, Desk, None),
        (at(25, 9, 30), Assigned, Tried, Phone, anita),
        (end(25), Assigned, AtrReturned, Reference, anita),
        (end(27), InAppeal, AtrApproved, Email, None),
        (end(30), Assigned, AtrFiled, WalkIn, priya),
        (month, Assigned, Contacted, Web, seema),
    ]
}

pub(super) fn rows(policy: &Policy, count: u8) -> Vec<Row> {
    let matters: Vec<&Category> = policy.services.iter().flat_map(|service| &service.categories).collect();
    let row = |n: u8| {
        let made = made();
        let (due_at, stage, progress, channel, officer) = made[usize::from(n) % made.len()];
        let late = stage != StageShown::Unassigned && due_at < now();
        Row {
            number: numbered(n),
            due_at,
            paused: (n % 11 == 7).then(|| (PauseReason::Laboratory, at(29, 11, 0))),
            category: matters[usize::from(n) % matters.len()].name.clone(),
            place: if n % 3 == 1 { both("कैंट", "Cantonment") } else { both("आलमबाग", "Alambagh") },
            channel,
            stage,
            progress,
            officer: officer.map(|(hi, en)| (both("उपनिरीक्षक", "Sub-Inspector"), both(hi, en))),
            level: u8::from(late),
            woman_officer: n % 2 == 1,
        }
    };
    let mut rows: Vec<Row> = (0..count).map(row).collect();
    rows.sort_by_key(|row| row.due_at);
    rows
}

fn worklist(policy: &Policy) -> WorklistPage {
    let counts = [12, 3, 84, 2, 5, 1];
    let categories = policy.services.iter().flat_map(|service| &service.categories);
    WorklistPage {
        head: head(),
        view: View::Unit,
        counts: View::ALL.into_iter().zip(counts).collect(),
        filter: Filter::default(),
        categories: categories.map(|category| (category.id.to_string(), category.name.clone())).collect(),
        stations: policy.stations.iter().take(12).map(|station| (station.code.to_string(), station.name.clone())).collect(),
        rows: rows(policy, 25),
        total: 84,
        before: 0,
        next: Some("2026-12-31T18:29:59Z#LKO26".to_owned()),
        saved: vec![("कैंट की अतिदेय".to_owned(), "view=overdue&station=LKO-CNT".to_owned())],
        bulk: BulkMove::ALL.to_vec(),
        now: now(),
    }
}

fn worklists(full: &WorklistPage) -> Vec<(&'static str, Page<'static>)> {
    let listed = |it: WorklistPage| Page::Worklist(Box::new(it));
    let nothing: Vec<(View, usize)> = View::ALL.map(|view| (view, 0)).to_vec();
    let empty = WorklistPage { view: View::Mine, counts: nothing.clone(), rows: Vec::new(), total: 0, next: None, saved: Vec::new(), ..full.clone() };
    let category = full.categories.first().map_or_else(String::new, |(value, _)| value.clone());
    let filter = Filter { category, channel: "whatsapp".into(), level: "1".into(), from: "2026-11-01".into(), ..Filter::default() };
    let narrow = WorklistPage { filter: filter.clone(), rows: full.rows[..2].to_vec(), total: 2, next: None, ..full.clone() };
    let second = WorklistPage { rows: full.rows[3..].to_vec(), before: 25, ..full.clone() };
    let officer = WorklistPage {
        head: DeskHead { rank: both("उपनिरीक्षक", "Sub-Inspector"), keys: false, ..head() },
        view: View::Mine,
        rows: full.rows.iter().filter(|row| row.officer.is_some()).cloned().collect(),
        total: 12,
        next: None,
        bulk: Vec::new(),
        ..full.clone()
    };
    vec![
        ("desk-worklist", listed(full.clone())),
        ("desk-worklist-empty", listed(empty.clone())),
        ("desk-worklist-filtered", listed(narrow)),
        ("desk-worklist-filtered-empty", listed(WorklistPage { filter, view: View::Overdue, ..empty })),
        ("desk-worklist-second", listed(second)),
        ("desk-worklist-officer", listed(officer)),
    ]
}

fn searches(full: &WorklistPage) -> Vec<(&'static str, Page<'static>)> {
    let closed = |row: &Row| Row { stage: StageShown::Disposed, progress: Progress::AtrApproved, paused: None, ..row.clone() };
    let found = SearchPage {
        head: head(),
        q: "Sunita Devi".to_owned(),
        open: full.rows[..2].to_vec(),
        closed: full.rows[20..23].iter().map(closed).collect(),
        more: true,
        ended: true,
        now: now(),
    };
    let nothing = SearchPage { q: "98123".to_owned(), open: Vec::new(), closed: Vec::new(), more: false, ended: false, ..found.clone() };
    let ask = SearchPage { q: String::new(), ..nothing.clone() };
    let page = |it: SearchPage| Page::Search(Box::new(it));
    vec![("desk-search", page(found)), ("desk-search-none", page(nothing)), ("desk-search-ask", page(ask))]
}

fn bulks(full: &WorklistPage) -> Vec<(&'static str, Page<'static>)> {
    let row = |row: &Row| BulkRow { number: row.number.clone(), version: Some(3), category: Some(row.category.clone()), result: None };
    let chosen = BulkPage {
        head: head(),
        wanted: BulkMove::Assign,
        key: "5b1f0c9a7e3d42868c1d9e0f2a4b6c8d".to_owned(),
        rows: full.rows[..6].iter().map(row).collect(),
        officers: candidates(),
        stations: stations(),
        fault: None,
        typed: Vec::new(),
    };
    let results = [BulkResult::Done, BulkResult::Done, BulkResult::Refused(Refusal::WomanOfficer), BulkResult::Stale, BulkResult::Failed, BulkResult::Unknown];
    let ended = |(row, result): (&BulkRow, BulkResult)| {
        let category = row.category.clone().filter(|_| result != BulkResult::Unknown);
        BulkRow { category, result: Some(result), ..row.clone() }
    };
    let done = BulkPage { rows: chosen.rows.iter().zip(results).map(ended).collect(), ..chosen.clone() };
    let typed = vec![("words".to_owned(), "एक ही दुकान के पास की घटनाएँ।".to_owned())];
    let forward = BulkPage { wanted: BulkMove::Forward, fault: Some(FormFault::Missing), typed, ..chosen.clone() };
    let page = |it: BulkPage| Page::Bulk(Box::new(it));
    vec![
        ("desk-bulk", page(chosen.clone())),
        ("desk-bulk-wrong", page(forward)),
        ("desk-bulk-elsewhere", page(BulkPage { wanted: BulkMove::Forward, stations: elsewhere(), ..chosen.clone() })),
        ("desk-bulk-note", page(BulkPage { wanted: BulkMove::Note, ..chosen.clone() })),
        ("desk-bulk-none", page(BulkPage { rows: Vec::new(), ..chosen })),
        ("desk-bulk-done", page(done)),
    ]
}

fn candidates() -> Vec<Candidate> {
    let name = |id: &str| OfficerId::parse(id).zip(PostId::parse("io")).zip(UnitCode::parse("LKO-ALB"));
    let one = |(id, hi, en, woman, open): (&str, &str, &str, bool, Option<u32>)| {
        name(id).map(|((id, post), unit)| Candidate {
            officer: Officer { id, unit, post, rank: both("उपनिरीक्षक", "Sub-Inspector"), name: both(hi, en), woman },
            open,
        })
    };
    let all = [
        ("LKO-ALB-1", "सीमा वर्मा", "Seema Verma", true, Some(4)),
        ("LKO-ALB-2", "अनीता यादव", "Anita Yadav", true, Some(7)),
        ("LKO-ALB-3", "राकेश तिवारी", "Rakesh Tiwari", false, None),
    ];
    all.into_iter().filter_map(one).collect()
}

fn stations() -> Stations {
    Stations {
        district: "LKO".to_owned(),
        elsewhere: None,
        of_it: vec![("LKO-CNT".to_owned(), both("कैंट", "Cantonment")), ("LKO-HZG".to_owned(), both("हज़रतगंज", "Hazratganj"))],
        districts: vec![("LKO".to_owned(), both("लखनऊ", "Lucknow")), ("PRJ".to_owned(), both("प्रयागराज", "Prayagraj"))],
    }
}

/// Those of another district, chosen before.
fn elsewhere() -> Stations {
    Stations {
        district: "PRJ".to_owned(),
        elsewhere: Some(both("प्रयागराज", "Prayagraj")),
        of_it: vec![("PRJ-CLV".to_owned(), both("सिविल लाइन्स", "Civil Lines")), ("PRJ-NNI".to_owned(), both("नैनी", "Naini"))],
        ..stations()
    }
}

/// What the table of moves gives a role in a stage.
fn moves(stage: StageShown, role: Role) -> Vec<DeskMove> {
    let kind = match stage {
        StageShown::Unassigned => access::StageKind::Unassigned,
        StageShown::Assigned => access::StageKind::Assigned,
        StageShown::Disposed => access::StageKind::Disposed,
        StageShown::InAppeal => access::StageKind::InAppeal,
    };
    // None of these is a suggestion.
    let fits = |wanted: DeskMove| !matches!(wanted, DeskMove::TakeUp | DeskMove::TakeDown);
    DeskMove::ALL.into_iter().filter(|wanted| access::may(kind, *wanted, role) && fits(*wanted)).collect()
}

fn note(complaint: &ComplaintPage) -> NoteShown {
    let at = complaint.registered_at + jiff::SignedDuration::from_hours(40);
    NoteShown {
        at,
        by: both("उपनिरीक्षक सीमा वर्मा", "Sub-Inspector Seema Verma"),
        what: Happening { at, kind: "noted", what: What::Noted, text: None, post_text: None },
        text: "दुकान के कैमरे की रिकॉर्डिंग माँगी गई है।\nकल शाम तक मिल जाएगी।".to_owned(),
    }
}

pub(super) fn case(complaint: ComplaintPage, role: Role, progress: Progress) -> CasePage {
    let account = "कल शाम बाज़ार से लौटते समय दो लड़के पीछे लग गए।\nमैं दुकान में चली गई, तब वे गए। यह तीसरी बार है, इसलिए लिख रही हूँ।";
    CasePage {
        head: head(),
        role,
        version: 4,
        place: both("थाना आलमबाग", "Alambagh station"),
        channel: Channel::Web,
        progress,
        contacted_at: (progress >= Progress::Contacted).then(|| at(3, 11, 20)),
        woman_officer: true,
        identity: Identity::Masked { name: "स•••".to_owned(), phone: "••••••••01".to_owned() },
        account: Some(account.to_owned()),
        about: vec![(Field::Locality, "राजाजीपुरम".to_owned()), (Field::Landmark, "हनुमान मंदिर के पीछे".to_owned())],
        contact: ContactShown { sms: false, call: true, hours: Some("10:00-17:00".to_owned()), now_is_safe: true },
        evidence: Vec::new(),
        pictures: super::picture::none(if role == Role::Worker { Adding::Open } else { Adding::NotYours }),
        notes: vec![note(&complaint)],
        moves: moves(complaint.stage, role),
        officers: candidates(),
        stations: stations(),
        may_pause: vec![(ClockRule::Disposal, both("निस्तारण", "Settling"))],
        suggestion: SuggestionShown::No,
        paused: Vec::new(),
        repeats: Vec::new(),
        templates: replies(),
        reply: None,
        outcome: None,
        typed: Vec::new(),
        complaint,
    }
}

fn replies() -> Vec<Reply> {
    let made = |id: &str, wanted, name, text| Some(Reply { id: ReplyId::parse(id)?, wanted, name, text });
    let all = [
        made(
            "spoke",
            DeskMove::Contact,
            both("फ़ोन पर बात हुई", "Spoke by phone"),
            both("{date} को {person} से बात हुई: ____", "Spoke with {person} on {date}: ____"),
        ),
        made("no-answer", DeskMove::Contact, both("बात नहीं हो पाई", "No answer"), both("{date} को बात नहीं हो पाई।", "No answer on {date}.")),
        made(
            "papers",
            DeskMove::Note,
            both("काग़ज़ माँगे", "Asked for papers"),
            both("{number} के लिए {due} तक: ____ {officer}", "For {number}, by {due}: ____ {officer}"),
        ),
        made("findings", DeskMove::FileAtr, both("जाँच और कार्रवाई", "Inquiry and action"), both("{place} पर {action}", "At {place}: {action}")),
    ];
    all.into_iter().flatten().collect()
}

pub(super) fn typed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn cases(service: &Service, category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let at_work = || running(service, category, 38);
    let page = |it: CasePage| Page::Case(Box::new(it));
    let worker = |progress| case(at_work(), Role::Worker, progress);
    let head = |progress| case(at_work(), Role::Head, progress);
    let opened = Identity::Open {
        fields: vec![
            (Field::Name, "सुनीता देवी".to_owned()),
            (Field::Relation, "husband".to_owned()),
            (Field::RelativeName, "Ramesh Kumar".to_owned()),
            (Field::Address, "मकान 14, शिव गली".to_owned()),
        ],
        phone: "+91 98123 00001".to_owned(),
        word: Some("गुलमोहर".to_owned()),
    };
    let unsafe_now = ContactShown { now_is_safe: false, ..worker(Progress::Seen).contact };
    let no_call = ContactShown { call: false, hours: None, ..worker(Progress::Seen).contact };
    let none = ContactShown { sms: false, ..no_call.clone() };
    let no_phone = Identity::Masked { name: "स•••".to_owned(), phone: String::new() };
    let left = typed(&[("result", "reached"), ("when", "2026-11-24T10:15"), ("words", "{तारीख़} को शिकायतकर्ता से बात हुई: ____")]);
    let short = typed(&[("findings", "मौके पर गए, कोई नहीं मिला।"), ("no_photo_reason", "रात का समय था।")]);
    let alike = typed(&[("findings", &"मौके पर जाकर आसपास के लोगों से पूछताछ की गई। ".repeat(6)), ("no_photo_reason", "कैमरा नहीं था।")]);
    let refused = Outcome::Refused(DeskMove::Assign, Refusal::WomanOfficer);
    let late = case(overdue(running(service, category, 104)), Role::Above, Progress::Contacted);
    let fifth = typed(&[("officer", "LKO-ALB-3")]);
    vec![
        ("desk-case-new", page(case(fresh(service, category), Role::Head, Progress::New))),
        ("desk-case-elsewhere", page(CasePage { stations: elsewhere(), ..case(fresh(service, category), Role::Head, Progress::New) })),
        ("desk-case-take", page(case(fresh(service, category), Role::Colleague, Progress::New))),
        ("desk-case", page(worker(Progress::New))),
        ("desk-case-contacted", page(worker(Progress::Contacted))),
        ("desk-case-open", page(CasePage { identity: opened.clone(), ..worker(Progress::Seen) })),
        (
            "desk-case-unproven",
            page(CasePage {
                head: DeskHead { session: SessionShown { proven: false, ..super::desk::head().session }, ..super::desk::head() },
                ..worker(Progress::Seen)
            }),
        ),
        ("desk-case-unsafe", page(CasePage { identity: opened.clone(), contact: unsafe_now, ..worker(Progress::Tried) })),
        ("desk-case-no-call", page(CasePage { identity: opened.clone(), contact: no_call, ..worker(Progress::Tried) })),
        ("desk-case-no-phone", page(CasePage { identity: no_phone, contact: none, channel: Channel::Post, ..worker(Progress::New) })),
        ("desk-case-evidence", page(CasePage { evidence: super::evidence::closed(), ..worker(Progress::Seen) })),
        ("desk-case-evidence-open", page(CasePage { evidence: super::evidence::files(), identity: opened, ..worker(Progress::Seen) })),
        ("desk-case-reply", page(CasePage { reply: ReplyId::parse("spoke"), ..worker(Progress::New) })),
        ("desk-case-blank", page(CasePage { outcome: Some(Outcome::Faulty(DeskMove::Contact, FormFault::Blank)), typed: left, ..worker(Progress::New) })),
        ("desk-case-atr", page(head(Progress::AtrFiled))),
        ("desk-case-pictures", page(CasePage { pictures: super::picture::some(), ..worker(Progress::Contacted) })),
        ("desk-case-pictures-atr", page(CasePage { pictures: super::picture::of_report(), ..head(Progress::AtrFiled) })),
        (
            "desk-case-neither",
            page(CasePage {
                pictures: super::picture::some(),
                outcome: Some(Outcome::Faulty(DeskMove::FileAtr, FormFault::Neither)),
                typed: typed(&[("findings", &"मौके पर जाकर आसपास के लोगों से पूछताछ की गई। ".repeat(6))]),
                ..worker(Progress::Contacted)
            }),
        ),
        ("desk-case-returned", page(CasePage { outcome: Some(Outcome::Stale(DeskMove::FileAtr)), typed: alike.clone(), ..worker(Progress::AtrReturned) })),
        ("desk-case-approved", page(CasePage { outcome: Some(Outcome::Done(DeskMove::ApproveAtr)), ..head(Progress::AtrApproved) })),
        (
            "desk-case-short",
            page(CasePage { outcome: Some(Outcome::Faulty(DeskMove::FileAtr, FormFault::TooShort)), typed: short, ..worker(Progress::Contacted) }),
        ),
        (
            "desk-case-alike",
            page(CasePage { outcome: Some(Outcome::Faulty(DeskMove::FileAtr, FormFault::TooLike)), typed: alike, ..worker(Progress::Contacted) }),
        ),
        ("desk-case-refused", page(CasePage { outcome: Some(refused), typed: fifth, ..case(fresh(service, category), Role::Head, Progress::New) })),
        ("desk-case-overdue", page(late)),
        (
            "desk-case-closed",
            page(CasePage { identity: Identity::Erased, account: None, ..case(settled(service, category), Role::Head, Progress::AtrApproved) }),
        ),
    ]
}
