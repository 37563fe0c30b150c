//! The console's pages as values: who is looking, the worklist, what was searched for, a case, a move on many.

mod asked;
mod bulk;
mod outcome;
mod stations;
mod views;

use domain::Timestamp;
use domain::access::{DeskMove, Role};
use domain::clock::{ClockRule, PauseReason};
use domain::complaint::Officer;
use domain::ids::{OfficerId, ReplyId};
use domain::lang::Both;
use domain::number::Number;
use domain::policy::Channel;
use domain::reply::Reply;
use domain::work::Progress;

use super::evidence::FileShown;
use super::picture::PicturesShown;
use super::suggestion::SuggestionShown;
use super::{ComplaintPage, Happening, StageShown};

pub use asked::Asked;
pub use bulk::{BulkMove, BulkPage, BulkResult, BulkRow};
pub use outcome::{FormFault, Outcome};
pub use stations::{DISTRICT, Stations};
pub use views::{ViewFault, ViewsPage};

/// Who is looking: in the header of every page of the console.
#[derive(Clone, Debug)]
pub struct DeskHead {
    pub name: Both,
    pub rank: Both,
    /// The post in the district's own terms.
    pub post: Both,
    /// The station, circle, district or range; empty for the state.
    pub place: Both,
    /// Whether the post calls back who left a filing unproven.
    pub calls_back: bool,
    /// Whether the post hears people.
    pub hears: bool,
    /// Whether single keys do something; switched off in the profile.
    pub keys: bool,
    /// Goes along hidden with every form.
    pub form_token: String,
    pub session: SessionShown,
}

/// How long a session lasts, as a page says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionShown {
    /// When it ends if nothing more is opened.
    pub ends_at: Timestamp,
    /// How many seconds that is: a page's own clock may go otherwise.
    pub seconds: i64,
    /// Whether the passkey was shown lately enough to open a name or to take a list out.
    pub proven: bool,
}

/// The ready-made questions to a worklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    Mine,
    Unassigned,
    Unit,
    Overdue,
    Due24,
    InAppeal,
}

/// A part of a filter: a field of its form, and of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterPart {
    Category,
    Station,
    Channel,
    Stage,
    Level,
    From,
    To,
}

impl FilterPart {
    pub const ALL: [FilterPart; 7] =
        [FilterPart::Category, FilterPart::Station, FilterPart::Channel, FilterPart::Stage, FilterPart::Level, FilterPart::From, FilterPart::To];

    /// The name of the field.
    pub fn tag(self) -> &'static str {
        match self {
            FilterPart::Category => "category",
            FilterPart::Station => "station",
            FilterPart::Channel => "channel",
            FilterPart::Stage => "stage",
            FilterPart::Level => "level",
            FilterPart::From => "from",
            FilterPart::To => "to",
        }
    }
}

impl Filter {
    pub fn put(&mut self, part: FilterPart, value: String) {
        *match part {
            FilterPart::Category => &mut self.category,
            FilterPart::Station => &mut self.station,
            FilterPart::Channel => &mut self.channel,
            FilterPart::Stage => &mut self.stage,
            FilterPart::Level => &mut self.level,
            FilterPart::From => &mut self.from,
            FilterPart::To => &mut self.to,
        } = value;
    }

    pub fn get(&self, part: FilterPart) -> &str {
        match part {
            FilterPart::Category => &self.category,
            FilterPart::Station => &self.station,
            FilterPart::Channel => &self.channel,
            FilterPart::Stage => &self.stage,
            FilterPart::Level => &self.level,
            FilterPart::From => &self.from,
            FilterPart::To => &self.to,
        }
    }

    /// The parts that narrow the list.
    pub fn set(&self) -> impl Iterator<Item = (FilterPart, &str)> {
        FilterPart::ALL.into_iter().map(|part| (part, self.get(part))).filter(|(_, value)| !value.is_empty())
    }
}

impl View {
    pub const ALL: [View; 6] = [View::Mine, View::Unassigned, View::Unit, View::Overdue, View::Due24, View::InAppeal];

    /// As it stands in an address.
    pub fn tag(self) -> &'static str {
        match self {
            View::Mine => "mine",
            View::Unassigned => "unassigned",
            View::Unit => "unit",
            View::Overdue => "overdue",
            View::Due24 => "due24",
            View::InAppeal => "in_appeal",
        }
    }

    pub fn parse(tag: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.tag() == tag)
    }
}

/// `GET /desk/`: a view, filtered, most urgent first.
#[derive(Clone, Debug)]
pub struct WorklistPage {
    pub head: DeskHead,
    pub view: View,
    /// How many each view has, with the same filter.
    pub counts: Vec<(View, usize)>,
    pub filter: Filter,
    /// What the filter's lists offer: value and name.
    pub categories: Vec<(String, Both)>,
    pub stations: Vec<(String, Both)>,
    pub rows: Vec<Row>,
    /// How many the view has in all.
    pub total: usize,
    /// How many stand before the first row shown.
    pub before: usize,
    /// The address's `after` of the next page; `None` on the last.
    pub next: Option<String>,
    /// Named views of this officer: a name and the query that it stands for.
    pub saved: Vec<(String, String)>,
    /// What this officer may do to many at once; with none there are no boxes to tick.
    pub bulk: Vec<BulkMove>,
    pub now: Timestamp,
}

