//! Makes an enum of every route that `infra/template.yaml` has, so that a route nobody said a word about does not compile.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let template = "../infra/template.yaml";
    println!("cargo::rerun-if-changed={template}");
    let text = std::fs::read_to_string(template)?;
    let routes: Vec<(String, String, String)> = text.lines().filter_map(route).collect();
    if routes.is_empty() {
        return Err(format!("{template} has no routes").into());
    }
    let each = |of: &dyn Fn(&(String, String, String)) -> String| routes.iter().map(of).collect::<String>();
    let names = each(&|(name, ..)| format!("{name}, "));
    let all = each(&|(name, ..)| format!("Route::{name}, "));
    let methods = each(&|(name, method, _)| format!("Route::{name} => {method:?}, "));
    let paths = each(&|(name, _, path)| format!("Route::{name} => {path:?}, "));
    let out = format!(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub(crate) enum Route {{ {names} }}\nimpl Route {{\n\
         pub(crate) const ALL: [Route; {}] = [{all}];\n\
         pub(crate) fn method(self) -> &'static str {{ match self {{ {methods} }} }}\n\
         pub(crate) fn path(self) -> &'static str {{ match self {{ {paths} }} }}\n}}\n",
        routes.len()
    );
    std::fs::write(std::path::Path::new(&std::env::var("OUT_DIR")?).join("routes.rs"), out)?;
    Ok(())
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
