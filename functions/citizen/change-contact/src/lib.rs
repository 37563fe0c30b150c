//! `POST /{lang}/complaints/{number}/contact` and `…/contact/confirm`: whether, when and at which number she is reached,
//! and the word by which she knows who calls. Another number counts once its code was typed.

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use boot::{App, Ask, Pairs, Problem, ProblemKind};
use codes::{Bound, Codes};
use domain::contact::{SafeContact, SafeHours};
use domain::decide::{Move, decide};
use domain::event::Actor;
use domain::fault::{Fault, Field, Flaw};
use domain::number::Number;
use domain::otp::{Code, Purpose};
use domain::phone::Phone;
use domain::policy::Phones;
use domain::text::{self, Name};
use notify::Outlet;
use seal::DataKey;
use site::page::{CodeEntry, CodeState, ContactPage, ContactState};
use store::{Error, Private, Proven, Reached, Waiting};

/// How often a change that somebody else made first is decided anew.
const TRIES: u8 = 3;

#[derive(Clone)]
struct Here {
    app: App,
    outlet: Outlet,
}

pub fn routes(app: App, outlet: Outlet) -> Router {
    Router::new()
        .route("/{lang}/complaints/{number}/contact", get(asked).post(change))
        .route("/{lang}/complaints/{number}/contact/confirm", get(asked).post(confirm))
        .with_state(Here { app, outlet })
}

type Asked = Result<Path<(String, String)>, PathRejection>;

/// Her complaint's contact as it stands.
struct Opened {
    number: Number,
    contact: SafeContact,
    phones: Phones,
    private: Private,
    key: DataKey,
    /// Whoever found her receipt has not her phone, and does not say where she is reached.
    may_change_number: bool,
}

async fn open(app: &App, ask: &Ask, path: &Asked) -> Result<Result<Opened, Response>, Problem> {
    let typed = path.as_ref().ok().map(|Path((_, typed))| typed.as_str());
    let (number, by_code) = match app.hers(ask, typed).await? {
        Ok(hers) => (hers.number, hers.phone_key.is_some()),
        Err(response) => return Ok(Err(response)),
    };
    let it = app.store().load(&number).await?.ok_or(ProblemKind::NotFound)?;
    let (key, private) = (app.store().data_key(&number).await?, app.store().private(&number).await?);
    let (key, private) = key.zip(private).ok_or(ProblemKind::NotFound)?;
    let phones = app.policy().service(it.service.as_str()).map_or(Phones::India, |service| service.phones);
    let may_change_number = by_code || private.phone_key.is_empty();
    Ok(Ok(Opened { number, contact: it.contact, phones, private, key, may_change_number }))
}

impl Opened {
    /// Who has no phone and gives none is not reached by one, whatever was ticked.
    fn reaches(&self, wanted: Wanted) -> Result<Wanted, Vec<Fault>> {
        let has_phone = !self.private.phone_key.is_empty() || self.private.other_phone(&self.key).is_some() || wanted.phone.is_some();
        if has_phone || !(wanted.contact.sms || wanted.contact.call) { Ok(wanted) } else { Err(vec![Fault { field: Field::Phone, flaw: Flaw::Missing }]) }
    }

    fn page(&self, state: ContactState) -> ContactPage {
        let yes_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let hours = self.contact.hours.map_or_else(String::new, |hours| hours.shown());
        ContactPage {
            number: self.number.clone(),
            state,
            typed: vec![("contact_sms", yes_no(self.contact.sms)), ("contact_call", yes_no(self.contact.call)), ("safe_hours", hours)],
            faults: Vec::new(),
            other_phone: self.private.other_phone(&self.key).and_then(|e164| Phone::parse(&e164, Phones::Any).ok()).map(|phone| phone.masked()),
            has_code_word: self.private.code_word(&self.key).is_some(),
            may_change_number: self.may_change_number,
        }
    }
}

/// What was typed, as values.
struct Wanted {
    contact: SafeContact,
    phone: Option<Phone>,
    code_word: Option<Name>,
}

fn read(pairs: &Pairs, phones: Phones) -> Result<Wanted, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut fault = |field, flaw| faults.push(Fault { field, flaw });
    let mut yes_no = |field: Field| match pairs.get(field.tag()) {
        "yes" => true,
        "no" => false,
        "" => {
            fault(field, Flaw::Missing);
            false
        }
        _ => {
            fault(field, Flaw::UnknownChoice);
            false
        }
    };
    let (sms, call) = (yes_no(Field::ContactSms), yes_no(Field::ContactCall));
    let typed = pairs.get(Field::SafeHours.tag()).trim();
    let hours = SafeHours::parse(typed);
    if hours.is_none() && !typed.is_empty() {
        fault(Field::SafeHours, Flaw::NotHours);
    }
    let typed = pairs.get(Field::Phone.tag()).trim();
    let phone = if typed.is_empty() { None } else { Phone::parse(typed, phones).map_err(|flaw| fault(Field::Phone, flaw.into())).ok() };
    let code_word = match Name::parse(pairs.get("code_word")) {
        Ok(word) => Some(word),
        Err(text::Flaw::Empty) => None,
        Err(flaw) => {
            fault(Field::Name, flaw.into());
            None
        }
    };
    if faults.is_empty() { Ok(Wanted { contact: SafeContact { sms, call, hours }, phone, code_word }) } else { Err(faults) }
}

async fn asked(State(Here { app, .. }): State<Here>, ask: Ask, path: Asked) -> Result<Response, Problem> {
    Ok(match open(&app, &ask, &path).await? {
        Ok(opened) => app.base().show(&ask, 200, &opened.page(ContactState::Ask)),
        Err(response) => response,
    })
}

