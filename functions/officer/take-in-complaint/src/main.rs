//! The Lambda of `GET` and `POST /desk/new`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| take_in_complaint::routes(app)).await
}
