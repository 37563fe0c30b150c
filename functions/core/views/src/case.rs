//! A case as an officer sees it, and who is looking.

use domain::Timestamp;
use domain::access::{DeskMove, Role, may};
use domain::clock::Clock;
use domain::complaint::{Complaint, Officer};
use domain::contact::{SafeContact, Texting};
use domain::decide::{Move, decide, may_take_up};
use domain::event::{Actor, Event, Kind};
use domain::fault::Field;
use domain::ids::StationCode;
use domain::lang::Both;
use domain::picture::Proof;
use domain::policy::Policy;
use domain::suggestion::Suggestion;
use domain::text::initial;
use jiff::SignedDuration;
use seal::DataKey;
use site::page::desk::{Candidate, CasePage, ContactShown, DISTRICT, DeskHead, Identity, NoteShown, Outcome, SessionShown, Stations};
use site::page::suggestion::SuggestionShown;
use store::{Awaited, Case, File, Listed, Posted, Private, StoredEvent, Unit};

use crate::clocks;
use crate::complaint::{complaint_page, district, officer_as_holder, place, post_at, same};
use crate::evidence::file_shown;
use crate::picture::pictures_shown;
use crate::timeline::one;
use crate::worklist::{row, station};

/// For how long an officer who gave a reason sees who she is.
const LOOKS: SignedDuration = SignedDuration::from_mins(15);
/// What tells where she lives or who she is, shown when it was opened.
const WHO: [Field; 7] = [Field::Name, Field::Relation, Field::RelativeName, Field::Address, Field::Pin, Field::Landmark, Field::Locality];
/// What of a case is shown at once: what happened and when, not to whom.
const ABOUT: [Field; 6] = [Field::HappenedOn, Field::OnBehalf, Field::AccusedOfficer, Field::Source, Field::SourceNumber, Field::SourceDate];

/// Who is looking, for the head of a page.
pub fn desk_head(policy: &Policy, who: &Officer, keys: bool, form_token: &str, session: SessionShown) -> DeskHead {
    DeskHead {
        name: who.name.clone(),
        rank: who.rank.clone(),
        post: post_at(policy, &who.post, &who.unit),
        place: place(policy, &who.unit),
        calls_back: policy.posts.get(&who.post).is_some_and(|post| post.calls_back),
        hears: policy.hearing.as_ref().is_some_and(|rule| rule.post == who.post),
        keys,
        form_token: form_token.to_owned(),
        session,
    }
}

/// The parts of sealed words, in the order in which they are read.
const NOTE_PARTS: [&str; 8] = ["words", "when", "fir", "sections", "findings", "no_photo_reason", "like_reason", "into"];

/// What is known beside the case itself.
pub struct Beside<'a> {
    pub key: Option<&'a DataKey>,
    /// What she added.
    pub files: &'a [File],
    /// What officers took in for the report.
    pub pictures: &'a [File],
    /// Of those, what is on its way or was not taken.
    pub awaited: &'a [Awaited],
    /// The units whose officers it may be given to.
    pub units: &'a [Unit],
    /// Other complaints from her phone that exist for this officer.
    pub repeats: &'a [Complaint],
    pub outcome: Option<Outcome>,
    /// The form that was refused.
    pub typed: Vec<(String, String)>,
    pub now: Timestamp,
}

/// The page of a case for somebody who has a role in it.
pub fn case_page(policy: &Policy, who: &Officer, role: Role, head: DeskHead, case: &Case, beside: Beside<'_>) -> CasePage {
    let (it, now) = (&case.complaint, beside.now);
    let sealed = case.private.as_ref().zip(beside.key);
    let open = |field: Field| sealed.and_then(|(private, key)| private.open(key, field.tag())).filter(|text| !text.is_empty());
    let moves = moves(it, who, role, now);
    let names = beside.key.filter(|_| sees_her(who, case, now));
    let named = |clock: &Clock| (clock.rule, clocks::name(policy, clock.rule));
    CasePage {
        head,
        role,
        version: case.desk_version(),
        place: place_of(policy, it),
        channel: it.channel,
        progress: it.work.progress(),
        contacted_at: it.work.contacted_at,
        woman_officer: it.woman_officer,
        identity: identity(who, case, sealed, now),
        account: open(Field::Account),
        about: ABOUT.into_iter().filter_map(|field| Some((field, open(field)?))).collect(),
        contact: contact(it, now),
        evidence: beside.files.iter().map(|file| file_shown(file, names)).collect(),
        pictures: pictures_shown(policy, (who, role), case, &beside),
        notes: beside.key.map_or_else(Vec::new, |key| notes(policy, case, beside.units, key)),
        officers: candidates(it, who, beside.units, now),
        stations: if moves.contains(&DeskMove::Forward) { stations(policy, it, &beside.typed) } else { Stations::default() },
        may_pause: it.clocks.iter().filter(|clock| may_stand_still(clock, now)).map(named).collect(),
        suggestion: suggestion(case),
        paused: it.clocks.iter().filter(|clock| stands_still(clock, now)).map(named).collect(),
        repeats: beside.repeats.iter().map(|other| row(policy, &Listed::of(other), now)).collect(),
        templates: policy.replies.iter().filter(|reply| moves.contains(&reply.wanted)).cloned().collect(),
        reply: None,
        moves,
        outcome: beside.outcome,
        typed: beside.typed,
        complaint: complaint_page(policy, it, &not_hers_alone(&case.events), now),
    }
}

