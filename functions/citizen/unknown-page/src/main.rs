//! The Lambda of whatever no other function answers.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http_base(unknown_page::routes).await
}
