//! The wire between a copy of a function and the world: the SDK's own client above, the weather in between.

use std::fmt;
use std::time::Duration;

use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;

use crate::weather::Fate;
use crate::world::{Passage, Sending, World};
use crate::{phones, table};

/// The end of the wire that one copy of a function holds.
#[derive(Clone)]
pub(crate) struct Wire {
    pub(crate) world: World,
    pub(crate) me: usize,
}

/// What is sent: an operation of the table with its body, or a text.
#[derive(Clone, Debug)]
pub(crate) enum Sent {
    Table { operation: String, body: String },
    Text { form: String, sent: Sending },
}

/// What an answer tells its reader, as far as the world keeps books on it.
#[derive(Clone, Debug)]
pub(crate) enum Says {
    Nothing,
    /// This text was taken.
    Taken(usize),
    /// This row of the outbox is the reader's.
    Claimed((String, String)),
}

/// What comes back.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) says: Says,
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wire({})", self.me)
    }
}

impl Wire {
    pub(crate) fn client(self) -> SharedHttpClient {
        SharedHttpClient::new(self)
    }

    async fn carry(self, sent: Sent) -> Result<Answer, ConnectorError> {
        let is_text = matches!(sent, Sent::Text { .. });
        let passage = self.world.passage(self.me, is_text);
        tokio::time::sleep(self.world.travel()).await;
        let fate = match passage {
            Passage::Goes(fate) => fate,
            Passage::EndsBefore => return self.end().await,
            Passage::EndsAfter => {
                self.do_it(&sent, Fate::Fine);
                return self.end().await;
            }
        };
        let answer = match fate {
            Fate::Fine | Fate::Stale => self.do_it(&sent, fate),
            Fate::Lost => {
                self.world.kept().wrong(fate);
                return forever().await;
            }
            Fate::Refused => {
                self.world.kept().wrong(fate);
                return Err(ConnectorError::io("the connection was refused".into()));
            }
            Fate::Broken | Fate::Throttled | Fate::Conflict => match sent.refused(fate) {
                Some(answer) => {
                    self.world.kept().wrong(fate);
                    answer
                }
                None => self.do_it(&sent, Fate::Fine),
            },
            Fate::ReplyLost => {
                self.world.kept().wrong(fate);
                self.do_it(&sent, fate);
                return forever().await;
            }
            Fate::Strayed(by) => {
                self.world.kept().wrong(fate);
                // Its sender waits a second and gives up; it arrives all the same.
                let late = self.clone();
                tokio::spawn(async move {
                    tokio::time::sleep(Duration::from_secs(1) + by).await;
                    late.do_it(&sent, fate);
                });
                return forever().await;
            }
        };
        tokio::time::sleep(self.world.travel()).await;
        self.world.tick(self.me);
        match &answer.says {
            Says::Nothing => {}
            Says::Taken(n) => self.world.kept().texts[*n].heard = true,
            Says::Claimed(row) => self.world.kept().claims(self.me, row.clone()),
        }
        Ok(answer)
    }

    fn do_it(&self, sent: &Sent, fate: Fate) -> Answer {
        let mut kept = self.world.kept();
        match sent {
            Sent::Table { operation, body } => table::carry_out(&mut kept, operation, body, fate),
            Sent::Text { form, sent } => phones::take(&mut kept, form, sent),
        }
    }

    /// The copy ends here: whoever runs it hears of it and drops what it was doing.
    async fn end(&self) -> Result<Answer, ConnectorError> {
        self.world.crashed(self.me);
        forever().await
    }
}

/// Longer than any patience.
async fn forever() -> Result<Answer, ConnectorError> {
    std::future::pending().await
}

impl Sent {
    fn of(wire: &Wire, request: &HttpRequest) -> Sent {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let body = request.body().bytes().map(text).unwrap_or_default();
        match request.headers().get("x-amz-target").and_then(|target| target.split_once('.')) {
            Some((_, operation)) => Sent::Table { operation: operation.to_owned(), body },
            None => Sent::Text { form: body, sent: wire.world.kept().sending(wire.me) },
        }
    }

    /// How the other side refuses this; `None` where it would not in this way.
    fn refused(&self, fate: Fate) -> Option<Answer> {
        match self {
            Sent::Table { operation, body } => table::refused(operation, body, fate),
            Sent::Text { .. } => phones::refused(fate),
        }
    }
}

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (wire, sent) = (self.clone(), Sent::of(self, &request));
        let kind = if matches!(sent, Sent::Text { .. }) { "text/xml" } else { "application/x-amz-json-1.0" };
        HttpConnectorFuture::new(async move {
            let answer = wire.carry(sent).await?;
            let status = StatusCode::try_from(answer.status).map_err(|e| ConnectorError::other(e.into(), None))?;
            let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
            response.headers_mut().insert("content-type", kind);
            Ok(response)
        })
    }
}

impl HttpClient for Wire {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
