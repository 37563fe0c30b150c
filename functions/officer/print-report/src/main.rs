//! The Lambda of `GET /desk/complaints/{number}/report.pdf`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> boot::Exit {
    boot::http(|app, _| print_report::routes(app)).await
}
