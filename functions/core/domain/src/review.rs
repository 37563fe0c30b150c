//! Reviews of what was closed: a month's sample of each unit, drawn so that nobody can choose it, what a reviewer found,
//! and what must be done about it by when.
//!
//! Each complaint that was closed in a month has a lot: a hash of the month's seed and its own number. The lowest lots are
//! drawn. A lot depends on nothing else, so neither the order nor the number of other complaints changes it; the number was
//! drawn by the product when she filed, and the seed is told only after the draw.

mod month;

use jiff::{SignedDuration, Timestamp};

use crate::access::Viewer;
use crate::calendar::{end_of, wall};
use crate::complaint::{Accused, Complaint, Officer, Rung};
use crate::ids::{OfficerId, PostId, StationCode, UnitCode};
use crate::number::Number;
use crate::policy::Policy;

pub use month::Month;

/// How many of a unit's closed complaints are reviewed each month.
pub const MONTHLY: usize = 15;
/// How many of those that were closed without a word with her are reviewed at least; all where there are fewer.
pub const WITHOUT_CONTACT: usize = 5;
/// How many days after the draw every review is due.
pub const DAYS: i32 = 21;
/// An action is due this many days after the review at most.
pub const LONGEST_ACTION: i32 = 30;
/// What is overdue is listed one post higher, and after each further time of this length one more.
pub const STEP: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The most characters of a reviewer's note.
pub const NOTE: usize = 2000;

/// A complaint that was closed in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    pub number: Number,
    pub at: Timestamp,
    /// As "no contact made".
    pub without_contact: bool,
}

/// Those that are drawn, by their lots: fifteen of all, and of those without contact five at least.
pub fn draw(closed: &[Closed], lot: impl Fn(&Number) -> String) -> Vec<Closed> {
    let mut lots: Vec<(String, &Closed)> = closed.iter().map(|it| (lot(&it.number), it)).collect();
    lots.sort_by(|(one, a), (other, b)| (one, &a.number).cmp(&(other, &b.number)));
    lots.dedup_by(|(_, a), (_, b)| a.number == b.number);
    let mut silent = 0;
    let drawn = lots.into_iter().enumerate().filter(|(place, (_, it))| {
        silent += usize::from(it.without_contact);
        *place < MONTHLY || it.without_contact && silent <= WITHOUT_CONTACT
    });
    drawn.map(|(_, (_, it))| it.clone()).collect()
}

/// A post that reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    pub post: PostId,
    pub unit: UnitCode,
}

/// The unit whose sample a closed complaint belongs to: the lowest of its ladder.
pub fn unit_of(it: &Complaint) -> &UnitCode {
    it.path.rungs.first().map_or(&it.holder().unit, |rung| &rung.unit)
}

/// The posts that may review a closed complaint, nearest first: those of its ladder above whoever held it, in another unit
/// than the one that worked it. A ladder within one unit is reviewed by its top. Nobody reviews what he closed, so
/// `closed_it` says of a post whether he who sits there did.
pub fn reviewers(it: &Complaint, closed_it: impl Fn(&Rung) -> bool) -> Vec<Reviewer> {
    let above: Vec<&Rung> = it.above().iter().filter(|rung| !it.accused.is(&rung.unit)).collect();
    let elsewhere: Vec<&Rung> = above.iter().copied().filter(|rung| rung.unit != *unit_of(it)).collect();
    let posts = if elsewhere.is_empty() { above.last().copied().into_iter().collect() } else { elsewhere };
    posts.into_iter().filter(|rung| !closed_it(rung)).map(|rung| Reviewer { post: rung.post.clone(), unit: rung.unit.clone() }).collect()
}

/// What a reviewer found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    InOrder,
    /// It took longer than anything in it explains.
    Delayed,
    /// She was not really spoken to, or it was not really tried.
    NotHeard,
    /// The report does not bear the closing.
    ThinReport,
    /// It should not have been closed.
    WronglyClosed,
}

impl Finding {
    pub const ALL: [Finding; 5] = [Finding::InOrder, Finding::Delayed, Finding::NotHeard, Finding::ThinReport, Finding::WronglyClosed];

