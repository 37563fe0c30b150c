//! A policy that was read and found right, packed for the functions: they unpack it in the blink of a start and
//! need not carry the reader of the files. One list a thing, its parts in the order in which they are declared.

use std::collections::BTreeMap;

use domain::Date;
use domain::access::DeskMove;
use domain::calendar::Calendar;
use domain::clock::{ClockRule, Start};
use domain::duty::DutyRule;
use domain::event::TextKey;
use domain::hearing::{Call, HearingRule, Zone};
use domain::ids::{CategoryId, DistrictCode, LadderId, PolicyVersion, PostId, ReplyId, ServiceId, StationCode, UnitCode};
use domain::lang::{Both, Lang};
use domain::policy::{
    Assign, Category, Channel, ClockTerms, Days, Deadline, District, Ladder, LadderStep, Matter, Phones, Policy, Post, SayRule, Scope, Service, Station, Window,
};
use domain::reply::Reply;
use domain::sms::{Slot, Tag, Template, Texts};
use jiff::SignedDuration;
use jiff::civil::{Time, Weekday};
use serde_json::{Value, json};

use crate::InForce;

const CHANNELS: [Channel; 9] =
    [Channel::Web, Channel::WalkIn, Channel::Desk, Channel::Phone, Channel::Whatsapp, Channel::Email, Channel::Post, Channel::Video, Channel::Reference];
const SCOPES: [Scope; 5] = [Scope::Station, Scope::Circle, Scope::District, Scope::Range, Scope::State];

/// Packs what [`read`](crate::read) made.
pub fn pack(it: &InForce) -> String {
    let p = &it.policy;
    json!([
        p.version.as_str(),
        p.services.iter().map(service).collect::<Vec<_>>(),
        p.ladders.values().map(ladder).collect::<Vec<_>>(),
        p.posts
            .values()
            .map(|post| json!([
                post.id.as_str(),
                place(&SCOPES, post.scope),
                both(&post.name),
                post.commissionerate.as_ref().map(both),
                post.works,
                post.calls_back
            ]))
            .collect::<Vec<_>>(),
        p.districts.iter().map(|d| json!([d.code.as_str(), d.state, both(&d.name), d.aliases, both(&d.range), d.commissionerate])).collect::<Vec<_>>(),
        p.stations.iter().map(|s| json!([s.code.as_str(), s.district.as_str(), both(&s.circle), both(&s.name), s.demo])).collect::<Vec<_>>(),
        p.calendar.weekend.iter().map(|day| day.to_monday_zero_offset()).collect::<Vec<_>>(),
        p.calendar.holidays.iter().map(|(day, name)| json!([day.year(), day.month(), day.day(), both(name)])).collect::<Vec<_>>(),
        it.texts.entity_id,
        it.texts.templates().map(template).collect::<Vec<_>>(),
        p.clocks.iter().map(|(rule, terms)| json!([place(&ClockRule::ALL, *rule), clock_terms(terms)])).collect::<Vec<_>>(),
        p.duty.iter().map(|it| json!([it.post.as_str(), it.least, it.women, window(&it.window)])).collect::<Vec<_>>(),
        p.replies.iter().map(|it| json!([it.id.as_str(), it.wanted.tag(), both(&it.name), both(&it.text)])).collect::<Vec<_>>(),
        [p.say.answer_days, p.say.withdrawal_hours, p.say.refusal_hours],
        p.hearing.as_ref().map(hearing),
    ])
    .to_string()
}

