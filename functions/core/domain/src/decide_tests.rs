//! The table of (stage × move × actor): every cell with its outcome, and the rules inside the cells.

use jiff::SignedDuration;

use super::*;
use crate::clock::{Planned, Runs, Start};
use crate::evidence::{FileKind, Sha};
use crate::ids::{DistrictCode, OfficerId};
use crate::sample::*;
use crate::work::{Atr, AtrState, RejectReason, Work};

#[path = "decide_tests/closing.rs"]
mod closing;
#[path = "decide_tests/elsewhere.rs"]
mod elsewhere;
#[path = "decide_tests/hearing.rs"]
mod hearing;
#[path = "decide_tests/history.rs"]
mod history;
#[path = "decide_tests/ladder.rs"]
mod ladder;
#[path = "decide_tests/people.rs"]
mod people;
#[path = "decide_tests/pictures.rs"]
mod pictures;
#[path = "decide_tests/say.rs"]
mod say;
#[path = "decide_tests/suggestion.rs"]
mod suggestion;

type Cell = Result<&'static str, Refusal>;

/// One row: the move is lawful for some actors, and leads somewhere in each stage.
struct Row {
    her: bool,
    officer: bool,
    system: bool,
    unassigned: Cell,
    assigned: Cell,
    disposed: Cell,
    in_appeal: Cell,
}

const HER: [bool; 3] = [true, false, false];
const OFFICER: [bool; 3] = [false, true, false];
const SYSTEM: [bool; 3] = [false, false, true];
const TWO: [bool; 3] = [true, true, false];
const STAFF: [bool; 3] = [false, true, true];

/// A row for every kind of move, with one to try: a new kind of move does not compile without its row.
macro_rules! table {
    ($($pattern:pat, $sample:expr => $who:ident [$unassigned:expr, $assigned:expr, $disposed:expr, $in_appeal:expr];)*) => {
        fn row(wanted: &Move) -> Row {
            match wanted {
                $($pattern => {
                    let [her, officer, system] = $who;
                    Row { her, officer, system, unassigned: $unassigned, assigned: $assigned, disposed: $disposed, in_appeal: $in_appeal }
                })*
            }
        }

        fn moves() -> Vec<Move> {
            let samples = vec![$($sample),*];
            $(assert!(samples.iter().any(|wanted| matches!(wanted, $pattern)));)*
            samples
        }
    };
}

const SHUT: Cell = Err(Refusal::Closed);
const NOBODY: Cell = Err(Refusal::NobodyHasIt);
const OPEN: Cell = Err(Refusal::NotClosed);

