//! A small policy made by hand, so that no test waits for the real one.

use std::collections::BTreeMap;

use domain::calendar::Calendar;
use domain::ids::{CategoryId, DistrictCode, LadderId, PolicyVersion, PostId, ServiceId, StationCode};
use domain::lang::Both;
use domain::policy::{Assign, Category, Channel, Days, Deadline, District, Ladder, LadderStep, Matter, Phones, Policy, Post, Scope, Service, Station, Window};
use jiff::SignedDuration;
use jiff::civil::{Weekday, time};

pub(super) fn both(hi: &str, en: &str) -> Both {
    Both { hi: hi.to_owned(), en: en.to_owned() }
}

pub(super) fn policy() -> Policy {
    let post = PostId::parse("io").unwrap();
    let ladder = LadderId::parse("police").unwrap();
    let steps = vec![LadderStep { post: post.clone(), holds: None }, LadderStep { post: post.clone(), holds: None }];
    Policy {
        version: PolicyVersion::parse("test-1").unwrap(),
        services: vec![
            service("S0", Phones::India, vec![category("S0-1", Deadline::Months(2), true)]),
            service(
                "S1",
                Phones::Any,
                vec![
                    category("S1-1", Deadline::WorkingDays(5), false),
                    category("S1-2", Deadline::Hours(4), true),
                    category(SUGGESTION, Deadline::Days(21), false),
                ],
            ),
        ],
        ladders: BTreeMap::from([(ladder.clone(), Ladder { id: ladder, steps, repeats: SignedDuration::from_hours(24) })]),
        posts: BTreeMap::from([(
            post.clone(),
            Post {
                id: post, scope: Scope::Station, name: both("जाँच अधिकारी", "Investigating Officer"), commissionerate: None, works: true, calls_back: false
            },
        )]),
        districts: districts(),
        stations: (0..30).map(station).collect(),
        calendar: Calendar { weekend: vec![Weekday::Saturday, Weekday::Sunday], holidays: BTreeMap::new() },
        clocks: BTreeMap::new(),
        duty: Vec::new(),
        replies: Vec::new(),
        say: domain::policy::SayRule { answer_days: 30, withdrawal_hours: 24, refusal_hours: 4 },
        hearing: None,
    }
}

fn service(id: &str, phones: Phones, categories: Vec<Category>) -> Service {
    let desk =
        Window { name: both("महिला प्रकोष्ठ", "Women's cell"), days: Days::Working, from: time(9, 30, 0, 0), to: time(11, 30, 0, 0) };
    Service {
        id: ServiceId::parse(id).unwrap(),
        name: both("घर बैठे शिकायत", "Complaint from home"),
        about: both("महिला के साथ हुई कोई भी घटना।", "Anything done to a woman."),
        phones,
        channels: vec![Channel::Web, Channel::WalkIn, Channel::Reference],
        windows: vec![desk],
        categories,
    }
}

/// The category of suggestions.
const SUGGESTION: &str = "S1-3";

/// The name of a matter that no title may say.
pub(super) const OFFENCE: [&str; 2] = ["छेड़छाड़", "Molestation"];

fn category(id: &str, deadline: Deadline, sensitive: bool) -> Category {
    Category {
        id: CategoryId::parse(id).unwrap(),
        name: both(OFFENCE[0], OFFENCE[1]),
        hint: both("पीछा करना, गंदे इशारे या बातें।", "Following, dirty gestures or remarks."),
        deadline,
        rule: both("2 महीने में जाँच करके आख्या और कार्रवाई हो।", "Inquiry and report within 2 months."),
        source: both("इस सेवा का वादा", "Promise of this service"),
        ladder: LadderId::parse("police").unwrap(),
        assign: Assign::ByHead,
        woman_officer: true,
        sensitive,
        may_withdraw: true,
        alert: false,
        matter: if id == SUGGESTION { Matter::Suggestion } else { Matter::Complaint },
        clocks: Vec::new(),
    }
}

/// Ninety, as many as the two states have: the weight of the list is part of the test.
fn districts() -> Vec<District> {
    let name = |n: usize| ["लखनऊ", "कानपुर नगर", "प्रयागराज", "अंबेडकर नगर", "ज्योतिबा फुले नगर"][n % 5];
    (0..90)
        .map(|n| District {
            code: DistrictCode::parse(&if n == 0 { "LKO".to_owned() } else { format!("D{n:02}") }).unwrap(),
            state: if n < 75 { "UP" } else { "DL" }.to_owned(),
            name: both(&format!("{} {n}", name(n)), &format!("District {n}")),
            aliases: Vec::new(),
            range: both("लखनऊ", "Lucknow"),
            commissionerate: n == 0,
        })
        .collect()
}

fn station(n: usize) -> Station {
    Station {
        code: StationCode::parse(&format!("LKO-{n:02}")).unwrap(),
        district: DistrictCode::parse("LKO").unwrap(),
        circle: both("कैंट", "Cantonment"),
        name: both(&format!("आलमबाग {n}"), &format!("Alambagh {n}")),
        demo: true,
    }
}
