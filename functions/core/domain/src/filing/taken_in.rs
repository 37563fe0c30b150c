//! A filing that an officer writes down for her: how it came to the desk, and a phone that is hers or none.

use std::ops::Deref;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Filing, Reader, Typed};
use crate::calendar::wall;
use crate::contact::SafeContact;
use crate::fault::{Fault, Field, Flaw};
use crate::phone::Phone;
use crate::policy::{Channel, Policy};
use crate::text::Line;

/// How it came to the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// She came to a station or an office.
    InPerson,
    /// She came to a women's help desk.
    HelpDesk,
    Call,
    Letter,
    /// Another authority sent it on.
    Reference(Source),
}

/// Where a reference comes from. It is sealed with her words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub authority: Line,
    pub number: Line,
    pub date: Date,
}

impl Arrival {
    pub fn channel(&self) -> Channel {
        match self {
            Arrival::InPerson => Channel::WalkIn,
            Arrival::HelpDesk => Channel::Desk,
            Arrival::Call => Channel::Phone,
            Arrival::Letter => Channel::Post,
            Arrival::Reference(_) => Channel::Reference,
        }
    }
}

/// A filing as a desk takes it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskFiling {
    pub filing: Filing<Option<Phone>>,
    pub arrival: Arrival,
}

impl Deref for DeskFiling {
    type Target = Filing<Option<Phone>>;

    fn deref(&self) -> &Filing<Option<Phone>> {
        &self.filing
    }
}

impl DeskFiling {
    /// Reads what was typed. `officers` are the phones that are known of the unit, as a network wants them: none of them is hers.
    ///
    /// # Errors
    /// Every fault of every field, in the order of the form; never an empty list.
    pub fn parse(typed: &Typed, policy: &Policy, officers: &[String], now: Timestamp) -> Result<DeskFiling, Vec<Fault>> {
        let mut read = Reader { typed, faults: Vec::new() };
        let arrival = read.arrival(policy, wall(now).date());
        let filing = Filing::read(&mut read, policy, now, |read, accepts| {
            let none = read.choice(Field::NoPhone, &[("", false), ("no", false), ("yes", true)])?;
            if !none {
                let hers = read.phone(accepts)?;
                return if officers.iter().any(|known| known == hers.e164()) { read.refuse(Flaw::OfficersPhone) } else { Some(Some(hers)) };
            }
            if typed.get(Field::Phone).trim().is_empty() { Some(None) } else { read.refuse(Flaw::PhoneAndNone) }
        });
        let it = || Some(DeskFiling { filing: filing?.reachable(), arrival: arrival? });
        if read.faults.is_empty() { it().ok_or(read.faults) } else { Err(read.faults) }
    }
}

impl Filing<Option<Phone>> {
    /// Without a phone there is nothing to text or to call, whatever was ticked.
    fn reachable(self) -> Self {
        match self.phone {
            Some(_) => self,
            None => Filing { contact: SafeContact { sms: false, call: false, hours: None }, ..self },
        }
    }
}

impl Reader<'_> {
    fn refuse<T>(&mut self, flaw: Flaw) -> Option<T> {
        self.fault(Field::Phone, flaw);
        None
    }

    /// How it came, as far as the service has that way; a reference with the three things that tell where it is from.
    fn arrival(&mut self, policy: &Policy, today: Date) -> Option<Arrival> {
        let service = policy.category(self.typed.get(Field::Category).trim()).map(|(service, _)| service);
        let offered = |channel: &Channel| service.is_none_or(|service| service.at_desk().any(|one| one == *channel));
        match self.with(Field::Channel, |tag| Channel::parse(tag).filter(offered))? {
            Channel::WalkIn => Some(Arrival::InPerson),
            Channel::Desk => Some(Arrival::HelpDesk),
            Channel::Phone => Some(Arrival::Call),
            Channel::Post => Some(Arrival::Letter),
            Channel::Reference => {
                let authority = self.text(Field::Source);
                // Numbers of files do without letters.
                let number = self.note(Field::SourceNumber, Line::parse_any(self.typed.get(Field::SourceNumber)));
                let date = self.day(Field::SourceDate, today);
                Some(Arrival::Reference(Source { authority: authority?, number: number?, date: date? }))
            }
            Channel::Web | Channel::Whatsapp | Channel::Email | Channel::Video => {
                self.fault(Field::Channel, Flaw::UnknownChoice);
                None
            }
        }
    }
}
