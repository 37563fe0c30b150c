//! One file from a form (`multipart/form-data`, RFC 7578), for browsers that have nothing but forms.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use domain::evidence::MOST_BY_FORM;
use http_body_util::BodyExt as _;
use site::page::ProblemKind;

use crate::{FORM_TOKEN, Problem};

/// What a form may have beside its file.
const ROUND_IT: u64 = 64 * 1024;
/// So much of a body that is too large is read and thrown away: a browser that is cut off shows no page.
const PATIENCE: u64 = 64 * 1024 * 1024;
/// The most parts of a form, and the most bytes of what stands before each.
const PARTS: usize = 16;
const HEAD: usize = 4096;

/// What a form brought.
#[derive(Clone, Debug)]
pub enum Upload {
    File {
        name: String,
        content: Bytes,
        /// What the sender says that its SHA-256 is.
        sha256: Option<String>,
    },
    /// No file was chosen.
    Nothing,
    /// More than a form may carry.
    TooLarge,
}

/// The same of a form of the console, with what proves that the form is ours.
#[derive(Clone, Debug)]
pub struct DeskUpload {
    pub upload: Upload,
    /// Empty where it was not sent, or was not read for the size of what came.
    pub form_token: String,
}

impl<S: Sync> FromRequest<S> for DeskUpload {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<DeskUpload, Problem> {
        sent(request).await
    }
}

impl<S: Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Upload, Problem> {
        sent(request).await.map(|sent| sent.upload)
    }
}

async fn sent(request: Request) -> Result<DeskUpload, Problem> {
    let boundary = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).and_then(boundary).ok_or(ProblemKind::WrongType)?;
    match whole(request.into_body()).await? {
        None => Ok(DeskUpload { upload: Upload::TooLarge, form_token: String::new() }),
        Some(body) => read(&body, &boundary).ok_or_else(|| ProblemKind::UnreadableBody.into()),
    }
}

/// The body; `None` where it is larger than a form may be.
async fn whole(mut body: Body) -> Result<Option<Bytes>, Problem> {
    let (mut kept, mut seen) = (Vec::new(), 0u64);
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| ProblemKind::UnreadableBody)?.into_data() else { continue };
        seen += data.len() as u64;
        if seen <= MOST_BY_FORM + ROUND_IT {
            kept.extend_from_slice(&data);
        } else if seen > PATIENCE {
            return Ok(None);
        } else {
            kept = Vec::new();
        }
    }
    Ok((seen <= MOST_BY_FORM + ROUND_IT).then(|| Bytes::from(kept)))
}

/// What stands between the parts.
fn boundary(declared: &str) -> Option<String> {
    let (kind, parameters) = declared.split_once(';')?;
    kind.trim().eq_ignore_ascii_case("multipart/form-data").then_some(())?;
    let named = |pair: &str| pair.trim().split_once('=').filter(|(name, _)| name.eq_ignore_ascii_case("boundary")).map(|(_, value)| value.to_owned());
    let value = parameters.split(';').find_map(named)?;
    let value = value.trim().trim_matches('"');
    (1..=70).contains(&value.len()).then(|| value.to_owned())
}

/// The parts of a whole form; `None` where it ends too early or is none.
fn read(body: &Bytes, boundary: &str) -> Option<DeskUpload> {
    let first = format!("--{boundary}");
    let between = format!("\r\n{first}");
    body.starts_with(first.as_bytes()).then_some(())?;
    let mut at = first.len();
    let (mut file, mut sha256, mut form_token) = (None, None, String::new());
    for _ in 0..PARTS {
        match body.get(at..at + 2)? {
            b"--" => {
                let upload = match file {
                    Some((name, content)) => finished(name, content, sha256),
                    None => Upload::Nothing,
                };
                return Some(DeskUpload { upload, form_token });
            }
            b"\r\n" => at += 2,
            _ => return None,
        }
        let room = &body[at..body.len().min(at + HEAD)];
        let length = find(room, b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&room[..length]).into_owned();
        let begins = at + length + 4;
        let ends = begins + find(&body[begins..], between.as_bytes())?;
        let content = body.slice(begins..ends);
        match parameter(&head, "name").as_deref() {
            // Twice the same field: the last one counts, as in every other form.
            Some("file") => file = Some((parameter(&head, "filename").unwrap_or_default(), content)),
            Some("sha256") => sha256 = Some(text(&content)).filter(|text| !text.is_empty()),
            Some(FORM_TOKEN) => form_token = text(&content),
            Some(_) | None => {}
        }
        at = ends + between.len();
    }
    None
}

fn text(content: &[u8]) -> String {
    std::str::from_utf8(content).unwrap_or_default().trim().to_owned()
}

