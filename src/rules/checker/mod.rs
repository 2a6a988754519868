//! Checkers: a rule set, compiled for what it checks.

mod compile;
mod object;
mod request;

pub use object::ObjectChecker;
pub use request::RequestChecker;
