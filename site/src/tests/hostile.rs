//! Markup sent through every field comes back as text.

use domain::fault::Field;
use domain::filing::Typed;
use domain::lang::Lang;
use domain::reply::Reply;

use super::made;
use crate::examples::{every_fault, examples};
use crate::page::Page;
use crate::page::desk::{CasePage, Identity, NoteShown, ViewFault};
use crate::page::evidence::{FileRefused, FileShown};
use crate::page::picture::{PictureShown, PicturesShown};
use crate::render;

const MARKUP: [&str; 4] =
    ["</textarea><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'--></title></style><svg/onload=alert(1)>", "javascript:alert(1)//\u{202e}\0"];

/// The same page with this text wherever a person can type one.
fn with_text<'a>(page: &Page<'a>, text: &str) -> Option<Page<'a>> {
    match page.clone() {
        Page::Form(mut it) => {
            it.typed = everywhere(text);
            it.faults = every_fault();
            Some(Page::Form(it))
        }
        Page::Check(mut it) => {
            it.typed = everywhere(text);
            it.code.draft = text.to_owned();
            it.code.sent_to = Some(text.to_owned());
            Some(Page::Check(it))
        }
        Page::Track(mut it) => {
            it.number = text.to_owned();
            it.phone = text.to_owned();
            it.receipt = text.to_owned();
            Some(Page::Track(it))
        }
        Page::TrackCode(mut it) => {
            it.number = text.to_owned();
            it.code.draft = text.to_owned();
            Some(Page::TrackCode(it))
        }
        Page::Problem(mut it) => {
            it.again.as_mut()?.fields = vec![(text.to_owned(), text.to_owned())];
            Some(Page::Problem(it))
        }
        Page::Worklist(mut it) => {
            it.filter.category = text.to_owned();
            it.filter.from = text.to_owned();
            it.saved = vec![(text.to_owned(), text.to_owned())];
            Some(Page::Worklist(it))
        }
        Page::Search(mut it) => {
            it.q = text.to_owned();
            Some(Page::Search(it))
        }
        Page::Case(it) => Some(Page::Case(Box::new(case(*it, text)))),
        Page::Pictures(mut it) => {
            it.pictures = pictures(it.pictures, text);
            (!it.pictures.here.is_empty()).then_some(Page::Pictures(it))
        }
        Page::Bulk(mut it) => {
            it.typed = typed_in(text);
            (!it.rows.is_empty() && it.rows.iter().all(|row| row.result.is_none())).then_some(Page::Bulk(it))
        }
        Page::Enrol(mut it) => {
            it.officer = text.to_owned();
            Some(Page::Enrol(it))
        }
        Page::IntakeMatter(mut it) => {
            it.category = text.to_owned();
            it.district = text.to_owned();
            Some(Page::IntakeMatter(it))
        }
        Page::Intake(mut it) => {
            it.typed = everywhere(text);
            it.faults = every_fault();
            Some(Page::Intake(it))
        }
        Page::IntakeCheck(mut it) => {
            it.typed = everywhere(text);
            Some(Page::IntakeCheck(it))
        }
        Page::Views(mut it) => {
            it.name = text.to_owned();
            it.query = text.to_owned();
            // Only a name that was refused comes back to be mended.
            it.fault = Some(ViewFault::Name);
            Some(Page::Views(it))
        }
        Page::Callback(mut it) => {
            let open = it.open.as_mut()?;
            open.fields = vec![(Field::Name, text.to_owned())];
            Some(Page::Callback(it))
        }
        Page::Review(mut it) => {
            it.note = Some(text.to_owned());
            it.typed = ["finding", "note", "remedy", "due"].map(|name| (name.to_owned(), text.to_owned())).to_vec();
            Some(Page::Review(it))
        }
        Page::Say(mut it) => {
            it.typed = text.to_owned();
            matches!(it.state, crate::page::SayState::Ask(_)).then_some(Page::Say(it))
        }
        Page::Contact(mut it) => {
            it.typed = ["contact_sms", "contact_call", "safe_hours", "phone", "code_word"].map(|name| (name, text.to_owned())).to_vec();
            matches!(it.state, crate::page::ContactState::Ask).then_some(Page::Contact(it))
        }
        Page::Suggestions(it) if it.rows.is_empty() => None,
        Page::Suggestions(mut it) => {
            for row in &mut it.rows {
                row.wording = made::both(text, text);
            }
            Some(Page::Suggestions(it))
        }
        Page::Evidence(it) if it.files.is_empty() => None,
        Page::Evidence(mut it) => {
            for file in &mut it.files {
                file.name = Some(text.to_owned());
            }
            Some(Page::Evidence(it))
        }
        Page::Hearings(mut it) => {
            it.typed = ["outcome", "station", "words"].map(|name| (name.to_owned(), text.to_owned())).to_vec();
            it.mine.is_some().then_some(Page::Hearings(it))
        }
        Page::Home { .. }
        | Page::Hearing(_)
        | Page::Wall(_)
        | Page::Refused(_)
        | Page::Withdraw(_)
        | Page::Mine(_)
        | Page::Danger
        | Page::Choose(_)
        | Page::Begin(_)
        | Page::Receipt(_)
        | Page::AlreadyFiled(_)
        | Page::IntakeReceipt(_)
        | Page::Complaint(_)
        | Page::Callbacks(_)
        | Page::Reviews(_)
        | Page::Safety
        | Page::Privacy
        | Page::SignIn(_)
        | Page::Invite(_)
        | Page::Invited(_)
        | Page::NotFound => None,
    }
}

