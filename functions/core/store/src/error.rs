//! What can go wrong with the table, as far as a caller acts on it.

use std::fmt;

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};

/// The table did not do what was asked.
#[derive(Debug)]
pub enum Error {
    /// Somebody else changed it first; read again and decide again.
    Conflict,
    /// A row that this version cannot read; the text names the row, never what it holds.
    Corrupt(String),
    /// The table or KMS did not answer in time or refused; the text is for the log.
    Unavailable(String),
}

impl Error {
    /// Whether the same call may succeed a moment later.
    pub fn retryable(&self) -> bool {
        match self {
            Error::Conflict | Error::Unavailable(_) => true,
            Error::Corrupt(_) => false,
        }
    }

    pub(crate) fn corrupt(what: &str) -> Error {
        Error::Corrupt(what.to_owned())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Conflict => f.write_str("write under a version that is no longer the newest"),
            Error::Corrupt(what) => write!(f, "read {what}"),
            Error::Unavailable(why) => write!(f, "reach the table: {why}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<seal::RingError> for Error {
    fn from(error: seal::RingError) -> Error {
        Error::Unavailable(error.to_string())
    }
}

impl<E, R> From<SdkError<E, R>> for Error
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
    R: fmt::Debug,
{
    fn from(error: SdkError<E, R>) -> Error {
        match error.code() {
            Some("ConditionalCheckFailedException" | "TransactionCanceledException" | "TransactionConflictException") => Error::Conflict,
            Some(code) => Error::Unavailable(code.to_owned()),
            // The outermost text of a failed call names the kind of failure and no request.
            None => Error::Unavailable(error.to_string()),
        }
    }
}
