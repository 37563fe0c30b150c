//! Filings whose phone is not proven yet.

use std::collections::HashMap;

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use domain::Timestamp;
use domain::complaint::Accused;
use domain::contact::{SafeContact, SafeHours};
use domain::filing::{OpenFiling, Typed};
use domain::ids::{CategoryId, DistrictCode, OfficerId, StationCode, UnitCode};
use domain::lang::Lang;
use domain::number::Number;
use seal::DataKey;

use crate::complaint::Item;
use crate::items::{moment, optional, when};
use crate::{Error, Private, Store, keys};

/// The name under which the phone is sealed in the form that a network wants.
const E164: &str = "e164";

/// A filing that waits for its code.
#[derive(Clone, Debug)]
pub struct PendingFiling {
    pub draft_digest: String,
    pub open: OpenFiling,
    /// What was typed and tells nobody who she is.
    pub typed_open: Typed,
    /// A keyed fingerprint of all that was typed.
    pub fingerprint: String,
    pub private: Private,
    pub filed_at: Timestamp,
    /// When it goes to the desk if nobody proves it.
    pub due_at: Timestamp,
    /// Where she is to be called back from, once nobody proved it.
    pub desk: Option<AtDesk>,
    pub state: FilingState,
}

/// A filing in the hands of a unit that calls back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtDesk {
    pub unit: UnitCode,
    /// By when she is to be called.
    pub call_by: Timestamp,
    /// How often somebody tried to reach her.
    pub tries: u32,
    /// Who opened it last, to call her.
    pub looked: Option<OfficerId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilingState {
    Pending,
    Registered,
    /// With the women's help desk, to be called back.
    HandedOver,
    /// She asked not to be called; its key is erased.
    Lapsed,
}

/// What came of keeping a filing.
#[derive(Debug)]
pub enum Filed {
    New,
    /// The same form is here already.
    Already(Box<PendingFiling>),
}

impl FilingState {
    pub(crate) fn tag(self) -> &'static str {
        match self {
            FilingState::Pending => "pending",
            FilingState::Registered => "registered",
            FilingState::HandedOver => "handed_over",
            FilingState::Lapsed => "lapsed",
        }
    }

    fn parse(tag: &str) -> Option<FilingState> {
        [FilingState::Pending, FilingState::Registered, FilingState::HandedOver, FilingState::Lapsed].into_iter().find(|s| s.tag() == tag)
    }
}

impl PendingFiling {
    /// Seals what tells who she is and keeps the rest readable.
    pub fn seal(typed: &Typed, e164: Option<&str>, private: &mut Private, key: &DataKey) -> Typed {
        let mut open = Typed::default();
        for field in Typed::fields() {
            let value = typed.get(field);
            match (value.is_empty(), field.is_personal()) {
                (true, _) => {}
                (false, true) => private.put(key, field.tag(), value),
                (false, false) => open.set(field, value),
            }
        }
        if let Some(e164) = e164 {
            private.put(key, E164, e164);
        }
        open
    }

    /// All that was typed, opened again.
    pub fn typed(&self, key: &DataKey) -> Typed {
        let mut typed = self.typed_open.clone();
        for field in Typed::fields().filter(|f| f.is_personal()) {
            if let Some(value) = self.private.open(key, field.tag()) {
                typed.set(field, &value);
            }
        }
        typed
    }

    /// As it stands once it is a complaint: its words lie there and nobody waits for it.
    pub(crate) fn registered_item(&self, now: Timestamp) -> Item {
        let mut item = self.item();
        for gone in ["sealed", "due_pk", "due_sk"] {
            item.remove(gone);
        }
        item.insert("state".to_owned(), AttributeValue::S(FilingState::Registered.tag().to_owned()));
        item.insert("registered_at".to_owned(), AttributeValue::S(when(now)));
        item
    }

