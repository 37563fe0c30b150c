//! The texts that a phone may get, by name.

/// The texts that a phone may get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextKey {
    Otp,
    Registered,
    Assigned,
    Escalated,
    Disposed,
    /// She has a place at a hearing.
    HearingBooked,
    /// Her turn is near.
    HearingNear,
    /// The day ended before her turn.
    HearingUnreached,
    /// To the top post, as long as it is not done.
    TopAlarm,
    /// To a post: a complaint came up to it.
    Arrived,
    /// To a post: half or most of a clock has run.
    Warned,
    /// To a post: a clock below it ended unmet.
    Missed,
    /// To a desk, every morning: what falls due today and tomorrow.
    Digest,
}

impl TextKey {
    pub const ALL: [TextKey; 13] = [
        TextKey::Otp,
        TextKey::Registered,
        TextKey::Assigned,
        TextKey::Escalated,
        TextKey::Disposed,
        TextKey::HearingBooked,
        TextKey::HearingNear,
        TextKey::HearingUnreached,
        TextKey::TopAlarm,
        TextKey::Arrived,
        TextKey::Warned,
        TextKey::Missed,
        TextKey::Digest,
    ];

    /// As it is written in the templates' file and shown in the inbox.
    pub fn tag(self) -> &'static str {
        match self {
            TextKey::Otp => "otp",
            TextKey::Registered => "registered",
            TextKey::Assigned => "assigned",
            TextKey::Escalated => "escalated",
            TextKey::Disposed => "disposed",
            TextKey::HearingBooked => "hearing_booked",
            TextKey::HearingNear => "hearing_near",
            TextKey::HearingUnreached => "hearing_unreached",
            TextKey::TopAlarm => "top_alarm",
            TextKey::Arrived => "arrived",
            TextKey::Warned => "warned",
            TextKey::Missed => "missed",
            TextKey::Digest => "digest",
        }
    }
}
