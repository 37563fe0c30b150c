//! What a desk takes in: the form and the page that reads it back.

use domain::access::{is_at_station, walled};
use domain::complaint::Officer;
use domain::fault::{Fault, Field, Flaw};
use domain::filing::{DeskFiling, Typed};
use domain::ids::StationCode;
use domain::policy::Policy;
use site::page::desk::DeskHead;
use site::page::intake::{IntakeCheckPage, IntakeMatterPage, IntakePage};

/// What is missing before a form can be drawn decides which page comes.
pub enum Intake<'a> {
    Matter(IntakeMatterPage<'a>),
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
        return Intake::Matter(IntakeMatterPage { head, policy, category, district, faults: faults.into_iter().flatten().collect() });
    };
    Intake::Form(Box::new(IntakePage { head, service, category, district, stations: policy.stations_of(&district.code).collect(), typed, faults }))
}

/// Everything to be read back; `None` where the policy does not know the matter or the district.
pub fn intake_check<'a>(policy: &'a Policy, head: DeskHead, who: &Officer, typed: Typed, filing: &DeskFiling) -> Option<IntakeCheckPage<'a>> {
    let (service, category) = policy.category(filing.category.as_str())?;
    let code = |code: &Option<StationCode>| code.as_ref().map(|code| code.as_str().to_owned());
    let (accused, station) = (code(&filing.accused_station), code(&filing.station));
    let officer_named = filing.accused_officer.is_some();
    let station_of = |code: &Option<String>| code.as_deref().and_then(|code| policy.station(code));
    Some(IntakeCheckPage {
        head,
        service,
        category,
        district: policy.district(filing.district.as_str())?,
        station: station_of(&station),
        accused_station: station_of(&accused),
        no_phone: filing.phone.is_none(),
        walled: walled(is_at_station(policy, who), who, accused.as_deref(), officer_named, station.as_deref()),
        typed,
    })
}
