use super::case::{Case, CaseSource, InlineJson, Setting};
use super::checker::{CaseChecker, checker, custom_checks, of_set};
use super::compare::CaseResult;
use super::findings::{CaseFindings, CaseRejection};
use crate::body::decode::inspect;
use crate::body::{SingleViewError, ViewDocument};
use crate::directory::{Directory, InMemoryDirectory, Shared};
use crate::file::{LoadError, LoadProblem};
use crate::report::{Escaped, Report};
use crate::rules::{Context, CurrentObject, CustomChecks, ObjectChecker, ObjectContext, RequestChecker, Rule, RuleSet};
use crate::vocabulary::CaseTarget;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Arc;

/// Runs cases. Rules, directories and current objects that several cases share are loaded once.
pub struct CaseRunner<'r> {
    read: Box<ReadFile<'r>>,
    checkers: HashMap<RulesKey, Result<CaseChecker, CaseError>>,
    directories: HashMap<CaseSource, Result<Arc<InMemoryDirectory>, CaseError>>,
    views: HashMap<Shared<str>, Result<Arc<ViewDocument>, CaseError>>,
    objects: HashMap<Shared<str>, Result<CurrentObject<'static>, CaseError>>,
    warnings: BTreeMap<String, Vec<LoadProblem>>,
}

type ReadFile<'r> = dyn Fn(&str) -> Result<Vec<u8>, String> + 'r;

/// The key of a checker without custom checks.
type RulesKey = (CaseTarget, Shared<[CaseSource]>);

/// The input of a check of a case.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum LoadedCase<'c> {
    /// For a request.
    Request(RequestChecker, Context<'c>),
    /// For any object.
    Any(ObjectChecker, ObjectContext<'c>),
}

/// The reason why a case could not be run.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CaseError {
    /// A file could not be read.
    #[non_exhaustive]
    Unreadable {
        /// The reason, with the name of the file.
        message: String,
    },
    /// Rules were rejected.
    #[non_exhaustive]
    Rules {
        /// The name of the file; `None` if the rules are in the case file.
        file: Option<String>,
        /// Its problems.
        error: LoadError,
    },
    /// The directory was rejected.
    #[non_exhaustive]
    Directory {
        /// The name of the file; `None` if the directory is in the case file.
        file: Option<String>,
        /// Its problems.
        error: LoadError,
    },
    /// The current object was rejected.
    #[non_exhaustive]
    Current {
        /// Its problems.
        report: Report,
    },
    /// The current object is a user or list that does not have the client configuration of exactly one user.
    #[non_exhaustive]
    CurrentView {
        /// What it has in place of one.
        error: SingleViewError,
    },
}

impl fmt::Debug for CaseRunner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseRunner").finish_non_exhaustive()
    }
}

impl<'r> CaseRunner<'r> {
    /// Creates a runner. `read` returns a file, given its name in a case file, or the reason why it cannot be read.
    pub fn new(read: impl Fn(&str) -> Result<Vec<u8>, String> + 'r) -> Self {
        Self {
            read: Box::new(read),
            checkers: HashMap::new(),
            directories: HashMap::new(),
            views: HashMap::new(),
            objects: HashMap::new(),
            warnings: BTreeMap::new(),
        }
    }

    /// Runs a case: checks its body, and compares the findings with the expectation.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read, or if rules, directory or current object are rejected and the case
    /// does not expect this.
    pub fn run(&mut self, case: &Case) -> Result<CaseResult, CaseError> {
        let found = self.findings(case)?;
        Ok(CaseResult::of(case.expected(), &found))
    }

    /// Checks the body of a case regardless of its expectation, unless it expects that rules or directory are rejected.
    ///
    /// # Errors
    ///
    /// Returns an error if the case cannot be run.
    pub fn findings(&mut self, case: &Case) -> Result<CaseFindings, CaseError> {
        let is_checked = matches!(case.expected(), CaseFindings::Checked { .. });
        let found = self.load(case, |loaded| {
            if is_checked { CaseFindings::from(&loaded.check(case.body())) } else { CaseFindings::valid() }
        });
        match (found, case.expected()) {
            (Err(CaseError::Rules { error, .. }), CaseFindings::RejectedRules(_)) => {
                Ok(CaseFindings::RejectedRules(CaseRejection::from(&error)))
            }
            (Err(CaseError::Directory { error, .. }), CaseFindings::RejectedDirectory(_)) => {
                Ok(CaseFindings::RejectedDirectory(CaseRejection::from(&error)))
            }
            (found, _) => found,
        }
    }

