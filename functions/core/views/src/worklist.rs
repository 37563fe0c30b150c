//! The one question to a unit's list: it makes the page, its counts, its badges and the export.

use domain::Timestamp;
use domain::access::{StageKind, Viewer, lists};
use domain::calendar::wall;
use domain::complaint::Officer;
use domain::lang::Both;
use domain::policy::{Channel, Policy};
use jiff::SignedDuration;
use jiff::civil::Date;
use site::page::StageShown;
use site::page::desk::{BulkMove, DeskHead, Filter, Row, View, WorklistPage};
use store::Listed;

use crate::complaint::{district, same};

/// Rows of a page.
const PAGE: usize = 25;

/// A unit's list as one officer may see it, under a filter.
pub struct Worklist<'a> {
    policy: &'a Policy,
    who: &'a Officer,
    /// Everything that passes the wall, the hierarchy and the filter, most urgent first.
    rows: Vec<Listed>,
    filter: Filter,
    /// What stands in the list before the filter: what the filter offers.
    places: Vec<(String, Both)>,
    categories: Vec<(String, Both)>,
    now: Timestamp,
}

impl<'a> Worklist<'a> {
    /// `all` as the store gives it. What of the filter is no value of its list filters nothing.
    pub fn new(policy: &'a Policy, who: &'a Officer, all: Vec<Listed>, filter: Filter, now: Timestamp) -> Worklist<'a> {
        let viewer = Viewer::of(policy, who);
        let hers = |row: &Listed| !row.is_walled_off(&viewer) && lists(policy, who, &row.category, &row.holder, row.officer.as_ref());
        let seen: Vec<Listed> = all.into_iter().filter(hers).collect();
        let places = named(seen.iter().filter_map(|row| row.station.as_ref()).map(|code| (code.to_string(), station(policy, code.as_str()))));
        let categories = named(seen.iter().map(|row| (row.category.to_string(), category(policy, row.category.as_str()))));
        let filter = Filter {
            category: kept(filter.category, |text| categories.iter().any(|(value, _)| value == text)),
            station: kept(filter.station, |text| places.iter().any(|(value, _)| value == text)),
            channel: kept(filter.channel, |text| Channel::parse(text).is_some()),
            stage: kept(filter.stage, |text| StageKind::parse(text).is_some()),
            level: kept(filter.level, |text| text.parse::<u8>().is_ok()),
            from: kept(filter.from, |text| text.parse::<Date>().is_ok()),
            to: kept(filter.to, |text| text.parse::<Date>().is_ok()),
        };
        let rows = seen.into_iter().filter(|row| passes(&filter, row)).collect();
        Worklist { policy, who, rows, filter, places, categories, now }
    }

    /// What a view has, most urgent first.
    pub fn of(&self, view: View) -> impl Iterator<Item = &Listed> {
        self.rows.iter().filter(move |row| self.is_in(view, row))
    }

    pub fn count(&self, view: View) -> usize {
        self.of(view).count()
    }

    fn is_in(&self, view: View, row: &Listed) -> bool {
        match view {
            View::Mine => row.officer.as_ref().is_some_and(|officer| officer.id == self.who.id),
            View::Unassigned => row.officer.is_none(),
            View::Unit => true,
            View::Overdue => row.due_at <= self.now,
            View::Due24 => row.due_at > self.now && row.due_at <= self.now + SignedDuration::from_hours(24),
            View::InAppeal => row.stage == StageKind::InAppeal,
        }
    }

    /// A page of a view: what stands after a place, as `Listed::place` gives it.
    pub fn page(&self, head: DeskHead, view: View, after: &str, saved: Vec<(String, String)>) -> WorklistPage {
        let all: Vec<&Listed> = self.of(view).collect();
        // A place and not a count: rows that move meanwhile neither hide others nor show twice.
        let before = all.iter().take_while(|row| row.place().as_str() <= after).count();
        let shown = &all[before..(before + PAGE).min(all.len())];
        WorklistPage {
            head,
            view,
            counts: View::ALL.map(|view| (view, self.count(view))).to_vec(),
            filter: self.filter.clone(),
            categories: self.categories.clone(),
            stations: self.places.clone(),
            rows: shown.iter().map(|row| self.row(row)).collect(),
            total: all.len(),
            before,
            next: shown.last().filter(|_| before + shown.len() < all.len()).map(|row| row.place()),
            saved,
            bulk: self.bulk(),
            now: self.now,
        }
    }

    /// Whoever heads a unit gives and forwards; everybody may write a note on many.
    fn bulk(&self) -> Vec<BulkMove> {
        let works = self.policy.posts.get(&self.who.post).is_some_and(|post| post.works);
        if works { vec![BulkMove::Note] } else { BulkMove::ALL.to_vec() }
    }

    /// A row as it is shown.
    pub fn row(&self, it: &Listed) -> Row {
        row(self.policy, it, self.now)
    }
}

/// A complaint of a list as it is shown.
pub fn row(policy: &Policy, it: &Listed, now: Timestamp) -> Row {
    Row {
        number: it.number.clone(),
        due_at: it.due_at,
        paused: it.paused.filter(|(_, until)| *until > now),
        category: category(policy, it.category.as_str()),
        place: it.station.as_ref().map_or_else(|| district(policy, &it.district), |code| station(policy, code.as_str())),
        channel: it.channel,
        stage: stage(it.stage),
        progress: it.progress,
        officer: it.officer.as_ref().map(|officer| (officer.rank.clone(), officer.name.clone())),
        level: it.level,
        woman_officer: it.woman_officer,
    }
}

pub(crate) fn stage(kind: StageKind) -> StageShown {
    match kind {
        StageKind::Unassigned => StageShown::Unassigned,
        StageKind::Assigned => StageShown::Assigned,
        StageKind::Disposed => StageShown::Disposed,
        StageKind::InAppeal => StageShown::InAppeal,
    }
}

fn passes(filter: &Filter, row: &Listed) -> bool {
    let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
    let day = wall(row.registered_at).date();
    let date = |text: &str| text.parse::<Date>().ok();
    is(&filter.category, row.category.as_str())
        && is(&filter.station, row.station.as_ref().map_or("", |code| code.as_str()))
        && is(&filter.channel, row.channel.tag())
        && is(&filter.stage, row.stage.tag())
        && is(&filter.level, &row.level.to_string())
        && date(&filter.from).is_none_or(|from| day >= from)
        && date(&filter.to).is_none_or(|to| day <= to)
}

fn kept(text: String, is_known: impl Fn(&str) -> bool) -> String {
    if is_known(&text) { text } else { String::new() }
}

/// Each value once, in the order of the values.
fn named(all: impl Iterator<Item = (String, Both)>) -> Vec<(String, Both)> {
    let mut all: Vec<_> = all.collect();
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    all.dedup_by(|(a, _), (b, _)| a == b);
    all
}

pub(crate) fn station(policy: &Policy, code: &str) -> Both {
    policy.station(code).map_or_else(|| same(code), |station| station.name.clone())
}

pub(crate) fn category(policy: &Policy, id: &str) -> Both {
    policy.category(id).map_or_else(|| same(id), |(_, category)| category.name.clone())
}
