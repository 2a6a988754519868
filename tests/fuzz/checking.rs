//! Rules, directory and body at once.

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::directory::Subject;
use icws_schema::directory::{Directory, InMemoryDirectory};
use icws_schema::report::Report;
use icws_schema::report::{Problem, ProblemKind};
use icws_schema::rules::{Context, CurrentObject, ObjectChecker, ObjectContext, RequestChecker, RuleSet};
use serde_json::Value;

/// Four lines: a rule file, a directory file, an object of `current`, `subject` and `featureVersion`, and the body, which goes on to
/// the end. The input, its value and the typed request have the same report.
pub(super) fn target(data: &[u8]) {
    let mut lines = data.splitn(4, |byte| *byte == b'\n');
    let [Some(rules), Some(directory), Some(about), Some(body)] = [(); 4].map(|()| lines.next()) else { return };
    let Ok(Ok(set)) = str::from_utf8(rules).map(RuleSet::from_json) else { return };
    let directory = str::from_utf8(directory).ok().and_then(|text| InMemoryDirectory::from_json(text).ok());
    let about: Value = serde_json::from_slice(about).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let view = about.get("current").and_then(|current| icws_schema::from_value(current).ok());
    let directory = directory.as_ref().map(|directory| directory as &dyn Directory);
    let subject = about
        .get("subject")
        .map(|subject| Subject { object_type: text(&subject["objectType"]), id: text(&subject["id"]) });
    let feature_version = about["featureVersion"].as_u64().and_then(|version| u32::try_from(version).ok());

    let mut context = ObjectContext::new();
    let current = about.get("current").map(CurrentObject::from);
    (context.directory, context.current, context.subject) = (directory, current, subject.clone());
    context.feature_version = feature_version;
    if let Ok(objects) = ObjectChecker::new(&set) {
        for objects in [objects.clone(), objects.partial()] {
            alike(body, |json| objects.check(json, &context), |value| objects.check_value(value, &context));
        }
    }
    if let Ok(requests) = RequestChecker::new(&set) {
        let mut context = Context::new();
        (context.directory, context.current, context.subject) = (directory, view.as_ref(), subject);
        context.feature_version = feature_version;
        let check_value = |value: &Value| requests.parse_value(value, &context).into_partial().1;
        alike(body, |json| requests.check(json, &context), check_value);
        as_a_request(&requests, body, &context);
    }
}

fn alike(body: &[u8], check: impl Fn(&[u8]) -> Report, check_value: impl Fn(&Value) -> Report) {
    let report = check(body);
    for problem in report.problems() {
        located(problem, body);
    }
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return };
    // For the serialized value, which has no duplicate members and writes numbers as the value does.
    let of_value = check_value(&value);
    // With `arbitrary_precision` it has more digits than are read of it.
    if serde_json::from_str::<Value>("1e400").is_err() {
        assert_eq!(rendered(&check(value.to_string().as_bytes())), rendered(&of_value));
    }
    if !report.problems().iter().any(|problem| problem.kind() == ProblemKind::DuplicateMember) {
        assert_eq!(report.is_malformed(), of_value.is_malformed());
    }
}

fn as_a_request(rules: &RequestChecker, body: &[u8], context: &Context<'_>) {
    let report = rules.check(body, context);
    let parsed = rules.parse(body, context);
    assert_eq!(rendered(parsed.report()), rendered(&report));
    if let Ok(update) = parsed.into_result() {
        assert!(rules.validate(update, context).is_ok());
    }
    let Ok(update) = icws_schema::from_slice::<UserClientConfigurationProperties>(body) else { return };
    let text = serde_json::to_string(&update).unwrap();
    assert_eq!(rendered(&rules.check(text, context)), rendered(&rules.check_value(&update, context)));
}

/// A problem and its causes lie in the text.
fn located(problem: &Problem, text: &[u8]) {
    let (at, len) = (problem.offset().unwrap(), problem.length().unwrap());
    assert!(at + len <= text.len() as u64 && problem.position().is_some(), "{problem}");
    problem.causes().iter().for_each(|cause| located(cause, text));
}

/// Everything in a report, with causes indented.
fn rendered(report: &Report) -> Vec<String> {
    fn tell(problem: &Problem, indent: usize, rendered: &mut Vec<String>) {
        rendered.push(format!(
            "{:indent$}{} {:?} {:?} {:?}: {problem}",
            "",
            problem.pointer(),
            problem.validator(),
            problem.rule_pointer(),
            problem.value()
        ));
        problem.causes().iter().for_each(|cause| tell(cause, indent + 1, rendered));
    }
    let mut rendered = Vec::new();
    report.problems().iter().for_each(|problem| tell(problem, 0, &mut rendered));
    rendered
        .extend(report.unchecked().iter().map(|it| format!("{} {} {}", it.rule_pointer(), it.property(), it.reason())));
    rendered
}
