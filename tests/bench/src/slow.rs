//! The whole way of a citizen over a slow network: bytes and time to each page.

use std::fmt;
use std::io::Read as _;
use std::time::{Duration, Instant};

use flate2::read::GzDecoder;
use local::{Options, Running};
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use serde::Serialize;

use crate::citizen::{FORM, hidden, number_in};
use crate::link::{Link, Slowness};
use crate::made;
use crate::report::Machine;

/// What of a page came over the link.
#[derive(Debug, Serialize)]
struct Step {
    page: &'static str,
    bytes_up: u64,
    bytes_down: u64,
    seconds: f64,
}

/// The way as a table.
#[derive(Debug, Serialize)]
pub(crate) struct SlowReport {
    machine: Machine,
    round_trip_ms: u32,
    bits_per_second: u32,
    steps: Vec<Step>,
    bytes: u64,
    seconds: f64,
}

/// Walks it.
pub(crate) fn measure(round_trip_ms: u32, bits_per_second: u32) -> Result<SlowReport, String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|e| format!("start a runtime: {e}"))?;
    let slow = Slowness { round_trip: Duration::from_millis(round_trip_ms.into()), bits_per_second };
    let steps = runtime.block_on(walk(slow))?;
    let bytes = steps.iter().map(|it| it.bytes_up + it.bytes_down).sum();
    let seconds = steps.iter().map(|it| it.seconds).sum();
    Ok(SlowReport { machine: Machine::here(), round_trip_ms, bits_per_second, steps, bytes, seconds })
}

/// A browser that keeps its cookie and its connection.
struct Phone<'a> {
    client: Client,
    link: &'a Link,
    cookie: String,
    steps: Vec<Step>,
}

async fn walk(slow: Slowness) -> Result<Vec<Step>, String> {
    let site = local::start(Options { jobs: false, ..Options::default() }).await?;
    let link = Link::before(site.url.trim_start_matches("http://"), slow).await?;
    let client = Client::builder().redirect(Policy::none()).build().map_err(|e| format!("make a browser: {e}"))?;
    let mut her = Phone { client, link: &link, cookie: String::new(), steps: Vec::new() };

    for (page, path) in [("home", "/hi/"), ("in danger now?", "/hi/danger/"), ("what is it about", "/hi/file/"), ("before the form", "/hi/file/S0-4/")] {
        her.opens(page, path).await?;
    }
    her.opens("the form", "/hi/complaints/new?category=S0-4&district=LKO").await?;
    let number = made::phone();
    let checked = her.sends("answers checked, code sent", "/hi/complaints", &made::form_body(&number)).await?;
    let draft = hidden(&checked, "draft").ok_or("a check page without a draft")?;
    let typed = made::url_encoded([("draft", draft.as_str()), ("code", &code(&site, &number)?)]);
    let receipt = her.sends("code typed: number and receipt", "/hi/complaints/confirm", &typed).await?;
    let filed = number_in(&receipt).ok_or("a receipt without a number")?;
    let hers = format!("/hi/complaints/{filed}");
    her.opens("her complaint", &hers).await?;
    for (page, end) in [("how she is reached", "contact"), ("photos and papers", "evidence"), ("hearing", "hearing"), ("receipt as PDF", "receipt.pdf")] {
        her.opens(page, &format!("{hers}/{end}")).await?;
    }
    her.opens("leave", "/exit").await?;

    her.opens("where is my complaint", "/hi/track/").await?;
    let asked = made::url_encoded([("number", filed.as_str()), ("phone", &number)]);
    let sent = her.sends("code sent", "/hi/track", &asked).await?;
    let draft = hidden(&sent, "draft").ok_or("a page for the code without a draft")?;
    let typed = made::url_encoded([("draft", draft.as_str()), ("code", &code(&site, &number)?)]);
    her.sends("code typed: her complaint", "/hi/track/confirm", &typed).await?;
    her.opens("everything from her phone", "/hi/complaints").await?;
    Ok(her.steps)
}

/// The last code that came to this phone.
fn code(site: &Running, phone: &str) -> Result<String, String> {
    let texts = site.local.inbox.texts();
    let last = texts.iter().rfind(|sms| sms.template == "otp" && sms.to.ends_with(phone)).ok_or("no code came to a phone")?;
    Ok(last.text.chars().filter(char::is_ascii_digit).take(6).collect())
}

impl Phone<'_> {
    async fn opens(&mut self, page: &'static str, path: &str) -> Result<String, String> {
        let call = self.client.get(format!("{}{path}", self.link.url));
        self.shown(page, call).await
    }

    async fn sends(&mut self, page: &'static str, path: &str, body: &str) -> Result<String, String> {
        let call = self.client.post(format!("{}{path}", self.link.url)).header(CONTENT_TYPE, FORM).body(body.to_owned());
        self.shown(page, call).await
    }

    /// The page that stands there at last: what is only the way to another page counts as that page's.
    async fn shown(&mut self, page: &'static str, call: RequestBuilder) -> Result<String, String> {
        let ((up, down), from) = (self.link.carried(), Instant::now());
        let (mut body, mut to) = self.answer(page, call).await?;
        while let Some(path) = to.filter(|path| path.starts_with('/')) {
            let call = self.client.get(format!("{}{path}", self.link.url));
            (body, to) = self.answer(page, call).await?;
        }
        let seconds = from.elapsed().as_secs_f64();
        let (up_now, down_now) = self.link.carried();
        self.steps.push(Step { page, bytes_up: up_now - up, bytes_down: down_now - down, seconds });
        Ok(body)
    }

    /// One answer and where it sends her.
    async fn answer(&mut self, page: &'static str, call: RequestBuilder) -> Result<(String, Option<String>), String> {
        let call = call.header(ACCEPT, "text/html").header(ACCEPT_ENCODING, "gzip").header(COOKIE, self.cookie.clone());
        let response = call.send().await.map_err(|e| format!("{page}: {e}"))?;
        let status = response.status();
        let said = |name| response.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let (cookie, to, packed) = (said(SET_COOKIE), said(LOCATION), said(CONTENT_ENCODING).is_some());
        if let Some(cookie) = cookie {
            self.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        }
        let body = response.bytes().await.map_err(|e| format!("{page}: {e}"))?;
        if !(status.is_success() || status.is_redirection()) {
            return Err(format!("{page}: the site answered {status}"));
        }
        let mut text = Vec::new();
        if packed {
            GzDecoder::new(&body[..]).read_to_end(&mut text).map_err(|e| format!("{page}: unpack it: {e}"))?;
        } else {
            text.extend_from_slice(&body);
        }
        Ok((String::from_utf8_lossy(&text).into_owned(), to))
    }
}

impl fmt::Display for SlowReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.machine)?;
        writeln!(
            f,
            "{} ms there and back, {} bit/s each way; bytes with headers, pages in gzip as the network in front packs them,",
            self.round_trip_ms, self.bits_per_second
        )?;
        writeln!(
            f,
            "one connection kept open, no page kept in the browser; a first visit in the cloud has the handshake of TLS on top: a round trip and about 3 KB"
        )?;
        writeln!(f, "    {:<34} {:>9} {:>9} {:>9}", "page", "bytes up", "down", "seconds")?;
        for Step { page, bytes_up, bytes_down, seconds } in &self.steps {
            writeln!(f, "    {page:<34} {bytes_up:>9} {bytes_down:>9} {seconds:>9.2}")?;
        }
        writeln!(f, "    {:<34} {:>19} {:>9.2}", "the whole way", self.bytes, self.seconds)
    }
}