/// `POST /desk/search`: what was found, open and closed. What was searched for may be her name or her phone, so it
/// travels in the body and stands in no address.
#[derive(Clone, Debug)]
pub struct SearchPage {
    pub head: DeskHead,
    /// As it was typed.
    pub q: String,
    /// Most urgent first.
    pub open: Vec<Row>,
    /// Newest first.
    pub closed: Vec<Row>,
    /// There are more than are shown.
    pub more: bool,
    /// So many fit that the oldest were not looked at.
    pub ended: bool,
    pub now: Timestamp,
}

/// A filter as it stands in the address; empty texts filter nothing. What is no value of its list is empty here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub category: String,
    pub station: String,
    /// A tag of `domain::policy::Channel`.
    pub channel: String,
    /// A tag of `domain::access::StageKind`.
    pub stage: String,
    /// How far up it is, a digit.
    pub level: String,
    /// Registered on or after, `2026-11-24`.
    pub from: String,
    /// Registered on or before.
    pub to: String,
}

/// A complaint as a row of the list. Nothing in it tells who she is.
#[derive(Clone, Debug)]
pub struct Row {
    pub number: Number,
    /// The promised date, with the time that the clock stood still.
    pub due_at: Timestamp,
    /// Why the clock stands still now, and until when.
    pub paused: Option<(PauseReason, Timestamp)>,
    pub category: Both,
    /// The station, or the district where she knew none.
    pub place: Both,
    pub channel: Channel,
    pub stage: StageShown,
    pub progress: Progress,
    /// Rank and name of whoever works it.
    pub officer: Option<(Both, Both)>,
    /// How many rungs it has gone up.
    pub level: u8,
    /// Whether her officer must be a woman.
    pub woman_officer: bool,
}

/// `GET /desk/complaints/{number}`
#[derive(Clone, Debug)]
pub struct CasePage {
    pub head: DeskHead,
    pub role: Role,
    /// The version it was read at: goes along hidden with every move.
    pub version: u64,
    /// Clocks, holder, ladder and timeline, as she sees them.
    pub complaint: ComplaintPage,
    pub place: Both,
    pub channel: Channel,
    pub progress: Progress,
    /// When whoever has it now last spoke to her; without it nothing is closed as done.
    pub contacted_at: Option<Timestamp>,
    pub woman_officer: bool,
    pub identity: Identity,
    /// What happened, in her words; `None` where it was erased.
    pub account: Option<String>,
    /// Where it happened or she lives, without the house: locality and landmark.
    pub about: Vec<(AboutField, String)>,
    /// How she may be reached.
    pub contact: ContactShown,
    /// What she added, in the order in which it came; names only where who she is is open.
    pub evidence: Vec<FileShown>,
    /// What officers took in for the report.
    pub pictures: PicturesShown,
    /// The sealed words that belong to a happening, newest first.
    pub notes: Vec<NoteShown>,
    /// What this officer may do now, in the order of the table.
    pub moves: Vec<DeskMove>,
    /// To whom it may be given.
    pub officers: Vec<Candidate>,
    pub stations: Stations,
    /// What is said of it publicly now, where it is a suggestion.
    pub suggestion: SuggestionShown,
    /// Clocks that may stand still, and clocks that stand still now.
    pub may_pause: Vec<(ClockRule, Both)>,
    pub paused: Vec<(ClockRule, Both)>,
    /// Other complaints from the same phone, as far as they exist for this officer.
    pub repeats: Vec<Row>,
    /// Replies that are ready to be filled in, for the moves that may be made.
    pub templates: Vec<Reply>,
    /// The one that was chosen: it stands in the field of its move.
    pub reply: Option<ReplyId>,
    /// What was just done, or why it was not: shown on top.
    pub outcome: Option<Outcome>,
    /// A form that was refused, as it was typed.
    pub typed: Vec<(String, String)>,
}

/// Who she is, as far as this officer has opened it.
#[derive(Clone, Debug)]
pub enum Identity {
    /// The first letter and the last two digits.
    Masked { name: String, phone: String },
    /// Opened with a reason less than fifteen minutes ago.
    Open {
        fields: Vec<(AboutField, String)>,
        phone: String,
        /// What is said first when she is called.
        word: Option<String>,
    },
    /// The key is gone.
    Erased,
}

/// A field of what she said, as the form names it.
pub type AboutField = domain::fault::Field;

#[derive(Clone, Debug)]
pub struct ContactShown {
    pub sms: bool,
    pub call: bool,
    /// From and to, such as `10:00-12:00`.
    pub hours: Option<String>,
    /// Whether now is a safe time to call her.
    pub now_is_safe: bool,
}

#[derive(Clone, Debug)]
pub struct NoteShown {
    pub at: Timestamp,
    /// Rank and name, or the officer's number where nobody is known by it.
    pub by: Both,
    pub what: Happening,
    pub text: String,
}

/// An officer to whom it may be given.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub officer: Officer,
    /// How many are with her; of the officer's own unit alone.
    pub open: Option<u32>,
}

impl CasePage {
    pub fn may(&self, wanted: DeskMove) -> bool {
        self.moves.contains(&wanted)
    }

    /// The reply that was chosen for a move.
    pub fn chosen(&self, wanted: DeskMove) -> Option<&Reply> {
        self.templates.iter().find(|reply| reply.wanted == wanted && Some(&reply.id) == self.reply.as_ref())
    }

    /// The officer with this number, if it may be given to them.
    pub fn candidate(&self, id: &OfficerId) -> Option<&Candidate> {
        self.officers.iter().find(|candidate| candidate.officer.id == *id)
    }
}
