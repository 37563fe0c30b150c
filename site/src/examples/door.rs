//! How officers come in: each page as it is met first, and with everything that can be said on it.

use super::complaint::both;
use super::desk::head;
use super::people::{at, numbered};
use crate::page::door::{DoorNotice, EnrolPage, InviteNotice, InvitePage, InvitedPage, Invitee, SignInPage, UnitShown};
use crate::page::{Onward, Page};

/// By a short name; those at which somebody is signed in begin as the console's others do.
pub(super) fn pages() -> Vec<(&'static str, Page<'static>)> {
    let local = Some("http://localhost:8080".to_owned());
    let sign_in = |notice| Page::SignIn(SignInPage { notice, ..SignInPage::default() });
    let enrol = |notice| Page::Enrol(EnrolPage { officer: "O-0002".to_owned(), notice: Some(notice), elsewhere: None });
    let invite = |notice| Page::Invite(Box::new(InvitePage { notice, ..list() }));
    vec![
        ("door-sign-in", sign_in(None)),
        ("door-sign-in-local", Page::SignIn(SignInPage { elsewhere: local, ..SignInPage::default() })),
        ("door-sign-in-proof", Page::SignIn(SignInPage { onward: Some(Onward::Case(numbered(3))), ..SignInPage::default() })),
        ("door-sign-in-refused", sign_in(Some(DoorNotice::Refused))),
        ("door-sign-in-late", sign_in(Some(DoorNotice::TooLate))),
        ("door-sign-in-no-post", sign_in(Some(DoorNotice::NoPost))),
        ("door-enrol", Page::Enrol(EnrolPage::default())),
        ("door-enrol-no-invitation", enrol(DoorNotice::NoInvitation)),
        ("door-enrol-not-made", enrol(DoorNotice::NotMade)),
        ("desk-invite", invite(None)),
        ("desk-invite-empty", Page::Invite(Box::new(InvitePage { officers: Vec::new(), below: Vec::new(), ..list() }))),
        ("desk-invite-refused", invite(Some(InviteNotice::Refused))),
        ("desk-invite-full", invite(Some(InviteNotice::Full))),
        ("desk-invite-asked", invite(Some(InviteNotice::RecoveryAsked { number: "O-0003".to_owned(), until: at(25, 10, 30) }))),
        ("desk-invited", Page::Invited(Box::new(invited()))),
        ("desk-invited-recovered", Page::Invited(Box::new(InvitedPage { recovered: true, ..invited() }))),
    ]
}

fn list() -> InvitePage {
    let unit = |code: &str, hi: &str, en: &str| UnitShown { code: code.to_owned(), name: both(hi, en) };
    let officer = |number: &str, hi: &str, en: &str, passkeys| Invitee {
        number: number.to_owned(),
        rank: both("उपनिरीक्षक", "Sub-Inspector"),
        name: both(hi, en),
        post: both("जाँच अधिकारी", "Investigating Officer"),
        suspended: false,
        passkeys,
        invited_until: None,
        recovery_until: None,
    };
    InvitePage {
        head: head(),
        way: vec![unit("UP", "", ""), unit("LKO/Cantt", "कैंट", "Cantt")],
        below: vec![unit("LKO-ALB", "आलमबाग", "Alambagh"), unit("LKO-BKT", "बख्शी का तालाब", "Bakshi Ka Talab")],
        officers: vec![
            officer("O-0002", "अनीता यादव", "Anita Yadav", 0),
            Invitee { invited_until: Some(at(25, 10, 30)), ..officer("O-0003", "प्रिया सिंह", "Priya Singh", 1) },
            Invitee { suspended: true, recovery_until: Some(at(25, 9, 0)), ..officer("O-0004", "राकेश वर्मा", "Rakesh Verma", 2) },
        ],
        notice: None,
    }
}

fn invited() -> InvitedPage {
    let code = "3QJR-8M2W-T7YC-A5DX-0HNE-9KPV-ZG";
    InvitedPage {
        head: head(),
        number: "O-0002".to_owned(),
        rank: both("उपनिरीक्षक", "Sub-Inspector"),
        name: both("अनीता यादव", "Anita Yadav"),
        code: code.to_owned(),
        link: format!("https://sunwai.example/desk/enrol#O-0002.{}", code.replace('-', "")),
        until: at(25, 10, 30),
        recovered: false,
    }
}
