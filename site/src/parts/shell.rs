//! The document round a page: head, strip, header, main, footer.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::parts::{footer, header, strip};
use crate::{assets, origin};

/// A tiny mark that is drawn from the page itself and tells a passer-by nothing.
pub(crate) const ICON: &str =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' rx='2' fill='%230e5a5e'/%3E%3C/svg%3E";

/// What a page says about itself.
pub(crate) struct Shell {
    /// Never names the matter.
    pub(crate) title: String,
    /// The page was answered with faults: its title says so.
    pub(crate) wrong: bool,
    pub(crate) switch: Switch,
    /// The address below the language, such as `file/`, of a page that may be found and linked.
    pub(crate) address: Option<String>,
    /// What a search says below the title of a page that may be found.
    about: Option<String>,
    pub(crate) wide: bool,
    /// The script of this page, where it is not that of every page.
    pub(crate) script: Option<&'static str>,
}

/// How this page is had in the other language.
pub(crate) enum Switch {
    /// The same page or the start of its step, below the language.
    Link(String),
    /// A button of the form with this id, so that what was typed comes along.
    Typed(&'static str),
    /// A small form that takes the draft to the page where its answers stand.
    Draft(String),
}

impl Shell {
    /// A page that stands at an address of its own and may be found by a search.
    pub(crate) fn public(title: &str, address: &str, about: &str) -> Shell {
        let switch = Switch::Link(address.to_owned());
        Shell { address: Some(address.to_owned()), about: Some(about.to_owned()), ..Shell::private(title, switch) }
    }

    /// A page for one person.
    pub(crate) fn private(title: &str, switch: Switch) -> Shell {
        Shell { title: title.to_owned(), wrong: false, switch, address: None, about: None, wide: false, script: None }
    }

    pub(crate) fn wrong(self, wrong: bool) -> Shell {
        Shell { wrong, ..self }
    }

    pub(crate) fn with(self, script: &'static str) -> Shell {
        Shell { script: Some(script), ..self }
    }

    pub(crate) fn wide(self) -> Shell {
        Shell { wide: true, ..self }
    }
}

/// Draws the document round what `main` draws.
pub(crate) fn document(lang: Lang, shell: &Shell, main: impl FnOnce() -> Markup) -> String {
    // No owner: nothing in these views is reactive, and an owner would carry the whole machine for it.
    let html = {
        let body = main();
        view! {
            <html lang=lang.tag()>
                {head(lang, shell)}
                <body class=shell.wide.then_some("wide")>
                    <a class="skip" href="#main">{words::to_main(lang)}</a>
                    {strip::strip(lang)}
                    {header::header(lang, &shell.switch)}
                    <main id="main" class="wrap">{body}</main>
                    {footer::footer(lang)}
                    <script inner_html=shell.script.unwrap_or_else(assets::script)></script>
                </body>
            </html>
        }
        .to_html()
    };
    // The marks are for a script that never comes. Text cannot hold one: its `<` is escaped.
    format!("<!DOCTYPE html>{}", html.replace("<!>", ""))
}

/// What a page is called in a tab: an error says so first.
pub(crate) fn titled(lang: Lang, title: &str, wrong: bool) -> String {
    let title = format!("{title} · {}", words::brand(lang));
    if wrong { words::error_title(lang, title) } else { title }
}

fn head(lang: Lang, shell: &Shell) -> Markup {
    view! {
        <head>
            <meta charset="utf-8"/>
            <title>{titled(lang, &shell.title, shell.wrong)}</title>
            <meta name="viewport" content="width=device-width,initial-scale=1"/>
            <meta name="theme-color" content="#083c40"/>
            <meta name="referrer" content="no-referrer"/>
            <meta name="format-detection" content="telephone=no"/>
            {shell.address.is_none().then(|| view! { <meta name="robots" content="noindex"/> })}
            {shell.about.clone().map(|about| view! { <meta name="description" content=about/> })}
            {shell.address.as_deref().map(alternates)}
            <link rel="icon" href=ICON/>
            <style inner_html=assets::style()></style>
        </head>
    }
    .drawn()
}

/// The same page in each language, absolute as the standard asks.
fn alternates(address: &str) -> Markup {
    let Some(origin) = origin() else { return ().drawn() };
    let link = |lang: Lang| view! { <link rel="alternate" hreflang=lang.tag() href=format!("{origin}/{lang}/{address}")/> };
    Lang::ALL.map(link).into_iter().collect_view().drawn()
}
