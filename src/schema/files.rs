use super::{
    OmittedRule, Profile, RuleSchema, case_file, conformance_request, conformance_response, directory_file, draft_07,
    load_error, pretty, report_file, state_file, test_report, validator_catalog, verdict,
};
use crate::body::decode::Representation;
use crate::body::decode::members::WireValue;
use crate::body::{InheritableProperty, InheritedValue, inheritable_types, representations};
use crate::rules::RuleSet;
use schemars::Schema;
use serde_json::Value;

/// A schema file: its name and its content.
///
/// ```no_run
/// for file in icws_schema::schema::files() {
///     std::fs::write(&file.name, &file.text)?;
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaFile {
    /// The name of the file: that of the type, with `request` or `view` if there is a file for each, as in
    /// `followMe.request.json`.
    pub name: String,
    /// The schema as JSON: self-contained, and the same bytes on every machine.
    pub text: String,
}

impl SchemaFile {
    /// Creates a file whose `$id` is its URL in the published crate of this version.
    fn new(name: &str, mut schema: Schema) -> Self {
        let id = format!("https://docs.rs/crate/icws-schema/{}/source/schemas/{name}", env!("CARGO_PKG_VERSION"));
        schema.insert("$id".to_owned(), id.into());
        Self::without_id(name, &schema)
    }

    fn without_id(name: &str, schema: &Schema) -> Self {
        Self::of(name, schema.as_value())
    }

    pub(super) fn of(name: &str, schema: &Value) -> Self {
        Self { name: name.to_owned(), text: pretty::text(schema) }
    }
}

/// The file of the request body, the only one that rules change.
const REQUEST: &str = "userClientConfigurationProperties.request.json";

/// Returns every schema file, as in the folder `schemas` of the crate.
///
/// ```
/// use icws_schema::schema::files;
///
/// assert!(files().iter().any(|file| file.name == "followMe.request.json"));
/// ```
#[must_use]
pub fn files() -> Vec<SchemaFile> {
    Profile::Default.files()
}

/// Returns every schema file, with the constraints of a rule set in the file of the request body, and the rules that this
/// file does not contain or contains only in part.
///
/// A file with rules has no `$id`, since its content differs from the published file.
///
/// ```
/// use icws_schema::rules::RuleSet;
/// use icws_schema::schema::files_with_rules;
///
/// let (files, omitted) = files_with_rules(&RuleSet::recommended());
/// let request = files.iter().find(|file| file.name == "userClientConfigurationProperties.request.json").unwrap();
/// assert!(request.text.contains(r#""maximum": 300"#));
/// assert!(omitted.iter().all(|rule| rule.is_partial));
/// ```
#[must_use]
pub fn files_with_rules(set: &RuleSet) -> (Vec<SchemaFile>, Vec<OmittedRule>) {
    Profile::Default.files_with_rules(set)
}

/// Returns every schema file in draft-07, for tools that do not support draft 2020-12.
///
/// ```
/// let files = icws_schema::schema::files_draft_07();
/// assert!(files[0].text.contains("http://json-schema.org/draft-07/schema#"));
/// ```
#[must_use]
pub fn files_draft_07() -> Vec<SchemaFile> {
    files().iter().map(draft_07::file).collect()
}

/// Returns all files of the folder `schemas` of the crate: the schema files, those in draft-07 in `draft-07`, and the
/// `OpenAPI` description in `openapi`.
///
/// ```
/// use icws_schema::schema::published_files;
///
/// assert!(published_files().iter().any(|file| file.name == "draft-07/followMe.request.json"));
/// ```
#[must_use]
pub fn published_files() -> Vec<SchemaFile> {
    Profile::Default.published_files()
}

pub(super) fn every_edition(files: Vec<SchemaFile>, openapi: SchemaFile) -> Vec<SchemaFile> {
    let within =
        |folder: &'static str| move |file: SchemaFile| SchemaFile { name: format!("{folder}/{}", file.name), ..file };
    let old: Vec<_> = files.iter().map(draft_07::file).map(within("draft-07")).collect();
    files.into_iter().chain(old).chain([openapi].map(within("openapi"))).collect()
}

macro_rules! file_of_each {
    ({ $profile:ident } $($Type:ty $(as $name:literal)?: $how:ident [$($direction:ident $file:literal),*];)+) => {
        vec![$($(SchemaFile::new($file, $profile.$direction::<$Type>()),)*)+]
    };
}

macro_rules! files_of_each_inheritable {
    (
        { $profile:ident }
        $($Name:ident($Type:ty, $about:literal) = $Property:ident $property_urn:literal, $Value:ident $value_urn:literal, $example:literal;)+
    ) => {
        [$(both::<InheritableProperty<$Type>>($profile), both::<InheritedValue<$Type>>($profile)),+]
    };
}

pub(super) fn all(profile: Profile) -> Vec<SchemaFile> {
    let mut files = representations! { file_of_each { profile } };
    files.extend(inheritable_types! { files_of_each_inheritable { profile } }.into_iter().flatten());
    files.push(SchemaFile::new("ruleFile.json", profile.rule_file()));
    files.push(SchemaFile::new("directoryFile.json", directory_file()));
    files.push(SchemaFile::new("stateFile.json", state_file::schema(profile)));
    files.push(SchemaFile::new("caseFile.json", case_file::schema(profile)));
    files.push(SchemaFile::new("conformanceRequest.json", conformance_request()));
    files.push(SchemaFile::new("conformanceResponse.json", conformance_response()));
    files.push(SchemaFile::new("report.json", report_file::schema(profile)));
    files.push(SchemaFile::new("loadError.json", load_error()));
    files.push(SchemaFile::new("verdict.json", verdict()));
    files.push(SchemaFile::new("testReport.json", test_report()));
    files.push(SchemaFile::new("validatorCatalog.json", validator_catalog()));
    files
}

/// Returns the file of a type in a request, and that of the type in a response.
fn both<T: Representation + WireValue>(profile: Profile) -> [SchemaFile; 2] {
    let (first, rest) = T::DESCRIPTOR.name.split_at(1);
    let name = first.to_ascii_lowercase() + rest;
    [
        SchemaFile::new(&format!("{name}.request.json"), profile.request::<T>()),
        SchemaFile::new(&format!("{name}.view.json"), profile.response::<T>()),
    ]
}

pub(super) fn all_with_rules(set: &RuleSet, profile: Profile) -> (Vec<SchemaFile>, Vec<OmittedRule>) {
    if set.rules().is_empty() {
        return (all(profile), Vec::new());
    }
    let RuleSchema { schema, omitted } = profile.request_with_rules(set);
    let mut files = all(profile);
    for file in files.iter_mut().filter(|file| file.name == REQUEST) {
        *file = SchemaFile::without_id(REQUEST, &schema);
    }
    (files, omitted)
}
