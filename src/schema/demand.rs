use super::omission::OmissionReason;
use serde_json::Value;

/// What a rule demands of a value that is not null.
#[derive(Debug, Default)]
pub(super) struct Demand {
    pub(super) keywords: Vec<(&'static str, Value)>,
    /// The value is not null either.
    pub(super) is_set: bool,
    /// Why the keywords are only a part of what the rule demands.
    pub(super) part: Option<OmissionReason>,
}

impl Demand {
    /// Demands these keywords, of those that are given.
    pub(super) fn of<const N: usize>(keywords: [(&'static str, Option<Value>); N]) -> Self {
        let given = keywords.into_iter().filter_map(|(keyword, value)| value.map(|value| (keyword, value)));
        Self { keywords: given.collect(), ..Self::default() }
    }
}
