//! A report that says what the officer's earlier ones said: refused without a reason, and remembered as nothing but numbers.

use crate::officer::Officer;
use crate::table::text;
use crate::town::{Answer, Town, fields};

const S0: [(&str, &str); 2] = [("service", "S0"), ("category", "S0-1")];
const FINDINGS: &str = "दिनांक 12.11.2026 को मौके पर जाकर पूछताछ की गई। पड़ोस के दो लोगों के बयान लिए गए, दुकान का कैमरा देखा गया और दूसरे पक्ष को थाने बुलाकर लिखित में पाबंद किया गया। आवेदिका को फ़ोन पर पूरी बात बताई गई और वह कार्रवाई से संतुष्ट हैं। आगे की निगरानी बीट सिपाही करेंगे।";
const OTHER: &str = "आवेदिका ने बताया कि खेत की मेड़ को लेकर देवर से झगड़ा हुआ था। राजस्व निरीक्षक के साथ खेत की नाप कराई गई, दोनों पक्षों ने नक़्शे पर दस्तख़त किए और गाँव के प्रधान के सामने समझौता हुआ। अब कोई विवाद शेष नहीं है, दोनों परिवार साथ रहते हैं और आगे शांति रखने को राज़ी हैं।";

async fn makes(officer: &Officer<'_>, number: &str, wanted: &str, with: &[(&str, &str)]) -> Answer {
    let version = officer.reads(&format!("/desk/complaints/{number}")).await.expect(200).json()["version"].to_string();
    let mut form = fields(with);
    form.insert("version", version);
    officer.posts(&format!("/desk/complaints/{number}/{wanted}"), &form).await
}

/// A case of T-1's in which she was spoken to.
async fn case(town: &Town, sho: &Officer<'_>, io: &Officer<'_>, phone: &str) -> String {
    let number = town.citizen(phone).files_with(&S0).await.number;
    let given = makes(sho, &number, "assign", &[("officer", "T-1")]).await;
    assert!(matches!(given.status, 200 | 409), "{}", given.body);
    town.app().base().clock().advance(jiff::SignedDuration::from_mins(1));
    let now = domain::calendar::wall(town.app().now());
    let when = format!("{}T{:02}:{:02}", now.date(), now.hour(), now.minute());
    makes(io, &number, "contact", &[("result", "reached"), ("when", &when), ("words", "बात हुई")]).await.expect(200);
    number
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_report_asks_for_a_reason() {
    let town = Town::new().await;
    let (sho, io) = (town.officer("T-4").await, town.officer("T-1").await);
    let mut cases = Vec::new();
    for n in 0..4 {
        cases.push(case(&town, &sho, &io, &format!("981230055{n}")).await);
    }
    let report =
        |findings: &str, reason: &str| [("findings", findings.to_owned()), ("no_photo_reason", "रात थी".to_owned()), ("like_reason", reason.to_owned())];
    let files = async |number: &str, findings: &str, reason: &str| {
        let report = report(findings, reason);
        makes(&io, number, "file-atr", &report.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    };
    files(&cases[0], FINDINGS, "").await.expect(200);
    // The same for another woman, with another day and another number of people.
    let copied = FINDINGS.replace("12.11.2026", "१९.११.२०२६").replace("दो लोगों", "तीन लोगों");
    let refused = files(&cases[1], &copied, "").await.expect(422);
    assert_eq!(refused.text("code"), "too-like");
    let version = io.reads(&format!("/desk/complaints/{}", cases[1])).await.expect(200).json()["version"].to_string();
    let form = fields(&[("findings", &copied), ("no_photo_reason", "रात थी"), ("version", &version)]);
    let page = io.submits(&format!("/desk/complaints/{}/file-atr", cases[1]), &form).await.expect(422).body;
    assert!(page.contains("name=\"like_reason\"") && page.contains("तीन लोगों"), "the reason is asked for, and nothing typed is lost");
    assert_eq!(files(&cases[1], &copied, " ").await.expect(422).text("code"), "too-like", "a blank is no reason");
    files(&cases[1], &copied, "दोनों एक ही झगड़े की शिकायतें हैं").await.expect(200);
    assert!(sho.reads(&format!("/desk/complaints/{}", cases[1])).await.body.contains("एक ही झगड़े"), "whoever approves reads why");
    files(&cases[2], OTHER, "").await.expect(200);
    // Returned and mended, a report is not held against itself; against the others it is.
    makes(&sho, &cases[0], "return-atr", &[("words", "तारीख़ लिखें")]).await.expect(200);
    files(&cases[0], OTHER, "").await.expect(422);
    makes(&sho, &cases[2], "return-atr", &[("words", "दस्तख़त")]).await.expect(200);
    files(&cases[2], &OTHER.replace("प्रधान", "सरपंच"), "").await.expect(200);
    // Another officer's copy is another officer's.
    makes(&sho, &cases[3], "assign", &[("officer", "T-2")]).await.expect(200);
    let other = town.officer("T-2").await;
    let now = domain::calendar::wall(town.app().now());
    let when = format!("{}T{:02}:{:02}", now.date(), now.hour(), now.minute());
    makes(&other, &cases[3], "contact", &[("result", "reached"), ("when", &when), ("words", "बात हुई")]).await.expect(200);
    makes(&other, &cases[3], "file-atr", &[("findings", FINDINGS), ("no_photo_reason", "रात थी")]).await.expect(200);

    let rows = town.rows(&local::tables().main).await;
    let kept: Vec<_> = rows.iter().filter(|row| text(row, "sk") == "ATR").collect();
    assert_eq!(kept.len(), 2, "T-1's and T-2's");
    assert!(kept.iter().all(|row| !serde_json::to_string(row).unwrap().contains("मौके")), "nothing of a text");
    let count = |id: &str| kept.iter().find(|row| text(row, "pk") == format!("A#{id}")).unwrap()["reports"]["L"].as_array().unwrap().len();
    assert_eq!((count("T-1"), count("T-2")), (3, 1));
}
