//! The request schema under a rule set: the rules that JSON Schema can express, and those that it cannot, with the reason.

use super::condition::{self, Conditional};
use super::constraint::Constraint;
use super::omission::{OmissionReason, OmittedRule};
use super::profile::Profile;
use super::scope::SchemaScope;
use super::type_schema::SchemaStyle;
use super::{merge, rule_keywords};
use crate::body::UserClientConfigurationProperties;
use crate::body::decode::members::WireValue;
use crate::descriptor::Direction;
use crate::report::pointer;
use crate::rules::validators::ValidatorGroup;
use crate::rules::{Condition, Context, NameSet, PropertyStep, RequestChecker, Rule, RuleSet, Validator};
use crate::vocabulary::GroupMode;
use schemars::Schema;
use serde_json::{Value, json};

/// The request schema under a rule set.
///
/// ```
/// use icws_schema::rules::RuleSet;
/// use icws_schema::schema::request_with_rules;
///
/// let with_rules = request_with_rules(&RuleSet::recommended());
/// println!("{}", with_rules.schema.as_value());
/// for rule in with_rules.omitted {
///     eprintln!("{rule}");
/// }
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RuleSchema {
    /// The schema. It accepts every request that satisfies the rules.
    pub schema: Schema,
    /// The rules that the schema does not contain, or contains only in part, in the order of the rule set.
    pub omitted: Vec<OmittedRule>,
}

/// Returns the schema of the request body under a rule set, and the rules that JSON Schema cannot express.
///
/// The rule set must be one that [`RequestChecker::new`] accepts. Each constraint is at its property, and the description of
/// the property has the pointer and the note of the rule. Patterns use only common syntax: they compile in ECMA-262, RE2,
/// Go, Rust, Java and Python.
///
/// ```
/// use icws_schema::rules::RuleSet;
/// use icws_schema::schema::request_with_rules;
///
/// let with_rules = request_with_rules(&RuleSet::recommended());
/// let definition = &with_rules.schema.as_value()["$defs"]["InheritableIntPropertyRequest"];
/// assert_eq!(definition["properties"]["actualValue"]["maximum"], 300);
/// ```
#[must_use]
pub fn request_with_rules(set: &RuleSet) -> RuleSchema {
    Profile::Default.request_with_rules(set)
}

pub(super) fn request(set: &RuleSet, profile: Profile) -> RuleSchema {
    let mut constraint = Constraint::default();
    let mut translator = Translator { profile, omitted: Vec::new() };
    let scope = SchemaScope { descriptor: UserClientConfigurationProperties::DESCRIPTOR, is_whole: false };
    for (index, rule) in set.rules().iter().enumerate() {
        translator.rule(rule, &mut vec![index], scope, &mut constraint);
    }
    let mut schema = merge::document(&constraint, SchemaStyle::new(Direction::Request, profile));
    keep_valid_examples(&mut schema, set);
    RuleSchema { schema, omitted: translator.omitted }
}

/// Removes the examples that do not satisfy the rules, of the request and of its properties.
fn keep_valid_examples(schema: &mut Schema, set: &RuleSet) {
    let Ok(checker) = RequestChecker::new(set) else { return };
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (name, property) in properties.into_iter().flatten() {
        let Some(property) = property.as_object_mut() else { continue };
        let Some(Value::Array(mut examples)) = property.remove("examples") else { continue };
        examples.retain(|example| {
            let request = checker.parse_value(&json!({name: example}), &Context::new());
            let within = format!("/{name}/");
            !request.report().problems().iter().any(|problem| format!("{}/", problem.pointer()).starts_with(&within))
        });
        if !examples.is_empty() {
            property.insert("examples".to_owned(), examples.into());
        }
    }
    let examples = schema.remove("examples").unwrap_or_default();
    let is_valid = |example: &&Value| checker.parse_value(example, &Context::new()).report().is_valid();
    let valid: Vec<_> = examples.as_array().into_iter().flatten().filter(is_valid).cloned().collect();
    if !valid.is_empty() {
        schema.insert("examples".to_owned(), valid.into());
    }
}

/// Translates rules to constraints.
struct Translator {
    profile: Profile,
    omitted: Vec<OmittedRule>,
}

/// The reason why the schema contains only a part of a rule; `None` if it contains all of it.
type PartialReason = Option<OmissionReason>;

impl Translator {
    /// Adds a rule to the constraint of its scope.
    fn rule(&mut self, rule: &Rule, indexes: &mut Vec<usize>, scope: SchemaScope, root: &mut Constraint) {
        let extent = self.translate(rule, indexes, scope, root);
        let omitted = match extent {
            Ok(None) => None,
            Ok(Some(reason)) => Some((reason, true)),
            Err(reason) => Some((reason, false)),
        };
        if let Some((reason, is_partial)) = omitted {
            self.omitted.push(OmittedRule {
                validator: rule.validator.kind(),
                rule_pointer: pointer(&*indexes),
                reason,
                is_partial,
            });
        }
        if extent.is_ok() && (rule.validator.rules().is_empty() || rule.note.is_some()) {
            add_note(rule, indexes, root);
        }
    }

