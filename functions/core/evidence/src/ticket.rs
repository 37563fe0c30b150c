//! The permission to lay one file into the bucket, straight from a browser: for one key, type, size and hash, and for five minutes.

use std::time::{Duration, SystemTime};

use aws_credential_types::provider::ProvideCredentials as _;
use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Timestamp;
use domain::evidence::{FileKind, Mark, Sha};
use domain::number::Number;
use domain::picture::Shelf;
use serde_json::{Value, json};
use store::Error;

use crate::Vault;
use crate::vault::Place;

/// How long it may be used.
const LASTS: Duration = Duration::from_secs(300);
const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// Where a form with one file goes, and what stands in it before the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub url: String,
    /// In the order in which they are sent.
    pub fields: Vec<(String, String)>,
    pub expires_at: Timestamp,
}

impl Ticket {
    /// What a browser's script reads of it.
    pub(crate) fn values(&self) -> Value {
        let fields: Vec<_> = self.fields.iter().map(|(name, value)| json!([name, value])).collect();
        json!({ "url": self.url, "fields": fields, "expires_at": self.expires_at.to_string() })
    }
}

impl Vault {
    /// Allows whoever has it to lay down this file and no other.
    ///
    /// # Errors
    /// Where this function has no keys of its own to sign with.
    pub async fn ticket(&self, number: &Number, shelf: Shelf, mark: &Mark) -> Result<Ticket, Error> {
        let at = Place { number, shelf, id: &mark.sha.id() };
        self.signed(at.arriving(), mark.kind, mark.bytes, &mark.sha).await
    }

    /// The same for one part of it, which has a hash of its own.
    ///
    /// # Errors
    /// Where this function has no keys of its own to sign with.
    pub(crate) async fn part_ticket(&self, at: Place<'_>, kind: FileKind, n: u16, bytes: u64, sha: &Sha) -> Result<Ticket, Error> {
        self.signed(at.arriving_part(n), kind, bytes, sha).await
    }

    async fn signed(&self, key: String, kind: FileKind, length: u64, sha: &Sha) -> Result<Ticket, Error> {
        let nobody = || Error::Unavailable("the files: no keys to sign with".to_owned());
        let keys = self.config.credentials_provider().ok_or_else(nobody)?.provide_credentials().await.map_err(|_| nobody())?;
        let region = self.config.region().ok_or_else(nobody)?.as_ref().to_owned();
        // The bucket has a clock of its own, as this machine has: the product's may stand elsewhere.
        let now = SystemTime::now();
        let (date, moment) = stamps(now)?;
        let expires_at = Timestamp::try_from(now + LASTS).map_err(|_| nobody())?;
        let credential = format!("{}/{date}/{region}/s3/aws4_request", keys.access_key_id());
        let hash = STANDARD.encode(bytes(sha.as_str()));
        let mut fields = vec![
            ("key".to_owned(), key),
            ("Content-Type".to_owned(), kind.media_type().to_owned()),
            ("x-amz-checksum-algorithm".to_owned(), "SHA256".to_owned()),
            ("x-amz-checksum-sha256".to_owned(), hash),
            ("x-amz-algorithm".to_owned(), ALGORITHM.to_owned()),
            ("x-amz-credential".to_owned(), credential),
            ("x-amz-date".to_owned(), moment),
        ];
        fields.extend(keys.session_token().map(|token| ("x-amz-security-token".to_owned(), token.to_owned())));
        let equal = fields.iter().map(|(name, value)| json!({ (name.as_str()): value }));
        let length = json!(["content-length-range", length, length]);
        let conditions: Vec<_> = equal.chain([json!({ "bucket": self.incoming }), length]).collect();
        let policy = STANDARD.encode(json!({ "expiration": format!("{expires_at:.3}"), "conditions": conditions }).to_string());
        let signature = calculate_signature(generate_signing_key(keys.secret_access_key(), now, &region, "s3"), policy.as_bytes());
        fields.extend([("policy".to_owned(), policy), ("x-amz-signature".to_owned(), signature)]);
        let url = match &self.endpoint {
            Some(endpoint) => format!("{endpoint}/{}", self.incoming),
            None => format!("https://{}.s3.{region}.amazonaws.com/", self.incoming),
        };
        Ok(Ticket { url, fields, expires_at })
    }

    /// The origin that a browser sends files to.
    pub fn origin(&self) -> Option<String> {
        match &self.endpoint {
            Some(endpoint) => Some(endpoint.clone()),
            None => Some(format!("https://{}.s3.{}.amazonaws.com", self.incoming, self.config.region()?)).filter(|_| !self.incoming.is_empty()),
        }
    }
}

/// The day and the moment as signatures write them.
fn stamps(now: SystemTime) -> Result<(String, String), Error> {
    let at = Timestamp::try_from(now).map_err(|_| Error::Unavailable("the files: a clock far off".to_owned()))?;
    let plain: String = format!("{at:.0}").chars().filter(|c| !matches!(c, '-' | ':')).collect();
    Ok((plain[..8].to_owned(), plain))
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).filter_map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_as_signatures_write_them() {
        let at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_262_400);
        assert_eq!(stamps(at).unwrap(), ("20261121".to_owned(), "20261121T120000Z".to_owned()));
        assert_eq!(bytes("00ff10"), [0, 255, 16]);
    }
}
