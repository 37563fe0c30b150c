//! The Lambda of `POST /desk/profile`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| set_profile::routes(app)).await
}
