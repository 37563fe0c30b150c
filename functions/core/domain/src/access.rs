//! Who may see a complaint, what each may do, and the wall that comes before both.

use crate::command::units_from;
use crate::complaint::{Accused, Complaint, Officer, Stage};
use crate::ids::{CategoryId, PostId, StationCode, UnitCode};
use crate::policy::{Policy, Scope};

/// What an officer is to a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// It is assigned to her.
    Worker,
    /// She works complaints in the unit that has or had it.
    Colleague,
    /// Heads the unit that works it, or sits at the post that holds it.
    Head,
    /// Sits higher on its ladder.
    Above,
}

impl Role {
    pub const ALL: [Role; 4] = [Role::Worker, Role::Colleague, Role::Head, Role::Above];

    pub fn tag(self) -> &'static str {
        match self {
            Role::Worker => "worker",
            Role::Colleague => "colleague",
            Role::Head => "head",
            Role::Above => "above",
        }
    }
}

/// A stage without what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StageKind {
    Unassigned,
    Assigned,
    Disposed,
    InAppeal,
}

impl StageKind {
    pub const ALL: [StageKind; 4] = [StageKind::Unassigned, StageKind::Assigned, StageKind::InAppeal, StageKind::Disposed];

    pub fn tag(self) -> &'static str {
        match self {
            StageKind::Unassigned => "unassigned",
            StageKind::Assigned => "assigned",
            StageKind::Disposed => "disposed",
            StageKind::InAppeal => "in_appeal",
        }
    }

    pub fn parse(tag: &str) -> Option<StageKind> {
        StageKind::ALL.into_iter().find(|kind| kind.tag() == tag)
    }
}

impl Stage {
    pub fn kind(&self) -> StageKind {
        match self {
            Stage::Unassigned => StageKind::Unassigned,
            Stage::Assigned { .. } => StageKind::Assigned,
            Stage::Disposed { .. } => StageKind::Disposed,
            Stage::InAppeal { .. } => StageKind::InAppeal,
        }
    }
}

/// What can be done on the page of a case; each is an address below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeskMove {
    Acknowledge,
    /// A colleague takes what nobody has.
    Take,
    Assign,
    /// To another station.
    Forward,
    Contact,
    Note,
    /// As an offence, with the number of its first information report.
    Record,
    AskPause,
    AllowPause,
    Resume,
    FileAtr,
    ReturnAtr,
    ApproveAtr,
    Dispose,
    Reject,
    Merge,
    /// Takes a suggestion up and says so publicly, or in other words.
    TakeUp,
    /// Off the public list again.
    TakeDown,
    /// Opens who she is.
    Look,
}

impl DeskMove {
    pub const ALL: [DeskMove; 19] = [
        DeskMove::Acknowledge,
        DeskMove::Take,
        DeskMove::Assign,
        DeskMove::Forward,
        DeskMove::Contact,
        DeskMove::Note,
        DeskMove::Record,
        DeskMove::AskPause,
        DeskMove::AllowPause,
        DeskMove::Resume,
        DeskMove::FileAtr,
        DeskMove::ReturnAtr,
        DeskMove::ApproveAtr,
        DeskMove::Dispose,
        DeskMove::Reject,
        DeskMove::Merge,
        DeskMove::TakeUp,
        DeskMove::TakeDown,
        DeskMove::Look,
    ];

    /// As it stands in an address.
    pub fn tag(self) -> &'static str {
        match self {
            DeskMove::Acknowledge => "acknowledge",
            DeskMove::Take => "take",
            DeskMove::Assign => "assign",
            DeskMove::Forward => "forward",
            DeskMove::Contact => "contact",
            DeskMove::Note => "note",
            DeskMove::Record => "record",
            DeskMove::AskPause => "ask-pause",
            DeskMove::AllowPause => "allow-pause",
            DeskMove::Resume => "resume",
            DeskMove::FileAtr => "file-atr",
            DeskMove::ReturnAtr => "return-atr",
            DeskMove::ApproveAtr => "approve-atr",
            DeskMove::Dispose => "dispose",
            DeskMove::Reject => "reject",
            DeskMove::Merge => "merge",
            DeskMove::TakeUp => "take-up",
            DeskMove::TakeDown => "take-down",
            DeskMove::Look => "look",
        }
    }

    pub fn parse(tag: &str) -> Option<DeskMove> {
        DeskMove::ALL.into_iter().find(|wanted| wanted.tag() == tag)
    }
}

/// Whether the complaint does not exist for this officer: it names her station, or an officer of the station where she sits.
/// Asked before everything else, whenever something is read.
pub fn is_walled_off(policy: &Policy, who: &Officer, it: &Complaint) -> bool {
    Viewer::of(policy, who).is_walled_off(&it.accused, it.station.as_ref())
}

/// Where an officer sits, as the wall asks for it: once for a whole list.
pub struct Viewer {
    at_station: bool,
    /// Her unit and every one above it.
    units: Vec<UnitCode>,
}

