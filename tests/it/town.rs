//! A town to test in: the whole product over its own embedded table, and the people who use it.
//! Dropping it asserts that no text is left unsent.

use std::collections::BTreeMap;
use std::time::Duration;

use boot::Clock;
use domain::account::Account;
use domain::complaint::Officer;
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::Both;
use domain::phone::Phone;
use domain::policy::Phones;
use local::seed::Seed;
use local::sns::Sms;
use local::{Local, Options, Running};
use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;
use serde_json::{Value, json};

use crate::table::text;

/// When a town's clock starts: a working day, after the morning's digests, so that no test depends on the day it is run.
pub(crate) const TUESDAY: &str = "2026-11-24T10:00:00+05:30";

/// The running product.
pub(crate) struct Town {
    /// Nothing where the town is another process.
    pub(crate) running: Option<Running>,
    url: String,
    client: reqwest::Client,
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Answer {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("no JSON ({e}) in {} {}", self.status, self.body))
    }

    #[track_caller]
    pub(crate) fn text(&self, name: &str) -> String {
        self.json()[name].as_str().unwrap_or_else(|| panic!("no {name} in {}", self.body)).to_owned()
    }

    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// The value of a hidden field.
    #[track_caller]
    pub(crate) fn hidden(&self, name: &str) -> String {
        let at = self.body.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name} in {}", self.body));
        let tag_start = self.body[..at].rfind('<').unwrap();
        let tag = &self.body[tag_start..tag_start + self.body[tag_start..].find('>').unwrap()];
        tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    }
}

/// Somebody with a phone and a browser.
pub(crate) struct Citizen<'t> {
    town: &'t Town,
    pub(crate) phone: String,
    pub(crate) lang: &'static str,
    cookie: std::sync::Mutex<Option<String>>,
}

/// What she has after registration.
#[derive(Clone, Debug)]
pub(crate) struct Filed {
    pub(crate) number: String,
    pub(crate) receipt: String,
    pub(crate) body: Value,
}

impl Town {
    pub(crate) async fn new() -> Town {
        Town::with(Options { seed: Seed::Empty, jobs: false, ..Options::default() }).await
    }

    pub(crate) async fn with(options: Options) -> Town {
        let clock = options.clock.or_else(|| Some(Clock::movable(TUESDAY.parse().ok())));
        let options = Options { clock, rights: Some(include_str!("../../infra/template.yaml")), ..options };
        let running = local::start(options).await.unwrap();
        let town = Town { url: running.url.clone(), running: Some(running), client: client() };
        town.posts(&officers()).await;
        town
    }

    /// Posts officers from now on, each with an account.
    pub(crate) async fn posts(&self, officers: &[(Officer, Option<String>)]) {
        let accounts: Vec<Account> = officers.iter().map(|(officer, _)| Account::of(officer, self.app().now())).collect();
        self.app().store().put_officers(officers).await.unwrap();
        self.app().store().put_accounts(&accounts).await.unwrap();
    }

    /// A town that runs as a process of its own.
    pub(crate) fn outside(url: &str) -> Town {
        Town { running: None, url: url.to_owned(), client: client() }
    }

    pub(crate) fn local(&self) -> &Local {
        &self.running.as_ref().unwrap().local
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn app(&self) -> &boot::App {
        &self.local().jobs.app
    }

    pub(crate) fn citizen(&self, phone: &str) -> Citizen<'_> {
        Citizen { town: self, phone: phone.to_owned(), lang: "hi", cookie: std::sync::Mutex::default() }
    }

    /// Moves the clock as the page of `/dev` does, and goes on where it stopped on the way.
    pub(crate) async fn advance(&self, by: &str) -> Value {
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        let mut answer = self.send("POST", "/dev/clock", &headers, format!("advance={by}")).await.expect(200).json();
        while let Some(left) = answer["left"].as_str() {
            answer = self.send("POST", "/dev/clock", &headers, format!("advance={left}")).await.expect(200).json();
        }
        answer
    }

    pub(crate) async fn fault(&self, outlet: &str, mode: &str) {
        let body = format!("outlet={outlet}&mode={mode}&delay=PT4S");
        self.send("POST", "/dev/fault", &[("content-type", "application/x-www-form-urlencoded")], body).await.expect(200);
    }

    /// Every text that left, after the stream was read to its end.
    pub(crate) async fn texts(&self) -> Vec<Sms> {
        self.local().jobs.drain().await;
        self.local().inbox.texts()
    }

    pub(crate) async fn texts_to(&self, phone: &str) -> Vec<Sms> {
        self.texts().await.into_iter().filter(|sms| sms.to.ends_with(phone)).collect()
    }

    pub(crate) async fn get(&self, path: &str, json: bool) -> Answer {
        let accept = if json { "application/json" } else { "text/html" };
        self.send("GET", path, &[("accept", accept)], String::new()).await
    }

