use super::validate::Validate;
use crate::codes::ValidationErrorType;
use crate::report::RuleInfo;
use crate::rules::path::PropertyPath;
use std::sync::Arc;

/// A compiled rule.
#[derive(Debug)]
pub(crate) struct CompiledRule {
    pub(crate) info: Arc<dyn RuleInfo>,
    pub(crate) validator: ValidationErrorType,
    pub(crate) validate: Arc<dyn Validate>,
    /// The property, with the indexes of its members if it is that of a representation.
    pub(crate) property: PropertyPath,
    pub(crate) rules: Vec<Arc<CompiledRule>>,
    /// The number of the rule, unique in the checker.
    pub(crate) number: usize,
    /// The indexes that locate the rule in its set, outermost first; never empty.
    pub(crate) indexes: Box<[usize]>,
}

impl CompiledRule {
    /// Returns the index of the rule in its set, or in its outer rule.
    pub(crate) fn index(&self) -> usize {
        self.indexes.last().copied().unwrap_or_default()
    }

    /// Returns the indexes of the outer rules.
    pub(crate) fn outer(&self) -> &[usize] {
        self.indexes.split_last().map_or(&[], |(_, outer)| outer)
    }

    /// Returns the feature version that introduced the validator, if a server of this version does not have it.
    pub(crate) fn newer_than(&self, version: u32) -> Option<u32> {
        self.validator.since().filter(|since| version < *since)
    }
}
