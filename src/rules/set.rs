use super::load::RuleLoader;
use super::params::CustomChecks;
use super::params::expected;
use super::rule::Rule;
use crate::file::{LoadError, LoadProblem};
use crate::json::tree::{Json, Tree, parse};
use serde_json::{Value, json};
use std::sync::Arc;

/// Rules in order: data that loads from a rule file and saves to one, and is checked when it loads.
///
/// ```
/// use icws_schema::rules::RuleSet;
///
/// let rules = RuleSet::from_json(r#"{"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60}]}"#)?;
/// assert_eq!(rules.rules().len(), 1);
///
/// let refused = RuleSet::from_json(r#"{"rules": [{"validator": "rnage", "property": "externalCallTimeout.actualValue"}]}"#).unwrap_err();
/// assert_eq!(refused.refusals()[0].suggestion.as_deref(), Some("range"));
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RuleSet {
    rules: Vec<Arc<Rule>>,
}

impl RuleSet {
    /// The rules that the documentation states: none. Required members, null and codes belong to the representation.
    #[must_use]
    pub fn documented() -> Self {
        Self::default()
    }

    /// Limits that are sensible but not published; the note of each says that it is an assumption.
    ///
    /// # Panics
    ///
    /// Never: a test loads the file that comes with the crate.
    #[must_use]
    pub fn recommended() -> Self {
        match Self::from_json(include_str!("recommended.json")) {
            Ok(set) => set,
            Err(refused) => unreachable!("{refused}"),
        }
    }

    /// Loads a rule file.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the file, each at its rule and parameter.
    pub fn from_json(text: &str) -> Result<Self, LoadError> {
        Self::from_json_with(text, &CustomChecks::new())
    }

    /// Loads a rule file whose rules of validator 0 ask for the caller's own checks.
    ///
    /// # Errors
    ///
    /// As for [`from_json`](Self::from_json); a check that is not registered is refused.
    pub fn from_json_with(text: &str, checks: &CustomChecks) -> Result<Self, LoadError> {
        let tree = parse(text).map_err(|syntax| LoadError::new(vec![syntax.into()], text))?;
        let mut loading = RuleLoader::new(checks);
        let rules = match items(&tree, &mut loading) {
            Ok(items) => loading.rules(items),
            Err(refusal) => {
                loading.refuse(refusal);
                Vec::new()
            }
        };
        match loading.into_refusals() {
            refusals if refusals.is_empty() => Ok(Self { rules }),
            refusals => Err(LoadError::new(refusals, text)),
        }
    }

    /// The set as a rule file.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({"rules": self.rules.iter().map(|rule| rule.to_json()).collect::<Vec<_>>()})
    }

    /// These rules, and behind them those of another set.
    #[must_use]
    pub fn combine(mut self, other: &Self) -> Self {
        self.rules.extend(other.rules.iter().cloned());
        self
    }

    /// The rules, in order.
    #[must_use]
    pub fn rules(&self) -> &[Arc<Rule>] {
        &self.rules
    }
}

/// The rules of a file; what else stands at its top is refused.
fn items<'t, 'a>(tree: &'t Tree<'a>, loading: &mut RuleLoader<'_>) -> Result<&'t [Tree<'a>], LoadProblem> {
    const KNOWN: [&str; 2] = ["$schema", "rules"];
    let Json::Object(members) = &tree.json else { return Err(expected(tree, "an object with `rules`")) };
    for member in members {
        if member.repeated {
            loading.refuse(LoadProblem::repeated(member));
        } else if !KNOWN.contains(&&*member.name) {
            loading.refuse(LoadProblem::unknown_member(member, "member of a rule file", KNOWN));
        } else if member.name == "$schema" && !matches!(member.value.json, Json::String(_)) {
            loading.refuse(expected(&member.value, "a text").parameter(&*member.name));
        }
    }
    match members.get("rules").map(|member| &member.value) {
        Some(Tree { json: Json::Array(items), .. }) => Ok(items),
        Some(other) => Err(expected(other, "a list of rules").parameter("rules")),
        None => Err(LoadProblem::missing(tree, "rules")),
    }
}
