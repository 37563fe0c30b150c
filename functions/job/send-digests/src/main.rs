//! The Lambda that runs in the morning and tells the desks what falls due.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::job(async |app, aws| {
        let outlet = notify::Outlet::connect(aws, None, app.base().texts());
        send_digests::run(app, &outlet).await
    })
    .await
}
