//! The list of what is wrong, first in the page; each line leads to its field and says what stands beside it.

use std::borrow::Cow;

use crate::parts::markup::{Drawn as _, Markup};
use domain::lang::Lang;
use leptos::prelude::*;

/// One line: the id of the field and the sentence.
pub(crate) struct Line {
    pub(crate) target: Cow<'static, str>,
    pub(crate) sentence: String,
}

/// Nothing where nothing is wrong.
pub(crate) fn summary(lang: Lang, lines: Vec<Line>) -> Markup {
    if lines.is_empty() {
        return ().drawn();
    }
    let title = words::summary_title(lang, i64::try_from(lines.len()).unwrap_or(i64::MAX));
    let rows = lines.into_iter().map(|line| view! { <li><a href=format!("#{}", line.target)>{line.sentence}</a></li> });
    view! {
        <div class="summary" role="alert" tabindex="-1" aria-labelledby="summary">
            <h2 id="summary">{title}</h2>
            <ul>{rows.collect_view()}</ul>
        </div>
    }
    .drawn()
}
