//! `icws-schema check`

use crate::checker::{BodyChecker, ResponseKind};
use crate::exit_status::ExitStatus;
use crate::{current, input, rule_sets, stream};
use clap::{Args, ValueEnum};
use icws_schema::ParseOptions;
use icws_schema::directory::{Directory, InMemoryDirectory, Subject};
use icws_schema::render::{self, CheckedFile, FileResult, Options, Renderer};
use icws_schema::report::RuleSources;
use icws_schema::rules::{Context, ObjectContext};
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// Check payload files
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command")]
pub(crate) struct Check {
    /// Kind of payload
    #[arg(long = "as", value_enum, value_name = "KIND", default_value_t = Kind::Request)]
    pub(crate) kind: Kind,
    /// Accept undocumented properties in requests
    #[arg(long)]
    pub(crate) allow_unknown: bool,
    /// Rule set for requests and objects: `documented`, `recommended`, or a rule file; several are combined in order
    #[arg(long, value_name = "RULES")]
    pub(crate) rules: Vec<OsString>,
    /// Directory file: what the server's configuration contains
    #[arg(long, value_name = "FILE")]
    pub(crate) directory: Option<PathBuf>,
    /// Feature version of `configuration` that the server has
    #[arg(long, value_name = "N")]
    pub(crate) feature_version: Option<u32>,
    /// Current state of the object on the server; for a request what a GET returns: a view, a user, or a list with one user
    #[arg(long, value_name = "FILE")]
    pub(crate) current: Option<PathBuf>,
    /// Id of the object that is updated
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// Type of the object that is updated [default: user]
    #[arg(long, value_name = "TYPE")]
    pub(crate) object_type: Option<String>,
    /// Treat the object as a partial update: absent properties keep their current value
    #[arg(long)]
    pub(crate) partial: bool,
    /// Also exit with 1 if a rule could not be checked
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show values of the payload; `auto` shows them only at a terminal, and only in formats for people
    #[arg(long, value_enum, value_name = "WHEN", num_args = 0..=1, require_equals = true, default_value = "auto", default_missing_value = "always")]
    show_values: ShowValues,
    /// Number of problems that are listed for a payload; all are counted
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..))]
    max_problems: u32,
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    format: Format,
    /// Files to check; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Kind {
    /// Body of the PUT
    Request,
    /// Body of a GET that reads the properties back: a view, a user, or a list of users
    View,
    /// The same as `view`
    User,
    /// The same as `view`
    List,
    /// Body of a 200 response
    Result,
    /// Body of any other response
    Error,
    /// Any JSON object, checked against the given rules
    Object,
}

/// Whether values are shown.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum ShowValues {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// One JSON object per file; `schemas/report.json` is its schema
    Json,
}

impl From<Format> for render::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Human => Self::Short,
            Format::Json => Self::Json,
        }
    }
}

impl Check {
    pub(crate) fn run(&self) -> Result<ExitStatus, String> {
        self.usage()?;
        let directory = self.directory.as_deref().map(directory).transpose()?;
        let directory = directory.as_ref().map(|directory| directory as &dyn Directory);
        let subject = self.id.clone().map(|id| {
            let object_type = self.object_type.clone().unwrap_or_else(|| "user".to_owned());
            Subject { object_type, id }
        });
        let max = usize::try_from(self.max_problems).unwrap_or(usize::MAX);
        let options = ParseOptions::new().recover().max_problems(max).allow_unknown_members(self.allow_unknown);
        match self.kind {
            Kind::Request => {
                let documented = ["documented".into()];
                let rules = if self.rules.is_empty() { &documented[..] } else { &self.rules };
                let (checker, sources) = rule_sets::for_requests(rules)?;
                let view = self.current.as_deref().map(current::view).transpose()?;
                let mut context = Context::new();
                (context.directory, context.current, context.subject) = (directory, view.as_ref(), subject);
                context.feature_version = self.feature_version;
                self.files(&BodyChecker::Requests(checker.with_parse_options(options), context), sources)
            }
            Kind::Object => {
                let (checker, sources) = rule_sets::for_objects(&self.rules)?;
                let object = self.current.as_deref().map(current::object).transpose()?;
                let mut context = ObjectContext::new();
                (context.directory, context.current, context.subject) = (directory, object.as_ref(), subject);
                context.feature_version = self.feature_version;
                let checker = checker.recover().max_problems(max);
                let checker = if self.partial { checker.partial() } else { checker };
                self.files(&BodyChecker::Objects(checker, context), sources)
            }
            Kind::View | Kind::User | Kind::List => self.responses(ResponseKind::View, options),
            Kind::Result => self.responses(ResponseKind::Result, options),
            Kind::Error => self.responses(ResponseKind::Error, options),
        }
    }

    fn responses(&self, kind: ResponseKind, options: ParseOptions) -> Result<ExitStatus, String> {
        self.files(&BodyChecker::Responses(kind, options), RuleSources::new())
    }

    fn files(&self, checker: &BodyChecker<'_>, sources: RuleSources) -> Result<ExitStatus, String> {
        let format = render::Format::from(self.format);
        let show_values = match self.show_values {
            ShowValues::Auto => format.is_for_people() && io::stdout().is_terminal(),
            ShowValues::Always => true,
            ShowValues::Never => false,
        };
        let mut renderer = format.renderer(&Options::new().with_values(show_values).with_rule_sources(sources));
        let mut out = io::stdout().lock();
        stream::unless_closed(renderer.start(&mut out)).map_err(|error| unwritable(&error))?;
        let mut status = ExitStatus::Success;
        for file in &self.files {
            status = status.max(self.file(file, checker, &mut *renderer, &mut out)?);
        }
        stream::unless_closed(renderer.end(&mut out)).map_err(|error| unwritable(&error))?;
        Ok(status)
    }

    fn file(
        &self,
        file: &Path,
        checker: &BodyChecker<'_>,
        renderer: &mut dyn Renderer,
        out: &mut dyn io::Write,
    ) -> Result<ExitStatus, String> {
        let name = file.display().to_string();
        let (written, status) = match input::bytes(file) {
            Ok(text) => {
                let report = checker.check(&text);
                let checked = if checker.are_requests() { CheckedFile::request } else { CheckedFile::response };
                let written = renderer.result(out, &checked(&name, &text, &report).into());
                let is_success = report.is_valid() && (report.is_complete() || !self.strict);
                (written, if is_success { ExitStatus::Success } else { ExitStatus::Invalid })
            }
            Err(error) => {
                stream::eprint_line(format_args!("{}: cannot be read: {error}", input::shown(file)));
                let error = format!("cannot be read: {error}");
                (renderer.result(out, &FileResult::unreadable(&name, &error)), ExitStatus::Failure)
            }
        };
        stream::unless_closed(written).map(|()| status).map_err(|error| unwritable(&error))
    }
}

fn unwritable(error: &io::Error) -> String {
    format!("standard output cannot be written: {error}")
}

fn directory(file: &Path) -> Result<InMemoryDirectory, String> {
    InMemoryDirectory::from_json(input::file(file)?).map_err(|error| input::rejected(&input::shown(file), &error))
}
