//! The Lambda of `POST /desk/sign-out`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| sign_out::routes(app)).await
}
