use super::problem::LoadProblem;
use crate::json::position::Positions;
use std::fmt;

/// All problems of a rule file, directory file or rule set that cannot be used.
///
/// [`Display`](fmt::Display) writes one line for each problem, [`Debug`](fmt::Debug) the same lines, truncated to 200
/// bytes; [`source`](std::error::Error::source) is the first problem.
///
/// ```
/// use icws_schema::file::LoadProblemKind;
/// use icws_schema::rules::RuleSet;
///
/// let error = RuleSet::from_json(r#"{"rules": [{"validator": "rnage", "property": "timeout"}, 5]}"#).unwrap_err();
/// let kinds: Vec<_> = error.problems().iter().map(|problem| problem.kind()).collect();
/// assert_eq!(kinds, [LoadProblemKind::UnknownName, LoadProblemKind::InvalidValue]);
/// assert_eq!(
///     error.problems()[0].to_string(),
///     "1:26: /rules/0: validator: `rnage` is not a validator; did you mean `range`?"
/// );
/// ```
///
/// It serializes in the form that `schemas/loadError.json` describes, with the names that reports use:
///
/// ```
/// use icws_schema::rules::RuleSet;
///
/// let error = RuleSet::from_json(r#"{"rules": 5}"#).unwrap_err();
/// assert_eq!(
///     serde_json::to_value(&error).unwrap(),
///     serde_json::json!({"version": 1, "problems": [{
///         "pointer": "", "parameter": "rules", "line": 1, "column": 11, "offset": 10, "length": 1, "kind": "invalidValue",
///         "message": "expected an array of rules, found 5; a rule is an object: `{\"validator\": \"range\", \"property\": \"followMe[].timeout\", \"max\": 60}`", "expected": "an array of rules", "found": "5", "suggestion": null,
///     }]})
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct LoadError {
    problems: Vec<LoadProblem>,
    warnings: Vec<LoadProblem>,
}

impl LoadError {
    /// Sorts problems and determines their lines and columns in the text, if there is one.
    pub(crate) fn new(mut problems: Vec<LoadProblem>, text: Option<&str>) -> Self {
        debug_assert!(!problems.is_empty(), "an error has a reason");
        place(&mut problems, text);
        Self { problems, warnings: Vec::new() }
    }

    /// Changes the problems, but not where they are.
    pub(super) fn map(self, change: impl Fn(Vec<LoadProblem>) -> Vec<LoadProblem>) -> Self {
        Self { problems: change(self.problems), ..self }
    }

    /// Adds warnings, which [`place`] has sorted.
    pub(crate) fn with_warnings(self, warnings: Vec<LoadProblem>) -> Self {
        Self { warnings, ..self }
    }

    /// Returns all problems, in the order of the file; never empty.
    #[must_use]
    pub fn problems(&self) -> &[LoadProblem] {
        &self.problems
    }

    /// Returns all problems, in the order of the file; never empty.
    #[must_use]
    pub fn into_problems(self) -> Vec<LoadProblem> {
        self.problems
    }
}

impl LoadError {
    /// Returns warnings about what is probably mistaken in the same file, but would not make it invalid, such as
    /// [`RequestChecker::warnings`](crate::rules::RequestChecker::warnings) of a valid file.
    ///
    /// ```
    /// use icws_schema::rules::RequestChecker;
    ///
    /// let error = RequestChecker::from_json(
    ///     r#"{"rules": [
    ///         {"validator": "rnage", "property": "externalCallTimeout.actualValue", "max": 60},
    ///         {"validator": "validValues", "property": "callForwardAll.actualValue", "values": ["true"]}]}"#,
    /// )
    /// .unwrap_err();
    /// assert_eq!((error.problems().len(), error.warnings().len()), (1, 1));
    /// assert_eq!(error.warnings()[0].pointer(), "/rules/1");
    /// ```
    #[must_use]
    pub fn warnings(&self) -> &[LoadProblem] {
        &self.warnings
    }

    /// Returns the problems and the warnings.
    pub(crate) fn into_parts(self) -> (Vec<LoadProblem>, Vec<LoadProblem>) {
        (self.problems, self.warnings)
    }

    /// Returns an iterator over the problems.
    pub fn iter(&self) -> std::slice::Iter<'_, LoadProblem> {
        self.problems.iter()
    }
}

/// Sorts problems or warnings and determines their lines and columns in the text, if there is one.
pub(crate) fn place(problems: &mut [LoadProblem], text: Option<&str>) {
    problems.sort_by_key(LoadProblem::at);
    if let Some(text) = text {
        let last = problems.last().map_or(0, LoadProblem::at);
        let mut positions = Positions::up_to(last, text.as_bytes());
        problems.iter_mut().for_each(|problem| problem.set_position(positions.of(problem.at()), text));
    }
}

impl IntoIterator for LoadError {
    type Item = LoadProblem;
    type IntoIter = std::vec::IntoIter<LoadProblem>;

    fn into_iter(self) -> Self::IntoIter {
        self.problems.into_iter()
    }
}

impl<'e> IntoIterator for &'e LoadError {
    type Item = &'e LoadProblem;
    type IntoIter = std::slice::Iter<'e, LoadProblem>;

    fn into_iter(self) -> Self::IntoIter {
        self.problems.iter()
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problems.iter().enumerate().try_for_each(|(index, problem)| {
            f.write_str(if index > 0 { "\n" } else { "" })?;
            fmt::Display::fmt(problem, f)
        })
    }
}

impl fmt::Debug for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problems.iter().enumerate().try_for_each(|(index, problem)| {
            f.write_str(if index > 0 { "\n" } else { "" })?;
            fmt::Debug::fmt(problem, f)
        })
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.problems.first().map(|problem| problem as _)
    }
}

#[cfg(test)]
mod tests {
    use super::LoadError;
    use crate::file::{LoadExpected, LoadFound, LoadProblem, LoadProblemKind};

    fn problem(at: usize) -> LoadProblem {
        LoadProblem::new(at, LoadProblemKind::InvalidValue, LoadExpected::Integer, LoadFound::Null)
    }

    #[test]
    fn problems_are_in_the_order_of_the_file_with_line_and_column() {
        let error = LoadError::new(
            vec![problem(3).with_parameter("min").with_pointer("/rules/0"), problem(0)],
            Some("{\n {}}"),
        );
        assert_eq!(
            error.to_string(),
            "1:1: expected an integer, found null\n2:2: /rules/0: min: expected an integer, found null"
        );
    }

    #[test]
    fn debug_has_a_line_of_at_most_200_bytes_for_each_problem() {
        let name = "é\u{7}\n".repeat(1000);
        let long = LoadProblem::unknown(0, LoadProblemKind::UnknownName, &name, LoadExpected::Validator, [])
            .with_pointer("/rules/0".repeat(100));
        let error = LoadError::new(vec![long, problem(1)], None);
        let debug = format!("{error:?}");
        assert_eq!(debug.lines().count(), 2);
        assert!(debug.lines().all(|line| line.len() <= 200 && !line.contains('\u{7}')), "{debug}");
    }
}
