//! The Lambda of `/desk/enrol`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| enrol::routes(app)).await
}
