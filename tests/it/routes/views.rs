//! Named views: kept, shown on the worklist, and refused where they are no question to it.

use domain::account::{Account, MOST_VIEWS};

use crate::town::{Town, fields, officer};

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_kept_shown_opened_and_taken_away() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let query = "channel=web&view=overdue&station=LKO-ALB&category=";
    let kept = sho.submits("/desk/views", &fields(&[("name", " थाने की अतिदेय "), ("query", query)])).await.expect(303);
    let canonical = "view=overdue&station=LKO-ALB&channel=web";
    assert_eq!(kept.headers["location"], format!("/desk/?{canonical}"));
    let list = sho.reads("/desk/").await.expect(200).json();
    assert_eq!((list["saved"][0]["name"].as_str(), list["saved"][0]["query"].as_str()), (Some("थाने की अतिदेय"), Some(canonical)));
    assert!(sho.opens("/desk/").await.body.contains("href=\"/desk/?view=overdue&amp;station=LKO-ALB&amp;channel=web\""));
    // One of the same name goes for it; another officer has none.
    sho.submits("/desk/views", &fields(&[("name", "थाने की अतिदेय"), ("query", "view=mine")])).await.expect(303);
    let views = sho.reads("/desk/views").await.expect(200).json();
    assert_eq!(views["views"].as_array().unwrap().len(), 1);
    assert_eq!(views["views"][0]["query"], "view=mine");
    assert_eq!(town.officer("T-1").await.reads("/desk/views").await.json()["views"].as_array().unwrap().len(), 0);
    // Posted anew, an officer keeps them.
    let account = Account::of(&officer("T-4", "LKO-ALB", "sho", true), town.app().now());
    town.app().store().put_accounts(&[account]).await.unwrap();
    assert_eq!(sho.reads("/desk/").await.json()["saved"].as_array().unwrap().len(), 1);
    let gone = sho.submits("/desk/views", &fields(&[("forget", "थाने की अतिदेय")])).await.expect(303);
    assert_eq!(gone.headers["location"], "/desk/views");
    sho.submits("/desk/views", &fields(&[("forget", "nobody's")])).await.expect(303);
    assert_eq!(sho.reads("/desk/views").await.json()["views"].as_array().unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_view_is_refused() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let keeps = async |name: &str, query: &str| sho.posts("/desk/views", &fields(&[("name", name), ("query", query)])).await;
    for query in [
        "",
        "view=nonsense",
        "view=mine&category=S9-9",
        "view=mine&station=XXX",
        "view=mine&level=x",
        "view=mine&from=2026-02-30",
        "view=mine&after=x",
        "view=mine&q=Sunita",
        "category=S0-1",
        "//evil.example",
        "view=mine&lang=hi",
        "view=mine#x",
        "view=mine&view=no",
    ] {
        assert_eq!(keeps("ok", query).await.expect(422).text("code"), "view-query", "{query}");
    }
    for name in ["", " ", "123", "\u{202e}", "a\0b", &"क".repeat(41)] {
        assert_eq!(keeps(name, "view=mine").await.expect(422).text("code"), "view-name", "{name:?}");
    }
    let shown = sho.submits("/desk/views", &fields(&[("name", ""), ("query", "view=mine&channel=web")])).await.expect(422).body;
    assert!(shown.contains("name=\"query\" value=\"view=mine&amp;channel=web\""), "the question comes along again");
    for n in 0..MOST_VIEWS {
        keeps(&format!("view {n}"), "view=mine").await.expect(303);
    }
    assert_eq!(keeps("one more", "view=mine").await.expect(409).text("code"), "views-full");
    keeps("view 3", "view=unit").await.expect(303);
    // What stands in a name is text.
    sho.posts("/desk/views", &fields(&[("forget", "view 0")])).await.expect(303);
    keeps("<script>alert(1)</script>", "view=mine").await.expect(303);
    assert!(!sho.opens("/desk/").await.body.contains("<script>alert"));
    let forged = crate::town::url_encoded(&fields(&[("name", "x"), ("query", "view=mine")]));
    assert_eq!(sho.request("POST", "/desk/views", "application/json", &forged).await.status, 403);
    assert_eq!(town.get("/desk/views", true).await.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_pages_that_keep_views_at_once_none_is_lost_unseen() {
    let town = Town::new().await;
    let sho = town.officer("T-4").await;
    let names: Vec<String> = (0..8).map(|n| format!("view {n}")).collect();
    let forms: Vec<_> = names.iter().map(|name| fields(&[("name", name), ("query", "view=mine")])).collect();
    let answers = futures::future::join_all(forms.iter().map(|form| sho.posts("/desk/views", form))).await;
    let kept = answers.iter().filter(|answer| answer.status == 303).count();
    assert!(kept >= 1 && answers.iter().all(|answer| matches!(answer.status, 303 | 409)));
    assert_eq!(sho.reads("/desk/views").await.json()["views"].as_array().unwrap().len(), kept, "each that was said to be kept is");
}
