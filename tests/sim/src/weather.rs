//! What goes wrong on the way to the table and to the outlet of texts, and how often.

use std::time::Duration;

use crate::rng::Rng;

/// What becomes of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fate {
    Fine,
    /// It never arrives, and nobody says so.
    Lost,
    /// The connection is refused.
    Refused,
    /// The other side answers that it is broken.
    Broken,
    Throttled,
    /// Another transaction holds the row.
    Conflict,
    /// It is carried out; the answer never comes.
    ReplyLost,
    /// It is carried out so late that its sender has given it up.
    Strayed(Duration),
    /// An index answers as it stood the last time that it was asked.
    Stale,
}

impl Fate {
    /// As it is counted.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Fate::Fine => "fine",
            Fate::Lost => "lost",
            Fate::Refused => "refused",
            Fate::Broken => "broken",
            Fate::Throttled => "throttled",
            Fate::Conflict => "conflict",
            Fate::ReplyLost => "reply lost",
            Fate::Strayed(_) => "strayed",
            Fate::Stale => "stale",
        }
    }
}

/// How often something goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weather {
    /// Nothing does.
    Calm,
    /// So many requests in a thousand.
    Rough(u64),
    /// Every request.
    Away,
}

impl Weather {
    /// The weather of the next hours.
    pub(crate) fn draw(rng: &mut Rng) -> Weather {
        match rng.below(10) {
            0..3 => Weather::Calm,
            3..6 => Weather::Rough(30),
            6..8 => Weather::Rough(150),
            8 => Weather::Rough(400),
            _ => Weather::Away,
        }
    }

    pub(crate) fn fate(self, rng: &mut Rng) -> Fate {
        let wrong = match self {
            Weather::Calm => return Fate::Fine,
            Weather::Rough(per_mille) => rng.chance(per_mille),
            Weather::Away => true,
        };
        if !wrong {
            return Fate::Fine;
        }
        match (self, rng.below(16)) {
            (Weather::Away, 0..8) | (_, 0) => Fate::Lost,
            (Weather::Away, _) | (_, 1) => Fate::Refused,
            (_, 2) => Fate::Broken,
            (_, 3..5) => Fate::Throttled,
            (_, 5..8) => Fate::Conflict,
            (_, 8..12) => Fate::ReplyLost,
            (_, 12..14) => Fate::Strayed(Duration::from_millis(rng.next() % 20_000)),
            (_, _) => Fate::Stale,
        }
    }
}
