use super::examples;
use super::object::{Definitions, closed, described, reference, schema_member, with_examples};
use super::profile::Profile;
use super::type_schema::one_line;
use crate::codes::ValidationErrorType;
use crate::rules::{ParameterInfo, ValidatorInfo};
use schemars::Schema;
use serde_json::{Map, Value, json};

/// Returns the schema of rule files. With it, an editor proposes validators and parameters, and shows their descriptions.
///
/// It accepts what [`RuleSet::from_json`](crate::rules::RuleSet::from_json) accepts, except for what it cannot express: the
/// order of bounds, patterns that do not compile or are between slashes, second paths with a `[]` that `property` does not have, equal delimiters,
/// symbols that contain the separator, names of checks that are not registered, duplicate members, integers of more than 64
/// bits, and nesting deeper than 32.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::rule_file();
/// assert_eq!(schema.as_value()["$defs"]["RangeRule"]["properties"]["min"]["type"], "integer");
/// ```
#[must_use]
pub fn rule_file() -> Schema {
    schema(Profile::Default)
}

/// The syntax of a path: names separated by dots, each with any number of `[]`. The first name may be missing before a `[]`.
const PATH: &str = r"^(([^.\[\]]+|\[\])(\[\])*(\.[^.\[\]]+(\[\])*)*)?$";

/// The syntax of a path without `[]`.
const MEMBER_PATH: &str = r"^([^.\[\]]+(\.[^.\[\]]+)*)?$";

pub(super) fn schema(profile: Profile) -> Schema {
    let mut definitions = Definitions::default();
    define(&mut definitions, profile);
    let about = "A rule file: rules that an object of the server's configuration must satisfy. What a validator means is this crate's choice, \
        unless its description says `documented`.";
    definitions.into_document("RuleFile", about, object(), examples::of("RuleFile"))
}

/// Returns the schema of a rule set, which uses definitions.
pub(super) fn object() -> Value {
    let rules = json!({"description": "The rules, in the order in which they are reported.", "type": "array", "items": reference("Rule")});
    closed(json!({"$schema": schema_member(), "rules": rules}), &["rules"])
}

/// Defines what rules consist of.
pub(super) fn define(definitions: &mut Definitions, profile: Profile) {
    for info in ValidatorInfo::all() {
        definitions.add(&definition_name(info.kind), &one_line(info.description), parameters(info, profile));
    }
    let about = "A rule: a validator, the property that it checks, and the validator's parameters.";
    if profile == Profile::Codegen {
        let branches: Vec<_> = ValidationErrorType::ALL.iter().map(|id| reference(&definition_name(*id))).collect();
        definitions.add("Rule", about, json!({"oneOf": branches}));
    } else {
        define_validators(definitions);
        let about = "The parameters of a rule, which depend on its validator.";
        definitions.add("RuleParameters", about, rule_parameters());
        definitions.add("RuleMembers", "The members that every rule has.", rule_members());
        definitions.add("AnyRule", "A rule with or without a property.", any_rule());
        definitions.add("Rule", about, rule_with_property());
        let about = "A rule for the items of a delimited string. An item has no properties.";
        definitions.add("ItemRule", about, rule_without_property());
    }
    let path = json!({"type": "string", "pattern": PATH, "examples": examples_of("Path")});
    definitions.add_value("Path", "A path to a property.", path);
    let path = json!({"type": "string", "pattern": MEMBER_PATH});
    definitions.add_value("MemberPath", "A path inside one object, without `[]`.", path);
    definitions.add_value("Scalar", "A string, a number or a boolean.", one_of_types(["string", "number", "boolean"]));
    let integral = one_of_types(["string", "integer", "boolean"]);
    definitions.add_value("IntegralScalar", "A string, an integer or a boolean.", integral);
    definitions.add_value("Expectation", "Exactly one of four tests.", expectation());
    let about = "A property with exactly one test, or exactly one of `all`, `any` and `not`.";
    definitions.add_value("Condition", about, condition());
}

/// Defines the names and the numbers of the validators.
pub(super) fn define_validators(definitions: &mut Definitions) {
    let names = ValidationErrorType::ALL.iter().map(|id| id.name()).collect::<Vec<_>>();
    definitions.add_value("ValidatorName", "Names of the validators.", json!({"type": "string", "enum": names}));
    let numbers = ValidationErrorType::ALL.iter().map(|id| id.code()).collect::<Vec<_>>();
    let numbers = json!({"type": "integer", "enum": numbers});
    definitions.add_value("ValidatorNumber", "Numbers of the validators.", numbers);
}

