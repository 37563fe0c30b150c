//! The bucket in which files lie, sealed.

use std::time::Duration;

use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::get_object::GetObjectError;
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::ByteStream;
use aws_smithy_types::timeout::TimeoutConfig;
use domain::evidence::{FileId, Mark};
use domain::number::Number;
use domain::picture::Shelf;
use store::{Error, Held};

/// How long a lent file may be fetched.
const LENT: Duration = Duration::from_secs(60);

/// What lies there of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// As it came.
    Original,
    /// A picture drawn anew, without anything that a camera wrote beside it.
    Copy,
}

impl Part {
    fn tag(self, shelf: Shelf) -> &'static str {
        match (shelf, self) {
            (Shelf::Hers, Part::Original) => "originals",
            (Shelf::Hers, Part::Copy) => "copies",
            (Shelf::Report, Part::Original) => "pictures",
            (Shelf::Report, Part::Copy) => "drawn",
        }
    }

    /// What a seal is bound to beside the complaint.
    pub(crate) fn bound(self, shelf: Shelf, id: &FileId) -> String {
        format!("{}.{id}", self.tag(shelf))
    }
}

/// The bucket, through the real client.
#[derive(Clone, Debug)]
pub struct Vault {
    client: Client,
    pub(crate) config: aws_types::SdkConfig,
    pub(crate) endpoint: Option<String>,
    bucket: String,
    pub(crate) incoming: String,
}

/// A file of a complaint, by where it lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) number: &'a Number,
    pub(crate) shelf: Shelf,
    pub(crate) id: &'a FileId,
}

impl Place<'_> {
    /// The number and the file's hash: nothing of her, and nothing of what it shows.
    fn key(self, part: Part) -> String {
        format!("{}/{}/{}", part.tag(self.shelf), self.number, self.id)
    }

    /// Where a browser lays it down.
    pub(crate) fn arriving(self) -> String {
        let begins = match self.shelf {
            Shelf::Hers => "incoming",
            Shelf::Report => "taken",
        };
        format!("{begins}/{}/{}", self.number, self.id)
    }

    /// Where it lays down one part of it.
    pub(crate) fn arriving_part(self, n: u16) -> String {
        format!("{}.{n}", self.arriving())
    }
}

impl<'a> From<&'a Held> for Place<'a> {
    fn from(held: &'a Held) -> Place<'a> {
        Place { number: &held.number, shelf: held.shelf, id: &held.id }
    }
}

/// The names of both buckets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Buckets {
    /// For what is sealed and stays.
    pub evidence: String,
    /// For what passes: files on their way in, and those lent on their way out. Nothing stays there for longer than a day.
    pub incoming: String,
}

impl Vault {
    /// The buckets at AWS, or at another endpoint that speaks the same.
    pub fn connect(config: &aws_types::SdkConfig, endpoint: Option<&str>, buckets: Buckets) -> Vault {
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
        let Buckets { evidence, incoming } = buckets;
        let client = Client::from_conf(builder.build());
        Vault { client, config: config.clone(), endpoint: endpoint.map(str::to_owned), bucket: evidence, incoming }
    }

    /// The buckets that a function's environment names.
    pub fn from_env(config: &aws_types::SdkConfig) -> Vault {
        let var = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let name = |name: &str| var(name).unwrap_or_default();
        let buckets = Buckets { evidence: name("SUNWAI_EVIDENCE_BUCKET"), incoming: name("SUNWAI_INCOMING_BUCKET") };
        Vault::connect(config, var("AWS_ENDPOINT_URL_S3").as_deref(), buckets)
    }

    /// Makes the buckets where they are missing: for an endpoint that starts empty.
    ///
    /// # Errors
    /// Where nothing answers.
    pub async fn create(&self) -> Result<(), Error> {
        for bucket in [&self.bucket, &self.incoming] {
            if self.client.head_bucket().bucket(bucket).send().await.is_err() {
                self.client.create_bucket().bucket(bucket).send().await.map_err(|e| away(&e))?;
            }
        }
        Ok(())
    }

