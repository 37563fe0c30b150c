//! Every page with the real policy: what it weighs, whether it is whole, and that no sentence is left over.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use domain::clock::ClockRule;
use domain::lang::{Both, Lang};
use domain::policy::Deadline;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

/// One round trip: ten segments of 1,460 bytes.
const BUDGET: usize = 14 * 1024;
/// The first view of a page of the console.
const DESK: usize = 20 * 1024;

/// A document and where it is from.
pub(crate) struct Document {
    /// Such as `check-wrong.hi` for an example and `/hi/danger/` for a file.
    pub(crate) name: String,
    pub(crate) lang: Lang,
    pub(crate) html: String,
}

/// Every example in both languages.
pub(crate) fn examples() -> Vec<Document> {
    site::stands_at("https://sunwai.example");
    let policy = policy_in_force::load().unwrap().policy;
    let pages = site::examples::examples(&policy);
    let drawn = pages.iter().flat_map(|(name, page)| Lang::ALL.map(|lang| Document { name: format!("{name}.{lang}"), lang, html: site::render(page, lang) }));
    drawn.collect()
}

/// The gallery in both languages.
pub(crate) fn galleries() -> Vec<Document> {
    let policy = policy_in_force::load().unwrap().policy;
    Lang::ALL.map(|lang| Document { name: format!("gallery.{lang}"), lang, html: site::gallery::gallery(&policy, lang, "/") }).into()
}

/// The examples and every static page.
pub(crate) fn documents() -> Vec<Document> {
    let mut all = examples();
    let policy = policy_in_force::load().unwrap().policy;
    let files = site::static_files(&policy).into_iter().filter(|file| file.content_type.starts_with("text/html"));
    all.extend(files.map(|file| {
        // The page at the root asks which language; its own is Hindi, like that of the errors beside it.
        let lang = if file.path.starts_with("/en/") { Lang::En } else { Lang::Hi };
        Document { name: file.path, lang, html: file.body }
    }));
    all
}

fn compressed(text: &str) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap().len()
}

/// The start tags of a document that has no script or style: the name of the element and its attributes.
fn tags(bare: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
    let mut found = Vec::new();
    let mut rest = bare;
    while let Some((_, after)) = rest.split_once('<') {
        let name_end = after.find([' ', '>', '/']).unwrap_or(after.len());
        let (name, mut inside) = after.split_at(name_end);
        let mut attributes = Vec::new();
        loop {
            inside = inside.trim_start_matches([' ', '/']);
            let Some(end) = inside.find(['=', ' ', '>']) else { break };
            let (attribute, after) = inside.split_at(end);
            let value = after.strip_prefix("=\"").and_then(|quoted| quoted.split_once('"'));
            inside = value.map_or(after, |(_, after)| after);
            if !attribute.is_empty() {
                attributes.push((attribute, value.map_or("", |(value, _)| value)));
            }
            if inside.starts_with('>') {
                break;
            }
        }
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.push((name, attributes));
        }
        rest = inside;
    }
    found
}

/// The document without its script and its style.
fn bare(html: &str) -> String {
    let mut text = html.to_owned();
    for element in ["script", "style"] {
        let (open, close) = (format!("<{element}>"), format!("</{element}>"));
        while let Some((before, (_, after))) = text.split_once(&open).and_then(|(before, inside)| Some((before, inside.split_once(&close)?))) {
            text = [before, after].concat();
        }
    }
    text
}

/// What is read, seen or heard: the text and the attributes that are spoken.
fn read_out(html: &str) -> String {
    let body = bare(html);
    let spoken = tags(&body).into_iter().flat_map(|(_, attributes)| attributes).filter(|(name, _)| {
        matches!(*name, "aria-label" | "title" | "alt" | "content" | "data-text" | "data-share" | "data-none" | "data-stopped" | "data-away")
    });
    let spoken: Vec<&str> = spoken.map(|(_, value)| value).collect();
    let text: Vec<&str> = body.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect();
    [text.join("\n"), spoken.join("\n")].join("\n")
}

fn attribute<'a>(attributes: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(it, _)| *it == name).map(|(_, value)| *value)
}