    fn item(&self) -> Item {
        let text = |text: &str| AttributeValue::S(text.to_owned());
        let pk = keys::filing(&self.draft_digest);
        let typed = self.typed_open.pairs().map(|(name, value)| (name.to_owned(), text(value)));
        let number = &self.private.number;
        let mut item = HashMap::from([
            ("sk".to_owned(), text(keys::META)),
            ("number".to_owned(), text(number.as_str())),
            ("category".to_owned(), text(self.open.category.as_str())),
            ("district".to_owned(), text(self.open.district.as_str())),
            ("lang".to_owned(), text(self.open.lang.tag())),
            ("sms".to_owned(), AttributeValue::Bool(self.open.contact.sms)),
            ("call".to_owned(), AttributeValue::Bool(self.open.contact.call)),
            ("accused_officer".to_owned(), AttributeValue::Bool(self.open.accused.officer)),
            ("typed".to_owned(), AttributeValue::M(typed.collect())),
            ("fingerprint".to_owned(), text(&self.fingerprint)),
            ("phone_key".to_owned(), text(&self.private.phone_key)),
            ("name_keys".to_owned(), self.private.names_value()),
            ("sealed".to_owned(), self.private.to_value()),
            ("filed_at".to_owned(), text(&when(self.filed_at))),
            ("due_at".to_owned(), text(&when(self.due_at))),
            ("state".to_owned(), text(self.state.tag())),
            ("due_pk".to_owned(), AttributeValue::S(due_shard(self))),
            ("due_sk".to_owned(), AttributeValue::S(keys::at(self.due_at, &pk))),
        ]);
        let mut set = |name: &str, value: Option<String>| value.map(|v| item.insert(name.to_owned(), AttributeValue::S(v)));
        set("station", self.open.station.as_ref().map(ToString::to_string));
        set("accused_station", self.open.accused.station.as_ref().map(ToString::to_string));
        set("accused_above", self.open.accused.above.as_ref().map(ToString::to_string));
        set("hours", self.open.contact.hours.map(|h| h.shown()));
        set("pk", Some(pk));
        item
    }

    fn read(item: &Item) -> Result<PendingFiling, Error> {
        Self::parse(item).ok_or_else(|| Error::corrupt("a filing"))
    }

    fn parse(item: &Item) -> Option<PendingFiling> {
        let text = |name: &str| item.get(name)?.as_s().ok().cloned();
        let yes = |name: &str| item.get(name)?.as_bool().ok().copied();
        let number = Number::parse(&text("number")?)?;
        let hours = optional(text("hours"), SafeHours::parse)?;
        let open = OpenFiling {
            category: CategoryId::parse(&text("category")?)?,
            district: DistrictCode::parse(&text("district")?)?,
            station: optional(text("station"), StationCode::parse)?,
            lang: Lang::parse(&text("lang")?)?,
            contact: SafeContact { sms: yes("sms")?, call: yes("call")?, hours },
            accused: Accused {
                station: optional(text("accused_station"), StationCode::parse)?,
                officer: yes("accused_officer")?,
                above: optional(text("accused_above"), UnitCode::parse)?,
            },
        };
        let typed = item.get("typed").and_then(|v| v.as_m().ok()).cloned().unwrap_or_default();
        let pairs = typed.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_s().ok()?.as_str())));
        let state = FilingState::parse(&text("state")?)?;
        let private = match state {
            FilingState::Pending | FilingState::HandedOver => Private::from_item(number, item)?,
            FilingState::Registered | FilingState::Lapsed => Private::empty(number, text("phone_key")?),
        };
        Some(PendingFiling {
            draft_digest: text("pk")?.strip_prefix("F#")?.to_owned(),
            open,
            typed_open: Typed::from_pairs(pairs),
            fingerprint: text("fingerprint")?,
            private,
            filed_at: moment(&text("filed_at")?)?,
            due_at: moment(&text("due_at")?)?,
            desk: optional(text("desk_pk"), |unit| {
                let unit = keys::unit_of_desk(unit)?;
                let call_by = moment(text("desk_sk")?.split_once('#')?.0)?;
                // Rows that nobody tried do not have it.
                let tries = item.get("tries").and_then(|n| n.as_n().ok()).map_or(Some(0), |n| n.parse().ok())?;
                let looked = optional(item.get("looked_by").and_then(|by| by.as_s().ok()).cloned(), OfficerId::parse)?;
                Some(AtDesk { unit, call_by, tries, looked })
            })?,
            state,
        })
    }
}

pub(crate) fn due_shard(it: &PendingFiling) -> String {
    keys::due_shard(keys::DueKind::Filing, keys::shard_of(&it.private.number))
}

impl Private {
    /// Her phone, opened, as a network wants it; `None` where she has none.
    pub fn e164(&self, key: &DataKey) -> Option<String> {
        self.open(key, E164)
    }
}

