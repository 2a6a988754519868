//! The responses that a status fully determines, with the vendor's messages, for mock servers.

use super::{Challenge, Response};
use crate::body::Error;

impl Response {
    /// Creates a 401 response: the session token is missing, invalid, or has expired. Its challenge has this location
    /// (documented).
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::unauthorized("/ICWS/connection");
    /// assert_eq!(response.status(), 401);
    /// assert_eq!(response.message(), Some("The specified session token is missing, invalid, or has expired."));
    /// assert_eq!(response.log_on_location(), Some("/ICWS/connection"));
    /// ```
    #[must_use]
    pub fn unauthorized(location: &str) -> Self {
        let error = Error::new("The specified session token is missing, invalid, or has expired.");
        Self::from_error(401, error).with_challenges([Challenge::new(location)])
    }

    /// Creates a 403 response: the session is not authorized to update this user.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// assert_eq!(Response::forbidden().message(), Some("Not authorized to update this resource."));
    /// ```
    #[must_use]
    pub fn forbidden() -> Self {
        Self::from_error(403, Error::new("Not authorized to update this resource."))
    }

    /// Creates a 404 response: the user does not exist.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// assert_eq!(Response::not_found().message(), Some("The user does not exist."));
    /// ```
    #[must_use]
    pub fn not_found() -> Self {
        Self::from_error(404, Error::new("The user does not exist."))
    }

    /// Creates a 410 response: the resource has been removed from the API.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// assert_eq!(Response::gone().message(), Some("This resource has been deprecated and removed from the API."));
    /// ```
    #[must_use]
    pub fn gone() -> Self {
        Self::from_error(410, Error::new("This resource has been deprecated and removed from the API."))
    }
}
