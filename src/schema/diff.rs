use super::SchemaFile;
use std::collections::BTreeMap;

/// A difference between the schema files in a folder and the expected ones.
///
/// ```
/// use icws_schema::schema::{FileDiff, SchemaFile, diff_files};
///
/// let differences = diff_files([("old.json", "{}")], &[]);
/// assert_eq!(differences, [FileDiff::Extra("old.json".into())]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileDiff {
    /// The file with this name is missing.
    Missing(String),
    /// The content of the file with this name differs.
    Changed(String),
    /// The file with this name is not expected.
    Extra(String),
}

/// Compares the files in a folder with the expected schema files, and returns the differences: missing and changed files in
/// the order of `files`, then the extra ones by name. The crate reads no folder: pass the name and the bytes of each file as
/// `present`.
///
/// ```
/// use icws_schema::schema::{FileDiff, diff_files, files};
///
/// let differences = diff_files([("error.json", "{}"), ("old.json", "{}")], &files());
/// assert!(differences.contains(&FileDiff::Changed("error.json".into())));
/// assert!(differences.contains(&FileDiff::Extra("old.json".into())));
/// assert!(differences.contains(&FileDiff::Missing("user.json".into())));
/// ```
#[must_use]
pub fn diff_files<N: Into<String>, B: AsRef<[u8]>>(
    present: impl IntoIterator<Item = (N, B)>,
    files: &[SchemaFile],
) -> Vec<FileDiff> {
    let mut present: BTreeMap<String, B> = present.into_iter().map(|(name, bytes)| (name.into(), bytes)).collect();
    let mut differences = Vec::new();
    for SchemaFile { name, text } in files {
        match present.remove(name) {
            None => differences.push(FileDiff::Missing(name.clone())),
            Some(bytes) if bytes.as_ref() != text.as_bytes() => differences.push(FileDiff::Changed(name.clone())),
            Some(_) => {}
        }
    }
    differences.extend(present.into_keys().map(FileDiff::Extra));
    differences
}
