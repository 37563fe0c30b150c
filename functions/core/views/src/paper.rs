//! What goes on paper: the report of an officer, the receipt of a complaint.

use domain::Timestamp;
use domain::complaint::{Complaint, Officer, Stage};
use domain::event::{Act, Actor, Event, Kind};
use domain::evidence::Sha;
use domain::ids::OfficerId;
use domain::number::Number;
use domain::picture::Hand;
use domain::policy::Policy;
use domain::work::{Atr, AtrState};
use seal::DataKey;
use site::page::paper::{CertificateSheet, ContactMade, FileListed, Given, Held, PictureListed, Reading, ReceiptSheet, ReportSheet, Standing, Written};
use site::page::{ComplaintPage, Holder};
use store::{Case, File, Look, Shown, StoredEvent, Unit};

use crate::case::place_of;
use crate::complaint::{allowed, complaint_page, officer_as_holder, same};
use crate::picture::of_report;

/// The latest report of a case; `None` where none was filed since it last began anew.
pub fn report_sheet(policy: &Policy, case: &Case, key: Option<&DataKey>, (units, pictures): (&[Unit], &[File]), now: Timestamp) -> Option<ReportSheet> {
    let it = &case.complaint;
    let atr = it.work.atr.as_ref()?;
    let who = |id: &OfficerId| known(policy, case, units, id);
    let ComplaintPage { category, registered_at, disposal, .. } = complaint_page(policy, it, &case.events, now);
    Some(ReportSheet {
        number: it.number.clone(),
        category,
        place: place_of(policy, it),
        registered_at,
        due_at: disposal.ends_at,
        filed_at: atr.at,
        author: who(&atr.by),
        contacts: case.events.iter().filter(|stored| stored.event.at <= atr.at).filter_map(|stored| contact(&stored.event, who)).collect(),
        fir: key.and_then(|key| fir(case, key)),
        pictures: of_report(case).iter().filter_map(|sha| listed(pictures, sha, who)).collect(),
        written: key.and_then(|key| written(case, key)),
        reading: reading(case, atr, who),
    })
}

fn contact(event: &Event, who: impl Fn(&OfficerId) -> Holder) -> Option<ContactMade> {
    let Actor::Officer(id) = &event.by else { return None };
    let reached = event.kind == Kind::Acted(Act::Reached);
    (reached || event.kind == Kind::Acted(Act::NotReached)).then(|| ContactMade { at: event.at, reached, by: who(id) })
}

/// A picture that the report has, from its own row.
fn listed(pictures: &[File], sha: &Sha, who: impl Fn(&OfficerId) -> Holder) -> Option<PictureListed> {
    let file = pictures.iter().find(|file| file.mark.sha == *sha)?;
    let Hand::Officer(taker) = &file.by else { return None };
    Some(PictureListed { at: file.added_at, sha: sha.clone(), by: who(&taker.officer) })
}

/// The latest event of a kind, for the words or the moment that belong to it.
fn latest(case: &Case, kind: impl Fn(&Kind) -> bool) -> Option<&Event> {
    case.events.iter().rev().map(|stored| &stored.event).find(|event| kind(&event.kind))
}

fn opened(case: &Case, key: &DataKey, kind: impl Fn(&Kind) -> bool, part: &str) -> Option<String> {
    let event = latest(case, kind)?;
    case.words.get(&(event.version, event.n))?.open(key, event.version, part)
}

fn written(case: &Case, key: &DataKey) -> Option<Written> {
    let part = |name| opened(case, key, |kind| matches!(kind, Kind::AtrFiled { .. }), name);
    Some(Written { findings: part("findings")?, no_photo_reason: part("no_photo_reason") })
}

fn fir(case: &Case, key: &DataKey) -> Option<(String, String)> {
    let part = |name| opened(case, key, |kind| *kind == Kind::Recorded, name);
    Some((part("fir")?, part("sections").unwrap_or_default()))
}

fn reading(case: &Case, atr: &Atr, who: impl Fn(&OfficerId) -> Holder) -> Reading {
    let at = |kind: &Kind| latest(case, |it| it == kind).map_or(atr.at, |event| event.at);
    match &atr.state {
        AtrState::Filed => Reading::Waiting,
        AtrState::Returned => Reading::Returned { at: at(&Kind::AtrReturned) },
        AtrState::Approved { by } => Reading::Approved { at: at(&Kind::AtrApproved), by: who(by) },
    }
}

/// Rank, name and place of somebody who worked it or sits in a unit round it; else the number alone.
pub(crate) fn known(policy: &Policy, case: &Case, units: &[Unit], id: &OfficerId) -> Holder {
    let had = |stored: &StoredEvent| {
        let (Kind::Assigned { officer } | Kind::HandedOver { to: Some(officer) }) = &stored.event.kind else { return None };
        (officer.id == *id).then(|| officer.clone())
    };
    let posted = || units.iter().flat_map(|unit| &unit.posted).find(|posted| posted.officer.id == *id).map(|posted| posted.officer.clone());
    let found: Option<Officer> = case.events.iter().rev().find_map(had).or_else(posted);
    found.map_or_else(|| Holder { title: same(id.as_str()), place: same(""), woman: false, stands_in_for: None }, |officer| officer_as_holder(policy, &officer))
}

/// What may lie about: number, dates, who has it. The category stays off it, as her name does.
pub fn receipt_sheet(policy: &Policy, it: &Complaint, events: &[StoredEvent], now: Timestamp) -> ReceiptSheet {
    let ComplaintPage { number, registered_at, disposal, holidays, holder, working, ahead, .. } = complaint_page(policy, it, &[], now);
    let standing = match it.stage {
        Stage::Unassigned | Stage::Assigned { .. } | Stage::InAppeal { .. } => {
            Standing::Open(Box::new(Held { holder: working.unwrap_or(holder), next: ahead.into_iter().next() }))
        }
        Stage::Disposed { .. } => Standing::Settled,
    };
    ReceiptSheet { number, registered_at, due_at: disposal.ends_at, allowed: allowed(policy, it), holidays, standing, files: added(events), now }
}

fn added(events: &[StoredEvent]) -> Vec<FileListed> {
    let file = |stored: &StoredEvent| {
        let Kind::EvidenceAdded(mark) = &stored.event.kind else { return None };
        Some(FileListed { at: stored.event.at, mark: mark.clone() })
    };
    events.iter().filter_map(file).collect()
}

/// The draft of a certificate; `None` where no file was added.
pub fn certificate_sheet(number: &Number, files: &[File], looks: &[Look], now: Timestamp) -> Option<CertificateSheet> {
    let files: Vec<FileListed> = files.iter().map(|file| FileListed { at: file.added_at, mark: file.mark.clone() }).collect();
    let mut given: Vec<Given> = looks.iter().map(|look| Given { at: look.at, id: look.id.clone(), original: look.shown == Shown::Original }).collect();
    given.sort_by_key(|one| one.at);
    (!files.is_empty()).then(|| CertificateSheet { number: number.clone(), files, given, now })
}
