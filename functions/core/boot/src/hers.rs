//! Whose complaint a session opens: its own, and those that the phone which was proven for it has filed.

use axum::response::Response;
use domain::number::Number;
use site::page::{TrackNotice, TrackPage};
use store::{Private, Session};

use crate::{App, Ask, Problem};

/// A complaint that is hers to open.
#[derive(Clone, Debug)]
pub struct Hers {
    pub number: Number,
    /// As the session has it; none where a receipt opened it.
    pub phone_key: Option<String>,
}

impl App {
    /// The session that came with a request, if it is open.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn citizen(&self, ask: &Ask) -> Result<Option<Session>, Problem> {
        match &ask.token {
            Some(token) => Ok(self.store().session(token, self.now()).await?),
            None => Ok(None),
        }
    }

    /// The complaint that was asked for, where it is hers. Of others a session says no more than of numbers that are nobody's.
    ///
    /// # Errors
    /// The page that asks her to come in again; a problem where the table does not answer.
    pub async fn hers(&self, ask: &Ask, typed: Option<&str>) -> Result<Result<Hers, Response>, Problem> {
        let asked = typed.and_then(Number::parse);
        let session = self.citizen(ask).await?;
        let Some((number, session)) = asked.clone().zip(session) else { return Ok(Err(self.come_in_again(ask, asked))) };
        let own = session.number == number || self.is_of_phone(&number, session.phone_key.as_deref()).await?;
        Ok(if own { Ok(Hers { number, phone_key: session.phone_key }) } else { Err(self.come_in_again(ask, Some(number))) })
    }

    async fn is_of_phone(&self, number: &Number, phone_key: Option<&str>) -> Result<bool, Problem> {
        let Some(key) = phone_key.filter(|key| !key.is_empty()) else { return Ok(false) };
        let (it, private) = tokio::join!(self.store().load(number), self.store().private(number));
        let same = |private: Private| seal::same(private.phone_key.as_bytes(), key.as_bytes());
        Ok(it?.is_some_and(|it| it.channel.proves_phone()) & private?.is_some_and(same))
    }

    /// The page through which she comes in, with a word on why.
    pub fn come_in_again(&self, ask: &Ask, number: Option<Number>) -> Response {
        let number = number.map_or_else(String::new, |n| n.to_string());
        self.base().show(ask, 401, &TrackPage { number, notice: Some(TrackNotice::SignInAgain), ..TrackPage::default() })
    }
}
