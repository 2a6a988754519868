//! Rules, directory and body at once.

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::directory::Subject;
use icws_schema::directory::{Directory, InMemoryDirectory};
use icws_schema::report::Report;
use icws_schema::report::{Problem, ProblemKind};
use icws_schema::rules::Current;
use icws_schema::rules::{Checker, Context, RuleSet};
use serde_json::Value;

/// Four lines: a rule file, a directory file, an object of `current`, `subject` and `featureVersion`, and the body, which goes on to
/// the end. The text, its value and the request that it is are judged alike.
pub(super) fn target(data: &[u8]) {
    let mut lines = data.splitn(4, |byte| *byte == b'\n');
    let [Some(rules), Some(directory), Some(about), Some(body)] = [(); 4].map(|()| lines.next()) else { return };
    let Ok(Ok(set)) = str::from_utf8(rules).map(RuleSet::from_json) else { return };
    let directory = str::from_utf8(directory).ok().and_then(|text| InMemoryDirectory::from_json(text).ok());
    let about: Value = serde_json::from_slice(about).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let view = about.get("current").and_then(|current| icws_schema::from_value(current).ok());
    let mut context = Context {
        directory: directory.as_ref().map(|directory| directory as &dyn Directory),
        current: about.get("current").map(Current::Value),
        subject: about
            .get("subject")
            .map(|subject| Subject { object_type: text(&subject["objectType"]), id: text(&subject["id"]) }),
        feature_version: about["featureVersion"].as_u64().and_then(|version| u32::try_from(version).ok()),
    };

    for objects in [Checker::for_objects(&set), Checker::for_partial_objects(&set)] {
        alike(&objects, body, &context);
    }
    if let Ok(requests) = Checker::for_requests(&set) {
        context.current = view.as_ref().map(Current::View);
        alike(&requests, body, &context);
        as_a_request(&requests, body, &context);
    }
}

fn alike(rules: &Checker, body: &[u8], context: &Context<'_>) {
    let report = rules.check(body, context);
    for problem in report.problems() {
        located(problem, body);
    }
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return };
    // Of the value's own text, which repeats no member and spells numbers as the value does.
    let of_value = rules.check_value(&value, context);
    assert_eq!(told(&rules.check(value.to_string(), context)), told(&of_value));
    if !report.problems().iter().any(|problem| problem.kind() == ProblemKind::DuplicateMember) {
        assert_eq!(report.is_malformed(), of_value.is_malformed());
    }
}

fn as_a_request(rules: &Checker, body: &[u8], context: &Context<'_>) {
    let report = rules.check(body, context);
    match rules.parse(body, context) {
        Ok(update) => {
            assert!(report.is_valid(), "{report}");
            assert!(rules.valid(update, context).is_ok());
        }
        Err(problems) => assert_eq!(told(problems.report()), told(&report)),
    }
    let Ok(update) = icws_schema::from_slice::<UserClientConfigurationProperties>(body) else { return };
    let text = serde_json::to_string(&update).unwrap();
    assert_eq!(told(&rules.check(text, context)), told(&rules.check_request(&update, context)));
}

/// A problem and its causes lie in the text.
fn located(problem: &Problem, text: &[u8]) {
    let (at, len) = (problem.offset().unwrap(), problem.length().unwrap());
    assert!(at + len <= text.len() as u64 && problem.position().is_some(), "{problem}");
    problem.causes().iter().for_each(|cause| located(cause, text));
}

/// All that a report says, its causes indented.
fn told(report: &Report) -> Vec<String> {
    fn tell(problem: &Problem, indent: usize, told: &mut Vec<String>) {
        told.push(format!(
            "{:indent$}{} {:?} {:?} {:?}: {problem}",
            "",
            problem.pointer(),
            problem.validator(),
            problem.rule_pointer(),
            problem.value()
        ));
        problem.causes().iter().for_each(|cause| tell(cause, indent + 1, told));
    }
    let mut told = Vec::new();
    report.problems().iter().for_each(|problem| tell(problem, 0, &mut told));
    told.extend(report.unchecked().iter().map(|it| format!("{} {} {}", it.rule_pointer(), it.property(), it.reason())));
    told
}
