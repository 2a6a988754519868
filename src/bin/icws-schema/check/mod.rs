//! `icws-schema check`

mod blocks;
mod bodies;
mod effect;
mod envelope;
pub(crate) mod format;
pub(crate) mod inputs;
mod lines;
pub(crate) mod output;
mod progress;
mod split;
mod usage;
mod utf_16;
mod values;

use crate::checker::{BodyChecker, ResponseKind, SharedContext};
use crate::exit_status::ExitStatus;
use crate::number::integer;
use crate::{current, input, interrupt, io_error, rule_sets, stream};
use bodies::Bodies;
use clap::{Args, ValueEnum};
use envelope::{Envelope, Payload, Pointer};
use format::ShowValues;
use icws_schema::ParseOptions;
use icws_schema::directory::Subject;
use icws_schema::render::{FileResult, Options, OutputFormat};
use icws_schema::report::RuleSources;
use inputs::Input;
use lines::{LineChecks, LinesEnd};
use output::Output;
use progress::Progress;
use split::Split;
use std::ffi::OsString;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::thread;

/// The default of `--max-problems`.
const MAX_PROBLEMS: u32 = 1000;

/// Check the bodies in files
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command")]
pub(crate) struct Check {
    /// Kind of body
    #[arg(long = "as", value_enum, value_name = "KIND", default_value_t = BodyKind::Request)]
    kind: BodyKind,
    /// Accept undocumented properties in requests
    #[arg(long)]
    allow_unknown: bool,
    /// Rule set for requests and objects: `documented`, `recommended`, or a rule file; several are combined in order
    #[arg(long, value_name = "RULES")]
    rules: Vec<OsString>,
    /// Directory file with data of the server's configuration
    #[arg(long, value_name = "FILE")]
    directory: Option<PathBuf>,
    /// Feature version of `configuration` that the server has
    #[arg(long, value_name = "N", value_parser = integer(0..=u32::MAX), allow_negative_numbers = true)]
    feature_version: Option<u32>,
    /// File with the current state of the object on the server; for a request, the response of a GET: a view, a user, or a list with one user
    #[arg(long, value_name = "FILE")]
    current: Option<PathBuf>,
    /// Id of the updated object
    #[arg(long)]
    id: Option<String>,
    /// Type of the updated object [default: user]
    #[arg(long, value_name = "TYPE")]
    object_type: Option<String>,
    /// Treat the object as a partial update: absent properties keep their current value
    #[arg(long)]
    partial: bool,
    /// Also exit with 1 if a rule could not be checked
    #[arg(long)]
    strict: bool,
    /// Show values of the body; `auto` shows them only at a terminal, and only in the formats `human` and `short`
    #[arg(long, value_enum, value_name = "WHEN", num_args = 0..=1, require_equals = true, default_value = "auto", default_missing_value = "always")]
    show_values: ShowValues,
    /// Maximum number of problems to list for a body; all are counted [default: 1000]
    #[arg(long, value_name = "N", value_parser = integer(1..=u32::MAX), allow_negative_numbers = true)]
    max_problems: Option<u32>,
    /// Treat each line as a separate body; always on for files that end in `.ndjson` or `.jsonl`
    #[arg(long)]
    ndjson: bool,
    /// JSON Pointer of the body in each file or line
    #[arg(long, value_name = "POINTER")]
    body_at: Option<Pointer>,
    /// JSON Pointer of the id of the updated object in each file or line; the id is a string
    #[arg(long, value_name = "POINTER")]
    id_at: Option<Pointer>,
    /// Copy valid lines of NDJSON to this file
    #[arg(long, value_name = "FILE")]
    valid: Option<PathBuf>,
    /// Copy invalid lines of NDJSON to this file
    #[arg(long, value_name = "FILE")]
    invalid: Option<PathBuf>,
    /// Number of threads that check lines of NDJSON [default: number of processors]
    #[arg(long, value_name = "N", value_parser = integer(1..=256_u16), allow_negative_numbers = true)]
    threads: Option<u16>,
    /// Print no results; the exit code is the verdict
    #[arg(long, short)]
    quiet: bool,
    /// Output format [default: human]
    #[arg(long, value_name = "FORMAT", value_parser = format::parser())]
    format: Option<OutputFormat>,
    /// Files to check; `-` is standard input, a folder is searched for `.json`, `.ndjson` and `.jsonl`, and a pattern with `*`, `?` or `[...]` is expanded
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum BodyKind {
    /// Body of the PUT
    Request,
    /// Body of a GET that reads the properties back: a view, a user, or a list of users
    View,
    /// A user; like `view`, accepts all three forms
    User,
    /// A list of users; like `view`, accepts all three forms
    List,
    /// Body of a 200 response
    Result,
    /// Body of any other response
    Error,
    /// Any JSON object, checked against the given rules
    Object,
}

impl Check {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        self.usage()?;
        if !self.quiet {
            stream::require_stdout()?;
        }
        let (checker, sources) = self.checker()?;
        let format = self.format();
        let options = Options::new()
            .with_values(self.show_values.in_format(format))
            .with_color(format::is_colored())
            .with_rule_sources(sources)
            .with_command_options();
        let inputs = inputs::expand(&self.files, self.ndjson);
        if (self.valid.is_some() || self.invalid.is_some())
            && inputs.iter().any(|input| matches!(input, Input::File { is_ndjson: false, .. }))
        {
            return Err("`--valid` and `--invalid` need NDJSON (`--ndjson`)".to_owned());
        }
        if self.threads.is_some() && inputs.iter().all(|input| matches!(input, Input::File { is_ndjson: false, .. })) {
            return Err("`--threads` needs NDJSON (`--ndjson`)".to_owned());
        }
        self.require_new_targets(&inputs)?;
        let envelope = Envelope { body: self.body_at.clone(), id: self.id_at.clone() };
        let object_type = self.object_type();
        let lists_unused_rules = format == OutputFormat::Human && !self.quiet && !self.rules.is_empty();
        let bodies = Bodies { checker, envelope, object_type, lists_unused_rules };
        let mut split = Split::new(self.valid.as_deref(), self.invalid.as_deref())?;
        let renderer = (!self.quiet).then(|| format.renderer(&options));
        let mut output = Output::new(renderer, io::stdout().lock(), bodies.unused_rules());
        let mut status = ExitStatus::Success;
        let count = inputs.len();
        interrupt::listen()?;
        output.start()?;
        let mut is_stopped = false;
        for (index, input) in inputs.into_iter().enumerate() {
            is_stopped |= interrupt::is_stopped();
            if is_stopped {
                break;
            }
            let done = format!("{index} of {count} files");
            interrupt::set_done(done.clone());
            let ended = match input {
                Input::File { path, is_ndjson: true } => {
                    let done = if count > 1 { done + ", " } else { String::new() };
                    let ended = self.lines(&path, &bodies, &options, &mut output, &mut split, &done)?;
                    is_stopped = ended.is_stopped;
                    ended.status
                }
                Input::File { path, is_ndjson: false } => self.file(&path, &bodies, &mut output)?,
                Input::Unreadable { path, error } => unreadable(&path, &error, &mut output)?,
            };
            status = status.max(ended);
        }
        output.end()?;
        split.end()?;
        Ok(if is_stopped { interrupt::print_progress() } else { status })
    }

