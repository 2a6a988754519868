//! `icws-schema generate`

use crate::exit_status::ExitStatus;
use crate::{rule_sets, rules, stream};
use clap::{Args, ValueEnum};
use icws_schema::Representation;
use icws_schema::body::{ErrorBody, UpdateOperationResult, UserClientConfigurationView};
use icws_schema::codes::ValidationErrorType;
use icws_schema::report::{Escaped, ProblemKind};
use icws_schema::rules::Context;
use icws_schema::strategy::{self, InvalidCase, RequestStrategy};
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};

/// Generate random payloads as NDJSON; the same seed and version give the same output
#[derive(Args)]
pub(crate) struct Generate {
    /// Kind of payload
    #[arg(long = "as", value_enum, value_name = "KIND", default_value_t = Kind::Request)]
    kind: Kind,
    /// Rule set that generated requests satisfy: `documented`, `recommended`, or a rule file; several are combined in order
    #[arg(long, value_name = "RULES")]
    rules: Vec<OsString>,
    /// Generate payloads with exactly one problem (always well-formed JSON)
    #[arg(long)]
    invalid: bool,
    /// Generate requests that violate this validator (number or name)
    #[arg(long, value_name = "ID|NAME", requires = "invalid")]
    validator: Option<String>,
    /// Describe the problem of each payload on standard error
    #[arg(long, requires = "invalid")]
    explain: bool,
    /// Number of payloads
    #[arg(long, value_name = "N", default_value_t = 10)]
    count: u64,
    /// Seed of the random generator
    #[arg(long, value_name = "S", default_value_t = 0)]
    seed: u64,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Kind {
    /// Body of the PUT
    Request,
    /// The properties as a GET returns them
    View,
    /// Body of a 200 response
    Result,
    /// Body of any other response
    Error,
}

/// A payload, and its problem.
struct Payload {
    text: String,
    problem: Option<String>,
}

impl Generate {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        self.write(self.payloads()?).map(|()| ExitStatus::Success)
    }

    fn write(&self, payloads: Box<dyn Iterator<Item = Payload>>) -> Result<(), String> {
        let mut left = self.count;
        let mut out = io::stdout().lock();
        for Payload { text, problem } in payloads.take(usize::try_from(self.count).unwrap_or(usize::MAX)) {
            match writeln!(out, "{text}") {
                // A reader that stops early is not an error.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
                written => written.map_err(|error| format!("standard output cannot be written: {error}"))?,
            }
            if let Some(problem) = problem.filter(|_| self.explain) {
                stream::eprint_line(format_args!("{problem}"));
            }
            left -= 1;
        }
        if left == 0 { Ok(()) } else { Err("no request was found that satisfies the rules".to_owned()) }
    }

    fn payloads(&self) -> Result<Box<dyn Iterator<Item = Payload>>, String> {
        match self.kind {
            Kind::Request => self.requests(),
            _ if !self.rules.is_empty() => Err("`--rules` needs `--as request`".to_owned()),
            _ if self.validator.is_some() => Err("`--validator` needs `--as request`".to_owned()),
            Kind::View => Ok(self.responses::<UserClientConfigurationView>()),
            Kind::Result => Ok(self.responses::<UpdateOperationResult>()),
            Kind::Error => Ok(self.responses::<ErrorBody>()),
        }
    }

    fn responses<T: Representation + 'static>(&self) -> Box<dyn Iterator<Item = Payload>> {
        if self.invalid {
            let invalid_json = strategy::samples(strategy::invalid_json::<T>(), self.seed);
            // A line of NDJSON is JSON.
            Box::new(
                invalid_json
                    .filter(|invalid_json| !matches!(invalid_json.kind, ProblemKind::Syntax(_)))
                    .map(Payload::invalid_json),
            )
        } else {
            Box::new(strategy::samples(strategy::valid_json::<T>(), self.seed).map(Payload::valid))
        }
    }

    fn requests(&self) -> Result<Box<dyn Iterator<Item = Payload>>, String> {
        let (rules, _) = rule_sets::for_requests_or_documented(&self.rules)?;
        let name = rule_sets::shown(&self.rules);
        let under = RequestStrategy::new(&rules, &Context::new());
        match &self.validator {
            Some(wanted) => {
                let validator = rules::find(wanted)?;
                let invalid_json =
                    under.invalid_by(validator).ok_or_else(|| explain_unreachable(&under, validator, &name))?;
                Ok(Box::new(strategy::samples(invalid_json, self.seed).map(Payload::invalid_json)))
            }
            None if self.invalid => {
                Ok(Box::new(strategy::samples(under.invalid(), self.seed).map(Payload::invalid_json)))
            }
            None => Ok(Box::new(strategy::samples(under.valid_json(), self.seed).map(Payload::valid))),
        }
    }
}

/// Returns the reason why no request violates a validator.
fn explain_unreachable(under: &RequestStrategy<'_>, validator: ValidationErrorType, rules: &str) -> String {
    let unbroken: Vec<_> = under.unreachable_rules().iter().filter(|rule| rule.validator == validator).collect();
    match &unbroken[..] {
        [] => format!("{rules}: no rule uses {validator} by itself"),
        unbroken => unbroken.iter().map(|rule| format!("{rules}: {rule}")).collect::<Vec<_>>().join("\n"),
    }
}

impl Payload {
    fn valid(text: String) -> Self {
        Self { text, problem: None }
    }

    fn invalid_json(InvalidCase { body: text, pointer, rule_pointer, mutation, .. }: InvalidCase) -> Self {
        let place = dotted(&pointer);
        let rule = rule_pointer.map_or_else(String::new, |rule| format!(" ({rule})"));
        Self { text, problem: Some(format!("{place}: {mutation}{rule}")) }
    }
}

/// Returns a JSON Pointer as a path for people.
fn dotted(pointer: &str) -> String {
    let mut path = String::new();
    for segment in pointer.split('/').skip(1) {
        if !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit()) {
            path.push_str(&format!("[{segment}]"));
        } else {
            path.push_str(if path.is_empty() { "" } else { "." });
            path.push_str(&segment.replace("~1", "/").replace("~0", "~"));
        }
    }
    if path.is_empty() { "(root)".to_owned() } else { Escaped(path).to_string() }
}
