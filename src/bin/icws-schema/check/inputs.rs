//! The files to check: files, folders and patterns.

use crate::input;
use crate::io_error::unreadable;
use std::fs;
use std::path::{Path, PathBuf};

/// A file to check, or the reason why there is none.
pub(crate) enum Input {
    File { path: PathBuf, is_ndjson: bool },
    Unreadable { path: PathBuf, error: String },
}

impl Input {
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::File { path, .. } | Self::Unreadable { path, .. } => path,
        }
    }
}

/// Returns the files of arguments: for a folder, the files in it that end in `.json`, `.ndjson` or `.jsonl`; for a
/// pattern (`*`, `?`, `[`) that is not the name of a file, the files that match it.
pub(crate) fn expand(arguments: &[PathBuf], is_ndjson: bool) -> Vec<Input> {
    let mut inputs = Vec::new();
    for argument in arguments {
        if input::is_stdin(argument) || argument.is_file() {
            inputs.push(file(argument.clone(), is_ndjson));
        } else if argument.is_dir() {
            folder(argument, is_ndjson, &mut inputs);
        } else {
            match argument.to_str().filter(|name| !argument.exists() && name.contains(['*', '?', '['])) {
                Some(pattern) => matching(pattern, argument, is_ndjson, &mut inputs),
                None => inputs.push(file(argument.clone(), is_ndjson)),
            }
        }
    }
    inputs
}

fn file(path: PathBuf, is_ndjson: bool) -> Input {
    let is_ndjson = is_ndjson || has_extension(&path, &["ndjson", "jsonl"]);
    Input::File { path, is_ndjson }
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|extension| extensions.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

fn folder(path: &Path, is_ndjson: bool, inputs: &mut Vec<Input>) {
    let before = inputs.len();
    search(path, is_ndjson, inputs);
    if inputs.len() == before {
        let error = "the folder contains no file that ends in `.json`, `.ndjson` or `.jsonl`".to_owned();
        inputs.push(Input::Unreadable { path: path.to_owned(), error });
    }
}

/// Searches a folder and its subfolders, in the order of names. Links to folders are not followed.
fn search(folder: &Path, is_ndjson: bool, inputs: &mut Vec<Input>) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            inputs.push(Input::Unreadable { path: folder.to_owned(), error: unreadable(&error) });
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            search(&path, is_ndjson, inputs);
        } else if has_extension(&path, &["json", "ndjson", "jsonl"]) && path.is_file() {
            inputs.push(file(path, is_ndjson));
        }
    }
}

fn matching(pattern: &str, path: &Path, is_ndjson: bool, inputs: &mut Vec<Input>) {
    let before = inputs.len();
    let failed = |path: &Path, error: String| Input::Unreadable { path: path.to_owned(), error };
    match glob::glob(pattern) {
        Ok(matches) => inputs.extend(matches.filter_map(|matched| match matched {
            Ok(path) if path.is_dir() => None,
            Ok(path) => Some(file(path, is_ndjson)),
            Err(error) => Some(failed(error.path(), unreadable(error.error()))),
        })),
        Err(error) => inputs.push(failed(path, format!("not a pattern: {error}"))),
    }
    if inputs.len() == before {
        inputs.push(failed(path, "no file matches the pattern".to_owned()));
    }
}
