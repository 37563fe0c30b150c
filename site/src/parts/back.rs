//! The way back, as a link to a page that is always there.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

pub(crate) fn back(lang: Lang, href: String) -> Markup {
    back_to(href, words::back(lang))
}

/// The same, where it says where to.
pub(crate) fn back_to(href: String, name: &'static str) -> Markup {
    view! { <a class="back" href=href><span aria-hidden="true">"‹ "</span>{name}</a> }.drawn()
}
