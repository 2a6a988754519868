use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::report::{ItemFault, RuleExpectation};
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::formats::delimited;
use crate::rules::params::ParameterProblem;
use crate::rules::rule::Rule;
use crate::rules::value_kinds::ValueKinds;
use std::collections::HashSet;

validator! {
    /// Fails if an item of the delimited string is empty, fails the inner rules, or is a duplicate that is not allowed.
    /// Nothing is trimmed; the empty string has no items, and a delimiter at the end produces an empty item.
    pub struct CharacterDelimitedValue accepts ValueKinds::STRING;
    example {
        "skills", CharacterDelimitedValue::new(";").with_rules([Rule::new("", WordValidator::new())]).with_allow_repeats(false);
        passes r#"{"skills": "sales;support"}"#;
        fails r#"{"skills": "sales;sales"}"#;
    }
    required {
        /// The delimiter between two items; at least one character.
        "delimiter" => delimiter: String as into;
    }
    optional {
        /// Rules for each item, at least one; their property is `""`. No rules if they are not given.
        "rules" => rules, with_rules: Vec<Rule> as each Rule;
    }
    default {
        /// Whether an item may occur more than once.
        "allowRepeats" => allow_repeats, with_allow_repeats: bool = true;
    }
}

impl Validate for CharacterDelimitedValue {
    fn rules(&self) -> &[Rule] {
        self.rules.as_deref().unwrap_or_default()
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        let problem = || ParameterProblem::value(&["delimiter"], LoadExpected::NotEmpty, LoadFound::string(""));
        self.delimiter.is_empty().then(problem).into_iter().collect()
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::DelimitedItems {
            delimiter: self.delimiter.clone(),
            rules: self.rules.is_some(),
            allow_repeats: self.allow_repeats,
        }
    }

    fn failed_item(&self, string: &str, invalid: Option<&str>) -> Option<(usize, ItemFault)> {
        let mut seen = HashSet::new();
        let mut fault = |item| match item {
            "" => Some(ItemFault::Empty),
            item if Some(item) == invalid => Some(ItemFault::Invalid),
            item => (!self.allow_repeats && !seen.insert(item)).then_some(ItemFault::Repeated),
        };
        let mut items = (1..).zip(delimited::items(string, &self.delimiter));
        items.find_map(|(number, item)| Some((number, fault(item)?)))
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(string) = node.text() else { return site.fail(findings) };
        let mut inner = RuleFindings::default();
        for item in delimited::items(string, &self.delimiter).filter(|item| !item.is_empty()) {
            site.inner_of_part(item, &mut inner);
        }
        if inner.failed || self.failed_item(string, None).is_some() {
            site.fail_with(inner, findings);
        } else {
            findings.merge(inner);
        }
    }
}
