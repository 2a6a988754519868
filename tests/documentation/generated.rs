//! Tables in pages that are made from the crate's own tables, so that each fact is written once.
//!
//! A table is between two comments, `<!-- begin: NAME -->` and `<!-- end: NAME -->`. With `UPDATE_DOCS=1` the tests write it.

use super::{page, read};
use icws_schema::body::{DescriptionSource, UserClientConfigurationProperties};
use icws_schema::codes::{EFaqSearchOptions, InheritedFromType, LicenseErrorType, ValidationErrorType};
use icws_schema::directory::Section;
use icws_schema::rules::ValidatorInfo;
use std::fs;

/// Compares a table of a page with what it should be, or writes it.
#[track_caller]
fn check(name: &str, file: &str, table: &str) {
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
    let line = |cells: [String; N]| format!("| {} |\n", cells.join(" | ")).replace("|  |", "| |").replace("|  |", "| |");
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
    let rows = UserClientConfigurationProperties::members().iter().map(|member| {
        let source = match member.source {
            DescriptionSource::Documented => "documented",
            _ => "our choice",
        };
        let since = member.since.map_or(String::new(), |since| since.to_string());
        [format!("`{}`", member.name), cell(member.description), source.to_owned(), since]
    });
    check("members", "wire.md", &table(["member", "description", "description from", "since"], rows));
}

#[test]
fn the_page_of_directory_files_has_the_sections() {
    let schema = icws_schema::schema::directory_file();
    let rows = Section::ALL.iter().map(|section| {
        let description = schema.as_value()["properties"][section.name()]["description"].as_str().unwrap();
        [format!("`{section}`"), cell(description)]
    });
    check("sections", "directory-files.md", &table(["section", "has"], rows));
}

#[test]
fn the_page_of_rule_files_has_the_validators() {
    let rows = ValidationErrorType::ALL.iter().map(|id| {
        let info = ValidatorInfo::of(*id);
        [id.code().to_string(), format!("`{id}`"), String::new(), String::new(), String::new(), String::new()]
    });
    let head = ["no.", "validator", "reads", "fails when", "parameters", "directory"];
    check("validators", "rule-files.md", &table(head, rows));
}
