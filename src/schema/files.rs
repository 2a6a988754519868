use super::{OmittedRule, RuleSchema, request_under};
use super::{answer, request, write};
use crate::body::decode::Representation;
use crate::body::{
    ConfigurationError, ConfigurationId, Error, ErrorBody, FollowMe, InheritableBooleanProperty,
    InheritableIntProperty, InheritableStringProperty, InheritedBooleanValue, InheritedInt, InheritedString,
    LicenseError, UpdateOperationResult, User, UserClientConfigurationProperties, UserClientConfigurationView,
    UserList, ValidationError,
};
use crate::rules::RuleSet;
use schemars::Schema;
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

/// A schema file: its name, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaFile {
    /// The wire's name, with `request` or `view` where the two differ: `followMe.request.json`.
    pub name: String,
    /// The schema, self-contained, the same bytes on every machine.
    pub text: String,
}

impl SchemaFile {
    /// A schema under a name, with its `$id`: where the file lies in the published crate of this version.
    fn new(name: String, mut schema: Schema) -> Self {
        let id = format!("https://docs.rs/crate/icws-schema/{}/source/schemas/{name}", env!("CARGO_PKG_VERSION"));
        schema.insert("$id".to_owned(), id.into());
        Self { text: write::text(schema.as_value()), name }
    }
}

/// Every schema file that lies in `schemas/`.
#[must_use]
pub fn files() -> Vec<SchemaFile> {
    let mut files = Vec::new();
    let properties = "userClientConfigurationProperties";
    files.push(SchemaFile::new(format!("{properties}.request.json"), request::<UserClientConfigurationProperties>()));
    files.push(SchemaFile::new(format!("{properties}.view.json"), answer::<UserClientConfigurationView>()));
    files.push(SchemaFile::new("user.json".to_owned(), answer::<User>()));
    files.push(SchemaFile::new("users.json".to_owned(), answer::<UserList>()));
    both::<FollowMe>("followMe", &mut files);
    both::<InheritableBooleanProperty>("inheritableBooleanProperty", &mut files);
    both::<InheritableStringProperty>("inheritableStringProperty", &mut files);
    both::<InheritableIntProperty>("inheritableIntProperty", &mut files);
    both::<InheritedBooleanValue>("inheritedBooleanValue", &mut files);
    both::<InheritedString>("inheritedString", &mut files);
    both::<InheritedInt>("inheritedInt", &mut files);
    both::<ConfigurationId>("configurationId", &mut files);
    files.push(SchemaFile::new("updateOperationResult.json".to_owned(), answer::<UpdateOperationResult>()));
    files.push(SchemaFile::new("licenseError.json".to_owned(), answer::<LicenseError>()));
    files.push(SchemaFile::new("validationError.json".to_owned(), answer::<ValidationError>()));
    files.push(SchemaFile::new("error.json".to_owned(), answer::<Error>()));
    files.push(SchemaFile::new("configurationError.json".to_owned(), answer::<ConfigurationError>()));
    files.push(SchemaFile::new("errorBody.json".to_owned(), answer::<ErrorBody>()));
    {
        files.push(SchemaFile::new("ruleFile.json".to_owned(), super::rule_file()));
        files.push(SchemaFile::new("directoryFile.json".to_owned(), super::directory_file()));
        files.push(SchemaFile::new("report.json".to_owned(), super::report()));
    }
    files
}

/// Every schema file, that of requests under a rule set, and what it cannot say of the set.
#[must_use]
pub fn files_under(set: &RuleSet) -> (Vec<SchemaFile>, Vec<OmittedRule>) {
    let RuleSchema { schema, unsaid } = request_under(set);
    let ruled = SchemaFile::new("userClientConfigurationProperties.request.json".to_owned(), schema);
    let mut files = files();
    files.iter_mut().filter(|file| file.name == ruled.name).for_each(|file| file.clone_from(&ruled));
    (files, unsaid)
}

/// A file for requests and one for views.
fn both<T: Representation>(name: &str, files: &mut Vec<SchemaFile>) {
    files.push(SchemaFile::new(format!("{name}.request.json"), request::<T>()));
    files.push(SchemaFile::new(format!("{name}.view.json"), answer::<T>()));
}

/// What is wrong with a folder of schema files.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stale {
    /// The file is not there.
    Missing(String),
    /// The file has another text.
    Changed(String),
    /// No such file is made.
    Extra(String),
}

/// Compares a folder with these schema files.
///
/// # Errors
///
/// When the folder or a file cannot be read.
pub fn stale(folder: &Path, files: &[SchemaFile]) -> io::Result<Vec<Stale>> {
    let mut there = BTreeSet::new();
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            there.insert(entry?.file_name().to_string_lossy().into_owned());
        }
    }
    let mut stale = Vec::new();
    for file in files {
        if !there.remove(&file.name) {
            stale.push(Stale::Missing(file.name.clone()));
        } else if fs::read(folder.join(&file.name))? != file.text.as_bytes() {
            stale.push(Stale::Changed(file.name.clone()));
        }
    }
    stale.extend(there.into_iter().map(Stale::Extra));
    Ok(stale)
}
