//! The Lambda of `POST /{lang}/complaints/{number}/contact`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, aws| {
        let outlet = notify::Outlet::connect(aws, None, app.base().texts());
        change_contact::routes(app, outlet)
    })
    .await
}
