//! The Lambda that runs every minute and hands over filings that nobody proved.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::job(async |app, _| hand_over_unproven::run(app).await).await
}
