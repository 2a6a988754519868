use super::findings::{CaseFindings, CaseProblem, CaseRejection, CaseUnchecked};
use super::found::{ALL_DATA, DataMask, EntryData, FoundEntries};
use crate::codes::ValidationErrorType;
use crate::report::{Escaped, location_name};
use serde::Serialize;
use std::fmt;

/// The result of comparing findings with the expectation of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum CaseOutcome {
    /// The findings are as expected.
    Ok,
    /// A finding that the case does not expect.
    Noisy,
    /// A finding that the case expects, at another pointer or with other data.
    Wrong,
    /// The case expects a finding that was not reported.
    Missing,
}

impl CaseOutcome {
    /// All outcomes.
    pub const ALL: &'static [Self] = &[Self::Ok, Self::Noisy, Self::Wrong, Self::Missing];

    /// Returns the name of the outcome.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Noisy => "noisy",
            Self::Wrong => "wrong",
            Self::Missing => "missing",
        }
    }
}

impl fmt::Display for CaseOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The result of a case: every difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CaseResult {
    /// The differences; none if everything is as expected.
    pub differences: Vec<Difference>,
}

/// One difference between the expectation of a case and the findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The kind of difference.
    pub outcome: CaseOutcome,
    /// The expected entry; `None` if the kind is noisy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<CaseEntry>,
    /// The reported entry; `None` if the kind is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<CaseEntry>,
}

/// An expected or reported entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum CaseEntry {
    /// A problem of the body.
    Problem(CaseProblem),
    /// An unchecked rule.
    Unchecked(CaseUnchecked),
    /// Rejected rules.
    RejectedRules(CaseRejection),
    /// A rejected directory.
    RejectedDirectory(CaseRejection),
}

impl CaseResult {
    /// Compares findings with the expectation. The order is ignored.
    #[must_use]
    pub fn of(expected: &CaseFindings, found: &CaseFindings) -> Self {
        use CaseFindings::{Checked, RejectedDirectory, RejectedRules};
        let differences = match (expected, found) {
            (Checked { problems, unchecked }, Checked { problems: found, unchecked: found_unchecked }) => {
                let mut differences = match_entries(problems, found, CaseEntry::Problem);
                differences.extend(match_entries(unchecked, found_unchecked, CaseEntry::Unchecked));
                differences
            }
            (RejectedRules(one), RejectedRules(other)) => {
                match_entries(std::slice::from_ref(one), std::slice::from_ref(other), CaseEntry::RejectedRules)
            }
            (RejectedDirectory(one), RejectedDirectory(other)) => {
                match_entries(std::slice::from_ref(one), std::slice::from_ref(other), CaseEntry::RejectedDirectory)
            }
            _ => {
                let missing = entries(expected).into_iter().map(Difference::missing);
                missing.chain(entries(found).into_iter().map(Difference::noisy)).collect()
            }
        };
        Self { differences }
    }

    /// Returns the outcome of the case: of several differences, missing takes precedence over wrong, and wrong over
    /// noisy.
    #[must_use]
    pub fn outcome(&self) -> CaseOutcome {
        self.differences.iter().map(|difference| difference.outcome).max().unwrap_or(CaseOutcome::Ok)
    }
}

impl Difference {
    fn missing(expected: CaseEntry) -> Self {
        Self { outcome: CaseOutcome::Missing, expected: Some(expected), found: None }
    }

    fn noisy(found: CaseEntry) -> Self {
        Self { outcome: CaseOutcome::Noisy, expected: None, found: Some(found) }
    }

    fn wrong(expected: CaseEntry, found: CaseEntry) -> Self {
        Self { outcome: CaseOutcome::Wrong, expected: Some(expected), found: Some(found) }
    }
}

/// Returns the entries of findings.
fn entries(findings: &CaseFindings) -> Vec<CaseEntry> {
    match findings {
        CaseFindings::Checked { problems, unchecked } => {
            let unchecked = unchecked.iter().cloned().map(CaseEntry::Unchecked);
            problems.iter().cloned().map(CaseEntry::Problem).chain(unchecked).collect()
        }
        CaseFindings::RejectedRules(rejection) => vec![CaseEntry::RejectedRules(rejection.clone())],
        CaseFindings::RejectedDirectory(rejection) => vec![CaseEntry::RejectedDirectory(rejection.clone())],
    }
}

/// An entry that can be compared.
trait Compared: Clone {
    /// Masks of the data of which the most similar entry has as much as possible, most similar first.
    const ALIKE: &'static [DataMask];
    fn validator(&self) -> Option<ValidationErrorType>;
    fn data(&self) -> EntryData<'_>;

    /// Returns whether the causes are equal, if both entries have them.
    fn has_same_causes(&self, _: &Self) -> bool {
        true
    }
}

/// Matches expected entries with reported ones: first equal entries, then the most similar ones.
fn match_entries<T: Compared>(expected: &[T], found: &[T], entry: fn(T) -> CaseEntry) -> Vec<Difference> {
    let mut left = FoundEntries::new(found.iter().map(|one| (one.validator(), one.data())).collect());
    let mut differences = Vec::new();
    let mut unmatched = Vec::new();
    for one in expected {
        let has_same_causes = |index: usize| one.has_same_causes(&found[index]);
        if left.take((one.validator(), one.data()), ALL_DATA, has_same_causes).is_none() {
            unmatched.push(one);
        }
    }
    for one in unmatched {
        let alike = T::ALIKE.iter().find_map(|mask| left.take((one.validator(), one.data()), *mask, |_| true));
        differences.push(match alike {
            Some(index) => Difference::wrong(entry(one.clone()), entry(found[index].clone())),
            None => Difference::missing(entry(one.clone())),
        });
    }
    differences.extend(left.left().map(|index| Difference::noisy(entry(found[index].clone()))));
    differences
}

