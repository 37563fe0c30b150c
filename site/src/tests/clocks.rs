//! Her page and its clocks: every state in words, shapes that hold in grey, and the next step first.

use std::collections::BTreeSet;

use domain::clock::ClockState;
use domain::lang::Lang;
use words::date::dated;

use super::{documents, made};
use crate::assets;
use crate::examples::examples;
use crate::page::{ComplaintPage, Page, Reader, What};
use crate::{happened, render};

fn page(name: &str) -> ComplaintPage {
    let policy = made::policy();
    let found = examples(&policy).into_iter().find(|(it, _)| *it == name).unwrap_or_else(|| panic!("{name}")).1;
    let Page::Complaint(it) = found else { panic!("{name} is no complaint") };
    *it
}

fn drawn(it: ComplaintPage, lang: Lang) -> String {
    render(&Page::Complaint(Box::new(it)), lang)
}

/// The row of one of the other clocks.
fn row<'a>(html: &'a str, name: &str) -> &'a str {
    let start = html.find(&format!("<h3>{name}</h3>")).unwrap_or_else(|| panic!("{name}"));
    html[start..].split("</li>").next().unwrap()
}

/// Where the upright lines of a drawing stand that are as wide as this.
fn lines(svg: &str, width: &str) -> Vec<i64> {
    let rects = svg.split("<rect").skip(1).filter(|rect| rect.contains(&format!(" width=\"{width}\"")));
    rects.map(|rect| rect.split(" x=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()).collect()
}

fn first_svg(html: &str) -> &str {
    html.split("<svg").nth(1).unwrap().split("</svg>").next().unwrap()
}

#[test]
fn every_state_of_a_clock_is_said_beside_its_bar() {
    let it = page("complaint-clocks");
    let states: BTreeSet<&str> = it
        .every_clock()
        .map(|clock| match clock.state {
            ClockState::Running => "running",
            ClockState::Paused(_) => "paused",
            ClockState::Met(_) => "met",
            ClockState::MetLate(_) => "late",
            ClockState::Overdue => "overdue",
        })
        .collect();
    assert_eq!(states.len(), 5, "{states:?}");
    for lang in Lang::ALL {
        let html = drawn(it.clone(), lang);
        assert_eq!(html.matches("<svg").count(), it.clocks.len() + 1);
        for clock in &it.clocks {
            let row = row(&html, clock.name.get(lang));
            let (class, said) = match clock.state {
                ClockState::Running => ("state-", words::date::left(lang, clock.ends_at, it.now)),
                ClockState::Paused(until) => ("state-still", words::clock_paused_until(lang, dated(lang, until, clock.due_at))),
                ClockState::Met(_) => ("state-open state-met", words::clock_met(lang).to_owned()),
                ClockState::MetLate(_) => ("state-due state-met", words::clock_met_late(lang).to_owned()),
                ClockState::Overdue => ("state-late", words::clock_overdue(lang, dated(lang, clock.ends_at, clock.due_at))),
            };
            assert!(row.contains(class) && row.contains(&said), "{class} {said}: {row}");
            // Its rule, where that comes from, when it began and when it ends stand beside the drawing.
            for text in [clock.text.get(lang), clock.source.get(lang)] {
                assert!(row.contains(text), "{text}: {row}");
            }
            assert_eq!(row.split("class=\"ends\"").nth(1).unwrap().matches("<span>").count(), 2, "{row}");
            assert!(row.contains("role=\"img\"") && !row.contains("aria-label=\"\""));
        }
    }
}

#[test]
fn the_marks_stand_at_half_and_at_four_fifths() {
    let html = drawn(page("complaint"), Lang::Hi);
    let svg = first_svg(&html);
    let (half, most) = (lines(svg, "3")[0], lines(svg, "5")[0]);
    assert!((499..=500).contains(&half) && (799..=800).contains(&most), "{half} {most}");
    assert!((374..=380).contains(&lines(svg, "6")[0]), "the line of now");
    // A pause of a fifth that lies before them moves both: 50 and 80 of 100 become 70 and 100 of 120.
    let html = drawn(page("complaint-paused"), Lang::Hi);
    let svg = first_svg(&html);
    let (half, most) = (lines(svg, "3")[0], lines(svg, "5")[0]);
    assert!((580..=586).contains(&half) && (830..=836).contains(&most), "{half} {most}");
}

#[test]
fn time_that_stood_still_is_hatched_and_said() {
    let it = page("complaint-paused");
    for lang in Lang::ALL {
        let html = drawn(it.clone(), lang);
        let svg = first_svg(&html);
        assert_eq!(svg.matches("<path").count(), 1, "{svg}");
        let from: i64 = svg.split("<path").nth(1).unwrap().split("d=\"M").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        assert!((245..=255).contains(&from), "thirty of a hundred and twenty: {from}");
        let length = words::date::length(lang, it.disposal.stood_still);
        for said in [words::clock_stands(lang, length), words::clock_only_above(lang).to_owned(), words::pause_laboratory(lang).to_owned()] {
            assert!(html.contains(&said), "{said}");
        }
        assert!(!html.contains(words::status_never_stops(lang)), "it has stopped");
    }
    assert!(!first_svg(&drawn(page("complaint"), Lang::Hi)).contains("<path"), "nothing stood still");
}

#[test]
fn the_next_step_is_found_before_many_deadlines() {
    let many = page("complaint-clocks");
    for lang in Lang::ALL {
        let html = drawn(many.clone(), lang);
        let folded = html.split("<details>").nth(1).unwrap().split("</details>").next().unwrap();
        let summary = folded.split("</summary>").next().unwrap();
        let nearest = &many.clocks[1];
        for said in [
            words::clock_fold(lang, 6),
            words::clock_late_count(lang, 1),
            words::clock_nearest(lang, nearest.name.get(lang), dated(lang, nearest.ends_at, nearest.due_at)),
        ] {
            assert!(summary.contains(&said), "{said}: {summary}");
        }
        assert_eq!(folded.matches("<svg").count(), 6, "all of them are inside");
        assert!(!html.contains("<details open"));
        let few = drawn(page("complaint"), lang);
        assert!(few.contains("<ul class=\"card clocks\">") && !few.contains("<details"), "two stand open");
    }
    let none = drawn(page("complaint-hours"), Lang::Hi);
    assert!(!none.contains(words::clock_title(Lang::Hi)));
}

#[test]
fn what_will_begin_later_is_told_in_a_line_each() {
    for lang in Lang::ALL {
        let html = drawn(page("complaint-new"), lang);
        let name = if lang == Lang::Hi { "जाँच" } else { "Investigation" };
        let said = words::clock_planned_recording(lang, name, words::deadline_months(lang, 2));
        assert!(html.contains(&format!("<li>{said}</li>")), "{said}");
        assert_eq!(html.split("plain quiet").nth(1).unwrap().split("</ul>").next().unwrap().matches("<li>").count(), 3);
    }
}

#[test]
fn a_settled_complaint_promises_nothing_more() {
    for lang in Lang::ALL {
        let html = drawn(page("complaint-disposed"), lang);
        for said in [words::status_disposed(lang), words::status_closed_note(lang), words::happened_disposed(lang), words::status_on_time(lang)] {
            assert!(html.contains(said), "{said}");
        }
        assert!(!html.contains(words::status_holder_note(lang)) && !html.contains(words::status_never_stops(lang)));
        let late = drawn(page("complaint-disposed-late"), lang);
        assert!(late.contains(words::status_kept_late(lang)) && late.contains("state-due state-met"));
        let appeal = drawn(page("complaint-appeal"), lang);
        assert!(appeal.contains(words::status_appeal(lang)) && appeal.contains(words::status_late(lang)), "its clock runs on");
    }
}

#[test]
fn empty_posts_and_stand_ins_are_named() {
    for lang in Lang::ALL {
        let html = drawn(page("complaint-stand-in"), lang);
        let post = if lang == Lang::Hi { "पुलिस आयुक्त, लखनऊ" } else { "Commissioner of Police, Lucknow" };
        let said = words::status_stands_in(lang, post);
        assert_eq!(html.matches(&said).count(), 2, "beside the holder and in what happened");
        let (one, two) = if lang == Lang::Hi {
            ("सहायक पुलिस आयुक्त, कैंट", "पुलिस उपायुक्त, लखनऊ")
        } else {
            ("Assistant Commissioner of Police, Cantonment", "Deputy Commissioner of Police, Lucknow")
        };
        assert!(html.contains(&words::happened_past(lang, 2, format!("{one}; {two}"))));
        assert!(html.contains(words::text_post_none(lang)) && html.contains(&words::status_level(lang, 5, 4)));
    }
}

#[test]
fn each_thing_that_happens_has_its_own_line() {
    let it = page("complaint-happened");
    for lang in Lang::ALL {
        let lines: Vec<String> = it.timeline.iter().map(|row| happened(lang, Reader::Complainant, &row.what)).collect();
        let distinct: BTreeSet<&String> = lines.iter().collect();
        // Speaking with her stands there twice.
        assert_eq!(distinct.len(), lines.len() - 1, "{lines:?}");
        let html = drawn(it.clone(), lang);
        for line in lines {
            let first = line.split("; ").next().unwrap();
            assert!(html.contains(first), "{line}");
        }
        let folded = html.rsplit("<details>").next().unwrap();
        assert!(folded.contains(&words::status_earlier(lang, it.timeline.len() - 7)));
        assert!(!folded.contains(&happened(lang, Reader::Complainant, &it.timeline[6].what)) && folded.contains(words::happened_registered(lang)));
    }
}

#[test]
fn alarms_in_a_row_are_one() {
    let it = page("complaint-top");
    assert_eq!(it.timeline.iter().filter(|row| matches!(row.what, What::TopAlarm { .. })).count(), 3);
    let html = drawn(it.clone(), Lang::En);
    assert_eq!(html.matches("was reminded").count(), 1);
    assert!(html.contains("time no. 3"), "it says how many there were");
    // Two years of daily alarms weigh no more than three.
    let mut long = it;
    let alarm = long.timeline[0].clone();
    long.timeline.splice(0..0, std::iter::repeat_n(alarm, 730));
    assert!(drawn(long, Lang::En).len() < html.len() + 200);
}

#[test]
fn a_state_has_a_shape_of_its_own_without_colour() {
    let style = assets::style();
    let shape = |class: &str| style.split(&format!(".{class}:before{{content:\"")).nth(1).map(|rest| rest.split('"').next().unwrap());
    let shapes: BTreeSet<&str> =
        ["state", "state-due", "state-late", "state-still", "state-met"].iter().map(|class| shape(class).unwrap_or_else(|| panic!("{class}"))).collect();
    assert_eq!(shapes.len(), 5, "{shapes:?}");
    for (name, lang, html) in documents().into_iter().filter(|(name, ..)| name.starts_with("complaint")) {
        for chip in html.split(" class=\"state ").skip(1) {
            let said = chip.split('>').nth(1).unwrap().split('<').next().unwrap();
            assert!(!said.is_empty(), "{name} {lang}: a colour without a word");
        }
    }
}