table! {
    Move::Assign { .. }, give("O-2") => STAFF [Ok("assigned"), Ok("assigned"), SHUT, Ok("assigned")];
    Move::HandOver { .. }, Move::HandOver { to: Some(woman("O-2")), look_again: None } => SYSTEM [Ok("handed_over"), Ok("handed_over"), SHUT, NOBODY];
    Move::Release, Move::Release => STAFF [NOBODY, Ok("released"), SHUT, NOBODY];
    Move::Transfer { .. }, away() => OFFICER [Ok("transferred"), Ok("transferred"), SHUT, Ok("transferred")];
    Move::Act(_), Move::Act(Act::Reached) => OFFICER [Ok("acted"), Ok("acted"), Ok("acted"), Ok("acted")];
    Move::Record, Move::Record => OFFICER [Ok("recorded"), Ok("recorded"), SHUT, Ok("recorded")];
    Move::OpenEnquiry, Move::OpenEnquiry => OFFICER [Ok("enquiry_opened"), Ok("enquiry_opened"), SHUT, Ok("enquiry_opened")];
    Move::Pause { .. }, stop(ClockRule::Progress, at(5)) => OFFICER [Ok("paused"), Ok("paused"), Ok("paused"), Ok("paused")];
    Move::Resume { .. }, Move::Resume { rule: ClockRule::ChildReport } => OFFICER [Ok("resumed"), Ok("resumed"), Ok("resumed"), Ok("resumed")];
    Move::Note, Move::Note => OFFICER [Ok("noted"), Ok("noted"), Ok("noted"), Ok("noted")];
    Move::ChangeContact(_), Move::ChangeContact(silent()) => HER [Ok("contact_changed"), Ok("contact_changed"), Ok("contact_changed"), Ok("contact_changed")];
    Move::AddEvidence(_), Move::AddEvidence(photo()) => HER [Ok("evidence_added"), Ok("evidence_added"), Ok("evidence_added"), Ok("evidence_added")];
    Move::Look(_), Move::Look(LookReason::Contact) => OFFICER [Ok("looked"), Ok("looked"), Ok("looked"), Ok("looked")];
    Move::AskPause { .. }, ask(ClockRule::Progress, at(5)) => OFFICER [Ok("pause_asked"), Ok("pause_asked"), Ok("pause_asked"), Ok("pause_asked")];
    Move::Acknowledge, Move::Acknowledge => OFFICER [Ok("acknowledged"), Ok("acknowledged"), SHUT, Ok("acknowledged")];
    // Only by whoever works it, and that is not the head of this table.
    Move::FileAtr(_), report() => OFFICER [NOBODY, Err(Refusal::NotAllowed), SHUT, NOBODY];
    Move::AddPicture(_), Move::AddPicture(photo()) => OFFICER [NOBODY, Err(Refusal::NotAllowed), SHUT, NOBODY];
    Move::ReturnAtr, Move::ReturnAtr => OFFICER [NOBODY, Ok("atr_returned"), SHUT, NOBODY];
    Move::ApproveAtr, Move::ApproveAtr => OFFICER [NOBODY, Ok("atr_approved"), SHUT, NOBODY];
    Move::Dispose(_), Move::Dispose(Closing::Done) => OFFICER [Ok("disposed"), Ok("disposed"), SHUT, Ok("disposed")];
    Move::TakeUp { .. }, suggestion::take_up(1) => OFFICER [Ok("taken_up"), Ok("taken_up"), Ok("taken_up"), Ok("taken_up")];
    Move::TakeDown { .. }, suggestion::take_down() => OFFICER [Ok("taken_down"), Ok("taken_down"), Ok("taken_down"), Ok("taken_down")];
    Move::Reopen { .. }, Move::Reopen { seats: Vec::new() } => HER [OPEN, OPEN, Ok("reopened"), OPEN];
    Move::Appeal { .. }, Move::Appeal { seats: Vec::new() } => HER [OPEN, OPEN, Ok("appealed"), OPEN];
    Move::Answer { .. }, Move::Answer { solved: true } => HER [OPEN, OPEN, Ok("answered"), OPEN];
    Move::ReportRefusal { .. }, Move::ReportRefusal { seats: Vec::new() } => HER [Ok("refusal_reported"), Ok("refusal_reported"), Ok("refusal_reported"), Ok("refusal_reported")];
    Move::AskWithdrawal, Move::AskWithdrawal => HER [Ok("withdrawal_asked"), Ok("withdrawal_asked"), SHUT, Ok("withdrawal_asked")];
    Move::KeepOn, Move::KeepOn => HER [Err(Refusal::NotDue), Err(Refusal::NotDue), SHUT, Err(Refusal::NotDue)];
    Move::Withdraw, Move::Withdraw => SYSTEM [Err(Refusal::NotDue), Err(Refusal::NotDue), SHUT, Err(Refusal::NotDue)];
    Move::BookHearing { .. }, Move::BookHearing { place: hearing::place(&complaint()) } => HER [Ok("hearing_booked"), Ok("hearing_booked"), SHUT, Ok("hearing_booked")];
    Move::TellNear, Move::TellNear => SYSTEM [Err(Refusal::NotDue), Err(Refusal::NotDue), SHUT, Err(Refusal::NotDue)];
    Move::EndHearing, Move::EndHearing => SYSTEM [Err(Refusal::NotDue), Err(Refusal::NotDue), SHUT, Err(Refusal::NotDue)];
    Move::LeaveHearing, Move::LeaveHearing => TWO [Err(Refusal::NotDue), Err(Refusal::NotDue), SHUT, Err(Refusal::NotDue)];
    Move::Hear { .. }, Move::Hear { onward: None, again: false } => OFFICER [Err(Refusal::NotDue), Err(Refusal::NotDue), SHUT, Err(Refusal::NotDue)];
    Move::Escalate { .. }, Move::Escalate { seats: Vec::new() } => SYSTEM [Ok("escalated"), Ok("escalated"), SHUT, Ok("escalated")];
    Move::Alarm, Move::Alarm => SYSTEM [Ok("top_alarm"), Ok("top_alarm"), SHUT, Ok("top_alarm")];
    Move::Warn { .. }, Move::Warn { rule: ClockRule::Progress, mark: Mark::Half } => SYSTEM [Ok("warned"), Ok("warned"), Ok("warned"), Ok("warned")];
    Move::Miss { .. }, Move::Miss { rule: ClockRule::Signature } => SYSTEM [Ok("missed"), Ok("missed"), Ok("missed"), Ok("missed")];
}

/// The stages one after the other: a new one does not compile without its place.
fn following(stage: Option<&Stage>) -> Option<Stage> {
    match stage {
        None => Some(Stage::Unassigned),
        Some(Stage::Unassigned) => Some(Stage::Assigned { officer: woman("O-1"), since: start() }),
        Some(Stage::Assigned { .. }) => Some(Stage::Disposed { at: at(3) }),
        Some(Stage::Disposed { .. }) => Some(Stage::InAppeal { since: at(3) }),
        Some(Stage::InAppeal { .. }) => None,
    }
}

