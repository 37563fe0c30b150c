//! The network that texts leave by: it takes them, or refuses, and a phone keeps what arrived.

use std::collections::BTreeMap;

use crate::weather::Fate;
use crate::wire::{Answer, Says};
use crate::world::{Kept, Sending, Sms};

/// Takes a text.
pub(crate) fn take(kept: &mut Kept, form: &str, sent: &Sending) -> Answer {
    let fields: BTreeMap<String, String> = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let named = |wanted: &str| {
        let of = |n: usize| (field(&format!("MessageAttributes.entry.{n}.Name")), field(&format!("MessageAttributes.entry.{n}.Value.StringValue")));
        (1..=8).map(of).find(|(name, _)| name == wanted).map(|(_, value)| value).unwrap_or_default()
    };
    let sms =
        Sms { at: kept.now(), to: field("PhoneNumber"), text: field("Message"), template: named("AWS.MM.SMS.TemplateId"), sent: sent.clone(), heard: false };
    kept.texts.push(sms);
    let id = kept.texts.len();
    Answer {
        status: 200,
        says: Says::Taken(id - 1),
        body: format!(
            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>m-{id}</MessageId></PublishResult>\
             <ResponseMetadata><RequestId>r-{id}</RequestId></ResponseMetadata></PublishResponse>"
        ),
    }
}

/// How it refuses; `None` where it would not in this way.
pub(crate) fn refused(fate: Fate) -> Option<Answer> {
    let (status, kind, code) = match fate {
        Fate::Broken => (500, "Receiver", "InternalError"),
        Fate::Throttled => (400, "Sender", "Throttling"),
        Fate::Fine | Fate::Lost | Fate::Refused | Fate::Conflict | Fate::ReplyLost | Fate::Strayed(_) | Fate::Stale => return None,
    };
    let body = format!(
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>{kind}</Type><Code>{code}</Code><Message>not now</Message></Error>\
         <RequestId>r-0</RequestId></ErrorResponse>"
    );
    Some(Answer { status, body, says: Says::Nothing })
}
