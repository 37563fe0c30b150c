//! The Lambda that runs every minute and escalates what is overdue.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::job(async |app, _| escalate_overdue::run(app).await).await
}
