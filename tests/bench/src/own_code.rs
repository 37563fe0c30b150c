//! (c) CPU of our own code for each request, on one thread, with every answer of the table there at once:
//! the whole request less the same SDK calls alone, and beside it the pieces that can be called by themselves.

use std::sync::Arc;

use aws_sdk_dynamodb::Client;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE};
use boot::Clock;
use domain::lang::Lang;
use domain::otp::Code;
use domain::phone::Phone;
use domain::policy::Phones;
use http_body_util::BodyExt as _;
use serde::Serialize;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

use crate::bare::Prepared;
use crate::made;
use crate::own_pieces::{All, Pieces};
use crate::tape::{Noted, Recorded, Tape};
use crate::town::{Town, bare_client};
use crate::wire::{Mode, Wire};
use crate::{cpu, own_pieces};

/// Where nothing answers: no request of this section leaves the process.
const NOWHERE: &str = "http://127.0.0.1:9";

#[derive(Debug, Serialize)]
pub(crate) struct OwnCode {
    pub(crate) label: &'static str,
    pub(crate) requests: Vec<Own>,
}

/// One request, in microseconds of CPU.
#[derive(Debug, Serialize)]
pub(crate) struct Own {
    pub(crate) what: &'static str,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) pieces_sum_us: f64,
    pub(crate) whole_us: f64,
    pub(crate) sdk_us: f64,
    pub(crate) sdk_calls: usize,
    /// The whole less the SDK.
    pub(crate) own_us: f64,
    /// What compressing the page adds where the browser asks for it.
    pub(crate) gzip_us: f64,
}

#[derive(Debug, Serialize)]
pub(crate) struct Piece {
    pub(crate) what: &'static str,
    pub(crate) us: f64,
}

/// A request: its name, the status it must have, and how it is made.
pub(crate) type Made<'a> = (&'static str, u16, &'a dyn Fn() -> Result<Request<Body>, String>);

/// What the measuring of a request works with.
pub(crate) struct Desk {
    pub(crate) runtime: Runtime,
    pub(crate) town: Town,
    pub(crate) client: Client,
    router: Router,
    pub(crate) calls: u32,
}

pub(crate) fn measure(recorded: &Recorded, calls: u32) -> Result<OwnCode, String> {
    let desk = Desk::over(&recorded.tape, Clock::movable(None), Town::router, calls)?;
    let filed = recorded.filed.first().ok_or("nothing was recorded")?;
    let form = made::form_body(&made::phone());
    let code = made::url_encoded([("draft", filed.draft.as_str()), ("code", filed.code.as_str())]);
    let read = Get { path: format!("/hi/complaints/{}", filed.number), cookie: filed.cookie.clone() };

    let tape = &recorded.tape;
    let requests: [Made<'_>; 3] = [
        ("track read: GET /complaints/{number}", 200, &|| read.request()),
        ("file: POST /complaints", 202, &|| post("/hi/complaints", &form)),
        ("confirm: POST /complaints/confirm", 201, &|| post("/hi/complaints/confirm", &code)),
    ];
    let noted = requests.iter().map(|request| desk.noted(tape, request)).collect::<Result<Vec<_>, _>>()?;
    // Reads first: after a minute the recorded session would be written anew with each look.
    let compared = requests.iter().zip(&noted).map(|(request, noted)| desk.compare(request, noted)).collect::<Result<Vec<_>, _>>()?;
    let All { file, confirm, read } = own_pieces::measure(&desk, filed, &noted[0])?;
    let measured = requests.iter().zip(compared).zip([read, file, confirm]);
    let requests = measured.map(|((&(what, ..), (whole_us, sdk_us, sdk_calls)), Pieces { list, gzip_us })| {
        let pieces_sum_us = list.iter().map(|piece| piece.us).sum();
        Own { what, pieces: list, pieces_sum_us, whole_us, sdk_us, sdk_calls, own_us: whole_us - sdk_us, gzip_us }
    });
    let requests = requests.collect();
    Ok(OwnCode {
        label: "CPU time of one thread, no sockets: the SDK's client finds every answer in memory. whole = routes, layers, our code and the SDK; \
                sdk = the same calls by the bare client with values prepared beforehand (copying them counts as the SDK's, and for the code's text SNS \
                with its template); own = whole - sdk. The pieces are called by themselves, in a loop and so with warm caches; what own has beyond their \
                sum is that, turning values into rows and back, axum and the futures between",
        requests,
    })
}

