//! The Lambda of `GET /{lang}/complaints/{number}/receipt.pdf`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| print_receipt::routes(app)).await
}
