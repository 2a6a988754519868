//! The response of a server to an update, for mock servers.

use super::Response;
use crate::body::{ConfigurationError, Error, ErrorBody, LicenseError, UpdateOperationResult, ValidationError};
use crate::codes::ErrorId;
use crate::report::{Problem, Report};

impl Response {
    /// Creates the response to an update: 200 with the result, or 400 with the problems of the report and the rejected
    /// licenses.
    ///
    /// The response to a malformed body has only the error `malformed`. If there are only license errors, the rest was saved
    /// (documented for the vendor's sister API, our choice for this one). If a directory failed to answer a question, and
    /// there is no other problem, the response is a 500 (our choice).
    ///
    /// ```
    /// use icws_schema::ParseOptions;
    /// use icws_schema::body::{UpdateOperationResult, UserClientConfigurationProperties};
    /// use icws_schema::response::Response;
    ///
    /// let body = r#"{"followMe": [{"phoneNumber": "8042", "timeout": 15}]}"#;
    /// let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
    /// let response = Response::for_update(&report, UpdateOperationResult::new("gcadmin"), []);
    /// assert_eq!(response.status(), 400);
    /// assert_eq!(response.validation_errors()[0].property_name, "followMe[0].usePin");
    /// ```
    #[must_use]
    pub fn for_update(
        report: &Report,
        result: UpdateOperationResult,
        license_errors: impl Into<Vec<LicenseError>>,
    ) -> Self {
        if report.is_valid() && report.has_failed_questions() {
            return Self::from_error(500, Error::from(ErrorId::InternalServerError));
        }
        let license_errors = Some(license_errors.into()).filter(|errors| !errors.is_empty());
        let error = match report.to_response_body() {
            Some(ErrorBody::ConfigurationError(mut error)) => {
                error.license_errors = license_errors;
                error.into()
            }
            Some(error) => error,
            None if license_errors.is_none() => return result.into(),
            None => {
                let mut error = ConfigurationError::from(ErrorId::ConfigurationUpdate);
                error.license_errors = license_errors;
                error.into()
            }
        };
        Self::from_error(400, error)
    }
}

impl Report {
    /// Returns the body of the 400 response for this report; `None` if there is no problem. A directory that failed to answer
    /// is not a problem of the body: [`Response::for_update`] responds with a 500 then.
    ///
    /// A malformed body results in only the error `malformed`, any other in one validation error for each problem. Which
    /// error and which validator a server reports is our choice. The message is the vendor's message for the error id.
    ///
    /// ```
    /// use icws_schema::ParseOptions;
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::codes::ErrorId;
    ///
    /// let report = ParseOptions::new().check::<UserClientConfigurationProperties>(r#"{"screenCalls": true}"#);
    /// assert_eq!(report.to_response_body().unwrap().error_id(), Some(&ErrorId::Malformed));
    /// ```
    #[must_use]
    pub fn to_response_body(&self) -> Option<ErrorBody> {
        if self.is_valid() {
            return None;
        }
        if self.is_malformed() {
            return Some(Error::from(ErrorId::Malformed).into());
        }
        let errors = self.problems().iter().filter_map(validation_error).collect::<Vec<_>>();
        Some(ConfigurationError::from(ErrorId::ConfigurationUpdate).with_validation_errors(errors).into())
    }
}

/// Returns the validation error for a problem; `None` if the problem makes the body malformed.
fn validation_error(problem: &Problem) -> Option<ValidationError> {
    Some(ValidationError::new(problem.validator()?, problem.location().to_string(), problem.value()?))
}
