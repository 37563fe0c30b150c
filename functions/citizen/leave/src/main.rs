//! The Lambda of `GET /exit`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| leave::routes(app)).await
}
