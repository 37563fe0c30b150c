//! Every service and its categories, each with the time that its rule gives.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use domain::policy::Service;
use leptos::prelude::*;
use words::date;

use crate::page::ChoosePage;
use crate::parts::back::back;
use crate::parts::choices::{Choice, choices};
use crate::parts::shell::{Shell, document};

pub(crate) fn draw(lang: Lang, it: &ChoosePage<'_>) -> String {
    let policy = it.policy;
    document(lang, &Shell::public(words::choose_title(lang), "file/", words::choose_lead(lang)), || {
        let jumps = policy.services.iter().map(|service| {
            view! { <li><a href=format!("#{}", service.id)>{service.name.get(lang).to_owned()}</a></li> }
        });
        view! {
            {back(lang, format!("/{lang}/"))}
            <h1>{words::choose_title(lang)}</h1>
            <p class="lead">{words::choose_lead(lang)}</p>
            <ul class="jump">{jumps.collect_view()}</ul>
            {policy.services.iter().map(|service| section(lang, service)).collect_view()}
        }
        .drawn()
    })
}

fn section(lang: Lang, service: &Service) -> Markup {
    let rows = service.categories.iter().map(|category| Choice {
        href: format!("/{lang}/file/{}/", category.id),
        name: category.name.get(lang).to_owned(),
        note: category.hint.get(lang).to_owned(),
        within: Some(words::choose_within(lang, date::deadline(lang, category.deadline))),
    });
    view! {
        <section id=service.id.to_string()>
            <h2>{service.name.get(lang).to_owned()}</h2>
            <p>{service.about.get(lang).to_owned()}</p>
            {choices(rows.collect())}
        </section>
    }
    .drawn()
}
