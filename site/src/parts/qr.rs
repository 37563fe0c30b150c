//! The address of a complaint as a picture: for the phone of whoever holds the paper.

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use domain::number::Number;
use leptos::prelude::*;
use qr::Qr;

use crate::follow;

/// The code and what it is for; nothing where nobody said where the site stands. It holds the address and nothing else.
pub(crate) fn qr(lang: Lang, number: &Number) -> Option<Markup> {
    let code = Qr::of(&follow(lang, number)?)?;
    Some(
        view! {
            <div class="qr">
                <svg viewBox=code.frame() width="148" height="148" role="img" aria-label=words::paper_qr_alt(lang, number)><path d=code.path()></path></svg>
                <p>{words::paper_qr(lang)}</p>
            </div>
        }
        .drawn(),
    )
}
