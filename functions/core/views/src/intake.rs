//! What a desk takes in: the form and the page that reads it back.

use domain::access::Viewer;
use domain::complaint::{Accused, Officer};
use domain::fault::{Fault, Field, Flaw};
use domain::filing::{DeskFiling, Typed};
use domain::ids::StationCode;
use domain::policy::Policy;
use site::page::desk::DeskHead;
use site::page::intake::{IntakeCheckPage, IntakeMatterPage, IntakePage};

/// What is missing before a form can be drawn decides which page comes.
pub enum Intake<'a> {
    Matter(Box<IntakeMatterPage<'a>>),
    Form(Box<IntakePage<'a>>),
}

/// The form of a desk for what was typed so far; before a matter and a district are known, the page that asks for them.
/// `asked` says that somebody has chosen already.
pub fn intake_page<'a>(policy: &'a Policy, head: DeskHead, typed: Typed, faults: Vec<Fault>, asked: bool) -> Intake<'a> {
    let chosen = |field| typed.get(field).trim().to_owned();
    let (category, district) = (chosen(Field::Category), chosen(Field::District));
    let found = policy.category(&category).filter(|(service, _)| service.at_desk().next().is_some());
    let place = policy.district_called(&district);
    let (Some((service, category)), Some(district)) = (found, place) else {
        let missing = |field, text: &str, known: bool| {
            let flaw = if text.is_empty() { Flaw::Missing } else { Flaw::UnknownChoice };
            (asked && !known).then_some(Fault { field, flaw })
        };
        let faults = [missing(Field::Category, &category, found.is_some()), missing(Field::District, &district, place.is_some())];
        let faults = faults.into_iter().flatten().collect();
        return Intake::Matter(Box::new(IntakeMatterPage { head, policy, category, district, faults }));
    };
    Intake::Form(Box::new(IntakePage { head, service, category, district, stations: policy.stations_of(&district.code).collect(), typed, faults }))
}

/// Everything to be read back; `None` where the policy does not know the matter or the district.
pub fn intake_check<'a>(policy: &'a Policy, head: DeskHead, who: &Officer, typed: Typed, filing: &DeskFiling) -> Option<IntakeCheckPage<'a>> {
    let (service, category) = policy.category(filing.category.as_str())?;
    let station_of = |code: &Option<StationCode>| code.as_ref().and_then(|code| policy.station(code.as_str()));
    // Whether somebody above the stations bears the name that she gave is asked when it is written down.
    let accused = Accused { station: filing.accused_station.clone(), officer: filing.accused_officer.is_some(), above: None };
    Some(IntakeCheckPage {
        head,
        service,
        category,
        district: policy.district(filing.district.as_str())?,
        station: station_of(&filing.station),
        accused_station: station_of(&filing.accused_station),
        no_phone: filing.phone.is_none(),
        walled: Viewer::of(policy, who).is_walled_off(&accused, filing.station.as_ref()),
        typed,
    })
}
