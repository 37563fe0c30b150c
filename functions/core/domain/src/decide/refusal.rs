//! Why a move is refused.

/// The rules say no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This actor may not make this move.
    NotAllowed,
    /// The time for it has not come.
    NotDue,
    /// There is no rung above: it is an alarm now.
    AtTop,
    /// There are rungs above: it goes up first.
    NotAtTop,
    /// This officer has it already.
    HasIt,
    /// The rule asks for a woman officer.
    WomanOfficer,
    /// The officer sits in another unit than those of its ladder.
    OtherUnit,
    /// This officer closed it before.
    ClosedIt,
    /// It names this officer's station.
    Conflict,
    /// Nobody has it.
    NobodyHasIt,
    /// It is closed.
    Closed,
    /// It is not closed.
    NotClosed,
    /// No such clock runs.
    NoSuchClock,
    /// The clock has ended, was met, or stands still already.
    NotRunning,
    /// Nobody may stop this clock, or not for so long.
    TooLong,
    /// Only a rung above the holder may allow it.
    NotAbove,
    /// The new ladder has no place for the post that holds it.
    NoSuchRung,
    /// This was done before.
    DoneBefore,
    /// Whoever has it now has not spoken to her.
    NoContact,
    /// She was spoken to, or nobody has tried yet: that she cannot be reached is not so.
    NotTried,
    /// No report that a second person approved.
    NoAtr,
    /// There is no report that waits for an answer.
    NothingFiled,
    /// Nobody approves a report of their own.
    OwnAtr,
    /// A complaint is no repeat of itself.
    Itself,
    /// The days in which she may say so are over.
    TooLate,
    /// Her taking it back would end nothing.
    EndsNothing,
    /// It has as many files as it may have.
    NoRoom,
    /// It is no suggestion.
    NoSuggestion,
    /// It names somebody of the police: nothing of it is on a list for all.
    NamesPolice,
    /// It stands on the public list.
    Listed,
    /// It does not.
    NotListed,
    /// What she wrote is erased, and nobody can say any more which words are hers.
    Erased,
}
