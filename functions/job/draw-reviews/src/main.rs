//! The Lambda that runs in the early morning and draws what is reviewed.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::job(async |app, _| draw_reviews::run(app).await).await
}
