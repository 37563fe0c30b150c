//! The Lambda of `POST /{lang}/complaints/resend`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, aws| {
        let outlet = notify::Outlet::connect(aws, None, app.base().texts());
        resend_code::routes(app, outlet)
    })
    .await
}