    fn translate(
        &mut self,
        rule: &Rule,
        indexes: &mut Vec<usize>,
        scope: SchemaScope,
        root: &mut Constraint,
    ) -> Result<PartialReason, OmissionReason> {
        let steps = rule.property.steps();
        let own = scope.at(steps).ok_or(OmissionReason::UnknownProperty)?;
        let extent = match &rule.validator {
            Validator::RequiredAttribute(_) => None,
            Validator::CollectionItemValidator(collection) => {
                let item = own.at(&[PropertyStep::Items]).ok_or(OmissionReason::WrongType)?;
                self.rules(&collection.rules, indexes, item, root.at(steps).at(&[PropertyStep::Items]));
                None
            }
            Validator::ValidatorGroup(group) => match group.mode {
                GroupMode::All => {
                    self.rules(&group.rules, indexes, own, root.at(steps));
                    None
                }
                GroupMode::Any => self.any(group, own, root.at(steps))?,
            },
            Validator::AttributeExistence(existence) => {
                let names =
                    |set: &Option<NameSet>| set.iter().flat_map(NameSet::iter).map(str::to_owned).collect::<Vec<_>>();
                let (required, forbidden) = (names(&existence.required), names(&existence.forbidden));
                if required.iter().chain(&forbidden).any(|name| own.descriptor.member(name).is_none()) {
                    return Err(OmissionReason::UnknownProperty);
                }
                let object = root.at(steps);
                for name in required {
                    object.members.entry(name.clone()).or_default().is_set = true;
                    object.required.insert(name);
                }
                for name in forbidden {
                    object.members.entry(name).or_default().is_unset = true;
                }
                None
            }
            Validator::PropertyNotApplicable(inapplicable) => {
                add_conditional(condition::unset_if(rule, &inapplicable.when, scope)?, steps, root)
            }
            Validator::OtherAttributeValue(other) => {
                let expected = Condition::Property(other.other.clone(), other.expect.clone());
                let unexpected = Condition::Not(Box::new(expected));
                add_conditional(condition::unset_if(rule, &unexpected, scope)?, steps, root)
            }
            Validator::ObjectValidationErrorMutuallyExclusive(exclusive) => {
                let conditionals = condition::at_most_one(&exclusive.properties, own)?;
                let object = root.at(steps);
                conditionals.into_iter().fold(None, |_, conditional| add_conditional(conditional, &[], object))
            }
            check => {
                let demand = rule_keywords::of(check, own.descriptor, self.profile)?;
                let constraint = root.at(steps);
                constraint.is_set |= demand.is_set;
                constraint.keywords.extend(demand.keywords);
                demand.part
            }
        };
        if fails_if_absent(&rule.validator)
            && let Some((PropertyStep::Member(name, _), object)) = steps.split_last()
        {
            root.at(object).required.insert(name.to_string());
        }
        Ok(extent)
    }

    fn rules(&mut self, rules: &[Rule], indexes: &mut Vec<usize>, scope: SchemaScope, root: &mut Constraint) {
        for (index, rule) in rules.iter().enumerate() {
            indexes.push(index);
            self.rule(rule, indexes, scope, root);
            indexes.pop();
        }
    }

    /// Adds a group of rules of which one must pass.
    fn any(
        &mut self,
        group: &ValidatorGroup,
        scope: SchemaScope,
        root: &mut Constraint,
    ) -> Result<PartialReason, OmissionReason> {
        let mut inner = Self { profile: self.profile, omitted: Vec::new() };
        let mut branches = Vec::new();
        for rule in &group.rules {
            let mut branch = Constraint::default();
            inner.rule(rule, &mut Vec::new(), scope, &mut branch);
            branch.remove_notes();
            branches.push(branch);
        }
        let is_exact = inner.omitted.is_empty();
        if branches.iter().any(Constraint::is_empty) {
            // Any value passes.
            return if is_exact { Ok(None) } else { Err(OmissionReason::Group) };
        }
        root.any_of.push(branches);
        Ok((!is_exact).then_some(OmissionReason::Group))
    }
}

/// Adds a constraint on the object that some steps lead to.
fn add_conditional(conditional: Conditional, steps: &[PropertyStep], root: &mut Constraint) -> PartialReason {
    let Conditional { object, member, schema, is_whole } = conditional;
    root.at(&steps[..object]).conditions.push((member, schema));
    (!is_whole).then_some(OmissionReason::OtherProperties)
}

/// Returns whether a validator can fail if its property is absent: 15, and a group because of its rules.
fn fails_if_absent(check: &Validator) -> bool {
    let group = match check {
        Validator::RequiredAttribute(_) => return true,
        Validator::ValidatorGroup(group) => group,
        _ => return false,
    };
    let fails = |rule: &Rule| rule.property.steps().is_empty() && fails_if_absent(&rule.validator);
    match group.mode {
        GroupMode::Any => group.rules.iter().all(fails),
        GroupMode::All => group.rules.iter().any(fails),
    }
}

/// Adds a note about a rule at the last member of its property's path.
fn add_note(rule: &Rule, indexes: &[usize], root: &mut Constraint) {
    let steps = rule.property.steps();
    let end = steps.iter().rposition(|step| matches!(step, PropertyStep::Member(..))).map_or(0, |last| last + 1);
    let note = rule.note.as_ref().map_or_else(|| ".".to_owned(), |note| format!(": {note}"));
    root.at(&steps[..end]).notes.push(format!("Rule {} ({}){note}", pointer(indexes), rule.validator.kind()));
}
