//! A passkey in software, as a device makes one: it answers the questions of the page and can be told to lie.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::town::{Answer, Town, fields, url_encoded};

const FORM: [(&str, &str); 2] = [("content-type", "application/x-www-form-urlencoded"), ("accept", "application/json")];
const VERIFIED: u8 = 0b101;
const WITH_CREDENTIAL: u8 = 0b100_0000;

/// A key pair on a device, for one site and one officer.
pub(crate) struct Passkey {
    id: [u8; 32],
    key: SigningKey,
    /// The user handle that the site gave.
    handle: Vec<u8>,
    rp: String,
    pub(crate) origin: String,
    pub(crate) counter: u32,
    /// What the device says of its user: present and verified.
    pub(crate) flags: u8,
}

fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn bytes(text: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text.as_str().unwrap()).unwrap()
}

/// A byte string in CBOR.
fn string(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap().to_be_bytes();
    [&[0x59, length[0], length[1]], bytes].concat()
}

impl Passkey {
    /// A device that takes up what the site offers.
    pub(crate) fn offered(town: &Town, options: &Value) -> Passkey {
        let options = &options["publicKey"];
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required", "nobody should have to type a name");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        Passkey {
            id: seal::random(),
            key: SigningKey::from_slice(&seal::random::<32>()).unwrap(),
            handle: bytes(&options["user"]["id"]),
            rp: options["rp"]["id"].as_str().unwrap().to_owned(),
            origin: town.url().replace("127.0.0.1", "localhost"),
            counter: 1,
            flags: VERIFIED,
        }
    }

    fn client_data(&self, kind: &str, options: &Value) -> String {
        json!({ "type": kind, "challenge": options["publicKey"]["challenge"], "origin": self.origin, "crossOrigin": false }).to_string()
    }

    fn authenticator_data(&self, flags: u8) -> Vec<u8> {
        [Sha256::digest(self.rp.as_bytes()).as_slice(), &[flags], &self.counter.to_be_bytes()].concat()
    }

    /// What a browser hands over when it was asked to make one.
    pub(crate) fn made(&self, options: &Value) -> String {
        let point = self.key.verifying_key().to_sec1_point(false);
        // An ES256 key: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
        let key = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21], string(&point.as_bytes()[1..33]).as_slice(), &[0x22], &string(&point.as_bytes()[33..])].concat();
        let data = [self.authenticator_data(self.flags | WITH_CREDENTIAL).as_slice(), &[0; 16], &[0, 32], &self.id, &key].concat();
        let object = [&[0xa3, 0x63], b"fmt".as_slice(), &[0x64], b"none", &[0x67], b"attStmt", &[0xa0, 0x68], b"authData", &string(&data)].concat();
        let client = self.client_data("webauthn.create", options);
        self.answered(&json!({ "attestationObject": base64url(object), "clientDataJSON": base64url(client) }))
    }

    /// What a browser hands over when it was asked to sign in.
    pub(crate) fn signed(&self, options: &Value) -> String {
        assert_eq!(options["publicKey"]["rpId"], self.rp.as_str());
        assert!(options["publicKey"]["allowCredentials"].as_array().is_none_or(Vec::is_empty), "the question names nobody");
        let client = self.client_data("webauthn.get", options);
        let data = self.authenticator_data(self.flags);
        let signature: DerSignature = self.key.sign(&[data.as_slice(), &Sha256::digest(client.as_bytes())].concat());
        self.answered(&json!({
            "authenticatorData": base64url(data),
            "clientDataJSON": base64url(client),
            "signature": base64url(signature.as_bytes()),
            "userHandle": base64url(&self.handle),
        }))
    }

    /// A device that says it is somebody else's.
    pub(crate) fn says_it_is(mut self, number: &str) -> Passkey {
        self.handle = [number.as_bytes(), &[0; 16]].concat()[..16].to_vec();
        self
    }

    fn answered(&self, response: &Value) -> String {
        json!({ "id": base64url(self.id), "rawId": base64url(self.id), "type": "public-key", "response": response, "extensions": {} }).to_string()
    }

    /// Asks to sign in and answers, as a program does.
    pub(crate) async fn signs_in(&mut self, town: &Town) -> Answer {
        let asked = town.asks_to_sign_in().await;
        self.counter += 1;
        town.answers_sign_in(&asked, &self.signed(&asked)).await
    }
}

impl Town {
    async fn sends_form(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        self.send("POST", path, &FORM, url_encoded(&fields(pairs))).await
    }

    pub(crate) async fn asks_to_sign_in(&self) -> Value {
        self.sends_form("/desk/sign-in/challenge", &[]).await.expect(200).json()
    }

    pub(crate) async fn answers_sign_in(&self, asked: &Value, answer: &str) -> Answer {
        self.sends_form("/desk/sign-in/finish", &[("question", asked["question"].as_str().unwrap()), ("answer", answer)]).await
    }

    pub(crate) async fn asks_to_enrol(&self, officer: &str, code: &str) -> Answer {
        self.sends_form("/desk/enrol/challenge", &[("officer", officer), ("code", code)]).await
    }

    pub(crate) async fn answers_enrolment(&self, asked: &Value, answer: &str) -> Answer {
        self.sends_form("/desk/enrol", &[("question", asked["question"].as_str().unwrap()), ("answer", answer)]).await
    }

    /// Makes a passkey with an invitation.
    pub(crate) async fn enrols(&self, officer: &str, code: &str) -> Passkey {
        let asked = self.asks_to_enrol(officer, code).await.expect(200).json();
        let passkey = Passkey::offered(self, &asked);
        self.answers_enrolment(&asked, &passkey.made(&asked)).await.expect(303);
        passkey
    }
}
