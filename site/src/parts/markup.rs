//! A part that is drawn: its markup, made once. Parts inside parts as whole views would carry every way in
//! which a view can be rendered into each binary; a page needs one.

use leptos::prelude::RenderHtml;
use leptos::tachys::html::InertElement;

/// Markup made by a view. Nothing but a view makes one, so text in it is escaped already.
pub(crate) type Markup = InertElement;

/// Draws a view.
pub(crate) trait Drawn {
    fn drawn(self) -> Markup;
}

impl<T: RenderHtml> Drawn for T {
    fn drawn(self) -> Markup {
        InertElement::new(self.to_html())
    }
}
