//! The Lambda of `POST /{lang}/complaints/{number}/withdraw`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, aws| {
        let outlet = notify::Outlet::connect(aws, None, app.base().texts());
        withdraw_complaint::routes(app, outlet)
    })
    .await
}
