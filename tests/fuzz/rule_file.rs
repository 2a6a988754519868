//! Rule files.

use icws_schema::file::LoadError;
use icws_schema::report::Report;
use icws_schema::rules::{Context, ObjectChecker, ObjectContext, RequestChecker, RuleSet};
use icws_schema::schema;
use serde_json::Value;

/// A request that has values at most of its locations.
const REQUEST: &str = r#"{"callForwardAll":{"actualValue":true},"screenCalls":{"actualValue":null},"autoPlayVoicemail":null,
    "callForwardAllMode":{"actualValue":"+13175550100"},"externalCallTimeout":{"actualValue":301},"eFaqSearchOption":1,
    "followMe":[{"phoneNumber":"8001","timeout":15,"usePin":true},{"phoneNumber":"","timeout":-1,"usePin":false}]}"#;

/// A rule set that loads can be saved, loaded again, compiled and used; any other file has problems with positions.
pub(super) fn target(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let set = match RuleSet::from_json(text) {
        Ok(set) => set,
        Err(rejected) => return says_why(&rejected, text),
    };
    let saved = set.to_json();
    let again = RuleSet::from_json(&saved).unwrap_or_else(|error| panic!("{error}\n{saved}"));
    assert!(again == set, "loaded again: {saved}");
    assert_eq!(again.to_json(), saved);
    for rule in &set {
        let _ = (rule.validator.expected(), rule.validator.parameters());
    }

    let context = ObjectContext::new();
    let request: Value = serde_json::from_str(REQUEST).unwrap();
    // Custom checks are not registered.
    let Ok(objects) = ObjectChecker::new(&set) else { return };
    let whole = objects.check_value(&request, &context);
    assert_eq!(rendered(&objects.check(request.to_string(), &context)), rendered(&whole));
    let partial = ObjectChecker::new(&again).unwrap().partial().check(REQUEST, &context);
    let requests = RequestChecker::new(&set);
    assert_eq!(RequestChecker::from_json(data).err(), requests.as_ref().err().cloned());
    match requests {
        Ok(requests) => {
            assert_eq!(rendered(&requests.check(REQUEST, &Context::new())), rendered(&partial));
            let _ = schema::request_with_rules(&set);
        }
        Err(error) => says_why(&error, text),
    }
}

/// Each problem is inside the input.
fn says_why(rejected: &LoadError, text: &str) {
    assert!(!rejected.problems().is_empty() && !rejected.to_string().is_empty());
    let lines = text.split('\n').count();
    for rejection in rejected.problems() {
        let position = rejection.position().unwrap();
        assert!((1..=lines as u64).contains(&position.line) && position.column >= 1, "{rejection}");
    }
}

/// Which rule failed where, and which could not be checked.
fn rendered(report: &Report) -> Vec<String> {
    let problems =
        report.problems().iter().map(|problem| format!("{} {:?}", problem.pointer(), problem.rule_pointer()));
    let unchecked =
        report.unchecked().iter().map(|unchecked| format!("{} {}", unchecked.rule_pointer(), unchecked.property()));
    problems.chain(unchecked).collect()
}