    /// A form of the console says where it comes from, unless its headers say it already.
    pub(crate) async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<reqwest::Body>) -> Answer {
        let says = headers.iter().any(|(name, _)| matches!(*name, "origin" | "sec-fetch-site"));
        let own = (method == "POST" && path.starts_with("/desk/") && !says).then(|| ("origin", self.url()));
        self.send_as_it_is(method, path, &headers.iter().copied().chain(own).collect::<Vec<_>>(), body).await
    }

    /// The same with nothing added.
    pub(crate) async fn send_as_it_is(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<reqwest::Body>) -> Answer {
        self.try_send(method, &format!("{}{path}", self.url()), headers, body.into()).await.unwrap()
    }

    /// A request to the database itself.
    pub(crate) async fn send_to(&self, url: &str, headers: &[(&str, &str)], body: String) -> Answer {
        self.try_send("POST", url, headers, body.into()).await.unwrap()
    }

    async fn try_send(&self, method: &str, url: &str, headers: &[(&str, &str)], body: reqwest::Body) -> Result<Answer, reqwest::Error> {
        let mut request = self.client.request(method.parse().unwrap(), url).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await?;
        let status = response.status().as_u16();
        let headers = response.headers().iter().map(|(n, v)| (n.to_string(), v.to_str().unwrap_or_default().to_owned())).collect();
        Ok(Answer { status, headers, body: response.text().await? })
    }
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().redirect(Policy::none()).timeout(Duration::from_secs(120)).build().unwrap()
}

impl Drop for Town {
    fn drop(&mut self) {
        if std::thread::panicking() || self.running.is_none() {
            // What the template does not allow ends in a 503 like any other: here is why.
            for said in self.running.iter().flat_map(|running| running.local.jobs.functions.refused()) {
                eprintln!("{said}");
            }
            return;
        }
        let local = self.local().clone();
        let waiting = tokio::task::block_in_place(|| {
            tokio::runtime::Handle::current().block_on(async {
                local.jobs.drain().await;
                local.jobs.app.store().waiting().await.unwrap()
            })
        });
        assert_eq!(waiting, 0, "texts were left unsent");
        assert_eq!(self.local().jobs.functions.refused(), [""; 0], "the template has to allow what the functions do");
    }
}

