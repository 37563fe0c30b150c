//! `GET /desk/invite`, `POST /desk/invite` and `POST /desk/recover`: a superior invites an officer to make a passkey; two
//! officers of two units end every passkey of one who has lost them.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Cookie, Desk, Extra, Pairs, Problem};
use domain::account::{Account, INVITATION_LIFE, InviteCode, Recovery};
use domain::command::{Standing, standing, units_from, units_right_below};
use domain::ids::{OfficerId, UnitCode};
use site::page::door::{InviteNotice, InvitePage, InvitedPage};
use store::Error;

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/invite", get(list).post(invite)).route("/desk/recover", get(back).post(recover)).with_state(app)
}

/// The address of a form, opened again later.
async fn back(State(app): State<App>, _: Desk) -> Response {
    app.base().see_other("/desk/invite", Extra { cookie: Cookie::Keep })
}

async fn list(State(app): State<App>, desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let query = query.unwrap_or_default();
    let asked = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "unit").and_then(|(_, code)| UnitCode::parse(&code));
    let page = page(&app, &desk, asked.as_ref(), None).await?;
    Ok(app.base().show(&desk.ask, 200, &page))
}

/// A unit within the officer's own; any other address shows her own.
async fn page(app: &App, desk: &Desk, asked: Option<&UnitCode>, notice: Option<InviteNotice>) -> Result<InvitePage, Problem> {
    let (policy, own) = (app.policy(), &desk.officer.unit);
    let up = |unit: &UnitCode| units_from(policy, unit).into_iter().map(|(_, code)| code).collect::<Vec<_>>();
    let unit = asked.filter(|unit| up(unit).contains(own)).unwrap_or(own);
    let mut way: Vec<UnitCode> = up(unit).into_iter().take_while(|code| code != own).collect();
    way.push(own.clone());
    way.reverse();
    let posted: Vec<OfficerId> = app.store().unit(unit).await?.posted.into_iter().map(|posted| posted.officer.id).collect();
    let mut accounts = app.store().accounts(&posted).await?;
    accounts.retain(|account| account.posting.unit == *unit && standing(policy, &desk.officer, account) == Standing::Above);
    accounts.sort_by(|one, other| one.id.cmp(&other.id));
    let now = app.now();
    Ok(InvitePage {
        head: views::desk_head(policy, &desk.officer, desk.account.keys, &desk.form_token, desk.session),
        way: way.iter().map(|unit| views::unit_shown(policy, unit)).collect(),
        below: units_right_below(policy, unit).iter().map(|unit| views::unit_shown(policy, unit)).collect(),
        officers: accounts.iter().map(|account| views::invitee(policy, account, now)).collect(),
        notice,
    })
}

async fn refused(app: &App, desk: &Desk, notice: InviteNotice, status: u16) -> Result<Response, Problem> {
    let page = page(app, desk, None, Some(notice)).await?;
    Ok(app.base().show(&desk.ask, status, &page))
}

/// The account that a form names, where this officer is something to it.
async fn named(app: &App, desk: &Desk, pairs: &Pairs) -> Result<Option<(Account, Standing)>, Problem> {
    let Some(officer) = OfficerId::parse(&pairs.get("officer").trim().to_ascii_uppercase()) else { return Ok(None) };
    let Some(account) = app.store().account(&officer).await? else { return Ok(None) };
    let standing = standing(app.policy(), &desk.officer, &account);
    Ok(Some((account, standing)))
}

async fn invite(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let Some((account, Standing::Above)) = named(&app, &desk, &pairs).await? else { return refused(&app, &desk, InviteNotice::Refused, 422).await };
    let code = InviteCode::make(seal::random());
    let until = app.now() + INVITATION_LIFE;
    match app.store().invite(&account.id, &seal::digest(code.as_str()), &desk.officer.id, until).await {
        Ok(()) => {}
        Err(Error::Conflict) => return refused(&app, &desk, InviteNotice::Full, 409).await,
        Err(other) => return Err(other.into()),
    }
    tracing::info!(officer = %account.id, by = %desk.officer.id, "an officer was invited to make a passkey");
    Ok(shown(&app, &desk, &account, &code, false))
}

/// The first officer's word is written down; the second's, from another unit, ends what was there.
async fn recover(State(app): State<App>, desk: Desk, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let now = app.now();
    let (account, second, first) = match named(&app, &desk, &pairs).await? {
        Some((account, standing @ (Standing::Above | Standing::Beside))) => {
            let first = account.waiting_recovery(now).cloned();
            (account, standing, first)
        }
        Some((_, Standing::Neither)) | None => return refused(&app, &desk, InviteNotice::Refused, 422).await,
    };
    let Some(first) = first else { return ask(&app, &desk, &account).await };
    if !first.is_confirmed_by(&desk.officer, now) || !is_backed(&app, &account, &first, second).await? {
        return refused(&app, &desk, InviteNotice::Refused, 422).await;
    }
    let code = InviteCode::make(seal::random());
    match app.store().recover(&account.id, &first, &desk.officer, &seal::digest(code.as_str()), now + INVITATION_LIFE).await {
        Ok(()) => {}
        Err(Error::Conflict) => return refused(&app, &desk, InviteNotice::Refused, 409).await,
        Err(other) => return Err(other.into()),
    }
    tracing::warn!(officer = %account.id, first = %first.by, second = %desk.officer.id, "every passkey of an officer was ended");
    Ok(shown(&app, &desk, &account, &code, true))
}

/// Whether one of the two is a superior, and the first is still in office.
async fn is_backed(app: &App, account: &Account, first: &Recovery, second: Standing) -> Result<bool, Problem> {
    let Some(first) = app.store().account(&first.by).await? else { return Ok(false) };
    let Some(first) = first.officer(app.now()) else { return Ok(false) };
    Ok(second == Standing::Above || standing(app.policy(), &first, account) == Standing::Above)
}

async fn ask(app: &App, desk: &Desk, account: &Account) -> Result<Response, Problem> {
    let first = Recovery { by: desk.officer.id.clone(), unit: desk.officer.unit.clone(), until: app.now() + INVITATION_LIFE };
    match app.store().ask_recovery(&account.id, &first, app.now()).await {
        Ok(()) => {}
        Err(Error::Conflict) => return refused(app, desk, InviteNotice::Refused, 409).await,
        Err(other) => return Err(other.into()),
    }
    tracing::warn!(officer = %account.id, by = %desk.officer.id, "a recovery was asked for");
    let notice = InviteNotice::RecoveryAsked { number: account.id.to_string(), until: first.until };
    let page = page(app, desk, None, Some(notice)).await?;
    Ok(app.base().show(&desk.ask, 202, &page))
}

/// The code, on this answer and nowhere else. In the address it stands behind the `#`, which no browser sends.
fn shown(app: &App, desk: &Desk, account: &Account, code: &InviteCode, recovered: bool) -> Response {
    let page = InvitedPage {
        head: views::desk_head(app.policy(), &desk.officer, desk.account.keys, &desk.form_token, desk.session),
        number: account.id.to_string(),
        rank: account.rank.clone(),
        name: account.name.clone(),
        code: code.shown(),
        link: format!("{}/desk/enrol#{}.{}", app.base().passkey_origin(), account.id, code.as_str()),
        until: app.now() + INVITATION_LIFE,
        recovered,
    };
    app.base().show(&desk.ask, 201, &page)
}
