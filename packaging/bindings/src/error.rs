use crate::rules;
use icws_schema::file::LoadError;
use icws_schema::report::Escaped;
use std::fmt;

/// The reason why there is no checker.
#[derive(Debug)]
pub enum Error {
    /// A setting that has no effect or is wrong; names of settings are in camel case.
    Usage(String),
    /// The problems and warnings of files.
    Load {
        /// The problems, each as `file: line:column: ...`.
        problems: Vec<String>,
        /// The warnings, each as `file: warning: ...`.
        warnings: Vec<String>,
    },
}

impl Error {
    pub(crate) fn load(file: &str, error: &LoadError) -> Self {
        Self::problems(file, error.problems()).after(rules::warnings(file, error.warnings()).collect())
    }

    /// Creates the error for problems of a file.
    pub(crate) fn problems(file: &str, problems: impl IntoIterator<Item = impl fmt::Display>) -> Self {
        let problems = problems.into_iter().map(|problem| format!("{}: {problem}", Escaped(file))).collect();
        Self::Load { problems, warnings: Vec::new() }
    }

    /// Adds warnings before those of the error.
    pub(crate) fn after(self, mut before: Vec<String>) -> Self {
        match self {
            Self::Load { problems, warnings } => {
                before.extend(warnings);
                Self::Load { problems, warnings: before }
            }
            usage @ Self::Usage(_) => usage,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => f.write_str(message),
            Self::Load { problems, .. } => f.write_str(&problems.join("\n")),
        }
    }
}

impl std::error::Error for Error {}

/// Writes names in camel case as names in snake case.
///
/// ```
/// assert_eq!(icws_schema_bindings::in_snake_case("`objectType` needs `id`"), "`object_type` needs `id`");
/// ```
#[must_use]
pub fn in_snake_case(message: &str) -> String {
    let mut written = String::new();
    let mut is_name = false;
    for character in message.chars() {
        if character == '`' {
            is_name = !is_name;
        }
        if is_name && character.is_ascii_uppercase() {
            written.push('_');
            written.push(character.to_ascii_lowercase());
        } else {
            written.push(character);
        }
    }
    written
}
