use super::case_file::define_found;
use super::examples;
use super::object::{Definitions, all_required, count, described, nullable, reference, typed};
use super::report_file::{file, version};
use schemars::Schema;
use serde_json::{Value, json};

/// Returns the schema of each line that `icws-schema test` and `icws-schema conformance` print with `--format json` (one per
/// file) and `--format ndjson` (one per case).
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::test_report();
/// assert_eq!(schema.as_value()["$defs"]["CaseResult"]["properties"]["line"]["type"], "integer");
/// ```
#[must_use]
pub fn test_report() -> Schema {
    let mut definitions = Definitions::default();
    define_found(&mut definitions);
    let entries = [
        ("ProblemEntry", "problem", "A problem of the body.", "FoundProblem"),
        ("UncheckedEntry", "unchecked", "A rule that could not be checked.", "FoundUnchecked"),
        ("RejectedRulesEntry", "rejectedRules", "The first problem of the rules.", "FoundRejection"),
        ("RejectedDirectoryEntry", "rejectedDirectory", "The first problem of the directory.", "FoundRejection"),
    ];
    for (title, member, about, of) in entries {
        let entry = all_required(json!({member: described(about, reference(of))}), &[]);
        definitions.add_value(title, about, entry);
    }
    let entry = json!({"oneOf": entries.map(|(title, ..)| reference(title))});
    definitions.add_value("CaseEntry", "An expected or reported problem, unchecked rule or rejection.", entry);
    let outcomes = ["ok", "noisy", "wrong", "missing"];
    let one_of = |words: &[&str]| json!({"type": "string", "enum": words});
    definitions.add_value("CaseOutcome", "Outcome of a case.", one_of(&outcomes));
    definitions.add_value("DifferenceOutcome", "Kind of difference.", one_of(&outcomes[1..]));
    let difference = json!({
        "outcome": described(
            "Kind of difference: `noisy` (not expected), `wrong` (expected at another pointer or with other data), or `missing` (not reported).",
            reference("DifferenceOutcome"),
        ),
        "expected": described("The expected entry; absent if the difference is `noisy`.", reference("CaseEntry")),
        "found": described("The reported entry; absent if the difference is `missing`.", reference("CaseEntry")),
    });
    let about = "A difference between the expected findings of a case and those that were reported.";
    definitions.add("Difference", about, all_required(difference, &["expected", "found"]));
    let optional = ["expectedFailure", "error"];
    definitions.add("CaseResult", "The result of a case.", all_required(case(), &optional));
    let mut line = case();
    (line["version"], line["file"]) = (version(), file());
    definitions.add("CaseLine", "The result of a case of a file.", all_required(line, &optional));
    let outcome = |about: &str| described(about, count());
    let report = json!({
        "version": version(),
        "file": file(),
        "cases": described("The results of the cases, in the order of the file.", json!({"type": "array", "items": reference("CaseResult")})),
        "ok": outcome("Number of cases whose findings are as expected."),
        "noisy": outcome("Number of cases with the outcome `noisy`."),
        "wrong": outcome("Number of cases with the outcome `wrong`."),
        "missing": outcome("Number of cases with the outcome `missing`."),
        "notRun": outcome("Number of cases that could not be run."),
    });
    definitions.add("CaseFileReport", "The results of a case file.", all_required(report, &[]));
    let unusable = json!({
        "version": version(),
        "file": file(),
        "error": described("Reason why the file cannot be used, one line for each problem.", typed("string")),
    });
    definitions.add("UnusableFile", "A case file that cannot be used.", all_required(unusable, &[]));
    let schema = json!({"oneOf": [reference("CaseFileReport"), reference("CaseLine"), reference("UnusableFile")]});
    let about = "Results of the cases of a file: a file or, with `--format ndjson`, a case on each line.";
    definitions.into_document("TestReport", about, schema, examples::of("TestReport"))
}

/// Returns the members of the result of a case.
fn case() -> Value {
    json!({
        "name": described("Name of the case.", typed("string")),
        "line": described("Line of the case in the file, from 1.", json!({"type": "integer", "minimum": 1})),
        "outcome": described(
            "Outcome: `ok`, or the first of `missing`, `wrong` and `noisy` that one of its differences has; null if the case could not be run.",
            json!({"oneOf": [reference("CaseOutcome"), {"type": "null"}]}),
        ),
        "expectedFailure": described("Whether the case is expected to fail. Only `conformance` writes it.", typed("boolean")),
        "differences": described("The differences; none if the outcome is `ok`.", json!({"type": "array", "items": reference("Difference")})),
        "error": described("Reason why the case could not be run; absent if it was.", typed("string")),
    })
}

