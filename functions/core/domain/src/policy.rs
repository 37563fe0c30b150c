//! The policy in force as values: services, categories, deadlines, ladders, places.
//! Reading it from files is the `policy` crate's work.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};

use crate::calendar::{Calendar, at_wall};
use crate::clock::{ClockRule, Start};
use crate::duty::DutyRule;
use crate::hearing::HearingRule;
use crate::ids::{CategoryId, DistrictCode, LadderId, PolicyVersion, PostId, ServiceId, StationCode, UnitCode};
use crate::lang::{Both, Lang};
use crate::reply::Reply;

/// Everything that is data, checked: every reference in it resolves.
#[derive(Clone, Debug)]
pub struct Policy {
    pub version: PolicyVersion,
    pub services: Vec<Service>,
    pub ladders: BTreeMap<LadderId, Ladder>,
    pub posts: BTreeMap<PostId, Post>,
    pub districts: Vec<District>,
    /// Sorted by code.
    pub stations: Vec<Station>,
    pub calendar: Calendar,
    /// What each clock is; those beside the disposal run where a category names them.
    pub clocks: BTreeMap<ClockRule, ClockTerms>,
    pub duty: Vec<DutyRule>,
    pub replies: Vec<Reply>,
    pub say: SayRule,
    /// How hearings are held, where they are.
    pub hearing: Option<HearingRule>,
}

/// For how long a complainant may say what after the filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SayRule {
    /// How many days after a closing she may say whether it was solved.
    pub answer_days: u16,
    /// How many hours a withdrawal waits before it holds.
    pub withdrawal_hours: u16,
    /// How many hours whoever learns of a refusal has it before it goes up.
    pub refusal_hours: u16,
}

/// A clock as the policy describes it.
#[derive(Clone, Debug)]
pub struct ClockTerms {
    pub name: Both,
    /// Empty for the disposal, whose rule, source and length are the category's.
    pub rule: Both,
    pub source: Both,
    /// `None` for the disposal.
    pub runs: Option<Deadline>,
    pub start: Start,
    /// How many days it may stand still in all.
    pub may_pause_days: u16,
    /// Only for what came in without her signature.
    pub electronic: bool,
}

/// Which phones a service sends its codes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phones {
    India,
    Any,
}

/// How a complaint arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Web,
    WalkIn,
    Desk,
    Phone,
    Whatsapp,
    Email,
    Post,
    Video,
    Reference,
}

impl Channel {
    pub const ALL: [Channel; 9] =
        [Channel::Web, Channel::WalkIn, Channel::Desk, Channel::Phone, Channel::Whatsapp, Channel::Email, Channel::Post, Channel::Video, Channel::Reference];

    /// Those by which an officer takes a complaint in.
    pub const AT_DESK: [Channel; 5] = [Channel::WalkIn, Channel::Desk, Channel::Phone, Channel::Post, Channel::Reference];

    /// As it is stored and as it stands in an address.
    pub fn tag(self) -> &'static str {
        match self {
            Channel::Web => "web",
            Channel::WalkIn => "walk_in",
            Channel::Desk => "desk",
            Channel::Phone => "phone",
            Channel::Whatsapp => "whatsapp",
            Channel::Email => "email",
            Channel::Post => "post",
            Channel::Video => "video",
            Channel::Reference => "reference",
        }
    }

    pub fn parse(tag: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.tag() == tag)
    }

    /// Whether her phone was proven when it came: what an officer wrote down may be a digit off and somebody else's.
    pub fn proves_phone(self) -> bool {
        match self {
            Channel::Web | Channel::Whatsapp | Channel::Video => true,
            Channel::WalkIn | Channel::Desk | Channel::Phone | Channel::Email | Channel::Post | Channel::Reference => false,
        }
    }

    /// Whether it came without her own hand under it: such a report must be signed.
    pub fn is_electronic(self) -> bool {
        match self {
            Channel::Web | Channel::Phone | Channel::Whatsapp | Channel::Email | Channel::Video => true,
            Channel::WalkIn | Channel::Desk | Channel::Post | Channel::Reference => false,
        }
    }
}

