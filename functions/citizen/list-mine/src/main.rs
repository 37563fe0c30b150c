//! The Lambda of `GET /{lang}/complaints`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| list_mine::routes(app)).await
}
