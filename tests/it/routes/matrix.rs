//! The access matrix: every route of the template × who asks × whose complaint it is. `tests/build.rs` makes the routes of the template
//! into `Route`, and `needs` matches them without a wildcard: a new route without a row does not compile.

use std::fmt::Write;

use domain::account::Account;
use domain::ids::OfficerId;

use crate::journeys::console::{FINDINGS, makes, minutes_ago};
use crate::officer::Officer;
use crate::town::{Answer, Filed, Town, officer};

include!(concat!(env!("OUT_DIR"), "/routes.rs"));

/// What a route asks of whoever comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    /// Open to all: it shows nothing of a complaint that its form does not prove.
    Nothing,
    /// A session that a code or a receipt opened, for this complaint.
    HerSession,
    /// A session that a code opened, whichever complaint it is.
    HerPhone,
    /// Somebody signed in at the console, whoever it is.
    Desk,
    /// Somebody signed in to whom the complaint of the address exists.
    Case,
    /// The same, and a report that was filed, or a file that was added: only the station's own complaint has them here.
    Report,
    /// Somebody signed in for whom the case was drawn; of these none is.
    Drawn,
    /// An address of a form, opened again: it leads to where the form was and says nothing, to whomever.
    WayBack,
}

fn needs(route: Route) -> Needs {
    match route {
        Route::GetLangComplaintsNew
        | Route::PostLangComplaints
        | Route::PostLangComplaintsChange
        | Route::PostLangComplaintsResend
        | Route::PostLangComplaintsConfirm
        | Route::PostLangTrack
        | Route::GetLangTrack
        | Route::PostLangTrackConfirm
        | Route::GetExit
        | Route::GetLangHearingsUnit
        | Route::GetLangSuggestions
        | Route::GetDeskSignIn
        | Route::PostDeskSignInChallenge
        | Route::PostDeskSignInFinish
        | Route::GetDeskSignInFinish
        | Route::GetDeskEnrol
        | Route::PostDeskEnrolChallenge
        | Route::PostDeskEnrol => Needs::Nothing,
        Route::GetLangComplaintsNumber
        | Route::GetLangComplaintsNumberReceiptPdf
        | Route::GetLangComplaintsNumberCertificatePdf
        | Route::GetLangComplaintsNumberEvidence
        | Route::PostLangComplaintsNumberEvidence
        | Route::PostLangComplaintsNumberEvidenceAsk
        | Route::GetLangComplaintsNumberAnswer
        | Route::PostLangComplaintsNumberAnswer
        | Route::GetLangComplaintsNumberRefused
        | Route::PostLangComplaintsNumberRefused
        | Route::GetLangComplaintsNumberHearing
        | Route::PostLangComplaintsNumberHearing
        | Route::GetLangComplaintsNumberContact
        | Route::PostLangComplaintsNumberContact
        | Route::GetLangComplaintsNumberContactConfirm
        | Route::PostLangComplaintsNumberContactConfirm
        | Route::GetLangComplaintsNumberWithdraw
        | Route::PostLangComplaintsNumberWithdraw
        | Route::GetLangComplaintsNumberWithdrawConfirm
        | Route::PostLangComplaintsNumberWithdrawConfirm
        | Route::GetLangComplaintsNumberKeep
        | Route::PostLangComplaintsNumberKeep => Needs::HerSession,
        Route::GetLangComplaints => Needs::HerPhone,
        Route::GetDesk
        | Route::GetDeskExportCsv
        | Route::PostDeskBulk
        | Route::PostDeskSearch
        | Route::GetDeskSearch
        | Route::GetDeskInvite
        | Route::PostDeskInvite
        | Route::PostDeskRecover
        | Route::GetDeskRecover
        | Route::PostDeskProfile
        | Route::GetDeskProfile
        | Route::PostDeskSignOut
        | Route::GetDeskNew
        | Route::PostDeskNew
        | Route::GetDeskReviews
        | Route::GetDeskReviewsMonthNumberDone
        | Route::PostDeskViews
        | Route::GetDeskViews => Needs::Desk,
        // None of these posts calls back or hears.
        Route::GetDeskHearings | Route::PostDeskHearingsMove => Needs::Drawn,
        Route::GetDeskCallbacks | Route::GetDeskCallbacksFiling | Route::PostDeskCallbacksFilingMove | Route::GetDeskCallbacksFilingMove => Needs::Drawn,
        Route::PostDeskComplaintsNumberMove
        | Route::GetDeskComplaintsNumber
        | Route::GetDeskComplaintsNumberPictures
        | Route::PostDeskComplaintsNumberPictures
        | Route::PostDeskComplaintsNumberPicturesAsk => Needs::Case,
        Route::GetDeskComplaintsNumberReportPdf
        | Route::GetDeskComplaintsNumberEvidenceId
        | Route::GetDeskComplaintsNumberEvidenceIdOriginal
        | Route::GetDeskComplaintsNumberPicturesId
        | Route::GetDeskComplaintsNumberPicturesIdOriginal => Needs::Report,
        Route::GetDeskReviewsMonthNumber | Route::PostDeskReviewsMonthNumber | Route::PostDeskReviewsMonthNumberDone => Needs::Drawn,
        Route::GetDeskComplaintsNumberMove | Route::GetDeskBulk | Route::GetDeskHearingsMove => Needs::WayBack,
    }
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    SignedOut,
    Complainant,
    Worker,
    Colleague,
    Head,
    Above,
    OtherStation,
    Suspended,
}

