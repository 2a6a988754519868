//! The validators that are meant by names of other libraries, such as `@NotEmpty` of Bean Validation.

use crate::codes::ValidationErrorType as Id;
use crate::file::synonyms;
use crate::vocabulary::{Format, WordEnum};

/// Names in lower case, without `@`; the validator that is meant, if it is one; and what to write.
type Meant = (&'static [&'static str], Option<Id>, &'static str);

/// What to write in place of a check of a type.
pub(super) const TYPES: &str = "types are always checked, without a rule: remove it";

const MEANT: &[Meant] = &[
    (
        &["notnull", "nonnull", "notnil", "isnotnull", "isdefined", "notundefined"],
        Some(Id::RequiredValue),
        "`requiredValue` rejects null, and `requiredAttribute` rejects a body without the property",
    ),
    (
        &[
            "notempty",
            "notblank",
            "isnotempty",
            "nonempty",
            "presence",
            "filled",
            "cannotbeempty",
            "isrequired",
            "mandatory",
        ],
        Some(Id::RequiredValue),
        "`requiredValue` rejects null; `stringLength` with `\"min\": 1` rejects an empty string, and `collectionCount` with `\"min\": 1` an empty array",
    ),
    (
        &["required", "requiredproperty", "isrequiredproperty"],
        Some(Id::RequiredAttribute),
        "`requiredAttribute` rejects a body without the property, and `requiredValue` rejects null",
    ),
    (
        &["size", "len", "bounds"],
        None,
        "`stringLength` has bounds for the number of characters of a string, `collectionCount` for that of the items of an array: both have `min` and `max`",
    ),
    (
        &[
            "minlength",
            "maxlength",
            "minimumlength",
            "maximumlength",
            "islength",
            "stringlen",
            "lengthbetween",
            "min_length",
            "max_length",
        ],
        Some(Id::StringLength),
        "write `stringLength` with `min` and `max`, the numbers of characters",
    ),
    (
        &[
            "minitems",
            "maxitems",
            "itemcount",
            "arraylength",
            "minsize",
            "maxsize",
            "arrayminsize",
            "arraymaxsize",
            "minimumcount",
        ],
        Some(Id::CollectionCount),
        "write `collectionCount` with `min` and `max`, the numbers of items",
    ),
    (
        &[
            "min",
            "max",
            "minimum",
            "maximum",
            "between",
            "inclusivebetween",
            "inrange",
            "numericrange",
            "rangevalidator",
            "minvalue",
            "maxvalue",
            "gte",
            "lte",
            "atleast",
            "atmost",
        ],
        Some(Id::Range),
        "write `range` with `min`, `max` or both, which are inclusive; `rangeFloat` is for numbers that are no integers",
    ),
    (
        &["decimalmin", "decimalmax", "floatrange", "doublerange", "decimalrange"],
        Some(Id::RangeFloat),
        "write `rangeFloat` with `min`, `max` or both, which are inclusive",
    ),
    (&["positive", "ispositive"], Some(Id::Range), "write `range` with `\"min\": 1`"),
    (&["positiveorzero", "nonnegative", "unsigned"], Some(Id::Range), "write `range` with `\"min\": 0`"),
    (&["negative", "isnegative"], Some(Id::Range), "write `range` with `\"max\": -1`"),
    (
        &[
            "pattern",
            "regexp",
            "regexpression",
            "regularexpression",
            "matches",
            "match",
            "like",
            "ilike",
            "rlike",
            "regexvalidator",
            "patternvalidator",
            "startswith",
            "endswith",
            "contains",
        ],
        Some(Id::Regex),
        "write `regex` with the regular expression in `pattern`: `^` is the start of the string, and `$` its end",
    ),
    (
        &["numeric", "digits", "isdigits", "isnumeric", "onlydigits", "digitsonly", "numberstring"],
        Some(Id::Regex),
        "types are always checked; for a string of digits write `regex` with `\"pattern\": \"^[0-9]+$\"`",
    ),
    (
        &["alpha", "isalpha", "letters", "alphanumeric", "isalphanumeric", "alnum", "alphanum", "ascii"],
        Some(Id::Regex),
        "write `regex` with a `pattern` such as `\"^[A-Za-z0-9]+$\"`",
    ),
    (
        &[
            "isint",
            "isinteger",
            "isnumber",
            "isstring",
            "isboolean",
            "isbool",
            "isarray",
            "isobject",
            "typeof",
            "datatype",
            "istype",
            "typecheck",
        ],
        None,
        TYPES,
    ),
    (
        &[
            "enum",
            "isin",
            "in",
            "oneof",
            "inlist",
            "allowedvalues",
            "choices",
            "choice",
            "whitelist",
            "inclusion",
            "isenum",
            "const",
            "equals",
            "eq",
            "equalto",
            "allowlist",
        ],
        Some(Id::ValidValues),
        "write `validValues` with the values that are allowed in `values`: `\"values\": [...]`",
    ),
    (
        &["notin", "isnotin", "exclusion", "blacklist", "forbiddenvalues", "notequal", "notequals", "ne"],
        None,
        "no validator rejects single values: `validValues` has those that are allowed, and the `pattern` of `regex` may describe them",
    ),
    (
        &["unique", "isunique", "uniqueness"],
        None,
        "`uniqueInstanceId` rejects the id of another object, and `uniqueAttributeValue` the value that another object has for an `attribute`",
    ),
    (
        &["foreignkey", "reference", "ref", "lookup", "existsin", "existingid"],
        None,
        "`existingInstanceId` has ids of an `objectType`, and `existingAttributeValue` the values of an `attribute` of it",
    ),
    (
        &["exists"],
        None,
        "`requiredAttribute` rejects a body without the property; `existingInstanceId` and `existingAttributeValue` look a value up in the directory",
    ),
    (
        &["divisibleby", "step", "multiple", "isdivisibleby"],
        Some(Id::MultipleOf),
        "write `multipleOf` with the number in `divisor`",
    ),
    (
        &[
            "compare",
            "comparison",
            "greaterthan",
            "lessthan",
            "gt",
            "lt",
            "compareto",
            "lessthanorequal",
            "greaterthanorequal",
        ],
        Some(Id::IntegerComparisonValidator),
        "write `integerComparisonValidator` with an `operator` (`lt`, `le`, `eq`, `ne`, `ge`, `gt`), and a path in `other` or an integer in `value`",
    ),
    (
        &["requiredif", "dependencies", "dependentrequired", "requiredwith"],
        Some(Id::OtherAttributeValue),
        "write `otherAttributeValue` with the path of the other property in `other` and what it has to be in `expect`, such as `{\"is\": true}`",
    ),
    (
        &["prohibitedif", "excludeif", "notapplicable", "forbiddenif", "absentif", "if", "when", "conditional"],
        Some(Id::PropertyNotApplicable),
        "`propertyNotApplicable` rejects the property if the condition in `when` holds",
    ),
    (
        &["mutuallyexclusive", "oneofproperties", "exclusive", "xor"],
        Some(Id::ObjectValidationErrorMutuallyExclusive),
        "write `objectValidationErrorMutuallyExclusive` with the paths in `properties`",
    ),
    (
        &["each", "every", "foreach", "items", "itemrules", "valid"],
        Some(Id::CollectionItemValidator),
        "write a path with `[]`, such as `followMe[].timeout`, or `collectionItemValidator` with rules for each item in `rules`",
    ),
    (
        &["custom", "function", "script", "callback", "assert", "asserttrue"],
        Some(Id::UnknownValidator),
        "`unknownValidator` has the name of a check that is written in code, in `check`",
    ),
];

