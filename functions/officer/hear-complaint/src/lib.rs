//! `GET /desk/hearings` and `POST /desk/hearings/{move}`: the queue of today for the post that hears. Whoever sits calls the next
//! whom they may hear, and records what came of it together with where it goes.

mod heard;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use boot::{App, Cookie, Desk, Extra, Pairs, Problem, ProblemKind};
use domain::access::role;
use domain::calendar::wall;
use domain::complaint::Complaint;
use domain::decide::{Move, decide};
use domain::event::Actor;
use domain::hearing::queue::{Entry, Queue, Refused, Sitting};
use domain::hearing::{HearingRule, Token};
use domain::number::Number;
use domain::{Date, Timestamp};
use site::page::hearing::{HearingFault, HearingMove, HearingsPage};
use store::Error;

/// How often a step that somebody else was before is decided anew.
const TRIES: u8 = 12;

pub fn routes(app: App) -> Router {
    Router::new().route("/desk/hearings", get(list)).route("/desk/hearings/{move}", post(act).merge(get(back))).with_state(app)
}

/// The address of a form, opened again later: it leads to the queue.
async fn back(State(app): State<App>) -> Response {
    app.base().see_other("/desk/hearings", Extra { cookie: Cookie::Keep })
}

async fn list(State(app): State<App>, desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let room = Room::open(&app, &desk)?;
    let query = query.unwrap_or_default();
    let done = form_urlencoded::parse(query.as_bytes()).find_map(|(name, value)| HearingMove::parse(&value).filter(|_| name == "done"));
    let today = room.today().await?;
    Ok(app.base().show(&desk.ask, 200, &HearingsPage { done, ..room.page(&today) }))
}

async fn act(State(app): State<App>, desk: Desk, path: Result<Path<String>, PathRejection>, pairs: Pairs) -> Result<Response, Problem> {
    desk.owns(&pairs)?;
    let room = Room::open(&app, &desk)?;
    let wanted = path.ok().and_then(|Path(tag)| HearingMove::parse(&tag)).ok_or(ProblemKind::NotFound)?;
    for _ in 0..TRIES {
        let today = room.today().await?;
        match room.makes(&today, wanted, &pairs).await? {
            Tried::Done => {
                let after = room.today().await?;
                room.tells(&after).await?;
                tracing::info!(officer = %desk.officer.id, unit = %desk.officer.unit, made = wanted.tag(), "a step at a hearing was made");
                return Ok(app.base().see_other(&format!("/desk/hearings?done={}", wanted.tag()), Extra { cookie: Cookie::Keep }));
            }
            Tried::Refused(why) => {
                let status = match why {
                    HearingFault::Refused(_) => 409,
                    HearingFault::Form | HearingFault::Station => 422,
                };
                let typed = pairs.iter().filter(|(name, _)| *name != boot::FORM_TOKEN).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                return Ok(app.base().show(&desk.ask, status, &HearingsPage { refused: Some(why), typed, ..room.page(&today) }));
            }
            Tried::Raced => {}
        }
    }
    Err(ProblemKind::Unavailable.into())
}

/// What came of one try.
enum Tried {
    Done,
    Refused(HearingFault),
    /// Somebody else was first: it is looked at again.
    Raced,
}

fn tried(written: Result<(), Error>) -> Result<Tried, Problem> {
    match written {
        Ok(()) => Ok(Tried::Done),
        Err(Error::Conflict) => Ok(Tried::Raced),
        Err(other) => Err(other.into()),
    }
}

fn refused(why: Refused) -> Tried {
    Tried::Refused(HearingFault::Refused(why))
}

/// The queue as it is, and the complaints in it that exist for this officer.
struct Today {
    queue: Queue,
    seen: Vec<Complaint>,
    /// Places whose complaint is closed or somebody else's to hear.
    void: Vec<Entry>,
}

impl Today {
    fn complaint(&self, number: &Number) -> Option<&Complaint> {
        self.seen.iter().find(|it| it.number == *number)
    }
}

/// One officer of the post that hears.
struct Room<'a> {
    app: &'a App,
    desk: &'a Desk,
    rule: &'a HearingRule,
    now: Timestamp,
    day: Date,
}

