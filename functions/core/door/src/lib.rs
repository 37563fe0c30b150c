#![doc = include_str!("../README.md")]

use axum::response::Response;
use boot::{App, Problem, ProblemKind};
use domain::lang::Lang;
use passkeys::{Asked, Passkeys, Refused};
use store::{Question, Topic};

/// The passkeys of this site, under the name that the browser shows.
///
/// # Errors
/// Where the site stands at no address that may have any.
pub fn passkeys(app: &App, lang: Lang) -> Result<Passkeys, Problem> {
    Passkeys::at(&app.base().passkey_origin(), words::brand(lang)).map_err(broken)
}

/// What is our own fault: the log has the reason.
pub fn broken(Refused(why): Refused) -> Problem {
    tracing::error!(why, "passkeys do not work here");
    ProblemKind::Broken.into()
}

/// Keeps a question, and gives it to the browser with the name under which its answer is waited for.
///
/// # Errors
/// Where the table does not answer.
pub async fn ask(app: &App, topic: Topic, Asked { mut options, state }: Asked) -> Result<Response, Problem> {
    let name = seal::hex(&seal::random::<32>());
    app.store().put_question(&name, &Question { topic, state }, app.now()).await?;
    options["question"] = name.into();
    Ok(app.base().data(200, &options))
}