/// Returns the schema of a validator, by name or number, or null if that is allowed.
pub(super) fn validator_or(description: &str, null: Option<Value>) -> Value {
    let branches: Vec<_> = [reference("ValidatorName"), reference("ValidatorNumber")].into_iter().chain(null).collect();
    with_examples(json!({"description": description, "oneOf": branches}), json!(["range", "regex"]))
}

/// Returns examples of a definition.
fn examples_of(definition: &str) -> Value {
    match definition {
        "Path" => json!(["externalCallTimeout.actualValue", "followMe[].timeout", ""]),
        "MemberPath" => json!(["externalCallTimeout.actualValue", "callForwardAll.actualValue"]),
        "Condition" => json!([{"property": "callForwardAll.actualValue", "is": false}]),
        "Expectation" => json!([{"present": true}, {"is": true}]),
        "Scalar" | "IntegralScalar" => json!([true, "External"]),
        _ => json!([]),
    }
}

/// Adds a description to the schema of a member, and examples if it is a reference.
fn described_with_examples(description: &str, schema: Value) -> Value {
    let definition = schema["$ref"].as_str().and_then(|target| target.strip_prefix("#/$defs/"));
    let examples = examples_of(definition.unwrap_or_default());
    let schema = described(description, schema);
    match examples {
        none if none == json!([]) => schema,
        examples => with_examples(schema, examples),
    }
}

fn definition_name(id: ValidationErrorType) -> String {
    let mut letters = id.name().unwrap_or_default().chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).chain("Rule".chars()).collect()
}

/// Returns the name and the number of a validator.
fn names(id: ValidationErrorType) -> [Value; 2] {
    [id.name().into(), id.code().into()]
}

/// Returns the schema of a rule of one validator.
fn parameters(info: &ValidatorInfo, profile: Profile) -> Value {
    let id = info.kind;
    let mut properties = Map::new();
    properties.insert("validator".into(), validator(info, profile));
    properties.insert("property".into(), property(info));
    let mut required = vec!["validator"];
    if profile == Profile::Codegen && info.requires_property() {
        required.push("property");
    }
    for parameter in info.parameters {
        properties.insert(parameter.name.into(), self::parameter(id, parameter, profile));
        if parameter.is_required() {
            required.push(parameter.name);
        }
    }
    properties.insert("note".into(), note());
    let mut schema = closed(properties.into(), &required);
    if let Some(alternatives) = alternatives(id) {
        // Below a member that is always present, where code generators do not look. `true` is no schema to propose, as `{}` is.
        schema["dependentSchemas"] = json!({"validator": alternatives});
    }
    schema
}

/// Returns the schema of `validator` in the rule of one validator, with what the validator does. Editors and validators get its values from elsewhere; for
/// generators it is the name.
fn validator(info: &ValidatorInfo, profile: Profile) -> Value {
    let (name, number, about) = (info.kind.name().unwrap_or_default(), info.kind.code(), one_line(info.description));
    match profile {
        Profile::Default => json!({"description": format!("`{name}`, or its number, {number}. {about}")}),
        Profile::Codegen => {
            json!({"description": format!("Number {number}. {about}"), "type": "string", "const": name})
        }
    }
}

fn property(info: &ValidatorInfo) -> Value {
    let about = "Path of the property that the rule checks: names separated by dots, `[]` for every item of an array.";
    if info.requires_property() {
        described_with_examples(&format!("{about} `\"\"` is the object itself."), reference("Path"))
    } else {
        let mut schema = described_with_examples(&format!("{about} By default the object itself."), reference("Path"));
        schema["default"] = "".into();
        schema
    }
}

fn note() -> Value {
    json!({"description": "Text that accompanies each violation of the rule.", "type": "string"})
}

fn parameter(id: ValidationErrorType, parameter: &ParameterInfo, profile: Profile) -> Value {
    use ValidationErrorType as Id;
    let mut schema = parameter.schema();
    match (id, parameter.name) {
        (Id::MultipleOf, "divisor") => schema["minimum"] = 1.into(),
        (Id::CharacterDelimitedValue, "delimiter")
        | (Id::CharacterDelimitedKvPairs, "pairDelimiter" | "keyDelimiter") => schema["minLength"] = 1.into(),
        (Id::ObjectValidationErrorMutuallyExclusive, "properties") => {
            schema["minItems"] = 2.into();
            schema["items"] = reference("MemberPath");
        }
        (Id::WrapUpStatusTimeout, "status" | "timeout") => schema = reference("MemberPath"),
        (Id::PronunciationValidator, "alphabet") => schema = with_examples(schema, json!(["arpabet", ["a", "b"]])),
        (Id::CharacterDelimitedValue, "rules") if profile == Profile::Default => {
            schema["items"] = reference("ItemRule");
        }
        _ => {}
    }
    let mut schema = described_with_examples(&one_line(parameter.description), schema);
    if let Some(default) = parameter.default() {
        schema["default"] = default;
    }
    schema
}

