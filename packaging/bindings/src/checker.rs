use crate::error::Error;
use crate::rules::File;
use crate::settings::{Files, Kind, Settings};
use crate::{current, rules};
use icws_schema::ParseOptions;
use icws_schema::body::{ErrorBody, UpdateOperationResult, UserClientConfigurationView, ViewDocument};
use icws_schema::directory::{Directory, InMemoryDirectory, Subject};
use icws_schema::report::{Report, RuleSources};
use icws_schema::rules::{Context, CurrentObject, ObjectChecker, ObjectContext, RequestChecker, RuleSet};

/// How many problems are listed unless the settings have a number.
const MAX_PROBLEMS: u32 = 1000;

/// Checks bodies. It is made once and can be used by any thread.
pub struct Checker {
    bodies: Bodies,
    directory: Option<InMemoryDirectory>,
    subject: Option<Subject>,
    feature_version: Option<u32>,
    sources: RuleSources,
    has_given_rules: bool,
    warnings: Vec<String>,
}

#[expect(clippy::large_enum_variant, reason = "it is not moved")]
enum Bodies {
    Requests(RequestChecker, Option<UserClientConfigurationView>),
    Objects(ObjectChecker, Option<CurrentObject<'static>>),
    Views(ParseOptions),
    Results(ParseOptions),
    Errors(ParseOptions),
}

/// The checks of one thread.
pub enum Session<'c> {
    /// Requests.
    Requests(&'c RequestChecker, Context<'c>),
    /// Other objects that are sent.
    Objects(&'c ObjectChecker, ObjectContext<'c>),
    /// Views, users and lists of users.
    Views(&'c ParseOptions),
    /// Bodies of 200 responses.
    Results(&'c ParseOptions),
    /// Bodies of other responses.
    Errors(&'c ParseOptions),
}

impl Checker {
    /// Loads what bodies are checked with.
    ///
    /// # Errors
    ///
    /// Settings that have no effect, and every problem of a file.
    pub fn new(settings: Settings, files: Files) -> Result<Self, Error> {
        let mut warnings = Vec::new();
        match Self::load(settings, files, &mut warnings) {
            Ok(checker) => Ok(Self { warnings, ..checker }),
            Err(error) => Err(error.after(warnings)),
        }
    }

    fn load(settings: Settings, files: Files, warnings: &mut Vec<String>) -> Result<Self, Error> {
        settings.require_effect(&files)?;
        let max = usize::try_from(settings.max_problems.unwrap_or(MAX_PROBLEMS)).unwrap_or(usize::MAX);
        let options = ParseOptions::new().recover().max_problems(max).allow_unknown_members(settings.allow_unknown);
        let options = if settings.follow_suggestions { options.follow_suggestions() } else { options };
        let has_given_rules = !files.rules.is_empty();
        let mut directory = None;
        let (bodies, sources) = match settings.kind {
            Kind::Request => {
                let documented = [rules::Rules::Documented];
                let sets = if files.rules.is_empty() { &documented[..] } else { &files.rules };
                let (checker, sources) = rules::for_requests(sets, warnings)?;
                directory = self::directory(files.directory, warnings)?;
                let current = files.current.as_ref().map(|file| current::view(file, warnings)).transpose()?;
                (Bodies::Requests(checker.with_parse_options(options), current), sources)
            }
            Kind::Object => {
                let (checker, sources) = rules::for_objects(&files.rules, warnings)?;
                directory = self::directory(files.directory, warnings)?;
                let checker = checker.recover().max_problems(max);
                let checker = if settings.partial { checker.partial() } else { checker };
                (Bodies::Objects(checker, files.current.as_ref().map(current::object).transpose()?), sources)
            }
            Kind::View | Kind::User | Kind::List => (Bodies::Views(options), RuleSources::new()),
            Kind::Result => (Bodies::Results(options), RuleSources::new()),
            Kind::Error => (Bodies::Errors(options), RuleSources::new()),
        };
        let object_type = settings.object_type.unwrap_or_else(|| "user".to_owned());
        Ok(Self {
            bodies,
            directory,
            subject: settings.id.map(|id| Subject { object_type, id }),
            feature_version: settings.feature_version,
            sources,
            has_given_rules,
            warnings: Vec::new(),
        })
    }

    /// Starts the checks of a thread.
    #[must_use]
    pub fn session(&self) -> Session<'_> {
        let directory = self.directory.as_ref().map(|directory| directory as &dyn Directory);
        match &self.bodies {
            Bodies::Requests(checker, current) => {
                let mut context = Context::new();
                (context.directory, context.current) = (directory, current.as_ref());
                (context.subject, context.feature_version) = (self.subject.clone(), self.feature_version);
                Session::Requests(checker, context)
            }
            Bodies::Objects(checker, current) => {
                let mut context = ObjectContext::new();
                (context.directory, context.current) = (directory, current.clone());
                (context.subject, context.feature_version) = (self.subject.clone(), self.feature_version);
                Session::Objects(checker, context)
            }
            Bodies::Views(options) => Session::Views(options),
            Bodies::Results(options) => Session::Results(options),
            Bodies::Errors(options) => Session::Errors(options),
        }
    }

    /// Returns whether the bodies are requests, or other objects that are sent.
    #[must_use]
    pub fn are_requests(&self) -> bool {
        matches!(self.bodies, Bodies::Requests(..) | Bodies::Objects(..))
    }

    /// Returns what is suspicious in the files with which bodies are checked, each as `file: warning: ...`.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Returns the rules, unless the bodies are responses.
    #[must_use]
    pub fn rules(&self) -> Option<&RuleSet> {
        match &self.bodies {
            Bodies::Requests(checker, _) => Some(checker.rules()),
            Bodies::Objects(checker, _) => Some(checker.rules()),
            Bodies::Views(_) | Bodies::Results(_) | Bodies::Errors(_) => None,
        }
    }

    /// Returns whether rule sets are given.
    #[must_use]
    pub fn has_given_rules(&self) -> bool {
        self.has_given_rules
    }

    /// Returns the names of the rule sets.
    #[must_use]
    pub fn sources(&self) -> &RuleSources {
        &self.sources
    }
}

fn directory(file: Option<File>, warnings: &mut Vec<String>) -> Result<Option<InMemoryDirectory>, Error> {
    let Some(file) = file else { return Ok(None) };
    let directory = InMemoryDirectory::from_json(&file.bytes).map_err(|error| Error::load(&file.name, &error))?;
    warnings.extend(rules::warnings(&file.name, directory.warnings()));
    Ok(Some(directory))
}

impl<'c> Session<'c> {
    /// The same for another object that is updated.
    #[must_use]
    pub fn with_subject(&self, subject: Subject) -> Session<'c> {
        match self {
            Self::Requests(checker, context) => Session::Requests(checker, context.clone().with_subject(subject)),
            Self::Objects(checker, context) => Session::Objects(checker, context.clone().with_subject(subject)),
            Self::Views(options) => Session::Views(options),
            Self::Results(options) => Session::Results(options),
            Self::Errors(options) => Session::Errors(options),
        }
    }

    /// Checks a body.
    #[must_use]
    pub fn check(&self, payload: &[u8]) -> Report {
        match self {
            Self::Requests(checker, context) => checker.check(payload, context),
            Self::Objects(checker, context) => checker.check(payload, context),
            Self::Views(options) => options.check::<ViewDocument>(payload),
            Self::Results(options) => options.check::<UpdateOperationResult>(payload),
            Self::Errors(options) => options.check::<ErrorBody>(payload),
        }
    }
}
