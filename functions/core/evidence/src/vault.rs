//! The bucket in which files lie, sealed.

use std::time::Duration;

use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::get_object::GetObjectError;
use aws_sdk_s3::primitives::ByteStream;
use aws_smithy_types::timeout::TimeoutConfig;
use domain::evidence::FileId;
use domain::number::Number;
use store::Error;

/// What lies there of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// As it came.
    Original,
    /// A picture drawn anew, without anything that a camera wrote beside it.
    Copy,
}

impl Part {
    fn tag(self) -> &'static str {
        match self {
            Part::Original => "originals",
            Part::Copy => "copies",
        }
    }

    /// What a seal is bound to beside the complaint.
    pub(crate) fn bound(self, id: &FileId) -> String {
        format!("{}.{id}", self.tag())
    }
}

/// The bucket, through the real client.
#[derive(Clone, Debug)]
pub struct Vault {
    client: Client,
    bucket: String,
}

impl Vault {
    /// The bucket at AWS, or at another endpoint that speaks the same.
    pub fn connect(config: &aws_types::SdkConfig, endpoint: Option<&str>, bucket: &str) -> Vault {
        // A film on its way takes longer than a row.
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(Duration::from_millis(500))
            .read_timeout(Duration::from_secs(5))
            .operation_attempt_timeout(Duration::from_secs(20))
            .operation_timeout(Duration::from_secs(45))
            .build();
        let mut builder = Builder::from(config).timeout_config(timeouts);
        if let Some(endpoint) = endpoint {
            builder = builder.endpoint_url(endpoint).force_path_style(true);
        }
        Vault { client: Client::from_conf(builder.build()), bucket: bucket.to_owned() }
    }

    /// The bucket that a function's environment names.
    pub fn from_env(config: &aws_types::SdkConfig) -> Vault {
        let var = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Vault::connect(config, var("AWS_ENDPOINT_URL_S3").as_deref(), &var("SUNWAI_EVIDENCE_BUCKET").unwrap_or_default())
    }

    /// Makes the bucket where it is missing: for an endpoint that starts empty.
    ///
    /// # Errors
    /// Where nothing answers.
    pub async fn create(&self) -> Result<(), Error> {
        if self.client.head_bucket().bucket(&self.bucket).send().await.is_ok() {
            return Ok(());
        }
        self.client.create_bucket().bucket(&self.bucket).send().await.map(drop).map_err(|e| away(&e))
    }

    /// Lays down sealed bytes; the bucket compares them with their hash before it says that it has them.
    pub(crate) async fn put(&self, number: &Number, id: &FileId, part: Part, sealed: Vec<u8>) -> Result<(), Error> {
        let put = self.client.put_object().bucket(&self.bucket).key(key(number, id, part)).content_type("application/octet-stream");
        put.checksum_algorithm(aws_sdk_s3::types::ChecksumAlgorithm::Sha256).body(ByteStream::from(sealed)).send().await.map(drop).map_err(|e| away(&e))
    }

    /// What lies there; `None` where nothing does.
    pub(crate) async fn get(&self, number: &Number, id: &FileId, part: Part) -> Result<Option<Vec<u8>>, Error> {
        match self.client.get_object().bucket(&self.bucket).key(key(number, id, part)).send().await {
            Ok(found) => {
                let body = found.body.collect().await.map_err(|_| Error::Unavailable("a file stopped on its way".to_owned()))?;
                Ok(Some(body.to_vec()))
            }
            Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => Ok(None),
            Err(error) => Err(away(&error)),
        }
    }
}

/// The number and the file's hash: nothing of her, and nothing of what it shows.
fn key(number: &Number, id: &FileId, part: Part) -> String {
    format!("{}/{number}/{id}", part.tag())
}

fn away<E, R>(error: &SdkError<E, R>) -> Error
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
    R: std::fmt::Debug,
{
    Error::Unavailable(format!("the files: {}", error.code().map_or_else(|| error.to_string(), str::to_owned)))
}
