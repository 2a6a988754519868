use icws_schema::file::LoadError;
use icws_schema::report::Escaped;
use std::fmt;

/// The reason why there is no checker.
#[derive(Debug)]
pub enum Error {
    /// A setting that has no effect or is wrong; names of settings are in camel case.
    Usage(String),
    /// The problems of files, each as `file: line:column: ...`.
    Load(Vec<String>),
}

impl Error {
    pub(crate) fn load(file: &str, error: &LoadError) -> Self {
        Self::Load(error.problems().iter().map(|problem| format!("{}: {problem}", Escaped(file))).collect())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => f.write_str(message),
            Self::Load(problems) => f.write_str(&problems.join("\n")),
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
