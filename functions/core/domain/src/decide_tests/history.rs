//! Never skipped: any history of any complaint, with the job late, often or both; what holds is in `told`.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use self::told::Told;
use super::*;
use crate::complaint::{Accused, Path};
use crate::overdue::wakes_at;
use crate::policy::Channel;

mod told;

const POSTS: [&str; 6] = ["io", "sho", "circle", "district", "range", "state"];
/// The last of another district.
const STATIONS: [&str; 4] = ["LKO-ALB", "LKO-BKT", "LKO-CHK", "PRJ-KTW"];
const CHANNELS: [Channel; 9] =
    [Channel::Web, Channel::WalkIn, Channel::Desk, Channel::Phone, Channel::Whatsapp, Channel::Email, Channel::Post, Channel::Video, Channel::Reference];

/// What happens next, after so many minutes.
#[derive(Clone, Debug)]
enum Step {
    /// The job comes by and works until nothing is due.
    Job,
    Made(Box<Move>, Actor),
    /// She is spoken to, the report is filed and approved, and it is closed.
    Closed,
    /// To another station's ladder: whole, with its place filled there, or without some of what lies below the holder,
    /// with the seats of this history.
    Transferred {
        to: usize,
        from: Option<Index>,
    },
    /// Whoever sits so many rungs above the holder allows it.
    Paused {
        rule: ClockRule,
        minutes: i64,
        above: usize,
    },
}

/// Who sits at the posts of a ladder, for one history.
type Seats = Vec<Seat>;

fn ladder_of(length: usize, code: &str, holds: &[i64]) -> Vec<Rung> {
    let (top, district) = (length - 1, &code[..3]);
    let above = [format!("{district}/Cantt"), district.to_owned(), format!("R.{district}"), "UP".to_owned()];
    let rung = |n: usize| {
        let unit = if n < 2 { code } else { &above[n - 2] };
        rung(POSTS[n], unit, (n != 0 && n != top).then(|| holds[n]))
    };
    (0..length).map(rung).collect()
}

fn made_by(wanted: Move, by: Actor) -> Step {
    Step::Made(Box::new(wanted), by)
}

/// Any complaint of any category, just registered.
fn any_complaint() -> impl Strategy<Value = Complaint> {
    let length = 1..=6usize;
    let holds = prop::collection::vec(1i64..200, 6);
    let clocks = prop::collection::vec((0u8..3, 1i64..2000, 0i64..300), 8);
    let rest = (1i64..72, any::<bool>(), any::<bool>(), select(CHANNELS.to_vec()), 1i64..1000, 0i64..300);
    (length, holds, clocks, rest).prop_map(|(length, holds, terms, (repeats, has_station, woman_officer, channel, disposal, may_pause))| {
        let suggestion = crate::suggestion::Suggestion::Made;
        let mut it = Complaint { woman_officer, channel, accused: Accused::default(), suggestion, ..complaint() };
        // Nobody was on duty when it came: the next shift is waited for.
        it.duty_until = (disposal % 3 == 0).then(|| at(disposal / 4));
        it.station = has_station.then(|| station(STATIONS[0]));
        let rungs = ladder_of(length, STATIONS[0], &holds);
        it.path = Path { rungs, repeats: SignedDuration::from_hours(repeats), next_at: at(disposal), alarms: 0 };
        it.clocks = vec![clock(ClockRule::Disposal, disposal, may_pause)];
        for (rule, (kind, hours, may_pause)) in ClockRule::ALL.into_iter().zip(terms).skip(1) {
            let begins = if hours % 2 == 0 { Start::Recording } else { Start::Enquiry };
            match kind {
                0 => it.clocks.push(clock(rule, hours, may_pause)),
                1 => {
                    let runs = Runs::Days(u16::try_from(hours / 24 + 1).unwrap());
                    it.planned.push(Planned { rule, start: begins, runs, may_pause: SignedDuration::from_hours(may_pause) });
                }
                _ => {}
            }
        }
        it
    })
}

fn any_seats() -> impl Strategy<Value = Seats> {
    let seat = prop_oneof![3 => Just(0u8), 2 => Just(1), 2 => Just(2)];
    prop::collection::vec(seat, 6).prop_map(|seats| {
        let seat = |(n, kind)| match kind {
            0 => Seat::Filled,
            1 => Seat::Empty,
            _ => Seat::StandIn(rung(POSTS[(n + 1) % 6], "LKO/Chowk", Some(7))),
        };
        seats.into_iter().enumerate().map(seat).collect()
    })
}

fn any_officer() -> impl Strategy<Value = Officer> {
    let units = [STATIONS[0], STATIONS[1], STATIONS[0], STATIONS[2], "LKO/Cantt", "LKO", "R.LKO", "UP", "LKO/Chowk"];
    (0..6u8, select(units.to_vec()), any::<bool>()).prop_map(|(id, code, woman)| officer(&format!("O-{id}"), code, woman))
}

