#![doc = include_str!("../README.md")]

use domain::Timestamp;
use domain::calendar::{at_wall, wall};
use domain::lang::Lang;
use domain::number::Number;
use domain::otp::{self, Code, Purpose};
use notify::Outlet;
use seal::Secrets;
use store::{Attempt, Challenge, Store};

/// How often a request that lost a race looks again: whoever won took one of the few places a phone has.
const ROUNDS: usize = 8;

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
    /// Sends a code, unless one that holds is on its way: the same form again costs no second text.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn send(&self, outlet: &Outlet, bound: Bound<'_>, e164: &str, lang: Lang) -> Result<Sending, store::Error> {
        self.send_unless(|it| it.holds(self.now), outlet, bound, e164, lang).await
    }

    /// Sends another code because she asks for one, unless the last has only just left. It stays good for its own time.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn resend(&self, outlet: &Outlet, bound: Bound<'_>, e164: &str, lang: Lang) -> Result<Sending, store::Error> {
        let just_left = |it: &Challenge| it.holds(self.now) && self.now < it.expires_at - otp::LIFE + otp::RESEND_AFTER;
        self.send_unless(just_left, outlet, bound, e164, lang).await
    }

    async fn send_unless(
        &self,
        spares: impl Fn(&Challenge) -> bool,
        outlet: &Outlet,
        bound: Bound<'_>,
        e164: &str,
        lang: Lang,
    ) -> Result<Sending, store::Error> {
        let digest = seal::digest(bound.draft);
        for _ in 0..ROUNDS {
            // The code is read after the places: a place that another request has just taken shows its code as well.
            let sends = self.store.sends(bound.phone_key).await?;
            let seen = self.store.challenge(&digest, bound.purpose).await?;
            if let Some(seen) = seen.as_ref().filter(|it| spares(it)) {
                return Ok(Sending::Sent { expires_at: seen.expires_at });
            }
            let next = sends.next(self.now);
            if next > self.now {
                return Ok(Sending::Wait(next));
            }
            let code = Code::make(seal::random());
            let challenge = self.challenge(bound, &code);
            match self.store.open_challenge(&digest, &challenge, seen.as_ref(), Some(&sends), self.now).await {
                Ok(()) => {}
                Err(store::Error::Conflict) => continue,
                Err(other) => return Err(other),
            }
            return match outlet.send_code(e164, lang, &code).await {
                Ok(_) => Ok(Sending::Sent { expires_at: challenge.expires_at }),
                Err(unsent) => {
                    tracing::warn!(error = %unsent, "a code did not leave");
                    self.store.code_did_not_leave(&digest).await?;
                    Ok(Sending::NotSent)
                }
            };
        }
        Err(store::Error::Conflict)
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
    pub async fn decoy(&self, bound: Bound<'_>) -> Result<(), store::Error> {
        let digest = seal::digest(bound.draft);
        let seen = self.store.challenge(&digest, bound.purpose).await?;
        let challenge = self.challenge(bound, &Code::make(seal::random()));
        self.store.open_challenge(&digest, &challenge, seen.as_ref(), None, self.now).await
    }

    fn challenge(&self, bound: Bound<'_>, code: &Code) -> Challenge {
        Challenge {
            purpose: bound.purpose,
            number: bound.number.cloned(),
            phone_key: bound.phone_key.to_owned(),
            mac: self.secrets.code(bound.draft, bound.phone_key, bound.purpose, code),
            expires_at: self.now + otp::LIFE,
            used: false,
            tries: 0,
            earlier: None,
            left: true,
        }
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

    /// The same for a code that counts once and for one complaint: one that is of another complaint or was used before is spent.
    /// A right one is used up by the write that it was typed for.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn check_of(&self, draft: &str, purpose: Purpose, number: &Number, code: &Code) -> Result<Tried, store::Error> {
        let tried = self.check(draft, purpose, code).await?;
        Ok(match &tried {
            Tried::Right(challenge) if challenge.used || challenge.number.as_ref() != Some(number) => Tried::Spent,
            Tried::Right(_) | Tried::Wrong { .. } | Tried::Spent | Tried::Locked { .. } => tried,
        })
    }
}

/// The next midnight in India, when the day's failures are forgotten.
fn tomorrow(now: Timestamp) -> Timestamp {
    let day = wall(now).date();
    at_wall(day.tomorrow().unwrap_or(day).at(0, 0, 0, 0))
}
