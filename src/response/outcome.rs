//! What a response means for the sender of the request.

use super::content::Content;
use super::{Body, Challenge, Challenges, Foreign, Response};
use crate::body::{ErrorBody, LicenseError, UpdateOperationResult, ValidationError};
use crate::codes::ErrorId;
use serde_json::Value;
use std::collections::BTreeMap;

/// The part of an update that the server saved.
///
/// ```
/// use icws_schema::response::{Response, Saved};
///
/// let body = r#"{"__type": "urn:inin.com:configuration:configurationError", "message": "The license could not be set.",
///     "licenseErrors": [{"licenseErrorType": 2, "license": {"id": "I3_ACCESS_CLIENT"}}]}"#;
/// assert_eq!(Response::from_parts(400, body).saved(), Saved::AllButLicenses);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Saved {
    /// The whole update.
    Everything,
    /// Everything but the rejected licenses.
    AllButLicenses,
    /// Nothing.
    Nothing,
    /// The response does not show what was saved.
    Unknown,
}

/// Whether sending the same request again can succeed.
///
/// ```
/// use icws_schema::response::{Response, Retry};
///
/// assert_eq!(Response::from_parts(401, "").retry(), Retry::AfterLogOn);
/// assert_eq!(Response::from_parts(503, "").retry(), Retry::Later);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// The request succeeded.
    NotNeeded,
    /// After the client has logged on again.
    AfterLogOn,
    /// Later, or at another host.
    Later,
    /// Not without a change of the request, of rights, or of the server.
    Never,
}

impl Response {
    /// Returns the result of the update, as far as it could be parsed; `None` if the status is not 200, or if the body is not a
    /// JSON object.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(200, r#"{"id": "gcadmin"}"#);
    /// assert_eq!(response.result().map(|result| &*result.id), Some("gcadmin"));
    /// ```
    #[must_use]
    pub fn result(&self) -> Option<&UpdateOperationResult> {
        self.content().result()
    }

    /// Returns the error, as far as it could be parsed; `None` if the status is 200, or if the body is not a JSON object.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(404, r#"{"message": "The user does not exist."}"#);
    /// assert!(response.error().is_some());
    /// ```
    #[must_use]
    pub fn error(&self) -> Option<&ErrorBody> {
        self.content().error()
    }

    /// Returns the kind of a body that is neither empty nor a JSON object of the endpoint.
    ///
    /// ```
    /// use icws_schema::response::{Foreign, Response};
    ///
    /// assert_eq!(Response::from_parts(502, "<html></html>").foreign(), Some(Foreign::Html));
    /// assert_eq!(Response::from_parts(502, "").foreign(), None);
    /// ```
    #[must_use]
    pub fn foreign(&self) -> Option<Foreign> {
        self.content().foreign()
    }