impl<'a> Room<'a> {
    /// The posts that do not hear find nothing here.
    fn open(app: &'a App, desk: &'a Desk) -> Result<Room<'a>, Problem> {
        let rule = app.policy().hearing.as_ref().filter(|rule| rule.post == desk.officer.post).ok_or(ProblemKind::NotFound)?;
        let now = app.now();
        Ok(Room { app, desk, rule, now, day: wall(now).date() })
    }

    async fn today(&self) -> Result<Today, Problem> {
        let queue = self.app.store().queue(&self.desk.officer.unit, self.day).await?;
        let live = |entry: &&Entry| entry.waits() || entry.is_called();
        let numbers: Vec<Number> = queue.entries.iter().filter(live).map(|entry| entry.number.clone()).collect();
        let all = self.app.store().load_all(&numbers).await?;
        let void = queue.entries.iter().filter(|entry| live(entry) && !all.iter().any(|it| entry.is_of(it))).cloned().collect();
        // The wall and the role are asked of the complaint itself, whatever stands in the queue.
        let mut seen = all;
        seen.retain(|it| role(self.app.policy(), &self.desk.officer, it).is_some() && queue.entries.iter().any(|entry| entry.is_of(it)));
        Ok(Today { queue, seen, void })
    }

    fn page(&self, today: &Today) -> HearingsPage {
        let head = desk::head(self.app, self.desk);
        views::hearings_page(self.app.policy(), self.rule, &self.desk.officer, head, &today.queue, &today.seen, self.now)
    }

    async fn makes(&self, today: &Today, wanted: HearingMove, pairs: &Pairs) -> Result<Tried, Problem> {
        let (officer, unit) = (&self.desk.officer, &self.desk.officer.unit);
        let room = || seal::hex(&seal::random::<16>());
        // A form that was drawn for somebody else does nothing to whoever is called now.
        let mine = || {
            let token = Token::parse(pairs.get("token"));
            today.queue.called_by(&officer.id).filter(|entry| Some(entry.token) == token && today.complaint(&entry.number).is_some())
        };
        let store = self.app.store();
        if matches!(wanted, HearingMove::Call | HearingMove::Rise) && !today.void.is_empty() {
            for entry in &today.void {
                // Many are read at once and may be a moment old; what is let go was looked at by itself.
                if store.load(&entry.number).await?.is_some_and(|it| entry.is_of(&it)) {
                    continue;
                }
                // Somebody else may do the same at this moment.
                match store.put_entry(unit, &entry.lapses(self.now)).await {
                    Ok(()) | Err(Error::Conflict) => {}
                    Err(other) => return Err(other.into()),
                }
            }
            return Ok(Tried::Raced);
        }
        match wanted {
            HearingMove::Sit => {
                if self.rule.hours(&self.app.policy().calendar, self.day).is_none() {
                    return Ok(refused(Refused::NotNow));
                }
                let sitting = Sitting { officer: officer.id.clone(), since: self.now, until: None };
                tried(store.put_sitting(unit, self.day, &sitting).await)
            }
            HearingMove::Rise => {
                let Some(sitting) = today.queue.sitting.iter().find(|it| it.officer == officer.id) else { return Ok(refused(Refused::NotSitting)) };
                if today.queue.called_by(&officer.id).is_some() {
                    return Ok(refused(Refused::Busy));
                }
                let sitting = Sitting { until: Some(self.now), ..sitting.clone() };
                tried(store.put_sitting(unit, self.day, &sitting).await)
            }
            HearingMove::Call => {
                match today.queue.call_next(&officer.id, &room(), |number| today.complaint(number).is_some_and(|it| it.may_be_heard_by(officer)), self.now) {
                    Ok(called) => tried(store.put_entry(unit, &called).await),
                    Err(why) => Ok(refused(why)),
                }
            }
            HearingMove::Again => match mine().map(|entry| entry.renews(&officer.id, &room())) {
                Some(Ok(fresh)) => tried(store.put_entry(unit, &fresh).await),
                Some(Err(why)) => Ok(refused(why)),
                None => Ok(refused(Refused::NotCalled)),
            },
            HearingMove::Free => {
                let token = Token::parse(pairs.get("token"));
                let called = token.and_then(|token| today.queue.entry(token)).filter(|entry| today.complaint(&entry.number).is_some());
                self.frees(today, called).await
            }
            HearingMove::Absent => match mine() {
                Some(entry) => self.absent(today, entry).await,
                None => Ok(refused(Refused::NotCalled)),
            },
            HearingMove::Heard => match mine() {
                Some(entry) => self.heard(entry, pairs).await,
                None => Ok(refused(Refused::NotCalled)),
            },
        }
    }

    /// An officer who calls somebody and is not there any more: she waits again, and the officer sits no more.
    async fn frees(&self, today: &Today, called: Option<&Entry>) -> Result<Tried, Problem> {
        let (officer, unit, store) = (&self.desk.officer, &self.desk.officer.unit, self.app.store());
        if !today.queue.sits(&officer.id) {
            return Ok(refused(Refused::NotSitting));
        }
        let Some((entry, (gone, _))) = called.and_then(|entry| Some((entry, entry.caller()?))) else { return Ok(refused(Refused::NotCalled)) };
        let fresh = match entry.freed(self.rule, self.now) {
            Ok(fresh) => fresh,
            Err(why) => return Ok(refused(why)),
        };
        let sat = today.queue.sitting.iter().find(|it| it.officer == *gone && it.officer != officer.id && it.until.is_none());
        let written = tried(store.put_entry(unit, &fresh).await)?;
        if let (Tried::Done, Some(sat)) = (&written, sat) {
            store.put_sitting(unit, self.day, &Sitting { until: Some(self.now), ..sat.clone() }).await?;
        }
        Ok(written)
    }

    /// Once it is back to the end; the second time her complaint says that she was not there.
    async fn absent(&self, today: &Today, entry: &Entry) -> Result<Tried, Problem> {
        let (officer, unit) = (&self.desk.officer, &self.desk.officer.unit);
        let fresh = match entry.misses(&officer.id, today.queue.end(self.now)) {
            Ok(fresh) => fresh,
            Err(why) => return Ok(refused(why)),
        };
        if fresh.waits() {
            return tried(self.app.store().put_entry(unit, &fresh).await);
        }
        let Some(it) = today.complaint(&entry.number) else { return Ok(refused(Refused::NotCalled)) };
        match decide(it, Move::LeaveHearing, Actor::Officer(officer.id.clone()), self.now) {
            Ok(change) => tried(self.app.store().commit_hearing(&change, None, unit, &fresh).await),
            Err(_) => Ok(refused(Refused::NotNow)),
        }
    }

    /// Those near the front are told, each once, as far as safe contact allows. Who was changed meanwhile is told with the next step.
    async fn tells(&self, today: &Today) -> Result<(), Problem> {
        if today.queue.officers() == 0 {
            return Ok(());
        }
        for entry in today.queue.to_tell(self.rule, self.now) {
            let Some(it) = self.app.store().load(&entry.number).await? else { continue };
            let Ok(change) = decide(&it, Move::TellNear, Actor::System, self.now) else { continue };
            match self.app.store().commit_hearing(&change, None, &self.desk.officer.unit, &entry.told()).await {
                Ok(()) | Err(Error::Conflict) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Ok(())
    }
}
