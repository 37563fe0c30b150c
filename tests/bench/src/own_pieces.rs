//! The pure pieces of the three requests, each called by itself.

use std::hint::black_box;

use axum::Router;
use axum::body::Body;
use axum::http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, HeaderValue};
use axum::http::{Method, Request};
use axum::routing::any;
use boot::{Ask, Pairs};
use domain::decide::{Move, decide};
use domain::duty::{choose, on_duty};
use domain::event::{Actor, TextKey};
use domain::fault::Field;
use domain::filing::{Filing, Typed};
use domain::lang::Lang;
use domain::number::Number;
use domain::otp::{Code, Purpose};
use seal::{DataKey, KeyRing};
use site::page::{CodeEntry, CodeState, Page};
use store::{PendingFiling, Private};

use crate::bare::Prepared;
use crate::citizen::Filed;
use crate::own_code::{Desk, Piece, post};
use crate::tape::Noted;
use crate::{cpu, made};

/// The pieces of one request.
pub(crate) struct Pieces {
    pub(crate) list: Vec<Piece>,
    pub(crate) gzip_us: f64,
}

/// The pieces of all three.
pub(crate) struct All {
    pub(crate) file: Pieces,
    pub(crate) confirm: Pieces,
    pub(crate) read: Pieces,
}

pub(crate) fn measure(desk: &Desk, filed: &Filed, read: &[Noted]) -> Result<All, String> {
    let app = &desk.town.app;
    let (policy, now) = (app.policy(), app.now());
    let secrets = desk.runtime.block_on(app.secrets()).map_err(|_| "derive the keys")?;
    let time = |what, call: &mut dyn FnMut() -> Result<(), String>| Ok::<_, String>(Piece { what, us: cpu::each(desk.calls, call)? });

    // What the three requests work on.
    let fields = made::form(&made::phone());
    let pairs = || fields.iter().map(|(name, value)| (*name, value.as_str()));
    let typed = Typed::from_pairs(pairs());
    let filing = Filing::parse(&typed, policy, now).map_err(|faults| format!("a made-up form has faults: {faults:?}"))?;
    let phone_key = secrets.phone(&filing.phone);
    let number = Number::parse(&filed.number).ok_or("a recorded number")?;
    let (complaint, events) = desk.runtime.block_on(app.store().history(&number)).map_err(|e| e.to_string())?.ok_or("a recorded complaint")?;
    let code = Code::make(seal::random());
    let entry = || CodeEntry { draft: filed.draft.clone(), sent_to: Some(filing.phone.masked()), expires_at: now, state: CodeState::Sent, now };
    let check =
        || views::check_page(policy, typed.clone(), entry()).map(|page| site::render(&Page::Check(page), Lang::Hi)).ok_or_else(|| "a check page".to_owned());
    let receipt = || site::render(&Page::Receipt(Box::new(views::receipt_page(policy, &complaint, &secrets.receipt(&number)))), Lang::Hi);
    let shown = || Page::Complaint(Box::new(views::complaint_page(policy, &complaint, &events, now)));

    let (door, gzip_us) = door(desk, Method::POST, &made::form_body(&made::phone()), check()?)?;
    let (branch, _) = desk.runtime.block_on(KeyRing::memory().new_branch("2026-01-01")).map_err(|e| e.to_string())?;
    let key = DataKey::random();
    let file = vec![
        door,
        time("read the fields and hold them against the policy", &mut || {
            let typed = Typed::from_pairs(pairs());
            black_box(Filing::parse(&typed, policy, now)).map(drop).map_err(|_| "a fault".to_owned())
        })?,
        time("its secret names: phone, draft, fingerprint", &mut || {
            let phone_key = secrets.phone(&filing.phone);
            let draft = seal::digest(&secrets.draft(typed.get(Field::IdempotencyKey), &phone_key));
            let all: Vec<&str> = Typed::FIELDS.iter().map(|field| typed.get(*field).trim()).collect();
            black_box((draft, secrets.fingerprint(&all.join("\u{1f}"))));
            Ok(())
        })?,
        time("a number, a key, the key wrapped", &mut || {
            let number = Number::make(&filing.district, 2026, seal::random()).unwrap_or_else(|| number.clone());
            black_box(branch.wrap(number.as_str(), &DataKey::random()));
            Ok(())
        })?,
        time("seal what tells who she is", &mut || {
            let mut private = Private::empty(number.clone(), phone_key.clone());
            black_box(PendingFiling::seal(&typed, Some(filing.phone.e164()), &mut private, &key));
            Ok(())
        })?,
        time("a code, its hash, its text", &mut || {
            let code = Code::make(seal::random());
            black_box(secrets.code(&filed.draft, &phone_key, Purpose::File, &code));
            black_box(app.base().texts().render(TextKey::Otp, Lang::Hi, &[("code", code.digits()), ("minutes", "5")]));
            Ok(())
        })?,
        time("draw the check page", &mut || check().map(black_box).map(drop))?,
    ];

    let (door, confirm_gzip) = self::door(desk, Method::POST, &made::url_encoded([("draft", filed.draft.as_str()), ("code", "123456")]), receipt())?;
    let open = filing.open_part(Lang::Hi);
    let officers: Vec<_> = made::officers()?.into_iter().map(|(officer, _)| (officer, 0)).collect();
    let confirm = vec![
        door,
        time("hash the code and compare", &mut || {
            let mac = secrets.code(&filed.draft, &phone_key, Purpose::File, &code);
            black_box((seal::digest(&filed.draft), seal::same(&mac, &[0; 32])));
            Ok(())
        })?,
        time("decide and register: clock, ladder, officer", &mut || {
            let registered = open.register(number.clone(), policy, now).ok_or("a category without a ladder")?;
            let rung = registered.complaint.holder();
            let crew = on_duty(&officers, &rung.post, &[], now);
            let officer = choose(&registered.complaint, &rung.unit, &rung.post, &crew).ok_or("nobody on duty")?.officer.clone();
            black_box(decide(&registered.complaint, Move::Assign { officer, until: None }, Actor::System, now))
                .map(drop)
                .map_err(|refusal| format!("{refusal:?}"))
        })?,
        time("a session's token", &mut || {
            black_box(seal::digest(&seal::hex(&seal::random::<32>())));
            Ok(())
        })?,
        time("draw the receipt page", &mut || {
            black_box(receipt());
            Ok(())
        })?,
    ];

    let page = shown();
    let (door, read_gzip) = self::door(desk, Method::GET, "", site::render(&page, Lang::Hi))?;
    let read = vec![
        door,
        time("number and token read", &mut || {
            black_box((Number::parse(&filed.number), seal::digest(&filed.cookie)));
            Ok(())
        })?,
        rows(desk, &number, read)?,
        time("rows to what the page needs", &mut || {
            black_box(shown());
            Ok(())
        })?,
        time("draw the complaint's page", &mut || {
            black_box(site::render(&page, Lang::Hi));
            Ok(())
        })?,
    ];
    Ok(All { file: Pieces { list: file, gzip_us }, confirm: Pieces { list: confirm, gzip_us: confirm_gzip }, read: Pieces { list: read, gzip_us: read_gzip } })
}

