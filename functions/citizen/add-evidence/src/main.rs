//! The Lambda of `GET` and `POST /{lang}/complaints/{number}/evidence`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, aws| {
        let vault = evidence::Vault::from_env(aws);
        add_evidence::routes(app, vault)
    })
    .await
}