    pub fn tag(self) -> &'static str {
        match self {
            Finding::InOrder => "in_order",
            Finding::Delayed => "delayed",
            Finding::NotHeard => "not_heard",
            Finding::ThinReport => "thin_report",
            Finding::WronglyClosed => "wrongly_closed",
        }
    }

    pub fn parse(tag: &str) -> Option<Finding> {
        Finding::ALL.into_iter().find(|it| it.tag() == tag)
    }

    /// Whether something must be done about it.
    pub fn asks_for_action(self) -> bool {
        match self {
            Finding::InOrder => false,
            Finding::Delayed | Finding::NotHeard | Finding::ThinReport | Finding::WronglyClosed => true,
        }
    }
}

/// What is to be done about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The station speaks to her.
    SpeakToHer,
    /// The report is written anew.
    MendReport,
    /// The matter is looked into again.
    LookAgain,
    /// The officer is spoken to.
    SpeakToOfficer,
}

impl Remedy {
    pub const ALL: [Remedy; 4] = [Remedy::SpeakToHer, Remedy::MendReport, Remedy::LookAgain, Remedy::SpeakToOfficer];

    pub fn tag(self) -> &'static str {
        match self {
            Remedy::SpeakToHer => "speak_to_her",
            Remedy::MendReport => "mend_report",
            Remedy::LookAgain => "look_again",
            Remedy::SpeakToOfficer => "speak_to_officer",
        }
    }

    pub fn parse(tag: &str) -> Option<Remedy> {
        Remedy::ALL.into_iter().find(|it| it.tag() == tag)
    }
}

/// What must be done, with a clock of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub what: Remedy,
    pub due: Timestamp,
    /// Who saw that it was done, and when.
    pub done: Option<(OfficerId, Timestamp)>,
}

/// A review, without the reviewer's words, which are sealed elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub by: OfficerId,
    pub at: Timestamp,
    pub finding: Finding,
    pub action: Option<Action>,
}

/// A complaint that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    pub number: Number,
    pub closed_at: Timestamp,
    pub without_contact: bool,
    /// Who may review it, nearest first.
    pub reviewers: Vec<Reviewer>,
    /// What the wall asks.
    pub accused: Accused,
    pub station: Option<StationCode>,
    pub closed_by: Vec<OfficerId>,
    pub review: Option<Review>,
}

/// What was drawn of a unit for a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    pub unit: UnitCode,
    pub month: Month,
    pub drawn_at: Timestamp,
    /// How many were closed in all.
    pub closed: u32,
    pub version: u64,
    pub cases: Vec<Drawn>,
}

/// What an officer is to a drawn complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eye {
    /// So many posts above the nearest reviewer; 0 is that one.
    Above(usize),
    /// Heads the unit, which has something to do about it.
    Head,
}

/// Where a review stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// To be reviewed until then.
    Waits(Timestamp),
    InOrder,
    /// Something is to be done until then.
    ActionOpen(Timestamp),
    ActionDone,
}

/// Why a reviewer's move is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It does not exist for this officer, or was not drawn.
    Unknown,
    /// It is another post's to review, as long as it is in time.
    NotYours,
    ReviewedBefore,
    /// There is nothing to be done about it, or it is done.
    NothingOpen,
}

impl Drawn {
    /// What an officer is to it; `None` where it does not exist for her: the wall first, then whoever closed it.
    pub fn eye(&self, policy: &Policy, who: &Officer, unit: &UnitCode) -> Option<Eye> {
        if Viewer::of(policy, who).is_walled_off(&self.accused, self.station.as_ref()) {
            return None;
        }
        let heads = policy.posts.get(&who.post).is_some_and(|post| !post.works);
        let acts = self.review.as_ref().is_some_and(|review| review.action.is_some());
        if who.unit == *unit && heads && acts && self.place(who).is_none() {
            return Some(Eye::Head);
        }
        if self.closed_by.contains(&who.id) {
            return None;
        }
        self.place(who).map(Eye::Above)
    }

    fn place(&self, who: &Officer) -> Option<usize> {
        self.reviewers.iter().position(|it| it.unit == who.unit && it.post == who.post)
    }

    pub fn standing(&self, drawn_at: Timestamp) -> Standing {
        match &self.review {
            None => Standing::Waits(review_due(drawn_at)),
            Some(Review { action: None, .. }) => Standing::InOrder,
            Some(Review { action: Some(Action { done: None, due, .. }), .. }) => Standing::ActionOpen(*due),
            Some(Review { action: Some(Action { done: Some(_), .. }), .. }) => Standing::ActionDone,
        }
    }

