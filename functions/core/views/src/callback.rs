//! Filings to be called back, as the officer of a desk may see them.

use domain::Timestamp;
use domain::access::Viewer;
use domain::complaint::Officer;
use domain::contact::{SafeContact, Texting};
use domain::fault::Field;
use domain::ids::StationCode;
use domain::lang::Both;
use domain::policy::Policy;
use seal::DataKey;
use site::page::callback::{CallbackDone, CallbackOpen, CallbackPage, CallbackRow, CallbacksPage};
use site::page::desk::DeskHead;
use store::{AtDesk, Callback, PendingFiling};

use crate::complaint::place;
use crate::worklist::{category, station};

/// Who she is and what she says: what a call is made with.
const WHO: [Field; 4] = [Field::Name, Field::Landmark, Field::Locality, Field::Account];

/// The list of a unit, behind the wall.
pub fn callbacks_page(policy: &Policy, who: &Officer, head: DeskHead, all: Vec<Callback>, done: Option<CallbackDone>, now: Timestamp) -> CallbacksPage {
    let viewer = Viewer::of(policy, who);
    let hers = |it: &Callback| !viewer.is_walled_off(&it.accused, it.station.as_ref());
    let row = |it: Callback| CallbackRow {
        category: category(policy, it.category.as_str()),
        place: at(policy, who, it.station.as_ref()),
        filing: it.draft_digest,
        call_by: it.call_by,
    };
    CallbacksPage { head, rows: all.into_iter().filter(hers).map(row).collect(), done, now }
}

/// One of them; `key` where who she is was opened.
pub fn callback_page(
    policy: &Policy,
    who: &Officer,
    head: DeskHead,
    it: &PendingFiling,
    at_desk: &AtDesk,
    key: Option<&DataKey>,
    now: Timestamp,
) -> CallbackPage {
    let open = key.map(|key| CallbackOpen {
        fields: WHO.into_iter().filter_map(|field| Some((field, it.private.open(key, field.tag())?))).collect(),
        phone: it.private.e164(key).unwrap_or_default(),
    });
    CallbackPage {
        head,
        row: CallbackRow {
            filing: it.draft_digest.clone(),
            category: category(policy, it.open.category.as_str()),
            place: at(policy, who, it.open.station.as_ref()),
            call_by: at_desk.call_by,
        },
        filed_at: it.filed_at,
        spoken: it.open.lang,
        hours: it.open.contact.hours.map(|hours| hours.shown()),
        now_is_safe: SafeContact { sms: true, ..it.open.contact }.texting(now) == Texting::Now,
        tries: at_desk.tries,
        open,
    }
}

fn at(policy: &Policy, who: &Officer, code: Option<&StationCode>) -> Both {
    code.map_or_else(|| place(policy, &who.unit), |code| station(policy, code.as_str()))
}
