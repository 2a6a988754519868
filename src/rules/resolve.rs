//! Rules made ready for what they will judge: paths that it lacks are refused.

use super::params::NameSet;
use super::path::{PropertyPath, Step, join};
use super::rule::Rule;
use super::validators::table::{Validator, ValueKinds};
use crate::body::Kind;
use crate::descriptor::TypeDescriptor;
use crate::file::LoadProblem;
use crate::rules::validators::attribute_existence::AttributeExistence;
use crate::suggest::nearest;
use std::sync::Arc;

/// What is wrong with rules for a representation of this shape.
pub(crate) fn refusals(rules: &[Arc<Rule>], shape: &'static TypeDescriptor) -> Vec<LoadProblem> {
    let mut compiler = Compiler { pointer: String::new(), refusals: Vec::new() };
    compiler.rules(rules, shape);
    compiler.refusals
}

struct Compiler {
    pointer: String,
    refusals: Vec<LoadProblem>,
}

impl Compiler {
    fn rules(&mut self, rules: &[Arc<Rule>], root: &'static TypeDescriptor) {
        for (index, rule) in rules.iter().enumerate() {
            let length = self.pointer.len();
            self.pointer.push_str(&format!("/rules/{index}"));
            self.rule(rule, root);
            self.pointer.truncate(length);
        }
    }

    fn rule(&mut self, rule: &Rule, root: &'static TypeDescriptor) {
        let property = match follow(root, rule.property.steps()) {
            Ok(shape) => shape,
            Err(near) => return self.lacks("property", &rule.property, near),
        };
        if !rule.validator.reads().intersects(kinds(property)) {
            let reads = Validator::accepts_description(rule.validator.id());
            let message = format!("expected the path of {reads}, found that of {}", property.kind.name());
            return self.refuse(LoadProblem::new(0, message).parameter("property"));
        }
        let start = if rule.validator.has_paths_from_property() { property } else { root };
        rule.validator.each_path(&mut |parameter, path| {
            if let Err(near) = follow(start, path.steps()) {
                self.lacks(parameter, path, near);
            }
        });
        if let Validator::AttributeExistence(AttributeExistence { required, forbidden }) = &rule.validator {
            for (parameter, names) in [("required", required), ("forbidden", forbidden)] {
                for name in names.iter().flat_map(NameSet::iter) {
                    let known = property.members.iter().map(|member| member.name);
                    if !known.clone().any(|member| member == name) {
                        let refusal = LoadProblem::unknown(0, &format!("member of {}", property.name), name, known);
                        self.refuse(refusal.parameter(parameter));
                    }
                }
            }
        }
        let inner = match &rule.validator {
            Validator::CollectionItemValidator(_) => property.item,
            Validator::ValidatorGroup(_) => Some(property),
            Validator::CharacterDelimitedValue(_) => Some(<String as crate::body::decode::members::WireValue>::SHAPE),
            _ => None,
        };
        if let Some(shape) = inner {
            self.rules(rule.validator.inner(), shape);
        }
    }

    fn lacks(&mut self, parameter: &str, path: &PropertyPath, suggestion: Option<String>) {
        let refusal = LoadProblem {
            suggestion,
            ..LoadProblem::new(0, format!("`{path}` leads to no member of the representation"))
        };
        self.refuse(refusal.parameter(parameter));
    }

    fn refuse(&mut self, refusal: LoadProblem) {
        self.refusals.push(refusal.pointer(&self.pointer));
    }
}

/// The shape at the end of some steps; else the path that was meant perhaps.
fn follow(shape: &'static TypeDescriptor, steps: &[Step]) -> Result<&'static TypeDescriptor, Option<String>> {
    let mut here = shape;
    for (index, step) in steps.iter().enumerate() {
        here = step.within(here).ok_or_else(|| match step {
            Step::Items => None,
            Step::Member(name, _) => nearest(name, here.members.iter().map(|member| member.name))
                .map(|near| written(&steps[..index], near, &steps[index + 1..])),
        })?;
    }
    Ok(here)
}

/// A path with one step replaced.
fn written(before: &[Step], near: &str, after: &[Step]) -> String {
    let steps = before.iter().map(Step::as_str).chain([near]).chain(after.iter().map(Step::as_str));
    steps.fold(String::new(), |path, step| join(&path, step))
}

/// The kinds that a value of a shape can be of.
fn kinds(shape: &TypeDescriptor) -> ValueKinds {
    match shape.kind {
        Kind::Boolean => ValueKinds::BOOLEAN,
        Kind::Int => ValueKinds::INT,
        Kind::String => ValueKinds::STRING,
        Kind::Array => ValueKinds::ARRAY,
        Kind::Object if shape.member("id").is_some() => ValueKinds::OBJECT.or(ValueKinds::CONFIGURATION_ID),
        Kind::Object => ValueKinds::OBJECT,
    }
}
