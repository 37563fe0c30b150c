//! An officer at the console, signed in as the local start alone allows it.

use std::collections::BTreeMap;

use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE, SET_COOKIE};

use crate::town::{Answer, Town, url_encoded};

const FORM: &str = "application/x-www-form-urlencoded";

/// A page of the console without what its session has left, which runs on between two looks.
pub(crate) fn without_seconds(page: &str) -> String {
    let (before, rest) = page.split_once(" data-left=\"").expect("a page of the console");
    let (_, after) = rest.split_once('"').expect("an attribute ends");
    format!("{before}{after}")
}

/// Somebody with a session at the console.
pub(crate) struct Officer<'t> {
    town: &'t Town,
    /// As a browser sends it: name and value.
    pub(crate) cookie: String,
    /// What every form of this session carries.
    pub(crate) form_token: String,
}

impl Town {
    /// Signs an officer in.
    pub(crate) async fn officer(&self, id: &str) -> Officer<'_> {
        let answer = self.send("POST", "/dev/sign-in", &[(CONTENT_TYPE.as_str(), FORM)], format!("officer={id}")).await.expect(303);
        assert_eq!(answer.headers["location"], "/desk/");
        Officer::with(self, answer.headers[SET_COOKIE.as_str()].split(';').next().unwrap())
    }
}

impl<'t> Officer<'t> {
    pub(crate) fn town(&self) -> &'t Town {
        self.town
    }

    /// The session of a cookie, wherever it came from.
    pub(crate) fn with(town: &'t Town, cookie: &str) -> Officer<'t> {
        let token = cookie.rsplit_once('.').expect("officer and token").1;
        let form_token = seal::digest(&format!("form.{token}"))[..32].to_owned();
        Officer { town, cookie: cookie.to_owned(), form_token }
    }

    pub(crate) async fn opens(&self, path: &str) -> Answer {
        self.request("GET", path, "text/html", "").await
    }

    pub(crate) async fn reads(&self, path: &str) -> Answer {
        self.request("GET", path, "application/json", "").await
    }

    /// Sends a form of this session as a browser does.
    pub(crate) async fn submits(&self, path: &str, fields: &BTreeMap<&str, String>) -> Answer {
        self.request("POST", path, "text/html", &self.own(fields)).await
    }

    /// Sends a form of this session as a program does.
    pub(crate) async fn posts(&self, path: &str, fields: &BTreeMap<&str, String>) -> Answer {
        self.request("POST", path, "application/json", &self.own(fields)).await
    }

    fn own(&self, fields: &BTreeMap<&str, String>) -> String {
        let mut fields = fields.clone();
        fields.insert(boot::FORM_TOKEN, self.form_token.clone());
        url_encoded(&fields)
    }

    /// A request with nothing added but the cookie.
    pub(crate) async fn request(&self, method: &str, path: &str, accept: &str, body: &str) -> Answer {
        let mut headers = vec![(ACCEPT.as_str(), accept), (COOKIE.as_str(), self.cookie.as_str())];
        if method == "POST" {
            headers.push((CONTENT_TYPE.as_str(), FORM));
        }
        self.town.send(method, path, &headers, body.to_owned()).await
    }
}
