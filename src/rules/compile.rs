//! Rules made ready for what they will judge: paths that it lacks are refused.

use super::check::{Check, Reads};
use super::names::Names;
use super::path::{Path, Step};
use super::refusal::{Refusal, nearest};
use super::rule::Rule;
use crate::rules::validators::attribute_existence::AttributeExistence;
use crate::wire::Kind;
use crate::wire::shape::Shape;
use std::sync::Arc;

/// What is wrong with rules for a representation of this shape.
pub(crate) fn refusals(rules: &[Arc<Rule>], shape: &'static Shape) -> Vec<Refusal> {
    let mut compiler = Compiler { pointer: String::new(), refusals: Vec::new() };
    compiler.rules(rules, shape);
    compiler.refusals
}

struct Compiler {
    pointer: String,
    refusals: Vec<Refusal>,
}

impl Compiler {
    fn rules(&mut self, rules: &[Arc<Rule>], root: &'static Shape) {
        for (index, rule) in rules.iter().enumerate() {
            let length = self.pointer.len();
            self.pointer.push_str(&format!("/rules/{index}"));
            self.rule(rule, root);
            self.pointer.truncate(length);
        }
    }

    fn rule(&mut self, rule: &Rule, root: &'static Shape) {
        let property = match follow(root, rule.property.steps()) {
            Ok(shape) => shape,
            Err(near) => return self.lacks("property", &rule.property, near),
        };
        if !rule.check.reads().meets(kinds(property)) {
            let reads = Check::reads_in_words(rule.check.id());
            let message = format!("expected the path of {reads}, found that of {}", property.kind.name());
            return self.refuse(Refusal::new(0, message).parameter("property"));
        }
        let start = if rule.check.has_own_root() { property } else { root };
        rule.check.each_path(&mut |parameter, path| {
            if let Err(near) = follow(start, path.steps()) {
                self.lacks(parameter, path, near);
            }
        });
        if let Check::AttributeExistence(AttributeExistence { required, forbidden }) = &rule.check {
            for (parameter, names) in [("required", required), ("forbidden", forbidden)] {
                for name in names.iter().flat_map(Names::iter) {
                    let known = property.members.iter().map(|member| member.name);
                    if !known.clone().any(|member| member == name) {
                        let refusal = Refusal::unknown(0, &format!("member of {}", property.name), name, known);
                        self.refuse(refusal.parameter(parameter));
                    }
                }
            }
        }
        let inner = match &rule.check {
            Check::CollectionItemValidator(_) => property.item,
            Check::ValidatorGroup(_) => Some(property),
            Check::CharacterDelimitedValue(_) => Some(<String as crate::wire::fill::Wire>::SHAPE),
            _ => None,
        };
        if let Some(shape) = inner {
            self.rules(rule.check.inner(), shape);
        }
    }

    fn lacks(&mut self, parameter: &str, path: &Path, near_miss: Option<String>) {
        let refusal =
            Refusal { near_miss, ..Refusal::new(0, format!("`{path}` leads to no member of the representation")) };
        self.refuse(refusal.parameter(parameter));
    }

    fn refuse(&mut self, refusal: Refusal) {
        self.refusals.push(refusal.pointer(&self.pointer));
    }
}

/// The shape at the end of some steps; else the path that was meant perhaps.
fn follow(shape: &'static Shape, steps: &[Step]) -> Result<&'static Shape, Option<String>> {
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
    let mut path = String::new();
    let step = |path: &mut String, step: &Step| match step {
        Step::Items => path.push_str("[]"),
        Step::Member(name, _) => {
            path.push_str(if path.is_empty() { "" } else { "." });
            path.push_str(name);
        }
    };
    before.iter().for_each(|one| step(&mut path, one));
    step(&mut path, &Step::Member(near.into(), None));
    after.iter().for_each(|one| step(&mut path, one));
    path
}

/// The kinds that a value of a shape can be of.
fn kinds(shape: &Shape) -> Reads {
    match shape.kind {
        Kind::Boolean => Reads::BOOLEAN,
        Kind::Int => Reads::INT,
        Kind::Text => Reads::TEXT,
        Kind::List => Reads::LIST,
        Kind::Object if shape.member("id").is_some() => Reads::OBJECT.or(Reads::CONFIGURATION_ID),
        Kind::Object => Reads::OBJECT,
    }
}
