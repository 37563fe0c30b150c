//! The Lambda behind the table's stream.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::stream(async |app, aws, pk, sk| {
        let outlet = notify::Outlet::connect(aws, None, app.base().texts());
        send_updates::run(app, &outlet, pk, sk).await.map(drop)
    })
    .await
}
