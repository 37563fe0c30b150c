//! The Lambda of `GET` and `POST /{lang}/complaints/{number}/hearing`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| attend_hearing::routes(app)).await
}
