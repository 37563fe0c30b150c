//! The Lambda of `GET /{lang}/complaints/new`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http_base(open_form::routes).await
}
