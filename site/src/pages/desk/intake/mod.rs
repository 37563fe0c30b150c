//! Taking a complaint in: what it is about, the form, the check, the receipt.

pub(crate) mod check;
pub(crate) mod form;
pub(crate) mod matter;
pub(crate) mod receipt;
