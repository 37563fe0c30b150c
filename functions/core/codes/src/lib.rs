#![doc = include_str!("../README.md")]

use domain::Timestamp;
use domain::calendar::{at_wall, wall};
use domain::lang::Lang;
use domain::number::Number;
use domain::otp::{self, Code, Purpose};
use notify::Outlet;
use seal::Secrets;
use store::{Attempt, Challenge, SendSlot, Store};

/// Where codes are counted and what they are hashed with.
#[derive(Clone, Copy)]
pub struct Codes<'a> {
    pub store: &'a Store,
    pub secrets: &'a Secrets,
    pub now: Timestamp,
}

/// What a code is bound to.
#[derive(Clone, Copy)]
pub struct Bound<'a> {
    /// The secret name of the filing or look-up.
    pub draft: &'a str,
    pub phone_key: &'a str,
    pub purpose: Purpose,
    pub number: Option<&'a Number>,
}

/// What came of sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    Sent {
        expires_at: Timestamp,
    },
    /// The outlet refused or did not answer; another try may follow.
    NotSent,
    /// This phone has had its share for now.
    Wait(Timestamp),
}

/// What came of a try.
#[derive(Clone, Debug)]
pub enum Tried {
    Right(Challenge),
    Wrong {
        left: u32,
    },
    /// Too old, tried too often, or never sent.
    Spent,
    /// The phone has failed too often today.
    Locked {
        until: Timestamp,
    },
}

impl Codes<'_> {
    /// Sends a fresh code, if the phone may have one. An earlier one stays good for its own time.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn send(&self, outlet: &Outlet, bound: Bound<'_>, e164: &str, lang: Lang) -> Result<Sending, store::Error> {
        match self.store.take_send(bound.phone_key, self.now).await? {
            SendSlot::Wait(until) => return Ok(Sending::Wait(until)),
            SendSlot::Taken => {}
        }
        let code = Code::make(seal::random());
        let expires_at = match self.open(bound, &code).await {
            Ok(expires_at) => expires_at,
            // Another request for the same has just sent one.
            Err(store::Error::Conflict) => return Ok(Sending::Sent { expires_at: self.now + otp::LIFE }),
            Err(other) => return Err(other),
        };
        match outlet.send_code(e164, lang, &code).await {
            Ok(_) => Ok(Sending::Sent { expires_at }),
            Err(unsent) => {
                tracing::warn!(error = %unsent, "a code did not leave");
                self.store.code_did_not_leave(&seal::digest(bound.draft)).await?;
                Ok(Sending::NotSent)
            }
        }
    }

    /// Until when a code holds that was sent for this before and not used.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn alive(&self, bound: Bound<'_>) -> Result<Option<Timestamp>, store::Error> {
        let challenge = self.store.challenge(&seal::digest(bound.draft), bound.purpose).await?;
        Ok(challenge.filter(|it| !it.used && it.left && it.expires_at > self.now && it.tries < otp::TRIES).map(|it| it.expires_at))
    }

    /// Until when the code holds that was sent last; now, where there is none.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn holds_until(&self, draft: &str, purpose: Purpose) -> Result<Timestamp, store::Error> {
        let challenge = self.store.challenge(&seal::digest(draft), purpose).await?;
        Ok(challenge.map_or(self.now, |it| it.expires_at))
    }

    /// Opens a challenge that nobody was sent a code for: a look-up that fits nobody must look like one that does.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn decoy(&self, bound: Bound<'_>) -> Result<Timestamp, store::Error> {
        self.open(bound, &Code::make(seal::random())).await
    }

    async fn open(&self, bound: Bound<'_>, code: &Code) -> Result<Timestamp, store::Error> {
        let expires_at = self.now + otp::LIFE;
        let mac = self.secrets.code(bound.draft, bound.phone_key, bound.purpose, code);
        let challenge = Challenge {
            purpose: bound.purpose,
            number: bound.number.cloned(),
            phone_key: bound.phone_key.to_owned(),
            mac,
            expires_at,
            used: false,
            tries: 0,
            earlier: None,
            left: true,
        };
        self.store.open_challenge(&seal::digest(bound.draft), &challenge, self.now).await?;
        Ok(expires_at)
    }

    /// Counts a try, then compares.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn check(&self, draft: &str, purpose: Purpose, code: &Code) -> Result<Tried, store::Error> {
        let challenge = match self.store.try_code(&seal::digest(draft), purpose, self.now).await? {
            Attempt::Counted(challenge) => challenge,
            Attempt::Spent => return Ok(Tried::Spent),
        };
        if !self.store.count_try(&challenge.phone_key, self.now).await? {
            return Ok(Tried::Locked { until: tomorrow(self.now) });
        }
        let typed = self.secrets.code(draft, &challenge.phone_key, purpose, code);
        if !challenge.matches(&typed, self.now) {
            return Ok(Tried::Wrong { left: otp::TRIES.saturating_sub(challenge.tries) });
        }
        self.store.forgive_try(&challenge.phone_key).await?;
        Ok(Tried::Right(challenge))
    }
}

/// The next midnight in India, when the day's failures are forgotten.
fn tomorrow(now: Timestamp) -> Timestamp {
    let day = wall(now).date();
    at_wall(day.tomorrow().unwrap_or(day).at(0, 0, 0, 0))
}