/// Unpacks what [`pack`] made; `None` for anything else.
pub fn unpack(packed: &str) -> Option<InForce> {
    let whole: Value = serde_json::from_str(packed).ok()?;
    let calendar = Calendar {
        weekend: each(&whole[6], |day| Weekday::from_monday_zero_offset(int(day)?.try_into().ok()?).ok())?,
        holidays: each(&whole[7], |it| Some((to_date(it)?, to_both(&it[3])?)))?,
    };
    let policy = Policy {
        version: PolicyVersion::parse(text(&whole[0])?)?,
        services: each(&whole[1], to_service)?,
        ladders: each(&whole[2], |it| to_ladder(it).map(|ladder| (ladder.id.clone(), ladder)))?,
        posts: each(&whole[3], |it| to_post(it).map(|post| (post.id.clone(), post)))?,
        districts: each(&whole[4], to_district)?,
        stations: each(&whole[5], to_station)?,
        calendar,
        clocks: each(&whole[10], |it| Some((to_rule(&it[0])?, to_clock_terms(&it[1])?)))?,
        duty: each(&whole[11], to_duty)?,
        replies: each(&whole[12], to_reply)?,
        say: to_say(&whole[13])?,
        hearing: if whole[14].is_null() { None } else { Some(to_hearing(&whole[14])?) },
    };
    let templates: BTreeMap<(TextKey, Lang), Template> = each(&whole[9], |it| to_template(it).map(|t| ((t.key, t.lang), t)))?;
    Some(InForce { policy, texts: Texts::new(text(&whole[8])?.to_owned(), templates) })
}

fn both(it: &Both) -> Value {
    json!([it.hi, it.en])
}

fn hour(at: Time) -> Value {
    json!([at.hour(), at.minute()])
}

fn to_time(it: &Value) -> Option<Time> {
    Time::new(int(&it[0])?.try_into().ok()?, int(&it[1])?.try_into().ok()?, 0, 0).ok()
}

fn to_date(it: &Value) -> Option<Date> {
    Date::new(int(&it[0])?.try_into().ok()?, int(&it[1])?.try_into().ok()?, int(&it[2])?.try_into().ok()?).ok()
}

fn place<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|it| *it == one).unwrap_or(all.len())
}

/// The one of a list that stands at a place.
fn at<T: Copy>(all: &[T], place: &Value) -> Option<T> {
    all.get(usize::try_from(int(place)?).ok()?).copied()
}

fn window(it: &Window) -> Value {
    json!([both(&it.name), it.days == Days::Daily, hour(it.from), hour(it.to)])
}

fn deadline(it: Deadline) -> (&'static str, u16) {
    match it {
        Deadline::Hours(n) => ("h", n),
        Deadline::Days(n) => ("d", n),
        Deadline::WorkingDays(n) => ("w", n),
        Deadline::Months(n) => ("m", n),
    }
}

fn clock_terms(it: &ClockTerms) -> Value {
    let start = place(&Start::ALL, it.start);
    json!([both(&it.name), both(&it.rule), both(&it.source), it.runs.map(deadline), start, it.may_pause_days, it.electronic])
}

fn service(it: &Service) -> Value {
    json!([
        it.id.as_str(),
        both(&it.name),
        both(&it.about),
        it.phones == Phones::Any,
        it.channels.iter().map(|c| place(&CHANNELS, *c)).collect::<Vec<_>>(),
        it.windows.iter().map(window).collect::<Vec<_>>(),
        it.categories.iter().map(category).collect::<Vec<_>>(),
    ])
}

fn category(it: &Category) -> Value {
    let at_once = it.assign == Assign::AtOnce;
    json!([
        it.id.as_str(),
        both(&it.name),
        both(&it.hint),
        deadline(it.deadline),
        both(&it.rule),
        both(&it.source),
        it.ladder.as_str(),
        at_once,
        it.woman_officer,
        it.sensitive,
        it.clocks.iter().map(|rule| place(&ClockRule::ALL, *rule)).collect::<Vec<_>>(),
        it.may_withdraw,
        it.alert,
        it.matter == Matter::Suggestion,
    ])
}

fn ladder(it: &Ladder) -> Value {
    let step = |step: &LadderStep| json!([step.post.as_str(), step.holds.map(|h| h.as_secs())]);
    json!([it.id.as_str(), it.steps.iter().map(step).collect::<Vec<_>>(), it.repeats.as_secs()])
}

fn template(it: &Template) -> Value {
    let slot = |(name, slot): (&String, &Slot)| json!([name, slot.tag == Tag::Numeric, slot.longest]);
    let slots: Vec<Value> = it.slots.iter().map(slot).collect();
    json!([it.key.tag(), it.lang.tag(), it.dlt_id, it.header, it.segments, it.text, slots])
}