/// Returns the schema of each line that `icws-schema check` and `icws-schema rules --check` print with `--format ndjson`.
///
/// A verdict on a line has exactly four members, of which readers make columns, and none of them is a version: they
/// stay as they are.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::verdict();
/// assert_eq!(schema.as_value()["$defs"]["LineVerdict"]["required"].as_array().map(Vec::len), Some(4));
/// ```
#[must_use]
pub fn verdict() -> Schema {
    let mut definitions = Definitions::default();
    let array = |about: &str, items: Value| described(about, json!({"type": "array", "items": items}));
    let verdict = || {
        json!({
            "valid": described("Whether there is no problem. Some rules may still be unchecked.", typed("boolean")),
            "codes": array("Number of the validator of each listed problem; null for a problem of no validator.", nullable("integer")),
            "pointers": array("Location of each listed problem, as a JSON Pointer, in the order of `codes`.", typed("string")),
            "truncated": described("Whether there are more problems than `codes` and `pointers` list; absent if there are not.", typed("boolean")),
        })
    };
    let (mut line, mut of_file) = (verdict(), verdict());
    line["line"] =
        described("Number of the line, from 1. Blank lines count.", json!({"type": "integer", "minimum": 1}));
    of_file["file"] = file();
    of_file["warnings"] = array(
        "Location of each warning, as a JSON Pointer; absent if there are none. Only `rules --check` writes it.",
        typed("string"),
    );
    let unreadable = json!({
        "file": file(),
        "error": described("Reason why the file could not be read.", typed("string")),
    });
    definitions.add("LineVerdict", "The verdict on a line of NDJSON.", all_required(line, &["truncated"]));
    definitions.add("FileVerdict", "The verdict on a file.", all_required(of_file, &["truncated", "warnings"]));
    definitions.add("FileWithoutVerdict", "A file that could not be read.", all_required(unreadable, &[]));
    let branches = ["LineVerdict", "FileVerdict", "FileWithoutVerdict"].map(reference);
    let schema = json!({"oneOf": branches});
    let about = "The verdict on a file or a line of NDJSON. The command prints one JSON object per line.";
    definitions.into_document("Verdict", about, schema, examples::of("Verdict"))
}

/// Returns the schema of what `icws-schema rules --format json` prints: all validators, or the one that is named.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::validator_catalog();
/// assert_eq!(schema.as_value()["properties"]["validators"]["type"], "array");
/// ```
#[must_use]
pub fn validator_catalog() -> Schema {
    let mut definitions = Definitions::default();
    let array = |about: &str, of: &str| described(about, json!({"type": "array", "items": reference(of)}));
    let string = |about: &str| described(about, typed("string"));
    let word =
        json!({"word": string("The keyword, or the name of the member."), "description": string("Its meaning.")});
    definitions.add("Word", "A keyword that a parameter accepts, or a member of its object.", all_required(word, &[]));
    let parameter = json!({
        "name": string("Name of the parameter in a rule file."),
        "description": string("Meaning of the parameter."),
        "required": described("Whether the parameter must be given.", typed("boolean")),
        "default": {"description": "Value that applies if the parameter is not given; null if there is none."},
        "schema": described(
            "JSON Schema of the values. References are to the definitions of `ruleFile.json`.",
            json!({"type": "object", "additionalProperties": true}),
        ),
        "words": array("Keywords that the parameter accepts, or members of its object; empty if there are none.", "Word"),
    });
    definitions.add("Parameter", "A parameter of a validator.", all_required(parameter, &[]));
    let section = json!({
        "name": string("Name of the section."),
        "description": string("Contents of the section."),
        "without": string("Reason why a rule is unchecked without the section."),
    });
    let about = "A section of the directory that rules of a validator query.";
    definitions.add("DirectorySection", about, all_required(section, &[]));
    let example = |about: &str| described(about, json!({"type": "object", "additionalProperties": true}));
    let validator = json!({
        "id": described("Number of the validator.", typed("integer")),
        "name": string("Name of the validator."),
        "message": string("The vendor's message."),
        "since": described("Feature version of `configuration` that introduced the validator; null if it is not documented.", nullable("integer")),
        "accepts": string("Types of values that a rule accepts."),
        "requiresProperty": described("Whether a rule must have `property`.", typed("boolean")),
        "description": string("What the validator checks."),
        "parameters": array("Parameters of a rule.", "Parameter"),
        "directory": array("Sections of the directory that a rule queries.", "DirectorySection"),
        "passingExample": example("A case of a case file with a valid body."),
        "failingExample": example("A case of a case file with an invalid body."),
    });
    definitions.add("Validator", "A validator.", all_required(validator, &[]));
    let catalog = json!({"version": version(), "validators": array("The validators, by number.", "Validator")});
    let about = "The validators: what a rule of each needs, and examples.";
    let schema = all_required(catalog, &[]);
    definitions.into_document("ValidatorCatalog", about, schema, examples::of("ValidatorCatalog"))
}
