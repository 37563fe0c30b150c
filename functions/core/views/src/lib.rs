#![doc = include_str!("../README.md")]

mod clocks;
mod complaint;
mod form;
mod timeline;

pub use complaint::{complaint_page, receipt_page};
pub use form::{Asked, check_page, code_state, failed_try, form_page};
