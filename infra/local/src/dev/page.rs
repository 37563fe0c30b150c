//! The frame of the `/dev` pages.

use axum::response::Html;
use domain::policy::{District, Policy};

/// A page with its own small style; `body` is markup whose texts went through [`escaped`].
pub(super) fn framed(title: &str, body: &str) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width,initial-scale=1'>\
         <title>{title}</title><style>\
         body{{font:16px/1.6 'Noto Sans Devanagari',system-ui,sans-serif;max-width:44rem;margin:1.5rem auto;padding:0 1rem;background:#faf8f4;color:#1b2433}}\
         nav a{{margin-right:1rem;display:inline-block}}a{{color:#0e5a5e}}h1{{font-size:1.4rem}}\
         .sms{{background:#fff;border:1px solid #d9d3c7;border-radius:14px 14px 14px 2px;padding:.7rem 1rem;margin:.8rem 0;max-width:30rem;overflow-wrap:anywhere}}\
         .sms p{{margin:0 0 .4rem;font-size:1.05rem;white-space:pre-wrap}}small{{color:#4a5568;display:block}}\
         button{{font:inherit;font-weight:700;padding:.5rem 1rem;margin:.2rem .3rem .2rem 0;border:0;border-radius:6px;background:#0e5a5e;color:#fff}}\
         input,select{{font:inherit;padding:.4rem}}table{{border-collapse:collapse;width:100%}}td,th{{text-align:left;border-bottom:1px solid #d9d3c7;padding:.3rem .5rem;vertical-align:top}}\
         summary{{cursor:pointer;font-weight:700;padding:.5rem 0;color:#0e5a5e}}h2{{font-size:1.1rem;margin:1.6rem 0 .3rem}}td{{overflow-wrap:anywhere}}td:first-child{{white-space:nowrap}}.now{{font-size:1.3rem;font-weight:700}}</style>\
         <nav><a href=/hi/>Site</a><a href=/dev/inbox>Inbox</a><a href=/dev/clock>Clock</a><a href=/dev/duty>Duty</a><a href=/dev/fault>Faults</a><a href=/dev/officers>Officers</a><a href=/dev/gallery>Gallery</a></nav><h1>{title}</h1>{body}"
    ))
}

/// Text as the inside of an element or attribute.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// The district with the most stations: there is the most to see.
pub(super) fn capital(policy: &Policy) -> Option<&District> {
    policy.districts.iter().max_by_key(|district| policy.stations_of(&district.code).count())
}

/// Every district as the options of a choice.
pub(super) fn district_options(policy: &Policy, chosen: &District) -> String {
    let option = |district: &District| {
        let selected = if district.code == chosen.code { " selected" } else { "" };
        format!("<option value={}{selected}>{}", escaped(district.code.as_str()), escaped(&district.name.en))
    };
    policy.districts.iter().map(option).collect()
}
