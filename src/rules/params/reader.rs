use super::{Param, ParameterInfo};
use crate::file::object::ObjectReader;
use crate::file::{LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::tree::{Json, Tree};
use crate::rules::outline::{Outline, ReferenceName, RuleReference};
use crate::rules::value_kinds::ValueKinds;
use std::mem;

/// The maximum size of all compiled patterns of a set together, in bytes.
const MAX_PATTERN_BYTES: usize = 64 << 20;

/// The reader of a rule file: its position, and all problems so far.
#[derive(Default)]
pub(crate) struct Reader {
    pub(crate) problems: Vec<LoadProblem>,
    /// The number of rules around the current one.
    pub(crate) depth: usize,
    /// The JSON Pointer of the current rule.
    pointer: String,
    /// The current parameter, with the path of the member in it: `when.is`.
    parameter: String,
    /// What is known so far of the current rule.
    pub(crate) rule: RuleState,
    pattern_bytes: usize,
}

/// What is known so far of a rule.
#[derive(Default)]
pub(crate) struct RuleState {
    /// The values that its validator accepts, if that is known.
    pub(crate) accepts: Option<ValueKinds>,
    pub(crate) references: Vec<RuleReference>,
    pub(crate) rules: Vec<Outline>,
}

impl Reader {
    /// Reports a problem at the current position.
    pub(crate) fn report(&mut self, problem: LoadProblem) {
        let problem = problem.with_pointer(&*self.pointer);
        let mut parameter = self.parameter.clone();
        if let Some(member) = problem.parameter() {
            parameter.push_str(if parameter.is_empty() { "" } else { "." });
            parameter.push_str(member);
        }
        self.problems.push(problem.with_parameter(named(&parameter)));
    }

    /// Returns the JSON Pointer of the current rule.
    pub(crate) fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Reports an unexpected value.
    pub(crate) fn value<T>(&mut self, value: &Tree<'_>, expected: LoadExpected) -> Option<T> {
        self.report(LoadProblem::value(value, expected));
        None
    }

    /// Returns a value, or reports the problem.
    pub(crate) fn take<T>(&mut self, value: Result<T, LoadProblem>) -> Option<T> {
        value.map_err(|problem| self.report(problem)).ok()
    }

    /// Records a reference to something outside of the rule.
    pub(crate) fn refer(&mut self, at: usize, name: ReferenceName) {
        let parameter = named(&self.parameter).to_owned();
        self.rule.references.push(RuleReference { parameter, at, name });
    }

    /// Reads a rule, given its index in an array of rules.
    pub(crate) fn rule<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> (T, RuleState) {
        let length = self.pointer.len();
        self.pointer.push_str(&format!("/rules/{index}"));
        let parameter = mem::take(&mut self.parameter);
        let outer = mem::take(&mut self.rule);
        let read = read(self);
        self.pointer.truncate(length);
        self.parameter = parameter;
        (read, mem::replace(&mut self.rule, outer))
    }

    /// Reads a member of an object.
    pub(crate) fn member<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.parameter.len();
        self.parameter.push_str(if length > 0 { "." } else { "" });
        self.parameter.push_str(name);
        let read = read(self);
        self.parameter.truncate(length);
        read
    }

    /// Reads an item of an array.
    pub(crate) fn item<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.parameter.len();
        self.parameter.push_str(&format!("[{index}]"));
        let read = read(self);
        self.parameter.truncate(length);
        read
    }

    /// Returns whether all members of an object are known and occur once; reports the others.
    pub(crate) fn members(&mut self, object: ObjectReader<'_, '_, '_>, expected: LoadExpected) -> bool {
        let before = self.problems.len();
        object.member_problems(expected).for_each(|problem| self.report(problem));
        self.problems.len() == before
    }

    /// Adds the size of a compiled pattern; returns false if the patterns of the set exceed the limit.
    pub(crate) fn add_pattern(&mut self, bytes: usize) -> bool {
        self.pattern_bytes = self.pattern_bytes.saturating_add(bytes);
        self.pattern_bytes <= MAX_PATTERN_BYTES
    }
}

/// Returns the parameter up to the innermost member, without the indexes of items.
fn named(parameter: &str) -> &str {
    let mut parameter = parameter;
    while let Some(open) = parameter.strip_suffix(']').and_then(|rest| rest.rfind('[')) {
        parameter = &parameter[..open];
    }
    parameter
}

