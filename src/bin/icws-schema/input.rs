//! What the command reads.

use icws_schema::file::LoadError;
use icws_schema::rules::{Checker, RuleSet};
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
    String::from_utf8(self::file(file)?).map_err(|error| format!("{file}: {error}"))
}

/// Rules made ready for requests.
pub(crate) fn for_requests(name: &str, set: &RuleSet) -> Result<Checker, String> {
    Checker::for_requests(set).map_err(|refused| self::refused(name, &refused))
}

/// Why a file is refused, each line with its name.
pub(crate) fn refused(file: &str, refused: &LoadError) -> String {
    refused.refusals().iter().map(|refusal| format!("{file}: {refusal}")).collect::<Vec<_>>().join("\n")
}

/// Rules by the name of a set or of a file.
pub(crate) fn rules(name: &str) -> Result<RuleSet, String> {
    match name {
        "documented" => Ok(RuleSet::documented()),
        "recommended" => Ok(RuleSet::recommended()),
        file => RuleSet::from_json(&text(file)?).map_err(|refused| self::refused(file, &refused)),
    }
}
