//! The Lambda of `GET /{lang}/complaints/{number}`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| show_complaint::routes(app)).await
}
