//! Tables in pages that are made from the crate's own tables, so that each fact is written once.
//!
//! A table is between two comments, `<!-- begin: NAME -->` and `<!-- end: NAME -->`. With `UPDATE_DOCS=1` the tests write it.

use super::{page, read, root};
use crate::sorted::sorted;
use icws_schema::body::{DescriptionSource, UserClientConfigurationProperties};
use icws_schema::codes::{EFaqSearchOptions, InheritedFromType, LicenseErrorType, ValidationErrorType};
use icws_schema::rules::{Format, ParameterInfo, ValidatorInfo};
use serde_json::Value;
use std::fs;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// One table is written at a time.
pub(super) static WRITING: Mutex<()> = Mutex::new(());

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
            DescriptionSource::Documented => "the vendor",
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
    let sections = sorted(&schema.as_value()["properties"]);
    let sections = sections.as_object().unwrap();
    let text = read(&page("directory-files.md"));
    let example: Value = serde_json::from_str(super::examples::json(&text)[0]).unwrap();
    let example = sorted(&example);
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
    let rows = ValidationErrorType::ALL.iter().filter_map(|kind| ValidatorInfo::of(*kind)).map(|info| {
        let parameters: Vec<_> = info.parameters.iter().map(parameter).collect();
        let description = info.description.split_whitespace().collect::<Vec<_>>().join(" ");
        let kind = info.kind;
        [
            kind.code().to_string(),
            format!("`{kind}`"),
            accepts(info),
            cell(&without_links(&description)),
            parameters.join("<br>"),
            sections(kind).join(", "),
        ]
    });
    let head = ["no.", "validator", "accepts", "description", "parameters", "directory"];
    check("validators", "rule-files.md", &table(head, rows));
}

#[test]
fn the_page_of_rule_files_has_the_words_of_parameters() {
    let mut rows = Vec::<[String; 3]>::new();
    for info in ValidatorInfo::all() {
        for parameter in info.parameters.iter().filter(|parameter| parameter.name != "format") {
            let schema = parameter.schema();
            let words = [&schema["enum"], &schema["items"]["enum"]].into_iter().find_map(Value::as_array);
            let words = words.map(|words| words.iter().map(|word| format!("`{}`", word.as_str().unwrap())));
            let default =
                parameter.default().map_or(String::new(), |default| format!("`{}`", default.as_str().unwrap_or("")));
            let name = format!("`{}` of {} `{}`", parameter.name, info.kind.code(), info.kind);
            rows.extend(words.map(|words| [name, words.collect::<Vec<_>>().join(", "), default]));
        }
    }
    check("words", "rule-files.md", &table(["parameter", "keywords", "default"], rows));
}

#[test]
fn the_reference_has_every_validator_with_its_examples() {
    let sections = ValidationErrorType::ALL.iter().filter_map(|kind| ValidatorInfo::of(*kind)).map(|info| {
        let kind = info.kind;
        let description = info.description.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut text = format!("## {} {kind}\n\n{}\n\n", kind.code(), without_links(&description));
        let since = kind.since().map_or_else(|| "not documented".to_owned(), |since| since.to_string());
        let sections = sections(kind).join(", ");
        let sections = if sections.is_empty() { "none".to_owned() } else { sections };
        let message = kind.message().unwrap_or_default();
        let rows = [
            ("message", message),
            ("accepts", &accepts(info)),
            ("since feature version", &since),
            ("directory", &sections),
        ];
        text += &table(["", ""], rows.map(|(name, value)| [name.to_owned(), value.to_owned()]));
        if !info.parameters.is_empty() {
            let needed = |parameter: &ParameterInfo| match parameter.default() {
                Some(default) => format!("default `{default}`"),
                None if parameter.is_required() => "required".to_owned(),
                None => "optional".to_owned(),
            };
            let row =
                |parameter: &ParameterInfo| [format!("`{}`", parameter.name), needed(parameter), meaning(parameter)];
            text += &format!("\n{}", table(["parameter", "", "meaning"], info.parameters.iter().map(row)));
        }
        text + &examples(kind)
    });
    check("reference", "validators.md", &format!("\n{}\n", sections.collect::<Vec<_>>().join("\n")));
}