#[test]
fn a_page_fits_into_one_round_trip() {
    let mut sizes: Vec<(usize, usize, String)> = documents().into_iter().map(|it| (compressed(&it.html), it.html.len(), it.name)).collect();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    println!("{:>8} {:>8}  page", "gzip", "bytes");
    for (gzip, bytes, name) in &sizes {
        println!("{gzip:>8} {bytes:>8}  {name}");
    }
    let (desk, sizes): (Vec<_>, Vec<_>) = sizes.into_iter().partition(|(.., name)| name.starts_with("desk-") || name.starts_with("door-"));
    let (heaviest, _, at_desk) = &desk[0];
    println!("{} pages of the console, the largest {at_desk} with {heaviest} of {DESK} bytes", desk.len());
    assert!(*heaviest <= DESK, "{at_desk}: {heaviest} of {DESK} bytes");
    let (largest, _, name) = &sizes[0];
    let mean = sizes.iter().map(|(gzip, ..)| gzip).sum::<usize>() / sizes.len();
    println!("{} pages, the largest {name} with {largest} of {BUDGET} bytes, {mean} on average", sizes.len());
    assert!(sizes.len() > 150, "{}", sizes.len());
    assert!(*largest <= BUDGET, "{name}: {largest} of {BUDGET} bytes");
}

#[test]
fn every_page_is_a_whole_document() {
    for Document { name, lang, html } in documents() {
        let bare = bare(&html);
        let tags = tags(&bare);
        let of = |element: &'static str| tags.iter().filter(move |(it, _)| *it == element).map(|(_, attributes)| attributes);
        assert_eq!(of("html").map(|html| attribute(html, "lang")).collect::<Vec<_>>(), [Some(lang.tag())], "{name}");
        assert_eq!(of("h1").count(), 1, "{name}: headings");
        let title = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map_or("", |(title, _)| title);
        assert!(!title.trim().is_empty(), "{name}: no title");
        let before = if lang == Lang::Hi { "त्रुटि: " } else { "Error: " };
        let wrong = html.contains("class=\"summary\"");
        assert!(!wrong || title.starts_with(before), "{name}: {title}");
        assert!(!html.contains("<!>"), "{name}: a mark of the renderer");

        let ids: Vec<&str> = tags.iter().filter_map(|(_, attributes)| attribute(attributes, "id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: an id is there twice: {ids:?}");
        let labelled: BTreeSet<&str> = of("label").filter_map(|label| attribute(label, "for")).collect();
        for control in ["input", "select", "textarea"].into_iter().flat_map(of) {
            let label = attribute(control, "id").is_some_and(|id| labelled.contains(id));
            assert!(label || attribute(control, "type") == Some("hidden"), "{name}: no label for {control:?}");
        }
        assert!(of("form").all(|form| attribute(form, "novalidate").is_some()), "{name}: the browser must not judge a form");
        for (element, attributes) in &tags {
            let forbidden = attributes.iter().find(|(name, _)| *name == "style" || name.starts_with("on"));
            assert_eq!(forbidden, None, "{name}: <{element}>");
        }
    }
}

#[test]
fn no_page_asks_anybody_else() {
    for Document { name, html, .. } in documents() {
        for (element, attributes) in tags(&bare(&html)) {
            for (attribute_name, value) in &attributes {
                let outside =
                    value.contains("//") && matches!(*attribute_name, "src" | "srcset" | "href" | "action" | "formaction" | "poster" | "data" | "ping");
                let language = attribute(&attributes, "rel") == Some("alternate") && attribute(&attributes, "hreflang").is_some();
                // The icon's drawing names its own format.
                let inside = value.starts_with("data:image/svg+xml,");
                let asked = *attribute_name == "href" && element == "a" && value.starts_with("https://wa.me/?text=");
                // An address of numbers owns no passkeys; the same place has another name.
                let asked = asked || *attribute_name == "href" && value.starts_with("http://localhost:");
                // The link of a call is followed when it is pressed, and where it leads is not told where it stood.
                let call = element == "a" && value.starts_with("https://meet.example.in/") && attribute(&attributes, "rel") == Some("noreferrer noopener");
                assert!(!outside || language || inside || asked || call, "{name}: <{element} {attribute_name}={value}>");
            }
            assert!(!matches!(element, "img" | "iframe" | "object" | "embed" | "video" | "audio"), "{name}: <{element}>");
        }
        assert!(!html.contains("url(") && !html.contains("@import"), "{name}: the style asks");
    }
}

#[test]
fn no_page_shows_the_name_of_a_phrase() {
    let long = words::ALL.iter().filter(|name| name.contains('_'));
    let names: BTreeSet<String> = long.flat_map(|name| [(*name).to_owned(), name.replace('_', "-")]).collect();
    for Document { name, html, .. } in documents() {
        let said = read_out(&html);
        let mut words = said.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        assert_eq!(words.find(|word| names.contains(*word)), None, "{name}");
        assert!(!said.contains("{$") && !said.contains("{ $"), "{name}: a place that was not filled");
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            // What a test alone says is said to nobody.
            if !matches!(name, "tests" | "target" | "build") {
                sources(&path, found);
            }
        } else if name.ends_with(".rs") && !name.contains("tests") {
            found.push(path);
        }
    }
}

