//! `icws-schema conformance`

mod expected;
mod implementation;
mod serve;

use crate::case_report::{CaseFormat, CaseReport, FileReport};
use crate::exit_status::ExitStatus;
use crate::number::integer;
use crate::test::{self, print, status};
use crate::{examples, input, stream};
use clap::Args;
use expected::ExpectedFailures;
use icws_schema::cases::{Case, CaseFile, CaseResult, CaseRunner};
use icws_schema::codes::ValidationErrorType;
use icws_schema::report::Escaped;
use implementation::Implementation;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Run the cases of this crate against another implementation of the validators
///
/// The command reads one line of JSON per case from standard input, and writes one line of JSON to standard output before it
/// gets the next case. The schemas are `schemas/conformanceRequest.json` and `schemas/conformanceResponse.json`.
#[derive(Args)]
pub(crate) struct Conformance {
    /// Case files to run instead of the cases of this crate; a folder is searched for case files
    #[arg(long, value_name = "FILE", conflicts_with = "serve")]
    cases: Vec<PathBuf>,
    /// File with the ids of cases that are expected to fail, one per line; `#` starts a comment
    #[arg(long, value_name = "FILE", conflicts_with = "serve")]
    expected_failures: Option<PathBuf>,
    /// Time limit for each response, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = integer(1..=86_400_u64), allow_negative_numbers = true, conflicts_with = "serve")]
    timeout: u64,
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = CaseFormat::Human, conflicts_with = "serve")]
    format: CaseFormat,
    /// Run as the implementation under test: read requests from standard input, and respond with the results of this crate
    #[arg(long, conflicts_with = "command")]
    serve: bool,
    /// Command and its arguments
    #[arg(
        value_name = "COMMAND",
        required_unless_present = "serve",
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    command: Vec<OsString>,
}

/// Examples for the help.
pub(crate) const EXAMPLES: &str = "\
  icws-schema conformance python3 validators.py
  icws-schema conformance --expected-failures known.txt node validators.js
  icws-schema conformance icws-schema conformance --serve   test this crate against itself";

/// Case files, and what the names of files in one are relative to.
struct Suite {
    /// The name of the file, or of the validator.
    name: String,
    file: CaseFile,
    folder: PathBuf,
}

impl Conformance {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        if self.serve {
            return serve::run();
        }
        let suites = self.suites()?;
        let failures = self.expected_failures.as_deref().map(ExpectedFailures::read).transpose()?.unwrap_or_default();
        failures.require_known(suites.iter().flat_map(|suite| suite.file.cases().iter().map(|case| suite.id(case))))?;
        let mut implementation = Implementation::start(&self.command, Duration::from_secs(self.timeout))?;
        let mut reports = Vec::new();
        for suite in &suites {
            let cases = suite.run(&mut implementation, &failures)?;
            reports.push(FileReport { file: suite.name.clone(), cases: Ok(cases) });
        }
        implementation.end()?;
        print(&reports, self.format)?;
        Ok(status(&reports))
    }

    fn suites(&self) -> Result<Vec<Suite>, String> {
        if self.cases.is_empty() {
            let names = ValidationErrorType::ALL.iter().filter_map(|validator| validator.name());
            let suite = |name: &'static str| {
                let file = CaseFile::from_json(examples::cases(name)?).ok()?;
                Some(Suite { name: name.to_owned(), file, folder: PathBuf::new() })
            };
            return Ok(names.filter_map(suite).collect());
        }
        input::require_one_stdin(self.cases.iter().map(PathBuf::as_path))?;
        let mut suites = Vec::new();
        for argument in &self.cases {
            let found = test::case_files(argument);
            if found.is_empty() {
                return Err(test::no_case_file(argument));
            }
            for file in found {
                suites.push(Suite::new(&file.path, &file.text?)?);
            }
        }
        Ok(suites)
    }
}

impl Suite {
    fn new(path: &Path, text: &str) -> Result<Self, String> {
        let file = CaseFile::from_json(text).map_err(|error| input::rejected(&input::shown(path), &error))?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let name = file.validator().map_or_else(|| path.display().to_string(), str::to_owned);
        Ok(Self { name, file, folder })
    }

    fn id(&self, case: &Case) -> String {
        format!("{}/{}", self.name, case.name())
    }

    fn run(&self, implementation: &mut Implementation, failures: &ExpectedFailures) -> Result<Vec<CaseReport>, String> {
        let mut runner = CaseRunner::new(|name| input::file(&self.folder.join(name)));
        let mut reports = Vec::new();
        for case in self.file.cases() {
            let id = self.id(case);
            let request = runner.request(&id, case).map_err(|error| format!("{}: {error}", Escaped(&id)))?;
            let found = implementation.respond(&id, request)?;
            let result = CaseResult::of(case.expected(), &found);
            reports.push(CaseReport {
                name: case.name().to_owned(),
                line: case.position().line,
                outcome: Some(result.outcome()),
                expected_failure: Some(failures.contains(&id)),
                differences: result.differences,
                error: None,
            });
        }
        Ok(reports)
    }
}
