//! The Lambda that runs every minute and delivers what the stream missed.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::job(async |app, aws| {
        let outlet = notify::Outlet::connect(aws, None, app.base().texts());
        sweep_outbox::run(app, &outlet).await
    })
    .await
}
