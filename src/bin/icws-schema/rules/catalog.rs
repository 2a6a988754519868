//! The catalog of validators as data, with the examples of the crate.

use crate::examples;
use icws_schema::cases::{Case, CaseFile, CaseFindings, CaseRunner, LoadedCase};
use icws_schema::codes::ValidationErrorType;
use icws_schema::directory::Section;
use icws_schema::file::TypeList;
use icws_schema::report::{Report, UncheckedReason};
use icws_schema::rules::ValidatorInfo;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The version of the format of the catalog.
const VERSION: u32 = 1;

/// The catalog as JSON.
#[derive(Serialize)]
pub(super) struct Catalog<'a> {
    version: u32,
    validators: &'a [CatalogEntry],
}

impl<'a> Catalog<'a> {
    pub(super) fn new(validators: &'a [CatalogEntry]) -> Self {
        Self { version: VERSION, validators }
    }
}

/// A validator in the catalog.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CatalogEntry {
    pub(super) id: i32,
    pub(super) name: &'static str,
    pub(super) message: &'static str,
    pub(super) since: Option<u32>,
    pub(super) accepts: String,
    pub(super) requires_property: bool,
    pub(super) description: String,
    pub(super) parameters: Vec<CatalogParameter>,
    pub(super) directory: Vec<SectionOfDirectory>,
    pub(super) passing_example: Value,
    pub(super) failing_example: Value,
    /// The message for the problem of the failing example.
    #[serde(skip)]
    pub(super) problem: String,
}

#[derive(Serialize)]
pub(super) struct CatalogParameter {
    pub(super) name: &'static str,
    pub(super) description: String,
    pub(super) required: bool,
    pub(super) default: Option<Value>,
    pub(super) schema: Value,
    pub(super) words: Vec<CatalogWord>,
}

#[derive(Serialize)]
pub(super) struct CatalogWord {
    pub(super) word: &'static str,
    pub(super) description: &'static str,
}

/// A section of the directory that rules of a validator query.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SectionOfDirectory {
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    /// The reason why a rule is unchecked without the section.
    pub(super) without: String,
}

impl CatalogEntry {
    pub(super) fn new(id: ValidationErrorType) -> Option<Self> {
        let name = id.name()?;
        let info = ValidatorInfo::of(id)?;
        let text = examples::cases(name)?;
        let cases: Map<String, Value> = serde_json::from_str(text).ok()?;
        let mut examples = cases.get("cases")?.as_array()?.iter().filter(|case| case["example"] == true);
        let (passing_example, failing_example) = (examples.next()?.clone(), examples.next()?.clone());
        let file = CaseFile::from_json(text).ok()?;
        let failing = file.cases().iter().filter(|case| case.is_example()).nth(1)?;
        let mut runner = CaseRunner::new(|name| Err(format!("{name}: the examples need no files")));
        let problem = runner.load(failing, |loaded| problem(loaded, failing.body())).ok()?;
        let directory = sections(id, &file, &mut runner);
        Some(Self {
            id: id.code(),
            name,
            message: id.message()?,
            since: id.since(),
            accepts: TypeList::from(info.accepts()).to_string(),
            requires_property: info.requires_property(),
            description: words(info.description),
            parameters: info
                .parameters
                .iter()
                .map(|parameter| CatalogParameter {
                    name: parameter.name,
                    description: words(parameter.description),
                    required: parameter.is_required(),
                    default: parameter.default(),
                    schema: parameter.schema(),
                    words: parameter
                        .words()
                        .into_iter()
                        .map(|(word, description)| CatalogWord { word, description })
                        .collect(),
                })
                .collect(),
            directory,
            passing_example,
            failing_example,
            problem,
        })
    }
}

/// Returns the report of a body, without positions.
fn problem(loaded: &LoadedCase<'_>, body: &str) -> String {
    loaded.check(body).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Returns the sections without which rules of a validator are unchecked, as the cases of the validator show.
fn sections(id: ValidationErrorType, file: &CaseFile, runner: &mut CaseRunner<'_>) -> Vec<SectionOfDirectory> {
    let mut sections: BTreeMap<Section, String> = BTreeMap::new();
    let is_checked = |case: &&Case| matches!(case.expected(), CaseFindings::Checked { .. });
    for case in file.cases().iter().filter(is_checked) {
        let unchecked = runner.load(case, |loaded| without_directory(loaded, case.body()));
        for rule in unchecked.iter().flat_map(Report::unchecked).filter(|rule| rule.validator() == id) {
            if let UncheckedReason::NotInDirectory { section, .. } = rule.reason() {
                sections.entry(*section).or_insert_with(|| rule.reason().to_string());
            }
        }
    }
    let section = |(section, without): (Section, String)| SectionOfDirectory {
        name: section.name(),
        description: section.description(),
        without,
    };
    sections.into_iter().map(section).collect()
}

/// Checks a body as if there were no directory.
fn without_directory(loaded: &LoadedCase<'_>, body: &str) -> Report {
    match loaded.clone() {
        LoadedCase::Request(checker, mut context) => {
            context.directory = None;
            checker.check(body, &context)
        }
        LoadedCase::Any(checker, mut context) => {
            context.directory = None;
            checker.check(body, &context)
        }
        other => other.check(body),
    }
}

fn words(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
