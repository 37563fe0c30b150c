//! The Lambda of `GET /desk/` and `/desk/export.csv`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| show_worklist::routes(app)).await
}
