use crate::codes::ValidationErrorType;
use crate::report::{Escaped, ItemFault, RuleExpectation, RuleInfo, cut};
use crate::rules::engine::CompiledRule;
use crate::rules::params::CustomChecks;
use crate::rules::resolve::ResolvedRule;
use crate::rules::rule::Rule;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// Compiles resolved rules, and binds custom checks to their rules.
pub(super) fn compile(rules: &[Rule], resolved: &[ResolvedRule], checks: &CustomChecks) -> Vec<Arc<CompiledRule>> {
    Compiler { checks, indexes: Vec::new(), count: 0 }.rules(rules, resolved)
}

struct Compiler<'c> {
    checks: &'c CustomChecks,
    indexes: Vec<usize>,
    count: usize,
}

impl Compiler<'_> {
    fn rules(&mut self, rules: &[Rule], resolved: &[ResolvedRule]) -> Vec<Arc<CompiledRule>> {
        let mut compiled = Vec::with_capacity(rules.len());
        for (index, (rule, resolved)) in rules.iter().zip(resolved).enumerate() {
            self.indexes.push(index);
            compiled.push(self.rule(rule, resolved));
            self.indexes.pop();
        }
        compiled
    }

    fn rule(&mut self, rule: &Rule, resolved: &ResolvedRule) -> Arc<CompiledRule> {
        self.count += 1;
        let number = self.count;
        Arc::new(CompiledRule {
            info: Arc::new(ReportedRule {
                rule: rule.clone(),
                expected: OnceLock::new(),
                expected_text: OnceLock::new(),
            }),
            validator: rule.validator.kind(),
            validate: rule.validator.bind(self.checks),
            property: resolved.property.clone(),
            number,
            indexes: self.indexes.as_slice().into(),
            rules: self.rules(rule.validator.as_validate().rules(), &resolved.rules),
        })
    }
}

/// A rule as violations refer to it.
#[derive(Debug)]
struct ReportedRule {
    rule: Rule,
    /// The requirement, and its English, created when the first violation is shown: a rule can be as long as its file.
    expected: OnceLock<RuleExpectation>,
    expected_text: OnceLock<String>,
}

impl RuleInfo for ReportedRule {
    fn validator(&self) -> ValidationErrorType {
        self.rule.validator()
    }

    fn note(&self) -> Option<&str> {
        self.rule.note()
    }

    fn expected(&self) -> Cow<'_, RuleExpectation> {
        Cow::Borrowed(self.expected.get_or_init(|| self.rule.expected().into_owned()))
    }

    fn expected_text(&self) -> Cow<'_, str> {
        self.expected_text.get_or_init(|| cut(&Escaped(self.expected()).to_string()).into_owned()).into()
    }

    fn failed_item(&self, string: &str, invalid: Option<&str>) -> Option<(usize, ItemFault)> {
        self.rule.failed_item(string, invalid)
    }

    fn to_json(&self) -> Value {
        self.rule.to_json()
    }

    fn parameters(&self) -> Map<String, Value> {
        self.rule.parameters()
    }
}
