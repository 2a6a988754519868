//! The description of a validator for people.

use super::catalog::{CatalogEntry, CatalogParameter};
use super::set::line;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::io::{self, Write};

/// Writes everything that is needed to write a rule of a validator.
pub(super) fn write(mut out: impl Write, entry: &CatalogEntry) -> io::Result<()> {
    let since = match entry.since {
        Some(version) => format!("feature version {version} of `configuration`"),
        None => "before feature version 8 of `configuration`; the exact version is not documented".to_owned(),
    };
    writeln!(out, "{} {}", entry.id, entry.name)?;
    writeln!(out, "  message      {}", entry.message)?;
    writeln!(out, "  description  {}", entry.description)?;
    writeln!(out, "  input        {}", entry.accepts)?;
    writeln!(out, "  since        {since}")?;
    writeln!(out, "  source       name, number and message: vendor; behavior: this crate unless noted")?;
    let property = if entry.requires_property { "required" } else { "default \"\", the object itself" };
    writeln!(out, "  property     {property}")?;
    for parameter in &entry.parameters {
        write_parameter(&mut out, parameter)?;
    }
    for section in &entry.directory {
        writeln!(out, "  directory    `{}`: {}", section.name, section.description)?;
        writeln!(out, "               Without it, the rule is unchecked: {}.", section.without)?;
    }
    example(&mut out, "passes", &entry.passing_example)?;
    example(&mut out, "fails", &entry.failing_example)?;
    for problem in entry.problem.lines() {
        writeln!(out, "  {:<15} {problem}", "problem")?;
    }
    Ok(())
}

fn write_parameter(out: &mut impl Write, parameter: &CatalogParameter) -> io::Result<()> {
    let presence = match (&parameter.default, parameter.required) {
        (Some(default), _) => format!("default {default}"),
        (None, true) => "required".to_owned(),
        (None, false) => "optional".to_owned(),
    };
    let value_type = value_type(&parameter.schema);
    writeln!(out, "  parameter    {} ({value_type}; {presence}): {}", parameter.name, parameter.description)?;
    let width = parameter.words.iter().map(|word| word.word.len()).max().unwrap_or_default();
    for word in &parameter.words {
        writeln!(out, "               {:<width$}  {}", word.word, word.description)?;
    }
    Ok(())
}

/// Returns the type of values that a schema accepts, in the terms of rule files.
fn value_type(schema: &Value) -> String {
    if let Some(choices) = schema["oneOf"].as_array() {
        return choices.iter().map(value_type).collect::<Vec<_>>().join(" or ");
    }
    if schema["enum"].is_array() {
        return "keyword".to_owned();
    }
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
        return match name {
            "Path" | "MemberPath" => "path",
            "Rule" | "ItemRule" | "AnyRule" => "rule",
            "Scalar" => "string, number or boolean",
            "IntegralScalar" => "string, integer or boolean",
            "Condition" => "condition",
            _ => "object",
        }
        .to_owned();
    }
    match schema["type"].as_str().unwrap_or("any value") {
        "array" => format!("array of {}", plural(&value_type(&schema["items"]))),
        "integer" if schema["minimum"] == 0 => "integer from 0".to_owned(),
        other => other.to_owned(),
    }
}

fn plural(types: &str) -> String {
    types.replace(", ", "s, ").replace(" or ", "s or ") + "s"
}

/// A value in which each rule begins with its validator and property.
struct ValidatorFirst<'v>(&'v Value);

impl Serialize for ValidatorFirst<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(members) => {
                let first = ["validator", "property", "id"];
                let is_first = |name: &String| first.contains(&&**name);
                let begin = first.iter().filter_map(|name| members.get_key_value(*name));
                let rest = members.iter().filter(|(name, _)| !is_first(name));
                serializer.collect_map(begin.chain(rest).map(|(name, value)| (name, ValidatorFirst(value))))
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(ValidatorFirst)),
            value => value.serialize(serializer),
        }
    }
}

/// Writes the parts of an example.
fn example(out: &mut impl Write, outcome: &str, case: &Value) -> io::Result<()> {
    writeln!(out, "\nexample ({outcome}): {}", case["name"].as_str().unwrap_or_default())?;
    for part in ["rules", "directory", "current", "subject", "featureVersion", "body", "text"] {
        match case.get(part) {
            Some(Value::Object(rules)) if part == "rules" => {
                for rule in rules.get("rules").and_then(Value::as_array).into_iter().flatten() {
                    writeln!(out, "  {:<15} {}", "rule", line(&ValidatorFirst(rule))?)?;
                }
            }
            Some(value) => writeln!(out, "  {part:<15} {}", line(&ValidatorFirst(value))?)?,
            None => {}
        }
    }
    Ok(())
}