fn finished(name: String, content: Bytes, sha256: Option<String>) -> Upload {
    // A browser sends an empty part where nothing was chosen.
    if name.is_empty() && content.is_empty() {
        Upload::Nothing
    } else if content.len() as u64 > MOST_BY_FORM {
        Upload::TooLarge
    } else {
        Upload::File { name, content, sha256 }
    }
}

/// A quoted parameter of the disposition. Browsers write a quote within as `%22`.
fn parameter(head: &str, name: &str) -> Option<String> {
    let line = head.split("\r\n").find(|line| line.get(..20).is_some_and(|start| start.eq_ignore_ascii_case("content-disposition:")))?;
    let marker = format!("; {name}=\"");
    let from = line.find(&marker)? + marker.len();
    let value = &line[from..];
    Some(value[..value.find('"')?].replace("%22", "\""))
}

fn find(heap: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(next) = heap.get(from..)?.iter().position(|b| *b == first) {
        if heap[from + next..].starts_with(wanted) {
            return Some(from + next);
        }
        from += next + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form(name: &str, content: &[u8], sha256: &str) -> Bytes {
        let head = format!(
            "--XX\r\nContent-Disposition: form-data; name=\"sha256\"\r\n\r\n{sha256}\r\n--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
        );
        [head.as_bytes(), content, b"\r\n--XX--\r\n"].concat().into()
    }

    fn upload(body: &Bytes) -> Option<Upload> {
        read(body, "XX").map(|sent| sent.upload)
    }

    #[test]
    fn the_proof_of_a_form_of_the_console_comes_with_its_file() {
        let token = "--XX\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n9f86d0\r\n";
        let whole: Bytes = [token.as_bytes(), &form("a.png", b"x", "")].concat().into();
        let sent = read(&whole, "XX").unwrap();
        assert!(matches!(sent.upload, Upload::File { .. }));
        assert_eq!(sent.form_token, "9f86d0");
        assert_eq!(read(&form("a.png", b"x", ""), "XX").unwrap().form_token, "");
    }

    #[test]
    fn a_boundary_is_found_however_it_is_written() {
        assert_eq!(boundary("multipart/form-data; boundary=XX").as_deref(), Some("XX"));
        assert_eq!(boundary("Multipart/Form-Data;charset=utf-8; Boundary=\"X X\"").as_deref(), Some("X X"));
        for other in [
            "multipart/form-data",
            "multipart/mixed; boundary=XX",
            "text/plain; boundary=XX",
            "multipart/form-data; boundary=",
            &format!("multipart/form-data; boundary={}", "X".repeat(71)),
        ] {
            assert_eq!(boundary(other), None, "{other}");
        }
    }

    #[test]
    fn nothing_chosen_and_too_much_are_told_apart() {
        assert!(matches!(upload(&form("", b"", "")), Some(Upload::Nothing)));
        assert!(matches!(upload(&Bytes::from_static(b"--XX--")), Some(Upload::Nothing)));
        let most = usize::try_from(MOST_BY_FORM).unwrap();
        assert!(matches!(upload(&form("a", &vec![7; most], "")), Some(Upload::File { .. })));
        assert!(matches!(upload(&form("a", &vec![7; most + 1], "")), Some(Upload::TooLarge)));
    }

    proptest! {
        #[test]
        fn what_was_put_in_comes_out(name in "[^\"\r\n%]{1,60}", content in proptest::collection::vec(any::<u8>(), 0..300), sha in "[0-9a-f]{0,64}") {
            prop_assume!(find(&content, b"\r\n--XX").is_none());
            match upload(&form(&name, &content, &sha)) {
                Some(Upload::File { name: read, content: bytes, sha256 }) => {
                    prop_assert_eq!(read, name);
                    prop_assert_eq!(&bytes[..], &content[..]);
                    prop_assert_eq!(sha256.unwrap_or_default(), sha);
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }

        #[test]
        fn a_form_that_was_cut_off_is_none(content in proptest::collection::vec(any::<u8>(), 0..200), cut in 1usize..400) {
            prop_assume!(find(&content, b"\r\n--XX").is_none());
            let whole = form("a.png", &content, "");
            let cut = whole.len().saturating_sub(cut + 4);
            prop_assert!(read(&whole.slice(..cut), "XX").is_none());
        }

        #[test]
        fn no_bytes_break_it(body in "(--XX|\r\n|--|[a-z:;=\" ]{1,9}|Content-Disposition: form-data; name=\"file\"){0,30}") {
            let _ = read(&Bytes::from(body.into_bytes()), "XX");
        }
    }
}
