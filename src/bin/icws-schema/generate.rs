//! `icws-schema generate`

use crate::exit_status::ExitStatus;
use crate::number::integer;
use crate::{input, rule_sets, rules, stream};
use clap::{Args, ValueEnum};
use icws_schema::body::{ErrorBody, UpdateOperationResult, User, UserClientConfigurationView, UserList, ViewDocument};
use icws_schema::codes::ValidationErrorType;
use icws_schema::directory::{Directory, InMemoryDirectory, SampleNames};
use icws_schema::report::{Escaped, ProblemKind};
use icws_schema::rules::Context;
use icws_schema::strategy::{self, InvalidCase, RequestStrategy};
use icws_schema::{ParseOptions, Representation};
use proptest::strategy::Strategy;
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

/// Generate realistic random bodies as NDJSON; the same seed and version give the same output
#[derive(Args)]
pub(crate) struct Generate {
    /// Kind of body
    #[arg(long = "as", value_enum, value_name = "KIND", default_value_t = GeneratedKind::Request)]
    kind: GeneratedKind,
    /// Rule set that the generated requests satisfy: `documented`, `recommended`, or a rule file; several are combined in order
    #[arg(long, value_name = "RULES")]
    rules: Vec<OsString>,
    /// Directory file with data of the server's configuration; the generated requests satisfy rules that query it
    #[arg(long, value_name = "FILE")]
    directory: Option<PathBuf>,
    /// Also generate edge cases: any property, unusual strings, numbers at the bounds, unknown members of responses
    #[arg(long)]
    awkward: bool,
    /// Generate bodies with exactly one problem (always well-formed JSON)
    #[arg(long)]
    invalid: bool,
    /// Generate requests that violate this validator (number or name)
    #[arg(long, value_name = "ID|NAME", requires = "invalid", allow_negative_numbers = true)]
    validator: Option<String>,
    /// Describe the problem of each body on standard error
    #[arg(long, requires = "invalid")]
    explain: bool,
    /// Number of bodies [default: 10]
    #[arg(long, value_name = "N", value_parser = integer(0..=u64::MAX), allow_negative_numbers = true)]
    count: Option<u64>,
    /// Seed of the random generator [default: 0]
    #[arg(long, value_name = "S", value_parser = integer(0..=u64::MAX), allow_negative_numbers = true)]
    seed: Option<u64>,
}

/// The default number of payloads.
const DEFAULT_COUNT: u64 = 10;

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum GeneratedKind {
    /// Body of the PUT
    Request,
    /// The properties as a GET returns them
    View,
    /// A user with the properties
    User,
    /// A list of users with the properties
    List,
    /// Body of a 200 response
    Result,
    /// Body of any other response
    Error,
    /// Directory file of the site of the generated bodies: a single file, the same for every seed
    Directory,
}

type Payloads<'d> = Box<dyn Iterator<Item = Payload> + 'd>;

/// A payload with its problem.
struct Payload {
    text: String,
    problem: Option<String>,
}

