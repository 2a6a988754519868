//! Rules that are built in code instead of a file, with a custom check, for requests and for any other object.
//!
//! ```console
//! $ cargo run --example rules_in_code
//! ```

use icws_schema::codes::ValidationErrorType;
use icws_schema::rules::validators::{CollectionCount, Range, Regex, RequiredAttribute, UnknownValidator};
use icws_schema::rules::{Context, CustomChecks, ObjectChecker, ObjectContext, RequestChecker, Rule, RuleSet};
use serde_json::Value;

#[allow(clippy::print_stdout, reason = "an example prints what it shows")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rules = RuleSet::new([
        Rule::new("followMe", CollectionCount::new().with_max(3)).with_note("more is confusing"),
        Rule::new("followMe[].timeout", Range::new().with_min(5).with_max(60)),
        Rule::new("followMe[].phoneNumber", Regex::new(r"^\+?[0-9]+$")),
        Rule::new("followMe[].phoneNumber", UnknownValidator::new("not premium")),
    ])?;

    // It is equivalent to a rule file, and can be saved as one.
    println!("{}", rules.to_json());
    assert_eq!(RuleSet::from_json(rules.to_json())?, rules);

    // A custom check is registered under its name.
    let is_not_premium = |value: &Value| value.as_str().is_some_and(|number| !number.starts_with("+1900"));
    let checks = CustomChecks::new().with("not premium", is_not_premium);
    let checker = RequestChecker::with_custom_checks(&rules, &checks)?;
    let report = checker
        .check(r#"{"followMe": [{"phoneNumber": "+19005550100", "timeout": 90, "usePin": false}]}"#, &Context::new());
    println!("{report}");
    let validators: Vec<_> = report.iter().filter_map(icws_schema::report::Problem::validator).collect();
    assert_eq!(validators, [ValidationErrorType::Range, ValidationErrorType::UnknownValidator]);

    // The same validators check any other JSON object.
    let rules = RuleSet::new([Rule::new("extension", RequiredAttribute::new())])?;
    let report = ObjectChecker::new(&rules)?.check(r#"{"name": "Station 1"}"#, &ObjectContext::new());
    assert_eq!(report.problems()[0].pointer(), "/extension");
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn std::error::Error>> {
    main()
}
