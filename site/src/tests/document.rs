//! The shape of a document: headings, titles, labels, ids, languages.

use std::collections::BTreeSet;

use domain::lang::Lang;

use super::{documents, made};
use crate::{security, static_files};

/// The values of an attribute in a document.
pub(super) fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    html.split(&mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The start tags of an element, without their brackets.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let mark = format!("<{name}");
    let starts = html.split(&mark).skip(1).filter_map(|rest| rest.split('>').next());
    starts.filter(|tag| tag.is_empty() || tag.starts_with([' ', '/'])).collect()
}

fn title(html: &str) -> &str {
    html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or("")
}

#[test]
fn a_page_has_one_heading_and_a_title_that_tells_nothing() {
    for (name, lang, html) in documents() {
        assert!(html.starts_with(&format!("<!DOCTYPE html><html lang=\"{lang}\">")), "{name}");
        assert_eq!(tags(&html, "h1").len(), 1, "{name}");
        let title = title(&html);
        assert!(title.chars().count() > 5, "{name}: {title}");
        for offence in made::OFFENCE {
            assert!(!title.contains(offence), "{name}: {title}");
        }
        assert!(!html.contains("<!>"), "{name}");
        assert_eq!(tags(&html, "main").len(), 1, "{name}");
        let _: Lang = lang;
    }
}

#[test]
fn an_error_says_so_first() {
    for (name, lang, html) in documents() {
        let before = match lang {
            Lang::Hi => "त्रुटि: ",
            Lang::En => "Error: ",
        };
        let wrong = html.contains("class=\"summary\"");
        assert!(!wrong || title(&html).starts_with(before), "{name}: {}", title(&html));
        if wrong {
            let main = html.split("<main").nth(1).unwrap();
            assert!(main.find("class=\"summary\"") < main.find("<h1"), "{name}");
            let summary = tags(&html, "div").into_iter().find(|tag| tag.contains("class=\"summary\"")).unwrap();
            assert!(summary.contains("role=\"alert\"") && summary.contains("tabindex=\"-1\""), "{name}");
        }
    }
}

#[test]
fn ids_are_unique_and_links_within_the_page_arrive() {
    for (name, _, html) in documents() {
        let ids = values(&html, "id");
        let set: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(set.len(), ids.len(), "{name}: {ids:?}");
        for href in values(&html, "href").iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(set.contains(href), "{name}: #{href}");
        }
        for list in values(&html, "aria-describedby").iter().chain(&values(&html, "aria-labelledby")) {
            for id in list.split(' ') {
                assert!(set.contains(id), "{name}: {id}");
            }
        }
        for form in values(&html, "form") {
            assert!(set.contains(form), "{name}: {form}");
        }
    }
}

#[test]
fn a_summary_says_what_stands_beside_the_field() {
    for (name, _, html) in documents() {
        let Some(summary) = html.split("class=\"summary\"").nth(1).and_then(|rest| rest.split("</div>").next()) else { continue };
        for line in summary.split("<a href=\"#").skip(1) {
            let (target, rest) = line.split_once("\">").unwrap();
            let sentence = rest.split("</a>").next().unwrap();
            let beside = html.split(&format!("id=\"{target}-why\"")).nth(1).map(|rest| rest.split("</div>").next().unwrap());
            // A hidden field has no place beside it; its line leads to the card it is about.
            assert!(beside.is_none_or(|beside| beside.contains(sentence)), "{name}: {sentence}");
        }
    }
}

#[test]
fn every_control_has_a_label_and_every_form_checks_on_the_server() {
    for (name, _, html) in documents() {
        let labels: BTreeSet<&str> = values(&html, "for").into_iter().collect();
        let controls = ["input", "select", "textarea"].into_iter().flat_map(|element| tags(&html, element));
        for control in controls.filter(|tag| !tag.contains("type=\"hidden\"")) {
            let tag = format!("{control} ");
            let id = values(&tag, "id");
            assert!(id.first().is_some_and(|id| labels.contains(id)), "{name}: {control}");
            assert!(tag.contains("type=\"radio\"") || tag.contains("autocomplete="), "{name}: {control}");
            assert!(!tag.contains(" required"), "{name}: {control}");
        }
        for form in tags(&html, "form") {
            assert!(format!("{form} ").contains(" novalidate"), "{name}: {form}");
        }
        assert!(!html.contains("*<"), "{name}: a star is no word");
    }
}

#[test]
fn help_and_the_way_out_are_on_every_page_of_hers() {
    for (name, lang, html) in documents().into_iter().filter(|(name, ..)| !name.starts_with("desk-") && !name.starts_with("door-")) {
        let strip = html.find("class=\"strip\"").unwrap();
        assert!(strip < html.find("<main").unwrap(), "{name}");
        assert!(tags(&html, "a").into_iter().any(|tag| tag.contains("href=\"/exit\"") && tag.contains("class=\"exit\"")), "{name}");
        for number in ["112", "1090", "181", "1098", "1930"] {
            assert!(html.contains(&format!("href=\"tel:{number}\"")), "{name}: {number}");
        }
        let other = lang.other();
        let switch = [format!("hreflang=\"{other}\""), format!("name=\"switch\" value=\"{other}\""), format!("action=\"/{other}/complaints/change\"")];
        assert!(switch.iter().any(|mark| html.contains(mark)), "{name}");
    }
}