fn next_actor(by: Option<&Actor>) -> Option<Actor> {
    match by {
        None => Some(Actor::Complainant),
        Some(Actor::Complainant) => Some(boss()),
        Some(Actor::Officer(_)) => Some(Actor::System),
        Some(Actor::System) => None,
    }
}

fn cell(wanted: &Move, stage: &Stage, by: &Actor) -> Cell {
    let row = row(wanted);
    let may = match by {
        Actor::Complainant => row.her,
        Actor::Officer(_) => row.officer,
        Actor::System => row.system,
    };
    let outcome = match stage {
        Stage::Unassigned => row.unassigned,
        Stage::Assigned { .. } => row.assigned,
        Stage::Disposed { .. } => row.disposed,
        Stage::InAppeal { .. } => row.in_appeal,
    };
    if may { outcome } else { Err(Refusal::NotAllowed) }
}

/// A complaint for which every move of the table is lawful at `due()`, as far as its stage goes.
fn ready() -> Complaint {
    let mut paused = clock(ClockRule::ChildReport, 30, 24);
    paused.pauses.push(crate::clock::Pause { from: at(1), until: at(6), reason: PauseReason::Court, by: rungs("LKO-ALB")[1].clone() });
    let planned = |rule, start| Planned { rule, start, runs: Runs::Days(14), may_pause: SignedDuration::ZERO };
    Complaint {
        clocks: vec![
            clock(ClockRule::Disposal, 4, 24),
            clock(ClockRule::Assignment, 24, 0),
            clock(ClockRule::FirstContact, 24, 0),
            clock(ClockRule::Signature, 2, 0),
            clock(ClockRule::Progress, 6, 24),
            paused,
        ],
        planned: vec![planned(ClockRule::Investigation, Start::Recording), planned(ClockRule::Enquiry, Start::Enquiry)],
        duty_until: Some(at(3)),
        suggestion: crate::suggestion::Suggestion::Made,
        ..closable(complaint())
    }
}

/// Its report waits for a second person.
fn filed(it: Complaint) -> Complaint {
    let atr = it.work.atr.clone().map(|atr| Atr { state: AtrState::Filed, ..atr });
    Complaint { work: Work { atr, ..it.work.clone() }, ..it }
}

fn ask(rule: ClockRule, until: Timestamp) -> Move {
    Move::AskPause { rule, reason: PauseReason::Laboratory, until }
}

fn boss() -> Actor {
    Actor::Officer(OfficerId::parse("O-9").unwrap())
}

fn woman(id: &str) -> Officer {
    officer(id, "LKO-ALB", true)
}

fn give(id: &str) -> Move {
    Move::Assign { officer: woman(id), until: None }
}

fn away() -> Move {
    to("LKO-BKT", rungs("LKO-BKT"), Vec::new())
}

/// To a station of the district that its code begins with.
fn to(code: &str, rungs: Vec<Rung>, seats: Vec<Seat>) -> Move {
    Move::Transfer { there: Elsewhere { district: DistrictCode::parse(&code[..3]).unwrap(), station: station(code), above: None, rungs }, seats }
}

fn stop(rule: ClockRule, until: Timestamp) -> Move {
    Move::Pause { rule, reason: PauseReason::Laboratory, until, by: rungs("LKO-ALB")[1].clone() }
}

fn photo() -> FileMark {
    FileMark { kind: FileKind::Jpeg, bytes: 2_000_000, sha: Sha::parse(&"0a".repeat(32)).unwrap() }
}

/// A report that says why it has no picture.
fn report() -> Move {
    Move::FileAtr(Proof::of(Vec::new(), true).unwrap())
}

fn silent() -> SafeContact {
    SafeContact { sms: false, call: false, hours: None }
}

/// Makes a move and checks what holds for each that is lawful.
fn made(it: &Complaint, wanted: Move, by: Actor, now: Timestamp) -> Result<Change, Refusal> {
    let change = decide(it, wanted, by.clone(), now)?;
    assert_eq!(change.complaint.version, it.version + 1);
    for (n, event) in change.events.iter().enumerate() {
        assert_eq!((&event.number, event.version, usize::from(event.n)), (&it.number, change.complaint.version, n));
        assert_eq!((event.at, &event.by), (now, &by));
    }
    for (before, after) in it.clocks.iter().zip(&change.complaint.clocks) {
        assert_eq!((before.rule, before.started_at, before.due_at), (after.rule, after.started_at, after.due_at), "no move restarts a clock");
    }
    Ok(change)
}

