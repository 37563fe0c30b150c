//! The Lambda of `POST /desk/search`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| search::routes(app)).await
}
