//! One function a message of `texts/`, written by the build script.

use std::fmt::{Display, Write as _};

use domain::lang::Lang;

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));
