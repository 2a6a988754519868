use crate::rules::engine::CompiledRule;
use crate::rules::params::CustomChecks;
use crate::rules::resolve::Resolved;
use crate::rules::rule::Rule;
use std::sync::Arc;

/// Compiles rules that were resolved; custom checks are bound to their rules.
pub(super) fn compile(rules: &[Rule], resolved: &[Resolved], checks: &CustomChecks) -> Vec<Arc<CompiledRule>> {
    Compiler { checks, indexes: Vec::new(), count: 0 }.rules(rules, resolved)
}

struct Compiler<'c> {
    checks: &'c CustomChecks,
    indexes: Vec<usize>,
    count: usize,
}

impl Compiler<'_> {
    fn rules(&mut self, rules: &[Rule], resolved: &[Resolved]) -> Vec<Arc<CompiledRule>> {
        let mut compiled = Vec::with_capacity(rules.len());
        for (index, (rule, resolved)) in rules.iter().zip(resolved).enumerate() {
            self.indexes.push(index);
            compiled.push(self.rule(rule, resolved));
            self.indexes.pop();
        }
        compiled
    }

    fn rule(&mut self, rule: &Rule, resolved: &Resolved) -> Arc<CompiledRule> {
        self.count += 1;
        let number = self.count;
        Arc::new(CompiledRule {
            info: Arc::new(rule.clone()),
            validator: rule.validator.kind(),
            validate: rule.validator.bind(self.checks),
            property: resolved.property.clone(),
            number,
            indexes: self.indexes.as_slice().into(),
            rules: self.rules(rule.validator.as_validate().rules(), &resolved.rules),
        })
    }
}
