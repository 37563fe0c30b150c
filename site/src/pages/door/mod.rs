//! How officers come in.

pub(super) mod enrol;
pub(super) mod invite;
pub(super) mod invited;
pub(super) mod sign_in;
