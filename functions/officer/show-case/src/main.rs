//! The Lambda of `GET /desk/complaints/{number}`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| show_case::routes(app)).await
}