    /// How many posts above the nearest reviewer it is listed at this moment.
    pub fn reaches(&self, drawn_at: Timestamp, now: Timestamp) -> usize {
        match self.standing(drawn_at) {
            Standing::Waits(due) | Standing::ActionOpen(due) if now > due => {
                let steps = now.duration_since(due).as_secs() / STEP.as_secs();
                1 + usize::try_from(steps).unwrap_or_default()
            }
            Standing::Waits(_) | Standing::ActionOpen(_) | Standing::InOrder | Standing::ActionDone => 0,
        }
    }
}

/// When the reviews of a draw are due: at the end of the day, three weeks on.
pub fn review_due(drawn_at: Timestamp) -> Timestamp {
    end_of(wall(drawn_at).date().saturating_add(jiff::Span::new().days(DAYS)))
}

impl Sample {
    /// Writes down what a reviewer found, and what is to be done about it.
    ///
    /// # Errors
    /// Why not.
    pub fn review(
        &self,
        policy: &Policy,
        number: &Number,
        by: &Officer,
        found: (Finding, Option<(Remedy, Timestamp)>),
        now: Timestamp,
    ) -> Result<Sample, Refused> {
        let it = self.open_to(policy, number, by, now)?;
        if it.review.is_some() {
            return Err(Refused::ReviewedBefore);
        }
        let (finding, action) = found;
        let action = action.map(|(what, due)| Action { what, due, done: None });
        Ok(self.with(Drawn { review: Some(Review { by: by.id.clone(), at: now, finding, action }), ..it.clone() }))
    }

    /// Writes down that a reviewer saw it done.
    ///
    /// # Errors
    /// Why not.
    pub fn settle(&self, policy: &Policy, number: &Number, by: &Officer, now: Timestamp) -> Result<Sample, Refused> {
        let it = self.open_to(policy, number, by, now)?;
        let open = it.review.as_ref().and_then(|review| Some((review, review.action.as_ref().filter(|action| action.done.is_none())?)));
        let (review, action) = open.ok_or(Refused::NothingOpen)?;
        let action = Some(Action { done: Some((by.id.clone(), now)), ..action.clone() });
        Ok(self.with(Drawn { review: Some(Review { action, ..review.clone() }), ..it.clone() }))
    }

    pub fn case(&self, number: &Number) -> Option<&Drawn> {
        self.cases.iter().find(|it| it.number == *number)
    }

    fn open_to(&self, policy: &Policy, number: &Number, by: &Officer, now: Timestamp) -> Result<&Drawn, Refused> {
        let it = self.case(number).ok_or(Refused::Unknown)?;
        match it.eye(policy, by, &self.unit) {
            None => Err(Refused::Unknown),
            Some(Eye::Above(place)) if place <= it.reaches(self.drawn_at, now) => Ok(it),
            Some(Eye::Above(_) | Eye::Head) => Err(Refused::NotYours),
        }
    }

    fn with(&self, changed: Drawn) -> Sample {
        let cases = self.cases.iter().map(|it| if it.number == changed.number { changed.clone() } else { it.clone() });
        Sample { version: self.version + 1, cases: cases.collect(), ..self.clone() }
    }
}

/// How far a unit's reviews are, as far as one officer may know of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub drawn: usize,
    pub reviewed: usize,
    /// Actions that wait.
    pub open: usize,
    /// Reviews and actions past their dates.
    pub overdue: usize,
}

impl Sums {
    pub fn of<'a>(seen: impl Iterator<Item = &'a Drawn>, drawn_at: Timestamp, now: Timestamp) -> Sums {
        seen.fold(Sums::default(), |sums, it| Sums {
            drawn: sums.drawn + 1,
            reviewed: sums.reviewed + usize::from(it.review.is_some()),
            open: sums.open + usize::from(matches!(it.standing(drawn_at), Standing::ActionOpen(_))),
            overdue: sums.overdue + usize::from(it.reaches(drawn_at, now) > 0),
        })
    }
}

/// What is told of a draw: beforehand the hash of its seed, afterwards the seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub month: Month,
    pub commitment: String,
    pub told_at: Timestamp,
    pub seed: Option<String>,
}

#[cfg(test)]
#[path = "review_tests.rs"]
mod tests;
