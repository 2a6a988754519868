//! `icws-schema test`

mod watch;

use crate::case_report::{self, CaseFormat, CaseReport, FileReport};
use crate::check::inputs::{self, Input};
use crate::exit_status::ExitStatus;
use crate::file_kind::{LoadedFileKind, guess};
use crate::{input, stream};
use clap::Args;
use icws_schema::cases::{CaseFile, CaseRunner};
use icws_schema::file::{LoadError, LoadProblem};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Test rule sets: check the bodies in case files, and compare the results with the expected results
///
/// A case that is not ok is noisy (an unexpected problem or unchecked rule was reported), wrong (an expected one was reported at
/// another pointer or with other data) or missing (an expected one was not reported).
#[derive(Args)]
pub(crate) struct Test {
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = CaseFormat::Human)]
    format: CaseFormat,
    /// Run the cases again whenever a file changes, until Ctrl-C
    #[arg(long)]
    watch: bool,
    /// Case files; `-` is standard input, a folder is searched for case files, and a pattern with `*`, `?` or `[...]` is expanded
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Examples for the help.
pub(crate) const EXAMPLES: &str = "\
  icws-schema test cases.json                         list the cases that are not ok, and a summary
  icws-schema test --watch rules/                     run all case files of a folder whenever a file changes
  icws-schema test --format junit cases.json > t.xml  for a CI server";

impl Test {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        input::require_one_stdin(self.files.iter().map(PathBuf::as_path))?;
        if !self.watch {
            let (reports, _) = self.reports();
            print(&reports, self.format)?;
            return Ok(status(&reports));
        }
        if self.files.iter().any(|file| input::is_stdin(file)) {
            return Err("`--watch` needs files: standard input does not change".to_owned());
        }
        watch::run(|| self.reports(), self.format)
    }

    /// Runs all cases. Returns the results, and the files that were read.
    fn reports(&self) -> (Vec<FileReport>, BTreeSet<PathBuf>) {
        let (mut read, mut warnings) = (BTreeSet::new(), BTreeSet::new());
        let mut reports = Vec::new();
        for argument in &self.files {
            let found = case_files(argument);
            if found.is_empty() {
                reports.push(FileReport { file: argument.display().to_string(), cases: Err(no_case_file(argument)) });
            }
            reports.extend(found.into_iter().map(|found| file(found, &mut read, &mut warnings)));
        }
        for warning in warnings {
            stream::eprint_line(format_args!("{warning}"));
        }
        // Adding a file changes its folder.
        read.extend(self.files.iter().filter(|argument| argument.is_dir()).cloned());
        (reports, read)
    }
}

/// A case file that an argument means.
pub(crate) struct FoundFile {
    pub(crate) path: PathBuf,
    /// The text, or the reason why it cannot be read.
    pub(crate) text: Result<String, String>,
}

/// Returns the case files that an argument means. Other files of a folder are left out.
pub(crate) fn case_files(argument: &PathBuf) -> Vec<FoundFile> {
    let is_searched = argument.is_dir();
    let found = inputs::expand(std::slice::from_ref(argument), false).into_iter().map(|input| {
        let path = input.path().to_owned();
        let text = match input {
            Input::File { .. } => input::text(&path),
            Input::Unreadable { error, .. } => Err(format!("{}: {error}", input::shown(&path))),
        };
        FoundFile { path, text }
    });
    let is_case_file =
        |file: &FoundFile| file.text.as_ref().is_ok_and(|text| guess(text) == Some(LoadedFileKind::Cases));
    found.filter(|file| !is_searched || file.text.is_err() || is_case_file(file)).collect()
}

/// Returns the message that a folder has no case files.
pub(crate) fn no_case_file(folder: &Path) -> String {
    format!("{}: the folder contains no case file", input::shown(folder))
}

/// Runs the cases of a file.
fn file(found: FoundFile, read: &mut BTreeSet<PathBuf>, warnings: &mut BTreeSet<String>) -> FileReport {
    let FoundFile { path, text } = found;
    let path = path.as_path();
    let name = path.display().to_string();
    read.insert(path.to_owned());
    let rejected = |error: LoadError| {
        let shown = input::shown(path);
        format!("{}\n{shown}: the cases were not run", input::rejected(&shown, &error))
    };
    let loaded = text.and_then(|text| CaseFile::from_json(text).map_err(rejected));
    let cases = loaded.map(|file| {
        let folder = path.parent().unwrap_or(Path::new(""));
        read.extend(file.files().iter().map(|name| folder.join(name)));
        warnings.extend(file.warnings().iter().map(|warning| warning_of(path, warning)));
        run(&file, folder, warnings)
    });
    FileReport { file: name, cases }
}

/// Runs cases. The names of other files are relative to a folder.
fn run(file: &CaseFile, folder: &Path, warnings: &mut BTreeSet<String>) -> Vec<CaseReport> {
    let mut runner = CaseRunner::new(|name| input::file(&folder.join(name)));
    let report = |case: &icws_schema::cases::Case| {
        let (name, line) = (case.name().to_owned(), case.position().line);
        let (outcome, differences, error) = match runner.run(case) {
            Ok(result) => (Some(result.outcome()), result.differences, None),
            Err(error) => (None, Vec::new(), Some(error.to_string())),
        };
        CaseReport { name, line, outcome, expected_failure: None, differences, error }
    };
    let reports = file.cases().iter().map(report).collect();
    warnings.extend(runner.warnings().map(|(name, warning)| warning_of(&folder.join(name), warning)));
    reports
}

fn warning_of(file: &Path, warning: &LoadProblem) -> String {
    format!("{}: warning: {warning}", input::shown(file))
}

/// Prints the results of the files, and the cases that could not be run.
pub(crate) fn print(reports: &[FileReport], format: CaseFormat) -> Result<(), String> {
    errors(reports);
    stream::print(case_report::print(reports, format).as_bytes())
}

/// Prints the errors to standard error.
fn errors(reports: &[FileReport]) {
    for error in case_report::errors(reports) {
        stream::eprint_line(format_args!("error: {error}"));
    }
}

/// Returns the exit status.
pub(crate) fn status(reports: &[FileReport]) -> ExitStatus {
    let of_case = |case: &CaseReport| match () {
        () if case.error.is_some() => ExitStatus::Failure,
        () if case.is_as_expected() => ExitStatus::Success,
        () => ExitStatus::Invalid,
    };
    let of_file = |file: &FileReport| match &file.cases {
        Ok(cases) => cases.iter().map(of_case).max().unwrap_or(ExitStatus::Success),
        Err(_) => ExitStatus::Failure,
    };
    reports.iter().map(of_file).max().unwrap_or(ExitStatus::Success)
}
