//! What single pages promise: the code field, the receipt, the clock, discretion.

use domain::lang::Lang;

use super::{documents, made};

fn of(name: &str, lang: Lang) -> String {
    let wanted = format!("{name}.{lang}");
    documents().into_iter().find(|(it, ..)| *it == wanted).unwrap_or_else(|| panic!("{wanted}")).2
}

#[test]
fn there_is_one_code_field_and_a_browser_knows_it() {
    for name in ["check", "check-wrong", "track-code"] {
        let html = of(name, Lang::Hi);
        assert_eq!(html.matches("name=\"code\"").count(), 1, "{name}");
        for mark in ["inputmode=\"numeric\"", "autocomplete=\"one-time-code\"", "pattern=\"\\d{6}\""] {
            assert_eq!(html.matches(mark).count(), 1, "{name}: {mark}");
        }
    }
    assert!(!of("check-locked", Lang::Hi).contains("name=\"code\""));
}

#[test]
fn a_shared_phone_remembers_nothing_of_a_look_up() {
    for lang in Lang::ALL {
        for name in ["track", "track-code"] {
            let html = of(name, lang);
            let kept: Vec<&str> = super::document::values(&html, "autocomplete").into_iter().filter(|it| !matches!(*it, "off" | "one-time-code")).collect();
            assert!(kept.is_empty() && html.contains("autocomplete"), "{name}: {kept:?}");
        }
    }
}

#[test]
fn each_state_of_a_code_has_its_own_words() {
    let names = ["check", "check-not-sent", "check-wait", "check-short", "check-wrong", "check-wrong-last", "check-expired", "check-locked"];
    for lang in Lang::ALL {
        let texts: std::collections::BTreeSet<String> = names.iter().map(|name| of(name, lang)).collect();
        assert_eq!(texts.len(), names.len());
        assert!(of("check-wrong", lang).contains(&words::code_wrong(lang, 3)));
    }
}

#[test]
fn a_receipt_holds_all_that_she_needs() {
    for lang in Lang::ALL {
        let html = of("receipt", lang);
        for text in ["LKO26-", "4821 0937 5560 1284", words::receipt_once(lang), "Diwali", "data-print", "sms:?body="] {
            let text = if lang == Lang::Hi && text == "Diwali" { "दीपावली" } else { text };
            assert!(html.contains(text), "{lang}: {text}");
        }
        // What may leave the phone says nothing about the matter.
        let shared = html.split("wa.me/?text=").nth(1).unwrap().split('"').next().unwrap();
        assert!(shared.contains("LKO26-") && !shared.contains("http"), "{shared}");
    }
    let discreet = of("receipt-no-texts", Lang::Hi);
    assert!(discreet.contains(words::receipt_texts_no(Lang::Hi)));
}

#[test]
fn the_clock_is_said_in_words_before_it_is_drawn() {
    for lang in Lang::ALL {
        let late = of("complaint-overdue", lang);
        assert!(late.contains(words::status_late(lang)) && late.contains(words::status_late_text(lang)));
        assert!(late.find(words::status_late(lang)) < late.find("<svg"));
        assert!(of("complaint-short", lang).contains(words::status_short(lang)));
        assert!(of("complaint-top", lang).contains(words::status_top(lang)));
        assert!(of("complaint", lang).contains(words::status_on_time(lang)));
    }
}

#[test]
fn the_form_asks_for_eight_answers_at_most() {
    let html = of("form", Lang::Hi);
    let asked = html.matches("class=\"field\"").count();
    let optional = html.matches("class=\"opt\"").count();
    // A relation and its name are one answer; matter and district were chosen on the pages before.
    assert!(asked - optional - 1 + 2 <= 8, "{asked} - {optional}");
    assert_eq!(made::policy().districts.len(), 90);
}

#[test]
fn a_page_for_one_person_is_found_by_no_search() {
    for (name, _, html) in documents() {
        let public = ["home", "danger", "choose", "safety", "privacy", "begin", "track", "suggestions"].iter().any(|start| name.starts_with(start));
        let public = public && !name.starts_with("track-code");
        assert_eq!(!html.contains("content=\"noindex\""), public, "{name}");
        assert_eq!(html.contains("name=\"description\" content=\""), public, "{name}: what a search says of it");
    }
}
