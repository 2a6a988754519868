//! What rules report, with each directory that there can be.

use super::{DIGITS, TEXT, debug, display, error, marked, pointers, report, search, strays};
use crate::validators::{Checks, cases, files, folder, load};
use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::cases::LoadedCase;
use icws_schema::directory::{Answer, Directory, DirectoryError, Question};
use icws_schema::rules::{Context, RequestChecker};
use serde_json::{Value, json};

/// Gives every question the same answer, and looks at the question.
struct Same(Result<Answer, ()>);

impl Directory for Same {
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
        debug("a question", question);
        display("a question", question);
        self.0.clone().map_err(|()| DirectoryError::from("the store is down"))
    }
}

const DIRECTORIES: [Same; 5] = [
    Same(Ok(Answer::Yes)),
    Same(Ok(Answer::No)),
    Same(Ok(Answer::Count(9))),
    Same(Ok(Answer::NotKnown)),
    Same(Err(())),
];

/// All cases of all files.
fn all_cases() -> Vec<Value> {
    let (validators, parts) = (files(&folder()), files(&folder().join("parts")));
    let validators = validators.values().filter(|file| file.get("validator").is_some());
    validators.chain(parts.values()).flat_map(|file| cases(file).to_vec()).collect()
}

fn check(loaded: &LoadedCase<'_>, text: &str) {
    report(&loaded.check(text));
    DIRECTORIES.iter().for_each(|directory| report(&loaded.check_with(text, directory)));
    for question in loaded.questions(text) {
        debug("an owned question", &question);
        display("an owned question", &question);
    }
}

/// The case's body with marks everywhere, and with one stray value at each place.
#[test]
fn violations_and_unchecked_rules_contain_no_values() {
    let mut checked = 0;
    for mut case in all_cases() {
        let Some(body) = case.get("body").cloned() else { continue };
        if let Some(current) = case.get("current").cloned() {
            case["current"] = marked(&current);
        }
        let _ = load(&case, |loaded| {
            let body = marked(&body);
            check(loaded, &body.to_string());
            for (index, pointer) in pointers(&body).into_iter().enumerate() {
                let mut stray = body.clone();
                let strays = strays();
                *stray.pointer_mut(&pointer).unwrap() = strays[index % strays.len()].clone();
                check(loaded, &stray.to_string());
            }
            checked += 1;
        });
    }
    assert!(checked > 500, "{checked}");
}

/// Every kind of rule that a request can have, in one file.
const RULES: &str = r#"{"rules": [
    {"validator": "stringLength", "property": "followMe[].phoneNumber", "max": 3},
    {"validator": "validFormat", "property": "followMe[].phoneNumber", "format": "ipv4"},
    {"validator": "regex", "property": "callForwardAllMode.actualValue", "pattern": "^x$"},
    {"validator": "validValues", "property": "callForwardAllMode.actualValue", "values": ["x", 1]},
    {"validator": "range", "property": "followMe[].timeout", "max": 3},
    {"validator": "range", "property": "externalCallTimeout.actualValue", "max": 3},
    {"validator": "collectionCount", "property": "followMe", "max": 0},
    {"validator": "collectionItemValidator", "property": "followMe", "rules": [
        {"validator": "multipleOf", "property": "timeout", "divisor": 7},
        {"validator": "uniqueInstanceId", "property": "phoneNumber", "objectType": "user"}]},
    {"validator": "validatorGroup", "property": "followMe[].phoneNumber", "rules": [
        {"validator": "wordValidator", "property": "", "max": 1},
        {"validator": "existingExtension", "property": ""}]},
    {"validator": "characterDelimitedValue", "property": "callForwardAllMode.actualValue", "delimiter": " ",
        "rules": [{"validator": "networkAdapter"}]},
    {"validator": "integerComparisonValidator", "property": "followMe[].timeout", "operator": "lt", "other": "externalCallTimeout.actualValue"},
    {"validator": "otherAttributeValue", "property": "callForwardAll.actualValue", "other": "callForwardAllMode.actualValue", "expect": {"is": "x"}},
    {"validator": "unsupportedModel", "property": "callForwardAllMode.actualValue", "manufacturer": "callForwardAllMode.actualValue"}]}"#;

#[test]
fn proofs_errors_and_reports_of_garde_contain_no_values() {
    let checker = RequestChecker::from_json(RULES).unwrap();
    let update = |value: &Value| icws_schema::from_value::<UserClientConfigurationProperties>(value).unwrap();
    let body = json!({
        "callForwardAll": {"actualValue": true},
        "callForwardAllMode": {"actualValue": TEXT},
        "externalCallTimeout": {"actualValue": DIGITS},
        "followMe": [{"phoneNumber": TEXT, "timeout": DIGITS, "usePin": true}],
    });
    for directory in DIRECTORIES {
        let context = Context::new().with_directory(&directory);
        let found = checker.check_value(&update(&body), &context);
        assert!(found.problems().len() > 9, "{found}");
        report(&found);
        let failed = checker.validate(update(&body), &context).unwrap_err();
        error("an error", &failed);
        debug("an error", &failed);
        search("the context", &format!("{context:?}"));
    }
    let proof = RequestChecker::documented().validate(update(&body), &Context::new()).unwrap();
    debug("a proof", &proof);
    let unchecked = r#"{"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}"#;
    let proof = RequestChecker::from_json(unchecked).unwrap().validate(update(&body), &Context::new()).unwrap();
    assert!(!proof.is_complete());
    debug("a proof", &proof);
    #[cfg(feature = "garde")]
    {
        let garde = garde(&body, checker);
        search("garde's report", &garde);
        assert!(garde.contains("followMe[0].phoneNumber"), "{garde}");
    }
}

/// What a framework that is built on garde shows.
#[cfg(feature = "garde")]
fn garde(body: &Value, checker: RequestChecker) -> String {
    use ::garde::Validate;
    let update: UserClientConfigurationProperties = icws_schema::from_value(body).unwrap();
    let report = update.validate_with(&icws_schema::garde::RuleContext::new(checker)).unwrap_err();
    format!("{report}\n{report:?}")
}
