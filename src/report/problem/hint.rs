//! Probable mistakes.

use super::Problem;
use crate::codes::ValidationErrorType;
use crate::json::character::is_confusing;
use crate::location::{LocationSegment, SharedPath};
use crate::report::hint::{ACTUAL, has_unit_of, is_phone_number, probable_member, says_inherited};
use crate::report::{ExpectedScalar, Hint, ProblemDetail, RuleExpectation, Unexpected, Violation};
use crate::suggest::nearest;

impl Problem {
    /// Returns the known name that was probably intended by an unknown property. Names are similar enough if at most a
    /// third of the characters, and at least one, differ, or if one of them has the words of the other (our choice).
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        let ProblemDetail::UnknownMember { .. } = self.detail else { return None };
        match self.hint()? {
            Hint::SimilarProperty { name } | Hint::InSeconds { name } => Some(name),
            _ => None,
        }
    }

    /// Returns the probable mistake, as data: a misspelt name, a bare value, a user instead of its properties.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::UserClientConfigurationProperties, report::Hint};
    ///
    /// let body = r#"{"externalCallTimeout": {"actualvalue": 30}}"#;
    /// let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
    /// let hints: Vec<_> = report.iter().map(|problem| problem.hint()).collect();
    /// let misspelt = Hint::Misspelt { name: "actualvalue".to_owned() };
    /// assert_eq!(hints, [Some(misspelt), Some(Hint::SimilarProperty { name: "actualValue" })]);
    /// ```
    #[must_use]
    pub fn hint(&self) -> Option<Hint> {
        if let Some(hint) = &self.hint {
            return Some((**hint).clone());
        }
        match &self.detail {
            ProblemDetail::UnknownMember { object } => {
                let name = self.unknown_name()?;
                let is_at_root = self.slot == 0 && self.path.as_ref().is_some_and(|path| path.parent().is_none());
                let of_other_body = if is_at_root { Hint::of_other_body(&name, object) } else { None };
                of_other_body.or_else(|| {
                    if is_at_root && is_phone_number(&name, object) {
                        return Some(Hint::PhoneNumber);
                    }
                    if object.member(ACTUAL).is_some() && says_inherited(&name) {
                        return Some(Hint::Inheritance);
                    }
                    let known = probable_member(&name, object)?;
                    let is_in_unit = has_unit_of(&name, known);
                    Some(if is_in_unit {
                        Hint::InSeconds { name: known }
                    } else {
                        Hint::SimilarProperty { name: known }
                    })
                })
            }
            ProblemDetail::Rule(violation) => {
                let in_seconds = || self.is_time_out_of_range(violation).then_some(Hint::InSecondsAlone);
                failed_item(violation).or_else(|| in_string(violation)).or_else(in_seconds)
            }
            _ => None,
        }
    }

    /// Returns whether a rule rejects the number of a timeout because of its size.
    fn is_time_out_of_range(&self, violation: &Violation) -> bool {
        use ValidationErrorType::{Range, RangeFloat};
        let is_timeout =
            |step| matches!(step, LocationSegment::Member(name) if name.to_ascii_lowercase().ends_with("timeout"));
        matches!((violation.rule.validator(), violation.found()), (Range | RangeFloat, Unexpected::Number))
            && self.location().0.into_iter().any(is_timeout)
    }

    /// Takes off what only helps with a request.
    pub(crate) fn without_request_hint(mut self) -> Self {
        if let Some(
            Hint::QuotedBareValue
            | Hint::Inherit
            | Hint::Inheritance
            | Hint::Placeholder
            | Hint::Seconds
            | Hint::LostDigits,
        ) = self.hint.as_deref()
        {
            self.hint = None;
        }
        self
    }

    /// Returns whether two problems are unknown properties of the same object.
    pub(in crate::report) fn are_unknown_in_one_object(&self, other: &Self) -> bool {
        let is_unknown = |problem: &Self| matches!(problem.detail, ProblemDetail::UnknownMember { .. });
        let parent = |problem: &Self| problem.path.as_ref().and_then(|path| path.parent().cloned());
        is_unknown(self)
            && is_unknown(other)
            && (self.slot, self.index) == (other.slot, other.index)
            && parent(self) == parent(other)
    }

    /// Returns the name, if the problem is an unknown property.
    pub(in crate::report) fn unknown_name(&self) -> Option<String> {
        let ProblemDetail::UnknownMember { .. } = self.detail else { return None };
        match self.path.as_ref()?.last() {
            LocationSegment::Member(name) => Some(name.to_string()),
            LocationSegment::Index(_) => None,
        }
    }

    /// Adds the hint that an earlier unknown property has the same name except for case.
    pub(in crate::report) fn explain_case(&mut self, name: &str) {
        self.hint = Some(Box::new(Hint::OtherCase { name: name.to_owned() }));
    }

    /// Returns whether the problem is an unknown property with this name.
    pub(crate) fn is_unknown(&self, name: &str) -> bool {
        matches!(self.detail, ProblemDetail::UnknownMember { .. })
            && matches!(self.path.as_ref().map(SharedPath::last), Some(LocationSegment::Member(last)) if last == name)
    }

    /// Replaces the hint.
    pub(crate) fn explain_unknown(&mut self, hint: Hint) {
        self.hint = Some(Box::new(hint));
    }
}

