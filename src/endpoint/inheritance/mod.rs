//! What a user inherits: from sources to a view, and from a view to the reason of its values.

mod explain;
mod findings;
mod resolve;
mod sources;

pub use explain::{Explanation, Reason, explain};
pub use findings::{Finding, FindingKind, findings};
pub use resolve::resolve;
pub use sources::{InheritanceSource, Precedence, Sources};
