//! The document round a page of the console: who is looking, the way to the worklist, the search, the way out.
//! No strip for a citizen: what is closed here is a session, with a button that says so.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;
use words::date;

use crate::assets;
use crate::page::desk::DeskHead;
use crate::parts::input::hidden;
use crate::parts::shell::{ICON, titled};

/// Draws the document round what `main` draws. `found` stands in the search field again.
pub(crate) fn console(lang: Lang, head: &DeskHead, title: &str, wrong: bool, found: &str, main: impl FnOnce() -> Markup) -> String {
    console_with(lang, head, title, wrong, found, assets::desk_script(), main)
}

/// The same with another script than the console's own.
pub(crate) fn console_with(lang: Lang, head: &DeskHead, title: &str, wrong: bool, found: &str, script: &'static str, main: impl FnOnce() -> Markup) -> String {
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
                <body class="desk" data-keys=if head.keys { "on" } else { "off" } data-left=head.session.seconds.to_string()>
                    <a class="skip" href="#main">{words::to_main(lang)}</a>
                    {header(lang, head, found)}
                    <main id="main" class="wrap">{body}</main>
                    {footer(lang, head)}
                    {ending(lang)}
                    <script inner_html=script></script>
                </body>
            </html>
        }
        .to_html()
    };
    format!("<!DOCTYPE html>{}", html.replace("<!>", ""))
}

fn header(lang: Lang, head: &DeskHead, found: &str) -> Markup {
    let other = lang.other();
    let place = if head.place.get(lang).is_empty() { head.post.get(lang) } else { head.place.get(lang) };
    view! {
        <header>
            <div class="top">
                <div class="wrap">
                    <form method="post" action="/desk/sign-out" novalidate>{token(head)}<button class="quit" type="submit">{words::desk_sign_out(lang)}</button></form>
                    <form method="post" action="/desk/profile" novalidate>
                        {token(head)}{hidden("lang", other.tag())}
                        <button class="tongue" type="submit" lang=other.tag()>{words::language_other(lang)}</button>
                    </form>
                    <a class="mark" href="/desk/">{words::brand(lang)}<small>{place.to_owned()}</small></a>
                    <p class="me"><b>{head.name.get(lang).to_owned()}</b>" "<span>{head.rank.get(lang).to_owned()}</span></p>
                </div>
            </div>
            <nav class="ways" aria-label=words::desk_nav(lang)>
                <div class="wrap">
                    <a href="/desk/">{words::desk_title(lang)}</a>
                    {head.calls_back.then(|| view! { <a href="/desk/callbacks">{words::callback_title(lang)}</a> })}
                    {head.hears.then(|| view! { <a href="/desk/hearings">{words::hearing_desk_title(lang)}</a> })}
                    <a href="/desk/reviews">{words::review_title(lang)}</a>
                    <a class="fresh" href="/desk/new">{words::intake_new(lang)}</a>
                    // What is searched for may be her name or phone: it travels in a body, never in an address.
                    <form class="find" role="search" method="post" action="/desk/search" novalidate>
                        {token(head)}
                        <label class="vh" for="q">{words::desk_search(lang)}</label>
                        <input type="text" id="q" name="q" value=crate::parts::typed::shown(found) placeholder=words::desk_search(lang) autocomplete="off" spellcheck="false"/>
                        <button type="submit">{words::desk_search_go(lang)}</button>
                    </form>
                </div>
            </nav>
        </header>
    }
    .drawn()
}

/// The hidden field without which no form of the console is taken.
pub(crate) fn token(head: &DeskHead) -> Markup {
    hidden("form_token", &head.form_token)
}

/// What a script says two minutes before the session's end, and what it leaves of the page when it has come.
fn ending(lang: Lang) -> Markup {
    view! {
        <div id="soon" class="soon" role="alert" hidden>
            <p>{words::session_soon(lang)}" "<button class="go" type="button">{words::session_stay(lang)}</button></p>
        </div>
        <div id="over" class="wrap" tabindex="-1" hidden>
            <h2>{words::session_over(lang)}</h2>
            <p>{words::session_over_text(lang)}</p>
            <p><a class="go" href="/desk/">{words::sign_in_title(lang)}</a></p>
        </div>
    }
    .drawn()
}

/// The keys, and the switch for them. `?` opens the list.
fn footer(lang: Lang, head: &DeskHead) -> Markup {
    let keys = [
        ("/", words::desk_keys_search(lang)),
        ("j", words::desk_keys_down(lang)),
        ("k", words::desk_keys_up(lang)),
        ("x", words::desk_keys_pick(lang)),
        ("a", words::desk_keys_assign(lang)),
        ("Enter", words::desk_keys_open(lang)),
        ("?", words::desk_keys_help(lang)),
    ];
    let rows = keys.map(|(key, what)| view! { <li><kbd>{key}</kbd>" "{what}</li> }).into_iter().collect_view();
    let (value, label) = if head.keys { ("off", words::desk_keys_off(lang)) } else { ("on", words::desk_keys_on(lang)) };
    view! {
        <footer class="foot">
            <div class="wrap">
                <p>{words::session_ends(lang, date::clock(lang, head.session.ends_at))}</p>
                <p><a href="/desk/reviews">{words::review_title(lang)}</a>" · "<a href="/desk/invite">{words::invite_title(lang)}</a></p>
                <details id="keys">
                    <summary>{words::desk_keys_title(lang)}</summary>
                    <ul>{rows}</ul>
                    <p>{words::desk_keys_tab(lang)}</p>
                    <form method="post" action="/desk/profile" novalidate>
                        {token(head)}{hidden("keys", value)}
                        <button class="go go-quiet" type="submit">{label}</button>
                    </form>
                </details>
            </div>
        </footer>
    }
    .drawn()
}
