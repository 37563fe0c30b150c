//! The addresses of the reviews, met with what should not be sent.

use domain::complaint::Accused;
use domain::ids::{OfficerId, PostId, StationCode, UnitCode};
use domain::number::Number;
use domain::review::{Drawn, Month, Reviewer, Sample};

use crate::town::{Town, fields, officer};

/// A case of the station's that was drawn, and the reviewer.
async fn drawn(town: &Town, accused: Accused, closed_by: &[&str]) -> (Number, String) {
    let circle = officer("T-8", "LKO/Alambagh", "circle", true);
    town.posts(&[(circle.clone(), None), (officer("T-7", "LKO-HZG", "sho", true), None)]).await;
    let number = Number::parse(&town.citizen("9812300571").files().await.number).unwrap();
    let reviewer = |post: &str, unit: &str| Reviewer { post: PostId::parse(post).unwrap(), unit: UnitCode::parse(unit).unwrap() };
    let it = Drawn {
        number: number.clone(),
        closed_at: town.app().now(),
        without_contact: false,
        reviewers: vec![reviewer("circle", "LKO/Alambagh"), reviewer("sho", "LKO-HZG"), reviewer("state", "UP")],
        accused,
        station: StationCode::parse("LKO-ALB"),
        closed_by: closed_by.iter().filter_map(|id| OfficerId::parse(id)).collect(),
        review: None,
    };
    let month = Month::of(town.app().now()).before();
    let sample = Sample { unit: UnitCode::parse("LKO-ALB").unwrap(), month, drawn_at: town.app().now(), closed: 1, version: 1, cases: vec![it] };
    assert!(town.app().store().put_sample(&sample).await.unwrap());
    assert!(!town.app().store().put_sample(&Sample { closed: 9, ..sample }).await.unwrap(), "drawn once");
    let page = format!("/desk/reviews/{month}/{number}");
    (number, page)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_with_faults_is_shown_again_and_nothing_is_written() {
    let town = Town::new().await;
    let (_, page) = drawn(&town, Accused::default(), &[]).await;
    let circle = town.officer("T-8").await;
    let day = |days: i32| (domain::calendar::wall(town.app().now()).date() + jiff::Span::new().days(days)).to_string();
    let (past, far, soon) = (day(-1), day(31), day(30));
    let long = "क".repeat(2001);
    let tries: [(&str, &[(&str, &str)]); 10] = [
        ("finding", &[("note", "x")]),
        ("finding", &[("finding", "splendid"), ("note", "x")]),
        ("note", &[("finding", "in_order"), ("note", " ")]),
        ("note-too-long", &[("finding", "in_order"), ("note", &long)]),
        ("remedy", &[("finding", "delayed"), ("note", "x")]),
        ("remedy", &[("finding", "delayed"), ("note", "x"), ("remedy", "flog"), ("due", &soon)]),
        ("no-remedy", &[("finding", "in_order"), ("note", "x"), ("remedy", "look_again"), ("due", &soon)]),
        ("due", &[("finding", "delayed"), ("note", "x"), ("remedy", "look_again")]),
        ("due", &[("finding", "delayed"), ("note", "x"), ("remedy", "look_again"), ("due", &past)]),
        ("due", &[("finding", "delayed"), ("note", "x"), ("remedy", "look_again"), ("due", &far)]),
    ];
    for (code, form) in tries {
        assert_eq!(circle.posts(&page, &fields(form)).await.expect(422).text("code"), code, "{form:?}");
        let shown = circle.submits(&page, &fields(form)).await.expect(422).body;
        let note = form.iter().find(|(name, _)| *name == "note").unwrap().1.trim();
        assert!(shown.contains("role=\"alert\"") && shown.contains(note), "{code}: what was typed stays");
    }
    assert_eq!(circle.reads(&page).await.expect(200).text("state"), "waits");
    circle.posts(&page, &fields(&[("finding", "delayed"), ("note", "x"), ("remedy", "look_again"), ("due", &soon)])).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_part_in_it_finds_nothing_there() {
    let town = Town::new().await;
    let accused = Accused { station: StationCode::parse("LKO-HZG"), officer: false, above: None };
    let (number, page) = drawn(&town, accused, &["T-5"]).await;
    let review = [("finding", "in_order"), ("note", "x")];
    // Its own station, the station that it names, and whoever closed it, though both are posts that review.
    for id in ["T-1", "T-4", "T-7", "T-5"] {
        let officer = town.officer(id).await;
        let nobody = officer.opens("/desk/reviews/2026-10/LKO26-7F3KQ9XW-X").await.expect(404).body;
        assert_eq!(officer.opens(&page).await.expect(404).body, nobody, "{id}");
        assert_eq!(officer.posts(&page, &fields(&review)).await.status, 404, "{id}");
        assert_eq!(officer.posts(&format!("{page}/done"), &fields(&[])).await.status, 404, "{id}");
        assert!(!officer.opens("/desk/reviews").await.expect(200).body.contains(number.as_str()), "{id}");
        // Late, it goes up past them.
        assert!(!officer.opens("/desk/reviews?month=2026-10").await.expect(200).body.contains(number.as_str()), "{id}");
    }
    let circle = town.officer("T-8").await;
    for address in ["/desk/reviews/2026-13/", "/desk/reviews/x/", "/desk/reviews/2026-09/", "/desk/reviews/..%2f/"] {
        assert_eq!(circle.reads(&format!("{address}{number}")).await.status, 404, "{address}");
    }
    for wrong in ["nonsense", "%00", "LKO26-00000000-0"] {
        assert_eq!(circle.reads(&format!("/desk/reviews/2026-10/{wrong}")).await.status, 404, "{wrong}");
    }
    for month in ["", "2027-01", "x", "9999-12", "-1"] {
        circle.reads(&format!("/desk/reviews?month={month}")).await.expect(200);
    }
    // Signed out, and a form that is not ours.
    assert_eq!(town.get(&page, true).await.status, 401);
    assert_eq!(town.get(&page, false).await.expect(303).headers["location"], "/desk/sign-in");
    assert_eq!(circle.request("POST", &page, "application/json", "finding=in_order&note=x").await.status, 403);
    assert_eq!(circle.reads(&format!("{page}/done")).await.expect(303).headers["location"], page);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_reviews_at_once_one_is_written() {
    let town = Town::new().await;
    let (_, page) = drawn(&town, Accused::default(), &[]).await;
    let (one, two) = (town.officer("T-8").await, town.officer("T-8").await);
    let form = |note: &str| fields(&[("finding", "in_order"), ("note", note)]);
    let (mine, yours) = (form("पहली"), form("दूसरी"));
    let (first, second) = tokio::join!(one.posts(&page, &mine), two.posts(&page, &yours));
    let mut answers = [first.status, second.status];
    answers.sort_unstable();
    assert_eq!(answers, [200, 409]);
    let note = one.reads(&page).await.expect(200).text("note");
    assert_eq!(note, if first.status == 200 { "पहली" } else { "दूसरी" });
}
