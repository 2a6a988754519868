//! Schema and validation core for `PUT /icws/{sessionId}/configuration/users/{id}/client`.

mod answer;
mod codes;
mod json;
mod read;
pub mod report;
mod wire;

pub use answer::{Answer, AnswerError, Challenge, ChallengeError};
pub use codes::*;
pub use read::{Reader, Representation, read, read_value};
pub use report::Report;
pub use wire::*;
