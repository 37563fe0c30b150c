//! Every file that is the same for everybody: the pages without a form's answer, the policy, the robots' rules.

use domain::lang::Lang;
use domain::policy::Policy;

use crate::page::{BeginPage, ChoosePage, Page, ProblemKind, ProblemPage, TrackPage};
use crate::{pages, policy_json, render};

const HTML: &str = "text/html; charset=utf-8";

/// A file of the static site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// As it stands in the address, such as `/hi/danger/`; one that ends in `/` is an `index.html`.
    pub path: String,
    pub content_type: &'static str,
    pub body: String,
}

/// All of them, for both languages.
pub fn static_files(policy: &Policy) -> Vec<StaticFile> {
    let mut files = vec![
        html("/", pages::root::draw()),
        StaticFile { path: "/policy.json".to_owned(), content_type: "application/json", body: policy_json::draw(policy) },
        StaticFile { path: "/robots.txt".to_owned(), content_type: "text/plain; charset=utf-8", body: robots() },
    ];
    for lang in Lang::ALL {
        files.extend(pages_of(policy).into_iter().map(|(path, page)| html(&format!("/{lang}/{path}"), render(&page, lang))));
    }
    // What the network in front shows for an error of its own; it knows one address an error, so Hindi is there.
    files.extend(errors().into_iter().map(|(path, page)| html(&format!("/{path}"), render(&page, Lang::Hi))));
    files
}

fn pages_of(policy: &Policy) -> Vec<(String, Page<'_>)> {
    let fixed = [
        (String::new(), Page::Home { policy }),
        ("danger/".to_owned(), Page::Danger),
        ("file/".to_owned(), Page::Choose(ChoosePage { policy })),
        ("track/".to_owned(), Page::Track(TrackPage::default())),
        ("safety/".to_owned(), Page::Safety),
        ("privacy/".to_owned(), Page::Privacy),
    ];
    let begin = policy.services.iter().flat_map(|service| {
        service.categories.iter().map(move |category| (format!("file/{}/", category.id), Page::Begin(BeginPage { service, category, policy, fault: None })))
    });
    fixed.into_iter().chain(begin).chain(errors()).collect()
}

fn errors() -> Vec<(String, Page<'static>)> {
    let problem = |kind| Page::Problem(ProblemPage { kind, trace: 0, again: None });
    vec![
        ("403.html".to_owned(), problem(ProblemKind::ForeignForm)),
        ("404.html".to_owned(), Page::NotFound),
        ("500.html".to_owned(), problem(ProblemKind::Broken)),
        ("503.html".to_owned(), problem(ProblemKind::Unavailable)),
    ]
}

fn html(path: &str, body: String) -> StaticFile {
    StaticFile { path: path.to_owned(), content_type: HTML, body }
}

/// Pages for one person say `noindex` themselves; these rules keep crawlers off the doors as well.
fn robots() -> String {
    let mut rules = String::from("User-agent: *\nDisallow: /exit\nDisallow: /desk/\n");
    for lang in Lang::ALL {
        rules.push_str(&["Disallow: /", lang.tag(), "/complaints/\n"].concat());
    }
    rules
}