/// Returns an example that passes, and one that fails.
fn examples(kind: ValidationErrorType) -> String {
    let file: Value = serde_json::from_str(&read(&root().join(format!("data/cases/{kind}.json")))).unwrap();
    let mut text = String::new();
    for (case, outcome) in
        file["cases"].as_array().unwrap().iter().filter(|case| case["example"] == true).zip(["Passes", "Fails"])
    {
        text += &format!("\n{outcome}: {}\n\n```text\n", case["name"].as_str().unwrap());
        for part in ["rules", "directory", "current", "subject", "featureVersion", "body", "text"] {
            let value = if part == "rules" { &case["rules"]["rules"] } else { &case[part] };
            for value in
                value.as_array().filter(|_| part == "rules").map_or_else(|| vec![value], |rules| rules.iter().collect())
            {
                if !value.is_null() {
                    text += &format!("{:<15} {}\n", part.trim_end_matches('s'), sorted(value));
                }
            }
        }
        for problem in case["expected"]["problems"].as_array().into_iter().flatten() {
            let property = problem["property"].as_str().filter(|name| !name.is_empty()).unwrap_or("(root)");
            text += &format!("{:<15} {property}\n", "problem");
        }
        text += "```\n";
    }
    text
}

/// Returns a description without links to items of the crate, which lead nowhere from a page.
fn without_links(text: &str) -> String {
    let mut parts = text.split("](super::");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, rest| {
        let label = text.rfind('[').map_or(text.clone(), |start| format!("{}{}", &text[..start], &text[start + 1..]));
        label + rest.split_once(')').map_or("", |(_, rest)| rest)
    })
}

/// Returns the types that a validator accepts.
fn accepts(info: &ValidatorInfo) -> String {
    const ALL_JSON: usize = 5;
    let types: Vec<_> = info.accepts().iter().map(ToString::to_string).collect();
    if types.len() == ALL_JSON { "any value".to_owned() } else { types.join(", ").replace("idArray", "array of ids") }
}

/// Returns a parameter with its default and what it means.
fn parameter(info: &ParameterInfo) -> String {
    let default = match info.default() {
        Some(default) => format!(" (default `{default}`)"),
        None if info.is_required() => String::new(),
        None => " (optional)".to_owned(),
    };
    format!("`{}`{default}: {}", info.name, meaning(info))
}

/// Returns what a parameter means, with the words that it takes.
fn meaning(info: &ParameterInfo) -> String {
    // Formats have a table of their own, and so have the members of conditions.
    let is_word = |schema: &Value| schema.to_string().contains("\"enum\"") && info.name != "format";
    let words = if is_word(&info.schema()) { info.words() } else { Vec::new() };
    let words: Vec<_> =
        words.iter().map(|(word, meaning)| format!("`{word}`: {}", meaning.trim_end_matches('.'))).collect();
    let words = if words.is_empty() { String::new() } else { format!(" {}.", words.join("; ")) };
    format!("{}{}", cell(info.description.trim()), cell(&words))
}

/// Returns the sections of a directory without which rules of a validator are unchecked, as the command has them.
fn sections(kind: ValidationErrorType) -> Vec<String> {
    let name = kind.to_string();
    let command = Command::new(env!("CARGO_BIN_EXE_icws-schema")).args(["rules", "--format", "json", &name]).output();
    let catalog: Value = serde_json::from_slice(&command.unwrap().stdout).unwrap();
    let sections = catalog["validators"][0]["directory"].as_array().unwrap();
    sections.iter().map(|section| format!("`{}`", section["name"].as_str().unwrap())).collect()
}

#[test]
fn the_page_of_evaluation_has_every_condition() {
    let head = ["condition", "status", "error id", "saved", "source", "test"];
    check("conditions", "evaluation.md", &table(head, crate::endpoint::evaluate::conditions::rows()));
}

#[test]
fn every_format_is_in_the_page_of_rule_files() {
    let text = read(&page("rule-files.md"));
    let formats = super::section(&text, "formats").unwrap();
    let missing: Vec<_> = Format::ALL.iter().filter(|format| !formats.contains(&format!("`{format}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
