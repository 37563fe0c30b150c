#![doc = include_str!("../README.md")]

pub mod calendar;
pub mod complaint;
pub mod contact;
pub mod decide;
pub mod event;
pub mod fault;
pub mod filing;
pub mod ids;
pub mod lang;
pub mod number;
pub mod otp;
pub mod phone;
pub mod policy;
pub mod receipt;
pub mod sms;
pub mod text;

pub use jiff::Timestamp;
pub use jiff::civil::Date;