/// What is said of it publicly: the last that was said, as long as it stands.
fn suggestion(case: &Case) -> SuggestionShown {
    let said = |stored: &StoredEvent| {
        let Kind::TakenUp { wording, .. } = &stored.event.kind else { return None };
        Some(SuggestionShown::Listed(wording.words().clone()))
    };
    match case.complaint.suggestion {
        Suggestion::No => SuggestionShown::No,
        Suggestion::Made => SuggestionShown::Made,
        Suggestion::Listed(_) => case.events.iter().rev().find_map(said).unwrap_or(SuggestionShown::Made),
    }
}

/// What officers see happen.
fn not_hers_alone(events: &[StoredEvent]) -> Vec<StoredEvent> {
    events.iter().filter(|stored| !stored.event.is_hers_alone()).cloned().collect()
}

/// Whether this officer gave a reason to know who she is, not long ago.
pub fn sees_her(who: &Officer, case: &Case, now: Timestamp) -> bool {
    let looked = |event: &Event| matches!(event.kind, Kind::Looked(_)) && event.by == Actor::Officer(who.id.clone()) && now < event.at + LOOKS;
    case.events.iter().any(|stored| looked(&stored.event))
}

/// Who she is: masked, until this officer has given a reason.
fn identity(who: &Officer, case: &Case, sealed: Option<(&Private, &DataKey)>, now: Timestamp) -> Identity {
    let Some((private, key)) = sealed else { return Identity::Erased };
    let open = |field: Field| private.open(key, field.tag()).filter(|text| !text.is_empty());
    let (name, phone) = (open(Field::Name).unwrap_or_default(), private.reached_at(key).unwrap_or_default());
    if sees_her(who, case, now) {
        let word = private.code_word(key);
        return Identity::Open { fields: WHO.into_iter().filter_map(|field| Some((field, open(field)?))).collect(), phone, word };
    }
    Identity::Masked { name: masked_name(&name), phone: masked_phone(&phone) }
}

fn masked_name(name: &str) -> String {
    format!("{}•••••", initial(name))
}

/// Nothing where there is none.
fn masked_phone(phone: &str) -> String {
    if phone.is_empty() {
        return String::new();
    }
    let last: String = phone.chars().skip(phone.chars().count().saturating_sub(2)).collect();
    format!("•••••••• {last}")
}

fn contact(it: &Complaint, now: Timestamp) -> ContactShown {
    // The hours hold for calls as they do for texts.
    let in_hours = SafeContact { sms: true, ..it.contact }.texting(now) == Texting::Now;
    ContactShown { sms: it.contact.sms, call: it.contact.call, hours: it.contact.hours.map(|hours| hours.shown()), now_is_safe: it.contact.call && in_hours }
}

