//! Keeps a filing: once for each form and phone, whoever sends it how often.

use boot::{App, Problem};
use domain::fault::Field;
use domain::filing::{Filing, Typed};
use domain::lang::Lang;
use domain::number::Number;
use jiff::SignedDuration;
use seal::{DataKey, Secrets};
use store::{Error, Filed, FilingState, PendingFiling, Private, name_keys};

/// How long a filing waits for its code before it goes to the desk.
const WAITS: SignedDuration = SignedDuration::from_hours(24);

/// What the form has become.
pub(crate) enum Kept {
    /// It waits for the code of this draft.
    Waiting { draft: String, phone_key: String, number: Number },
    /// It is a complaint already; `same` where nothing in it was changed since.
    Registered { number: Number, same: bool },
}

pub(crate) async fn keep(app: &App, secrets: &Secrets, typed: &Typed, filing: &Filing, lang: Lang, replaces: Option<&str>) -> Result<Kept, Problem> {
    let phone_key = secrets.phone(&filing.phone);
    let mut typed = typed.clone();
    if typed.get(Field::IdempotencyKey).trim().is_empty() {
        typed.set(Field::IdempotencyKey, &seal::hex(&seal::random::<16>()));
    }
    let draft = secrets.draft(typed.get(Field::IdempotencyKey), &phone_key);
    let it = Keeping {
        app,
        draft_digest: seal::digest(&draft),
        fingerprint: intake::fingerprint(secrets, &typed),
        phone_key,
        name_keys: name_keys(secrets, typed.get(Field::Name), &filing.district),
        typed: &typed,
        filing,
        lang,
    };
    let number = match app.store().filing(&it.draft_digest).await? {
        None => it.first().await?,
        Some(stored) => it.again(stored).await?,
    };
    let number = match number {
        Ok(number) => number,
        Err(registered) => return Ok(registered),
    };
    if let Some(old) = replaces.filter(|old| *old != draft) {
        it.let_go(&seal::digest(old)).await?;
    }
    Ok(Kept::Waiting { draft, phone_key: it.phone_key, number })
}

struct Keeping<'a> {
    app: &'a App,
    draft_digest: String,
    fingerprint: String,
    phone_key: String,
    name_keys: Vec<String>,
    typed: &'a Typed,
    filing: &'a Filing,
    lang: Lang,
}

/// A number to go on with, or a form that is registered already.
type Going = Result<Number, Kept>;

impl Keeping<'_> {
    async fn first(&self) -> Result<Going, Problem> {
        let (number, key) = self.reserve().await?;
        let pending = self.pending(&number, &key);
        match self.app.store().keep_filing(&pending).await? {
            Filed::New => Ok(Ok(number)),
            Filed::Already(stored) => {
                // Two tabs at once: the other was first, and the number drawn here is nobody's. The same number is this
                // request's own, written by an attempt whose answer was lost: its key seals her words.
                if stored.private.number != number {
                    self.app.store().erase(&number).await?;
                }
                self.again(*stored).await
            }
        }
    }

    async fn again(&self, stored: PendingFiling) -> Result<Going, Problem> {
        let number = stored.private.number.clone();
        let same = stored.fingerprint == self.fingerprint;
        match stored.state {
            FilingState::Registered => Ok(Err(Kept::Registered { number, same })),
            FilingState::Pending if same && self.app.now() < stored.due_at => Ok(Ok(number)),
            FilingState::Pending | FilingState::HandedOver => {
                let (number, key) = match self.app.store().data_key(&number).await? {
                    Some(key) => (number, key),
                    None => self.reserve().await?,
                };
                self.replace(number, &key, stored.state).await
            }
            // Its key is on its way out, or gone: what she writes now has another.
            FilingState::Lapsed => {
                self.app.store().erase(&number).await?;
                let (number, key) = self.reserve().await?;
                self.replace(number, &key, stored.state).await
            }
        }
    }

    async fn replace(&self, number: Number, key: &DataKey, seen: FilingState) -> Result<Going, Problem> {
        self.app.store().replace_filing(&self.pending(&number, key), seen).await?;
        Ok(Ok(number))
    }

    /// A filing that another phone number has taken the place of: nobody is to be called for it.
    async fn let_go(&self, old: &str) -> Result<(), Problem> {
        let Some(stored) = self.app.store().filing(old).await? else { return Ok(()) };
        match self.app.store().lapse(&stored).await {
            Ok(()) | Err(Error::Conflict) => Ok(()),
            Err(other) => Err(other.into()),
        }
    }

    async fn reserve(&self) -> Result<(Number, DataKey), Problem> {
        intake::reserve(self.app, &self.filing.district).await
    }

    fn pending(&self, number: &Number, key: &DataKey) -> PendingFiling {
        let now = self.app.now();
        let mut private = Private::empty(number.clone(), self.phone_key.clone()).named(self.name_keys.clone());
        let typed_open = PendingFiling::seal(self.typed, Some(self.filing.phone.e164()), &mut private, key);
        PendingFiling {
            draft_digest: self.draft_digest.clone(),
            open: self.filing.open_part(self.lang),
            typed_open,
            fingerprint: self.fingerprint.clone(),
            private,
            filed_at: now,
            due_at: now + WAITS,
            desk: None,
            state: FilingState::Pending,
        }
    }
}
