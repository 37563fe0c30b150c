//! Made-up people: the officers of one station and a form that holds.

use std::sync::atomic::{AtomicU64, Ordering};

use domain::complaint::Officer;
use domain::ids::{OfficerId, PostId, UnitCode};
use domain::lang::Both;

/// Two women and a man at one station, and nobody anywhere else.
pub(crate) fn officers() -> Result<Vec<(Officer, Option<String>)>, String> {
    let officer = |id: &str, hi: &str, en: &str, woman| {
        Some(Officer {
            id: OfficerId::parse(id)?,
            unit: UnitCode::parse("LKO-ALB")?,
            post: PostId::parse("io")?,
            rank: Both { hi: "उपनिरीक्षक".to_owned(), en: "Sub-Inspector".to_owned() },
            name: Both { hi: hi.to_owned(), en: en.to_owned() },
            woman,
        })
    };
    let all = [("T-1", "सीमा वर्मा", "Seema Verma", true), ("T-2", "प्रिया सिंह", "Priya Singh", true), ("T-3", "अनिल यादव", "Anil Yadav", false)];
    all.into_iter()
        .map(|(id, hi, en, woman)| Some((officer(id, hi, en, woman)?, None)))
        .collect::<Option<_>>()
        .ok_or_else(|| "a made-up officer does not hold".to_owned())
}

/// A phone that no other call gives out.
pub(crate) fn phone() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(100_000_000);
    format!("9{:09}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A form that holds, as it is typed.
pub(crate) fn form(phone: &str) -> Vec<(&'static str, String)> {
    let key = seal::hex(&seal::random::<16>());
    let fields = [
        ("service", "S0"),
        ("category", "S0-4"),
        ("account", "कल शाम बाज़ार में रास्ता रोका। वह कई दिनों से पीछा कर रहा है और घर के बाहर खड़ा रहता है।"),
        ("name", "Sunita देवी"),
        ("relation", "husband"),
        ("relative_name", "राम कुमार"),
        ("phone", phone),
        ("address", "मकान 12, गली 3"),
        ("landmark", "शिव मंदिर"),
        ("district", "LKO"),
        ("station", "LKO-ALB"),
        ("contact_sms", "yes"),
        ("contact_call", "yes"),
        ("idempotency_key", &key),
    ];
    fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
}

/// Fields as a browser sends them.
pub(crate) fn url_encoded<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = String::new();
    for (name, value) in fields {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(name);
        out.push('=');
        for b in value.bytes() {
            if b.is_ascii_alphanumeric() || b"-._".contains(&b) {
                out.push(char::from(b));
            } else {
                out.push('%');
                out.extend([b >> 4, b & 15].into_iter().filter_map(|half| char::from_digit(u32::from(half), 16)).map(|c| c.to_ascii_uppercase()));
            }
        }
    }
    out
}

/// A form that holds, from a phone of its own, as a browser sends it.
pub(crate) fn form_body(phone: &str) -> String {
    let fields = form(phone);
    url_encoded(fields.iter().map(|(name, value)| (*name, value.as_str())))
}
