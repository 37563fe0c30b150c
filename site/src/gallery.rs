//! Every part in every state, on one page in each language, and below it every page in every state: what reviewers look at,
//! and what the snapshot and the accessibility tests run over. Its headings are the parts' own names in the code.

use domain::clock::PauseReason;
use domain::fault::{Fault, Field, Flaw};
use domain::lang::Lang;
use domain::policy::Policy;
use leptos::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::examples::parts as made;
use crate::page::door::DoorNotice;
use crate::page::{CodeEntry, CodeState, Reader, StageShown};
use crate::parts::choices::{Choice, choices};
use crate::parts::code::Ways;
use crate::parts::due::{Due, due};
use crate::parts::input::{Line, input};
use crate::parts::ladder::{Step, ladder};
use crate::parts::markup::{Drawn as _, Markup};
use crate::parts::question::{self, Question};
use crate::parts::select::{Options, select};
use crate::parts::textarea::{textarea, words_of};
use crate::parts::{answers, back, clock, code, console, door, notice, qr, radios, rows, summary, tick};

/// A part: its name, and its states by theirs.
type Part = (&'static str, Vec<(String, Markup)>);

/// The gallery in one language. The pages of `pages` are linked below `at`, such as `/dev/gallery/`.
pub fn gallery(policy: &Policy, lang: Lang, at: &str) -> String {
    let parts: Vec<Part> = [fields(policy, lang), said(lang), lists(policy, lang), clocks(lang)].into_iter().flatten().collect();
    let nav = parts.iter().map(|(name, _)| view! { <li><a href=format!("#{name}")>{*name}</a></li> }).collect_view();
    let shown = parts.into_iter().map(|(name, states)| part(name, states)).collect_view();
    let pages = crate::examples::examples(policy).into_iter().map(|(name, _)| {
        let links = Lang::ALL.map(|lang| view! { " "<a href=format!("{at}{name}.{lang}") hreflang=lang.tag()>{lang.tag()}</a> });
        view! { <li>{name}{links.into_iter().collect_view()}</li> }
    });
    let pages = pages.collect_view();
    let other = lang.other();
    let drawn = console::console(lang, &made::head(), TITLE, false, "", || {
        view! {
            <h1>{TITLE}</h1>
            <p><a href=format!("{at}{other}") hreflang=other.tag() lang=other.tag()>{words::language_other(lang)}</a></p>
            <ul class="jump">{nav}</ul>
            {shown}
            <h2>"pages"</h2>
            <ul class="plain">{pages}</ul>
        }
        .drawn()
    });
    // A script would lead to each of the faults in turn.
    without("script", drawn)
}

/// A print of every page in every state and of the gallery, one a line: what it is called, and a hash of it without its style
/// and script. A change of a page changes its line and no other.
pub fn prints(policy: &Policy) -> String {
    let pages = crate::examples::examples(policy);
    let pages = pages.iter().flat_map(|(name, page)| Lang::ALL.map(|lang| (format!("{name}.{lang}"), crate::render(page, lang))));
    let galleries = Lang::ALL.map(|lang| (format!("{TITLE}.{lang}"), gallery(policy, lang, "/")));
    pages.chain(galleries).map(|(name, html)| format!("{} {name}\n", print(&html))).collect()
}

fn print(html: &str) -> String {
    Sha256::digest(without("script", without("style", html.to_owned()))).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The document without its elements of this name.
fn without(element: &str, mut html: String) -> String {
    let (opening, closing) = (format!("<{element}"), format!("</{element}>"));
    while let Some((from, to)) = html.find(&opening).zip(html.find(&closing)).filter(|(from, to)| from < to) {
        html.replace_range(from..to + closing.len(), "");
    }
    html
}

/// What the page is called: a word of builders, in every language the same.
const TITLE: &str = "gallery";

fn part(name: &'static str, states: Vec<(String, Markup)>) -> Markup {
    let figures = states.into_iter().enumerate().map(|(n, (state, drawn))| {
        let drawn = apart(&drawn.to_html(), &format!("{name}-{n}"));
        view! { <figure class="card"><figcaption class="quiet">{state}</figcaption><div inner_html=drawn></div></figure> }
    });
    view! { <section><h2 id=name>{name}</h2>{figures.collect_view()}</section> }.drawn()
}

/// The same markup with ids that no other state has.
fn apart(html: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let marks = [" id=\"", " for=\"", " aria-labelledby=\"", " aria-describedby=\"", " href=\"#"];
    while let Some((at, mark)) = marks.iter().filter_map(|mark| Some((rest.find(mark)?, *mark))).min() {
        let (before, after) = rest.split_at(at + mark.len());
        let (ids, tail) = after.split_once('"').unwrap_or((after, ""));
        let ids: Vec<String> = ids.split(' ').map(|id| format!("{prefix}-{id}")).collect();
        out.extend([before, &ids.join(" "), "\""]);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The states of a control: nothing typed, something, and something wrong with it.
fn asked(lang: Lang, field: Field, typed: &str, wrong: Flaw, draw: impl Fn(&Question) -> Markup) -> Vec<(String, Markup)> {
    let fault = [Fault { field, flaw: wrong }];
    let states = [("empty", "", &fault[..0]), ("typed", typed, &fault[..0]), ("wrong", typed, &fault[..])];
    let plain = states.map(|(state, typed, faults)| (state.to_owned(), draw(&Question::new(lang, field, typed, faults))));
    let hinted = Question::new(lang, field, "", &[]).hint(words::hint_relative_name(lang)).optional();
    plain.into_iter().chain([("optional, with a hint".to_owned(), draw(&hinted))]).collect()
}

fn fields(policy: &Policy, lang: Lang) -> Vec<Part> {
    let yes_no = [("yes", words::sms_yes(lang)), ("no", words::sms_no(lang))];
    let stations = made::stations(policy, lang);
    let groups =
        || vec![Options::plain([(String::new(), words::choice_choose(lang).to_owned())]), Options { name: Some(stations.0.clone()), rows: stations.1.clone() }];
    let chosen = stations.1.first().map_or("", |(code, _)| code.as_str());
    vec![
        ("input", asked(lang, Field::Name, made::NAME, Flaw::NoLetters, |it| input(it, Line::of("name")))),
        ("input-digits", asked(lang, Field::Pin, "226005", Flaw::NotAPin, |it| input(it, Line::TEXT.digits().short()))),
        ("textarea", asked(lang, Field::Account, made::ACCOUNT, Flaw::TooLong(4_000), |it| textarea(it, 4, 4_000))),
        ("textarea-desk", asked(lang, Field::Account, made::ACCOUNT, Flaw::Missing, |it| words_of(it, 3))),
        ("radios", asked(lang, Field::ContactSms, "yes", Flaw::Missing, |it| radios::radios(it, &yes_no))),
        ("select", asked(lang, Field::Station, chosen, Flaw::UnknownChoice, |it| select(it, &groups()))),
        ("tick", asked(lang, Field::ContactCall, "yes", Flaw::Missing, |it| tick::tick(it, words::call_yes(lang)))),
    ]
}

fn said(lang: Lang) -> Vec<Part> {
    let faults = [Fault { field: Field::Name, flaw: Flaw::Missing }, Fault { field: Field::Phone, flaw: Flaw::NotIndianMobile }];
    let lines = |faults: &[Fault]| question::lines(lang, faults, &[Field::Name, Field::Phone], "main");
    let code = |state| {
        let entry = CodeEntry { draft: made::NAME.to_owned(), sent_to: Some(made::MASKED.to_owned()), expires_at: made::soon(), state, now: made::now() };
        let ways = Ways { confirm: "#".to_owned(), resend: Some("#".to_owned()), button: words::check_file(lang), sent: code::sent_sentence(lang, &entry) };
        let drawn = view! { {code::first(lang, &entry)}{code::entry(lang, &entry, ways)} }.drawn();
        (format!("{state:?}"), drawn)
    };
    let states = [
        CodeState::Sent,
        CodeState::NotSent,
        CodeState::Malformed,
        CodeState::Wrong { left: 2 },
        CodeState::Expired,
        CodeState::WaitUntil(made::soon()),
        CodeState::LockedUntil(made::soon()),
    ];
    let doors = DoorNotice::ALL.map(|it| (it.tag().to_owned(), door::said_before(lang, Some(it), None, "/")));
    let elsewhere = ("elsewhere".to_owned(), door::said_before(lang, None, Some("https://sunwai.example"), "/desk/sign-in"));
    vec![
        ("summary", [1, 2].map(|n| (n.to_string(), summary::summary(lang, lines(&faults[..n])))).into()),
        ("notice", vec![("always".to_owned(), notice::notice(words::code_not_sent(lang), [words::code_not_sent_text(lang).to_owned()]))]),
        ("code", states.map(code).into()),
        ("door", doors.into_iter().chain([elsewhere]).collect()),
    ]
}

fn lists(policy: &Policy, lang: Lang) -> Vec<Part> {
    let [name, note] = made::matter(policy, lang);
    let choice = |within| Choice { href: "#main".to_owned(), name: name.clone(), note: note.clone(), within };
    let steps = |now: usize| {
        let steps = made::posts(lang).into_iter().map(|name| Step::new(name, words::date::moment(lang, made::soon())));
        ladder(steps.enumerate().map(|(n, step)| if n == now { step.now() } else { step }).collect())
    };
    let facts = made::posts(lang).into_iter().map(|post| (post, words::date::moment(lang, made::soon())));
    let (list, now) = made::rows(policy);
    vec![
        ("choices", vec![("with and without a deadline".to_owned(), choices(vec![choice(Some(words::date::moment(lang, made::soon()))), choice(None)]))]),
        ("ladder", [0, 1, 2].map(|n| (format!("at {n}"), steps(n))).into()),
        ("answers", vec![("always".to_owned(), answers::facts(facts.collect()))]),
        ("back", vec![("always".to_owned(), back::back(lang, "#main".to_owned()))]),
        ("qr", qr::qr(lang, &made::number()).into_iter().map(|drawn| ("always".to_owned(), drawn)).collect()),
        ("rows", [false, true].map(|picks| (if picks { "to pick from" } else { "to read" }.to_owned(), rows::rows(lang, &list, now, picks))).into()),
    ]
}

fn clocks(lang: Lang) -> Vec<Part> {
    let (now, all) = made::clocks();
    let whole = all.iter().map(|it| (format!("{:?}, {:?}", it.rule, it.state), clock::clock(lang, Reader::Complainant, it, &[], now)));
    let small = all.iter().map(|it| (format!("{:?}, {:?}", it.rule, it.state), clock::row(lang, Reader::Officer, it, now)));
    let small = small.map(|(state, row)| (state, view! { <ul class="card clocks">{row}</ul> }.drawn()));
    let dues = [
        ("late", Due { at: made::days(-2), stage: StageShown::Assigned, paused: None }),
        ("soon", Due { at: made::days(1), stage: StageShown::Unassigned, paused: None }),
        ("later", Due { at: made::days(9), stage: StageShown::InAppeal, paused: None }),
        ("standing still", Due { at: made::days(9), stage: StageShown::Assigned, paused: Some((PauseReason::Laboratory, made::days(4))) }),
        ("closed", Due { at: made::days(9), stage: StageShown::Disposed, paused: None }),
    ];
    vec![("clock", whole.collect()), ("clock-row", small.collect()), ("due", dues.map(|(state, it)| (state.to_owned(), due(lang, &it, made::now()))).into())]
}