    /// Loads the input of a case, and passes it to a function.
    ///
    /// # Errors
    ///
    /// Returns an error if the case cannot be run.
    pub fn load<T>(&mut self, case: &Case, show: impl FnOnce(&LoadedCase<'_>) -> T) -> Result<T, CaseError> {
        let setting = &case.setting;
        let checker = self.checker(case.target(), setting)?;
        let directory = setting.directory.as_ref().map(|source| self.directory(source)).transpose()?;
        let directory = directory.as_deref().map(|directory| directory as &dyn Directory);
        let current = setting.current.as_ref().map(|current| &current.json);
        match checker {
            CaseChecker::Request(checker) => {
                let current = current.map(|current| self.view(current)).transpose()?;
                let view = current.as_ref().map(|current| current.view()).transpose();
                let view = view.map_err(|error| CaseError::CurrentView { error })?;
                let mut context = Context::new();
                (context.directory, context.current) = (directory, view);
                (context.subject, context.feature_version) = (setting.subject.clone(), setting.feature_version);
                Ok(show(&LoadedCase::Request(checker, context)))
            }
            CaseChecker::Any(checker) => {
                let value = current.map(|current| self.object(current)).transpose()?;
                let mut context = ObjectContext::new();
                (context.directory, context.current) = (directory, value);
                (context.subject, context.feature_version) = (setting.subject.clone(), setting.feature_version);
                let checker = if setting.is_partial == Some(true) { checker.partial() } else { checker };
                Ok(show(&LoadedCase::Any(checker, context)))
            }
        }
    }

    /// Returns the rules of a case as one set.
    ///
    /// # Errors
    ///
    /// Returns an error if they cannot be read, or are rejected.
    pub fn rules(&mut self, case: &Case) -> Result<RuleSet, CaseError> {
        Ok(match self.checker(case.target(), &case.setting)? {
            CaseChecker::Request(checker) => checker.rules().clone(),
            CaseChecker::Any(checker) => checker.rules().clone(),
        })
    }

    fn checker(&mut self, target: CaseTarget, setting: &Setting) -> Result<CaseChecker, CaseError> {
        let sources =
            setting.rules.clone().unwrap_or_else(|| Shared::new([CaseSource::Named("documented".to_owned())]));
        if setting.checks.is_some() {
            return self.load_rules(target, &sources, &custom_checks(setting));
        }
        let key = (target, sources);
        if let Some(loaded) = self.checkers.get(&key) {
            return loaded.clone();
        }
        let loaded = self.load_rules(target, &key.1, &CustomChecks::new());
        self.checkers.insert(key, loaded.clone());
        loaded
    }

    /// Returns warnings about probable mistakes in the rule files and directory files that were loaded so far, each with
    /// the name of the file. For those in the case file, see [`CaseFile::warnings`](super::CaseFile::warnings).
    pub fn warnings(&self) -> impl Iterator<Item = (&str, &LoadProblem)> {
        self.warnings.iter().flat_map(|(name, warnings)| warnings.iter().map(|warning| (&**name, warning)))
    }

    fn load_rules(
        &mut self,
        target: CaseTarget,
        sources: &[CaseSource],
        checks: &CustomChecks,
    ) -> Result<CaseChecker, CaseError> {
        let mut combined: Vec<Rule> = Vec::new();
        let mut last = None;
        for source in sources {
            let loaded = match source {
                CaseSource::Named(name) if name == "documented" => of_set(target, &RuleSet::documented(), checks),
                CaseSource::Named(name) if name == "recommended" => of_set(target, &RuleSet::recommended(), checks),
                CaseSource::Named(name) => checker(target, &self.file(name)?, checks),
                CaseSource::Inline(InlineJson { json, .. }) => checker(target, &**json, checks),
                CaseSource::Text(text) => checker(target, &**text, checks),
            };
            let loaded = loaded.map_err(|error| CaseError::Rules { file: file_of(source), error })?;
            if let Some(file) = file_of(source) {
                self.warnings.insert(file, loaded.warnings().to_vec());
            }
            combined.extend(match &loaded {
                CaseChecker::Request(checker) => checker.rules().clone(),
                CaseChecker::Any(checker) => checker.rules().clone(),
            });
            last = Some(loaded);
        }
        match last {
            Some(checker) if sources.len() == 1 => Ok(checker),
            _ => RuleSet::new(combined)
                .and_then(|set| of_set(target, &set, checks))
                .map_err(|error| CaseError::Rules { file: None, error }),
        }
    }

    fn directory(&mut self, source: &CaseSource) -> Result<Arc<InMemoryDirectory>, CaseError> {
        if let Some(loaded) = self.directories.get(source) {
            return loaded.clone();
        }
        let loaded = match source {
            CaseSource::Named(name) => self.file(name).map(InMemoryDirectory::from_json),
            CaseSource::Inline(InlineJson { json, .. }) => Ok(InMemoryDirectory::from_json(&**json)),
            CaseSource::Text(text) => Ok(InMemoryDirectory::from_json(&**text)),
        };
        let loaded = loaded.and_then(|loaded| {
            loaded.map(Arc::new).map_err(|error| CaseError::Directory { file: file_of(source), error })
        });
        if let (Some(file), Ok(directory)) = (file_of(source), &loaded) {
            self.warnings.insert(file, directory.warnings().to_vec());
        }
        self.directories.insert(source.clone(), loaded.clone());
        loaded
    }

    fn view(&mut self, json: &Shared<str>) -> Result<Arc<ViewDocument>, CaseError> {
        let load = || crate::from_str::<ViewDocument>(json).map(Arc::new);
        let loaded = self.views.entry(json.clone());
        loaded.or_insert_with(|| load().map_err(|error| CaseError::Current { report: error.into_report() })).clone()
    }

    fn object(&mut self, json: &Shared<str>) -> Result<CurrentObject<'static>, CaseError> {
        let loaded = self.objects.entry(json.clone());
        loaded.or_insert_with(|| object(json).map(CurrentObject::into_owned)).clone()
    }

