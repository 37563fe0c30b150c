//! What left, to whom, and whether it was wanted: at least once each, and a second time only where a copy could not know of the first.

use std::collections::BTreeMap;

use domain::Timestamp;
use domain::complaint::Officer;
use domain::contact::Texting;
use domain::event::{Event, Telling, TextKey};
use jiff::SignedDuration;
use store::Delivery;

use crate::check::replay::contact;
use crate::check::{Breaks, Case, Evidence, shown};
use crate::world::Sms;

/// A claim keeps others off for two minutes, by clocks that are at most twenty seconds off.
const CLAIM: SignedDuration = SignedDuration::from_secs(120 - 40);

pub(crate) fn judge(it: &Evidence<'_>, breaks: &mut Breaks) {
    let mut left: BTreeMap<(&str, &str), Vec<&Sms>> = BTreeMap::new();
    for sms in &it.texts {
        if let Some(claim) = &sms.sent.claim {
            left.entry((&claim.row.0, &claim.row.1)).or_default().push(sms);
        }
    }
    for ((pk, sk), texts) in &mut left {
        texts.sort_by_key(|sms| sms.sent.n);
        twice(&format!("{pk} {sk}"), texts, breaks);
    }
    let keys: BTreeMap<String, TextKey> = it.app.base().texts().templates().map(|it| (it.dlt_id.clone(), it.key)).collect();
    for case in &it.cases {
        let pk = format!("C#{}", case.complaint.number);
        for stored in &case.events {
            let sk = format!("E#{:08}#{:02}", stored.event.version, stored.event.n);
            let texts = left.get(&(pk.as_str(), sk.as_str())).map(Vec::as_slice).unwrap_or_default();
            told(it, case, &stored.event, stored.delivery, texts, &keys, breaks);
        }
    }
}

/// The one window: a copy that ended, or did not hear, after the network took the text and before its row said so.
fn twice(row: &str, texts: &[&Sms], breaks: &mut Breaks) {
    for pair in texts.windows(2) {
        let [first, second] = pair else { continue };
        let at = || format!("{row}: at {} and at {}", shown(first.at), shown(second.at));
        breaks.unless(!second.sent.settled, "what is settled is not sent again", at);
        match (&first.sent.claim, &second.sent.claim) {
            (Some(one), Some(other)) if one.n == other.n => breaks.unless(!first.heard, "what was heard is not said again", at),
            (Some(before), Some(after)) => breaks.unless(after.at.duration_since(before.at) >= CLAIM, "one claim at a time", at),
            (_, _) => breaks.add("a text has a claim", at()),
        }
    }
}

fn told(it: &Evidence<'_>, case: &Case, event: &Event, delivery: Delivery, texts: &[&Sms], keys: &BTreeMap<String, TextKey>, breaks: &mut Breaks) {
    let at = || format!("{} {}.{}: {:?}, {} texts, {:?}", case.name(), event.version, event.n, event.kind.tag(), texts.len(), delivery);
    let Some(telling) = event.telling() else {
        breaks.unless(texts.is_empty() && delivery == Delivery::Silent, "what has no text is silent", at);
        return;
    };
    let key = match telling {
        Telling::Her(key) | Telling::Post(_, key) => key,
    };
    let fits = texts.iter().all(|sms| keys.get(&sms.template) == Some(&key));
    breaks.unless(fits, "an event has its own text", at);
    match delivery {
        Delivery::Sent => breaks.unless(!texts.is_empty(), "what is noted as sent was sent", at),
        Delivery::Waiting => breaks.unless(event.at > it.month.cleared, "no text is stuck", at),
        Delivery::NotWanted | Delivery::NoPhone => {}
        Delivery::Failed | Delivery::Silent => breaks.add("every wanted text leaves", at()),
    }
    match telling {
        Telling::Her(_) => her(it, case, delivery, texts, breaks),
        Telling::Post(rung, _) => {
            let staff = || it.town.staff.iter().filter(|(officer, _)| officer.unit == rung.unit);
            let phones = |then| staff().filter(move |(officer, _)| !it.has_left(officer, then)).filter_map(|(_, phone)| phone.as_deref());
            breaks.unless(texts.iter().all(|sms| phones(sms.at).any(|phone| phone == sms.to)), "a post is told on its own phone", at);
            let stays = staff().any(|(officer, phone)| officer.post == rung.post && phone.is_some() && !it.has_left(officer, it.now));
            breaks.unless(delivery != Delivery::NoPhone || !stays, "a post with a phone is told", at);
        }
    }
}

impl Evidence<'_> {
    fn has_left(&self, officer: &Officer, at: Timestamp) -> bool {
        self.month.turns.iter().any(|turn| turn.at <= at && turn.left.contains(&officer.id))
    }
}

fn her(it: &Evidence<'_>, case: &Case, delivery: Delivery, texts: &[&Sms], breaks: &mut Breaks) {
    let name = case.name();
    let phone = &it.town.plans[case.plan].phone;
    breaks.unless(texts.iter().all(|sms| sms.to == *phone), "she is told on her own phone", || name.clone());
    for sms in texts {
        let claimed = sms.sent.claim.as_ref().map_or(sms.sent.n, |claim| claim.n);
        // What she had said when the text was claimed, and whatever she said from then until it was sent off.
        let last = case.commits.iter().rposition(|commit| commit.n <= claimed).unwrap_or(0);
        let said = case.commits[last..].iter().take_while(|commit| commit.n <= sms.sent.n);
        let allowed = said.filter_map(|commit| contact(&commit.meta)).any(|contact| contact.texting(sms.sent.shown) == Texting::Now);
        breaks.unless(allowed, "no text against safe contact", || {
            let now = case.commits[last..].first().and_then(|commit| contact(&commit.meta));
            format!("{name}: sent at {}, taken at {}, and she had said {now:?}", shown(sms.sent.shown), shown(sms.at))
        });
    }
    let silenced = case.commits.iter().filter_map(|commit| contact(&commit.meta)).any(|contact| !contact.sms);
    breaks.unless(delivery != Delivery::NotWanted || silenced, "a wanted text is sent", || name.clone());
}