impl Store {
    /// Keeps a filing, unless the same form is here already.
    ///
    /// # Errors
    /// Where the table does not answer.
    pub async fn keep_filing(&self, it: &PendingFiling) -> Result<Filed, Error> {
        let put = self
            .client
            .put_item()
            .table_name(&self.tables.main)
            .set_item(Some(it.item()))
            .condition_expression("attribute_not_exists(pk)")
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        match put.send().await {
            Ok(_) => Ok(Filed::New),
            Err(error) => match error.as_service_error() {
                Some(aws_sdk_dynamodb::operation::put_item::PutItemError::ConditionalCheckFailedException(lost)) => {
                    // Whoever was first is the filing; engines that do not return it are asked for it.
                    let stored = match lost.item() {
                        Some(item) => Some(PendingFiling::read(item)?),
                        None => self.filing(&it.draft_digest).await?,
                    };
                    stored.map(|filing| Filed::Already(Box::new(filing))).ok_or(Error::Conflict)
                }
                Some(_) | None => Err(error.into()),
            },
        }
    }

    /// Puts changed answers in the place of `seen`, the earlier ones, while the filing is no complaint yet.
    ///
    /// # Errors
    /// `Conflict` where it was registered, or its key let go, in the meantime.
    pub async fn replace_filing(&self, it: &PendingFiling, seen: FilingState) -> Result<(), Error> {
        let put = self
            .client
            .put_item()
            .table_name(&self.tables.main)
            .set_item(Some(it.item()))
            .condition_expression("#state = :seen")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":seen", AttributeValue::S(seen.tag().to_owned()));
        put.send().await?;
        Ok(())
    }

    /// A filing by the digest of its draft.
    ///
    /// # Errors
    /// Where the table does not answer or the row cannot be read.
    pub async fn filing(&self, draft_digest: &str) -> Result<Option<PendingFiling>, Error> {
        let item = self.get(keys::filing(draft_digest), keys::META.to_owned()).await?;
        item.map(|item| PendingFiling::read(&item)).transpose()
    }

    /// Gives a filing that was never proven to a desk, which finds it in its work by `call_by`, or from the desk that did not call
    /// to another; then it is due again. `above` is the unit of the officer whom she names, if that is above the stations.
    ///
    /// # Errors
    /// `Conflict` where it was proven, called back or written anew in the meantime.
    pub async fn hand_over(&self, it: &PendingFiling, above: Option<&UnitCode>, desk: &UnitCode, call_by: Timestamp) -> Result<(), Error> {
        let pk = keys::filing(&it.draft_digest);
        let desk_sk = keys::at(call_by, &pk);
        let names = if above.is_some() { ", accused_above = :above" } else { "" };
        let update = format!("SET #state = :to, desk_pk = :desk, desk_sk = :by, due_pk = :shard, due_sk = :by{names}");
        let update = self
            .leave(it, &update, FilingState::HandedOver)
            .expression_attribute_values(":shard", AttributeValue::S(due_shard(it)))
            .expression_attribute_values(":desk", AttributeValue::S(keys::desk(desk)))
            .expression_attribute_values(":by", AttributeValue::S(desk_sk));
        let update = match above {
            Some(unit) => update.expression_attribute_values(":above", AttributeValue::S(unit.to_string())),
            None => update,
        };
        update.send().await?;
        Ok(())
    }

    /// Lets a filing go that nobody is to be called for: its words and its key are deleted. It leaves the index
    /// last, so that one whose key is still there is found again.
    ///
    /// # Errors
    /// `Conflict` where it was proven or written anew in the meantime.
    pub async fn lapse(&self, it: &PendingFiling) -> Result<(), Error> {
        if it.state != FilingState::Lapsed {
            self.leave(it, "SET #state = :to REMOVE sealed, typed", FilingState::Lapsed).send().await?;
        }
        self.erase(&it.private.number).await?;
        let done = self
            .on_row(keys::filing(&it.draft_digest), keys::META)
            .update_expression("REMOVE due_pk, due_sk")
            .condition_expression("#state = :lapsed")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":lapsed", AttributeValue::S(FilingState::Lapsed.tag().to_owned()));
        done.send().await?;
        Ok(())
    }

    /// Out of the state it was read in, with the words it was read with: what she has changed since is decided anew.
    pub(crate) fn leave(&self, it: &PendingFiling, update: &str, to: FilingState) -> UpdateItemFluentBuilder {
        self.on_row(keys::filing(&it.draft_digest), keys::META)
            .update_expression(update)
            .condition_expression("#state = :seen AND fingerprint = :words")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":to", AttributeValue::S(to.tag().to_owned()))
            .expression_attribute_values(":seen", AttributeValue::S(it.state.tag().to_owned()))
            .expression_attribute_values(":words", AttributeValue::S(it.fingerprint.clone()))
    }
}