impl Generate {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        stream::require_stdout()?;
        self.usage()?;
        let directory = self.directory.as_deref().map(input::directory).transpose()?;
        self.write(self.payloads(directory.as_ref())?).map(|()| ExitStatus::Success)
    }

    /// Returns an error if options conflict.
    fn usage(&self) -> Result<(), String> {
        let of_requests = [
            ("--rules", !self.rules.is_empty()),
            ("--directory", self.directory.is_some()),
            ("--validator", self.validator.is_some()),
        ];
        let of_payloads = [
            ("--awkward", self.awkward),
            ("--invalid", self.invalid),
            ("--count", self.count.is_some()),
            ("--seed", self.seed.is_some()),
        ];
        let given =
            |options: &[(&'static str, bool)]| options.iter().find(|(_, is_given)| *is_given).map(|(name, _)| *name);
        match (given(&of_requests), given(&of_payloads)) {
            (Some(option), _) if self.kind != GeneratedKind::Request => Err(format!("`{option}` needs `--as request`")),
            (_, Some(option)) if self.kind == GeneratedKind::Directory => {
                Err(format!("`{option}` does not apply to a directory file"))
            }
            _ if self.directory.is_some() && self.rules.is_empty() => Err("`--directory` needs `--rules`".to_owned()),
            _ => Ok(()),
        }
    }

    fn write(&self, payloads: Payloads<'_>) -> Result<(), String> {
        let mut left = if self.kind == GeneratedKind::Directory { 1 } else { self.count.unwrap_or(DEFAULT_COUNT) };
        let mut out = io::stdout().lock();
        for Payload { text, problem } in payloads.take(usize::try_from(left).unwrap_or(usize::MAX)) {
            match writeln!(out, "{text}") {
                // A reader that stops early is not an error.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
                written => written.map_err(|error| stream::unwritable(&error))?,
            }
            if let Some(problem) = problem.filter(|_| self.explain) {
                stream::eprint_line(format_args!("{problem}"));
            }
            left -= 1;
        }
        if left == 0 { Ok(()) } else { Err("no request was found that satisfies the rules".to_owned()) }
    }

    fn payloads<'d>(&self, directory: Option<&'d InMemoryDirectory>) -> Result<Payloads<'d>, String> {
        Ok(match self.kind {
            GeneratedKind::Request => return self.requests(directory),
            GeneratedKind::View => self.responses::<UserClientConfigurationView>(),
            GeneratedKind::User => self.documents::<User>(),
            GeneratedKind::List => self.documents::<UserList>(),
            GeneratedKind::Result => self.responses::<UpdateOperationResult>(),
            GeneratedKind::Error => self.responses::<ErrorBody>(),
            GeneratedKind::Directory => {
                Box::new(std::iter::once(Payload::valid(strategy::site_directory().trim_end().to_owned())))
            }
        })
    }

    fn responses<T: Representation + 'static>(&self) -> Payloads<'static> {
        match (self.invalid, self.awkward) {
            (false, false) => self.valid(strategy::typical_json::<T>()),
            (false, true) => self.valid(strategy::valid_json::<T>()),
            (true, false) => self.invalid(strategy::typical_invalid_json::<T>()),
            (true, true) => self.invalid(strategy::invalid_json::<T>()),
        }
    }

    /// The same for a type that is parsed as a `ViewDocument`.
    fn documents<T: Representation + 'static>(&self) -> Payloads<'static> {
        let problem_count = usize::from(self.invalid);
        let options = ParseOptions::new();
        let is_as_generated =
            move |payload: &Payload| options.check::<ViewDocument>(&payload.text).problems().len() == problem_count;
        Box::new(self.responses::<T>().filter(is_as_generated))
    }

    fn requests<'d>(&self, directory: Option<&'d InMemoryDirectory>) -> Result<Payloads<'d>, String> {
        let (rules, _) = rule_sets::for_requests_or_documented(&self.rules)?;
        let name = rule_sets::shown(&self.rules);
        let mut context = Context::new();
        context.directory = directory.map(|directory| directory as &dyn Directory);
        let requests = match directory {
            _ if !self.awkward => {
                RequestStrategy::typical(&rules, &context, directory.map(|directory| directory as &dyn SampleNames))
            }
            Some(directory) => RequestStrategy::with_samples(&rules, &context, directory),
            None => RequestStrategy::new(&rules, &context),
        };
        match &self.validator {
            Some(wanted) => {
                let validator = rules::find(wanted)?;
                let invalid = requests.invalid_by(validator);
                Ok(self.invalid(invalid.ok_or_else(|| explain_unreachable(&requests, validator, &name))?))
            }
            None if self.invalid => Ok(self.invalid(requests.invalid())),
            None => Ok(self.valid(requests.valid_json())),
        }
    }

    fn valid<'d>(&self, strategy: impl Strategy<Value = String> + 'd) -> Payloads<'d> {
        Box::new(strategy::samples(strategy, self.seed.unwrap_or_default()).map(Payload::valid))
    }

    fn invalid<'d>(&self, strategy: impl Strategy<Value = InvalidCase> + 'd) -> Payloads<'d> {
        // A line of NDJSON is JSON.
        let cases = strategy::samples(strategy, self.seed.unwrap_or_default())
            .filter(|case| !matches!(case.kind, ProblemKind::Syntax(_)));
        Box::new(cases.map(Payload::invalid))
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

    fn invalid(InvalidCase { body: text, pointer, rule_pointer, mutation, .. }: InvalidCase) -> Self {
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