fn text(it: &Value) -> Option<&str> {
    it.as_str()
}

fn int(it: &Value) -> Option<i64> {
    it.as_i64()
}

fn each<T, C: FromIterator<T>>(list: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<C> {
    list.as_array()?.iter().map(read).collect()
}

fn to_both(it: &Value) -> Option<Both> {
    Some(Both { hi: text(&it[0])?.to_owned(), en: text(&it[1])?.to_owned() })
}

fn to_window(it: &Value) -> Option<Window> {
    let days = if it[1].as_bool()? { Days::Daily } else { Days::Working };
    Some(Window { name: to_both(&it[0])?, days, from: to_time(&it[2])?, to: to_time(&it[3])? })
}

fn to_deadline(it: &Value) -> Option<Deadline> {
    let n = u16::try_from(int(&it[1])?).ok()?;
    match text(&it[0])? {
        "h" => Some(Deadline::Hours(n)),
        "d" => Some(Deadline::Days(n)),
        "w" => Some(Deadline::WorkingDays(n)),
        "m" => Some(Deadline::Months(n)),
        _ => None,
    }
}

fn to_rule(it: &Value) -> Option<ClockRule> {
    at(&ClockRule::ALL, it)
}

fn to_clock_terms(it: &Value) -> Option<ClockTerms> {
    Some(ClockTerms {
        name: to_both(&it[0])?,
        rule: to_both(&it[1])?,
        source: to_both(&it[2])?,
        runs: if it[3].is_null() { None } else { Some(to_deadline(&it[3])?) },
        start: at(&Start::ALL, &it[4])?,
        may_pause_days: u16::try_from(int(&it[5])?).ok()?,
        electronic: it[6].as_bool()?,
    })
}

fn hearing(it: &HearingRule) -> Value {
    let call = |(unit, call): (&UnitCode, &Call)| match call {
        Call::Phone => json!([unit.as_str(), "phone", ""]),
        Call::Whatsapp(link) => json!([unit.as_str(), "whatsapp", link]),
        Call::Jitsi(link) => json!([unit.as_str(), "jitsi", link]),
    };
    json!([
        it.post.as_str(),
        window(&it.window),
        it.minutes,
        it.overrun_minutes,
        it.near,
        it.ahead_days,
        it.then.as_str(),
        it.calls.iter().map(call).collect::<Vec<_>>(),
        it.zones.iter().map(|zone| json!([zone.id, both(&zone.name), zone.rule])).collect::<Vec<_>>(),
    ])
}

fn to_hearing(it: &Value) -> Option<HearingRule> {
    let call = |it: &Value| {
        let link = text(&it[2])?.to_owned();
        let call = match text(&it[1])? {
            "phone" => Call::Phone,
            "whatsapp" => Call::Whatsapp(link),
            "jitsi" => Call::Jitsi(link),
            _ => return None,
        };
        Some((UnitCode::parse(text(&it[0])?)?, call))
    };
    Some(HearingRule {
        post: PostId::parse(text(&it[0])?)?,
        window: to_window(&it[1])?,
        minutes: u16::try_from(int(&it[2])?).ok()?,
        overrun_minutes: u16::try_from(int(&it[3])?).ok()?,
        near: usize::try_from(int(&it[4])?).ok()?,
        ahead_days: u16::try_from(int(&it[5])?).ok()?,
        then: LadderId::parse(text(&it[6])?)?,
        calls: each(&it[7], call)?,
        zones: each(&it[8], |zone| Zone::parse(text(&zone[0])?, to_both(&zone[1])?, text(&zone[2])?))?,
    })
}

fn to_say(it: &Value) -> Option<SayRule> {
    let number = |n: &Value| u16::try_from(int(n)?).ok();
    Some(SayRule { answer_days: number(&it[0])?, withdrawal_hours: number(&it[1])?, refusal_hours: number(&it[2])? })
}

fn to_duty(it: &Value) -> Option<DutyRule> {
    let people = |n: &Value| u8::try_from(int(n)?).ok();
    Some(DutyRule { post: PostId::parse(text(&it[0])?)?, least: people(&it[1])?, women: people(&it[2])?, window: to_window(&it[3])? })
}

fn to_reply(it: &Value) -> Option<Reply> {
    Some(Reply { id: ReplyId::parse(text(&it[0])?)?, wanted: DeskMove::parse(text(&it[1])?)?, name: to_both(&it[2])?, text: to_both(&it[3])? })
}

fn to_service(it: &Value) -> Option<Service> {
    Some(Service {
        id: ServiceId::parse(text(&it[0])?)?,
        name: to_both(&it[1])?,
        about: to_both(&it[2])?,
        phones: if it[3].as_bool()? { Phones::Any } else { Phones::India },
        channels: each(&it[4], |c| at(&CHANNELS, c))?,
        windows: each(&it[5], to_window)?,
        categories: each(&it[6], to_category)?,
    })
}

fn to_category(it: &Value) -> Option<Category> {
    Some(Category {
        id: CategoryId::parse(text(&it[0])?)?,
        name: to_both(&it[1])?,
        hint: to_both(&it[2])?,
        deadline: to_deadline(&it[3])?,
        rule: to_both(&it[4])?,
        source: to_both(&it[5])?,
        ladder: LadderId::parse(text(&it[6])?)?,
        assign: if it[7].as_bool()? { Assign::AtOnce } else { Assign::ByHead },
        woman_officer: it[8].as_bool()?,
        sensitive: it[9].as_bool()?,
        clocks: each(&it[10], to_rule)?,
        may_withdraw: it[11].as_bool()?,
        alert: it[12].as_bool()?,
        matter: if it[13].as_bool()? { Matter::Suggestion } else { Matter::Complaint },
    })
}

fn to_ladder(it: &Value) -> Option<Ladder> {
    let step = |step: &Value| Some(LadderStep { post: PostId::parse(text(&step[0])?)?, holds: int(&step[1]).map(SignedDuration::from_secs) });
    Some(Ladder { id: LadderId::parse(text(&it[0])?)?, steps: each(&it[1], step)?, repeats: SignedDuration::from_secs(int(&it[2])?) })
}

fn to_post(it: &Value) -> Option<Post> {
    let commissionerate = if it[3].is_null() { None } else { Some(to_both(&it[3])?) };
    let scope = at(&SCOPES, &it[1])?;
    Some(Post { id: PostId::parse(text(&it[0])?)?, scope, name: to_both(&it[2])?, commissionerate, works: it[4].as_bool()?, calls_back: it[5].as_bool()? })
}

fn to_district(it: &Value) -> Option<District> {
    Some(District {
        code: DistrictCode::parse(text(&it[0])?)?,
        state: text(&it[1])?.to_owned(),
        name: to_both(&it[2])?,
        aliases: each(&it[3], |alias| text(alias).map(str::to_owned))?,
        range: to_both(&it[4])?,
        commissionerate: it[5].as_bool()?,
    })
}

fn to_station(it: &Value) -> Option<Station> {
    Some(Station {
        code: StationCode::parse(text(&it[0])?)?,
        district: DistrictCode::parse(text(&it[1])?)?,
        circle: to_both(&it[2])?,
        name: to_both(&it[3])?,
        demo: it[4].as_bool()?,
    })
}

fn to_template(it: &Value) -> Option<Template> {
    let slot = |slot: &Value| {
        let tag = if slot[1].as_bool()? { Tag::Numeric } else { Tag::Alphanumeric };
        Some((text(&slot[0])?.to_owned(), Slot { tag, longest: text(&slot[2])?.to_owned() }))
    };
    let template = Template {
        key: TextKey::ALL.into_iter().find(|key| Some(key.tag()) == text(&it[0]))?,
        lang: Lang::parse(text(&it[1])?)?,
        dlt_id: text(&it[2])?.to_owned(),
        header: text(&it[3])?.to_owned(),
        segments: u8::try_from(int(&it[4])?).ok()?,
        text: text(&it[5])?.to_owned(),
        slots: each(&it[6], slot)?,
    };
    // Rendered at its longest once more: a text that does not fit must not start.
    template.mistakes().is_empty().then_some(template)
}