/// The parameters of a rule.
pub(crate) struct ParameterFields<'r, 't, 'a> {
    pub(crate) reader: &'r mut Reader,
    pub(crate) rule: ObjectReader<'t, 'a, 't>,
    /// The parameters of the validator, as far as it is known.
    pub(crate) parameters: &'static [ParameterInfo],
    /// The parameters that are missing or could not be read.
    pub(crate) lost: Vec<&'static str>,
}

impl<'t, 'a> ParameterFields<'_, 't, 'a> {
    /// Returns the value of a member.
    pub(crate) fn get(&self, name: &str) -> Option<&'t Tree<'a>> {
        self.rule.get(name)
    }

    /// Reads a parameter that must be given.
    pub(crate) fn required<T: Param>(&mut self, name: &'static str) -> Option<T> {
        if self.get(name).is_none() {
            self.lost.push(name);
            self.missing(name);
        }
        self.optional(name)
    }

    /// Reads a parameter that may be given.
    pub(crate) fn optional<T: Param>(&mut self, name: &'static str) -> Option<T> {
        let value = self.get(name)?;
        let before = self.reader.problems.len();
        let read = self.reader.member(name, |reader| T::load(value, reader));
        // An object or array in place of a string has a name of its own, which has been reported.
        let is_other = matches!(value.json, Json::Object(_) | Json::Array(_)) && !self.rule.has_any(&[name]);
        if is_other && self.reader.problems[before..].iter().all(|problem| *problem.expected() == LoadExpected::String)
        {
            self.reader.problems.truncate(before);
        }
        if matches!(value.json, Json::Null) {
            self.help_with_null(name, before);
        }
        if read.is_none() {
            self.lost.push(name);
        }
        read
    }

    /// Says of a parameter that is null that it may be left out, or what it is.
    fn help_with_null(&mut self, name: &str, before: usize) {
        let parameter = self.parameters.iter().find(|parameter| parameter.name == name);
        let help = match parameter {
            Some(parameter) if parameter.is_required() => parameter.help(),
            None if name != "note" => return,
            _ => format!("leave `{name}` out: it need not be given"),
        };
        let problem = self.reader.problems[before..].iter_mut().find(|problem| *problem.found() == LoadFound::Null);
        if let Some(problem) = problem {
            *problem = problem.clone().with_help(help);
        }
    }

    /// Reports a missing member, with what it is.
    pub(crate) fn missing(&mut self, name: &str) {
        let about = self.parameters.iter().find(|parameter| parameter.name == name);
        self.reader.report(self.rule.missing(name).with_help_if(about.map(ParameterInfo::help)));
    }

    /// Reports the problems between parameters, at the first of them. What could not be read is a problem of its own.
    pub(crate) fn conflict(&mut self, problem: ParameterProblem) {
        let ParameterProblem { parameters, kind, expected, found } = problem;
        let [parameter, ..] = *parameters else { return };
        // What is misspelt is not certainly another one of several.
        let is_misspelt = |name: &&str| !self.rule.has_any(&[*name]);
        if parameters.iter().any(|name| self.lost.contains(name))
            || (found == LoadFound::Several && parameters.iter().any(is_misspelt))
        {
            return;
        }
        let problem = |at| LoadProblem::new(at, kind, expected, found);
        self.reader.report(match self.get(parameter) {
            Some(value) => problem(value.at).with_parameter(parameter),
            None => problem(self.rule.at()).with_key(parameter),
        });
    }
}

/// A problem with the combination of parameters of a rule.
pub(crate) struct ParameterProblem {
    /// The parameters that it is about; it is reported at the first.
    pub(crate) parameters: &'static [&'static str],
    pub(crate) kind: LoadProblemKind,
    pub(crate) expected: LoadExpected,
    pub(crate) found: LoadFound,
}

impl ParameterProblem {
    pub(crate) fn conflict(parameters: &'static [&'static str], expected: LoadExpected, found: LoadFound) -> Self {
        Self { parameters, kind: LoadProblemKind::Conflict, expected, found }
    }

    pub(crate) fn value(parameters: &'static [&'static str; 1], expected: LoadExpected, found: LoadFound) -> Self {
        Self { parameters, kind: LoadProblemKind::InvalidValue, expected, found }
    }
}
