//! Files to add, and the form that carries them.

use std::collections::BTreeMap;

use reqwest::header::{ACCEPT, COOKIE};

use crate::officer::Officer;
use crate::town::{Answer, Citizen, Town};

/// A boundary as no picture holds it.
const BETWEEN: &str = "----it-0123456789abcdef";

/// A form with one file, as a browser writes it.
pub(crate) fn form(name: &str, content: &[u8], sha256: Option<&str>) -> Vec<u8> {
    let hash = sha256.map(|sha| format!("--{BETWEEN}\r\nContent-Disposition: form-data; name=\"sha256\"\r\n\r\n{sha}\r\n")).unwrap_or_default();
    let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    let head =
        format!("{hash}--{BETWEEN}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    [head.as_bytes(), content, format!("\r\n--{BETWEEN}--\r\n").as_bytes()].concat()
}

impl Citizen<'_> {
    /// Adds a file as a program does.
    pub(crate) async fn adds(&self, number: &str, name: &str, content: &[u8]) -> Answer {
        self.sends_form(number, "application/json", form(name, content, None)).await
    }

    pub(crate) async fn sends_form(&self, number: &str, accept: &str, body: Vec<u8>) -> Answer {
        let kind = format!("multipart/form-data; boundary={BETWEEN}");
        let headers = [("accept", accept), ("content-type", kind.as_str()), ("cookie", &self.cookie())];
        self.town().send("POST", &format!("/{}/complaints/{number}/evidence", self.lang), &headers, body).await
    }
}

impl Officer<'_> {
    /// Takes a picture in as a program does.
    pub(crate) async fn takes_in(&self, number: &str, name: &str, content: &[u8]) -> Answer {
        self.sends_picture(number, "application/json", &self.form_token, form(name, content, None)).await
    }

    /// The form of the page, with a token in it before the file.
    pub(crate) async fn sends_picture(&self, number: &str, accept: &str, token: &str, body: Vec<u8>) -> Answer {
        let kind = format!("multipart/form-data; boundary={BETWEEN}");
        let token = format!("--{BETWEEN}\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{token}\r\n");
        let headers = [("accept", accept), ("content-type", kind.as_str()), ("cookie", self.cookie.as_str())];
        self.town().send("POST", &format!("/desk/complaints/{number}/pictures"), &headers, [token.as_bytes(), &body].concat()).await
    }
}

impl Town {
    /// What a browser gets that keeps a file.
    pub(crate) async fn fetched(&self, path: &str, cookie: &str) -> (u16, BTreeMap<String, String>, Vec<u8>) {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let response = client.get(format!("{}{path}", self.url())).header(ACCEPT, "text/html,*/*").header(COOKIE, cookie).send().await.unwrap();
        let status = response.status().as_u16();
        let headers = response.headers().iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
        (status, headers, response.bytes().await.unwrap().to_vec())
    }
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }))
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [kind.as_slice(), data].concat();
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &named, &crc(&named).to_be_bytes()].concat()
}

/// A grey picture of so many squares that says so.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    png_saying(width, height, &vec![0x80; (width as usize + 1) * height as usize])
}

/// A PNG with this header, whatever follows it.
pub(crate) fn png_saying(width: u32, height: u32, rows: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    // Each row begins with its filter: none.
    let rows: Vec<u8> = rows.iter().enumerate().map(|(at, byte)| if at % (width as usize + 1) == 0 { 0 } else { *byte }).collect();
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&rows).unwrap();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let said = chunk(b"tEXt", b"Comment\0GPS 26.8467 80.9462 Sunita");
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), said, chunk(b"IDAT", &packed.finish().unwrap()), chunk(b"IEND", b"")].concat()
}
