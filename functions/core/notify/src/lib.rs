#![doc = include_str!("../README.md")]

use std::fmt;
use std::sync::Arc;

use aws_sdk_sns::Client;
use aws_sdk_sns::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_sns::types::MessageAttributeValue;
use domain::event::{Event, Kind, Telling, TextKey};
use domain::lang::Lang;
use domain::otp::{self, Code};
use domain::sms::{Rendered, Texts};

/// Where texts leave: SNS, or another endpoint that speaks the same.
#[derive(Clone)]
pub struct Outlet {
    client: Client,
    texts: Arc<Texts>,
}

/// A text did not leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// It never will: the number is none, or the text has no template that it fits.
    Refused(String),
    /// It may a little later.
    Later(String),
}

impl fmt::Display for Unsent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unsent::Refused(why) => write!(f, "send a text, for good: {why}"),
            Unsent::Later(why) => write!(f, "send a text, this time: {why}"),
        }
    }
}

impl std::error::Error for Unsent {}

impl Outlet {
    pub fn connect(config: &aws_types::SdkConfig, endpoint: Option<&str>, texts: Arc<Texts>) -> Outlet {
        let mut builder = aws_sdk_sns::config::Builder::from(config);
        builder.set_endpoint_url(endpoint.map(str::to_owned).or_else(|| config.endpoint_url().map(str::to_owned)));
        Outlet { client: Client::from_conf(builder.build()), texts }
    }

    /// Sends a one-time code, directly: it is written down nowhere on the way.
    ///
    /// # Errors
    /// [`Unsent`].
    pub async fn send_code(&self, e164: &str, lang: Lang, code: &Code) -> Result<String, Unsent> {
        let minutes = (otp::LIFE.as_secs() / 60).to_string();
        let text = self.texts.render(TextKey::Otp, lang, &[("code", code.digits()), ("minutes", &minutes)]);
        self.publish(e164, text).await
    }

    /// Sends the text that tells of an event. The answer is the network's message id.
    ///
    /// # Errors
    /// [`Unsent`].
    pub async fn send_update(&self, e164: &str, lang: Lang, event: &Event) -> Result<String, Unsent> {
        let number = ("number", event.number.as_str());
        let day = |at| words::date::day(lang, domain::calendar::wall(at).date());
        let (Telling::Her(key) | Telling::Post(_, key)) = event.telling().ok_or_else(|| Unsent::Refused("no text tells of it".to_owned()))?;
        let text = match &event.kind {
            Kind::Registered { due_at: at, .. }
            | Kind::Escalated { next_at: at, .. }
            | Kind::Arrived { next_at: at, .. }
            | Kind::Missed { ended_at: at, .. } => self.texts.render(key, lang, &[number, ("date", &day(*at))]),
            Kind::HearingBooked { at, token } => {
                let slots = [number, ("date", &day(*at)), ("time", &words::date::clock(lang, *at)), ("token", &token.to_string())];
                self.texts.render(key, lang, &slots)
            }
            Kind::Warned { mark, ends_at, .. } => self.texts.render(key, lang, &[number, ("percent", &mark.percent().to_string()), ("date", &day(*ends_at))]),
            Kind::Assigned { .. }
            | Kind::TopAlarm { .. }
            | Kind::Disposed(_)
            | Kind::Looked(_)
            | Kind::Acknowledged
            | Kind::PauseAsked { .. }
            | Kind::AtrFiled { .. }
            | Kind::AtrReturned
            | Kind::AtrApproved
            | Kind::HandedOver { .. }
            | Kind::Released
            | Kind::Transferred { .. }
            | Kind::Acted(_)
            | Kind::Recorded
            | Kind::EnquiryOpened
            | Kind::Paused { .. }
            | Kind::Resumed { .. }
            | Kind::Noted
            | Kind::ContactChanged
            | Kind::Answered { .. }
            | Kind::RefusalReported { .. }
            | Kind::WithdrawalAsked { .. }
            | Kind::KeptOn
            | Kind::TakenUp { .. }
            | Kind::TakenDown { .. }
            | Kind::EvidenceAdded(_)
            | Kind::PictureAdded(_)
            | Kind::HearingNear
            | Kind::HearingUnreached
            | Kind::HearingLeft { .. }
            | Kind::Heard { .. }
            | Kind::Reopened { .. }
            | Kind::Appealed { .. } => self.texts.render(key, lang, &[number]),
        };
        self.publish(e164, text).await
    }

    /// Sends a post what it has before it this morning.
    ///
    /// # Errors
    /// [`Unsent`].
    pub async fn send_digest(&self, e164: &str, lang: Lang, late: u32, today: u32, tomorrow: u32) -> Result<String, Unsent> {
        // Four digits fit into the text; whoever has more knows it.
        let shown = |n: u32| n.min(9999).to_string();
        let text = self.texts.render(TextKey::Digest, lang, &[("late", &shown(late)), ("today", &shown(today)), ("tomorrow", &shown(tomorrow))]);
        self.publish(e164, text).await
    }

    async fn publish(&self, e164: &str, text: Option<Rendered>) -> Result<String, Unsent> {
        let text = text.ok_or_else(|| Unsent::Refused("no template fits".to_owned()))?;
        let attributes = [
            ("AWS.SNS.SMS.SMSType", "Transactional"),
            ("AWS.SNS.SMS.SenderID", &text.header),
            ("AWS.MM.SMS.EntityId", &self.texts.entity_id),
            ("AWS.MM.SMS.TemplateId", &text.dlt_id),
        ];
        let mut call = self.client.publish().phone_number(e164).message(&text.text);
        for (name, value) in attributes {
            let value = MessageAttributeValue::builder().data_type("String").string_value(value).build();
            call = call.message_attributes(name, value.map_err(|_| Unsent::Refused("an attribute without a value".to_owned()))?);
        }
        match call.send().await {
            Ok(sent) => Ok(sent.message_id.unwrap_or_default()),
            Err(SdkError::ServiceError(refused)) => {
                let code = refused.err().code().unwrap_or("unknown").to_owned();
                let for_good = matches!(code.as_str(), "InvalidParameter" | "InvalidParameterValue" | "ParameterValueInvalid" | "OptedOut");
                Err(if for_good { Unsent::Refused(code) } else { Unsent::Later(code) })
            }
            Err(other) => Err(Unsent::Later(other.to_string())),
        }
    }
}
