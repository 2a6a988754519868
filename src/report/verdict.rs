use super::error::Error;
use super::{Problem, Report, ReportContents, UncheckedRule};
use crate::codes::{ErrorId, ValidationErrorType};

impl Report {
    /// Returns whether there is no problem.
    ///
    /// A rule that could not be checked is not a problem, even if the directory failed. A server that must not accept
    /// such a body calls [`into_result`](Self::into_result) or
    /// [`validate`](crate::rules::RequestChecker::validate), which then return an error.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.problem_count() == 0
    }

    /// Returns whether every rule could be checked. A report can be valid and still incomplete.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unchecked_count() == 0
    }

    /// Returns whether a directory failed to answer a question, or a custom check failed. The body is then not proven
    /// valid, and functions that return a value return an error.
    ///
    /// ```
    /// use icws_schema::directory::{Answer, Directory, DirectoryError, Question};
    /// use icws_schema::rules::{ObjectChecker, ObjectContext};
    ///
    /// struct Down;
    ///
    /// impl Directory for Down {
    ///     fn answer(&self, _: &Question<'_>) -> Result<Answer, DirectoryError> {
    ///         Err("no connection".into())
    ///     }
    /// }
    ///
    /// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "extension"}]}"#;
    /// let context = ObjectContext::new().with_directory(&Down);
    /// let report = ObjectChecker::from_json(rules)?.check(r#"{"extension": "8001"}"#, &context);
    /// assert!(report.is_valid() && report.has_failed_questions());
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn has_failed_questions(&self) -> bool {
        self.contents().omitted.has_failed_questions || self.unchecked().iter().any(UncheckedRule::is_failed)
    }

    /// Returns whether the body is accepted: there is no problem, and no question failed.
    pub(crate) fn is_accepted(&self) -> bool {
        self.is_valid() && !self.has_failed_questions()
    }

    /// Returns the report, or an error if it has a problem, or a rule that is unchecked because a directory failed to answer
    /// or a custom check failed. A rule that is unchecked for another reason is not an error.
    ///
    /// # Errors
    ///
    /// Returns the report, as a [`crate::Error`].
    ///
    /// ```
    /// use icws_schema::rules::{ObjectChecker, ObjectContext};
    ///
    /// let checker = ObjectChecker::from_json(r#"{"rules": [{"validator": "stringLength", "property": "name", "min": 1}]}"#)?;
    /// let check = |body| checker.check(body, &ObjectContext::new()).into_result();
    /// assert!(check(r#"{"name": "Jane"}"#)?.is_complete());
    /// assert_eq!(check(r#"{"name": ""}"#).unwrap_err().report().problems()[0].pointer(), "/name");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn into_result(self) -> Result<Self, Error> {
        if self.is_accepted() { Ok(self) } else { Err(Error::new(self)) }
    }

    /// Returns whether a problem makes the body malformed: the response then contains only the error for malformed
    /// bodies.
    #[must_use]
    pub fn is_malformed(&self) -> bool {
        let ReportContents { problems, omitted, .. } = self.contents();
        omitted.malformed.count > 0 || problems.of_representation().iter().any(|problem| problem.validator().is_none())
    }

    /// Returns the error id of the response to a request with these problems; `None` if there are none. Which of
    /// the two ids a server reports is our choice.
    ///
    /// ```
    /// use icws_schema::codes::ErrorId;
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let report = ParseOptions::new().check::<FollowMe>("{}");
    /// assert_eq!(report.error_id(), Some(ErrorId::ConfigurationUpdate));
    /// ```
    #[must_use]
    pub fn error_id(&self) -> Option<ErrorId> {
        match (self.is_valid(), self.is_malformed()) {
            (true, _) => None,
            (false, true) => Some(ErrorId::Malformed),
            (false, false) => Some(ErrorId::ConfigurationUpdate),
        }
    }

    /// Returns whether the vendor documents that such a body is wrong: a problem that leads to the
    /// [error id](Self::error_id) violates a [documented constraint](Problem::is_documented). Otherwise that it is wrong is our
    /// choice, or that of the author of a rule. Which of the error ids a server reports for it is our choice in either case.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::UserClientConfigurationProperties};
    ///
    /// let is_documented = |json: &str| ParseOptions::new().check::<UserClientConfigurationProperties>(json).is_documented();
    /// assert!(is_documented(r#"{"screenCalls": 1}"#));
    /// assert!(!is_documented(r#"{"new": 1}"#), "that unknown properties are rejected is our choice");
    /// ```
    #[must_use]
    pub fn is_documented(&self) -> bool {
        let is_malformed = self.is_malformed();
        let omitted = self.contents().omitted;
        let omitted = if is_malformed { omitted.malformed } else { omitted.invalid };
        let decides = |problem: &&Problem| problem.validator().is_none() == is_malformed;
        omitted.is_documented || self.problems().iter().filter(decides).any(Problem::is_documented)
    }

    /// Returns the code of the validator of each listed problem, or `None` for one that makes the body malformed.
    /// Together with [`pointers`](Self::pointers) this is what the command writes for a line of NDJSON.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let report = ParseOptions::new().check::<FollowMe>(r#"{"phoneNumber": 8042, "timeout": 15}"#);
    /// assert_eq!(report.codes().collect::<Vec<_>>(), [None, Some(15)]);
    /// assert_eq!(report.pointers().collect::<Vec<_>>(), ["/phoneNumber", "/usePin"]);
    /// ```
    pub fn codes(&self) -> impl Iterator<Item = Option<i32>> {
        self.problems().iter().map(|problem| problem.validator().map(ValidationErrorType::code))
    }

    /// Returns the JSON Pointer of each listed problem, in the order of [`codes`](Self::codes).
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let report = ParseOptions::new().check::<FollowMe>("{}");
    /// assert_eq!(report.pointers().collect::<Vec<_>>(), ["/phoneNumber", "/timeout", "/usePin"]);
    /// ```
    pub fn pointers(&self) -> impl Iterator<Item = String> {
        self.problems().iter().map(Problem::pointer)
    }
}
