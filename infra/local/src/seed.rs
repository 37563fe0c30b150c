//! What a local start begins with: the demo officers and, on demand, any number of complaints.

use std::io::Write as _;

use boot::App;
use domain::account::Account;
use domain::calendar::wall;
use domain::complaint::Officer;
use domain::decide::Change;
use domain::fault::Field;
use domain::filing::{Filing, Typed};
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::{Both, Lang};
use domain::number::Number;
use jiff::{SignedDuration, Span};
use store::{PendingFiling, Private};

use crate::desks::write_sample;

/// The district whose desks have a roster in the demo set, and for how many days.
const ROSTERED: &str = "LKO";
const DAYS_BEFORE: u16 = 4;
const DAYS_AHEAD: u16 = 28;

/// What to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seed {
    /// Officers at their stations, some empty posts, and a roster for one district.
    Demo,
    Empty,
    /// The demo set, and so many complaints, filed over the last days.
    Complaints(u32),
}

impl std::str::FromStr for Seed {
    type Err = String;

    fn from_str(text: &str) -> Result<Seed, String> {
        match text {
            "demo" => Ok(Seed::Demo),
            "empty" => Ok(Seed::Empty),
            n => n.parse().map(Seed::Complaints).map_err(|_| "say demo, empty or a number of complaints".to_owned()),
        }
    }
}

/// Sows what was asked for.
///
/// # Errors
/// The text says what could not be written.
pub async fn sow(app: &App, seed: Seed) -> Result<(), String> {
    let complaints = match seed {
        Seed::Empty => return Ok(()),
        Seed::Demo => 0,
        Seed::Complaints(n) => n,
    };
    if app.store().unit(&marker()?).await.map_err(|e| e.to_string())?.posted.is_empty() {
        demo(app).await?;
        // Written last: a start that was cut short sows again.
        mark(app).await?;
    }
    for n in 0..complaints {
        adopt(app, n).await?;
        if n % 100 == 99 || n + 1 == complaints {
            eprint!("\rseeding {} of {complaints} complaints", n + 1);
            // A progress line that cannot be shown is no reason to stop.
            let _ = std::io::stderr().flush();
        }
    }
    if complaints > 0 {
        eprintln!();
    }
    Ok(())
}

/// The demo set: officers, posts that nobody holds, and a roster for one district.
async fn demo(app: &App) -> Result<(), String> {
    let policy = app.policy();
    let officers = demo_officers(app)?;
    let vacancies = policy_in_force::demo_vacancies(policy).map_err(|m| m.to_string())?;
    app.store().put_officers(&officers).await.map_err(|e| format!("write the officers: {e}"))?;
    accounts(app, &officers).await?;
    app.store().put_vacancies(&vacancies).await.map_err(|e| format!("write the empty posts: {e}"))?;
    if let Some(district) = policy.district(ROSTERED) {
        // From some days ago on: made-up complaints were filed since.
        let first = wall(app.now()).date().saturating_sub(Span::new().days(DAYS_BEFORE));
        write_sample(app, district, first, DAYS_BEFORE + DAYS_AHEAD).await.map_err(|e| format!("write the roster: {e}"))?;
    }
    Ok(())
}

/// Says in the table that the demo set must not be sown any more.
pub(crate) async fn mark(app: &App) -> Result<(), String> {
    let nobody = |hi: &str, en: &str| Both { hi: hi.to_owned(), en: en.to_owned() };
    let (id, post) = OfficerId::parse("SEEDED").zip(PostId::parse("seeded")).ok_or("a marker")?;
    let mark = Officer { id, unit: marker()?, post, rank: nobody("–", "–"), name: nobody("–", "–"), woman: false };
    app.store().put_officers(&[(mark, None)]).await.map_err(|e| format!("write the officers: {e}"))
}

fn marker() -> Result<UnitCode, String> {
    UnitCode::parse("SEEDED").ok_or_else(|| "a marker".to_owned())
}

fn demo_officers(app: &App) -> Result<Vec<(Officer, Option<String>)>, String> {
    policy_in_force::demo_officers(app.policy()).map_err(|m| m.to_string())
}

/// Writes what the officers sign in to; who has an account keeps its passkeys.
pub(crate) async fn accounts(app: &App, officers: &[(Officer, Option<String>)]) -> Result<(), String> {
    let accounts: Vec<Account> = officers.iter().map(|(officer, _)| Account::of(officer, app.now())).collect();
    app.store().put_accounts(&accounts).await.map_err(|e| format!("write the accounts: {e}"))
}

/// Takes in one made-up complaint, as it would stand after its registration.
async fn adopt(app: &App, n: u32) -> Result<(), String> {
    let (change, private) = made_up(app, n).await?;
    app.store().adopt(&change, &private).await.map_err(|e| format!("write a complaint: {e}"))
}

async fn made_up(app: &App, n: u32) -> Result<(Change, Private), String> {
    let policy = app.policy();
    let categories: Vec<_> = policy.services.iter().flat_map(|s| &s.categories).collect();
    let category = categories[n as usize % categories.len()];
    let station = &policy.stations[(n as usize * 7) % policy.stations.len()];
    let phone = format!("9{:09}", 100_000_000 + u64::from(n));
    let typed = Typed::from_pairs([
        (Field::Category.tag(), category.id.as_str()),
        (Field::Account.tag(), "नमूना: यह शिकायत दिखाने के लिए बनाई गई है।"),
        (Field::Name.tag(), "नमूना देवी"),
        (Field::Relation.tag(), "none"),
        (Field::Phone.tag(), &phone),
        (Field::District.tag(), station.district.as_str()),
        (Field::Station.tag(), station.code.as_str()),
        (Field::Address.tag(), "नमूना गली"),
    ]);
    let then = app.now() - SignedDuration::from_mins(i64::from(n % 5000));
    let filing = Filing::parse(&typed, policy, then).map_err(|faults| format!("a made-up filing has faults: {faults:?}"))?;
    let (number, key) = loop {
        let drawn = Number::make(&filing.district, domain::calendar::wall(then).year(), seal::random());
        let Some(number) = drawn else { continue };
        match app.store().reserve(&number, then).await {
            Ok(key) => break (number, key),
            Err(store::Error::Conflict) => {}
            Err(other) => return Err(format!("reserve a number: {other}")),
        }
    };
    let secrets = app.secrets().await.map_err(|_| "derive the keys")?;
    let name_keys = store::name_keys(secrets, typed.get(Field::Name), &filing.district);
    let mut private = Private::empty(number.clone(), secrets.phone(&filing.phone)).named(name_keys);
    PendingFiling::seal(&typed, Some(filing.phone.e164()), &mut private, &key);
    let registered = filing.open_part(Lang::Hi).register(number, policy, then).ok_or("a category without a ladder")?;
    let change = duty::assigned(app.store(), policy, registered, then).await.map_err(|e| e.to_string())?;
    Ok((change, private))
}
