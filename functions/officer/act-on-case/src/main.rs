//! The Lambda of `POST /desk/complaints/{number}/{move}`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| act_on_case::routes(app)).await
}
