//! Lists that are taken into the table: all of a list or nothing, and what it replaces is gone.

use std::path::{Path, PathBuf};
use std::process::Command;

use domain::Date;
use domain::ids::UnitCode;
use local::Options;
use local::import::{self, Refused, Taken};
use local::seed::Seed;

use super::crash::{Server, build};

const OFFICERS: &str = "code,unit,post,rank_hi,rank_en,name_hi,name_en,sex,phone,demo\n";
const VACANCIES: &str = "unit,post,stand_in_unit,stand_in_post\n";
const ROSTER: &str = "unit,post,date,from,to,officers\n";

/// A folder for the tables, and lists beside it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let folder = std::env::temp_dir().join(format!("sunwai-imports-{}", seal::hex(&seal::random::<6>())));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn list(&self, head: &str, rows: &str) -> PathBuf {
        let path = self.0.join("list.csv");
        std::fs::write(&path, format!("{head}{rows}")).unwrap();
        path
    }

    fn options(&self) -> Options {
        Options { data: Some(self.0.join("data")), seed: Seed::Empty, jobs: false, ..Options::default() }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind in a folder for such things harms no other test.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).unwrap()
}

/// Who sits in a unit, which of its posts are empty, and its shifts of one week.
async fn standing(options: &Options, code: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let opened = local::open(options).await.unwrap();
    let found = opened.app.store().unit(&unit(code)).await.unwrap();
    let first: Date = "2026-11-01".parse().unwrap();
    let shifts = opened.app.store().roster(&unit(code), first, 7).await.unwrap();
    let named = |ids: &[domain::ids::OfficerId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    (
        found.posted.iter().map(|posted| posted.officer.id.to_string()).collect(),
        found.vacant.iter().map(|it| format!("{} {:?}", it.post, it.stand_in.as_ref().map(|(unit, _)| unit.to_string()))).collect(),
        shifts.iter().map(|shift| format!("{} {}", shift.from, named(&shift.officers))).collect(),
    )
}

fn lines<T: std::fmt::Debug>(outcome: Result<T, Refused>) -> Vec<(usize, String)> {
    match outcome {
        Err(Refused::Rows(mistakes)) => mistakes.0.into_iter().map(|m| (m.line, m.reason)).collect(),
        other => panic!("it was not refused for its rows: {other:?}"),
    }
}

fn woman(id: &str, unit: &str, post: &str) -> String {
    format!("{id},{unit},{post},आरक्षी,Constable,सीमा राय,Seema Rai,f,,no\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_posts_and_rosters_are_taken_in_whole_or_not_at_all() {
    let folder = Folder::new();
    let options = folder.options();
    let crew = ["O-1", "O-2", "O-3"].map(|id| woman(id, "LKO-HZG", "desk")).concat();
    let all = import::officers(&folder.list(OFFICERS, &crew), &options).await.unwrap();
    assert_eq!(all, Taken { rows: 3, gone: 0, released: 0 });
    // A row of three is bad: the good ones stay out too.
    let spoiled = format!("{}{}O-6,LKO-HZG,desk,,Constable,सीमा राय,Seema Rai,f,,no\n", woman("O-4", "LKO-HZG", "desk"), woman("O-5", "LKO-XXX", "desk"));
    let told = lines(import::officers(&folder.list(OFFICERS, &spoiled), &options).await);
    assert_eq!(told.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 4], "{told:?}");
    assert_eq!(standing(&options, "LKO-HZG").await.0, ["O-1", "O-2", "O-3"]);
    // Who is not in the next list has left, and who sits elsewhere now sits there alone.
    let moved = [woman("O-1", "LKO-HZG", "desk"), woman("O-2", "LKO-HZG", "desk"), woman("O-3", "LKO-CHK", "desk")].concat();
    assert_eq!(import::officers(&folder.list(OFFICERS, &moved), &options).await.unwrap(), Taken { rows: 3, gone: 1, released: 0 });
    assert_eq!(
        (standing(&options, "LKO-HZG").await.0, standing(&options, "LKO-CHK").await.0),
        (vec!["O-1".to_owned(), "O-2".to_owned()], vec!["O-3".to_owned()])
    );

    let empty = "LKO-GTP,sho,LKO-HZG,sho\nLKO,adm,,\n";
    assert_eq!(import::vacancies(&folder.list(VACANCIES, empty), &options).await.unwrap(), Taken { rows: 2, gone: 0, released: 0 });
    let told = lines(import::vacancies(&folder.list(VACANCIES, "LKO,nodal,,\nLKO,king,,\nLKO,dm,LKO,nodal\n"), &options).await);
    assert_eq!(told.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 4], "{told:?}");
    assert_eq!(standing(&options, "LKO").await.1, ["adm None"]);
    assert_eq!(import::vacancies(&folder.list(VACANCIES, "LKO-GTP,sho,LKO-CHK,sho\n"), &options).await.unwrap(), Taken { rows: 1, gone: 1, released: 0 });
    assert_eq!((standing(&options, "LKO").await.1, standing(&options, "LKO-GTP").await.1), (vec![], vec!["sho Some(\"LKO-CHK\")".to_owned()]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roster_that_overlaps_leaves_the_old_one_in_force() {
    let folder = Folder::new();
    let options = folder.options();
    let crew = ["O-1", "O-2"].map(|id| woman(id, "LKO-HZG", "desk")).concat();
    import::officers(&folder.list(OFFICERS, &crew), &options).await.unwrap();
    let week = "LKO-HZG,desk,2026-11-02,10:00,18:00,O-1 O-2\nLKO-HZG,desk,2026-11-03,20:00,06:00+1,O-1 O-2\n";
    assert_eq!(import::roster(&folder.list(ROSTER, week), &options).await.unwrap(), 2);
    let old = standing(&options, "LKO-HZG").await.2;
    assert_eq!(old.len(), 2);
    let overlaps = "LKO-HZG,desk,2026-11-02,08:00,12:00,O-1 O-2\nLKO-HZG,desk,2026-11-02,11:00,18:00,O-2 O-1\n";
    let told = lines(import::roster(&folder.list(ROSTER, overlaps), &options).await);
    assert_eq!(told.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 2, 3, 3]);
    assert!(told[0].1.contains("another shift in the same hours, on line 3"), "{told:?}");
    assert_eq!(standing(&options, "LKO-HZG").await.2, old, "the old one stays in force");
    // The night before is not in the list and still stands.
    let told = lines(import::roster(&folder.list(ROSTER, "LKO-HZG,desk,2026-11-04,05:00,12:00,O-1 O-2\n"), &options).await);
    assert!(told[0] == (2, told[0].1.clone()) && told[0].1.contains("a day of the roster in force"), "{told:?}");
    assert_eq!(standing(&options, "LKO-HZG").await.2, old);
    let next = "LKO-HZG,desk,2026-11-02,08:00,12:00,O-2 O-1\n";
    assert_eq!(import::roster(&folder.list(ROSTER, next), &options).await.unwrap(), 1);
    assert_eq!(standing(&options, "LKO-HZG").await.2, ["2026-11-02T02:30:00Z O-2 O-1", old[1].as_str()], "a day is replaced, the others stay");
    let nowhere = Options { data: None, ..folder.options() };
    assert!(matches!(import::roster(&folder.list(ROSTER, next), &nowhere).await, Err(Refused::Io(_))), "memory keeps nothing");
}

/// The program itself with these arguments: whether it succeeded, and all that it said.
fn run(args: &[&str]) -> (bool, String) {
    let out = Command::new(build()).args(args).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).output().unwrap();
    (out.status.success(), String::from_utf8(out.stdout).unwrap() + &String::from_utf8(out.stderr).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_say_what_they_took_in_and_the_demo_set_does_not_come_back() {
    let folder = Folder::new();
    let data = folder.0.join("data").to_str().unwrap().to_owned();
    let list = |head: &str, rows: &str| folder.list(head, rows).to_str().unwrap().to_owned();
    let crew = ["O-1", "O-2"].map(|id| woman(id, "LKO-HZG", "desk")).concat();
    let (well, said) = run(&["import-officers", &list(OFFICERS, &crew), "--data", &data]);
    assert!(well && said.contains("2 officers taken in"), "{said}");
    let (well, said) = run(&["--data", &data, "import-roster", &list(ROSTER, "LKO-HZG,desk,2026-11-02,10:00,18:00,O-1\n")]);
    assert!(!well && said.contains("Nothing was taken in. 2 mistakes:") && said.contains("roster.csv:2: "), "{said}");
    let (well, said) = run(&["--data", &data, "import-vacancies", &list(VACANCIES, "LKO,adm,LKO,dm\n")]);
    assert!(well && said.contains("1 empty posts taken in"), "{said}");
    // Over a list instead of the table.
    let into = folder.0.join("vacancies.csv");
    std::fs::write(&into, "the old list").unwrap();
    let args = |file: String| ["import-vacancies".to_owned(), file, "--into".to_owned(), into.to_str().unwrap().to_owned()];
    let (well, said) = run(&args(list(VACANCIES, "LKO,king,,\n")).each_ref().map(String::as_str));
    assert!(!well && std::fs::read_to_string(&into).unwrap() == "the old list", "{said}");
    let (well, said) = run(&args(list(VACANCIES, "LKO,nodal,,\n")).each_ref().map(String::as_str));
    assert!(well && std::fs::read_to_string(&into).unwrap().contains("nodal"), "{said}");
    // A start as everybody does it, which sows the demo set where nothing is.
    let mut server = Server::start(&["--data", &data]).await;
    let duty = server.page("/dev/duty?district=LKO").await;
    assert!(duty.contains("Seema Rai") || duty.contains("Posted there: 2."), "{duty}");
    assert!(duty.contains("its work goes to") && !duty.contains("Neelam Pandey"), "{duty}");
    server.end().await;
    let options = folder.options();
    assert_eq!(standing(&options, "LKO-ALB").await.0, [""; 0], "nobody of the demo set");
    assert_eq!(standing(&options, "LKO-HZG").await.0, ["O-1", "O-2"]);
}
