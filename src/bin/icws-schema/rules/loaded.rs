//! `icws-schema rules --check`

use crate::check::format;
use crate::check::inputs::{self, Input};
use crate::check::output::Output;
use crate::exit_status::ExitStatus;
use crate::file_kind::{LoadedFileKind, guess, has_rules};
use crate::{input, io_error, stream};
use icws_schema::cases::CaseFile;
use icws_schema::directory::InMemoryDirectory;
use icws_schema::endpoint::State;
use icws_schema::file::{LoadError, LoadProblem, decode, decode_for_report};
use icws_schema::render::{FileResult, LoadedFile, Options, OutputFormat};
use icws_schema::rules::{ObjectChecker, RequestChecker};
use serde::de::IgnoredAny;
use std::io;
use std::path::{Path, PathBuf};

/// The message for a file of unknown kind.
const UNKNOWN_KIND: &str = "the kind of the file is not known: a rule file has `rules`, a directory file has sections such as \
    `extensions`, a case file has `cases`, and a state file has `version`; `--as` sets the kind; if the file is \
    inside another object, remove that";

/// Loads files, and reports their problems.
pub(super) fn check(
    files: &[PathBuf],
    kind: Option<LoadedFileKind>,
    format: OutputFormat,
) -> Result<ExitStatus, String> {
    input::require_one_stdin(files.iter().map(PathBuf::as_path))?;
    let options = Options::new().with_color(format::is_colored()).of_files();
    let renderer = format.renderer(&options);
    let mut output = Output::new(Some(renderer), io::stdout().lock(), None);
    output.start()?;
    let mut status = ExitStatus::Success;
    for argument in files {
        // A folder may have other files, such as schemas.
        let is_searched = argument.is_dir() && kind.is_none();
        let mut is_empty = true;
        for input in inputs::expand(std::slice::from_ref(argument), false) {
            let loaded = one(&input, is_searched, kind, &mut output)?;
            is_empty &= loaded.is_none();
            status = status.max(loaded.unwrap_or(ExitStatus::Success));
        }
        if is_empty {
            status = unreadable(argument, "the folder contains no rule, directory, state or case file", &mut output)?;
        }
    }
    output.end()?;
    Ok(status)
}

/// Loads a file; `None` if it was found in a folder and is another kind of file.
fn one(
    input: &Input,
    is_searched: bool,
    kind: Option<LoadedFileKind>,
    output: &mut Output<'_>,
) -> Result<Option<ExitStatus>, String> {
    let path = input.path();
    let read = match input {
        Input::File { .. } => input::bytes(path).map_err(|error| io_error::unreadable(&error)),
        Input::Unreadable { error, .. } => Err(error.clone()),
    };
    let is_ndjson = matches!(input, Input::File { is_ndjson: true, .. });
    match read {
        Ok(bytes) if is_searched && (is_ndjson || !is_known(&bytes)) => Ok(None),
        Ok(bytes) => file(path, &bytes, kind, output).map(Some),
        Err(error) => unreadable(path, &error, output).map(Some),
    }
}

fn unreadable(path: &Path, error: &str, output: &mut Output<'_>) -> Result<ExitStatus, String> {
    output.flush()?;
    stream::eprint_line(format_args!("{}: {error}", input::shown(path)));
    output.result(&FileResult::unreadable(&path.display().to_string(), error))?;
    Ok(ExitStatus::Failure)
}

/// Returns whether a file has members of some kind of file.
fn is_known(bytes: &[u8]) -> bool {
    decode_for_report(bytes).is_some_and(|text| guess(&text).is_some())
}

fn file(
    path: &Path,
    bytes: &[u8],
    kind: Option<LoadedFileKind>,
    output: &mut Output<'_>,
) -> Result<ExitStatus, String> {
    let name = path.display().to_string();
    let text = decode_for_report(bytes);
    // What is not JSON at all, such as CSV, is reported as a rule file that is not.
    let is_rules = |text: &str| has_rules(text) || serde_json::from_str::<IgnoredAny>(text).is_err();
    let detected = |text: &str| guess(text).or_else(|| is_rules(text).then_some(LoadedFileKind::Rules));
    let Some(kind) = kind.or_else(|| detected(text.as_deref()?)) else {
        let error = decode(bytes).map_or_else(|error| error.to_string(), |_| UNKNOWN_KIND.to_owned());
        return unreadable(path, &error, output);
    };
    let loaded = load(bytes, kind);
    let (problems, warnings) = match loaded {
        Ok(warnings) => (Vec::new(), warnings),
        Err(error) => {
            let warnings = error.warnings().to_vec();
            (error.into_problems(), warnings)
        }
    };
    let text = text.unwrap_or_default();
    let loaded = LoadedFile::new(&name, text.as_bytes(), kind.into(), &problems).with_warnings(&warnings);
    output.result(&loaded.into())?;
    Ok(status(&problems))
}

fn status(problems: &[LoadProblem]) -> ExitStatus {
    if problems.is_empty() { ExitStatus::Success } else { ExitStatus::Invalid }
}

/// Loads a file. Returns warnings.
fn load(file: &[u8], kind: LoadedFileKind) -> Result<Vec<LoadProblem>, LoadError> {
    match kind {
        LoadedFileKind::Rules => RequestChecker::from_json(file).map(|checker| checker.warnings().to_vec()),
        LoadedFileKind::ObjectRules => ObjectChecker::from_json(file).map(|_| Vec::new()),
        LoadedFileKind::Directory => InMemoryDirectory::from_json(file).map(|directory| directory.warnings().to_vec()),
        LoadedFileKind::State => State::from_json(file).map(|state| state.warnings().to_vec()),
        LoadedFileKind::Cases => CaseFile::from_json(file).map(|file| file.warnings().to_vec()),
    }
}
