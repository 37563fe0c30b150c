//! The Lambda of `/desk/invite` and `/desk/recover`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| invite_officer::routes(app)).await
}
