//! What the console promises: the next move first, nothing typed lost, nobody named before she is opened, no search in an address.

use std::collections::BTreeSet;

use domain::access::DeskMove;
use domain::lang::Lang;
use domain::suggestion::WordingFlaw;

use super::{documents, made};
use crate::examples::examples;
use crate::page::Page;
use crate::page::desk::{CasePage, FormFault, Identity, Outcome, WorklistPage};
use crate::render;

fn case(name: &str) -> CasePage {
    let policy = made::policy();
    let found = examples(&policy).into_iter().find(|(it, _)| *it == name).unwrap_or_else(|| panic!("{name}")).1;
    let Page::Case(it) = found else { panic!("{name} is no case") };
    *it
}

fn worklist(name: &str) -> WorklistPage {
    let policy = made::policy();
    let found = examples(&policy).into_iter().find(|(it, _)| *it == name).unwrap_or_else(|| panic!("{name}")).1;
    let Page::Worklist(it) = found else { panic!("{name} is no worklist") };
    *it
}

fn drawn(it: CasePage, lang: Lang) -> String {
    render(&Page::Case(Box::new(it)), lang)
}

/// The ids of the moves in the order of the page, and whether the form of each stands open.
fn moves(html: &str) -> Vec<(&str, bool)> {
    let tags = html.split("<details ").skip(1).filter_map(|rest| rest.split('>').next()).filter(|tag| tag.contains("class=\"move\""));
    tags.map(|tag| (tag.split("id=\"").nth(1).unwrap().split('"').next().unwrap(), tag.contains(" open"))).collect()
}

#[test]
fn the_next_sensible_move_stands_open_and_alone() {
    let expected = [
        ("desk-case-new", "assign"),
        ("desk-case-take", "take"),
        ("desk-case", "contact"),
        ("desk-case-contacted", "file-atr"),
        ("desk-case-atr", "approve-atr"),
        ("desk-case-returned", "file-atr"),
        ("desk-case-approved", "dispose"),
        ("desk-case-refused", "assign"),
        ("desk-case-closed", "note"),
    ];
    for (name, first) in expected {
        let html = drawn(case(name), Lang::Hi);
        let moves = moves(&html);
        assert_eq!(moves[0], (first, true), "{name}");
        assert!(moves[1..].iter().all(|(_, open)| !open), "{name}: {moves:?}");
        // The way to it stands above the fold.
        let way = html.find(&format!("href=\"#{first}\""));
        assert_eq!(way.is_some(), first != "note", "{name}");
        assert!(way < html.find("class=\"move\""), "{name}");
    }
}

#[test]
fn every_move_that_may_be_made_has_its_form_and_no_other_has() {
    for name in ["desk-case-new", "desk-case-take", "desk-case", "desk-case-atr", "desk-case-closed", "desk-case-overdue"] {
        let it = case(name);
        let number = it.complaint.number.to_string();
        let html = drawn(it.clone(), Lang::En);
        for wanted in DeskMove::ALL {
            let action = format!("action=\"/desk/complaints/{number}/{}\"", wanted.tag());
            let fits = match wanted {
                // Who she is can be opened only as long as it is closed and there; no clock of these stands still.
                DeskMove::Look => matches!(it.identity, Identity::Masked { .. }),
                DeskMove::Resume => false,
                _ => true,
            };
            let there = it.may(wanted) && fits;
            assert_eq!(html.matches(&action).count(), usize::from(there), "{name}: {wanted:?}");
            if there {
                let form = html.split(&action).nth(1).unwrap().split("</form>").next().unwrap();
                assert!(form.contains("name=\"form_token\"") && form.contains("name=\"version\" value=\"4\""), "{name}: {wanted:?}");
            }
        }
    }
}

