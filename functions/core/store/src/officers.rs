//! Who sits where: officers, their open complaints, empty posts and rosters. All of a unit is under one key.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::Date;
use domain::calendar::wall;
use domain::complaint::Officer;
use domain::duty::{Shift, Vacancy};
use domain::ids::UnitCode;
use jiff::Span;

use crate::complaint::{Item, read};
use crate::items::{DayItem, OfficerItem, VacancyItem};
use crate::pages::every;
use crate::{Error, Store, keys};

/// An officer at a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    pub officer: Officer,
    /// The post's official phone, E.164.
    pub phone: Option<String>,
    /// How many open complaints she has.
    pub open: u32,
}

/// Who sits in a unit, and which of its posts nobody holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    pub posted: Vec<Posted>,
    pub vacant: Vec<Vacancy>,
}

impl Store {
    /// A unit as it stands, in one query. A unit that nobody has described is empty.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn unit(&self, unit: &UnitCode) -> Result<Unit, Error> {
        let mut found = Unit::default();
        let mut loads = HashMap::new();
        for item in self.rows_of(unit, "", keys::ROSTERS).await? {
            let sk = item.get("sk").and_then(|v| v.as_s().ok()).cloned().unwrap_or_default();
            if let Some(id) = sk.strip_prefix("L#") {
                let open = item.get("open").and_then(|v| v.as_n().ok()).and_then(|n| n.parse::<i64>().ok()).unwrap_or(0);
                loads.insert(id.to_owned(), u32::try_from(open).unwrap_or(0));
            } else if sk.starts_with("E#") {
                found.vacant.push(read::<VacancyItem>(item)?.read().ok_or_else(|| Error::corrupt("an empty post"))?);
            } else {
                let phone = item.get("phone").and_then(|v| v.as_s().ok()).cloned();
                let officer = read::<OfficerItem>(item)?.read().ok_or_else(|| Error::corrupt("an officer"))?;
                found.posted.push(Posted { officer, phone, open: 0 });
            }
        }
        for posted in &mut found.posted {
            posted.open = loads.get(posted.officer.id.as_str()).copied().unwrap_or(0);
        }
        Ok(found)
    }

    /// Writes officers and their official phones into their units, or anew. Their open complaints stay counted.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn put_officers(&self, officers: &[(Officer, Option<String>)]) -> Result<(), Error> {
        let items = officers.iter().map(|(officer, phone)| {
            let mut item: Item = serde_dynamo::to_item(OfficerItem::from(officer)).map_err(|_| Error::corrupt("an officer"))?;
            item.insert("pk".to_owned(), AttributeValue::S(keys::unit(officer.unit.as_str())));
            item.insert("sk".to_owned(), AttributeValue::S(keys::officer(officer.id.as_str())));
            if let Some(phone) = phone {
                item.insert("phone".to_owned(), AttributeValue::S(phone.clone()));
            }
            Ok(item)
        });
        self.put_all(items.collect::<Result<_, Error>>()?).await
    }

    /// Writes down which posts nobody holds.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn put_vacancies(&self, vacancies: &[Vacancy]) -> Result<(), Error> {
        let items = vacancies.iter().map(|it| serde_dynamo::to_item(VacancyItem::from(it)).map_err(|_| Error::corrupt("an empty post")));
        self.put_all(items.collect::<Result<_, _>>()?).await
    }

    /// Takes officers out of their units, and down posts that are empty no more. What is gone already is no fault.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn take_away(&self, officers: &[Officer], vacancies: &[Vacancy]) -> Result<(), Error> {
        let officers = officers.iter().map(|it| (&it.unit, keys::officer(it.id.as_str())));
        let vacancies = vacancies.iter().map(|it| (&it.unit, keys::vacancy(it.post.as_str())));
        for (unit, sk) in officers.chain(vacancies) {
            let delete = self.client.delete_item().table_name(&self.tables.main);
            delete.key("pk", AttributeValue::S(keys::unit(unit.as_str()))).key("sk", AttributeValue::S(sk)).send().await?;
        }
        Ok(())
    }

    /// Writes rosters: each day of a unit that is in here replaces that day as it was.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn put_roster(&self, shifts: &[Shift]) -> Result<(), Error> {
        let mut days: Vec<((&UnitCode, Date), Vec<&Shift>)> = Vec::new();
        for shift in shifts {
            let key = (&shift.unit, wall(shift.from).date());
            match days.iter_mut().find(|(day, _)| *day == key) {
                Some((_, shifts)) => shifts.push(shift),
                None => days.push((key, vec![shift])),
            }
        }
        let items = days.iter().map(|((unit, day), shifts)| serde_dynamo::to_item(DayItem::new(unit, *day, shifts)).map_err(|_| Error::corrupt("a roster")));
        self.put_all(items.collect::<Result<_, _>>()?).await
    }

    /// The shifts of a unit that begin on one of so many days.
    ///
    /// # Errors
    /// Where the table does not answer or a row cannot be read.
    pub async fn roster(&self, unit: &UnitCode, first: Date, days: u16) -> Result<Vec<Shift>, Error> {
        let end = first.saturating_add(Span::new().days(days));
        let mut shifts = Vec::new();
        for item in self.rows_of(unit, &keys::roster(first), &keys::roster(end)).await? {
            shifts.extend(read::<DayItem>(item)?.read().ok_or_else(|| Error::corrupt("a roster"))?);
        }
        Ok(shifts)
    }

    /// The rows of a unit from one place up to, and not with, another.
    async fn rows_of(&self, unit: &UnitCode, from: &str, before: &str) -> Result<Vec<Item>, Error> {
        let (pk, upper) = (keys::unit(unit.as_str()), (":before", before));
        let query = match from {
            "" => self.rows(&pk, " AND sk < :before", &[upper]),
            from => self.rows(&pk, " AND sk BETWEEN :from AND :before", &[(":from", from), upper]),
        };
        let mut rows = every(query).await?;
        // BETWEEN takes its upper end in.
        rows.retain(|row| row.get("sk").and_then(|v| v.as_s().ok()).is_some_and(|sk| sk.as_str() < before));
        Ok(rows)
    }
}
