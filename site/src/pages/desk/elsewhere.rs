//! Forwarding to another district: the district is chosen first, and the page comes again with its stations.

use crate::parts::markup::{Drawn as _, Markup};
use domain::access::DeskMove;
use domain::lang::{Both, Lang};
use leptos::prelude::*;

use crate::page::desk::{CasePage, DISTRICT, Stations};
use crate::parts::input::hidden;
use crate::parts::question::Question;
use crate::parts::select::{Options, select};

/// The stations of one district, under its name where it is another one.
pub(super) fn stations(question: &Question, lang: Lang, it: &Stations) -> Markup {
    let none = (String::new(), words::choice_choose(lang).to_owned());
    let name = it.elsewhere.as_ref().map(|district| district.get(lang).to_owned());
    select(question, &[Options::plain([none]), Options { name, rows: rows(lang, &it.of_it) }])
}

/// The choice of a district, by a form of its own: an address that can be opened again.
pub(super) fn chooser(lang: Lang, it: &CasePage, wanted: DeskMove) -> Option<Markup> {
    let asks = wanted == DeskMove::Forward && !it.stations.districts.is_empty();
    asks.then(|| {
        view! {
            <form method="get" action=format!("/desk/complaints/{}#{}", it.complaint.number, wanted.tag()) novalidate>
                {districts(lang, &it.stations)}
                <p><button class="go go-quiet" type="submit">{words::elsewhere_show(lang)}</button></p>
            </form>
        }
        .drawn()
    })
}

/// The same among the fields of a form that many are forwarded by.
pub(super) fn chooser_inside(lang: Lang, it: &Stations) -> Markup {
    view! {
        {districts(lang, it)}
        <p><button class="go go-quiet" type="submit" name="do" value=DISTRICT>{words::elsewhere_show(lang)}</button></p>
    }
    .drawn()
}

fn districts(lang: Lang, it: &Stations) -> Markup {
    let question = Question::named(lang, DISTRICT, words::elsewhere_ask(lang), &it.district).at("forward-district");
    select(&question, &[Options::plain(rows(lang, &it.districts))])
}

/// What goes along with the form, so that one that comes back offers the same stations.
pub(super) fn kept(it: &Stations) -> Option<Markup> {
    it.elsewhere.as_ref().map(|_| hidden(DISTRICT, &it.district))
}

/// What to know before it leaves its district.
pub(super) fn lead(lang: Lang, it: &Stations) -> Option<String> {
    it.elsewhere.as_ref().map(|district| words::elsewhere_lead(lang, district.get(lang)))
}

fn rows(lang: Lang, all: &[(String, Both)]) -> Vec<(String, String)> {
    all.iter().map(|(value, name)| (value.clone(), name.get(lang).to_owned())).collect()
}
