//! The Lambda of `POST /{lang}/complaints/confirm`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| confirm_complaint::routes(app)).await
}
