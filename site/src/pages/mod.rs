//! One file a page: each turns its value into a shell and a view.

mod begin;
mod check;
mod choose;
pub(crate) mod complaint;
mod contact;
mod danger;
pub(crate) mod desk;
mod door;
pub(crate) mod evidence;
mod filed;
mod form;
pub(crate) mod happened;
pub(crate) mod hearing;
mod home;
mod mine;
mod privacy;
pub(crate) mod problem;
mod receipt;
pub(crate) mod root;
mod safety;
mod say;
mod suggestions;
mod track;
mod track_code;
mod wall;
mod withdraw;

use domain::lang::Lang;

use crate::page::callback::{CallbackPage, CallbacksPage};
use crate::page::desk::{BulkPage, CasePage, SearchPage, ViewsPage, WorklistPage};
use crate::page::door::{EnrolPage, InvitePage, InvitedPage, SignInPage};
use crate::page::evidence::EvidencePage;
use crate::page::hearing::{HearingPage, HearingsPage, WallPage};
use crate::page::intake::{IntakeCheckPage, IntakeMatterPage, IntakePage, IntakeReceiptPage};
use crate::page::picture::PicturesPage;
use crate::page::review::{ReviewPage, ReviewsPage};
use crate::page::suggestion::SuggestionsPage;
use crate::page::{
    AlreadyFiledPage, BeginPage, CheckPage, ChoosePage, ComplaintPage, ContactPage, FormPage, MinePage, NotFoundPage, Page, ProblemPage, ReceiptPage,
    RefusedPage, SayPage, TrackCodePage, TrackPage, WithdrawPage,
};

/// What can be drawn. Each page is a type of its own, so that a function carries only those it answers with.
pub trait Draw {
    /// The whole document, from doctype to `</html>`.
    fn draw(&self, lang: Lang) -> String;
}

macro_rules! drawn {
    ($($page:ty => $($module:ident)::+,)*) => { $(
        impl Draw for $page {
            fn draw(&self, lang: Lang) -> String {
                $($module)::+::draw(lang, self)
            }
        }
    )* };
}

drawn! {
    AlreadyFiledPage => filed,
    BeginPage<'_> => begin,
    BulkPage => desk::bulk,
    CallbackPage => desk::callback,
    CallbacksPage => desk::callbacks,
    CasePage => desk::case,
    CheckPage<'_> => check,
    ChoosePage<'_> => choose,
    ComplaintPage => complaint,
    ContactPage => contact,
    MinePage => mine,
    SayPage => say,
    WithdrawPage => withdraw,
    EnrolPage => door::enrol,
    EvidencePage => evidence,
    FormPage<'_> => form,
    HearingPage => hearing,
    HearingsPage => desk::hearings,
    IntakeCheckPage<'_> => desk::intake::check,
    IntakeMatterPage<'_> => desk::intake::matter,
    IntakePage<'_> => desk::intake::form,
    IntakeReceiptPage => desk::intake::receipt,
    InvitePage => door::invite,
    InvitedPage => door::invited,
    PicturesPage => desk::pictures,
    ProblemPage => problem,
    ReceiptPage => receipt,
    ReviewPage => desk::review,
    ReviewsPage => desk::reviews,
    SearchPage => desk::search,
    SignInPage => door::sign_in,
    SuggestionsPage => suggestions,
    TrackCodePage => track_code,
    TrackPage => track,
    ViewsPage => desk::views,
    WallPage => wall,
    WorklistPage => desk::worklist,
}

impl Draw for RefusedPage {
    fn draw(&self, lang: Lang) -> String {
        say::draw_refused(lang, self)
    }
}

impl Draw for NotFoundPage {
    fn draw(&self, lang: Lang) -> String {
        problem::not_found(lang)
    }
}

impl Draw for Page<'_> {
    fn draw(&self, lang: Lang) -> String {
        match self {
            Page::Home { policy } => home::draw(lang, policy),
            Page::Danger => danger::draw(lang),
            Page::Choose(it) => it.draw(lang),
            Page::Begin(it) => it.draw(lang),
            Page::Form(it) => it.draw(lang),
            Page::Check(it) => it.draw(lang),
            Page::Receipt(it) => it.draw(lang),
            Page::AlreadyFiled(it) => it.draw(lang),
            Page::Track(it) => it.draw(lang),
            Page::TrackCode(it) => it.draw(lang),
            Page::Complaint(it) => it.draw(lang),
            Page::Say(it) => it.draw(lang),
            Page::Refused(it) => it.draw(lang),
            Page::Withdraw(it) => it.draw(lang),
            Page::Contact(it) => it.draw(lang),
            Page::Mine(it) => it.draw(lang),
            Page::Evidence(it) => it.draw(lang),
            Page::Hearing(it) => it.draw(lang),
            Page::Wall(it) => it.draw(lang),
            Page::Suggestions(it) => it.draw(lang),
            Page::Safety => safety::draw(lang),
            Page::Privacy => privacy::draw(lang),
            Page::Worklist(it) => it.draw(lang),
            Page::Search(it) => it.draw(lang),
            Page::Case(it) => it.draw(lang),
            Page::Pictures(it) => it.draw(lang),
            Page::Bulk(it) => it.draw(lang),
            Page::IntakeMatter(it) => it.draw(lang),
            Page::Intake(it) => it.draw(lang),
            Page::IntakeCheck(it) => it.draw(lang),
            Page::IntakeReceipt(it) => it.draw(lang),
            Page::SignIn(it) => it.draw(lang),
            Page::Enrol(it) => it.draw(lang),
            Page::Invite(it) => it.draw(lang),
            Page::Invited(it) => it.draw(lang),
            Page::Views(it) => it.draw(lang),
            Page::Callbacks(it) => it.draw(lang),
            Page::Callback(it) => it.draw(lang),
            Page::Hearings(it) => it.draw(lang),
            Page::Reviews(it) => it.draw(lang),
            Page::Review(it) => it.draw(lang),
            Page::NotFound => NotFoundPage.draw(lang),
            Page::Problem(it) => it.draw(lang),
        }
    }
}
