//! The Lambda of `GET /{lang}/suggestions`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| list_suggestions::routes(app)).await
}
