//! What the packages for other languages share: a checker for any kind of body, made from settings and files as the
//! command makes it from options.

mod checker;
mod current;
mod error;
mod rules;
mod settings;
#[path = "../../../src/bin/icws-schema/similar_names.rs"]
mod unknown_names;

pub use checker::{Checker, Session};
pub use error::{Error, in_snake_case};
pub use rules::{File, Rules};
pub use settings::{Files, Kind, Settings};

/// Returns a warning for each unknown property of views whose name is similar to a known one.
#[must_use]
pub fn similar_names(document: &icws_schema::body::ViewDocument) -> Vec<String> {
    unknown_names::similar_names(document)
}
