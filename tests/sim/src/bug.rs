//! Planted bugs: each is a change of what passes between the product and the world, so that nothing in the
//! product itself can turn one on.

/// A bug that the simulation must catch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bug {
    /// A change is written whatever version it was decided on.
    VersionUnchecked,
    /// The job sees the first complaints of the index and never the others.
    FirstPageOnly,
    /// The job does not see what nobody works.
    UnassignedSkipped,
    /// The job does not see what has gone up already.
    AboveSkipped,
    /// The job's clock is an hour ahead.
    EarlyByClock,
    /// Nobody sweeps the outbox.
    SweeperOff,
    /// A change is written without its events.
    HalfWritten,
    /// A text is claimed whoever has it.
    ClaimUnchecked,
    /// What comes back to nobody begins its time anew.
    ClockRestarted,
}

impl Bug {
    pub const ALL: [Bug; 9] = [
        Bug::VersionUnchecked,
        Bug::FirstPageOnly,
        Bug::UnassignedSkipped,
        Bug::AboveSkipped,
        Bug::EarlyByClock,
        Bug::SweeperOff,
        Bug::HalfWritten,
        Bug::ClaimUnchecked,
        Bug::ClockRestarted,
    ];

    /// As the command line names it.
    pub fn name(self) -> &'static str {
        match self {
            Bug::VersionUnchecked => "version-unchecked",
            Bug::FirstPageOnly => "first-page-only",
            Bug::UnassignedSkipped => "unassigned-skipped",
            Bug::AboveSkipped => "above-skipped",
            Bug::EarlyByClock => "early-by-clock",
            Bug::SweeperOff => "sweeper-off",
            Bug::HalfWritten => "half-written",
            Bug::ClaimUnchecked => "claim-unchecked",
            Bug::ClockRestarted => "clock-restarted",
        }
    }
}

impl std::str::FromStr for Bug {
    type Err = String;

    fn from_str(name: &str) -> Result<Bug, String> {
        let known = || Bug::ALL.map(Bug::name).join(", ");
        Bug::ALL.into_iter().find(|bug| bug.name() == name).ok_or_else(|| format!("the planted bugs are {}", known()))
    }
}
