//! JSON Schema (draft 2020-12) of every type, of rule, directory and state files, of reports, and of requests under a rule
//! set.
//!
//! The schemas are generated from the tables that parsing and serializing use. Request schemas reject unknown properties and
//! codes, response schemas allow them. What JSON Schema cannot express is left to parsing: duplicate members, numbers that
//! are out of range for a 64-bit float, escaped surrogates that are not in pairs (`"\ud800"`), nesting that is deeper than
//! 127, and input that is not JSON.
//!
//! A type has one name in a request and another in a response, so that both can be in one document: `FollowMeRequest` and
//! `FollowMe`. The client configuration is `UserClientConfigurationProperties` in a request and
//! `UserClientConfigurationView` in a response.
//!
//! Every type implements [`schemars::JsonSchema`], with the same names, so a type that contains one has a schema too.
//!
//! ```
//! use icws_schema::body::FollowMe;
//! use icws_schema::schema;
//!
//! let schema = schema::request::<FollowMe>();
//! assert_eq!(schema.get("title").and_then(|title| title.as_str()), Some("FollowMeRequest"));
//! for file in schema::files() {
//!     println!("{}: {} bytes", file.name, file.text.len());
//! }
//! ```

mod body_schema;
mod case_file;
mod command_files;
mod condition;
mod constraint;
mod demand;
mod diff;
mod directory_file;
mod draft_07;
mod examples;
mod files;
mod format_pattern;
mod json_schema_impls;
mod load_error_file;
mod merge;
mod object;
mod omission;
mod openapi;
mod pattern;
mod pretty;
mod profile;
mod report_file;
mod rule_file;
mod rule_keywords;
mod scope;
mod state_file;
mod type_schema;
mod view_document;
mod with_rules;

pub use case_file::{case_file, conformance_request, conformance_response};
pub use command_files::{test_report, validator_catalog, verdict};
pub use diff::{FileDiff, diff_files};
pub use directory_file::directory_file;
pub use files::{SchemaFile, files, files_draft_07, files_with_rules, published_files};
pub use load_error_file::load_error;
pub use omission::{OmissionReason, OmittedRule};
pub use openapi::openapi;
pub use profile::Profile;
pub use report_file::report;
pub use rule_file::rule_file;
pub use state_file::state_file;
pub use with_rules::{RuleSchema, request_with_rules};

use crate::body::decode::Representation;
use crate::descriptor::Direction;
use schemars::Schema;
use type_schema::SchemaStyle;

impl Profile {
    /// Returns the schema of a type in a request, as [`request`] does, in this profile.
    ///
    /// ```
    /// use icws_schema::body::FollowMe;
    /// use icws_schema::schema::Profile;
    ///
    /// let schema = Profile::Codegen.request::<FollowMe>();
    /// assert_eq!(schema.as_value()["properties"]["timeout"]["format"], "int32");
    /// ```
    #[must_use]
    pub fn request<T: Representation>(self) -> Schema {
        body_schema::document::<T>(SchemaStyle::new(Direction::Request, self))
    }

    /// Returns the schema of a type in a response, as [`response`] does, in this profile.
    ///
    /// ```
    /// use icws_schema::body::FollowMe;
    /// use icws_schema::schema::Profile;
    ///
    /// let schema = Profile::Codegen.response::<FollowMe>();
    /// assert_eq!(schema.as_value()["properties"]["timeout"]["format"], "int32");
    /// ```
    #[must_use]
    pub fn response<T: Representation>(self) -> Schema {
        body_schema::document::<T>(SchemaStyle::new(Direction::Response, self))
    }