    fn format(&self) -> OutputFormat {
        self.format.unwrap_or(OutputFormat::Human)
    }

    fn object_type(&self) -> String {
        self.object_type.clone().unwrap_or_else(|| "user".to_owned())
    }

    /// Loads what files are checked with.
    fn checker(&self) -> Result<(BodyChecker, RuleSources), String> {
        let max = usize::try_from(self.max_problems.unwrap_or(MAX_PROBLEMS)).unwrap_or(usize::MAX);
        let options = ParseOptions::new().recover().max_problems(max).allow_unknown_members(self.allow_unknown);
        let options = if self.format().is_for_people() { options.follow_suggestions() } else { options };
        let kind = match self.kind {
            BodyKind::Request => {
                let documented = ["documented".into()];
                let rules = if self.rules.is_empty() { &documented[..] } else { &self.rules };
                let (checker, sources) = rule_sets::for_requests(rules)?;
                let (checker, known) = (checker.with_parse_options(options), self.known()?);
                let current = self.current.as_deref().map(current::view).transpose()?;
                return Ok((BodyChecker::Requests { checker, current, known }, sources));
            }
            BodyKind::Object => {
                let (checker, sources) = rule_sets::for_objects(&self.rules)?;
                let checker = checker.recover().max_problems(max);
                let checker = if self.partial { checker.partial() } else { checker };
                let current = self.current.as_deref().map(current::object).transpose()?;
                return Ok((BodyChecker::Objects { checker, current, known: self.known()? }, sources));
            }
            BodyKind::View | BodyKind::List => ResponseKind::View,
            BodyKind::User => ResponseKind::User,
            BodyKind::Result => ResponseKind::Result,
            BodyKind::Error => ResponseKind::Error,
        };
        Ok((BodyChecker::Responses(kind, options), RuleSources::new()))
    }