/// Our layers and readers around a page that is ready, and what compressing it adds.
fn door(desk: &Desk, method: Method, body: &str, page: String) -> Result<(Piece, f64), String> {
    let page = axum::body::Bytes::from(page);
    let answer = |page: axum::body::Bytes| ([(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], page);
    let routes = match method {
        Method::POST => any(move |ask: Ask, pairs: Pairs| async move {
            black_box((ask, pairs));
            answer(page)
        }),
        _ => any(move |ask: Ask| async move {
            black_box(ask);
            answer(page)
        }),
    };
    let router = boot::harden(Router::new().route("/{lang}/door", routes), desk.town.app.base());
    let request = |zipped: bool| {
        let mut request = match method {
            Method::POST => post("/hi/door", body)?,
            _ => Request::get("/hi/door").header(ACCEPT, "text/html").body(Body::empty()).map_err(|e| e.to_string())?,
        };
        if zipped {
            request.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        }
        Ok::<_, String>(request)
    };
    let answered = |zipped| desk.call(&router, 200, request(zipped)?).map(drop);
    let (plain, zipped) = cpu::both(desk.calls, || answered(false), || answered(true))?;
    Ok((Piece { what: "the door: route, layers, form read, headers", us: plain }, zipped - plain))
}

/// Reading the rows of a complaint: the store's query less the same query by the bare client.
fn rows(desk: &Desk, number: &Number, noted: &[Noted]) -> Result<Piece, String> {
    let query = noted.iter().find(|(operation, _)| operation == "Query").ok_or("a track read without a query")?;
    let query = Prepared::from(query)?;
    let store = desk.town.app.store();
    let ours = || desk.runtime.block_on(store.history(number)).map(black_box).map(drop).map_err(|e| e.to_string());
    let bare = || {
        desk.runtime.block_on(query.send(&desk.client));
        Ok(())
    };
    let (ours, bare) = cpu::both(desk.calls, ours, bare)?;
    Ok(Piece { what: "read the rows (query through the store less the bare query)", us: ours - bare })
}