#[test]
fn every_phrase_is_said_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    sources(&root.join("site"), &mut files);
    sources(&root.join("functions"), &mut files);
    let mut said = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        // `say` is what the crate of the words calls its own.
        for called in ["words::", "say::"] {
            said.extend(text.split(called).skip(1).map(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap().to_owned()));
        }
    }
    let left: Vec<&str> = words::ALL.iter().copied().filter(|name| !said.contains(*name)).collect();
    assert_eq!(left, Vec::<&str>::new(), "nobody says these");
}

#[test]
fn a_disposal_is_called_by_one_word() {
    let clocks = policy_in_force::load().unwrap().policy.clocks;
    let name = clocks[&ClockRule::Disposal].name.hi.clone();
    let pages: Vec<Document> = documents().into_iter().filter(|page| page.lang == Lang::Hi).collect();
    assert!(pages.iter().filter(|page| page.html.contains(&name)).count() > 3, "{name}");
    for page in pages {
        assert!(!page.html.contains("निपटार"), "{}", page.name);
    }
}

/// `/policy.json`, as programs may count on it. A clock stands once in `clocks`: `id`, `name`, `starts`, and but for the
/// disposal `rule`, `source` and `lasts`. A category has `id`, `name`, `clocks` (ids, the disposal first) and, for its
/// disposal, `deadline`, `rule` and `source`. A length is one of `hours`, `days`, `working_days`, `months`; whatever is
/// read by people has `hi` and `en`.
#[test]
fn the_policy_tells_programs_which_clocks_a_category_has() {
    let policy = policy_in_force::load().unwrap().policy;
    let body = site::static_files(&policy).into_iter().find(|file| file.path == "/policy.json").unwrap().body;
    let weight = compressed(&body);
    assert!(weight <= BUDGET, "{weight} of {BUDGET} bytes");
    let drawn: Value = serde_json::from_str(&body).unwrap();
    let keys = |it: &Value| it.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    let length = |it: &Value| (keys(it), it.as_object().unwrap().values().next().and_then(Value::as_u64).unwrap());
    let of = |deadline: Deadline| match deadline {
        Deadline::Hours(n) => ("hours".to_owned(), u64::from(n)),
        Deadline::Days(n) => ("days".to_owned(), u64::from(n)),
        Deadline::WorkingDays(n) => ("working_days".to_owned(), u64::from(n)),
        Deadline::Months(n) => ("months".to_owned(), u64::from(n)),
    };
    let said = |it: &Value, both: &Both| assert_eq!((it["hi"].as_str(), it["en"].as_str()), (Some(both.hi.as_str()), Some(both.en.as_str())));
    let clocks = drawn["clocks"].as_array().unwrap();
    assert_eq!(clocks.len(), policy.clocks.len());
    for (clock, (rule, terms)) in clocks.iter().zip(&policy.clocks) {
        assert_eq!((clock["id"].as_str(), clock["starts"].as_str()), (Some(rule.tag()), Some(terms.start.tag())));
        said(&clock["name"], &terms.name);
        let Some(runs) = terms.runs else {
            assert_eq!((*rule, keys(clock).as_str()), (ClockRule::Disposal, "id name starts"));
            continue;
        };
        assert_eq!((length(&clock["lasts"]), keys(clock).as_str()), (of(runs), "id lasts name rule source starts"));
        said(&clock["rule"], &terms.rule);
        said(&clock["source"], &terms.source);
    }
    let known = policy.services.iter().flat_map(|service| &service.categories);
    let told = drawn["services"].as_array().unwrap().iter().flat_map(|service| service["categories"].as_array().unwrap());
    let pairs: Vec<_> = known.zip(told).collect();
    assert!(pairs.iter().any(|(category, _)| category.clocks.len() > 2));
    for (category, told) in pairs {
        assert_eq!((told["id"].as_str(), keys(told).as_str()), (Some(category.id.as_str()), "clocks deadline id name rule source suggestion"));
        assert_eq!(told["suggestion"], category.matter == domain::policy::Matter::Suggestion, "{}", category.id);
        let expected: Vec<&str> = [ClockRule::Disposal].iter().chain(&category.clocks).map(|rule| rule.tag()).collect();
        assert_eq!(told["clocks"], json!(expected), "{}", category.id);
        assert!(expected.iter().all(|id| clocks.iter().any(|clock| clock["id"] == *id)));
        assert_eq!(length(&told["deadline"]), of(category.deadline));
        said(&told["rule"], &category.rule);
        said(&told["source"], &category.source);
    }
}
