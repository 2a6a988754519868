use super::{Location, Problem, Report};
use crate::codes::ValidationErrorType;
use std::collections::BTreeMap;

impl Report {
    /// Groups the problems by validator; `None` holds those that make the body malformed.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe, codes::ValidationErrorType};
    ///
    /// let report = ParseOptions::new().check::<FollowMe>(br#"{"phoneNumber": 8042}"#);
    /// let groups = report.group_by_validator();
    /// assert_eq!(groups[&None].len(), 1);
    /// assert_eq!(groups[&Some(ValidationErrorType::RequiredAttribute)].len(), 2);
    /// ```
    #[must_use]
    pub fn group_by_validator(&self) -> BTreeMap<Option<ValidationErrorType>, Vec<&Problem>> {
        let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
        self.problems().iter().for_each(|problem| groups.entry(problem.validator()).or_default().push(problem));
        groups
    }

    /// Groups the problems by the location of the property.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let report = ParseOptions::new().check::<FollowMe>(br#"{"phoneNumber": 8042}"#);
    /// let properties: Vec<_> = report.group_by_property().keys().map(ToString::to_string).collect();
    /// assert_eq!(properties, ["phoneNumber", "timeout", "usePin"]);
    /// ```
    #[must_use]
    pub fn group_by_property(&self) -> BTreeMap<Location, Vec<&Problem>> {
        let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
        self.problems().iter().for_each(|problem| groups.entry(problem.location()).or_default().push(problem));
        groups
    }
}