    pub(super) fn file(&self, name: &str) -> Result<Vec<u8>, CaseError> {
        (self.read)(name).map_err(|message| CaseError::Unreadable { message })
    }
}

fn object(json: &str) -> Result<CurrentObject<'_>, CaseError> {
    CurrentObject::from_json(json).map_err(|error| {
        let report = inspect(json.as_bytes(), Vec::new(), &Arc::default()).0;
        if report.is_valid() {
            CaseError::Unreadable { message: format!("the current object: {error}") }
        } else {
            CaseError::Current { report }
        }
    })
}

fn file_of(source: &CaseSource) -> Option<String> {
    match source {
        CaseSource::Named(name) => Some(name.clone()),
        CaseSource::Inline(_) | CaseSource::Text(_) => None,
    }
}

impl LoadedCase<'_> {
    /// Checks a body.
    #[must_use]
    pub fn check(&self, body: &str) -> Report {
        match self {
            Self::Request(checker, context) => checker.check(body, context),
            Self::Any(checker, context) => checker.check(body, context),
        }
    }
}

/// Writes one line for each problem.
impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { message } => f.write_str(message),
            Self::Current { report } => {
                let lines: Vec<_> =
                    report.to_string().lines().map(|line| format!("the current object: {line}")).collect();
                f.write_str(&lines.join("\n"))
            }
            Self::CurrentView { error } => write!(f, "the current object: {error}"),
            Self::Rules { file, error } | Self::Directory { file, error } => {
                let name = match (file, self) {
                    (Some(file), _) => Escaped(file).to_string(),
                    (None, Self::Rules { .. }) => "the rules".to_owned(),
                    (None, _) => "the directory".to_owned(),
                };
                for (index, problem) in error.problems().iter().enumerate() {
                    f.write_str(if index > 0 { "\n" } else { "" })?;
                    write!(f, "{name}: {problem}")?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for CaseError {}
