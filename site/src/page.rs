//! What each page needs to be drawn, as values. No component fetches; a verb fills one of these and renders it.

pub mod callback;
mod complaint;
pub mod desk;
pub mod door;
pub mod evidence;
pub mod hearing;
mod hers;
pub mod intake;
mod onward;
pub mod paper;
pub mod picture;
pub mod review;
pub mod suggestion;

use domain::Timestamp;
use domain::fault::Fault;
use domain::filing::Typed;
use domain::lang::Both;
use domain::number::Number;
use domain::policy::{Category, Deadline, District, Policy, Service, Station};

use callback::{CallbackPage, CallbacksPage};
use desk::{BulkPage, CasePage, SearchPage, ViewsPage, WorklistPage};
use door::{EnrolPage, InvitePage, InvitedPage, SignInPage};
use evidence::EvidencePage;
use hearing::{HearingPage, HearingsPage, WallPage};
use intake::{IntakeCheckPage, IntakeMatterPage, IntakePage, IntakeReceiptPage};
use picture::PicturesPage;
use review::{ReviewPage, ReviewsPage};
use suggestion::SuggestionsPage;

pub use complaint::{ClockShown, ComplaintPage, Happening, PauseShown, PlannedShown, PostText, StageShown, TextState, What};
pub use hers::{
    AnswerShown, ContactPage, ContactState, HersShown, MinePage, MineRow, RefusedPage, RefusedState, SayPage, SayState, WithdrawPage, WithdrawState,
};
pub use onward::Onward;

/// Who reads a complaint: some sentences speak to her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Complainant,
    Officer,
}