pub(crate) struct Get {
    pub(crate) path: String,
    pub(crate) cookie: String,
}

impl Get {
    pub(crate) fn request(&self) -> Result<Request<Body>, String> {
        let request = Request::get(&self.path).header(ACCEPT, "text/html").header(COOKIE, &self.cookie);
        request.body(Body::empty()).map_err(|e| e.to_string())
    }
}

pub(crate) fn post(path: &str, body: &str) -> Result<Request<Body>, String> {
    let request = Request::post(path).header(ACCEPT, "text/html").header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(Body::from(body.to_owned())).map_err(|e| e.to_string())
}

impl Desk {
    /// Routes over a tape, on a runtime of this thread alone.
    pub(crate) fn over(tape: &Arc<Tape>, clock: Clock, router: fn(&Town) -> Router, calls: u32) -> Result<Desk, String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| format!("start a runtime: {e}"))?;
        let replay = || Mode::Replay(tape.clone());
        let town = Town::by(clock, NOWHERE, NOWHERE, replay(), Mode::Texts)?;
        let client = bare_client(&Wire::new(replay()), NOWHERE);
        Ok(Desk { runtime, router: router(&town), town, client, calls })
    }

    /// The SDK's calls in a request, once everything that a warm function keeps is there.
    pub(crate) fn noted(&self, tape: &Tape, (_, wanted, request): &Made<'_>) -> Result<Vec<Noted>, String> {
        self.call(&self.router, *wanted, request()?)?;
        drop(tape.notes(true));
        self.call(&self.router, *wanted, request()?)?;
        Ok(tape.notes(false))
    }

    /// The whole request against the same calls by the bare client: the CPU of each, and how many calls those are.
    pub(crate) fn compare(&self, (what, wanted, request): &Made<'_>, noted: &[Noted]) -> Result<(f64, f64, usize), String> {
        let prepared = noted.iter().map(Prepared::from).collect::<Result<Vec<_>, _>>()?;
        // Only the first step sends a code.
        let text = *wanted == 202;
        let phone = Phone::parse(&made::phone(), Phones::India).map_err(|_| "a made-up phone does not hold")?;
        let code = Code::make(seal::random());
        let whole = || self.call(&self.router, *wanted, request()?).map(drop);
        let sdk = || {
            self.runtime.block_on(async {
                for call in &prepared {
                    call.send(&self.client).await;
                }
                if text {
                    self.town.outlet.send_code(phone.e164(), Lang::Hi, &code).await.map_err(|e| e.to_string())?;
                }
                Ok(())
            })
        };
        self.town.wire.take();
        let mut requests = 0;
        let counted = || {
            requests += 1;
            whole()
        };
        let (whole_us, sdk_us) = cpu::both(self.calls, counted, sdk)?;
        let made: u64 = self.town.wire.take().values().sum();
        if made != requests * noted.len() as u64 {
            return Err(format!("{what}: {made} calls in {requests} requests, where each has {}: the recording no longer fits", noted.len()));
        }
        Ok((whole_us, sdk_us, noted.len() + usize::from(text)))
    }

    /// One request through a router; the answer is the page.
    pub(crate) fn call(&self, router: &Router, wanted: u16, request: Request<Body>) -> Result<Vec<u8>, String> {
        self.runtime.block_on(async {
            let response = router.clone().oneshot(request).await.map_err(|e| e.to_string())?;
            let status = response.status().as_u16();
            let page = response.into_body().collect().await.map_err(|e| format!("read a page: {e}"))?.to_bytes();
            if status == wanted { Ok(page.to_vec()) } else { Err(format!("a request over recorded answers gave {status} where {wanted} was due")) }
        })
    }
}
