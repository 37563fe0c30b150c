//! The Lambda of `/desk/callbacks`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| call_back::routes(app)).await
}
