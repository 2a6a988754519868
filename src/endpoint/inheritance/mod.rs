//! Inheritance: the view of a user from its sources, and the reason for each value of a view.

mod explain;
mod findings;
mod resolve;
mod sources;

pub use explain::{Explanation, Reason, explain};
pub use findings::{Finding, FindingKind, findings};
pub use resolve::resolve;
pub use sources::{InheritanceSource, Precedence, Sources};