/// Returns the parameters of which at least one, or exactly one, is required.
fn alternatives(id: ValidationErrorType) -> Option<Value> {
    use ValidationErrorType as Id;
    let each = |names: [&str; 2]| names.map(|name| json!({"properties": {name: true}, "required": [name]}));
    match id {
        Id::Range | Id::RangeFloat | Id::StringLength | Id::CollectionCount => {
            Some(json!({"type": "object", "anyOf": each(["min", "max"])}))
        }
        Id::AttributeExistence => Some(json!({"type": "object", "anyOf": each(["required", "forbidden"])})),
        Id::IntegerComparisonValidator => Some(json!({"type": "object", "oneOf": each(["other", "value"])})),
        _ => None,
    }
}

/// Returns the schema of a rule with the parameters of its validator. An unknown validator is a single error.
///
/// Editors show the first description that they find of a member, which is that of the validator, and that of any rule if
/// the validator is unknown.
fn any_rule() -> Value {
    json!({"type": "object", "allOf": [reference("RuleParameters"), reference("RuleMembers")]})
}

fn rule_members() -> Value {
    let properties = json!({
        "validator": validator_or("Validator, by name or number.", None),
        "property": described_with_examples("Path of the property that the rule checks.", reference("Path")),
        "note": note(),
    });
    json!({"type": "object", "properties": properties, "required": ["validator"]})
}

/// Returns the schema of the parameters of each validator.
fn rule_parameters() -> Value {
    let branch = |id: &ValidationErrorType| {
        json!({
            "if": {"properties": {"validator": {"enum": self::names(*id)}}},
            "then": reference(&definition_name(*id)),
        })
    };
    let branches: Vec<_> = ValidationErrorType::ALL.iter().map(branch).collect();
    json!({"type": "object", "dependentSchemas": {"validator": {"type": "object", "allOf": branches}}})
}

/// Returns the schema of a rule with a property, which only rules for objects may omit.
fn rule_with_property() -> Value {
    let optional = ValidatorInfo::all().filter(|info| !info.requires_property());
    let optional: Vec<_> = optional.flat_map(|info| names(info.kind)).collect();
    let condition = json!({
        "type": "object",
        "if": {"properties": {"validator": {"not": {"enum": optional}}}},
        "then": {"properties": {"property": true}, "required": ["property"]},
    });
    json!({"type": "object", "allOf": [reference("AnyRule")], "dependentSchemas": {"validator": condition}})
}

/// Returns the schema of a rule that has no property, or `""`: the item itself.
fn rule_without_property() -> Value {
    let itself = json!({"type": "object", "properties": {"property": {"type": "string", "const": ""}}});
    json!({"type": "object", "allOf": [reference("AnyRule")], "dependentSchemas": {"property": itself}})
}

fn one_of_types(types: [&str; 3]) -> Value {
    json!({"oneOf": types.map(|name| json!({"type": name}))})
}

fn tests() -> Value {
    let only_true = |about: &str| json!({"description": about, "type": "boolean", "const": true});
    json!({
        "present": only_true("The property is set: present and not null."),
        "absent": only_true("The property is not set: absent or null."),
        "is": described_with_examples("The property is set and equal to this value.", reference("Scalar")),
        "isNot": described_with_examples("The opposite of `is`: the property is not set, or has a different value.", reference("Scalar")),
    })
}

fn expectation() -> Value {
    let mut schema = closed(tests(), &[]);
    schema["minProperties"] = 1.into();
    schema["maxProperties"] = 1.into();
    schema
}

fn condition() -> Value {
    let mut properties = tests();
    properties["property"] = described_with_examples("Path of the property that is tested.", reference("Path"));
    let conditions =
        |about: &str| json!({"description": about, "type": "array", "minItems": 1, "items": reference("Condition")});
    properties["all"] = conditions("Conditions that are all true.");
    properties["any"] = conditions("Conditions of which at least one is true.");
    properties["not"] = described_with_examples("A condition that is not true.", reference("Condition"));
    let mut schema = closed(properties, &[]);
    schema["minProperties"] = 1.into();
    let needs_property = json!(["property"]);
    schema["dependentRequired"] = json!({
        "present": needs_property, "absent": needs_property, "is": needs_property, "isNot": needs_property,
    });
    let alone = json!({"maxProperties": 1});
    schema["dependentSchemas"] = json!({
        "property": {"minProperties": 2, "maxProperties": 2},
        "all": alone, "any": alone, "not": alone,
    });
    schema
}
