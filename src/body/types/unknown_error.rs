use crate::body::representation::representation;
use crate::codes::ErrorId;

representation! {
    /// An error under a type URN that nobody lists. No member but its type is required (our choice), and nothing that came is lost.
    pub struct UnknownError = ("UnknownError", "") {
        /// What went wrong, as an identifier.
        "errorId" => error_id: Option<ErrorId>;
        /// What went wrong, in words for a person.
        "message" => message: Option<String>;
        /// The error's own type URN.
        "__type" => type_urn: String;
    }
}
