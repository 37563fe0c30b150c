//! The document round a page at which nobody is signed in yet, and the form that a passkey answers.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

use crate::assets;
use crate::page::door::DoorNotice;
use crate::parts::input::hidden;
use crate::parts::notice::notice;
use crate::parts::shell::{ICON, titled};

/// Draws the document round what `main` draws. `address` is the page's own, for the switch of language.
pub(crate) fn door(lang: Lang, title: &str, address: &str, wrong: bool, main: impl FnOnce() -> Markup) -> String {
    let other = lang.other();
    let html = {
        let body = main();
        view! {
            <html lang=lang.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <title>{titled(lang, title, wrong)}</title>
                    <meta name="viewport" content="width=device-width,initial-scale=1"/>
                    <meta name="theme-color" content="#083c40"/>
                    // A browser without fetch metadata says by its Origin where a form came from, and under "no-referrer" it says nothing.
                    <meta name="referrer" content="same-origin"/>
                    <meta name="format-detection" content="telephone=no"/>
                    <meta name="robots" content="noindex"/>
                    <link rel="icon" href=ICON/>
                    <style inner_html=assets::desk_style()></style>
                </head>
                <body class="desk">
                    <a class="skip" href="#main">{words::to_main(lang)}</a>
                    <header>
                        <div class="top">
                            <div class="wrap">
                                <a class="lang" lang=other.tag() hreflang=other.tag() href=format!("{address}?lang={other}")>{words::language_other(lang)}</a>
                                <a class="mark" href=format!("{address}?lang={lang}")>{words::brand(lang)}<small>{words::door_line(lang)}</small></a>
                            </div>
                        </div>
                    </header>
                    <main id="main" class="wrap">{body}</main>
                    <script inner_html=assets::passkey_script()></script>
                </body>
            </html>
        }
        .to_html()
    };
    format!("<!DOCTYPE html>{}", html.replace("<!>", ""))
}

/// The form: what is asked in it, where its question is had and where its answer goes.
pub(crate) struct Form {
    pub(crate) ask: &'static str,
    pub(crate) action: &'static str,
    pub(crate) button: &'static str,
}

/// A form that a passkey answers. Without a script, or without passkeys, it says what is needed.
pub(crate) fn form(lang: Lang, it: &Form, fields: Markup) -> Markup {
    view! {
        <form
            method="post"
            action=format!("{}?lang={lang}", it.action)
            novalidate
            data-ask=format!("{}?lang={lang}", it.ask)
            data-none=words::door_none(lang)
            data-stopped=words::door_stopped(lang)
            data-away=words::unavailable(lang)
        >
            {fields}
            {hidden("question", "")}
            {hidden("answer", "")}
            <p id="without">{words::door_without(lang)}</p>
            <p id="out" class="notice" role="alert" tabindex="-1" hidden></p>
            <p><button class="go" type="submit" hidden>{it.button}</button></p>
        </form>
    }
    .drawn()
}

/// What is said before the page: why nobody came in, and where passkeys work if not here.
pub(crate) fn said_before(lang: Lang, it: Option<DoorNotice>, elsewhere: Option<&str>, path: &str) -> Markup {
    let refused = it.map(|it| {
        let (title, text) = said(lang, it);
        notice(title, [text.to_owned()])
    });
    let elsewhere = elsewhere.map(|origin| {
        let address = format!("{origin}{path}?lang={lang}");
        view! { <div class="notice"><p>{words::door_elsewhere(lang)}" "<a href=address.clone()>{address.clone()}</a></p></div> }
    });
    view! { {refused}{elsewhere} }.drawn()
}

/// A notice in words: its title and what to do next.
pub fn said(lang: Lang, it: DoorNotice) -> (&'static str, &'static str) {
    match it {
        DoorNotice::Refused => (words::door_refused(lang), words::door_refused_text(lang)),
        DoorNotice::TooLate => (words::door_too_late(lang), words::door_too_late_text(lang)),
        DoorNotice::NoPost => (words::door_no_post(lang), words::door_no_post_text(lang)),
        DoorNotice::NoInvitation => (words::door_no_invitation(lang), words::door_no_invitation_text(lang)),
        DoorNotice::NotMade => (words::door_not_made(lang), words::door_not_made_text(lang)),
    }
}