#[test]
fn a_page_of_the_console_says_who_looks_and_ends_the_session() {
    let desk: Vec<_> = documents().into_iter().filter(|(name, ..)| name.starts_with("desk-")).collect();
    assert!(desk.len() > 50, "{}", desk.len());
    for (name, lang, html) in desk {
        let header = html.split("<main").next().unwrap();
        for text in if lang == Lang::Hi { ["सीमा वर्मा", "थाना आलमबाग"] } else { ["Seema Verma", "Alambagh station"] } {
            assert!(header.contains(text), "{name}: {text}");
        }
        assert!(header.contains("action=\"/desk/sign-out\"") && !html.contains("href=\"/exit\""), "{name}");
        let posts = tags(&html, "form").into_iter().filter(|form| form.contains("method=\"post\"")).count();
        assert_eq!(html.matches("name=\"form_token\" value=\"9f86d081884c7d659a2feaa0c55ad015\"").count(), posts, "{name}: a form without its token");
    }
}

#[test]
fn a_page_at_the_door_says_what_is_needed_and_whose_it_is_to_give() {
    let door: Vec<_> = documents().into_iter().filter(|(name, ..)| name.starts_with("door-")).collect();
    assert!(door.len() > 10, "{}", door.len());
    for (name, lang, html) in door {
        let form = tags(&html, "form");
        assert_eq!(form.len(), 1, "{name}");
        // Until the script knows that passkeys are here, the sentence stands there and the button does not.
        assert!(html.contains(&format!("<p id=\"without\">{}</p>", words::door_without(lang))), "{name}");
        let button = tags(&html, "button")[0];
        assert!(button.contains("hidden"), "{name}: {button}");
        for text in ["data-none", "data-stopped", "data-away"] {
            assert!(!values(form[0], text)[0].is_empty(), "{name}: {text}");
        }
        let other = lang.other();
        assert!(html.contains(&format!("?lang={other}\"")) && html.contains(&format!("lang={lang}")), "{name}");
        assert!(!html.contains("sign-out") && !html.contains("form_token"), "{name}");
    }
}

#[test]
fn nothing_is_fetched_and_the_policy_names_what_is_inlined() {
    for (name, _, html) in documents() {
        for mark in [" style=\"", "@font-face", "@import", "<iframe", "javascript:"] {
            assert!(!html.contains(mark), "{name}: {mark}");
        }
        assert_eq!(values(&html, "src"), Vec::<&str>::new(), "{name}");
        for attribute in html.split(" on").skip(1).filter_map(|rest| rest.split_once('=')).map(|(name, _)| name) {
            assert!(attribute.len() > 12 || !attribute.bytes().all(|b| b.is_ascii_lowercase()), "{name}: on{attribute}");
        }
        assert_eq!(html.matches("<style>").count(), 1, "{name}");
        assert_eq!(html.matches("<script>").count(), 1, "{name}");
        let inlined = |element: &str| {
            let inside = html.split(&format!("<{element}>")).nth(1).unwrap();
            inside.split(&format!("</{element}>")).next().unwrap().to_owned()
        };
        let policy = match name.split('-').next() {
            Some("door") => security::door_policy().to_owned(),
            Some(_) if name.starts_with("desk-pictures") => security::pictures_policy(None),
            Some(files) if files.starts_with("evidence") => security::evidence_policy(None),
            Some(_) | None => security::content_security_policy().to_owned(),
        };
        for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
            let hash = security::hash(&inlined(element));
            let allowed = policy.split("; ").find(|part| part.starts_with(directive)).unwrap();
            assert!(allowed.contains(&format!(" '{hash}'")), "{name}: {element}");
        }
    }
}

#[test]
fn static_files_cover_both_languages_and_the_errors() {
    let files = static_files(&made::policy());
    let has = |path: &str| files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path}"));
    for path in [
        "/",
        "/hi/",
        "/en/",
        "/hi/danger/",
        "/en/file/",
        "/hi/file/S1-2/",
        "/hi/track/",
        "/en/safety/",
        "/hi/privacy/",
        "/404.html",
        "/503.html",
        "/robots.txt",
    ] {
        has(path);
    }
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), files.len());
    let policy: serde_json::Value = serde_json::from_str(&has("/policy.json").body).unwrap();
    assert_eq!(policy["services"][1]["categories"][0]["deadline"]["working_days"], 5);
    assert_eq!(policy["districts"][0]["stations"][0]["name"]["en"], "Alambagh 0");
    // Every link of a static page that leads to a static page arrives.
    for file in files.iter().filter(|file| file.content_type.starts_with("text/html")) {
        for href in values(&file.body, "href").into_iter().filter(|href| href.ends_with('/') && href.starts_with('/')) {
            assert!(paths.contains(href), "{}: {href}", file.path);
        }
    }
}