impl<'t> Citizen<'t> {
    pub(crate) fn town(&self) -> &'t Town {
        self.town
    }

    pub(crate) fn in_english(mut self) -> Citizen<'t> {
        self.lang = "en";
        self
    }

    /// A form that holds. Every test that wants another one changes a field of it.
    pub(crate) fn form(&self) -> BTreeMap<&'static str, String> {
        BTreeMap::from(
            [
                ("service", "S0"),
                ("category", "S0-4"),
                ("account", "कल शाम बाज़ार में रास्ता रोका।"),
                ("name", "Sunita देवी"),
                ("relation", "husband"),
                ("relative_name", "राम कुमार"),
                ("phone", &self.phone),
                ("address", "मकान 12, गली 3"),
                ("landmark", "शिव मंदिर"),
                ("district", "LKO"),
                ("station", "LKO-ALB"),
                ("contact_sms", "yes"),
                ("contact_call", "yes"),
                ("idempotency_key", &seal::hex(&seal::random::<16>())),
            ]
            .map(|(name, value)| (name, value.to_owned())),
        )
    }

    pub(crate) fn form_with(&self, changes: &[(&'static str, &str)]) -> BTreeMap<&'static str, String> {
        let mut form = self.form();
        form.extend(changes.iter().map(|(name, value)| (*name, (*value).to_owned())));
        form
    }

    /// Sends a form as a program does.
    pub(crate) async fn post(&self, path: &str, fields: &BTreeMap<&str, String>) -> Answer {
        self.request("POST", path, "application/json", Some(("application/json", json!(fields).to_string()))).await
    }

    /// Sends a form as a browser does.
    pub(crate) async fn submit(&self, path: &str, fields: &BTreeMap<&str, String>) -> Answer {
        let body = url_encoded(fields);
        self.request("POST", path, "text/html", Some(("application/x-www-form-urlencoded", body))).await
    }

    pub(crate) async fn opens(&self, path: &str) -> Answer {
        self.request("GET", path, "text/html", None).await
    }

    pub(crate) async fn reads(&self, path: &str) -> Answer {
        self.request("GET", path, "application/json", None).await
    }

    /// Like `post`, for a server that may go away.
    pub(crate) async fn try_post(&self, path: &str, fields: &BTreeMap<&str, String>) -> Option<Answer> {
        let url = format!("{}/{}{path}", self.town.url(), self.lang);
        let headers = [(ACCEPT.as_str(), "application/json"), (CONTENT_TYPE.as_str(), "application/json")];
        self.town.try_send("POST", &url, &headers, json!(fields).to_string().into()).await.ok()
    }

    async fn request(&self, method: &str, path: &str, accept: &str, body: Option<(&str, String)>) -> Answer {
        let path = format!("/{}{path}", self.lang);
        let cookie = self.cookie.lock().unwrap().clone();
        let mut headers = vec![(ACCEPT.as_str(), accept)];
        headers.extend(cookie.as_deref().map(|value| (COOKIE.as_str(), value)));
        let (kind, body) = body.unwrap_or_default();
        if !kind.is_empty() {
            headers.push((CONTENT_TYPE.as_str(), kind));
        }
        let answer = self.town.send(method, &path, &headers, body).await;
        if let Some(line) = answer.headers.get(SET_COOKIE.as_str()) {
            *self.cookie.lock().unwrap() = Some(line.split(';').next().unwrap().to_owned());
        }
        answer
    }

    /// The last code that came to her phone.
    pub(crate) async fn code(&self) -> String {
        let texts = self.town.texts_to(&self.phone).await;
        let last = texts.iter().rfind(|sms| sms.template == "otp").expect("a code came");
        last.text.chars().filter(char::is_ascii_digit).take(6).collect()
    }

    pub(crate) async fn codes(&self) -> usize {
        self.town.texts_to(&self.phone).await.iter().filter(|sms| sms.template == "otp").count()
    }

    /// How many of her phone's places for codes are taken.
    pub(crate) async fn sends(&self) -> usize {
        let phone = Phone::parse(&self.phone, Phones::Any).unwrap();
        let key = self.town.app().secrets().await.unwrap().phone(&phone);
        let row = self.town.rows(&local::tables().main).await.into_iter().find(|row| text(row, "pk") == format!("P#{key}"));
        row.and_then(|row| row["sends"]["L"].as_array().map(Vec::len)).unwrap_or_default()
    }

    pub(crate) async fn confirm(&self, draft: &str, code: &str) -> Answer {
        self.post("/complaints/confirm", &fields(&[("draft", draft), ("code", code)])).await
    }

    /// Files, types the code, and has a number.
    pub(crate) async fn files(&self) -> Filed {
        self.files_with(&[]).await
    }

    pub(crate) async fn files_with(&self, changes: &[(&'static str, &str)]) -> Filed {
        let draft = self.post("/complaints", &self.form_with(changes)).await.expect(202).text("draft");
        let answer = self.confirm(&draft, &self.code().await).await.expect(201);
        Filed { number: answer.text("number"), receipt: answer.text("receipt"), body: answer.json() }
    }
}

pub(crate) fn fields<'a>(pairs: &[(&'a str, &str)]) -> BTreeMap<&'a str, String> {
    pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

pub(crate) fn url_encoded(fields: &BTreeMap<&str, String>) -> String {
    let byte = |b: u8| if b.is_ascii_alphanumeric() || b"-._".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") };
    let escape = |text: &str| text.bytes().map(byte).collect::<String>();
    fields.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect::<Vec<_>>().join("&")
}

/// The phone of the station's head, and of the top.
pub(crate) const SHO: &str = "+919812388801";
pub(crate) const TOP: &str = "+919812388802";

/// An officer at a post, as the tests need one.
pub(crate) fn officer(id: &str, unit: &str, post: &str, woman: bool) -> Officer {
    Officer {
        id: OfficerId::parse(id).unwrap(),
        unit: UnitCode::parse(unit).unwrap(),
        post: PostId::parse(post).unwrap(),
        rank: Both { hi: "उपनिरीक्षक".into(), en: "Sub-Inspector".into() },
        name: Both { hi: format!("सीमा {id}"), en: format!("Seema {id}") },
        woman,
    }
}

/// Two women and a man at one station with its head, somebody at the top, and nobody anywhere else.
fn officers() -> Vec<(Officer, Option<String>)> {
    vec![
        (officer("T-1", "LKO-ALB", "io", true), None),
        (officer("T-2", "LKO-ALB", "io", true), None),
        (officer("T-3", "LKO-ALB", "io", false), None),
        (officer("T-4", "LKO-ALB", "sho", true), Some(SHO.to_owned())),
        (officer("T-5", "UP", "state", false), Some(TOP.to_owned())),
    ]
}

impl Citizen<'_> {
    /// Goes on with a session that was opened before.
    pub(crate) fn has(&self, cookie: &str) {
        *self.cookie.lock().unwrap() = Some(cookie.to_owned());
    }

    /// The session's cookie, as a thief would copy it.
    pub(crate) fn cookie(&self) -> String {
        self.cookie.lock().unwrap().clone().expect("a session is open")
    }
}

impl Citizen<'_> {
    /// The last code, without reading the stream: the table may be away.
    pub(crate) async fn code_only(&self) -> String {
        let texts = self.town.local().inbox.texts();
        let last = texts.iter().rfind(|sms| sms.template == "otp" && sms.to.ends_with(&self.phone)).expect("a code came");
        last.text.chars().filter(char::is_ascii_digit).take(6).collect()
    }
}
