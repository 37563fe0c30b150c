//! The Lambda of `POST /{lang}/complaints/change`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| change_filing::routes(app)).await
}
