//! Schema and validation core for `PUT /icws/{sessionId}/configuration/users/{id}/client`.

pub mod codes;
mod json;
pub mod report;
#[cfg(feature = "rules")]
mod rules;
