//! The form of a move as values: what the officer wants and the words that go with it, or what is wrong with the form.

use std::collections::BTreeSet;

use boot::{Desk, Pairs};
use desk::Opened;
use domain::Timestamp;
use domain::access::DeskMove;
use domain::calendar::{at_wall, end_of};
use domain::clock::{ClockRule, PauseReason};
use domain::complaint::{Complaint, Rung};
use domain::decide::{Move, Refusal};
use domain::event::Act;
use domain::filing::Elsewhere;
use domain::ids::OfficerId;
use domain::number::Number;
use domain::picture::{Checked, Proof};
use domain::policy::Policy;
use domain::reply::has_blank;
use domain::suggestion::{DownReason, Suggestion};
use domain::work::{Closing, FINDINGS, LookReason, RejectReason, WORDS};
use jiff::civil::{Date, DateTime};
use site::page::desk::{FormFault, Outcome};

/// What the officer wants, and the sealed words that belong to it.
pub(crate) struct Wanted {
    pub(crate) what: Move,
    pub(crate) words: Vec<(&'static str, String)>,
}

/// What is asked of the form.
pub(crate) struct Form<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) desk: &'a Desk,
    pub(crate) opened: &'a Opened,
    pub(crate) pairs: &'a Pairs,
    pub(crate) now: Timestamp,
}

