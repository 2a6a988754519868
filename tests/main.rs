//! What the crate promises, by subject.

#[cfg(feature = "cli")]
mod command;
#[cfg(feature = "rules")]
mod licenses;
mod reading;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "rules")]
mod validators;
