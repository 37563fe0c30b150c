//! Filings to be called back: the list, one of them closed, open, and at an unsafe hour.

use domain::fault::Field;
use domain::lang::Lang;
use domain::number::Number;
use domain::policy::Category;

use super::complaint::both;
use super::people::at;
use crate::page::Page;
use crate::page::callback::{CallbackDone, CallbackOpen, CallbackPage, CallbackRow, CallbacksPage};
use crate::page::desk::DeskHead;

pub(super) fn pages(category: &Category) -> Vec<(&'static str, Page<'static>)> {
    let head = || DeskHead { calls_back: true, ..super::desk::head() };
    let row = |filing: char, day: i8| CallbackRow {
        filing: filing.to_string().repeat(64),
        category: category.name.clone(),
        place: both("थाना आलमबाग", "Alambagh station"),
        call_by: at(day, 11, 0),
    };
    let list = CallbacksPage { head: head(), rows: vec![row('a', 24), row('b', 25)], done: None, now: at(24, 10, 30) };
    let done = CallbacksPage { done: Number::parse("LKO26-7F3KQ9XW-X").map(CallbackDone::Registered), ..list.clone() };
    let empty = CallbacksPage { rows: Vec::new(), done: Some(CallbackDone::Dropped), ..list.clone() };
    let one = CallbackPage {
        head: head(),
        row: row('a', 24),
        filed_at: at(23, 10, 58),
        spoken: Lang::Hi,
        hours: Some("10:00-17:00".to_owned()),
        now_is_safe: true,
        tries: 1,
        open: None,
    };
    let who = CallbackOpen {
        fields: vec![(Field::Name, "मीना देवी".to_owned()), (Field::Account, "दुकान से लौटते समय पीछा किया।".to_owned())],
        phone: "+91 98123 00002".to_owned(),
    };
    let open = CallbackPage { open: Some(who), ..one.clone() };
    let unsafe_now = CallbackPage { now_is_safe: false, spoken: Lang::En, hours: None, ..open.clone() };
    vec![
        ("desk-callbacks", Page::Callbacks(Box::new(list))),
        ("desk-callbacks-done", Page::Callbacks(Box::new(done))),
        ("desk-callbacks-empty", Page::Callbacks(Box::new(empty))),
        ("desk-callback", Page::Callback(Box::new(one))),
        ("desk-callback-open", Page::Callback(Box::new(open))),
        ("desk-callback-unsafe", Page::Callback(Box::new(unsafe_now))),
    ]
}
