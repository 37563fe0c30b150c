//! Rosters and empty posts as they are stored.

use domain::duty::{Shift, Vacancy};
use domain::ids::{OfficerId, PostId, UnitCode};
use serde::{Deserialize, Serialize};

use super::{moment, when};
use crate::keys;

/// `U#<unit>` / `R#<day>`: the shifts of a unit that begin on a day.
#[derive(Serialize, Deserialize)]
pub(crate) struct DayItem {
    pk: String,
    sk: String,
    unit: String,
    shifts: Vec<ShiftItem>,
}

#[derive(Serialize, Deserialize)]
struct ShiftItem {
    post: String,
    from: String,
    to: String,
    officers: Vec<String>,
}

/// `U#<unit>` / `E#<post>`: a post that nobody holds.
#[derive(Serialize, Deserialize)]
pub(crate) struct VacancyItem {
    pk: String,
    sk: String,
    unit: String,
    post: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stand_in_unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stand_in_post: Option<String>,
}

impl DayItem {
    pub(crate) fn new(unit: &UnitCode, day: domain::Date, shifts: &[&Shift]) -> DayItem {
        let shift = |it: &&Shift| ShiftItem {
            post: it.post.to_string(),
            from: when(it.from),
            to: when(it.to),
            officers: it.officers.iter().map(ToString::to_string).collect(),
        };
        DayItem { pk: keys::unit(unit.as_str()), sk: keys::roster(day), unit: unit.to_string(), shifts: shifts.iter().map(shift).collect() }
    }

    pub(crate) fn read(self) -> Option<Vec<Shift>> {
        let unit = UnitCode::parse(&self.unit)?;
        let shift = |it: ShiftItem| {
            Some(Shift {
                unit: unit.clone(),
                post: PostId::parse(&it.post)?,
                from: moment(&it.from)?,
                to: moment(&it.to)?,
                officers: it.officers.iter().map(|id| OfficerId::parse(id)).collect::<Option<_>>()?,
            })
        };
        self.shifts.into_iter().map(shift).collect()
    }
}

impl From<&Vacancy> for VacancyItem {
    fn from(it: &Vacancy) -> VacancyItem {
        VacancyItem {
            pk: keys::unit(it.unit.as_str()),
            sk: keys::vacancy(it.post.as_str()),
            unit: it.unit.to_string(),
            post: it.post.to_string(),
            stand_in_unit: it.stand_in.as_ref().map(|(unit, _)| unit.to_string()),
            stand_in_post: it.stand_in.as_ref().map(|(_, post)| post.to_string()),
        }
    }
}

impl VacancyItem {
    pub(crate) fn read(self) -> Option<Vacancy> {
        let stand_in = match (self.stand_in_unit, self.stand_in_post) {
            (Some(unit), Some(post)) => Some((UnitCode::parse(&unit)?, PostId::parse(&post)?)),
            (Some(_), None) | (None, Some(_)) => return None,
            (None, None) => None,
        };
        Some(Vacancy { unit: UnitCode::parse(&self.unit)?, post: PostId::parse(&self.post)?, stand_in })
    }
}