    /// Returns the description of the error, for people (`message`); `None` if it is missing or empty.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(403, r#"{"message": "Not authorized."}"#);
    /// assert_eq!(response.message(), Some("Not authorized."));
    /// ```
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.error()?.message().filter(|message| !message.is_empty())
    }

    /// Returns the identifier of the error, if there is one (`errorId`).
    ///
    /// ```
    /// use icws_schema::codes::ErrorId;
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(500, r#"{"errorId": "error.request.timeout", "message": "The request timed out."}"#);
    /// assert_eq!(response.error_id(), Some(&ErrorId::Timeout));
    /// ```
    #[must_use]
    pub fn error_id(&self) -> Option<&ErrorId> {
        self.error()?.error_id()
    }

    /// Returns the error number that older servers send, if there is one (`errorCode`).
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(500, r#"{"errorCode": -2147221503, "message": "Failed."}"#);
    /// assert_eq!(response.error_code(), Some(-2147221503));
    /// ```
    #[must_use]
    pub fn error_code(&self) -> Option<i64> {
        self.error()?.error_code()
    }

    /// Returns the rejected values (`validationErrors`); empty if there are none.
    ///
    /// ```
    /// use icws_schema::codes::ValidationErrorType;
    /// use icws_schema::response::Response;
    ///
    /// let body = r#"{"__type": "urn:inin.com:configuration:configurationError", "message": "", "validationErrors":
    ///     [{"validationErrorType": 5, "propertyName": "externalCallTimeout.actualValue", "propertyValue": null}]}"#;
    /// let response = Response::from_parts(400, body);
    /// let error = &response.validation_errors()[0];
    /// assert_eq!(error.validation_error_type, ValidationErrorType::Range);
    /// assert_eq!(response.report().problems()[0].pointer(), "/validationErrors/0/propertyValue");
    /// ```
    #[must_use]
    pub fn validation_errors(&self) -> &[ValidationError] {
        self.error().map_or(&[], ErrorBody::validation_errors)
    }

    /// Groups the rejected values by property (`propertyName`), each group in the order of the body.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let body = r#"{"__type": "urn:inin.com:configuration:configurationError", "message": "", "validationErrors": [
    ///     {"validationErrorType": 5, "propertyName": "followMe[0].timeout", "propertyValue": "-1"},
    ///     {"validationErrorType": 23, "propertyName": "followMe[0].timeout", "propertyValue": "-1"}]}"#;
    /// let response = Response::from_parts(400, body);
    /// assert_eq!(response.validation_errors_by_property()["followMe[0].timeout"].len(), 2);
    /// ```
    #[must_use]
    pub fn validation_errors_by_property(&self) -> BTreeMap<&str, Vec<&ValidationError>> {
        let mut groups: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for error in self.validation_errors() {
            groups.entry(&error.property_name).or_default().push(error);
        }
        groups
    }

    /// Returns the rejected values of one property of the request: those whose `propertyName` is the property, or begins
    /// with it, as `followMe[0].timeout` does with `followMe`.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let body = r#"{"__type": "urn:inin.com:configuration:configurationError", "message": "", "validationErrors": [
    ///     {"validationErrorType": 5, "propertyName": "followMe[0].timeout", "propertyValue": "-1"},
    ///     {"validationErrorType": 5, "propertyName": "externalCallTimeout.actualValue", "propertyValue": "-1"}]}"#;
    /// let response = Response::from_parts(400, body);
    /// assert_eq!(response.validation_errors_of("followMe").count(), 1);
    /// assert_eq!(response.validation_errors_of("follow").count(), 0);
    /// ```
    pub fn validation_errors_of(&self, property: &str) -> impl Iterator<Item = &ValidationError> {
        let is_of = move |name: &str| {
            let rest = name.strip_prefix(property);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.validation_errors().iter().filter(move |error| is_of(&error.property_name))
    }

    /// Returns the licenses that were not set (`licenseErrors` of an error); empty if there are none.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let body = r#"{"__type": "urn:inin.com:configuration:configurationError", "message": "",
    ///     "licenseErrors": [{"licenseErrorType": 2, "license": {"id": "I3_ACCESS_CLIENT"}}]}"#;
    /// assert_eq!(Response::from_parts(400, body).license_errors()[0].license.id, "I3_ACCESS_CLIENT");
    /// ```
    #[must_use]
    pub fn license_errors(&self) -> &[LicenseError] {
        self.error().map_or(&[], ErrorBody::license_errors)
    }

    /// Returns the warnings about licenses that were set nevertheless (`licenseProblems` of a result); empty if there are none.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let body = r#"{"id": "gcadmin", "licenseProblems": [{"licenseErrorType": 1, "license": {"id": "I3_ACCESS_CLIENT"}}]}"#;
    /// assert_eq!(Response::from_parts(200, body).license_warnings().len(), 1);
    /// ```
    #[must_use]
    pub fn license_warnings(&self) -> &[LicenseError] {
        self.result().and_then(|result| result.license_problems.as_deref()).unwrap_or_default()
    }

    /// Returns the challenges of a 401; `None` for any other status.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(401, "").with_headers([("WWW-Authenticate", "Negotiate, NTLM")]);
    /// assert_eq!(response.challenges().map(|challenges| challenges.len()), Some(2));
    /// ```
    #[must_use]
    pub fn challenges(&self) -> Option<&Challenges> {
        match self.content() {
            Content::Unauthorized { challenges, .. } => Some(challenges),
            _ => None,
        }
    }

    /// Returns the URL at which a client logs on, if the response is a 401: that of the first ICWS challenge with
    /// a `location`.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let challenge = r#"ICWS realm="ICWS" location="/ICWS/connection""#;
    /// let response = Response::from_parts(401, "").with_headers([("WWW-Authenticate", challenge)]);
    /// assert_eq!(response.log_on_location(), Some("/ICWS/connection"));
    /// ```
    #[must_use]
    pub fn log_on_location(&self) -> Option<&str> {
        self.challenges()?.iter().filter(|challenge| challenge.is_icws()).find_map(Challenge::location)
    }

    /// Returns the alternate hosts of a 503 (`alternateHostList`); empty if there is no such array. Items that are not strings
    /// are omitted.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let body = r#"{"message": "unavailable", "alternateHostList": ["ic2.example.com"]}"#;
    /// assert_eq!(Response::from_parts(503, body).alternate_hosts(), ["ic2.example.com"]);
    /// ```
    #[must_use]
    pub fn alternate_hosts(&self) -> Vec<String> {
        self.error().map(ErrorBody::alternate_hosts).unwrap_or_default()
    }

    /// Returns which part of the update was saved.
    ///
    /// | response | saved |
    /// |---|---|
    /// | 200 with the result of an update | everything |
    /// | 400 that rejects only licenses | everything but the licenses |
    /// | any other 400, 401, 403, 404, 410 | nothing |
    /// | 400 whose errors could not be parsed, any other 200, any other status | unknown |
    ///
    /// Licenses are applied separately from the rest, and any validation error stops the entire update: documented for the
    /// vendor's sister API, our choice for this one. The outcome of an update that timed out (500) or got the response of a
    /// proxy is unknown (our choice).
    ///
    /// ```
    /// use icws_schema::response::{Response, Saved};
    ///
    /// assert_eq!(Response::from_parts(403, r#"{"message": "Not authorized."}"#).saved(), Saved::Nothing);
    /// assert_eq!(Response::from_parts(500, r#"{"message": "The request timed out."}"#).saved(), Saved::Unknown);
    /// ```
    #[must_use]
    pub fn saved(&self) -> Saved {
        match self.content() {
            Content::Ok(Body::Typed(_)) if self.is_result_read() => Saved::Everything,
            Content::BadRequest(Body::Typed(error)) => self.saved_of(error),
            Content::Unauthorized { .. } | Content::Forbidden(_) | Content::NotFound(_) | Content::Gone(_) => {
                Saved::Nothing
            }
            Content::Ok(_)
            | Content::BadRequest(_)
            | Content::InternalServerError(_)
            | Content::ServiceUnavailable(_)
            | Content::Other(_) => Saved::Unknown,
        }
    }

    /// Returns whether the body is the result of an update, and not that of a proxy or a log-on page.
    fn is_result_read(&self) -> bool {
        !self.report().iter().any(|problem| matches!(&*problem.pointer(), "" | "/id"))
    }

    /// Returns which part of a rejected update was saved.
    fn saved_of(&self, error: &ErrorBody) -> Saved {
        let is_read =
            |array: &str| !self.report().is_syntax() && self.report().iter().all(|problem| problem.pointer() != array);
        if let ErrorBody::UnknownError(_) = error {
            self.saved_of_unknown(error)
        } else if !error.validation_errors().is_empty() {
            Saved::Nothing
        } else if !is_read("/validationErrors") {
            Saved::Unknown
        } else if !error.license_errors().is_empty() {
            Saved::AllButLicenses
        } else if is_read("/licenseErrors") {
            Saved::Nothing
        } else {
            Saved::Unknown
        }
    }

    /// Returns the same for an error of an unknown type: its arrays mean what they mean in a configuration error.
    fn saved_of_unknown(&self, error: &ErrorBody) -> Saved {
        let has_items = |name: &str| match error.unknown().get(name) {
            None | Some(Value::Null) => Some(false),
            Some(Value::Array(items)) => Some(!items.is_empty()),
            Some(_) => None,
        };
        match (has_items("validationErrors"), has_items("licenseErrors")) {
            (Some(true), _) => Saved::Nothing,
            _ if self.report().is_syntax() => Saved::Unknown,
            (Some(false), Some(true)) => Saved::AllButLicenses,
            (Some(false), Some(false)) => Saved::Nothing,
            (None, _) | (_, None) => Saved::Unknown,
        }
    }

    /// Returns whether sending the same request again can succeed (our choice).
    ///
    /// | status | retry |
    /// |---|---|
    /// | 200 to 299 | not needed; but later for a 200 whose result could not be parsed, since a proxy may have sent it |
    /// | 401 | after the client has logged on again, at [`log_on_location`](Self::log_on_location) |
    /// | 408, 425, 429, 500, 502, 503, 504 | later, or at one of the [`alternate_hosts`](Self::alternate_hosts) |
    /// | any other | never |
    ///
    /// ```
    /// use icws_schema::response::{Response, Retry};
    ///
    /// assert_eq!(Response::from_parts(502, "<html></html>").retry(), Retry::Later);
    /// assert_eq!(Response::from_parts(404, "").retry(), Retry::Never);
    /// ```
    #[must_use]
    pub fn retry(&self) -> Retry {
        match self.status() {
            200 if self.saved() == Saved::Unknown => Retry::Later,
            200..=299 => Retry::NotNeeded,
            401 => Retry::AfterLogOn,
            408 | 425 | 429 | 500 | 502..=504 => Retry::Later,
            _ => Retry::Never,
        }
    }
}