    fn known(&self) -> Result<SharedContext, String> {
        let directory = self.directory.as_deref().map(input::directory).transpose()?;
        let subject = self.id.clone().map(|id| Subject { object_type: self.object_type(), id });
        Ok(SharedContext { directory, subject, feature_version: self.feature_version })
    }

    /// Checks a file that is one payload.
    fn file(&self, path: &Path, bodies: &Bodies, output: &mut Output<'_>) -> Result<ExitStatus, String> {
        let text = match input::bytes(path) {
            Ok(text) => text,
            Err(error) => return unreadable(path, &io_error::unreadable(&error), output),
        };
        let payload = Payload { text: &text, offset: 0, line: 1, error: None };
        let (body, report) = match bodies.check(&payload, &bodies.checker.session(), output.unused_rules()) {
            Ok(checked) => checked,
            Err(error) => return unreadable(path, &error, output),
        };
        output.result(&bodies.result(&path.display().to_string(), &text[body], &report).into())?;
        let is_success = report.is_valid() && (report.is_complete() || !self.strict);
        Ok(if is_success { ExitStatus::Success } else { ExitStatus::Invalid })
    }

    /// Checks a file with a payload on each line.
    fn lines(
        &self,
        path: &Path,
        bodies: &Bodies,
        options: &Options,
        output: &mut Output<'_>,
        split: &mut Split,
        done: &str,
    ) -> Result<LinesEnd, String> {
        let mut length = None;
        let input: io::Result<Box<dyn Read + Send>> = if input::is_stdin(path) {
            Ok(Box::new(io::stdin()))
        } else {
            File::open(path).map(|file| {
                length = file.metadata().ok().filter(Metadata::is_file).map(|metadata| metadata.len());
                Box::new(file) as Box<dyn Read + Send>
            })
        };
        let available = || thread::available_parallelism().map_or(1, usize::from);
        let threads = self.threads.map_or_else(available, usize::from);
        let (file, format) = (path.display().to_string(), self.format());
        let (is_strict, is_split) = (self.strict, split.is_wanted());
        let lines = LineChecks { bodies, file: &file, format, options, is_strict, threads, is_split, done };
        let mut ended = match input {
            Ok(input) => lines.check(input, length, output, split, Progress::new(!self.quiet, length))?,
            Err(error) => LinesEnd { status: ExitStatus::Failure, unread: Some(error), is_stopped: false },
        };
        if let Some(error) = &ended.unread {
            ended.status = unreadable(path, &io_error::unreadable(error), output)?;
        }
        Ok(ended)
    }
}

fn unreadable(path: &Path, error: &str, output: &mut Output<'_>) -> Result<ExitStatus, String> {
    output.flush()?;
    stream::eprint_line(format_args!("{}: {error}", input::shown(path)));
    output.result(&FileResult::unreadable(&path.display().to_string(), error))?;
    Ok(ExitStatus::Failure)
}
