use super::path::PropertyStep;
use super::rule::Rule;
use super::set::RuleSet;
use crate::json::tree::{self, Json, Tree};
use crate::report::Report;

/// The rules of a set that have not applied to any body so far. A path that no body has is often a mistake.
///
/// A rule applies to a body that has a value at the rule's property, null included, or whose report names the rule.
///
/// ```
/// use icws_schema::rules::validators::Range;
/// use icws_schema::rules::{Context, RequestChecker, Rule, RuleSet, UnusedRules};
///
/// let set = RuleSet::new(["externalCallTimeout.actualValue", "followMe[].timeout"].map(|path| {
///     Rule::new(path, Range::new().with_max(60))
/// }))?;
/// let checker = RequestChecker::new(&set)?;
/// let mut unused = UnusedRules::new(&set);
///
/// let body = r#"{"externalCallTimeout": {"actualValue": 30}, "followMe": []}"#;
/// unused.remove_used(body, &checker.check(body, &Context::new()));
/// assert_eq!(unused.indexes(), [1]);
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedRules {
    set: RuleSet,
    indexes: Vec<usize>,
}

impl UnusedRules {
    /// Creates a value with all rules of a set.
    #[must_use]
    pub fn new(set: &RuleSet) -> Self {
        Self { set: set.clone(), indexes: (0..set.rules().len()).collect() }
    }

    /// Removes the rules that apply to a body, given its JSON and its report.
    pub fn remove_used(&mut self, json: impl AsRef<[u8]>, report: &Report) {
        if self.indexes.is_empty() {
            return;
        }
        let reported = report.iter().filter_map(crate::report::Problem::rule_pointer);
        for pointer in reported.chain(report.unchecked().iter().map(crate::report::UncheckedRule::rule_pointer)) {
            let index = pointer.split('/').nth(2).and_then(|index| index.parse::<usize>().ok());
            self.indexes.retain(|unused| Some(*unused) != index);
        }
        if let Ok(body) = tree::of(json.as_ref()) {
            let rules = self.set.rules();
            self.indexes.retain(|index| !rules.get(*index).is_some_and(|rule| leads(&body, rule.property.steps())));
        }
    }

    /// Keeps only the rules that are unused in both.
    pub fn intersect(&mut self, other: &Self) {
        self.indexes.retain(|index| other.indexes.binary_search(index).is_ok());
    }

    /// Returns the indexes of the rules in their set.
    #[must_use]
    pub fn indexes(&self) -> &[usize] {
        &self.indexes
    }

    /// Returns the rules, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.indexes.iter().filter_map(|index| self.set.rules().get(*index))
    }
}

/// Returns whether steps lead to a value.
fn leads(value: &Tree<'_>, steps: &[PropertyStep]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    match (step, &value.json) {
        (PropertyStep::Member(name, _), Json::Object(members)) => {
            members.get(name).is_some_and(|member| leads(&member.value, rest))
        }
        (PropertyStep::Items, Json::Array(items)) => items.iter().any(|item| leads(item, rest)),
        _ => false,
    }
}
