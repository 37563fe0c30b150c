//! The Lambda of `GET /desk/hearings`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| hear_complaint::routes(app)).await
}
