//! What rule files and directory files share.

mod error;

pub use error::{LoadError, LoadProblem};
