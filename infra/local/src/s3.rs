//! A small S3: objects as files of a folder, on a loopback port of its own, spoken to by the real client.
//! The only file that knows which one it is.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use evidence::Buckets;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The buckets of a local start.
pub const BUCKET: &str = "sunwai-evidence-local";
pub const INCOMING: &str = "sunwai-incoming-local";

/// Both.
pub fn buckets() -> Buckets {
    Buckets { evidence: BUCKET.to_owned(), incoming: INCOMING.to_owned() }
}

/// A running S3; it ends when this is dropped.
pub struct S3 {
    pub url: String,
    /// Where its objects lie.
    pub folder: PathBuf,
    /// Whether the folder goes when it ends.
    passing: bool,
    server: JoinHandle<()>,
}

impl Drop for S3 {
    fn drop(&mut self) {
        self.server.abort();
        if self.passing
            && let Err(error) = std::fs::remove_dir_all(&self.folder)
        {
            tracing::warn!(%error, "a folder of files that were to pass is still there");
        }
    }
}

impl S3 {
    /// Starts over a folder, or over one that goes with it where there is none.
    ///
    /// # Errors
    /// Where the folder cannot be made or no port is free; the text says which.
    pub async fn start(folder: Option<&Path>) -> Result<S3, String> {
        let passing = || std::env::temp_dir().join(format!("sunwai-files-{}", seal::hex(&seal::random::<8>())));
        let path = folder.map_or_else(passing, Path::to_path_buf);
        std::fs::create_dir_all(&path).map_err(|e| format!("make {}: {e}", path.display()))?;
        let files = FileSystem::new(&path).map_err(|e| format!("open {}: {e:?}", path.display()))?;
        let mut builder = S3ServiceBuilder::new(files);
        let keys = crate::credentials();
        builder.set_auth(SimpleAuth::from_single(keys.access_key_id(), keys.secret_access_key()));
        let service = builder.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| format!("bind a port for the files: {e}"))?;
        let url = format!("http://{}", listener.local_addr().map_err(|e| e.to_string())?);
        let router = Router::new().fallback(move |request: Request| answered(service.clone(), request));
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                tracing::error!(%error, "the files' server ended");
            }
        });
        Ok(S3 { url, folder: path, passing: folder.is_none(), server })
    }
}

/// What the bucket's rule in the cloud says: a page of another origin may send a file here.
const OTHERS: [(&str, &str); 3] = [("access-control-allow-origin", "*"), ("access-control-allow-methods", "POST"), ("access-control-allow-headers", "*")];

async fn answered(service: S3Service, request: Request) -> Response {
    if request.method() == Method::OPTIONS {
        return (StatusCode::NO_CONTENT, OTHERS).into_response();
    }
    let mut response = spoken_to(service, request).await;
    for (name, value) in OTHERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn spoken_to(service: S3Service, request: Request) -> Response {
    match service.call(request.map(s3s::Body::http_body_unsync)).await {
        Ok(response) => response.map(Body::new),
        Err(error) => {
            tracing::error!(error = ?error, "the files' server failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
