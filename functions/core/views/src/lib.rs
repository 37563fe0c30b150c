#![doc = include_str!("../README.md")]

mod complaint;
mod form;

pub use complaint::{complaint_page, receipt_page};
pub use form::{Asked, check_page, code_state, failed_try, form_page};
