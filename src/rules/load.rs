//! Reading a rule file: everything that is wrong with it, each at its rule and parameter.

use super::condition::MAX_DEPTH;
use super::params::CustomChecks;
use super::params::{Param, expected};
use super::path::PropertyPath;
use super::rule::Rule;
use super::validators::table::Validator;
use crate::codes::ValidationErrorType;
use crate::file::LoadProblem;
use crate::json::tree::{Json, Member, Tree};
use crate::suggest::nearest;
use std::sync::Arc;

/// What the sizes of all patterns of a set may add up to.
const MAX_PATTERN_BYTES: usize = 64 << 20;

/// What loading carries along.
pub(crate) struct RuleLoader<'c> {
    pub(crate) checks: &'c CustomChecks,
    refusals: Vec<LoadProblem>,
    pointer: String,
    depth: usize,
    /// Whether the rules that come next are for items of a text, which have no properties.
    for_items: bool,
    patterns: usize,
}

impl<'c> RuleLoader<'c> {
    pub(crate) fn new(checks: &'c CustomChecks) -> Self {
        Self { checks, refusals: Vec::new(), pointer: String::new(), depth: 0, for_items: false, patterns: 0 }
    }

    pub(crate) fn into_refusals(self) -> Vec<LoadProblem> {
        self.refusals
    }

    pub(crate) fn refuse(&mut self, refusal: LoadProblem) {
        self.refusals.push(refusal);
    }

    /// Adds the size of a pattern; `false` when the set's are too large now.
    pub(crate) fn add_pattern(&mut self, size: usize) -> bool {
        self.patterns = self.patterns.saturating_add(size);
        self.patterns <= MAX_PATTERN_BYTES
    }

    /// Reads rules; those that are refused are noted and left out.
    pub(crate) fn rules(&mut self, items: &[Tree<'_>]) -> Vec<Arc<Rule>> {
        self.rules_for(items, false)
    }

    fn rules_for(&mut self, items: &[Tree<'_>], for_items: bool) -> Vec<Arc<Rule>> {
        let mut rules = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let length = self.pointer.len();
            self.pointer.push_str(&format!("/rules/{index}"));
            match self.rule(item, for_items) {
                Ok(rule) => rules.push(Arc::new(rule)),
                Err(refusal) => {
                    let refusal = refusal.pointer(&self.pointer);
                    self.refusals.push(refusal);
                }
            }
            self.pointer.truncate(length);
        }
        rules
    }

    /// Reads the rules within a rule.
    pub(crate) fn inner_rules(&mut self, items: &[Tree<'_>]) -> Result<Vec<Arc<Rule>>, LoadProblem> {
        if self.depth >= MAX_DEPTH {
            let at = items.first().map_or(0, |item| item.at);
            let refusal = LoadProblem::new(at, "expected rules at most 32 deep, found more");
            return Err(refusal.pointer(format!("{}/rules/0", self.pointer)));
        }
        self.depth += 1;
        let for_items = std::mem::take(&mut self.for_items);
        let rules = self.rules_for(items, for_items);
        self.depth -= 1;
        Ok(rules)
    }

    fn rule(&mut self, tree: &Tree<'_>, for_item: bool) -> Result<Rule, LoadProblem> {
        let Json::Object(members) = &tree.json else {
            return Err(expected(tree, "a rule"));
        };
        if let Some(member) = members.iter().find(|member| member.repeated) {
            return Err(LoadProblem::repeated(member));
        }
        let members = Members { tree, members };
        let validator = members.get("validator").ok_or_else(|| members.mistyped("validator"))?;
        let id = validator_of(validator).map_err(|refusal| refusal.parameter("validator"))?;
        let known =
            || ["validator", "property", "note"].into_iter().chain(Validator::parameters_of(id).iter().map(|p| p.name));
        if let Some(member) = members.members.iter().find(|member| !known().any(|name| name == member.name)) {
            let what = format!("parameter of {}", id.name().unwrap_or_default());
            return Err(LoadProblem::unknown_member(member, &what, known()));
        }
        let property = match members.get("property") {
            Some(tree) => PropertyPath::load(tree, self).map_err(|refusal| refusal.parameter("property"))?,
            None if Validator::is_object_rule(id) => PropertyPath::default(),
            None => return Err(LoadProblem::missing(tree, "property")),
        };
        if let (true, Some(tree)) = (for_item && !property.as_str().is_empty(), members.get("property")) {
            let message = "expected `\"\"`, the item of a text itself, found the path of something within";
            return Err(LoadProblem::new(tree.at, message).parameter("property"));
        }
        let note = match members.get("note") {
            Some(tree) => Some(String::load(tree, self).map_err(|refusal| refusal.parameter("note"))?),
            None => None,
        };
        self.for_items = id == ValidationErrorType::CharacterDelimitedValue;
        let check = Validator::load(id, &members, self);
        self.for_items = false;
        let check = check?;
        let rule = Rule { property, validator: check, note };
        match rule.parameter_error() {
            Some((parameter, message)) => {
                let at = members.get(parameter).map_or(tree.at, |tree| tree.at);
                Err(LoadProblem::new(at, message).parameter(parameter))
            }
            None => Ok(rule),
        }
    }
}

/// A validator by its name or its number.
fn validator_of(tree: &Tree<'_>) -> Result<ValidationErrorType, LoadProblem> {
    let names = || ValidationErrorType::ALL.iter().filter_map(|id| id.name());
    match &tree.json {
        Json::String(name) => ValidationErrorType::from_name(name)
            .ok_or_else(|| LoadProblem::unknown(tree.at, "validator", name, names())),
        Json::Number(text) => super::params::integer(tree)
            .and_then(|number| i32::try_from(number).ok())
            .map(ValidationErrorType::from_code)
            .filter(|id| id.name().is_some())
            .ok_or_else(|| LoadProblem::new(tree.at, format!("{text} is no validator"))),
        _ => Err(expected(tree, "a validator's name or number")),
    }
}

/// The members of a rule.
pub(crate) struct Members<'t, 'a> {
    tree: &'t Tree<'a>,
    members: &'t [Member<'a>],
}

impl<'t, 'a> Members<'t, 'a> {
    pub(crate) fn get(&self, name: &str) -> Option<&'t Tree<'a>> {
        self.members.iter().find(|member| member.name == name).map(|member| &member.value)
    }

    /// A member is missing; where one looks much like it, that one is unknown.
    fn mistyped(&self, name: &str) -> LoadProblem {
        let meant = self.members.iter().find(|member| nearest(&member.name, [name]).is_some());
        match meant {
            Some(member) => LoadProblem::unknown_member(member, "member of a rule", [name]),
            None => LoadProblem::missing(self.tree, name),
        }
    }

    /// Reads a parameter; where it is not given, what its type or the rule has instead.
    pub(crate) fn parameter<T: Param>(
        &self,
        name: &'static str,
        default: Option<T>,
        loading: &mut RuleLoader<'_>,
    ) -> Result<T, LoadProblem> {
        match self.get(name) {
            Some(tree) => T::load(tree, loading).map_err(|refusal| refusal.parameter(name)),
            None => default.or_else(T::absent).ok_or_else(|| LoadProblem::missing(self.tree, name)),
        }
    }
}