/// Whose complaint it is, seen from the station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Own,
    OtherStations,
    AgainstTheStation,
}

/// What comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// It is let in; what the form lacks is another matter.
    Open,
    /// "Sign in", or "this opens with a code".
    Door,
    /// Nothing of the kind exists.
    Absent,
}

impl Who {
    const ALL: [Who; 8] = [Who::SignedOut, Who::Complainant, Who::Worker, Who::Colleague, Who::Head, Who::Above, Who::OtherStation, Who::Suspended];

    fn id(self) -> Option<&'static str> {
        match self {
            Who::SignedOut | Who::Complainant => None,
            Who::Worker => Some("M-1"),
            Who::Colleague => Some("M-2"),
            Who::Head => Some("M-3"),
            Who::Above => Some("M-4"),
            Who::OtherStation => Some("M-5"),
            Who::Suspended => Some("M-6"),
        }
    }
}

impl Whose {
    const ALL: [Whose; 3] = [Whose::Own, Whose::OtherStations, Whose::AgainstTheStation];
}

/// The matrix.
fn expected(needs: Needs, who: Who, whose: Whose) -> Seen {
    let signed_in = match who {
        Who::SignedOut | Who::Complainant | Who::Suspended => false,
        Who::Worker | Who::Colleague | Who::Head | Who::Above | Who::OtherStation => true,
    };
    match needs {
        Needs::Nothing | Needs::WayBack => Seen::Open,
        Needs::HerSession if who == Who::Complainant && whose == Whose::Own => Seen::Open,
        Needs::HerPhone if who == Who::Complainant => Seen::Open,
        Needs::HerSession | Needs::HerPhone => Seen::Door,
        Needs::Desk | Needs::Case | Needs::Report | Needs::Drawn if !signed_in => Seen::Door,
        Needs::Desk => Seen::Open,
        Needs::Drawn => Seen::Absent,
        Needs::Report if whose != Whose::Own => Seen::Absent,
        Needs::Case | Needs::Report => match (who, whose) {
            (Who::OtherStation, Whose::OtherStations) => Seen::Open,
            (Who::Above, Whose::Own | Whose::AgainstTheStation) => Seen::Open,
            (Who::Worker | Who::Colleague | Who::Head, Whose::Own) => Seen::Open,
            (Who::SignedOut | Who::Complainant | Who::Suspended, _) => Seen::Door,
            (Who::Worker | Who::Colleague | Who::Head | Who::Above | Who::OtherStation, _) => Seen::Absent,
        },
    }
}

struct World {
    town: Town,
    /// As `Whose::ALL` has them.
    filed: Vec<Filed>,
    her_cookie: String,
    /// One that she added to the first.
    file: String,
}

async fn world() -> World {
    let town = Town::new().await;
    let store = town.app().store();
    let people = [
        officer("M-1", "LKO-ALB", "io", true),
        officer("M-2", "LKO-ALB", "io", true),
        officer("M-3", "LKO-ALB", "sho", true),
        officer("M-4", "LKO/Alambagh", "circle", true),
        officer("M-5", "LKO-HZG", "sho", true),
        officer("M-6", "LKO-ALB", "sho", true),
    ];
    store.put_officers(&people.clone().map(|who| (who, None))).await.unwrap();
    store.put_accounts(&people.map(|who| Account::of(&who, town.app().now()))).await.unwrap();
    let urgent = [("service", "S1"), ("category", "S1-1")];
    let her = town.citizen("9812300501");
    let own = her.files_with(&urgent).await;
    let other = town.citizen("9812300502").files_with(&[urgent[0], urgent[1], ("station", "LKO-HZG")]).await;
    let against = town.citizen("9812300503").files_with(&[urgent[0], urgent[1], ("accused_station", "LKO-ALB")]).await;
    // It went to somebody at once; where that is she already, it is not given twice.
    if !town.officer("M-1").await.reads("/desk/?view=mine").await.expect(200).body.contains(&own.number) {
        makes(&town.officer("M-3").await, &own.number, "assign", &[("officer", "M-1")]).await.expect(200);
    }
    town.advance("PT10M").await;
    // A report lies on it, so that its paper can be asked for.
    let worker = town.officer("M-1").await;
    let spoken = minutes_ago(&town, 2);
    makes(&worker, &own.number, "contact", &[("result", "reached"), ("when", &spoken), ("words", "x")]).await.expect(200);
    makes(&worker, &own.number, "file-atr", &[("findings", FINDINGS), ("no_photo_reason", "x")]).await.expect(200);
    let file = her.adds(&own.number, "a.png", &crate::files::png(8, 8)).await.expect(201).text("added");
    // The same picture once more, on the other shelf: neither opens by the other's address.
    assert_eq!(worker.takes_in(&own.number, "a.png", &crate::files::png(8, 8)).await.expect(201).text("added"), file);
    town.local().jobs.check_evidence().await;
    let her_cookie = her.cookie();
    World { town, filed: vec![own, other, against], her_cookie, file }
}

