//! Where a schema rejects a body, and by which keyword.

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;
use std::collections::BTreeSet;

/// The reason of a rejection: a JSON Pointer to what is invalid or missing, and the keyword.
pub(super) type Reason = (String, &'static str);

pub(super) fn validator(schema: &schemars::Schema) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema.as_value()).unwrap()
}

/// Returns every reason of a rejection. For a choice, these are the reasons of the branch that is closest: that of the object if null is allowed as well;
/// where any of several rules would do, it is the choice itself.
pub(super) fn reasons(validator: &Validator, body: &Value) -> BTreeSet<Reason> {
    validator.iter_errors(body).flat_map(|error| of(&error)).collect()
}

/// The members that distinguish a user and a list of users from a view.
const SELECTING: [&str; 2] = ["clientConfigurationProperties", "items"];

fn of(error: &ValidationError<'_>) -> Vec<Reason> {
    let at = error.instance_path().to_string();
    let member = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    match error.kind() {
        Kind::Required { property } => vec![(member(property.as_str().unwrap()), "required")],
        Kind::AdditionalProperties { unexpected } => {
            unexpected.iter().map(|name| (member(name), "additionalProperties")).collect()
        }
        Kind::OneOfNotValid { context } => {
            let branches = context.iter().map(|errors| errors.iter().flat_map(of).collect::<Vec<_>>());
            // A branch of another type is the farthest from the body, then one with another `__type`, or without the member that
            // selects it.
            let other = |reasons: &Vec<Reason>| {
                let far = |(place, keyword): &Reason| match *keyword {
                    "type" if *place == at => 2,
                    "const" | "not" if *place == format!("{at}/__type") => 1,
                    "required" if SELECTING.iter().any(|name| *place == member(name)) => 1,
                    _ => 0,
                };
                reasons.iter().map(far).max()
            };
            branches.min_by_key(|reasons| (other(reasons), reasons.len())).unwrap_or_default()
        }
        Kind::FalseSchema => vec![(at, "properties")],
        Kind::AnyOf { .. } => vec![(at, "anyOf")],
        Kind::Type { .. } => vec![(at, "type")],
        Kind::Enum { .. } => vec![(at, "enum")],
        Kind::Constant { .. } => vec![(at, "const")],
        Kind::Not { .. } => vec![(at, "not")],
        Kind::Minimum { .. } => vec![(at, "minimum")],
        Kind::Maximum { .. } => vec![(at, "maximum")],
        Kind::ExclusiveMinimum { .. } => vec![(at, "exclusiveMinimum")],
        Kind::ExclusiveMaximum { .. } => vec![(at, "exclusiveMaximum")],
        Kind::MinLength { .. } => vec![(at, "minLength")],
        Kind::MaxLength { .. } => vec![(at, "maxLength")],
        Kind::MinItems { .. } => vec![(at, "minItems")],
        Kind::MaxItems { .. } => vec![(at, "maxItems")],
        Kind::MultipleOf { .. } => vec![(at, "multipleOf")],
        Kind::Pattern { .. } => vec![(at, "pattern")],
        Kind::Format { .. } => vec![(at, "format")],
        other => panic!("no schema of ours says {}: {error}", other.keyword()),
    }
}