/// Every page: the citizens' and the console's. The lifetime is the policy's and the request's.
#[derive(Clone, Debug)]
pub enum Page<'a> {
    /// `GET /{lang}/`
    Home { policy: &'a Policy },
    /// `GET /{lang}/danger/`: tel: links first.
    Danger,
    /// `GET /{lang}/file/`: every service and its categories.
    Choose(ChoosePage<'a>),
    /// `GET /{lang}/file/{category}/`: what will happen, how to leave, and the district; a GET form to
    /// `/{lang}/complaints/new` with `category` hidden and `district` chosen. Shown again with its fault
    /// where no district, or none that the policy knows, was chosen.
    Begin(BeginPage<'a>),
    /// `GET /{lang}/complaints/new?category=…&district=…`, and again after an error.
    Form(FormPage<'a>),
    /// After `POST /{lang}/complaints`: every answer to check, and the code to type.
    Check(CheckPage<'a>),
    /// After `POST /{lang}/complaints/confirm`.
    Receipt(Box<ReceiptPage>),
    /// The same form was sent before and is registered.
    AlreadyFiled(AlreadyFiledPage),
    /// `GET /{lang}/track/`, and again after an error.
    Track(TrackPage),
    /// After `POST /{lang}/track`: the code to type.
    TrackCode(TrackCodePage),
    /// `GET /{lang}/complaints/{number}`
    Complaint(Box<ComplaintPage>),
    /// `GET /{lang}/complaints/{number}/answer`, and after it was sent.
    Say(Box<SayPage>),
    /// `GET /{lang}/complaints/{number}/refused`, and after it was sent.
    Refused(Box<RefusedPage>),
    /// `GET /{lang}/complaints/{number}/withdraw`, and after each step.
    Withdraw(Box<WithdrawPage>),
    /// `GET /{lang}/complaints/{number}/contact`, and after each step.
    Contact(Box<ContactPage>),
    /// `GET /{lang}/complaints`
    Mine(MinePage),
    /// `GET /{lang}/complaints/{number}/evidence`
    Evidence(Box<EvidencePage>),
    /// `GET /{lang}/complaints/{number}/hearing`, and after each step.
    Hearing(Box<HearingPage>),
    /// `GET /{lang}/hearings/{unit}`
    Wall(Box<WallPage>),
    /// `GET /{lang}/suggestions`
    Suggestions(Box<SuggestionsPage>),
    /// `GET /{lang}/safety/`: traces on a shared phone, how to leave, whom to call.
    Safety,
    /// `GET /{lang}/privacy/`: what is kept, why, who sees it, whom to ask (DPDP notice).
    Privacy,
    /// `GET /desk/`
    Worklist(Box<WorklistPage>),
    /// `POST /desk/search`
    Search(Box<SearchPage>),
    /// `GET /desk/complaints/{number}`, and again after a move.
    Case(Box<CasePage>),
    /// `GET /desk/complaints/{number}/pictures`, and again after one was sent.
    Pictures(Box<PicturesPage>),
    /// `POST /desk/bulk`
    Bulk(Box<BulkPage>),
    /// `GET /desk/new`: what it is about.
    IntakeMatter(IntakeMatterPage<'a>),
    /// `GET /desk/new?category=…&district=…`, and again after an error.
    Intake(Box<IntakePage<'a>>),
    /// After `POST /desk/new`: everything to be read back.
    IntakeCheck(Box<IntakeCheckPage<'a>>),
    /// After the same, confirmed.
    IntakeReceipt(Box<IntakeReceiptPage>),
    /// `GET /desk/sign-in`
    SignIn(SignInPage),
    /// `GET /desk/enrol`
    Enrol(EnrolPage),
    /// `GET /desk/invite`
    Invite(Box<InvitePage>),
    /// After `POST /desk/invite`: the code, shown once.
    Invited(Box<InvitedPage>),
    /// `GET /desk/views`
    Views(Box<ViewsPage>),
    /// `GET /desk/callbacks`
    Callbacks(Box<CallbacksPage>),
    /// `GET /desk/callbacks/{filing}`, and after it was opened.
    Callback(Box<CallbackPage>),
    /// `GET /desk/hearings`, and after a step that was refused.
    Hearings(Box<HearingsPage>),
    /// `GET /desk/reviews`
    Reviews(Box<ReviewsPage>),
    /// `GET /desk/reviews/{month}/{number}`
    Review(Box<ReviewPage>),
    /// Nothing stands at this address.
    NotFound,
    /// Something was refused or failed; says what and what to do next.
    Problem(ProblemPage),
}

/// Every service and its categories.
#[derive(Clone, Copy, Debug)]
pub struct ChoosePage<'a> {
    pub policy: &'a Policy,
}

/// What will happen, and the district to choose.
#[derive(Clone, Copy, Debug)]
pub struct BeginPage<'a> {
    pub service: &'a Service,
    pub category: &'a Category,
    pub policy: &'a Policy,
    /// No district was chosen, or none that the policy knows.
    pub fault: Option<Fault>,
}

/// The same form was sent before.
#[derive(Clone, Debug)]
pub struct AlreadyFiledPage {
    pub number: Number,
}

/// Nothing stands at this address.
#[derive(Clone, Copy, Debug)]
pub struct NotFoundPage;

#[derive(Clone, Debug)]
pub struct FormPage<'a> {
    pub service: &'a Service,
    pub category: &'a Category,
    pub district: &'a District,
    pub stations: Vec<&'a Station>,
    /// As it was typed; on a first view only category, district and the idempotency key.
    pub typed: Typed,
    /// Empty on a first view.
    pub faults: Vec<Fault>,
    /// An earlier draft has run out: her answers are here again.
    pub expired: bool,
    /// The category is about the police: the questions on station and officer stand open.
    pub about_police: bool,
    /// The draft whose place this form takes when it is sent; it goes along hidden.
    pub replaces: Option<String>,
}

#[derive(Clone, Debug)]
pub struct CheckPage<'a> {
    pub service: &'a Service,
    pub category: &'a Category,
    pub district: &'a District,
    pub station: Option<&'a Station>,
    pub accused_station: Option<&'a Station>,
    pub typed: Typed,
    pub code: CodeEntry,
}

/// The one field for a code and what is known about it.
#[derive(Clone, Debug)]
pub struct CodeEntry {
    /// The secret that stands for this filing or this look-up, sent back hidden.
    pub draft: String,
    pub sent_to: Option<String>,
    /// Until when the code holds.
    pub expires_at: Timestamp,
    pub state: CodeState,
    pub now: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeState {
    /// Sent just now, for the first time or again.
    Sent,
    /// It could not be sent this minute; what she wrote is kept.
    NotSent,
    /// So many codes went to this phone that the next may go only then.
    WaitUntil(Timestamp),
    /// Not six digits.
    Malformed,
    /// Six digits, but others; so many tries are left.
    Wrong { left: u32 },
    /// Too old, or tried too often, or replaced: a new one is needed.
    Expired,
    /// This phone has failed too often today.
    LockedUntil(Timestamp),
}

#[derive(Clone, Debug)]
pub struct ReceiptPage {
    pub number: Number,
    /// Sixteen digits in groups of four.
    pub receipt: String,
    pub category: Both,
    pub registered_at: Timestamp,
    pub due_at: Timestamp,
    /// The length that its rule gives; `None` where the policy no longer has the category.
    pub allowed: Option<Deadline>,
    pub rule: Both,
    pub source: Both,
    /// The holidays that were counted into the date.
    pub holidays: Vec<(domain::Date, Both)>,
    pub holder: Holder,
    pub next: Option<(Holder, Timestamp)>,
    /// Whether status texts will go to her phone.
    pub texts: bool,
    /// A woman officer will call; said only where the rule asks for one.
    pub woman_officer: bool,
}

/// Who answers for it, in words of both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The post or, where one is assigned, rank and name.
    pub title: Both,
    /// The station, circle, district or range; empty for the state.
    pub place: Both,
    pub woman: bool,
    /// The empty post whose work this one does.
    pub stands_in_for: Option<PostAt>,
}

/// A post by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostAt {
    pub title: Both,
    /// As that of a [`Holder`]; empty too where nobody wrote down which one it is.
    pub place: Both,
}

#[derive(Clone, Debug, Default)]
pub struct TrackPage {
    pub number: String,
    pub phone: String,
    pub receipt: String,
    pub faults: Vec<Fault>,
    /// Number and receipt do not belong together, or the session is over.
    pub notice: Option<TrackNotice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackNotice {
    /// No complaint opens with this number and receipt.
    NoMatch,
    /// The page was closed or too much time passed.
    SignInAgain,
}

#[derive(Clone, Debug)]
pub struct TrackCodePage {
    pub number: String,
    pub code: CodeEntry,
}

#[derive(Clone, Debug)]
pub struct ProblemPage {
    pub kind: ProblemKind,
    /// The help code that the log has too; zero on a static page.
    pub trace: u64,
    /// What she had sent, to be sent again with one button: nothing typed is lost.
    pub again: Option<Again>,
}

/// A form that was sent in vain.
#[derive(Clone, Debug)]
pub struct Again {
    /// The path it was sent to.
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// Every way a request can end badly that is not a fault of a field. Each has a title, a sentence on what
/// to do next, and a stable code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// 400: the body is not what its type says.
    UnreadableBody,
    /// 401: the page needs a code or receipt first.
    SignInNeeded,
    /// 403: the form came from another site.
    ForeignForm,
    /// 404
    NotFound,
    /// 405
    WrongMethod,
    /// 409: this form was registered before with other answers.
    AlreadyRegistered,
    /// 410: the draft is too old or unknown.
    DraftGone,
    /// 413
    TooLarge,
    /// 415
    WrongType,
    /// 429
    TooManyTries,
    /// 500
    Broken,
    /// 503: the database does not answer; nothing was lost, send again.
    Unavailable,
}

impl ProblemKind {
    pub const ALL: [ProblemKind; 12] = [
        ProblemKind::UnreadableBody,
        ProblemKind::SignInNeeded,
        ProblemKind::ForeignForm,
        ProblemKind::NotFound,
        ProblemKind::WrongMethod,
        ProblemKind::AlreadyRegistered,
        ProblemKind::DraftGone,
        ProblemKind::TooLarge,
        ProblemKind::WrongType,
        ProblemKind::TooManyTries,
        ProblemKind::Broken,
        ProblemKind::Unavailable,
    ];

    pub fn status(self) -> u16 {
        match self {
            ProblemKind::UnreadableBody => 400,
            ProblemKind::SignInNeeded => 401,
            ProblemKind::ForeignForm => 403,
            ProblemKind::NotFound => 404,
            ProblemKind::WrongMethod => 405,
            ProblemKind::AlreadyRegistered => 409,
            ProblemKind::DraftGone => 410,
            ProblemKind::TooLarge => 413,
            ProblemKind::WrongType => 415,
            ProblemKind::TooManyTries => 429,
            ProblemKind::Broken => 500,
            ProblemKind::Unavailable => 503,
        }
    }

    /// The stable code, in JSON's `type` and in the log.
    pub fn tag(self) -> &'static str {
        match self {
            ProblemKind::UnreadableBody => "unreadable-body",
            ProblemKind::SignInNeeded => "sign-in-needed",
            ProblemKind::ForeignForm => "foreign-form",
            ProblemKind::NotFound => "not-found",
            ProblemKind::WrongMethod => "wrong-method",
            ProblemKind::AlreadyRegistered => "already-registered",
            ProblemKind::DraftGone => "draft-gone",
            ProblemKind::TooLarge => "too-large",
            ProblemKind::WrongType => "wrong-type",
            ProblemKind::TooManyTries => "too-many-tries",
            ProblemKind::Broken => "broken",
            ProblemKind::Unavailable => "unavailable",
        }
    }
}
