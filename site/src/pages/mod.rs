//! One file a page: each turns its value into a shell and a view.

mod begin;
mod check;
mod choose;
mod complaint;
mod danger;
mod filed;
mod form;
mod home;
mod privacy;
pub(crate) mod problem;
mod receipt;
pub(crate) mod root;
mod safety;
mod track;
mod track_code;

use domain::lang::Lang;

use crate::page::Page;

/// The whole document of a page.
pub(crate) fn draw(page: &Page<'_>, lang: Lang) -> String {
    match page {
        Page::Home { policy } => home::draw(lang, policy),
        Page::Danger => danger::draw(lang),
        Page::Choose { policy } => choose::draw(lang, policy),
        Page::Begin { service, category, policy, fault } => begin::draw(lang, service, category, policy, *fault),
        Page::Form(it) => form::draw(lang, it),
        Page::Check(it) => check::draw(lang, it),
        Page::Receipt(it) => receipt::draw(lang, it),
        Page::AlreadyFiled { number } => filed::draw(lang, number),
        Page::Track(it) => track::draw(lang, it),
        Page::TrackCode(it) => track_code::draw(lang, it),
        Page::Complaint(it) => complaint::draw(lang, it),
        Page::Safety => safety::draw(lang),
        Page::Privacy => privacy::draw(lang),
        Page::NotFound => problem::not_found(lang),
        Page::Problem(it) => problem::draw(lang, it),
    }
}
