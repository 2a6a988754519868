//! `icws-schema evaluate`

use crate::exchange::ExchangeOutcome;
use crate::exit_status::ExitStatus;
use crate::written::{self, GivenFile};
use crate::{exchange, input, io_error, rule_sets, stream};
use clap::Args;
use icws_schema::endpoint::{Evaluation, EvaluationOptions, ReceivedRequest, State, evaluate};
use icws_schema::report::Escaped;
use icws_schema::rules::RequestChecker;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Print the response of a server in a given state to a request
///
/// The request is an HTTP/1.1 message: request line, headers, an empty line, and the body. The response is printed in the same form.
#[derive(Args)]
pub(crate) struct Evaluate {
    /// State file: users, sessions, licenses, directory
    #[arg(long, value_name = "FILE")]
    state: PathBuf,
    /// Rule sets for the body: `documented`, `recommended`, or rule files
    #[arg(long, value_name = "RULES", default_value = "documented")]
    rules: Vec<OsString>,
    /// Write the new state to a file, including the session ids, tokens and cookies
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// List the evaluation steps on standard error
    #[arg(long)]
    explain: bool,
    /// Evaluate recorded exchanges (HTTP Archive 1.2), and compare each recorded response with the evaluated one
    #[arg(long, value_name = "FILE", conflicts_with = "request")]
    har: Option<PathBuf>,
    /// File with the request
    #[arg(required_unless_present = "har")]
    request: Option<PathBuf>,
}

impl Evaluate {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        let files: Vec<_> =
            [Some(&self.state), self.har.as_ref(), self.request.as_ref()].into_iter().flatten().collect();
        input::require_one_stdin(files.into_iter().map(PathBuf::as_path))?;
        self.require_new_out()?;
        let (checker, _) = rule_sets::for_requests(&self.rules)?;
        let state = input::file(&self.state)?;
        let mut state = input::loaded(&input::shown(&self.state), State::from_json(state), State::warnings)?;
        let status = match (&self.request, &self.har) {
            (Some(request), _) => self.one(request, &mut state, &checker)?,
            (None, Some(har)) => self.replay(har, &mut state, &checker)?,
            (None, None) => return Err("expected a request".to_owned()),
        };
        if let Some(out) = &self.out {
            let written = written::replace(out, &(state.expose_json() + "\n"));
            written.map_err(|error| format!("{}: {}", input::shown(out), io_error::unwritable(&error)))?;
        }
        Ok(status)
    }

    /// Returns an error if `--out` would overwrite an input other than the state.
    fn require_new_out(&self) -> Result<(), String> {
        let Some(out) = &self.out else { return Ok(()) };
        let request = self.request.as_deref().map(|request| GivenFile::new("<REQUEST>", request));
        let har = self.har.as_deref().map(|har| GivenFile::new("--har", har));
        let read = request.into_iter().chain(har).chain(GivenFile::rules(&self.rules));
        written::require_distinct(&[GivenFile::new("--out", out)], read)
    }

    /// Prints the response to a request. A rejection is a success, since it is the response that was asked for.
    fn one(&self, file: &Path, state: &mut State, checker: &RequestChecker) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        let message = input::file(file)?;
        let request = exchange::request(&message).map_err(|error| format!("{}: {error}", input::shown(file)))?;
        let evaluation = self.evaluate(&request, state, checker)?;
        stream::print(&exchange::response(&evaluation.response))?;
        Ok(ExitStatus::Success)
    }

    /// Prints a line for each exchange of an archive.
    fn replay(&self, file: &Path, state: &mut State, checker: &RequestChecker) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        let shown = input::shown(file);
        let exchanges = exchange::archive(&input::text(file)?).map_err(|error| format!("{shown}: {error}"))?;
        let mut status = ExitStatus::Success;
        for (index, (request, recorded_status, recorded)) in exchanges.iter().enumerate() {
            let name = format!("{shown}: entry {index}: {} {}", Escaped(request.method()), request.target());
            let evaluation = self.evaluate(request, state, checker)?;
            let outcome = exchange::compare(request, &evaluation, recorded.as_ref());
            status = status.max(match outcome {
                ExchangeOutcome::Same | ExchangeOutcome::NotDocumented => ExitStatus::Success,
                ExchangeOutcome::Differs { .. } => ExitStatus::Invalid,
                ExchangeOutcome::Unreadable => ExitStatus::Failure,
            });
            stream::print_line(&format!("{name}: {recorded_status}: {outcome}"))?;
        }
        Ok(status)
    }

    /// Evaluates a request, and saves its change.
    fn evaluate(
        &self,
        request: &ReceivedRequest,
        state: &mut State,
        checker: &RequestChecker,
    ) -> Result<Evaluation, String> {
        let evaluation = evaluate(request, state, checker, &EvaluationOptions::new());
        if self.explain {
            for step in &evaluation.steps {
                stream::eprint_line(format_args!("{}", Escaped(step)));
            }
            if let Some(report) = evaluation.report.as_ref().filter(|report| !report.is_valid()) {
                stream::eprint_line(format_args!("{}", input::lines("body", report)));
            }
        }
        if let Some(change) = &evaluation.change {
            state.apply(change).map_err(|error| error.to_string())?;
        }
        Ok(evaluation)
    }
}