/// The form of a route, with too little in it to change anything.
fn body(route: Route, token: &str, number: &str) -> String {
    match route.method() {
        "GET" => String::new(),
        _ => format!("form_token={token}&number={number}&q={number}"),
    }
}

async fn asks(world: &World, route: Route, who: Who, cookie: Option<&Officer<'_>>, number: &str) -> Answer {
    let path = route
        .path()
        .replace("{lang}", "hi")
        .replace("{number}", number)
        .replace("{move}", "note")
        .replace("{unit}", "LKO")
        .replace("{month}", "2026-10")
        .replace("{id}", &world.file)
        .replace("{filing}", &seal::digest(number));
    match (who, cookie) {
        (_, Some(officer)) => officer.request(route.method(), &path, "application/json", &body(route, &officer.form_token, number)).await,
        (_, None) => {
            let form = ("content-type", "application/x-www-form-urlencoded");
            let mut headers = vec![("accept", "application/json"), form];
            if who == Who::Complainant {
                headers.push(("cookie", world.her_cookie.as_str()));
            }
            world.town.send(route.method(), &path, &headers, body(route, "0", number)).await
        }
    }
}

fn seen(answer: &Answer) -> Seen {
    match answer.status {
        401 => Seen::Door,
        404 => Seen::Absent,
        _ => Seen::Open,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_opens_to_whom_the_matrix_says() {
    let world = world().await;
    let mut wrong = String::new();
    let nobodys = "LKO26-7F3KQ9XW-X";
    for who in Who::ALL {
        for route in Route::ALL {
            for (whose, filed) in Whose::ALL.into_iter().zip(&world.filed) {
                // A session of its own for each question: one of the routes ends it.
                let officer = match who.id() {
                    Some(id) => Some(world.town.officer(id).await),
                    None => None,
                };
                if who == Who::Suspended {
                    world.town.app().store().suspend(&OfficerId::parse("M-6").unwrap(), true).await.unwrap();
                }
                let answer = asks(&world, route, who, officer.as_ref(), &filed.number).await;
                if who == Who::Suspended {
                    world.town.app().store().suspend(&OfficerId::parse("M-6").unwrap(), false).await.unwrap();
                }
                let (found, wanted) = (seen(&answer), expected(needs(route), who, whose));
                // A page for everybody answers "no such draft" in its own words; only where a complaint is named is absence an answer.
                let named = matches!(needs(route), Needs::Case | Needs::Report | Needs::Drawn);
                let fits = found == wanted || !named && wanted == Seen::Open && found != Seen::Door || needs(route) == Needs::Nothing;
                if !fits || answer.status >= 500 {
                    writeln!(wrong, "{route:?} {who:?} {whose:?}: {wanted:?} wanted, {} {}", answer.status, answer.body.chars().take(200).collect::<String>())
                        .unwrap();
                }
                if wanted == Seen::Absent {
                    let officer = officer.as_ref().unwrap();
                    let nothing = asks(&world, route, who, Some(officer), nobodys).await;
                    assert_eq!(answer.body, nothing.body, "{route:?} {who:?} {whose:?}: the same bytes as for a number that is nobody's");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_list_tells_of_what_does_not_exist_for_its_reader() {
    let world = world().await;
    for who in Who::ALL.into_iter().filter(|who| *who != Who::Suspended && who.id().is_some()) {
        let officer = world.town.officer(who.id().unwrap()).await;
        for route in Route::ALL.into_iter().filter(|route| needs(*route) == Needs::Desk && route.method() == "GET") {
            for view in ["mine", "unassigned", "unit", "overdue", "due24", "in_appeal"] {
                let body = officer.request("GET", &format!("{}?view={view}", route.path()), "text/html", "").await.body;
                for (whose, filed) in Whose::ALL.into_iter().zip(&world.filed) {
                    let may = expected(Needs::Case, who, whose) == Seen::Open;
                    assert!(may || !body.contains(&filed.number), "{route:?} {view} {who:?} {whose:?}");
                }
            }
        }
    }
    let head = world.town.officer("M-3").await;
    assert!(head.reads("/desk/?view=unit").await.expect(200).body.contains(&world.filed[0].number), "and what is theirs is there");
}
