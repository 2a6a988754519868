//! The page `statements.md`: complete, and each statement is where the page has it.

use super::{page, read, root, section};
use serde_json::Value;

struct Statement {
    /// The part of the vendor's page: `400: message`.
    part: String,
    /// A section of a page, or a description in a schema.
    place: String,
    words: String,
}

fn statements() -> Vec<Statement> {
    let text = read(&page("statements.md"));
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(1);
    let statement = |row: &str| {
        let cells: Vec<_> =
            row.trim_matches('|').replace("\\|", "\0").split('|').map(|cell| cell.trim().replace('\0', "|")).collect();
        let [part, _, place, words] = &cells[..] else { panic!("{} cells: {row}", cells.len()) };
        Statement { part: part.replace('`', ""), place: place.trim_matches('`').to_owned(), words: words.clone() }
    };
    rows.map(statement).collect()
}

/// Returns what is at a place.
fn text(place: &str) -> String {
    let (file, target) = place.split_once('#').unwrap_or_else(|| panic!("no `#` in {place}"));
    if std::path::Path::new(file).extension().is_some_and(|extension| extension == "md") {
        let text = read(&page(file));
        return section(&text, target).unwrap_or_else(|| panic!("no heading for {place}")).to_owned();
    }
    let schema: Value = serde_json::from_str(&read(&root().join("schemas").join(file))).unwrap();
    let member = schema.pointer(target).unwrap_or_else(|| panic!("nothing at {place}"));
    member["description"].as_str().unwrap_or_else(|| panic!("no description at {place}")).to_owned()
}

#[test]
fn every_part_of_the_vendors_page_has_a_statement() {
    let parts: Value = serde_json::from_str(include_str!("../spec/page.json")).unwrap();
    let parts: Vec<_> = parts
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(section, items)| {
            items.as_array().unwrap().iter().map(move |item| format!("{section}: {}", item.as_str().unwrap()))
        })
        .collect();
    let mut stated: Vec<_> = statements().into_iter().map(|statement| statement.part).collect();
    stated.dedup();
    let missing: Vec<_> = parts.iter().filter(|part| !stated.contains(part)).collect();
    let unknown: Vec<_> = stated.iter().filter(|part| !parts.contains(part)).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:?}, unknown: {unknown:?}");
    assert_eq!(stated.len(), parts.len(), "a part is in two places");
}

#[test]
fn every_statement_is_where_the_page_has_it() {
    let mut wrong = Vec::new();
    for Statement { part, place, words } in statements() {
        let text = text(&place).split_whitespace().collect::<Vec<_>>().join(" ");
        let missing = needed(&words).into_iter().filter(|words| !text.contains(words));
        wrong.extend(missing.map(|words| format!("{part}: `{words}` is not in {place}")));
    }
    assert_eq!(wrong, [""; 0]);
}

/// Returns what must be at the place: words, all codes of a list, or all error ids of a status.
fn needed(words: &str) -> Vec<String> {
    let facts: Value = serde_json::from_str(include_str!("../spec/codes.json")).unwrap();
    let types: Value = serde_json::from_str(include_str!("../spec/wire-types.json")).unwrap();
    let rows = |list: &str| facts[list].as_array().unwrap_or_else(|| panic!("no list {list}")).clone();
    let text = |row: &Value, member: &str| row[member].as_str().unwrap().to_owned();
    if words == "every code of EFaqSearchOptions" {
        let codes = types["enums"]["EFaqSearchOptions"]["codes"].as_object().unwrap();
        return codes.iter().map(|(name, number)| format!("| {number} | `{name}` |")).collect();
    }
    if let Some(list) = words.strip_prefix("every code of ") {
        let row = |code: &Value| {
            let since = code["since"].as_u64().map_or(String::new(), |since| since.to_string());
            format!("| {} | `{}` | {} | {since} |", code["number"], text(code, "name"), text(code, "message"))
                .replace("|  |", "| |")
        };
        return rows(list).iter().map(row).collect();
    }
    if let Some(status) = words.strip_prefix("every error id of ") {
        let of_status = |id: &&Value| id["status"].as_u64() == status.parse().ok();
        return rows("errorId")
            .iter()
            .filter(of_status)
            .flat_map(|id| [format!("`{}`", text(id, "text")), text(id, "message")])
            .collect();
    }
    vec![words.to_owned()]
}

/// A single name or word would be there whatever the place says.
#[test]
fn the_words_of_a_statement_are_more_than_a_name() {
    for Statement { part, words, .. } in statements() {
        assert!(words.split_whitespace().count() > 1 || words.contains('/'), "{part}: {words}");
        assert_eq!(words.matches('`').count() % 2, 0, "{part}: {words}");
    }
}
