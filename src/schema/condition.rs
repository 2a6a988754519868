//! Constraints on a property that depend on other properties of the same object.
//!
//! They are written as `if` and `then` below the member that they constrain, where code generators do not look.

use super::omission::OmissionReason;
use super::scope::{SchemaScope, end};
use super::type_schema::type_name;
use crate::descriptor::TypeDescriptor;
use crate::rules::{Condition, Predicate, PropertyPath, PropertyStep, Rule, Scalar};
use serde_json::{Value, json};

/// A constraint on an object that applies if one of its members is present.
pub(super) struct Conditional {
    /// The number of steps of the property's path that lead to the object.
    pub(super) object: usize,
    pub(super) member: String,
    pub(super) schema: Value,
    /// Whether a request always has all properties of the object. If not, a condition also depends on the current values on
    /// the server.
    pub(super) is_whole: bool,
}

/// Returns the constraint that the property of a rule is not set if a condition is true; its paths start where those of the
/// rule do.
pub(super) fn unset_if(rule: &Rule, condition: &Condition, scope: SchemaScope) -> Result<Conditional, OmissionReason> {
    let mut items: Vec<Vec<PropertyStep>> = Vec::new();
    condition.each_path(&mut |path| items.push(path.shared().to_vec()));
    let items = match items.split_first() {
        Some((first, others)) if others.iter().all(|other| other == first) => first,
        _ => return Err(OmissionReason::SeveralItems),
    };
    let object = ConditionRoot::new(scope, items)?;
    let property = rule.property.steps().get(items.len()..).unwrap_or_default();
    object.conditional(property, &object.known(condition, true))
}

/// Returns the constraints that at most one of some properties of an object is set: each is not set if one before it is.
pub(super) fn at_most_one(properties: &[PropertyPath], scope: SchemaScope) -> Result<Vec<Conditional>, OmissionReason> {
    let object = ConditionRoot::new(scope, &[])?;
    let mut set = Vec::new();
    let mut conditionals = Vec::new();
    for path in properties {
        if !set.is_empty() {
            conditionals.push(object.conditional(path.steps(), &json!({"anyOf": set}))?);
        }
        set.push(object.set(path.steps()));
    }
    Ok(conditionals)
}

/// The object at which the paths of a condition start.
struct ConditionRoot {
    descriptor: &'static TypeDescriptor,
    is_whole: bool,
    /// The number of steps of the paths that lead to the object.
    steps: usize,
}

impl ConditionRoot {
    fn new(scope: SchemaScope, steps: &[PropertyStep]) -> Result<Self, OmissionReason> {
        let scope = scope.at(steps).ok_or(OmissionReason::UnknownProperty)?;
        Ok(Self { descriptor: scope.descriptor, is_whole: scope.is_whole, steps: steps.len() })
    }

    /// Returns the constraint that the property at the end of a path is not set if the object satisfies a schema.
    fn conditional(&self, property: &[PropertyStep], condition: &Value) -> Result<Conditional, OmissionReason> {
        let Some(PropertyStep::Member(member, _)) = property.first() else { return Err(OmissionReason::OwnCondition) };
        let unset = wrap(property, self.descriptor, json!({"type": "null"})).ok_or(OmissionReason::UnknownProperty)?;
        let schema = json!({"if": condition, "then": unset});
        Ok(Conditional { object: self.steps, member: member.to_string(), schema, is_whole: self.is_whole })
    }

    /// Returns a schema that accepts the objects for which a condition is known to be true, or known to be false.
    fn known(&self, condition: &Condition, is_true: bool) -> Value {
        let each = |conditions: &[Condition]| conditions.iter().map(|one| self.known(one, is_true)).collect::<Vec<_>>();
        match condition {
            Condition::Property(path, test) => {
                self.test(path.steps().get(self.steps..).unwrap_or_default(), test, is_true)
            }
            Condition::All(all) if is_true => json!({"allOf": each(all)}),
            Condition::Any(any) if !is_true => json!({"allOf": each(any)}),
            Condition::All(conditions) | Condition::Any(conditions) => json!({"anyOf": each(conditions)}),
            Condition::Not(not) => self.known(not, !is_true),
        }
    }

    fn test(&self, steps: &[PropertyStep], test: &Predicate, is_true: bool) -> Value {
        match (test, is_true) {
            (Predicate::Present, true) | (Predicate::Absent, false) => self.set(steps),
            (Predicate::Present, false) | (Predicate::Absent, true) => {
                self.not(&self.set(steps), || self.with(steps, json!({"type": "null"})))
            }
            (Predicate::Is(value), true) | (Predicate::IsNot(value), false) => self.equal(steps, value),
            (Predicate::Is(value), false) | (Predicate::IsNot(value), true) => {
                self.not(&self.equal(steps, value), || self.with(steps, json!({"not": {"enum": [value.to_json()]}})))
            }
        }
    }

    /// Returns the negation of a schema. In an object that may be incomplete an absent property is unknown; `present`
    /// returns the negation for a present one.
    fn not(&self, schema: &Value, present: impl FnOnce() -> Value) -> Value {
        if self.is_whole { json!({"not": schema}) } else { present() }
    }

    fn set(&self, steps: &[PropertyStep]) -> Value {
        let kind = end(steps, self.descriptor).map_or("object", |descriptor| type_name(descriptor.kind));
        self.with(steps, json!({"type": kind}))
    }

    fn equal(&self, steps: &[PropertyStep], value: &Scalar) -> Value {
        self.with(steps, json!({"enum": [value.to_json()]}))
    }

    /// Returns the schema of an object that has a value at the end of a path.
    fn with(&self, steps: &[PropertyStep], value: Value) -> Value {
        with(steps, self.descriptor, value)
    }
}

fn with(steps: &[PropertyStep], descriptor: &'static TypeDescriptor, value: Value) -> Value {
    let Some((step, rest)) = steps.split_first() else { return value };
    let inner = step.within(descriptor).map_or_else(|| json!({}), |next| with(rest, next, value));
    json!({"type": "object", "properties": {step.as_str(): inner}, "required": [step.as_str()]})
}

/// Returns the schema of a value at the end of a path, if there is one.
fn wrap(steps: &[PropertyStep], descriptor: &'static TypeDescriptor, value: Value) -> Option<Value> {
    let Some((step, rest)) = steps.split_first() else { return Some(value) };
    let next = step.within(descriptor)?;
    let is_last = rest.is_empty();
    let mut inner = wrap(rest, next, value)?;
    if !is_last {
        inner["type"] = json!([type_name(next.kind), "null"]);
    }
    Some(match step {
        PropertyStep::Items => json!({"items": inner}),
        PropertyStep::Member(name, _) => json!({"properties": {&**name: inner}}),
    })
}
