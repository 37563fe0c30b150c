//! The first page: what this is, how a complaint will look, and the one thing to do.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use domain::policy::Policy;
use leptos::prelude::*;

use crate::parts::choices::{Choice, choices};
use crate::parts::ladder::{Step, ladder};
use crate::parts::shell::{Shell, document};

pub(crate) fn draw(lang: Lang, policy: &Policy) -> String {
    let services = policy.services.iter().map(|service| Choice {
        href: format!("/{lang}/file/#{}", service.id),
        name: service.name.get(lang).to_owned(),
        note: service.about.get(lang).to_owned(),
        within: None,
    });
    let services = services.collect();
    document(lang, &Shell::public(words::home_title(lang), "", words::home_lead(lang)).wide(), move || {
        view! {
            <div class="hero clear">
                <div class="half">
                    <h1>{words::home_first(lang)}<br/>{words::home_second(lang)}</h1>
                    <p class="lead">{words::home_lead(lang)}</p>
                    <p>
                        <a class="go" href=format!("/{lang}/file/")>{words::home_start(lang)}</a>
                        " "
                        <a class="second" href=format!("/{lang}/track/")>{words::home_track(lang)}</a>
                    </p>
                </div>
                <div class="half">{sample(lang)}</div>
            </div>
            <div class="clear">
                <div class="half">
                    <h2>{words::home_what(lang)}</h2>
                    {choices(services)}
                    {refused(lang, policy)}
                    {suggestions(lang, policy)}
                </div>
                <div class="half">
                    <h2>{words::home_promise(lang)}</h2>
                    {promises(lang)}
                </div>
            </div>
        }
        .drawn()
    })
}

/// A station that refuses is told of at once, where the policy has a category for it.
fn refused(lang: Lang, policy: &Policy) -> Option<Markup> {
    let category = policy.services.iter().flat_map(|service| &service.categories).find(|category| category.alert)?;
    let href = format!("/{lang}/file/{}/", category.id);
    Some(view! { <p><a class="second" href=href>{words::say_refused_home(lang)}</a>" "{words::say_refused_home_text(lang)}</p> }.drawn())
}

/// What came of suggestions, where the policy has a category for them.
fn suggestions(lang: Lang, policy: &Policy) -> Option<Markup> {
    policy.suggestions()?;
    let href = format!("/{lang}/suggestions");
    Some(view! { <p><a class="second" href=href>{words::suggestion_list(lang)}</a>" "{words::suggestion_home_text(lang)}</p> }.drawn())
}

/// What she will see of her own complaint, drawn small and marked as a sample.
fn sample(lang: Lang) -> Markup {
    let steps = vec![
        Step::new(words::home_sample_now(lang), words::home_sample_now_note(lang)).now(),
        Step::new(words::home_sample_next(lang), words::home_sample_next_note(lang)),
        Step::new(words::home_sample_top(lang), ""),
    ];
    view! {
        <div class="card clock">
            <p class="over">{words::home_sample(lang)}</p>
            <p><span class="state state-open">{words::home_sample_left(lang)}</span></p>
            <svg height="34" viewBox="0 0 1000 34" preserveAspectRatio="none" role="img" aria-label=words::home_sample_bar(lang)>
                <rect x="0" y="9" width="1000" height="16" fill="#e4dfd3"/>
                <rect x="0" y="9" width="383" height="16" fill="#0e5a5e"/>
                <rect x="800" y="3" width="5" height="28" fill="#b26a00"/>
                <rect x="380" y="0" width="6" height="34" fill="#1b2433"/>
            </svg>
            {ladder(steps)}
        </div>
    }
    .drawn()
}

fn promises(lang: Lang) -> Markup {
    let all = [
        (words::home_promise_date(lang), words::home_promise_date_text(lang)),
        (words::home_promise_up(lang), words::home_promise_up_text(lang)),
        (words::home_promise_safe(lang), words::home_promise_safe_text(lang)),
        (words::home_promise_police(lang), words::home_promise_police_text(lang)),
    ];
    all.into_iter().map(|(name, text)| view! { <h3>{name}</h3><p>{text}</p> }).collect_view().drawn()
}