/// What people do that touches neither the ladder nor the stage's end.
fn any_work() -> impl Strategy<Value = Step> {
    let by_officer = |wanted| made_by(wanted, boss());
    prop_oneof![
        (any_officer(), prop::option::of(0i64..900)).prop_map(|(officer, until)| made_by(Move::Assign { officer, until: until.map(at) }, Actor::System)),
        Just(by_officer(Move::Release)),
        (0..STATIONS.len()).prop_map(|to| Step::Transferred { to, from: None }),
        select(Act::ALL.to_vec()).prop_map(move |act| by_officer(Move::Act(act))),
        Just(by_officer(Move::Note)),
        select(LookReason::ALL.to_vec()).prop_map(move |why| by_officer(Move::Look(why))),
        Just(by_officer(Move::Acknowledge)),
        (0..6u8).prop_map(|id| made_by(report(), Actor::Officer(OfficerId::parse(&format!("O-{id}")).unwrap()))),
        Just(by_officer(Move::ReturnAtr)),
        Just(by_officer(Move::ApproveAtr)),
        (select(ClockRule::ALL.to_vec()), 0i64..900).prop_map(move |(rule, until)| by_officer(ask(rule, at(until)))),
        Just(by_officer(Move::Record)),
        Just(by_officer(Move::OpenEnquiry)),
        Just(made_by(Move::ChangeContact(silent()), Actor::Complainant)),
        Just(made_by(Move::AddEvidence(photo()), Actor::Complainant)),
        (0..6u8).prop_map(|id| made_by(Move::AddPicture(photo()), Actor::Officer(OfficerId::parse(&format!("O-{id}")).unwrap()))),
        (0..9u8).prop_map(move |n| by_officer(suggestion::take_up(n))),
        Just(by_officer(suggestion::take_down())),
    ]
}

fn any_closing() -> impl Strategy<Value = Closing> {
    prop_oneof![
        Just(Closing::Done),
        Just(Closing::NoContact),
        select(RejectReason::ALL.to_vec()).prop_map(Closing::Rejected),
        Just(Closing::Merged(complaint().number)),
    ]
}

fn any_step() -> impl Strategy<Value = Step> {
    let rule = || select(ClockRule::ALL.to_vec());
    prop_oneof![
        6 => any_work(),
        3 => Just(Step::Job),
        1 => (0..STATIONS.len(), any::<Index>()).prop_map(|(to, from)| Step::Transferred { to, from: Some(from) }),
        3 => (rule(), -60i64..9000, 0..4usize).prop_map(|(rule, minutes, above)| Step::Paused { rule, minutes, above }),
        2 => rule().prop_map(|rule| made_by(Move::Resume { rule }, boss())),
        1 => Just(Step::Closed),
        1 => any_closing().prop_map(|closing| made_by(Move::Dispose(closing), boss())),
        2 => Just(made_by(Move::Reopen { seats: Vec::new() }, Actor::Complainant)),
        1 => Just(made_by(Move::Appeal { seats: Vec::new() }, Actor::Complainant)),
        1 => any::<bool>().prop_map(|solved| made_by(Move::Answer { solved }, Actor::Complainant)),
        1 => Just(made_by(Move::ReportRefusal { seats: Vec::new() }, Actor::Complainant)),
        1 => Just(made_by(Move::AskWithdrawal, Actor::Complainant)),
        1 => Just(made_by(Move::KeepOn, Actor::Complainant)),
        // The job of another machine, which read an older version: only what is due may happen.
        1 => Just(made_by(Move::Escalate { seats: Vec::new() }, Actor::System)),
        1 => Just(made_by(Move::Alarm, Actor::System)),
        1 => Just(made_by(Move::HandOver { to: None, look_again: Some(at(2000)) }, Actor::System)),
        1 => rule().prop_map(|rule| made_by(Move::Miss { rule }, Actor::System)),
        1 => (rule(), select(Mark::ALL.to_vec())).prop_map(|(rule, mark)| made_by(Move::Warn { rule, mark }, Actor::System)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_clock_is_restarted_lost_or_skipped(
        it in any_complaint(),
        seats in any_seats(),
        steps in prop::collection::vec((-5i64..4000, any_step()), 1..70),
    ) {
        let holds = it.path.rungs.iter().map(|rung| rung.holds.map_or(9, |holds| holds.as_hours())).collect();
        let mut told = Told::new(it, seats, holds);
        told.wakes(start());
        let mut now = start();
        for (minutes, step) in &steps {
            now += SignedDuration::from_mins(*minutes);
            told.step(step, now);
            told.wakes(now);
        }
        // Years later everything that was owed is told.
        now += HOUR * 24 * 3000;
        told.job(now);
        for clock in &told.it.clocks {
            prop_assert!(clock.met_at.is_some() || clock.missed_at.is_some(), "{:?} was never told", clock.rule);
        }
        if told.it.is_open() {
            prop_assert!(told.it.next().is_none() && told.it.path.alarms > 0, "an open one is at the top and alarms");
        }
    }

    #[test]
    fn late_or_often_the_ladder_is_the_same(
        it in any_complaint(),
        seats in any_seats(),
        work in prop::collection::vec((0i64..3000, any_work()), 0..30),
        jobs in prop::collection::vec(any::<bool>(), 30),
    ) {
        let holds: Vec<i64> = it.path.rungs.iter().map(|rung| rung.holds.map_or(9, |holds| holds.as_hours())).collect();
        let climbed = |punctual: bool, often: bool, work: &[(i64, Step)]| {
            let mut told = Told::new(it.clone(), seats.clone(), holds.clone());
            let mut now = start();
            for ((minutes, step), job) in work.iter().zip(&jobs) {
                let next = now + SignedDuration::from_mins(*minutes);
                while let Some(wakes) = wakes_at(&told.it).filter(|at| punctual && *at <= next) {
                    told.job(wakes.max(now));
                }
                now = next;
                if often && *job {
                    told.job(now);
                }
                told.step(step, now);
            }
            told.job(now + HOUR * 24 * 900);
            told.climbed
        };
        let once = climbed(false, false, &[]);
        prop_assert_eq!(once.len(), it.path.rungs.len() - 1);
        for (punctual, often) in [(true, false), (true, true), (false, true), (false, false)] {
            prop_assert_eq!(&climbed(punctual, often, &work), &once, "punctual {}, often {}", punctual, often);
        }
    }
}
