//! What the packages for other languages share: a checker for any kind of body, made from settings and files as the
//! command makes it from options.

mod checker;
mod current;
mod error;
mod rules;
mod settings;

pub use checker::{Checker, Session};
pub use error::{Error, in_snake_case};
pub use rules::{File, Rules};
pub use settings::{Files, Kind, Settings};
