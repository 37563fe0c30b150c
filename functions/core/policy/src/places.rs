//! Districts and stations, and the units that follow from them.

use std::collections::BTreeMap;

use domain::ids::{DistrictCode, PostId, StationCode, UnitCode};
use domain::lang::Both;
use domain::policy::{District, Policy, Scope, Station};
use serde::Deserialize;
use toml::Spanned;

use crate::raw::{self, Names};
use crate::{Mistakes, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DistrictsFile {
    district: Vec<RawDistrict>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDistrict {
    code: Spanned<String>,
    state: Spanned<String>,
    name: Names,
    aliases: Vec<Spanned<String>>,
    range: Names,
    commissionerate: bool,
}

pub(crate) fn read_districts(source: Source<'_>, m: &mut Mistakes) -> Vec<District> {
    let file: Option<DistrictsFile> = raw::parse(source, m);
    let mut seen = Vec::new();
    let mut called: BTreeMap<String, String> = BTreeMap::new();
    let mut districts = Vec::new();
    for district in file.map_or_else(Vec::new, |f| f.district) {
        let at = district.code.span().start;
        let name = district.name.both(source, m);
        let range = district.range.both(source, m);
        let Some(code) = raw::fresh(source, &district.code, district_code, &mut seen, m) else { continue };
        if district.state.get_ref().len() != 2 {
            m.at(source, district.state.span().start, "a state is two letters, such as UP");
        }
        if UnitCode::parse(&format!("R.{}", range.en)).is_none() {
            m.at(source, at, format!("the range `{}` must be plain letters: it is part of an id", range.en));
        }
        let own = [(at, &name.hi), (at, &name.en)];
        let others = district.aliases.iter().map(|a| (a.span().start, a.get_ref()));
        for (at, spelling) in own.into_iter().chain(others) {
            let earlier = called.insert(spelling.to_lowercase(), code.to_string());
            if let Some(other) = earlier.filter(|other| *other != code.as_str()) {
                m.at(source, at, format!("`{spelling}` is a name of {other} already: a name leads to one district"));
            }
        }
        let aliases = district.aliases.into_iter().map(Spanned::into_inner).collect();
        let state = district.state.into_inner();
        districts.push(District { code, state, name, aliases, range, commissionerate: district.commissionerate });
    }
    districts
}

fn district_code(text: &str) -> Option<DistrictCode> {
    let fits = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    DistrictCode::parse(text).filter(|_| fits)
}

const COLUMNS: [&str; 7] = ["code", "district", "circle_hi", "circle_en", "name_hi", "name_en", "demo"];

pub(crate) fn read_stations(source: Source<'_>, districts: &[District], m: &mut Mistakes) -> Vec<Station> {
    let mut stations: Vec<Station> = Vec::new();
    let mut lines: BTreeMap<StationCode, usize> = BTreeMap::new();
    rows(source, &COLUMNS, m, |line, row, m| {
        if let Some(station) = station(source.name, line, row, districts, m) {
            if let Some(first) = lines.insert(station.code.clone(), line) {
                m.add(source.name, line, format!("`{}` is there twice, first on line {first}", station.code));
            }
            stations.push(station);
        }
    });
    stations.sort_by(|a, b| a.code.cmp(&b.code));
    stations
}

fn station(file: &str, line: usize, row: &[String], districts: &[District], m: &mut Mistakes) -> Option<Station> {
    let [code, district, circle_hi, circle_en, name_hi, name_en, demo] = row else { return None };
    let before = m.0.len();
    let known = districts.iter().find(|d| d.code.as_str() == district);
    if known.is_none() {
        m.add(file, line, format!("no district has the code `{district}`"));
    }
    let parsed = StationCode::parse(code);
    if parsed.is_none() || !code.starts_with(&format!("{district}-")) {
        m.add(file, line, format!("`{code}` is no code of a station in {district}: write {district}- and two to four letters"));
    }
    for (column, text) in [("circle_hi", circle_hi), ("circle_en", circle_en), ("name_hi", name_hi), ("name_en", name_en)] {
        if text.trim().is_empty() {
            m.add(file, line, format!("{column} is empty"));
        }
    }
    if UnitCode::parse(&format!("{district}/{circle_en}")).is_none() {
        m.add(file, line, format!("circle_en `{circle_en}` must be plain letters: it is part of an id"));
    }
    if !matches!(demo.as_str(), "yes" | "no") {
        m.add(file, line, format!("demo is yes or no, not `{demo}`"));
    }
    (m.0.len() == before).then_some(())?;
    Some(Station {
        code: parsed?,
        district: known?.code.clone(),
        circle: Both { hi: circle_hi.clone(), en: circle_en.clone() },
        name: Both { hi: name_hi.clone(), en: name_en.clone() },
        demo: demo == "yes",
    })
}

/// A post in a unit, both known and made for each other.
pub(crate) fn seat(policy: &Policy, unit: &str, post: &str) -> Result<(UnitCode, PostId), String> {
    let code = UnitCode::parse(unit).zip(scope_of(policy, unit));
    let (code, scope) = code.ok_or_else(|| format!("no station, circle, district, range or state has the code `{unit}`"))?;
    let known = PostId::parse(post).and_then(|id| policy.posts.get(&id)).ok_or_else(|| format!("no post is called `{post}`"))?;
    if known.scope == scope { Ok((code, known.id.clone())) } else { Err(format!("`{post}` sits in a {}, and {unit} is a {}", word(known.scope), word(scope))) }
}

/// How far the unit of this code reaches; `None` where there is none.
fn scope_of(policy: &Policy, code: &str) -> Option<Scope> {
    let circle = |(district, circle): (&str, &str)| policy.stations.iter().any(|s| s.district.as_str() == district && s.circle.en == circle);
    let range = |name: &str| policy.districts.iter().any(|d| d.range.en == name);
    let found = [
        (Scope::Station, policy.station(code).is_some()),
        (Scope::District, policy.district(code).is_some()),
        (Scope::Circle, code.split_once('/').is_some_and(circle)),
        (Scope::Range, code.strip_prefix("R.").is_some_and(range)),
        (Scope::State, policy.districts.iter().any(|d| d.state == code)),
    ];
    found.into_iter().find(|(_, is)| *is).map(|(scope, _)| scope)
}

fn word(scope: Scope) -> &'static str {
    match scope {
        Scope::Station => "station",
        Scope::Circle => "circle",
        Scope::District => "district",
        Scope::Range => "range",
        Scope::State => "state",
    }
}

/// Hands every row of a CSV file to `take` with its line; a wrong heading or a row of the wrong length is a mistake.
pub(crate) fn rows(source: Source<'_>, columns: &[&str], m: &mut Mistakes, mut take: impl FnMut(usize, &[String], &mut Mistakes)) {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let heading: Vec<String> = reader.headers().map(|h| h.iter().map(str::to_owned).collect()).unwrap_or_default();
    if heading != columns {
        m.add(source.name, 1, format!("the first line must be: {}", columns.join(",")));
        return;
    }
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(e) => {
                let line = e.position().map_or(1, |p| p.line() as usize);
                m.add(source.name, line, "the row is no UTF-8 text");
                continue;
            }
        };
        let line = record.position().map_or(1, |p| p.line() as usize);
        if record.len() != columns.len() {
            m.add(source.name, line, format!("the row has {} columns, not {}", record.len(), columns.len()));
            continue;
        }
        let row: Vec<String> = record.iter().map(str::to_owned).collect();
        take(line, &row, m);
    }
}
