//! The address without a language: on to Hindi at once, with a way to both.

use domain::lang::Lang;

use crate::assets;

/// The page at `/`.
pub(crate) fn draw() -> String {
    let link = |lang: Lang| format!("<li><a lang=\"{lang}\" hreflang=\"{lang}\" href=\"/{lang}/\"><b>{}</b></a></li>", words::root_go(lang));
    format!(
        "<!DOCTYPE html><html lang=\"hi\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"description\" content=\"{about}\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta http-equiv=\"refresh\" content=\"0;url=/hi/\"><link rel=\"icon\" href=\"data:,\"><style>{style}</style></head>\
         <body><main class=\"wrap\"><h1>{title}</h1><ul class=\"choices\">{hi}{en}</ul></main></body></html>",
        title = words::root_title(Lang::Hi),
        about = words::home_lead(Lang::Hi),
        style = assets::style(),
        hi = link(Lang::Hi),
        en = link(Lang::En),
    )
}