#[track_caller]
fn check(it: &Complaint, wanted: Move, by: Actor, now: Timestamp, expected: Cell) {
    assert_eq!(made(it, wanted, by, now).map(|change| change.events[0].kind.tag()), expected);
}

#[test]
fn the_table() {
    let mut cells = 0;
    let mut stage = following(None);
    while let Some(present) = stage {
        for wanted in moves() {
            let mut by = next_actor(None);
            while let Some(actor) = by {
                let it = Complaint { stage: present.clone(), ..ready() };
                // An alarm is for the top alone.
                let it = if wanted == Move::Alarm { at_top(it) } else { it };
                let it = if matches!(wanted, Move::ReturnAtr | Move::ApproveAtr) { filed(it) } else { it };
                let it = if matches!(wanted, Move::TakeDown { .. }) { suggestion::listed(it) } else { it };
                let got = made(&it, wanted.clone(), actor.clone(), due()).map(|change| change.events[0].kind.tag());
                assert_eq!(got, cell(&wanted, &present, &actor), "{wanted:?} by {actor:?} in {present:?}");
                cells += 1;
                by = next_actor(Some(&actor));
            }
        }
        stage = following(Some(&present));
    }
    assert_eq!(cells, 4 * 38 * 3);
}

#[test]
fn each_move_leads_to_its_stage() {
    let assigned = Complaint { stage: Stage::Assigned { officer: woman("O-1"), since: start() }, ..ready() };
    let closed = made(&assigned, Move::Dispose(Closing::Done), boss(), due()).unwrap().complaint;
    let stage = |it: &Complaint, wanted, by| made(it, wanted, by, due()).unwrap().complaint.stage;
    let hers = Stage::Assigned { officer: woman("O-2"), since: due() };
    assert_eq!(stage(&ready(), give("O-2"), boss()), hers);
    assert_eq!(stage(&assigned, Move::HandOver { to: Some(woman("O-2")), look_again: None }, Actor::System), hers);
    assert_eq!(stage(&assigned, Move::HandOver { to: None, look_again: None }, Actor::System), Stage::Unassigned);
    assert_eq!(stage(&assigned, Move::Release, Actor::System), Stage::Unassigned);
    assert_eq!(stage(&assigned, away(), boss()), Stage::Unassigned);
    assert_eq!(closed.stage, Stage::Disposed { at: due() });
    assert_eq!(closed.duty_until, None);
    assert_eq!(stage(&closed, Move::Reopen { seats: Vec::new() }, Actor::Complainant), Stage::Unassigned);
    let appealed = made(&closed, Move::Appeal { seats: Vec::new() }, Actor::Complainant, due()).unwrap().complaint;
    assert_eq!(appealed.stage, Stage::InAppeal { since: due() });
    assert_eq!(stage(&appealed, away(), boss()), appealed.stage, "a transfer does not end an appeal");
    for wanted in [Move::Note, Move::Act(Act::Reached), stop(ClockRule::Progress, at(5)), Move::Escalate { seats: Vec::new() }] {
        let by = if matches!(wanted, Move::Escalate { .. }) { Actor::System } else { boss() };
        assert_eq!(stage(&assigned, wanted, by), assigned.stage);
    }
}

#[test]
fn times_that_have_not_come_are_refused() {
    let it = ready();
    check(&it, Move::Escalate { seats: Vec::new() }, Actor::System, due() - SignedDuration::from_secs(1), Err(Refusal::NotDue));
    check(&it, Move::Alarm, Actor::System, due(), Err(Refusal::NotAtTop));
    check(&at_top(ready()), Move::Alarm, Actor::System, due() - HOUR, Err(Refusal::NotDue));
    check(&at_top(ready()), Move::Escalate { seats: Vec::new() }, Actor::System, due(), Err(Refusal::AtTop));
    check(&it, Move::HandOver { to: None, look_again: None }, Actor::System, at(3) - SignedDuration::from_secs(1), Err(Refusal::NotDue));
    check(&complaint(), Move::HandOver { to: None, look_again: None }, Actor::System, due(), Err(Refusal::NotDue));
    check(&it, Move::Miss { rule: ClockRule::Disposal }, Actor::System, at(900), Err(Refusal::NotDue));
    check(&it, Move::Miss { rule: ClockRule::Signature }, Actor::System, at(2) - SignedDuration::from_secs(1), Err(Refusal::NotDue));
    check(&it, Move::Warn { rule: ClockRule::Progress, mark: Mark::Most }, Actor::System, due(), Err(Refusal::NotDue));
    check(&it, Move::Warn { rule: ClockRule::Enquiry, mark: Mark::Half }, Actor::System, due(), Err(Refusal::NoSuchClock));
    check(&it, Move::Miss { rule: ClockRule::Enquiry }, Actor::System, due(), Err(Refusal::NoSuchClock));
}