/// Returns the hint for the item that makes a delimited string fail; `None` for other violations.
fn failed_item(violation: &Violation) -> Option<Hint> {
    use ValidationErrorType::{CharacterDelimitedKvPairs, CharacterDelimitedValue};
    let (CharacterDelimitedValue | CharacterDelimitedKvPairs, Unexpected::String(_)) =
        (violation.rule.validator(), violation.found())
    else {
        return None;
    };
    let invalid = violation.causes().first().map(|cause| cause.value().unwrap_or_default());
    let (number, fault) = violation.rule.failed_item(&violation.value(), invalid.as_deref())?;
    Some(Hint::Item { number, fault })
}

/// So many characters are listed besides the first one.
const MAX_CHARACTERS: usize = 4;

/// Strings are compared with at most so many allowed ones.
const MAX_VALUES: usize = 100;

/// Letters that look like 0 and 1.
const LIKE_DIGITS: [char; 4] = ['O', 'o', 'l', 'I'];

/// Returns whether a validator looks a string up in the directory.
fn is_lookup(validator: ValidationErrorType) -> bool {
    use ValidationErrorType::{ExistingExtension, ExistingInstanceId, ExistingLanguageValues, Extension};
    matches!(validator, Extension | ExistingExtension | ExistingInstanceId | ExistingLanguageValues)
}

/// Returns the hint for a string that is no allowed value, or does not have the required form.
fn in_string(violation: &Violation) -> Option<Hint> {
    let Unexpected::String(_) = violation.found() else { return None };
    let expected = violation.rule.expected();
    let is_of_text = match *expected {
        RuleExpectation::OneOf { .. } | RuleExpectation::Format(_) | RuleExpectation::Pattern { .. } => true,
        _ => is_lookup(violation.rule.validator()),
    };
    if !is_of_text {
        return None;
    }
    let string = violation.value();
    if let RuleExpectation::OneOf { values, .. } = &*expected
        && values.len() <= MAX_VALUES
    {
        let strings = values.iter().filter_map(|value| match value {
            ExpectedScalar::String(string) => Some(string.as_str()),
            ExpectedScalar::Boolean(_) | ExpectedScalar::Number(_) => None,
        });
        if let Some(value) = nearest(string.trim(), strings) {
            return Some(Hint::SimilarValue { value: value.to_owned() });
        }
    }
    let last = string.chars().count().saturating_sub(1);
    let mut characters = string.chars().enumerate();
    let is_number = string.starts_with(|first: char| first.is_ascii_digit())
        && string.chars().all(|character| character.is_ascii_digit() || LIKE_DIGITS.contains(&character));
    let is_odd = |(index, character)| {
        is_confusing(character)
            || (character == ' ' && (index == 0 || index == last))
            || (is_number && LIKE_DIGITS.contains(&character))
    };
    let (index, character) = characters.find(|&indexed| is_odd(indexed))?;
    let others =
        characters.filter(|&indexed| is_odd(indexed)).map(|(index, _)| index + 1).take(MAX_CHARACTERS).collect();
    Some(Hint::Character { number: index + 1, character, others })
}
