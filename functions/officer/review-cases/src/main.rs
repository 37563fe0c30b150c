//! The Lambda of `/desk/reviews`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| review_cases::routes(app)).await
}
