//! The Lambda of `GET` and `POST /desk/complaints/{number}/pictures`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, aws| {
        let vault = evidence::Vault::from_env(aws);
        add_picture::routes(app, vault)
    })
    .await
}