/// One of the five services.
#[derive(Clone, Debug)]
pub struct Service {
    pub id: ServiceId,
    pub name: Both,
    pub about: Both,
    pub phones: Phones,
    pub channels: Vec<Channel>,
    pub windows: Vec<Window>,
    pub categories: Vec<Category>,
}

impl Service {
    /// The ways in which a desk takes complaints in for it; none where it has no desk.
    pub fn at_desk(&self) -> impl Iterator<Item = Channel> {
        Channel::AT_DESK.into_iter().filter(|channel| self.channels.contains(channel))
    }
}

/// Opening hours of a desk or a hearing, in IST.
#[derive(Clone, Debug)]
pub struct Window {
    pub name: Both,
    pub days: Days,
    pub from: Time,
    pub to: Time,
}

impl Window {
    /// When it opens and closes on a day; `None` on a day on which it stays closed.
    pub fn hours(&self, calendar: &Calendar, day: Date) -> Option<(Timestamp, Timestamp)> {
        let open = match self.days {
            Days::Daily => true,
            Days::Working => calendar.is_working(day),
        };
        open.then(|| (at_wall(day.to_datetime(self.from)), at_wall(day.to_datetime(self.to))))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    Working,
    Daily,
}

#[derive(Clone, Debug)]
pub struct Category {
    pub id: CategoryId,
    pub name: Both,
    pub hint: Both,
    pub deadline: Deadline,
    pub rule: Both,
    pub source: Both,
    pub ladder: LadderId,
    pub assign: Assign,
    pub woman_officer: bool,
    /// The safety page stands before the form.
    pub sensitive: bool,
    /// Whether her taking it back ends anything: of some offences the State goes on in any case.
    pub may_withdraw: bool,
    /// Whether the post that gets it is told at once, such as of a station's refusal.
    pub alert: bool,
    pub matter: Matter,
    /// The clocks beside the disposal.
    pub clocks: Vec<ClockRule>,
}

/// What a category asks of the police.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// To do something about what happened.
    Complaint,
    /// To do better; where it is taken up, the department says so publicly.
    Suggestion,
}

/// How long a category may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// Round the clock, from the minute of registration. "Immediate" is a number of hours.
    Hours(u16),
    /// Calendar days, to the end of the last.
    Days(u16),
    /// Working days, to the end of the last; the day of registration does not count.
    WorkingDays(u16),
    /// Calendar months, to the end of the day of the same number.
    Months(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assign {
    /// Goes at registration to an officer who is competent.
    AtOnce,
    /// The head of the unit chooses.
    ByHead,
}

/// The path a complaint climbs, lowest first; at least two steps.
#[derive(Clone, Debug)]
pub struct Ladder {
    pub id: LadderId,
    pub steps: Vec<LadderStep>,
    /// How often the alarm repeats at the top.
    pub repeats: SignedDuration,
}

#[derive(Clone, Debug)]
pub struct LadderStep {
    pub post: PostId,
    /// How long this step has it after it came up. `None` for the first, which has it until the
    /// deadline, and for the top, which keeps it.
    pub holds: Option<SignedDuration>,
}

#[derive(Clone, Debug)]
pub struct Post {
    pub id: PostId,
    pub scope: Scope,
    pub name: Both,
    /// What the post is called where the district is a commissionerate.
    pub commissionerate: Option<Both>,
    /// Whether many hold it and work complaints themselves, such as investigating officers; a head gives them to others.
    pub works: bool,
    /// Whether it calls back whoever left a filing unproven.
    pub calls_back: bool,
}

/// How far a post reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    Station,
    Circle,
    District,
    Range,
    State,
}

#[derive(Clone, Debug)]
pub struct District {
    pub code: DistrictCode,
    pub state: String,
    pub name: Both,
    /// Old and other names, in either script.
    pub aliases: Vec<String>,
    pub range: Both,
    pub commissionerate: bool,
}

