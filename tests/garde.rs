//! Validation through garde: what is checked, what is an error, and where.

use ::garde::Validate;
use icws_schema::body::{
    Field, FollowMe, InheritableProperty, UserClientConfigurationProperties, UserClientConfigurationView,
};
use icws_schema::directory::{Answer, Directory, DirectoryError, Question};
use icws_schema::garde::RuleContext;
use icws_schema::rules::RequestChecker;

fn context(rules: &str) -> RuleContext {
    RuleContext::new(RequestChecker::from_json(format!("{{\"rules\": [{rules}]}}")).unwrap())
}

/// The paths and messages of garde's report.
fn errors<T: Validate<Context = RuleContext>>(value: &T, context: &RuleContext) -> Vec<String> {
    let Err(report) = value.validate_with(context) else { return Vec::new() };
    report.iter().map(|(path, error)| format!("{path}: {error}")).collect()
}

const TIMEOUT: &str = r#"{"validator": "range", "property": "followMe[].timeout", "max": 60}"#;
const RINGS: &str = r#"{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60}"#;

#[test]
fn a_request_is_checked_by_representation_and_rules() {
    let mut update = UserClientConfigurationProperties::new().with_external_call_timeout(61);
    update.follow_me.set(vec![FollowMe::new("0", 60), FollowMe::new("1", 61)]);
    update.call_forward_all = Field::Value(InheritableProperty::default());
    assert_eq!(
        errors(&update, &context(&format!("{TIMEOUT}, {RINGS}"))),
        [
            "callForwardAll.actualValue: missing required property, expected a boolean or null; add `\"actualValue\": true` or `\"actualValue\": false`, unless it is there under another name (requiredAttribute)",
            "followMe[1].timeout: expected an integer of at most 60, found a number; the time is in seconds (range)",
            "externalCallTimeout.actualValue: expected an integer of at most 60, found a number; the time is in seconds (range)",
        ]
    );
}

#[test]
fn a_part_is_checked_by_the_rules_for_its_location() {
    #[derive(Validate)]
    #[garde(context(RuleContext))]
    struct Form {
        #[garde(dive)]
        numbers: Vec<FollowMe>,
    }

    let form = Form { numbers: vec![FollowMe::new("0", 60), FollowMe::new("1", 61)] };
    let context = context(&format!("{TIMEOUT}, {RINGS}"));
    assert_eq!(
        errors(&form, &context),
        ["numbers[1].timeout: expected an integer of at most 60, found a number; the time is in seconds (range)"]
    );
    let rings = InheritableProperty::new(61);
    assert_eq!(
        errors(&rings, &context),
        ["actualValue: expected an integer of at most 60, found a number; the time is in seconds (range)"]
    );
    let mode = InheritableProperty::new("Internal".to_owned());
    let length = r#"{"validator": "stringLength", "property": "callForwardAllMode.actualValue", "max": 3}"#;
    assert_eq!(
        errors(&mode, &self::context(length)),
        ["actualValue: expected a string of at most 3 characters, found a string of 8 characters (stringLength)"]
    );
}

#[test]
fn a_part_is_not_checked_by_the_rules_for_other_locations() {
    let rules = format!(
        r#"{RINGS}, {{"validator": "collectionCount", "property": "followMe", "min": 2}},
           {{"validator": "requiredValue", "property": "callForwardAll"}}"#
    );
    assert_eq!(errors(&FollowMe::new("0", 60), &context(&rules)), [""; 0]);
}

#[test]
fn an_unchecked_rule_is_an_error_unless_it_is_allowed() {
    let rules = r#"{"validator": "existingExtension", "property": "followMe[].phoneNumber"}"#;
    let number = FollowMe::new("8042", 15);
    let context = context(rules);
    assert_eq!(errors(&number, &context), ["phoneNumber: existingExtension unchecked: no directory has `extensions`"]);
    assert_eq!(context.check(&number).unchecked().len(), 1);
    assert_eq!(errors(&number, &context.allow_unchecked()), [""; 0]);
}

#[test]
fn a_condition_on_another_location_of_the_request_is_unchecked_in_a_part() {
    let rules = r#"{"validator": "propertyNotApplicable", "property": "followMe[].timeout",
                    "when": {"property": "callForwardAll.actualValue", "is": true}}"#;
    let number = FollowMe::new("8042", 61);
    let context = context(rules);
    assert!(
        errors(&number, &context)[0].starts_with("timeout: propertyNotApplicable unchecked: "),
        "{:?}",
        errors(&number, &context)
    );
    let view = |value| {
        let mut view = UserClientConfigurationView::new();
        view.call_forward_all = Field::Value(InheritableProperty::new(value));
        view
    };
    assert_eq!(errors(&number, &context.clone().with_current(view(false))), [""; 0]);
    assert_eq!(errors(&number, &context.with_current(view(true))).len(), 1);
}

#[test]
fn a_rule_that_is_newer_than_the_server_is_unchecked_only_at_its_part() {
    let rules = r#"{"validator": "networkAdapter", "property": "followMe[].phoneNumber"}"#;
    let context = context(rules).with_feature_version(7);
    assert_eq!(errors(&FollowMe::new("0", 1), &context).len(), 1);
    assert_eq!(errors(&InheritableProperty::new(1), &context), [""; 0]);
}

#[test]
fn a_failing_directory_is_always_an_error() {
    struct Down;

    impl Directory for Down {
        fn answer(&self, _: &Question<'_>) -> Result<Answer, DirectoryError> {
            Err("no connection".into())
        }
    }

    let rules = r#"{"validator": "existingExtension", "property": "followMe[].phoneNumber"}"#;
    let context = context(rules).with_directory(Down).allow_unchecked();
    assert_eq!(errors(&FollowMe::new("8042", 15), &context).len(), 1);
}

#[test]
fn the_context_is_shared_between_threads() {
    fn is_shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    is_shared(&RuleContext::default());
}
