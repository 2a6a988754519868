//! Tables in pages that are made from the crate's own tables, so that each fact is written once.
//!
//! A table is between two comments, `<!-- begin: NAME -->` and `<!-- end: NAME -->`. With `UPDATE_DOCS=1` the tests write it.

use super::{page, read, root};
use icws_schema::body::{DescriptionSource, UserClientConfigurationProperties};
use icws_schema::codes::{EFaqSearchOptions, InheritedFromType, LicenseErrorType, ValidationErrorType};
use icws_schema::directory::InMemoryDirectory;
use icws_schema::rules::{Checker, Context, ParameterInfo, RuleSet, Validator};
use serde_json::Value;
use std::fs;
use std::sync::{Mutex, PoisonError};

/// One table is written at a time.
static WRITING: Mutex<()> = Mutex::new(());

/// Compares a table of a page with what it should be, or writes it.
#[track_caller]
fn check(name: &str, file: &str, table: &str) {
    let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let path = page(file);
    let text = read(&path);
    let (begin, end) = (format!("<!-- begin: {name} -->\n"), format!("<!-- end: {name} -->"));
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("{file} has no `{begin}`"));
    let (found, after) = rest.split_once(&end).unwrap_or_else(|| panic!("{file} has no `{end}`"));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, format!("{before}{begin}{table}{end}{after}")).unwrap();
    } else {
        assert_eq!(found, table, "the table `{name}` in docs/{file} is not up to date: run with UPDATE_DOCS=1");
    }
}

fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let line =
        |cells: [String; N]| format!("| {} |\n", cells.join(" | ")).replace("|  |", "| |").replace("|  |", "| |");
    let rule = format!("|{}\n", "---|".repeat(N));
    line(head.map(str::to_owned)) + &rule + &rows.into_iter().map(line).collect::<String>()
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

macro_rules! codes {
    ($($test:ident: $List:ident;)+) => {$(
        #[test]
        fn $test() {
            let rows = $List::ALL.iter().map(|code| {
                let since = code.since().map_or(String::new(), |since| since.to_string());
                [code.code().to_string(), format!("`{code}`"), code.message().unwrap_or_default().to_owned(), since]
            });
            check(stringify!($List), "wire.md", &table(["code", "name", "message", "since"], rows));
        }
    )+};
}

codes! {
    the_wire_page_has_the_validators: ValidationErrorType;
    the_wire_page_has_the_license_codes: LicenseErrorType;
    the_wire_page_has_the_sources_of_inheritance: InheritedFromType;
    the_wire_page_has_the_search_options: EFaqSearchOptions;
}

#[test]
fn the_wire_page_has_the_members_of_a_request() {
    let schema = icws_schema::schema::request::<UserClientConfigurationProperties>();
    let rows = UserClientConfigurationProperties::members().iter().map(|member| {
        let source = match member.source {
            DescriptionSource::Documented => "documented",
            _ => "our choice",
        };
        let since = member.since.map_or(String::new(), |since| since.to_string());
        let value = type_of(&schema.as_value()["properties"][member.name]);
        [format!("`{}`", member.name), value, cell(member.description), source.to_owned(), since]
    });
    check("members", "wire.md", &table(["member", "type", "description", "description from", "since"], rows));
}

/// Returns the name of the type of a member.
fn type_of(schema: &Value) -> String {
    let array = schema["items"]["$ref"].as_str().map(|item| format!("array of {}", type_name(item)));
    let options = || schema["oneOf"].as_array().into_iter().flatten().find_map(|option| option["$ref"].as_str());
    array.or_else(|| options().map(type_name)).unwrap_or_else(|| panic!("no type in {schema}"))
}

fn type_name(reference: &str) -> String {
    format!("`{}`", reference.trim_start_matches("#/$defs/").trim_end_matches("Request"))
}

#[test]
fn the_page_of_directory_files_has_the_sections() {
    let schema = icws_schema::schema::directory_file();
    let sections = schema.as_value()["properties"].as_object().unwrap();
    let text = read(&page("directory-files.md"));
    let example: Value = serde_json::from_str(super::examples::json(&text)[0]).unwrap();
    let rows = sections.iter().filter(|(name, _)| *name != "$schema").map(|(name, section)| {
        let description = section["description"].as_str().unwrap();
        [format!("`{name}`"), format!("`{}`", shape(section)), cell(description), format!("`{}`", example[name])]
    });
    check("sections", "directory-files.md", &table(["section", "shape", "contains", "example"], rows));
}

/// Returns the shape of the values of a schema: `{"...": [string]}`.
fn shape(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.trim_start_matches("#/$defs/").to_owned();
    }
    if let Some(options) = schema["oneOf"].as_array() {
        return options.iter().map(shape).collect::<Vec<_>>().join(" or ");
    }
    match &schema["type"] {
        Value::String(name) if name == "array" => format!("[{}]", shape(&schema["items"])),
        Value::String(name) if name == "object" => format!("{{\"...\": {}}}", shape(&schema["additionalProperties"])),
        Value::String(name) => name.clone(),
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        other => panic!("no shape: {other}"),
    }
}

#[test]
fn the_page_of_rule_files_has_the_validators() {
    let rows = ValidationErrorType::ALL.iter().map(|id| {
        let description = Validator::description_of(*id).split_whitespace().collect::<Vec<_>>().join(" ");
        let parameters: Vec<_> = Validator::parameters_of(*id).iter().map(parameter).collect();
        [
            id.code().to_string(),
            format!("`{id}`"),
            Validator::accepts_description(*id).to_owned(),
            cell(&description),
            parameters.join("<br>"),
            sections(*id).join(", "),
        ]
    });
    let head = ["no.", "validator", "reads", "fails when", "parameters", "directory"];
    check("validators", "rule-files.md", &table(head, rows));
}

/// Returns a parameter with its default and what it means.
fn parameter(info: &ParameterInfo) -> String {
    let default = match info.default() {
        Some(default) => format!(" (default `{default}`)"),
        None if info.is_required() => String::new(),
        None => " (optional)".to_owned(),
    };
    format!("`{}`{default}: {}", info.name, cell(info.doc.trim()))
}

/// Returns the sections of a directory without which the example of a validator cannot be checked.
fn sections(id: ValidationErrorType) -> Vec<String> {
    let file = root().join(format!("data/cases/{id}.json"));
    let file: Value = serde_json::from_str(&read(&file)).unwrap();
    let case = file["cases"].as_array().unwrap().iter().rfind(|case| case["example"] == true).unwrap();
    let Some(directory) = case["directory"].as_object() else { return Vec::new() };
    let rules = Checker::for_objects(&RuleSet::from_json(&case["rules"].to_string()).unwrap());
    let is_needed = |section: &&String| {
        let mut rest = directory.clone();
        rest.remove(*section);
        let rest = InMemoryDirectory::from_json(&Value::from(rest).to_string()).unwrap();
        let context = Context { directory: Some(&rest), ..Context::default() };
        !rules.check(case["body"].to_string(), &context).is_complete()
    };
    directory.keys().filter(is_needed).map(|section| format!("`{section}`")).collect()
}
