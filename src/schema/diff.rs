use super::SchemaFile;
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

/// One difference between a folder and the schema files that belong in it.
///
/// ```no_run
/// use icws_schema::schema::{FileDiff, diff_files, files};
///
/// for difference in diff_files("schemas".as_ref(), &files())? {
///     match difference {
///         FileDiff::Missing(name) | FileDiff::Changed(name) => println!("write {name} again"),
///         other => println!("{other:?}"),
///     }
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileDiff {
    /// The file of this name is not in the folder.
    Missing(String),
    /// The file of this name has another content.
    Changed(String),
    /// A file of this name does not belong in the folder.
    Extra(String),
}

/// Compares a folder with the schema files that belong in it, and returns the differences: missing and changed files in the order of `files`,
/// then the extra ones by name. A folder that does not exist has no files.
///
/// ```
/// use icws_schema::schema::{FileDiff, diff_files, files};
///
/// let nowhere = std::path::Path::new("no/such/folder");
/// let differences = diff_files(nowhere, &files())?;
/// assert_eq!(differences.len(), files().len());
/// assert!(matches!(differences[0], FileDiff::Missing(_)));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Returns an error if the folder or a file cannot be read.
pub fn diff_files(folder: &Path, files: &[SchemaFile]) -> io::Result<Vec<FileDiff>> {
    let mut others = BTreeSet::new();
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            others.insert(entry?.file_name().to_string_lossy().into_owned());
        }
    }
    let mut differences = Vec::new();
    for file in files {
        if !others.remove(&file.name) {
            differences.push(FileDiff::Missing(file.name.clone()));
        } else if fs::read(folder.join(&file.name))? != file.text.as_bytes() {
            differences.push(FileDiff::Changed(file.name.clone()));
        }
    }
    differences.extend(others.into_iter().map(FileDiff::Extra));
    Ok(differences)
}
