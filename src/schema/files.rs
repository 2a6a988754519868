use super::{OmittedRule, Profile, RuleSchema, directory_file, draft_07, openapi, pretty, report, state_file};
use crate::body::decode::Representation;
use crate::body::{
    ConfigurationError, ConfigurationId, Error, ErrorBody, FollowMe, InheritableBooleanProperty,
    InheritableIntProperty, InheritableStringProperty, InheritedBooleanValue, InheritedInt, InheritedString,
    LicenseError, UpdateOperationResult, User, UserClientConfigurationProperties, UserClientConfigurationView,
    UserList, ValidationError,
};
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
    /// The name of the type, followed by `request` or `view` if there is a file of each: `followMe.request.json`.
    pub name: String,
    /// The schema: self-contained, and the same bytes on every machine.
    pub text: String,
}

impl SchemaFile {
    /// A file whose `$id` is its place in the published crate of this version.
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

/// The file of the request body, which is the one that rules change.
const REQUEST: &str = "userClientConfigurationProperties.request.json";

/// Returns every schema file: what the folder `schemas` of the crate contains.
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

/// Returns every schema file with a rule set in that of the request body, and the rules that this file does not contain or contains in part.
///
/// A file with rules has no `$id`, as its content is not that of the published file.
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

/// Returns every schema file in draft-07, for tools that do not know draft 2020-12.
///
/// ```
/// let files = icws_schema::schema::files_draft_07();
/// assert!(files[0].text.contains("http://json-schema.org/draft-07/schema#"));
/// ```
#[must_use]
pub fn files_draft_07() -> Vec<SchemaFile> {
    files().iter().map(draft_07::file).collect()
}

/// Returns everything that the folder `schemas` of the crate contains: the schema files, those in draft-07 in `draft-07`, and the
/// `OpenAPI` description in `openapi`.
///
/// ```
/// use icws_schema::schema::published_files;
///
/// assert!(published_files().iter().any(|file| file.name == "draft-07/followMe.request.json"));
/// ```
#[must_use]
pub fn published_files() -> Vec<SchemaFile> {
    let within =
        |folder: &'static str| move |file: SchemaFile| SchemaFile { name: format!("{folder}/{}", file.name), ..file };
    let old = files_draft_07().into_iter().map(within("draft-07"));
    files().into_iter().chain(old).chain([openapi()].map(within("openapi"))).collect()
}

pub(super) fn all(profile: Profile) -> Vec<SchemaFile> {
    let request = SchemaFile::new(REQUEST, profile.request::<UserClientConfigurationProperties>());
    let view = profile.response::<UserClientConfigurationView>();
    let mut files = vec![request, SchemaFile::new("userClientConfigurationProperties.view.json", view)];
    files.push(SchemaFile::new("user.json", profile.response::<User>()));
    files.push(SchemaFile::new("users.json", profile.response::<UserList>()));
    files.extend(both::<FollowMe>("followMe", profile));
    files.extend(both::<InheritableBooleanProperty>("inheritableBooleanProperty", profile));
    files.extend(both::<InheritableStringProperty>("inheritableStringProperty", profile));
    files.extend(both::<InheritableIntProperty>("inheritableIntProperty", profile));
    files.extend(both::<InheritedBooleanValue>("inheritedBooleanValue", profile));
    files.extend(both::<InheritedString>("inheritedString", profile));
    files.extend(both::<InheritedInt>("inheritedInt", profile));
    files.extend(both::<ConfigurationId>("configurationId", profile));
    files.push(SchemaFile::new("updateOperationResult.json", profile.response::<UpdateOperationResult>()));
    files.push(SchemaFile::new("licenseError.json", profile.response::<LicenseError>()));
    files.push(SchemaFile::new("validationError.json", profile.response::<ValidationError>()));
    files.push(SchemaFile::new("error.json", profile.response::<Error>()));
    files.push(SchemaFile::new("configurationError.json", profile.response::<ConfigurationError>()));
    files.push(SchemaFile::new("errorBody.json", profile.response::<ErrorBody>()));
    files.push(SchemaFile::new("ruleFile.json", profile.rule_file()));
    files.push(SchemaFile::new("directoryFile.json", directory_file()));
    files.push(SchemaFile::new("stateFile.json", state_file()));
    files.push(SchemaFile::new("report.json", report()));
    files
}

/// The file of a type in a request, and that of the type in a response.
fn both<T: Representation>(name: &str, profile: Profile) -> [SchemaFile; 2] {
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