impl Viewer {
    pub fn of(policy: &Policy, who: &Officer) -> Viewer {
        let above = units_from(policy, &who.unit).into_iter().map(|(_, unit)| unit).filter(|unit| *unit != who.unit);
        Viewer { at_station: is_at_station(policy, who), units: [who.unit.clone()].into_iter().chain(above).collect() }
    }

    /// The wall itself: for whom a complaint names, and where.
    pub fn is_walled_off(&self, accused: &Accused, station: Option<&StationCode>) -> bool {
        let mine = |code: &StationCode| self.units.first().is_some_and(|unit| unit.as_str() == code.as_str());
        // The name of an officer is sealed: nobody of her station, and nobody of any station where she knew none, gets to see it.
        accused.station.as_ref().is_some_and(mine)
            || accused.officer && self.at_station && station.is_none_or(mine)
            || accused.above.as_ref().is_some_and(|above| self.units.contains(above))
    }
}

/// Whether her post belongs to a station.
pub fn is_at_station(policy: &Policy, who: &Officer) -> bool {
    policy.posts.get(&who.post).is_some_and(|post| post.scope == Scope::Station)
}

/// Whether a row of her unit's list is hers to see: at a station all of it, above it what is in her own hierarchy.
/// The case itself asks [`role`], of the ladder that it carries.
pub fn lists(policy: &Policy, who: &Officer, category: &CategoryId, holder: &PostId, officer: Option<&Officer>) -> bool {
    let on_ladder = || {
        let ladder = policy.category(category.as_str()).and_then(|(_, category)| policy.ladders.get(&category.ladder));
        ladder.is_some_and(|ladder| ladder.steps.iter().any(|step| step.post == who.post))
    };
    is_at_station(policy, who) || *holder == who.post || officer.is_some_and(|officer| officer.id == who.id) || on_ladder()
}

/// What an officer is to a complaint; `None` where it does not exist for her, or is not in her area and hierarchy.
pub fn role(policy: &Policy, who: &Officer, it: &Complaint) -> Option<Role> {
    if is_walled_off(policy, who, it) {
        return None;
    }
    if let Stage::Assigned { officer, .. } = &it.stage
        && (&officer.id, &officer.unit, &officer.post) == (&who.id, &who.unit, &who.post)
    {
        return Some(Role::Worker);
    }
    // She said that it was not solved: for whoever closed it it is over.
    if it.say.barred.contains(&who.id) {
        return None;
    }
    let level = usize::from(it.level);
    // Nor is it for anybody below the rung that has it since, until that gives it down.
    let open = it.open_rungs();
    let mine = it.path.rungs.iter().position(|rung| rung.unit == who.unit && rung.post == who.post);
    let mine = mine.filter(|place| *place >= usize::from(it.say.floor.unwrap_or(0)));
    if policy.posts.get(&who.post).is_some_and(|post| post.works) {
        // All who work at a station share its complaints; above it, a post's own alone.
        let shares = is_at_station(policy, who) || mine.is_some();
        return (shares && open.iter().any(|rung| rung.unit == who.unit)).then_some(Role::Colleague);
    }
    let mine = mine?;
    Some(if mine == level || who.unit == *it.working_unit() || mine < level { Role::Head } else { Role::Above })
}

/// Who may take in pictures for a report: whoever may file it.
pub fn may_add_pictures(stage: StageKind, role: Role) -> bool {
    may(stage, DeskMove::FileAtr, role)
}

/// The table of (stage × move × role). What `decide` says of the moment comes after it.
pub fn may(stage: StageKind, wanted: DeskMove, role: Role) -> bool {
    let open = match stage {
        StageKind::Unassigned | StageKind::Assigned | StageKind::InAppeal => true,
        StageKind::Disposed => false,
    };
    let heads = match role {
        Role::Head | Role::Above => true,
        Role::Worker | Role::Colleague => false,
    };
    let works = match role {
        Role::Worker | Role::Head => true,
        Role::Colleague | Role::Above => false,
    };
    let assigned = stage == StageKind::Assigned;
    match wanted {
        DeskMove::Note | DeskMove::Look | DeskMove::Contact => true,
        DeskMove::Take => open && !assigned && role == Role::Colleague,
        DeskMove::Assign | DeskMove::Forward | DeskMove::Reject | DeskMove::Merge => open && heads,
        DeskMove::Acknowledge | DeskMove::Record | DeskMove::AskPause => open && works,
        DeskMove::AllowPause | DeskMove::TakeUp | DeskMove::TakeDown => heads,
        DeskMove::Resume => heads || works,
        DeskMove::FileAtr => assigned && role == Role::Worker,
        DeskMove::ReturnAtr | DeskMove::ApproveAtr | DeskMove::Dispose => assigned && heads,
    }
}

#[cfg(test)]
#[path = "access_tests.rs"]
mod tests;