/// What this officer may do: what the table says, without what `decide` refuses to everybody at this moment.
fn moves(it: &Complaint, who: &Officer, role: Role, now: Timestamp) -> Vec<DeskMove> {
    let lawful = |wanted: Move| decide(it, wanted, Actor::Officer(who.id.clone()), now).is_ok();
    let makes_sense = |wanted: DeskMove| match wanted {
        DeskMove::Acknowledge => lawful(Move::Acknowledge),
        DeskMove::Take => lawful(Move::Assign { officer: who.clone(), until: None }),
        DeskMove::Record => lawful(Move::Record),
        DeskMove::FileAtr => Proof::of(Vec::new(), true).is_some_and(|proof| lawful(Move::FileAtr(proof))),
        DeskMove::ReturnAtr => lawful(Move::ReturnAtr),
        DeskMove::ApproveAtr => lawful(Move::ApproveAtr),
        DeskMove::TakeUp => may_take_up(it).is_ok(),
        DeskMove::TakeDown => matches!(it.suggestion, Suggestion::Listed(_)),
        DeskMove::AskPause | DeskMove::AllowPause => it.clocks.iter().any(|clock| may_stand_still(clock, now)),
        DeskMove::Resume => it.clocks.iter().any(|clock| stands_still(clock, now)),
        // What is missing to these is said where they are tried.
        DeskMove::Assign | DeskMove::Forward | DeskMove::Contact | DeskMove::Note | DeskMove::Dispose | DeskMove::Reject | DeskMove::Merge | DeskMove::Look => {
            true
        }
    };
    DeskMove::ALL.into_iter().filter(|wanted| may(it.stage.kind(), *wanted, role) && makes_sense(*wanted)).collect()
}

fn candidates(it: &Complaint, who: &Officer, units: &[Unit], now: Timestamp) -> Vec<Candidate> {
    let fits = |officer: &Officer| decide(it, Move::Assign { officer: officer.clone(), until: None }, Actor::Officer(who.id.clone()), now).is_ok();
    let posted = units.iter().flat_map(|unit| &unit.posted).filter(|posted| fits(&posted.officer));
    // How many another unit's officers have would tell of complaints that do not exist here.
    let open = |posted: &Posted| (posted.officer.unit == who.unit).then_some(posted.open);
    let mut all: Vec<Candidate> = posted.map(|posted| Candidate { officer: posted.officer.clone(), open: open(posted) }).collect();
    all.sort_by_key(|candidate| (candidate.open.is_none(), candidate.open));
    all
}

/// The stations that it could be forwarded to: those of its district, or of another one where that was chosen.
fn stations(policy: &Policy, it: &Complaint, typed: &[(String, String)]) -> Stations {
    let chosen = typed.iter().find(|(name, _)| name == DISTRICT).and_then(|(_, code)| policy.district(code));
    let chosen = chosen.filter(|chosen| chosen.code != it.district);
    let code = chosen.map_or(&it.district, |chosen| &chosen.code);
    // What names a station of another district goes above it there.
    let other = |code: &StationCode| chosen.is_some() || Some(code) != it.station.as_ref() && Some(code) != it.accused.station.as_ref();
    let of_it = policy.stations_of(code).filter(|station| other(&station.code)).map(|station| (station.code.to_string(), station.name.clone()));
    Stations {
        district: code.to_string(),
        elsewhere: chosen.map(|chosen| chosen.name.clone()),
        of_it: of_it.collect(),
        districts: policy.districts.iter().map(|district| (district.code.to_string(), district.name.clone())).collect(),
    }
}

/// The words that belong to what happened, newest first.
fn notes(policy: &Policy, case: &Case, units: &[Unit], key: &DataKey) -> Vec<NoteShown> {
    let by = |event: &Event| match &event.by {
        Actor::Officer(id) => {
            let known = units.iter().flat_map(|unit| &unit.posted).find(|posted| posted.officer.id == *id);
            known.map_or_else(|| same(id.as_str()), |posted| officer_as_holder(policy, &posted.officer).title)
        }
        Actor::Complainant | Actor::System => same(""),
    };
    let said = case.events.iter().filter_map(|stored| {
        let event = &stored.event;
        if event.is_hers_alone() {
            return None;
        }
        let words = case.words.get(&(event.version, event.n))?;
        let parts = NOTE_PARTS.into_iter().filter_map(|part| words.open(key, event.version, part));
        let what = one(policy, &case.complaint, stored)?;
        Some(NoteShown { at: event.at, by: by(event), what, text: parts.collect::<Vec<_>>().join("\n\n") })
    });
    let mut all: Vec<NoteShown> = said.collect();
    all.reverse();
    all
}

fn stands_still(clock: &Clock, now: Timestamp) -> bool {
    clock.pauses.last().is_some_and(|last| last.from <= now && now < last.until)
}

fn may_stand_still(clock: &Clock, now: Timestamp) -> bool {
    let runs = clock.met_at.is_none() && clock.missed_at.is_none() && clock.ends_at() > now;
    runs && !stands_still(clock, now) && clock.stood_still() < clock.may_pause
}

/// The station, or the district where she knew none.
pub(crate) fn place_of(policy: &Policy, it: &Complaint) -> Both {
    it.station.as_ref().map_or_else(|| district(policy, &it.district), |code| station(policy, code.as_str()))
}