    /// Returns the schema of the request body under a rule set, as [`request_with_rules`] does, in this profile.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    /// use icws_schema::schema::Profile;
    ///
    /// let ipv4 = r#"{"rules": [{"validator": "validFormat", "property": "callForwardAllMode.actualValue", "format": "ipv4"}]}"#;
    /// let with_rules = Profile::Codegen.request_with_rules(&RuleSet::from_json(ipv4)?);
    /// let definition = &with_rules.schema.as_value()["$defs"]["InheritableStringPropertyRequest"];
    /// assert_eq!(definition["properties"]["actualValue"]["format"], "ipv4");
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn request_with_rules(self, set: &crate::rules::RuleSet) -> RuleSchema {
        with_rules::request(set, self)
    }

    /// Returns the schema of rule files, as [`rule_file`] does, in this profile.
    ///
    /// ```
    /// use icws_schema::schema::Profile;
    ///
    /// let schema = Profile::Codegen.rule_file();
    /// assert!(schema.as_value()["$defs"]["Rule"]["oneOf"].is_array());
    /// ```
    #[must_use]
    pub fn rule_file(self) -> Schema {
        rule_file::schema(self)
    }

    /// Returns every schema file, as [`files`] does, in this profile.
    ///
    /// ```
    /// use icws_schema::schema::{self, Profile};
    ///
    /// assert_eq!(Profile::Codegen.files().len(), schema::files().len());
    /// ```
    #[must_use]
    pub fn files(self) -> Vec<SchemaFile> {
        files::all(self)
    }

    /// Returns all files of the folder `schemas`, as [`published_files`] does, in this profile.
    ///
    /// ```
    /// use icws_schema::schema::{Profile, published_files};
    ///
    /// assert_eq!(Profile::Codegen.published_files().len(), published_files().len());
    /// ```
    #[must_use]
    pub fn published_files(self) -> Vec<SchemaFile> {
        files::every_edition(self.files(), openapi())
    }

    /// Returns all files of the folder `schemas`, with a rule set in each schema of the request body: that of draft
    /// 2020-12, that of draft-07, and that of the `OpenAPI` description.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    /// use icws_schema::schema::Profile;
    ///
    /// let (files, _) = Profile::Default.published_files_with_rules(&RuleSet::recommended());
    /// let name = "draft-07/userClientConfigurationProperties.request.json";
    /// assert!(files.iter().any(|file| file.name == name && file.text.contains(r#""maximum": 300"#)));
    /// ```
    #[must_use]
    pub fn published_files_with_rules(self, set: &crate::rules::RuleSet) -> (Vec<SchemaFile>, Vec<OmittedRule>) {
        let (files, omitted) = self.files_with_rules(set);
        let openapi = if set.rules().is_empty() { openapi() } else { openapi::with_rules(set) };
        (files::every_edition(files, openapi), omitted)
    }

    /// Returns every schema file, with a rule set in the file of the request body, as [`files_with_rules`] does, in this
    /// profile.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    /// use icws_schema::schema::Profile;
    ///
    /// let (files, omitted) = Profile::Codegen.files_with_rules(&RuleSet::documented());
    /// assert_eq!((files.len(), omitted.len()), (Profile::Codegen.files().len(), 0));
    /// ```
    #[must_use]
    pub fn files_with_rules(self, set: &crate::rules::RuleSet) -> (Vec<SchemaFile>, Vec<OmittedRule>) {
        files::all_with_rules(set, self)
    }
}

/// Returns the schema of a type in a request: without unknown properties, with `actualValue` required, and with only the
/// documented codes.
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
/// use icws_schema::schema;
///
/// let schema = schema::request::<UserClientConfigurationProperties>();
/// assert_eq!(schema.as_value()["additionalProperties"], false);
/// ```
#[must_use]
pub fn request<T: Representation>() -> Schema {
    Profile::Default.request::<T>()
}

/// Returns the schema of a type in a response: with unknown properties and any 32-bit integer as a code.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::schema;
///
/// let schema = schema::response::<UserClientConfigurationView>();
/// assert_eq!(schema.as_value()["title"], "UserClientConfigurationView");
/// assert_eq!(schema.as_value()["additionalProperties"], true);
/// ```
#[must_use]
pub fn response<T: Representation>() -> Schema {
    Profile::Default.response::<T>()
}