/// Everywhere in a case where she or an officer wrote something.
fn case(it: CasePage, text: &str) -> CasePage {
    let fields: Vec<_> = Typed::fields().map(|field| (field, text.to_owned())).collect();
    let identity = match it.identity {
        Identity::Masked { .. } => Identity::Masked { name: text.to_owned(), phone: text.to_owned() },
        Identity::Open { .. } => Identity::Open { fields: fields.clone(), phone: text.to_owned(), word: Some(text.to_owned()) },
        Identity::Erased => Identity::Erased,
    };
    let notes = it.notes.into_iter().map(|note| NoteShown { by: made::both(text, text), text: text.to_owned(), ..note }).collect();
    let templates = it.templates.into_iter().map(|reply| Reply { name: made::both(text, text), text: made::both(text, text), ..reply }).collect();
    let evidence = it.evidence.into_iter().map(|file| FileShown { name: Some(text.to_owned()), ..file }).collect();
    let pictures = pictures(it.pictures, text);
    CasePage { identity, evidence, pictures, account: Some(text.to_owned()), about: fields, notes, templates, typed: typed_in(text), ..it }
}

fn pictures(it: PicturesShown, text: &str) -> PicturesShown {
    let named = |file: FileShown| FileShown { name: Some(text.to_owned()), ..file };
    let here = it.here.into_iter().map(|one| PictureShown { file: named(one.file), by: made::both(text, text), ..one }).collect();
    let refused = it.refused.into_iter().map(|one| FileRefused { name: Some(text.to_owned()), ..one }).collect();
    PicturesShown { here, refused, ..it }
}

fn typed_in(text: &str) -> Vec<(String, String)> {
    ["officer", "station", "words", "when", "findings", "picture", "no_photo_reason", "like_reason", "public_hi", "public_en"]
        .map(|name| (name.to_owned(), text.to_owned()))
        .to_vec()
}

fn everywhere(text: &str) -> Typed {
    let mut typed = Typed::default();
    for field in Typed::fields() {
        typed.set(field, text);
    }
    // A relation that is known lets the name beside it be shown.
    typed.set(Field::Relation, "husband");
    typed
}

#[test]
fn markup_is_text_on_every_page() {
    let policy = made::policy();
    let mut seen = 0;
    for (name, page) in examples(&policy) {
        for text in MARKUP {
            let Some(hostile) = with_text(&page, text) else { continue };
            for lang in Lang::ALL {
                let html = render(&hostile, lang);
                seen += 1;
                assert_eq!(html.matches("<script").count(), 1, "{name}");
                assert_eq!(html.matches("</textarea>").count(), html.matches("<textarea").count(), "{name}");
                assert_eq!(html.matches("</title>").count(), 1, "{name}");
                assert_eq!(html.matches("</style>").count(), 1, "{name}");
                for mark in ["<img", "<svg/", "href=\"javascript", "\u{202e}", "\0"] {
                    assert!(!html.contains(mark), "{name}: {mark:?}");
                }
                // It is there, as text: nothing she wrote is swallowed.
                assert!(html.contains("alert(1)"), "{name}");
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn what_was_typed_comes_back_whole() {
    let policy = made::policy();
    let page = examples(&policy).into_iter().find(|(name, _)| *name == "form").unwrap().1;
    let Page::Form(mut it) = page else { panic!("a form") };
    it.typed.set(Field::Account, "\nपहली पंक्ति खाली थी & \"उद्धरण\"");
    it.typed.set(Field::Station, "XXX-UNKNOWN");
    it.typed.set(Field::SafeHours, "09:15-11:45");
    let html = render(&Page::Form(it), Lang::Hi);
    assert!(html.contains(">\n\nपहली पंक्ति खाली थी &amp; &quot;उद्धरण&quot;</textarea>"));
    assert!(html.contains("<option value=\"XXX-UNKNOWN\" selected"));
    assert!(html.contains("<option value=\"09:15-11:45\" selected"));
}
