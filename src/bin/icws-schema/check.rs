//! `icws-schema check`

use crate::output::{self, Say};
use crate::{Ending, input, stream};
use clap::{Args, ValueEnum};
use icws_schema::ParseOptions;
use icws_schema::body::{ErrorBody, UpdateOperationResult, UserClientConfigurationView};
use icws_schema::directory::Subject;
use icws_schema::directory::{Directory, InMemoryDirectory};
use icws_schema::report::Report;
use icws_schema::rules::{Context, ObjectChecker, ObjectContext, RequestChecker};
use serde_json::Value;
use std::io;

/// Check payload files: exit 0 when all are valid, 1 when some are not, 2 when something cannot be read
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command")]
pub(crate) struct Check {
    /// What the files hold.
    #[arg(long = "as", value_enum, default_value_t = Kind::Request)]
    kind: Kind,
    /// Take members of a request that the documentation does not list.
    #[arg(long)]
    allow_unknown: bool,
    /// The rules: `documented`, `recommended`, or a rule file. Of requests and objects alone.
    #[arg(long, value_name = "RULES")]
    rules: Option<String>,
    /// A directory file: what the server's configuration has.
    #[arg(long, value_name = "FILE")]
    directory: Option<String>,
    /// The server's feature version of `configuration`.
    #[arg(long, value_name = "N")]
    feature_version: Option<u32>,
    /// How the object stands on the server: for a request a view.
    #[arg(long, value_name = "FILE")]
    current: Option<String>,
    /// The id of the object that is being updated.
    #[arg(long)]
    id: Option<String>,
    /// The type of the object that is being updated.
    #[arg(long, value_name = "TYPE", default_value = "user")]
    object_type: String,
    /// The object is partial: what it leaves out stays as the server has it.
    #[arg(long)]
    partial: bool,
    /// Exit with 1 also when something could not be checked.
    #[arg(long)]
    strict: bool,
    /// Show the values that are wrong.
    #[arg(long)]
    show_values: bool,
    /// How to say what is wrong: lines for people, or one JSON object a file.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The files; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Kind {
    /// The body of a PUT.
    Request,
    /// The properties as a GET gives them.
    View,
    /// The body of a 200.
    Result,
    /// The body of any other status, plain or configuration error.
    Error,
    /// Any JSON object, under the given rules.
    Object,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// What files are checked with, once it is loaded.
enum BodyChecker<'a> {
    Requests(RequestChecker, Context<'a>),
    Objects(ObjectChecker, ObjectContext<'a>),
    Responses,
}

impl Check {
    pub(crate) fn run(&self) -> Result<Ending, String> {
        let judged = matches!(self.kind, Kind::Request | Kind::Object);
        if self.kind == Kind::Object && self.rules.is_none() {
            return Err("`--as object` needs `--rules`".to_owned());
        }
        if self.partial && self.kind != Kind::Object {
            return Err("`--partial` is for `--as object`".to_owned());
        }
        if !judged {
            let given = [
                ("--rules", self.rules.is_some()),
                ("--directory", self.directory.is_some()),
                ("--feature-version", self.feature_version.is_some()),
                ("--current", self.current.is_some()),
                ("--id", self.id.is_some()),
                ("--strict", self.strict),
            ];
            if let Some((option, _)) = given.into_iter().find(|(_, given)| *given) {
                return Err(format!("`{option}` is for `--as request` and `--as object`"));
            }
        }
        let name = self.rules.as_deref().unwrap_or("documented");
        let requests = (self.kind == Kind::Request).then(|| input::request_rules(name)).transpose()?;
        let objects = (self.kind == Kind::Object).then(|| input::object_rules(name)).transpose()?;
        let directory = self.directory.as_deref().map(directory).transpose()?;
        let view = self.current_as(Kind::Request, |text| {
            icws_schema::from_str::<UserClientConfigurationView>(text).map_err(|report| report.to_string())
        })?;
        let value: Option<Value> =
            self.current_as(Kind::Object, |text| serde_json::from_str(text).map_err(|error| error.to_string()))?;
        let subject = self.id.clone().map(|id| Subject { object_type: self.object_type.clone(), id });
        let directory = directory.as_ref().map(|directory| directory as &dyn Directory);
        let checker = if let Some(requests) = requests {
            let mut context = Context::new();
            (context.directory, context.current, context.subject) = (directory, view.as_ref(), subject);
            context.feature_version = self.feature_version;
            let options = ParseOptions::new().recover().allow_unknown_members(self.allow_unknown);
            BodyChecker::Requests(requests.with_parse_options(options), context)
        } else if let Some(objects) = objects {
            let mut context = ObjectContext::new();
            (context.directory, context.current, context.subject) = (directory, value.as_ref(), subject);
            context.feature_version = self.feature_version;
            let objects = objects.recover();
            BodyChecker::Objects(if self.partial { objects.partial() } else { objects }, context)
        } else {
            BodyChecker::Responses
        };
        Ok(self.files.iter().map(|file| self.file(file, &checker)).max().unwrap_or(Ending::Well))
    }

    /// The current object, where the files are of this kind.
    fn current_as<T>(&self, kind: Kind, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
        match &self.current {
            Some(file) if self.kind == kind => read(&input::text(file)?)
                .map(Some)
                .map_err(|message| format!("{file}: {}", message.replace('\n', &format!("\n{file}: ")))),
            _ => Ok(None),
        }
    }

    fn file(&self, file: &str, checker: &BodyChecker<'_>) -> Ending {
        let text = match input::bytes(file) {
            Ok(text) => text,
            Err(error) => {
                stream::complain(format_args!("{file}: cannot be read: {error}"));
                return Ending::Failed;
            }
        };
        let report = match checker {
            BodyChecker::Requests(rules, context) => rules.check(&text, context),
            BodyChecker::Objects(rules, context) => rules.check(&text, context),
            BodyChecker::Responses => self.answer(&text),
        };
        let answers = !matches!(checker, BodyChecker::Responses);
        let say = Say { file, report: &report, answers, values: self.show_values };
        let mut out = io::stdout().lock();
        let said = match self.format {
            Format::Human => output::human(&mut out, &say),
            Format::Json => output::json(&mut out, &say),
        };
        match stream::unless_closed(said) {
            Ok(()) if report.is_valid() && (report.is_complete() || !self.strict) => Ending::Well,
            Ok(()) => Ending::Invalid,
            Err(error) => {
                stream::complain(format_args!("{file}: cannot be reported: {error}"));
                Ending::Failed
            }
        }
    }

    fn answer(&self, text: &[u8]) -> Report {
        let reader = ParseOptions::new().recover();
        match self.kind {
            Kind::Result => reader.check::<UpdateOperationResult>(text),
            Kind::Error => reader.check::<ErrorBody>(text),
            Kind::View | Kind::Request | Kind::Object => reader.check::<UserClientConfigurationView>(text),
        }
    }
}

fn directory(file: &str) -> Result<InMemoryDirectory, String> {
    InMemoryDirectory::from_json(input::file(file)?).map_err(|refused| input::refused(file, &refused))
}