#[test]
fn a_refused_form_keeps_what_was_typed_and_says_why_on_top_and_beside() {
    for lang in Lang::ALL {
        let it = case("desk-case-short");
        let html = drawn(it.clone(), lang);
        assert!(html.contains(">\nमौके पर गए, कोई नहीं मिला।</textarea>") && html.contains(">\nरात का समय था।</textarea>"));
        assert!(html.contains("href=\"#file-atr-findings\"") && html.contains("id=\"file-atr-findings-why\""));
        // A refusal of the rules has no field; it stands on top and in the form.
        let refused = drawn(case("desk-case-refused"), lang);
        let sentence = words::case_refusal_woman_officer(lang);
        assert_eq!(refused.matches(sentence).count(), 2);
        assert!(refused.contains("<option value=\"LKO-ALB-3\" selected"));
        // The reason why a report is so like another is asked for only then.
        assert!(!html.contains("name=\"like_reason\"") && drawn(case("desk-case-alike"), lang).contains("name=\"like_reason\""));
        assert!(drawn(case("desk-case-returned"), lang).contains(words::case_stale_text(lang)));
    }
}

#[test]
fn every_fault_of_every_form_leads_to_a_field_of_it() {
    let faults = [
        FormFault::Missing,
        FormFault::UnknownChoice,
        FormFault::TooShort,
        FormFault::TooLong,
        FormFault::TooLike,
        FormFault::Blank,
        FormFault::BadTime,
        FormFault::Neither,
        FormFault::NoSuchCase,
        FormFault::OtherPhone,
        FormFault::Wording(Lang::Hi, WordingFlaw::Phone),
        FormFault::Wording(Lang::En, WordingFlaw::HerWords),
    ];
    let mut seen = 0;
    for wanted in DeskMove::ALL {
        for fault in faults {
            let it = CasePage {
                moves: DeskMove::ALL.to_vec(),
                paused: case("desk-case").may_pause,
                outcome: Some(Outcome::Faulty(wanted, fault)),
                ..case("desk-case")
            };
            let html = drawn(it, Lang::Hi);
            let Some(target) = html.split("role=\"alert\"").nth(1).and_then(|rest| rest.split("href=\"#").nth(1)).and_then(|rest| rest.split('"').next())
            else {
                panic!("{wanted:?} {fault:?}: nothing on top")
            };
            if target.starts_with(wanted.tag()) && target != wanted.tag() {
                assert!(html.contains(&format!("id=\"{target}\"")) && html.contains(&format!("id=\"{target}-why\"")), "{wanted:?} {fault:?}: {target}");
                seen += 1;
            }
        }
    }
    // Three moves have no field at all.
    assert_eq!(seen, (DeskMove::ALL.len() - 3) * faults.len());
}

#[test]
fn nobody_is_named_before_she_is_opened() {
    for (name, _, html) in documents().into_iter().filter(|(name, ..)| name.starts_with("desk-")) {
        let opened = ["desk-case-open", "desk-case-unsafe", "desk-case-no-call", "desk-case-evidence-open"].iter().any(|it| name.starts_with(it));
        // Who takes a complaint in reads back what she has just typed.
        let typing = ["desk-intake-wrong", "desk-intake-own-phone", "desk-intake-check"].iter().any(|it| name.starts_with(it));
        assert_eq!(html.contains("सुनीता"), opened || typing, "{name}");
        let callable = opened && !name.starts_with("desk-case-no-call");
        assert_eq!(html.contains("href=\"tel:+919812300001\""), callable, "{name}");
    }
    for lang in Lang::ALL {
        let html = drawn(case("desk-case-unsafe"), lang);
        let warning = html.find(words::case_unsafe(lang)).unwrap();
        assert!(warning < html.find("href=\"tel:").unwrap());
        assert!(drawn(case("desk-case-no-call"), lang).contains(words::case_no_call(lang)));
    }
}

#[test]
fn what_is_searched_for_stands_in_no_address() {
    for (name, _, html) in documents().into_iter().filter(|(name, ..)| name.starts_with("desk-")) {
        let find = html.split("<form ").filter_map(|rest| rest.split('>').next()).find(|form| form.contains("class=\"find\"")).unwrap();
        assert!(find.contains("method=\"post\"") && find.contains("action=\"/desk/search\""), "{name}: {find}");
        assert!(!html.contains("?q="), "{name}");
    }
}

