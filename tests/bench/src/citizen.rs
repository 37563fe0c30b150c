//! Citizens with browsers: one files, proves and reads; a crowd does it at once.

use std::future::Future;
use std::sync::Arc;
use std::time::Instant;

use cpu_time::ProcessTime;
use domain::number::Number;
use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE, SET_COOKIE};
use serde::Serialize;
use tokio::task::JoinSet;

use crate::made;
use crate::phones::Phones;

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// A browser at one site.
#[derive(Clone)]
pub(crate) struct Browser {
    client: reqwest::Client,
    url: Arc<str>,
}

/// What she has after registration.
#[derive(Clone, Debug)]
pub(crate) struct Filed {
    pub(crate) draft: String,
    pub(crate) code: String,
    pub(crate) number: String,
    pub(crate) cookie: String,
}

impl Browser {
    pub(crate) fn at(url: &str) -> Browser {
        Browser { client: reqwest::Client::new(), url: url.into() }
    }

    /// Sends the form; the answer is the draft that the page hides.
    pub(crate) async fn file(&self, phone: &str) -> Result<String, String> {
        let (page, _) = self.post("/hi/complaints", made::form_body(phone), 202).await?;
        hidden(&page, "draft").ok_or_else(|| "a check page without a draft".to_owned())
    }

    /// Types the code; the answer is the number and the session's cookie.
    pub(crate) async fn confirm(&self, draft: &str, code: &str) -> Result<(String, String), String> {
        let body = made::url_encoded([("draft", draft), ("code", code)]);
        let (page, cookie) = self.post("/hi/complaints/confirm", body, 201).await?;
        let number = number_in(&page).ok_or("a receipt without a number")?;
        Ok((number, cookie.ok_or("a receipt without a session")?))
    }

    /// Files, reads the code from her phone and types it.
    pub(crate) async fn files(&self, phones: &Phones) -> Result<Filed, String> {
        let phone = made::phone();
        let draft = self.file(&phone).await?;
        let code = phones.code(&phone)?;
        let (number, cookie) = self.confirm(&draft, &code).await?;
        Ok(Filed { draft, code, number, cookie })
    }

    /// Opens the complaint's page.
    pub(crate) async fn read(&self, it: &Filed) -> Result<(), String> {
        let call = self.client.get(format!("{}/hi/complaints/{}", self.url, it.number)).header(ACCEPT, "text/html").header(COOKIE, &it.cookie);
        let (page, _) = answer(call, 200).await?;
        if page.contains(&it.number) { Ok(()) } else { Err("a complaint's page without its number".to_owned()) }
    }

    async fn post(&self, path: &str, body: String, wanted: u16) -> Result<(String, Option<String>), String> {
        let call = self.client.post(format!("{}{path}", self.url)).header(ACCEPT, "text/html").header(CONTENT_TYPE, FORM).body(body);
        answer(call, wanted).await
    }
}

async fn answer(call: reqwest::RequestBuilder, wanted: u16) -> Result<(String, Option<String>), String> {
    let response = call.send().await.map_err(|e| format!("ask the site: {e}"))?;
    let status = response.status().as_u16();
    let cookie = response.headers().get(SET_COOKIE).and_then(|v| v.to_str().ok()).and_then(|v| v.split(';').next()).map(str::to_owned);
    let page = response.text().await.map_err(|e| format!("read a page: {e}"))?;
    if status == wanted { Ok((page, cookie)) } else { Err(format!("the site answered {status} where {wanted} was due")) }
}

/// The value of a hidden field.
pub(crate) fn hidden(page: &str, name: &str) -> Option<String> {
    let at = page.find(&format!("name=\"{name}\""))?;
    let start = page[..at].rfind('<')?;
    let tag = &page[start..start + page[start..].find('>')?];
    tag.split("value=\"").nth(1)?.split('"').next().map(str::to_owned)
}

pub(crate) fn number_in(page: &str) -> Option<String> {
    let starts = page.match_indices("LKO").map(|(at, _)| at);
    starts.filter_map(|at| page.get(at..at + 16)).find(|text| Number::parse(text).is_some()).map(str::to_owned)
}

/// How fast a crowd was served.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Pace {
    pub(crate) what: &'static str,
    pub(crate) done: usize,
    pub(crate) seconds: f64,
    pub(crate) per_second: f64,
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
    /// CPU time of the whole process, clients and endpoints included, divided by what was done.
    pub(crate) process_cpu_us_each: f64,
}

/// `citizens` at once, each doing its work `each` times; the first error ends it.
pub(crate) async fn crowd<F, W>(what: &'static str, citizens: usize, each: usize, work: F) -> Result<Pace, String>
where
    F: Fn(usize, usize) -> W + Clone + Send + 'static,
    W: Future<Output = Result<(), String>> + Send + 'static,
{
    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    let mut all = JoinSet::new();
    for citizen in 0..citizens {
        let work = work.clone();
        all.spawn(async move {
            let mut took = Vec::with_capacity(each);
            for n in 0..each {
                let from = Instant::now();
                work(citizen, n).await?;
                took.push(from.elapsed().as_secs_f64() * 1e3);
            }
            Ok::<_, String>(took)
        });
    }
    let mut took = Vec::new();
    while let Some(one) = all.join_next().await {
        took.extend(one.map_err(|e| format!("{what}: {e}"))?.map_err(|e| format!("{what}: {e}"))?);
    }
    let (seconds, cpu) = (wall.elapsed().as_secs_f64(), cpu.elapsed().as_secs_f64());
    took.sort_by(f64::total_cmp);
    let share = |part: f64| took.get(((took.len() as f64 - 1.0) * part) as usize).copied().unwrap_or_default();
    let done = took.len();
    let per_second = done as f64 / seconds;
    Ok(Pace { what, done, seconds, per_second, p50_ms: share(0.5), p99_ms: share(0.99), process_cpu_us_each: cpu * 1e6 / done as f64 })
}
