//! `GET /{lang}/complaints/new?category=…&district=…`: the form, with a key that makes sending it twice harmless.

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use boot::{Ask, Base};
use domain::fault::Field;
use domain::filing::Typed;

pub fn routes(base: Base) -> Router {
    Router::new().route("/{lang}/complaints/new", get(open)).with_state(base)
}

async fn open(State(base): State<Base>, ask: Ask, Query(query): Query<Vec<(String, String)>>) -> Response {
    let chosen = |name: &str| query.iter().rev().find(|(n, _)| n == name).map_or("", |(_, value)| value);
    let mut typed = Typed::default();
    for field in [Field::Category, Field::District] {
        typed.set(field, chosen(field.tag()));
    }
    typed.set(Field::IdempotencyKey, &seal::hex(&seal::random::<16>()));
    views::form_page(base.policy(), typed, vec![]).show(&base, &ask, 200)
}
