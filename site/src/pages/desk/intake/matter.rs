//! What it is about and in which district: the form that follows depends on both.

use crate::parts::markup::Drawn as _;
use domain::fault::Field;
use domain::lang::Lang;
use leptos::prelude::*;

use crate::page::intake::{IntakeMatterPage, taken_in_for};
use crate::parts::console::console;
use crate::parts::question::{Question, lines};
use crate::parts::select::{Options, select};
use crate::parts::summary::summary;

const CONTROLS: [Field; 2] = [Field::Category, Field::District];

pub(crate) fn draw(lang: Lang, it: &IntakeMatterPage<'_>) -> String {
    console(lang, &it.head, words::intake_title(lang), !it.faults.is_empty(), "", || {
        let none = || Options::plain([(String::new(), words::choice_choose(lang).to_owned())]);
        let matters = taken_in_for(it.policy).map(|service| Options {
            name: Some(service.name.get(lang).to_owned()),
            rows: service.categories.iter().map(|category| (category.id.to_string(), category.name.get(lang).to_owned())).collect(),
        });
        let matters: Vec<Options> = [none()].into_iter().chain(matters).collect();
        let districts = Options::plain(it.policy.districts.iter().map(|district| (district.code.to_string(), district.name.get(lang).to_owned())));
        let matter = Question::new(lang, Field::Category, &it.category, &it.faults).label(words::intake_matter(lang));
        let district = Question::new(lang, Field::District, &it.district, &it.faults);
        view! {
            {summary(lang, lines(lang, &it.faults, &CONTROLS, "main"))}
            <h1>{words::intake_title(lang)}</h1>
            <p class="lead">{words::intake_lead(lang)}</p>
            <form class="card" method="get" action="/desk/new" novalidate>
                {select(&matter, &matters)}
                {select(&district, &[none(), districts])}
                <p><button class="go" type="submit">{words::intake_go(lang)}</button></p>
            </form>
        }
        .drawn()
    })
}