#[test]
fn the_same_query_makes_list_badges_chips_and_export() {
    let it = worklist("desk-worklist-filtered");
    let html = render(&Page::Worklist(Box::new(it.clone())), Lang::Hi);
    let rest = format!("category={}&amp;channel=whatsapp&amp;level=1&amp;from=2026-11-01", it.filter.category);
    assert!(html.contains(&format!("/desk/export.csv?view=unit&amp;{rest}")));
    for (view, count) in &it.counts {
        assert!(html.contains(&format!("href=\"/desk/?view={}&amp;{rest}\"", view.tag())), "{view:?}");
        assert!(html.contains(&format!("<b>{count}</b>")), "{view:?}");
    }
    // A chip leads to the same without its part.
    assert!(html.contains(&format!("href=\"/desk/?view=unit&amp;{}\"", rest.replace("channel=whatsapp&amp;", ""))));
    assert!(html.contains(&format!("name=\"query\" value=\"view=unit&amp;{rest}\"")));
    let next = render(&Page::Worklist(Box::new(worklist("desk-worklist"))), Lang::En);
    assert!(next.contains("href=\"/desk/?view=unit&amp;after=2026-12-31T18%3A29%3A59Z%23LKO26\"") && next.contains("1–25 of 84"));
    let second = render(&Page::Worklist(Box::new(worklist("desk-worklist-second"))), Lang::En);
    assert!(second.contains(words::desk_first(Lang::En)) && second.contains("26–47 of 84"));
    assert!(!next.contains(words::desk_first(Lang::En)));
}

#[test]
fn what_is_due_is_said_in_words_and_in_a_shape() {
    for lang in Lang::ALL {
        let html = render(&Page::Worklist(Box::new(worklist("desk-worklist"))), lang);
        let said = match lang {
            Lang::Hi => ["2 दिन अतिदेय", "2 घंटे अतिदेय", "आज 17:00", "कल 09:30", "1 दिन शेष", "3 दिन शेष", "37 दिन शेष"],
            Lang::En => ["2 days overdue", "2 hours overdue", "Today 17:00", "Tomorrow 09:30", "1 day left", "3 days left", "37 days left"],
        };
        for text in said {
            assert!(html.contains(text), "{lang}: {text}");
        }
        assert!(html.contains(words::desk::pause_reason(lang, domain::clock::PauseReason::Laboratory)), "{lang}: why it stands still");
    }
}

#[test]
fn an_empty_list_says_so_and_offers_nothing_to_tick() {
    for lang in Lang::ALL {
        let empty = render(&Page::Worklist(Box::new(worklist("desk-worklist-empty"))), lang);
        assert!(empty.contains(words::desk_empty_mine(lang)) && !empty.contains("type=\"checkbox\""));
        let narrowed = render(&Page::Worklist(Box::new(worklist("desk-worklist-filtered-empty"))), lang);
        assert!(narrowed.contains(words::desk_empty_filtered(lang)));
        let officer = render(&Page::Worklist(Box::new(worklist("desk-worklist-officer"))), lang);
        assert!(officer.contains("data-keys=\"off\"") && !officer.contains("action=\"/desk/bulk\""));
    }
}

#[test]
fn every_move_and_every_refusal_has_words_of_its_own() {
    for lang in Lang::ALL {
        let names: BTreeSet<&str> = DeskMove::ALL.map(|wanted| words::desk::wanted(lang, wanted)).into_iter().collect();
        let done: BTreeSet<&str> = DeskMove::ALL.map(|wanted| words::desk::did(lang, wanted)).into_iter().collect();
        assert_eq!((names.len(), done.len()), (DeskMove::ALL.len(), DeskMove::ALL.len()));
    }
}
