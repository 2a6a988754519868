//! What rule files and directory files share.

pub(crate) mod encoding;
mod error;
pub(crate) mod object;
#[cfg(feature = "rules")]
pub(crate) mod stream;

pub use error::{LoadError, LoadProblem};
