//! The Lambda of `POST /{lang}/complaints/{number}/answer`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| answer_complaint::routes(app)).await
}