async fn change(State(Here { app, outlet }): State<Here>, ask: Ask, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    let opened = match open(&app, &ask, &path).await? {
        Ok(opened) => opened,
        Err(response) => return Ok(response),
    };
    let wanted = match read(&pairs, opened.phones).and_then(|wanted| opened.reaches(wanted)) {
        Ok(wanted) => wanted,
        Err(faults) => {
            let typed = ["contact_sms", "contact_call", "safe_hours", "phone", "code_word"].map(|name| (name, pairs.get(name).to_owned())).to_vec();
            return Ok(app.base().show(&ask, 422, &ContactPage { typed, faults, ..opened.page(ContactState::Ask) }));
        }
    };
    if !opened.may_change_number && (wanted.phone.is_some() || wanted.code_word.is_some()) {
        return Ok(app.come_in_again(&ask, Some(opened.number)));
    }
    let word = wanted.code_word.as_ref().map(Name::as_str);
    // Until the new number is proven the old one may be somebody else's to read: it hears less meanwhile, never more.
    let (old, new) = (opened.contact, wanted.contact);
    let contact = if wanted.phone.is_some() { SafeContact { sms: old.sms && new.sms, call: old.call && new.call, hours: old.hours } } else { new };
    if !write(&app, &opened, Some(contact), Reached { code_word: word, ..Reached::default() }).await? {
        return Err(ProblemKind::Unavailable.into());
    }
    let saved = Opened { contact, ..opened };
    let Some(phone) = wanted.phone else {
        let has_code_word = word.is_some() || saved.private.code_word(&saved.key).is_some();
        return Ok(app.base().show(&ask, 200, &ContactPage { has_code_word, ..saved.page(ContactState::Saved) }));
    };
    let secrets = app.secrets().await?;
    let phone_key = secrets.phone(&phone);
    // The same number asked for again keeps the name of its draft, so that a code that is on its way stays good. Only we can make it.
    let mut draft = seal::digest(&format!("{phone_key}.{}", saved.number));
    draft.truncate(40);
    // Kept sealed until its code comes back; until then it counts for nothing.
    let waiting = Waiting { e164: phone.e164().to_owned(), contact: wanted.contact };
    if !write(&app, &saved, None, Reached { waiting: Some((&draft, &waiting)), ..Reached::default() }).await? {
        return Err(ProblemKind::Unavailable.into());
    }
    let codes = Codes { store: app.store(), secrets, now: app.now() };
    let bound = Bound { draft: &draft, phone_key: &phone_key, purpose: Purpose::Contact, number: Some(&saved.number) };
    let (state, expires_at) = views::code_state(codes.send(&outlet, bound, phone.e164(), ask.lang).await?, codes.now);
    let code = CodeEntry { draft, sent_to: Some(phone.masked()), expires_at, state, now: codes.now };
    Ok(app.base().show(&ask, 202, &saved.page(ContactState::Code(code))))
}

async fn confirm(State(Here { app, .. }): State<Here>, ask: Ask, path: Asked, pairs: Pairs) -> Result<Response, Problem> {
    let opened = match open(&app, &ask, &path).await? {
        Ok(opened) => opened,
        Err(response) => return Ok(response),
    };
    if !opened.may_change_number {
        return Ok(app.come_in_again(&ask, Some(opened.number)));
    }
    let draft = pairs.get("draft");
    let codes = Codes { store: app.store(), secrets: app.secrets().await?, now: app.now() };
    let expires_at = codes.holds_until(draft, Purpose::Contact).await?;
    let again = |state, status| {
        let code = CodeEntry { draft: draft.to_owned(), sent_to: None, expires_at, state, now: codes.now };
        Ok(app.base().show(&ask, status, &opened.page(ContactState::Code(code))))
    };
    let Some(code) = Code::parse(pairs.get("code")) else { return again(CodeState::Malformed, 422) };
    let Some(waiting) = opened.private.waiting_phone(&opened.key, draft) else { return again(CodeState::Expired, 422) };
    let tried = codes.check_of(draft, Purpose::Contact, &opened.number, &code).await?;
    if let Some((state, status)) = views::failed_try(&tried) {
        return again(state, status);
    }
    let draft_digest = seal::digest(draft);
    let proven = Proven { e164: &waiting.e164, draft_digest: &draft_digest };
    if !write(&app, &opened, Some(waiting.contact), Reached { phone: Some(proven), ..Reached::default() }).await? {
        // Another request with the same code may have been first.
        let used = app.store().is_used(&draft_digest, Purpose::Contact).await?;
        return if used { again(CodeState::Expired, 422) } else { Err(ProblemKind::Unavailable.into()) };
    }
    let masked = Phone::parse(&waiting.e164, Phones::Any).ok().map(|phone| phone.masked());
    let saved = Opened { contact: waiting.contact, ..opened };
    Ok(app.base().show(&ask, 200, &ContactPage { other_phone: masked, ..saved.page(ContactState::Saved) }))
}

/// Writes the change with what is sealed; without a contact nothing has happened yet. `false` where others were always first.
async fn write(app: &App, opened: &Opened, contact: Option<SafeContact>, reached: Reached<'_>) -> Result<bool, Problem> {
    let Some(contact) = contact else {
        app.store().keep_waiting(&opened.number, &reached, &opened.key).await?;
        return Ok(true);
    };
    for _ in 0..TRIES {
        let it = app.store().load(&opened.number).await?.ok_or(ProblemKind::NotFound)?;
        // The rules let her change this at any stage.
        let change = decide(&it, Move::ChangeContact(contact), Actor::Complainant, app.now()).map_err(|_| ProblemKind::Broken)?;
        match app.store().commit_reached(&change, &reached, &opened.key).await {
            Ok(()) => return Ok(true),
            Err(Error::Conflict) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(false)
}
