//! What the command reads.

use icws_schema::file::LoadError;
use icws_schema::rules::{ObjectChecker, RequestChecker, RuleSet};
use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};

/// A file's bytes; `-` is standard input.
pub(crate) fn bytes(file: &str) -> io::Result<Vec<u8>> {
    if file != "-" {
        return fs::read(file);
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    Ok(text)
}

/// A file's bytes, or why there are none.
pub(crate) fn file(file: &str) -> Result<Vec<u8>, String> {
    bytes(file).map_err(|error| format!("{file}: cannot be read: {error}"))
}

/// A file's text, or why there is none.
pub(crate) fn text(file: &str) -> Result<String, String> {
    let bytes = self::file(file)?;
    icws_schema::file::decode(&bytes).map(Cow::into_owned).map_err(|error| refused(file, &error))
}

/// Why a file is refused, each line with its name.
pub(crate) fn refused(file: &str, refused: &LoadError) -> String {
    refused.problems().iter().map(|problem| format!("{file}: {problem}")).collect::<Vec<_>>().join("\n")
}

/// The rules for requests of a set or a file, by its name.
pub(crate) fn request_rules(name: &str) -> Result<RequestChecker, String> {
    match name {
        "documented" => Ok(RequestChecker::documented()),
        "recommended" => Ok(RequestChecker::recommended()),
        file => RequestChecker::from_json(self::file(file)?).map_err(|error| refused(file, &error)),
    }
}

/// The rules for objects of a set or a file, by its name.
pub(crate) fn object_rules(name: &str) -> Result<ObjectChecker, String> {
    let rules = match name {
        "documented" => ObjectChecker::new(&RuleSet::documented()),
        "recommended" => ObjectChecker::new(&RuleSet::recommended()),
        file => ObjectChecker::from_json(self::file(file)?),
    };
    rules.map_err(|error| refused(name, &error))
}