/// Returns whether two values are equal, or one is not given.
fn same<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

impl Compared for CaseProblem {
    /// The place and the rule, the place, the rule.
    const ALIKE: &'static [DataMask] = &[0b0111, 0b0011, 0b0100, 0];

    fn validator(&self) -> Option<ValidationErrorType> {
        self.validator
    }

    fn data(&self) -> EntryData<'_> {
        [&self.pointer, &self.property, &self.rule, &self.value].map(Option::as_deref)
    }

    fn has_same_causes(&self, other: &Self) -> bool {
        let is_same = |(one, other): (&Self, &Self)| {
            let are_same = one.data().iter().zip(&other.data()).all(|(one, other)| same(one.as_ref(), other.as_ref()));
            one.validator == other.validator && are_same && one.has_same_causes(other)
        };
        match (&self.causes, &other.causes) {
            (Some(ones), Some(others)) => ones.len() == others.len() && ones.iter().zip(others).all(is_same),
            _ => true,
        }
    }
}

impl Compared for CaseUnchecked {
    const ALIKE: &'static [DataMask] = &[0b0010, 0];

    fn validator(&self) -> Option<ValidationErrorType> {
        self.validator
    }

    fn data(&self) -> EntryData<'_> {
        [None, self.property.as_deref(), self.rule.as_deref(), None]
    }
}

impl Compared for CaseRejection {
    const ALIKE: &'static [DataMask] = &[0];

    fn validator(&self) -> Option<ValidationErrorType> {
        None
    }

    fn data(&self) -> EntryData<'_> {
        [self.pointer.as_deref(), self.parameter.as_deref(), self.suggestion.as_deref(), None]
    }
}

impl CaseEntry {
    /// Returns the data of the entry by name, in display order.
    fn data(&self) -> Vec<(&'static str, String)> {
        let given = |name, value: &Option<String>| value.clone().map(|value| (name, value));
        match self {
            Self::Problem(problem) => {
                let value = problem.value.clone().filter(|_| problem.validator.is_some());
                let causes = problem.causes.iter().flatten().map(|cause| Self::Problem(cause.clone()).to_string());
                let causes = problem.causes.as_ref().map(|_| causes.collect::<Vec<_>>().join("; "));
                let data = [("pointer", &problem.pointer), ("property", &problem.property)].into_iter();
                let data = data.chain([("value", &value), ("rule", &problem.rule), ("causes", &causes)]);
                data.filter_map(|(name, value)| given(name, value)).collect()
            }
            Self::Unchecked(unchecked) => {
                let data =
                    [("property", &unchecked.property), ("rule", &unchecked.rule), ("reason", &unchecked.reason)];
                data.into_iter().filter_map(|(name, value)| given(name, value)).collect()
            }
            Self::RejectedRules(rejection) | Self::RejectedDirectory(rejection) => {
                let CaseRejection { pointer, parameter, suggestion, message } = rejection;
                let data = [("pointer", pointer), ("parameter", parameter), ("suggestion", suggestion)].into_iter();
                data.chain([("message", message)]).filter_map(|(name, value)| given(name, value)).collect()
            }
        }
    }

    fn title(&self) -> String {
        let name = |validator: Option<ValidationErrorType>| match validator {
            Some(validator) => format!("{} {validator}", validator.code()),
            None => "malformed".to_owned(),
        };
        match self {
            Self::Problem(problem) => name(problem.validator),
            Self::Unchecked(unchecked) => format!("unchecked {}", name(unchecked.validator)),
            Self::RejectedRules(_) => "rules that are rejected".to_owned(),
            Self::RejectedDirectory(_) => "a directory that is rejected".to_owned(),
        }
    }
}

/// Writes the entry and its location.
impl fmt::Display for CaseEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title())?;
        let data = self.data();
        let has_property = data.iter().any(|(name, _)| *name == "property");
        let is_shown = |(name, value): &&(&str, String)| match *name {
            "pointer" => !has_property,
            "rule" | "causes" | "parameter" | "suggestion" => !value.is_empty(),
            _ => true,
        };
        for (name, value) in data.iter().filter(is_shown) {
            match *name {
                "property" => write!(f, " at {}", Escaped(location_name(value)))?,
                "pointer" => write!(f, " at \"{}\"", Escaped(value))?,
                "value" => write!(f, ", value \"{}\"", Escaped(value))?,
                name => write!(f, ", {name} {}", Escaped(value))?,
            }
        }
        Ok(())
    }
}

/// Writes the kind of the difference, and the data that differ.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.outcome)?;
        match (&self.expected, &self.found) {
            (Some(expected), None) => write!(f, "expected {expected}"),
            (None, Some(found)) => write!(f, "found {found}"),
            (None, None) => Ok(()),
            (Some(expected), Some(found)) => {
                f.write_str(&expected.title())?;
                let reported = found.data();
                let differing = expected.data().into_iter().filter_map(|(name, expected)| {
                    let (_, found) = reported.iter().find(|(other, _)| *other == name)?;
                    (expected != *found).then_some((name, expected, found))
                });
                for (index, (name, expected, found)) in differing.enumerate() {
                    f.write_str(if index == 0 { ": " } else { "; " })?;
                    write!(f, "expected {name} \"{}\", found \"{}\"", Escaped(expected), Escaped(found))?;
                }
                Ok(())
            }
        }
    }
}
