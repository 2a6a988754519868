//! The rule sets that the command loads, by name or from files.

use crate::input;
use icws_schema::file::{LoadError, LoadProblem, suggestion};
use icws_schema::report::RuleSources;
use icws_schema::rules::{ObjectChecker, RequestChecker, Rule, RuleSet};
use std::ffi::OsString;
use std::path::Path;

/// The names of the sets of the crate.
const NAMES: [&str; 2] = ["documented", "recommended"];

/// Loads rules for requests: one set, or several that are combined in order.
pub(crate) fn for_requests(names: &[OsString]) -> Result<(RequestChecker, RuleSources), String> {
    load(names, RequestChecker::new, RequestChecker::from_json, |checker| (checker.rules(), checker.warnings()))
}

/// Loads rules for requests; without any, those that are documented.
pub(crate) fn for_requests_or_documented(names: &[OsString]) -> Result<(RequestChecker, RuleSources), String> {
    if names.is_empty() { for_requests(&["documented".into()]) } else { for_requests(names) }
}

/// Returns the names of rule sets in a message.
pub(crate) fn shown(names: &[OsString]) -> String {
    match names {
        [] => "documented".to_owned(),
        names => names.iter().map(|name| input::shown(name.as_ref())).collect::<Vec<_>>().join(" + "),
    }
}

/// Loads rules for objects: one set, or several that are combined in order.
pub(crate) fn for_objects(names: &[OsString]) -> Result<(ObjectChecker, RuleSources), String> {
    load(names, ObjectChecker::new, ObjectChecker::from_json, |checker| (checker.rules(), &[]))
}

/// Loads rules. Warnings go to standard error.
fn load<C>(
    names: &[OsString],
    new: impl Fn(&RuleSet) -> Result<C, LoadError>,
    from_json: impl Fn(Vec<u8>) -> Result<C, LoadError>,
    rules: impl Fn(&C) -> (&RuleSet, &[LoadProblem]),
) -> Result<(C, RuleSources), String> {
    let mut sources = RuleSources::new();
    let mut all: Vec<Rule> = Vec::new();
    let mut last = None;
    for name in names {
        let file = Path::new(name);
        let shown = input::shown(file);
        let checker = match name.to_str() {
            Some("documented") => new(&RuleSet::documented()),
            Some("recommended") => new(&RuleSet::recommended()),
            _ => from_json(read(file)?),
        };
        let checker = input::loaded(&shown, checker, |checker| rules(checker).1)?;
        let (set, _) = rules(&checker);
        sources = sources.with(file.display().to_string(), set.rules().len());
        all.extend(set.clone());
        last = Some(checker);
    }
    match last {
        Some(checker) if names.len() == 1 => Ok((checker, sources)),
        _ => {
            let combined = RuleSet::new(all).and_then(|set| new(&set));
            combined.map(|checker| (checker, sources)).map_err(|error| input::rejected("the combined rules", &error))
        }
    }
}

/// Reads a rule file. A name without such a file may be a mistyped name of a set.
fn read(file: &Path) -> Result<Vec<u8>, String> {
    input::file(file).map_err(|error| {
        let suggestion = file.to_str().filter(|_| !file.exists()).and_then(|name| suggestion(name, NAMES));
        suggestion.map_or(error.clone(), |name| format!("{error}; did you mean `{name}`?"))
    })
}