    /// What a browser laid down, unread; `None` where nothing came yet. Parts come one after the other: the last of them says that all did.
    pub(crate) async fn arrived(&self, at: Place<'_>, mark: &Mark) -> Result<Option<Came>, Error> {
        if let Some(lying) = self.find(&self.incoming, &at.arriving()).await? {
            return Ok(Some(Came::Whole(lying)));
        }
        let Some(last) = mark.parts().checked_sub(1) else { return Ok(None) };
        let lying = self.find(&self.incoming, &at.arriving_part(last)).await?;
        Ok(lying.map(|_| Came::InParts))
    }

    /// Reads what came; `None` where a part of it is not there.
    pub(crate) async fn read(&self, at: Place<'_>, mark: &Mark, came: Came) -> Result<Option<Vec<u8>>, Error> {
        match came {
            Came::Whole(lying) => lying.whole().await.map(Some),
            Came::InParts => {
                let mut content = Vec::with_capacity(usize::try_from(mark.bytes).unwrap_or_default());
                for n in 0..mark.parts() {
                    let Some(lying) = self.find(&self.incoming, &at.arriving_part(n)).await? else { return Ok(None) };
                    content.extend(lying.whole().await?);
                }
                Ok(Some(content))
            }
        }
    }

    /// Takes away what a browser laid down, and as many of its parts as it asked for.
    pub(crate) async fn clear(&self, at: Place<'_>, asked: u16) -> Result<(), Error> {
        for key in std::iter::once(at.arriving()).chain((0..asked).map(|n| at.arriving_part(n))) {
            self.client.delete_object().bucket(&self.incoming).key(key).send().await.map_err(|e| away(&e))?;
        }
        Ok(())
    }

    /// Lends a file that is too large for an answer: an address of the bucket's own origin that gives it out, to be kept, for a minute.
    ///
    /// # Errors
    /// Where the bucket does not answer.
    pub async fn lend(&self, name: &str, content: Vec<u8>) -> Result<String, Error> {
        let key = format!("lent/{}", seal::hex(&seal::random::<16>()));
        let put = self.client.put_object().bucket(&self.incoming).key(&key).content_type("application/octet-stream");
        put.body(ByteStream::from(content)).send().await.map_err(|e| away(&e))?;
        let lasts = PresigningConfig::expires_in(LENT).map_err(|e| Error::Unavailable(format!("the files: {e}")))?;
        let get = self.client.get_object().bucket(&self.incoming).key(&key).response_content_type("application/octet-stream");
        let lent = get.response_content_disposition(format!("attachment; filename=\"{name}\"")).presigned(lasts).await;
        Ok(lent.map_err(|e| away(&e))?.uri().to_owned())
    }

    /// Lays down sealed bytes; the bucket compares them with their hash before it says that it has them.
    pub(crate) async fn put(&self, at: Place<'_>, part: Part, sealed: Vec<u8>) -> Result<(), Error> {
        let put = self.client.put_object().bucket(&self.bucket).key(at.key(part)).content_type("application/octet-stream");
        put.checksum_algorithm(aws_sdk_s3::types::ChecksumAlgorithm::Sha256).body(ByteStream::from(sealed)).send().await.map(drop).map_err(|e| away(&e))
    }

    /// What lies there; `None` where nothing does.
    pub(crate) async fn get(&self, at: Place<'_>, part: Part) -> Result<Option<Vec<u8>>, Error> {
        match self.find(&self.bucket, &at.key(part)).await? {
            Some(lying) => lying.whole().await.map(Some),
            None => Ok(None),
        }
    }

    async fn find(&self, bucket: &str, key: &str) -> Result<Option<Lying>, Error> {
        match self.client.get_object().bucket(bucket).key(key).send().await {
            Ok(found) => Ok(Some(Lying(found.body))),
            Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => Ok(None),
            Err(error) => Err(away(&error)),
        }
    }
}

/// How a file came.
pub(crate) enum Came {
    Whole(Lying),
    InParts,
}

/// What lies in a bucket and was not read yet.
pub(crate) struct Lying(ByteStream);

impl Lying {
    pub(crate) async fn whole(self) -> Result<Vec<u8>, Error> {
        let body = self.0.collect().await.map_err(|_| Error::Unavailable("a file stopped on its way".to_owned()))?;
        Ok(body.to_vec())
    }
}

fn away<E, R>(error: &SdkError<E, R>) -> Error
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
    R: std::fmt::Debug,
{
    Error::Unavailable(format!("the files: {}", error.code().map_or_else(|| error.to_string(), str::to_owned)))
}
