//! The Lambda of `/desk/sign-in`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| sign_in::routes(app)).await
}
