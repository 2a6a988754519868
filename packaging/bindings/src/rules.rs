use crate::error::Error;
use icws_schema::file::LoadError;
use icws_schema::report::RuleSources;
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

    fn name(&self) -> &str {
        match self {
            Self::Documented => "documented",
            Self::Recommended => "recommended",
            Self::File(file) => &file.name,
        }
    }
}

/// Loads one rule set, or several that are combined in order.
pub(crate) fn for_requests(sets: &[Rules]) -> Result<(RequestChecker, RuleSources), Error> {
    load(sets, RequestChecker::new, |bytes| RequestChecker::from_json(bytes), |checker| checker.rules().clone())
}

/// Loads one rule set, or several that are combined in order.
pub(crate) fn for_objects(sets: &[Rules]) -> Result<(ObjectChecker, RuleSources), Error> {
    load(sets, ObjectChecker::new, |bytes| ObjectChecker::from_json(bytes), |checker| checker.rules().clone())
}

fn load<C>(
    sets: &[Rules],
    new: impl Fn(&RuleSet) -> Result<C, LoadError>,
    from_json: impl Fn(&[u8]) -> Result<C, LoadError>,
    rules: impl Fn(&C) -> RuleSet,
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
        let loaded = rules(&checker);
        sources = sources.with(set.name(), loaded.rules().len());
        all.extend(loaded);
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