impl Form<'_> {
    pub(crate) fn read(&self, wanted: DeskMove) -> Result<Wanted, Outcome> {
        let faulty = |fault| Outcome::Faulty(wanted, fault);
        let bare = |what| Wanted { what, words: Vec::new() };
        let with = |what, words: Vec<(&'static str, String)>| Wanted { what, words };
        let it = &self.opened.case.complaint;
        Ok(match wanted {
            DeskMove::Acknowledge => bare(Move::Acknowledge),
            DeskMove::Take => bare(Move::Assign { officer: self.desk.officer.clone(), until: None }),
            DeskMove::Assign => {
                let id = OfficerId::parse(self.text("officer")).ok_or(faulty(FormFault::Missing))?;
                let mut posted = self.opened.units.iter().flat_map(|unit| &unit.posted);
                let officer = posted.find(|posted| posted.officer.id == id).ok_or(faulty(FormFault::UnknownChoice))?;
                bare(Move::Assign { officer: officer.officer.clone(), until: None })
            }
            DeskMove::Forward => with(self.forward(it).map_err(faulty)?, vec![("words", self.optional("words").map_err(faulty)?)]),
            DeskMove::Contact => {
                let act = match self.text("result") {
                    "reached" => Act::Reached,
                    "not_reached" => Act::NotReached,
                    "" => return Err(faulty(FormFault::Missing)),
                    _ => return Err(faulty(FormFault::UnknownChoice)),
                };
                let when = self.spoken_at(it).map_err(faulty)?;
                with(Move::Act(act), vec![("when", when), ("words", self.required("words").map_err(faulty)?)])
            }
            DeskMove::Note => with(Move::Note, vec![("words", self.required("words").map_err(faulty)?)]),
            DeskMove::Record => {
                let fir = self.required("fir").map_err(faulty)?;
                with(Move::Record, vec![("fir", fir), ("sections", self.required("sections").map_err(faulty)?)])
            }
            DeskMove::AskPause => {
                let (rule, reason, until) = self.pause().map_err(faulty)?;
                with(Move::AskPause { rule, reason, until }, vec![("words", self.required("words").map_err(faulty)?)])
            }
            DeskMove::AllowPause => {
                let (rule, reason, until) = self.pause().map_err(faulty)?;
                let by = self.own_rung().ok_or(Outcome::Refused(wanted, Refusal::NotAbove))?.clone();
                with(Move::Pause { rule, reason, until, by }, vec![("words", self.optional("words").map_err(faulty)?)])
            }
            DeskMove::Resume => bare(Move::Resume { rule: self.rule().map_err(faulty)? }),
            DeskMove::FileAtr => self.report().map_err(faulty)?,
            DeskMove::ReturnAtr => with(Move::ReturnAtr, vec![("words", self.required("words").map_err(faulty)?)]),
            DeskMove::ApproveAtr => bare(Move::ApproveAtr),
            DeskMove::Dispose => {
                let closing = match self.text("closing") {
                    "done" => Closing::Done,
                    "no_contact" => Closing::NoContact,
                    "" => return Err(faulty(FormFault::Missing)),
                    _ => return Err(faulty(FormFault::UnknownChoice)),
                };
                with(Move::Dispose(closing), vec![("words", self.optional("words").map_err(faulty)?)])
            }
            DeskMove::Reject => {
                let reason = self.choice("reason", |tag| RejectReason::BY_OFFICER.into_iter().find(|reason| reason.tag() == tag)).map_err(faulty)?;
                with(Move::Dispose(Closing::Rejected(reason)), vec![("words", self.required("words").map_err(faulty)?)])
            }
            DeskMove::Merge => bare(Move::Dispose(Closing::Merged(self.into().map_err(faulty)?))),
            DeskMove::TakeUp => bare(self.take_up()?),
            DeskMove::TakeDown => {
                let reason = self.choice("reason", DownReason::parse).map_err(faulty)?;
                with(Move::TakeDown { reason }, vec![("words", self.required("words").map_err(faulty)?)])
            }
            DeskMove::Look => bare(Move::Look(self.choice("reason", LookReason::parse).map_err(faulty)?)),
        })
    }

    /// The officer's own place on the ladder.
    pub(crate) fn own_rung(&self) -> Option<&Rung> {
        let who = &self.desk.officer;
        self.opened.case.complaint.path.rungs.iter().find(|rung| rung.unit == who.unit && rung.post == who.post)
    }

    /// The number that it repeats.
    pub(crate) fn into(&self) -> Result<Number, FormFault> {
        self.choice("into", Number::parse).map_err(|fault| if fault == FormFault::UnknownChoice { FormFault::NoSuchCase } else { fault })
    }

    fn forward(&self, it: &Complaint) -> Result<Move, FormFault> {
        let station = self.choice("station", |code| self.policy.station(code))?;
        let there = Elsewhere::at(self.policy, it, station, None).ok_or(FormFault::UnknownChoice)?;
        // Who sits there is looked up by whoever may wait for the table.
        Ok(Move::Transfer { there, seats: Vec::new() })
    }

    /// The report's parts: what was found, and a picture of it or why there is none.
    fn report(&self) -> Result<Wanted, FormFault> {
        let findings = self.required("findings")?;
        if findings.chars().count() < FINDINGS {
            return Err(FormFault::TooShort);
        }
        let reason = self.optional("no_photo_reason")?;
        // A suggestion has no place to be photographed.
        let none_to_take = self.opened.case.complaint.suggestion != Suggestion::No;
        let proof = Proof::of(self.pictures()?, none_to_take || !reason.is_empty()).ok_or(FormFault::Neither)?;
        let words = vec![("findings", findings), ("no_photo_reason", reason), ("like_reason", self.optional("like_reason")?)];
        Ok(Wanted { what: Move::FileAtr(proof), words })
    }

    /// The pictures that were ticked, each once: of those that may go into a report of this officer's.
    fn pictures(&self) -> Result<Vec<Checked>, FormFault> {
        let ticked = self.pairs.iter().filter(|(name, _)| *name == "picture").flat_map(|(_, ids)| ids.split_whitespace());
        let ids: BTreeSet<&str> = ticked.collect();
        let ticked = self.opened.pictures.iter().filter(|file| ids.contains(file.id().as_str()));
        let checked = ticked.filter_map(|file| Checked::of(&file.mark.sha, &file.by, file.state, &self.desk.officer.unit));
        let checked: Vec<Checked> = checked.collect();
        if checked.len() == ids.len() { Ok(checked) } else { Err(FormFault::UnknownChoice) }
    }

    fn rule(&self) -> Result<ClockRule, FormFault> {
        self.choice("rule", ClockRule::parse)
    }

    fn pause(&self) -> Result<(ClockRule, PauseReason, Timestamp), FormFault> {
        let reason = self.choice("reason", PauseReason::parse)?;
        let day: Date = self.required("until")?.parse().map_err(|_| FormFault::BadTime)?;
        Ok((self.rule()?, reason, end_of(day)))
    }

    /// When she was called: between the last change of holder and now. What was before it was told to somebody else.
    fn spoken_at(&self, it: &Complaint) -> Result<String, FormFault> {
        let shown: DateTime = self.required("when")?.parse().map_err(|_| FormFault::BadTime)?;
        let at = at_wall(shown);
        // The field has minutes and no seconds.
        let since = self.opened.case.held_since().unwrap_or(it.registered_at);
        let earliest = Timestamp::from_second(since.as_second() / 60 * 60).unwrap_or(since);
        if at < earliest || at > self.now { Err(FormFault::BadTime) } else { Ok(shown.to_string()) }
    }

    fn choice<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, FormFault> {
        match self.text(name) {
            "" => Err(FormFault::Missing),
            text => parse(text).ok_or(FormFault::UnknownChoice),
        }
    }

    fn required(&self, name: &str) -> Result<String, FormFault> {
        self.optional(name).and_then(|text| if text.is_empty() { Err(FormFault::Missing) } else { Ok(text) })
    }

    fn optional(&self, name: &str) -> Result<String, FormFault> {
        let text = self.text(name);
        words_fault(text).map_or_else(|| Ok(text.to_owned()), Err)
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        self.pairs.get(name).trim()
    }
}

/// What is wrong with words that go with a move: too many of them, or a blank of a reply that nobody filled.
pub(crate) fn words_fault(text: &str) -> Option<FormFault> {
    if text.chars().count() > WORDS {
        return Some(FormFault::TooLong);
    }
    has_blank(text).then_some(FormFault::Blank)
}
