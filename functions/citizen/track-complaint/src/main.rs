//! The Lambda of `POST /{lang}/track`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, aws| {
        let outlet = notify::Outlet::connect(aws, None, app.base().texts());
        track_complaint::routes(app, outlet)
    })
    .await
}
