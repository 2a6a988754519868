//! What to write in place of members that rules and conditions do not have: those of other formats.

use super::expected::{FileObject, LoadExpected};

/// Names of members, in lower case, and what helps in their place.
type Helps = &'static [(&'static [&'static str], &'static str)];

const RULE: Helps = &[
    (&["when"], "only rules of `propertyNotApplicable` have a condition"),
    (
        &["severity", "level", "priority", "weight", "warning"],
        "a rule has no severity: a body that violates it is invalid",
    ),
    (
        &["enabled", "disabled", "active", "isenabled", "enable", "disable", "skip"],
        "every rule of the file is in force: take out one that should not be",
    ),
    (&["unit", "units"], "a number has the unit of its property: timeouts are in seconds"),
    (
        &["value", "values", "equals", "equal", "eq", "expect", "expected", "is", "in", "const", "oneof"],
        "`validValues` compares with values: `{\"validator\": \"validValues\", \"property\": ..., \"values\": [...]}`",
    ),
    (
        &["operator", "op", "comparison", "compare"],
        "`range` has `min` and `max`, `validValues` has `values`, and `integerComparisonValidator` an operator",
    ),
    (
        &["required", "optional", "mandatory", "nullable", "allownull", "isrequired"],
        "`requiredAttribute` is for a property that must be there, and `requiredValue` for one that must not be null",
    ),
    (
        &["casesensitive", "caseinsensitive", "ignorecase", "case"],
        "`validValues` has `ignoreCase`, a pattern begins with `(?i)` to ignore case, and ids are compared case-insensitively",
    ),
    (
        &[
            "exclusiveminimum",
            "exclusivemaximum",
            "exclusive",
            "inclusive",
            "above",
            "below",
            "lessthan",
            "greaterthan",
        ],
        "`min` and `max` are inclusive: write the next integer",
    ),
    (&["length", "size", "len"], "for one length, write it as `min` and as `max`"),
    (&["default", "defaultvalue"], "a rule does not change a body: there are no default values"),
    (
        &["id", "name", "title", "tags", "author", "date", "version", "category", "group", "owner", "reason", "error"],
        "a rule has no such property: write it in `note`, which reports show",
    ),
];

const BETWEEN: (&[&str], &str) =
    (&["between", "range", "bounds", "interval", "in"], "write its bounds as `min` and `max`, which are inclusive");

/// What helps in rules of one validator.
const OF_VALIDATOR: &[(&str, Helps)] = &[
    (
        "validValues",
        &[(&["casesensitive"], "`ignoreCase` is its opposite: write `true` for `false`, and `false` for `true`")],
    ),
    ("propertyNotApplicable", &[(&["unless"], "write the opposite: `\"when\": {\"not\": {...}}`")]),
    (
        "range",
        &[
            (
                &["value", "values", "const", "is"],
                "`min` is the smallest integer that is allowed, and `max` the largest; `validValues` compares with values",
            ),
            BETWEEN,
        ],
    ),
    (
        "rangeFloat",
        &[
            (
                &["value", "values", "const", "is"],
                "`min` is the smallest number that is allowed, and `max` the largest; `validValues` compares with values",
            ),
            BETWEEN,
        ],
    ),
    (
        "regex",
        &[
            (
                &["flags", "options", "ignorecase", "caseinsensitive", "casesensitive"],
                "write flags at the start of the pattern: `(?i)` ignores case",
            ),
            (
                &[
                    "like",
                    "ilike",
                    "startswith",
                    "prefix",
                    "endswith",
                    "suffix",
                    "contains",
                    "matches",
                    "value",
                    "glob",
                    "wildcard",
                ],
                "write it as `pattern`, a regular expression: `^` is the start of the string, `$` its end, `.*` any text, `\\\\+` a plus sign",
            ),
        ],
    ),
];

const ATTRIBUTE_EXISTENCE: &str =
    "names of properties that must be set are in `required`, those that must not be set in `forbidden`";

const TEST: Helps = &[
    (&["note", "comment", "description"], "write it in the `note` of the rule"),
    (&["operator", "op", "comparison", "compare"], "the name is the operator: `is`, `isNot`, `present` or `absent`"),
    (&["value", "expect", "expected"], "write `is` for an equal value, and `isNot` for another one"),
    (
        &["in", "oneof", "values", "enum"],
        "write a test for each value: `{\"any\": [{\"property\": ..., \"is\": ...}, {\"property\": ..., \"is\": ...}]}`",
    ),
    (
        &["isnull", "null", "isset", "set", "defined", "isempty", "empty"],
        "`\"absent\": true` is for a property that is missing or null, and `\"present\": true` for any other",
    ),
    (
        &["gt", "ge", "gte", "lt", "le", "lte", "min", "max", "matches", "pattern", "contains", "startswith", "like"],
        "a test only compares for equality: there are `is`, `isNot`, `present` and `absent`",
    ),
    (&["casesensitive", "ignorecase"], "strings are compared exactly"),
];

/// Returns what helps with a member that a rule, condition or expectation does not have.
pub(super) fn help(expected: &LoadExpected, member: &str) -> Option<&'static str> {
    let helps = match expected {
        LoadExpected::ParameterOf { .. }
        | LoadExpected::NoParameter { .. }
        | LoadExpected::Member { object: FileObject::Rule } => RULE,
        LoadExpected::Member { object: FileObject::Condition | FileObject::Expectation } => TEST,
        _ => return None,
    };
    let of = match expected {
        LoadExpected::ParameterOf { validator: "attributeExistence", .. } => return Some(ATTRIBUTE_EXISTENCE),
        LoadExpected::ParameterOf { validator, .. } => *validator,
        _ => "",
    };
    let member = member.to_ascii_lowercase();
    let of_validator = OF_VALIDATOR.iter().filter(|(validator, _)| *validator == of);
    let mut helps = of_validator.flat_map(|(_, helps)| *helps).chain(helps);
    helps.find(|(names, _)| names.contains(&&*member)).map(|(_, help)| *help)
}

#[cfg(test)]
mod tests {
    use super::{RULE, TEST};
    use std::collections::HashSet;

    #[test]
    fn each_name_is_in_lower_case_and_there_once() {
        for helps in [RULE, TEST] {
            let names: Vec<_> = helps.iter().flat_map(|(names, _)| *names).collect();
            assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
            assert!(names.iter().all(|name| name.to_ascii_lowercase() == **name));
        }
    }
}
