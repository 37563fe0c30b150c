#![doc = include_str!("../README.md")]

mod answer;
mod app;
mod ask;
mod aws;
mod body;
mod clock;
mod config;
mod cookie;
mod desk;
mod gateway;
mod hers;
mod json;
mod lambda;
mod layers;
mod log;
mod problem;
mod upload;

pub use answer::{Cookie, Extra};
pub use app::{App, Base};
pub use ask::Ask;
pub use aws::{connect, http_client};
pub use body::Pairs;
pub use clock::Clock;
pub use config::Config;
pub use desk::{Desk, FORM_TOKEN, SignedOut};
pub use hers::Hers;
pub use json::Shown;
pub use lambda::{Exit, http, http_base, job, stream};
pub use layers::{accepts_packed, harden, headers, packed};
pub use log::start as start_log;
pub use problem::Problem;
pub use site::page::ProblemKind;
pub use tracing::Level;
pub use upload::{DeskUpload, Upload};
