use crate::error::Error;
use icws_schema::file::{LoadError, LoadProblem, suggestion};
use icws_schema::report::{Escaped, RuleSources};
use icws_schema::rules::{ObjectChecker, RequestChecker, Rule, RuleSet};

/// A file, by its name and its bytes.
#[derive(Debug)]
pub struct File {
    /// The name, for messages.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A rule set.
#[derive(Debug)]
pub enum Rules {
    /// What the vendor documents.
    Documented,
    /// Limits that this project assumes.
    Recommended,
    /// A rule file.
    File(File),
}

impl Rules {
    /// Returns the set of a name; `None` if the name is that of a file.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "documented" => Some(Self::Documented),
            "recommended" => Some(Self::Recommended),
            _ => None,
        }
    }

    /// Returns the name of a set that is similar to the name of a file, which may be a mistyped one.
    #[must_use]
    pub fn similar(name: &str) -> Option<&'static str> {
        suggestion(name, ["documented", "recommended"])
    }

    fn name(&self) -> &str {
        match self {
            Self::Documented => "documented",
            Self::Recommended => "recommended",
            Self::File(file) => &file.name,
        }
    }
}

/// Loads one rule set, or several that are combined in order.
pub(crate) fn for_requests(sets: &[Rules], warnings: &mut Vec<String>) -> Result<(RequestChecker, RuleSources), Error> {
    let new = (RequestChecker::new, RequestChecker::from_json);
    load(sets, warnings, new, |checker| (checker.rules(), checker.warnings()))
}

/// Loads one rule set, or several that are combined in order.
pub(crate) fn for_objects(sets: &[Rules], warnings: &mut Vec<String>) -> Result<(ObjectChecker, RuleSources), Error> {
    load(sets, warnings, (ObjectChecker::new, ObjectChecker::from_json), |checker| (checker.rules(), &[]))
}

/// Returns the warnings of a file, each on one line.
pub(crate) fn warnings(file: &str, warnings: &[LoadProblem]) -> impl Iterator<Item = String> {
    warnings.iter().map(move |warning| format!("{}: warning: {warning}", Escaped(file)))
}

fn load<'s, C>(
    sets: &'s [Rules],
    warnings: &mut Vec<String>,
    (new, from_json): (impl Fn(&RuleSet) -> Result<C, LoadError>, impl Fn(&'s [u8]) -> Result<C, LoadError>),
    rules: impl Fn(&C) -> (&RuleSet, &[LoadProblem]),
) -> Result<(C, RuleSources), Error> {
    let mut sources = RuleSources::new();
    let mut all: Vec<Rule> = Vec::new();
    let mut last = None;
    for set in sets {
        let checker = match set {
            Rules::Documented => new(&RuleSet::documented()),
            Rules::Recommended => new(&RuleSet::recommended()),
            Rules::File(file) => from_json(&file.bytes),
        };
        let checker = checker.map_err(|error| Error::load(set.name(), &error))?;
        let (loaded, warned) = rules(&checker);
        warnings.extend(self::warnings(set.name(), warned));
        sources = sources.with(set.name(), loaded.rules().len());
        all.extend(loaded.clone());
        last = Some(checker);
    }
    match last {
        Some(checker) if sets.len() == 1 => Ok((checker, sources)),
        _ => RuleSet::new(all)
            .and_then(|set| new(&set))
            .map(|checker| (checker, sources))
            .map_err(|error| Error::load("the combined rules", &error)),
    }
}