#[derive(Clone, Debug)]
pub struct Station {
    pub code: StationCode,
    pub district: DistrictCode,
    pub circle: Both,
    pub name: Both,
    pub demo: bool,
}

impl Policy {
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|s| s.id.as_str() == id)
    }

    /// The category and the service it belongs to.
    pub fn category(&self, id: &str) -> Option<(&Service, &Category)> {
        self.services.iter().find_map(|s| s.categories.iter().find(|c| c.id.as_str() == id).map(|c| (s, c)))
    }

    /// The category in which suggestions are made.
    pub fn suggestions(&self) -> Option<&Category> {
        self.services.iter().flat_map(|service| &service.categories).find(|category| category.matter == Matter::Suggestion)
    }

    pub fn district(&self, code: &str) -> Option<&District> {
        self.districts.iter().find(|d| d.code.as_str() == code)
    }

    /// A district by its code, its name or an alias, in either script and any case.
    pub fn district_called(&self, typed: &str) -> Option<&District> {
        let typed = typed.trim();
        let is = |name: &str| name.to_lowercase() == typed.to_lowercase();
        self.districts.iter().find(|d| is(d.code.as_str()) || is(&d.name.hi) || is(&d.name.en) || d.aliases.iter().any(|a| is(a)))
    }

    pub fn station(&self, code: &str) -> Option<&Station> {
        self.stations.binary_search_by(|s| s.code.as_str().cmp(code)).ok().map(|at| &self.stations[at])
    }

    pub fn stations_of<'a>(&'a self, district: &'a DistrictCode) -> impl Iterator<Item = &'a Station> {
        self.stations.iter().filter(move |s| s.district == *district)
    }

    /// The post's name in the district's own terms. An id that the policy no longer knows is shown as it is.
    pub fn post_name<'a>(&'a self, post: &'a PostId, district: &str, lang: Lang) -> &'a str {
        let Some(known) = self.posts.get(post) else { return post.as_str() };
        let commissionerate = self.district(district).is_some_and(|d| d.commissionerate);
        known.commissionerate.as_ref().filter(|_| commissionerate).unwrap_or(&known.name).get(lang)
    }

    /// The district in which a unit lies; `None` for a range and the state.
    pub fn district_of(&self, unit: &UnitCode) -> Option<&District> {
        let code = unit.as_str().split(['-', '/']).next()?;
        self.district(code)
    }

    /// The place a unit stands for: a station's, a circle's, a district's or a range's name; empty for the state.
    pub fn place_name(&self, unit: &UnitCode, lang: Lang) -> String {
        let code = unit.as_str();
        if let Some((district, circle)) = code.split_once('/') {
            let found = self.stations.iter().find(|s| s.district.as_str() == district && s.circle.en == circle);
            return found.map_or_else(|| circle.to_owned(), |s| s.circle.get(lang).to_owned());
        }
        if let Some(range) = code.strip_prefix("R.") {
            let found = self.districts.iter().find(|d| d.range.en == range);
            return found.map_or_else(|| range.to_owned(), |d| d.range.get(lang).to_owned());
        }
        let station = self.station(code).map(|s| &s.name);
        station.or_else(|| self.district(code).map(|d| &d.name)).map_or_else(String::new, |name| name.get(lang).to_owned())
    }

    /// The unit in which a post sits for a complaint of this district and station;
    /// `None` where the station is not known and the post belongs to a station or circle.
    pub fn unit_for(&self, scope: Scope, district: &District, station: Option<&Station>) -> Option<UnitCode> {
        let code = match scope {
            Scope::Station => station?.code.to_string(),
            Scope::Circle => format!("{}/{}", district.code, station?.circle.en),
            Scope::District => district.code.to_string(),
            Scope::Range => format!("R.{}", district.range.en),
            Scope::State => district.state.clone(),
        };
        UnitCode::parse(&code)
    }
}
