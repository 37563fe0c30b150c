//! Makes an enum of every route that `infra/template.yaml` has, so that a route nobody said a word about does not compile.

use std::fmt::Write;

fn main() {
    let template = "../infra/template.yaml";
    println!("cargo::rerun-if-changed={template}");
    let text = std::fs::read_to_string(template).unwrap_or_else(|e| panic!("{template}: {e}"));
    let routes: Vec<(String, String, String)> = text.lines().filter_map(route).collect();
    assert!(!routes.is_empty(), "{template} has no routes");
    let mut out = String::from("#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub(crate) enum Route {\n");
    for (name, ..) in &routes {
        writeln!(out, "    {name},").unwrap();
    }
    let names = |of: &dyn Fn(&(String, String, String)) -> String| routes.iter().map(of).collect::<String>();
    writeln!(out, "}}\nimpl Route {{\npub(crate) const ALL: [Route; {}] = [{}];", routes.len(), names(&|(name, ..)| format!("Route::{name}, "))).unwrap();
    writeln!(out, "pub(crate) fn method(self) -> &'static str {{ match self {{ {} }} }}", names(&|(name, method, _)| format!("Route::{name} => {method:?}, ")))
        .unwrap();
    writeln!(out, "pub(crate) fn path(self) -> &'static str {{ match self {{ {} }} }}\n}}", names(&|(name, _, path)| format!("Route::{name} => {path:?}, ")))
        .unwrap();
    let to = std::path::Path::new(&std::env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("routes.rs");
    std::fs::write(&to, out).unwrap_or_else(|e| panic!("{}: {e}", to.display()));
}

/// `GetDeskComplaintsNumber`, `GET` and `/desk/complaints/{number}` of a line that declares a route.
fn route(line: &str) -> Option<(String, String, String)> {
    if !line.contains("Type: HttpApi") {
        return None;
    }
    let method = line.split_once("Method: ")?.1.split([',', '}']).next()?.trim().to_owned();
    let path = line.split_once("Path: ")?.1.trim_start_matches('"').split(['"', ',', ' ']).next()?.trim_end_matches("}}").to_owned();
    // An address with a variable is quoted; of a plain one the flow mapping's braces are cut off.
    let words = format!("{} {path}", method.to_lowercase());
    let name = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    Some((name.map(|word| word[..1].to_uppercase() + &word[1..]).collect(), method, path))
}
