use super::found::Found;
use super::problem::Problem;
use crate::rules::Rule;
use std::sync::Arc;

/// What a rule says of a value.
#[derive(Debug, Clone)]
pub(crate) struct Violation {
    pub(crate) rule: Arc<Rule>,
    /// The rule's place in its set, from the outside in.
    pub(crate) indexes: Vec<usize>,
    pub(crate) value: Arc<str>,
    pub(crate) found: Found,
    pub(crate) causes: Vec<Problem>,
}
