use super::omission::OmissionReason;
use serde_json::Value;

/// The keywords of a rule for a value that is not null.
#[derive(Debug, Default)]
pub(super) struct Demand {
    pub(super) keywords: Vec<(&'static str, Value)>,
    /// The value must also not be null.
    pub(super) is_set: bool,
    /// The reason why the keywords express only a part of the rule.
    pub(super) part: Option<OmissionReason>,
}

impl Demand {
    /// Creates a demand of those keywords that have a value.
    pub(super) fn of<const N: usize>(keywords: [(&'static str, Option<Value>); N]) -> Self {
        let given = keywords.into_iter().filter_map(|(keyword, value)| value.map(|value| (keyword, value)));
        Self { keywords: given.collect(), ..Self::default() }
    }
}
