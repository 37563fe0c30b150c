//! The Lambda of `POST /{lang}/track/confirm`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| confirm_track::routes(app)).await
}
