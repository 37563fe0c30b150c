//! The Lambda of `GET /desk/complaints/{number}/evidence/{id}` and of the original below it.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, aws| {
        let vault = evidence::Vault::from_env(aws);
        show_evidence::routes(app, vault)
    })
    .await
}