/// Returns the validator that is probably meant by a name of another library, if it is one, and what to write.
pub(super) fn meant(name: &str) -> Option<(Option<Id>, String)> {
    const MAX_LENGTH: usize = 60;
    if name.len() > MAX_LENGTH {
        return None;
    }
    let name: String = name.chars().filter(|character| character.is_alphanumeric()).collect();
    let lower = name.to_ascii_lowercase();
    if let Some((_, validator, help)) = MEANT.iter().find(|(names, ..)| names.contains(&&*lower)) {
        return Some((*validator, (*help).to_owned()));
    }
    let format = format_of(&lower)?;
    let help = format!("write `validFormat` with `\"format\": \"{format}\"`");
    Some((Some(Id::ValidFormat), help))
}

/// Returns the format that a name in lower case has, such as `isEmail` and `phoneNumberFormat`.
fn format_of(name: &str) -> Option<&'static str> {
    let known = |name: &str| {
        let is_format = |format: &&str| format.eq_ignore_ascii_case(name);
        Format::WORDS.iter().copied().find(is_format).or_else(|| synonyms::synonym(name, Format::WORDS))
    };
    let prefixes = ["", "is", "valid", "isvalid", "validate", "check"];
    let suffixes = ["", "format", "formatvalidator", "validator", "validation", "attribute", "address", "rule"];
    prefixes
        .iter()
        .filter_map(|prefix| name.strip_prefix(prefix))
        .find_map(|name| suffixes.iter().filter_map(|suffix| name.strip_suffix(suffix)).find_map(known))
}

#[cfg(test)]
mod tests {
    use super::{Id, MEANT, format_of};
    use std::collections::HashSet;

    #[test]
    fn each_name_is_in_lower_case_and_there_once_and_is_no_validator() {
        let names: Vec<_> = MEANT.iter().flat_map(|(names, ..)| *names).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| name.to_ascii_lowercase() == **name));
        let is_name = |text: &str| text.parse::<Id>().is_ok();
        assert!(!names.iter().any(|name| is_name(name)));
        for (names, validator, help) in MEANT {
            let is_written = validator.and_then(Id::name).is_none_or(|name| help.contains(&format!("`{name}`")));
            assert!(is_written, "{names:?}: {help}");
        }
    }

    #[test]
    fn formats_are_found_in_names_of_validators() {
        for (name, format) in [
            ("email", Some("email")),
            ("isemail", Some("email")),
            ("emailaddress", Some("email")),
            ("phonenumberformat", Some("phoneNumber")),
            ("phonenumber", Some("phoneNumber")),
            ("isuuid", Some("guid")),
            ("isurl", Some("uri")),
            ("validdatetime", Some("dateTime")),
            ("format", None),
            ("is", None),
            ("foo", None),
        ] {
            assert_eq!(format_of(name), format, "{name}");
        }
    }
}
