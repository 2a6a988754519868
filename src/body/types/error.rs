use crate::body::representation::representation;
use crate::codes::ErrorId;

representation! {
    /// A plain error: the body of a 401, 403, 404, 410 or 500, and of a 400 for a malformed request.
    pub struct Error = ("Error", "urn:inin.com:common:error") {
        /// What went wrong, as an identifier.
        "errorId" => error_id: Option<ErrorId>;
        /// What went wrong, in words for a person.
        "message" => message: String;
    }
}

impl Error {
    /// An error of this id, with the documentation's message.
    #[must_use]
    pub fn of(error_id: ErrorId) -> Self {
        let message = error_id.message().unwrap_or_default().to_owned();
        Self { error_id: Some(error_id), message, ..Self::default() }
    }
}
