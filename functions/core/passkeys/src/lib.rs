#![doc = include_str!("../README.md")]

use domain::ids::OfficerId;
use serde_json::Value;
use webauthn_rs::prelude::{
    AuthenticationResult, CredentialID, DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

/// An answer that does not hold; the text is for the log and tells nothing of whom it was.
#[derive(Debug)]
pub struct Refused(pub String);

/// A question to a browser.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What the browser is given, as `{"publicKey": …}`.
    pub options: Value,
    /// What is needed to check its answer. It stays in the table: whoever could write it could sign in.
    pub state: String,
}

/// A passkey that was taken up.
#[derive(Clone, Debug)]
pub struct Enrolled {
    /// The credential's name in the table.
    pub digest: String,
    /// The public key and the counter, to be kept.
    pub passkey: String,
}

/// The answer to a sign-in, read and not yet believed.
pub struct Answer(PublicKeyCredential);

/// Where passkeys are good: they belong to the site's domain and to no other.
pub struct Passkeys(Webauthn);

impl From<WebauthnError> for Refused {
    fn from(error: WebauthnError) -> Refused {
        Refused(error.to_string())
    }
}

impl From<serde_json::Error> for Refused {
    fn from(_: serde_json::Error) -> Refused {
        Refused("what came is no answer of a browser, or what was kept is no question".to_owned())
    }
}

impl Passkeys {
    /// Passkeys of the site that stands at an origin, under a name that the browser shows.
    ///
    /// # Errors
    /// Where the origin is none, or one of numbers.
    pub fn at(origin: &str, name: &str) -> Result<Passkeys, Refused> {
        let url = Url::parse(origin).map_err(|error| Refused(error.to_string()))?;
        let host = url.host_str().unwrap_or_default();
        Ok(Passkeys(WebauthnBuilder::new(host, &url)?.rp_name(name).build()?))
    }

    /// Asks whoever is there to sign in.
    ///
    /// # Errors
    /// Where no question can be made.
    pub fn ask(&self) -> Result<Asked, Refused> {
        let (mut options, state) = self.0.start_discoverable_authentication()?;
        // Asked for with a button, so the browser may open its own window at once.
        options.mediation = None;
        Ok(Asked { options: serde_json::to_value(options)?, state: serde_json::to_string(&state)? })
    }

    /// Checks an answer against its question and the passkey it names. Gives the passkey to keep from now on,
    /// where its counter or its backup has changed.
    ///
    /// # Errors
    /// Where the answer does not hold, or a counter shows that there are two of this passkey.
    pub fn check(&self, state: &str, answer: &Answer, passkey: &str) -> Result<Option<String>, Refused> {
        let state: DiscoverableAuthentication = serde_json::from_str(state)?;
        let mut passkey: Passkey = serde_json::from_str(passkey)?;
        let key = DiscoverableKey::from(&passkey);
        let result: AuthenticationResult = self.0.finish_discoverable_authentication_v2(&answer.0, state, &key)?;
        if !result.user_verified() {
            return Err(Refused("the user was not verified".to_owned()));
        }
        let changed = passkey.update_credential(&result).unwrap_or(false);
        Ok(if changed { Some(serde_json::to_string(&passkey)?) } else { None })
    }

    /// Asks a browser to make a passkey for an officer; the device that has one already does not make a second.
    ///
    /// # Errors
    /// Where no question can be made.
    pub fn offer(&self, officer: &OfficerId, name: &str, taken: &[String]) -> Result<Asked, Refused> {
        let taken: Vec<CredentialID> = taken.iter().filter_map(|kept| Some(serde_json::from_str::<Passkey>(kept).ok()?.cred_id().clone())).collect();
        let (options, state) = self.0.start_passkey_registration(handle(officer), officer.as_str(), name, Some(taken))?;
        let mut options = serde_json::to_value(options)?;
        // Without this nobody could sign in without typing a name first.
        let selection = &mut options["publicKey"]["authenticatorSelection"];
        selection["residentKey"] = "required".into();
        selection["requireResidentKey"] = true.into();
        Ok(Asked { options, state: serde_json::to_string(&state)? })
    }

    /// Checks the passkey that a browser has made.
    ///
    /// # Errors
    /// Where it does not hold.
    pub fn take(&self, state: &str, answer: &str) -> Result<Enrolled, Refused> {
        let state: PasskeyRegistration = serde_json::from_str(state)?;
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer)?;
        let passkey = self.0.finish_passkey_registration(&answer, &state)?;
        Ok(Enrolled { digest: digest(passkey.cred_id().as_ref()), passkey: serde_json::to_string(&passkey)? })
    }
}

impl Answer {
    /// Reads what a browser sent.
    ///
    /// # Errors
    /// Where it is none.
    pub fn read(sent: &str) -> Result<Answer, Refused> {
        Ok(Answer(serde_json::from_str(sent)?))
    }

    /// Who it claims to be, and the name of the passkey in the table.
    pub fn claims(&self) -> Option<(OfficerId, String)> {
        let handle = self.0.get_user_unique_id()?;
        let number = std::str::from_utf8(handle).ok()?.trim_end_matches('\0');
        Some((OfficerId::parse(number)?, digest(self.0.get_credential_id())))
    }
}

fn digest(credential: &[u8]) -> String {
    seal::digest(&seal::hex(credential))
}

/// The officer's number, which has at most sixteen bytes, filled up with zeros.
fn handle(officer: &OfficerId) -> Uuid {
    let mut bytes = [0; 16];
    for (byte, of) in bytes.iter_mut().zip(officer.as_str().bytes()) {
        *byte = of;
    }
    Uuid::from_bytes(bytes)
}
