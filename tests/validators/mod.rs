//! The cases of `data/cases`, which a person extends without writing Rust: what each rule makes of each body.

mod limits;

use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::codes::ValidationErrorType;
use icws_schema::directory::{Directory, InMemoryDirectory, OwnedQuestion, Subject};
use icws_schema::file::{LoadError, LoadProblem};
use icws_schema::report::Problem;
use icws_schema::report::Report;
use icws_schema::report::UncheckedRule;
use icws_schema::rules::{Context, CustomChecks, ObjectChecker, ObjectContext, RequestChecker, RuleSet, ValidatorInfo};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/cases")
}

/// The case files of a folder, by name.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Value> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let file: Value =
                serde_json::from_slice(&fs::read(&path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
            files.insert(name, with_texts(file, &fs::read_to_string(&path).unwrap()));
        }
    }
    files
}

/// Adds the JSON of each body as it is in the file: a `Value` does not have the order of members.
fn with_texts(mut file: Value, text: &str) -> Value {
    type Raw<'t> = BTreeMap<String, &'t RawValue>;
    fn add(cases: &mut Value, texts: &str) {
        let texts: Vec<Raw<'_>> = serde_json::from_str(texts).unwrap();
        for (case, texts) in cases.as_array_mut().unwrap().iter_mut().zip(texts) {
            if let Some(body) = texts.get("body") {
                case["bodyText"] = body.get().into();
            }
        }
    }
    let raw: Raw<'_> = serde_json::from_str(text).unwrap();
    if raw.contains_key("validator") {
        add(&mut file["cases"], raw["cases"].get());
    }
    if let Some(groups) = file.get_mut("groups") {
        let texts: Vec<Raw<'_>> = serde_json::from_str(raw["groups"].get()).unwrap();
        for (group, texts) in groups.as_array_mut().unwrap().iter_mut().zip(texts) {
            add(&mut group["cases"], texts["cases"].get());
        }
    }
    file
}

/// The same with the members of values in the order of their names.
fn sorted(rendered: &Value) -> Value {
    match rendered {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| match (name.as_str(), value.as_str()) {
                ("value", Some(text)) if text.starts_with(['{', '[']) => {
                    let json: Value = serde_json::from_str(text).unwrap_or_else(|_| text.into());
                    (name.clone(), crate::sorted::sorted(&json).to_string().into())
                }
                _ => (name.clone(), sorted(value)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

/// The files that are named for a validator.
pub(crate) fn validators() -> BTreeMap<String, Value> {
    files(&folder()).into_iter().filter(|(_, file)| file.get("validator").is_some()).collect()
}

/// The custom checks that a case registers, each with the values that it rejects.
pub(crate) fn checks(case: &Value) -> CustomChecks {
    let mut checks = CustomChecks::new();
    for (name, check) in case["checks"].as_object().into_iter().flatten() {
        let rejects = check["refuses"].as_array().unwrap().clone();
        checks = checks.with(name, move |value| !rejects.contains(value));
    }
    checks
}

fn problem(problem: &Problem) -> Value {
    let place = problem.location().to_string();
    let Some(validator) = problem.validator() else {
        return json!({"malformed": true, "property": place, "rule": null});
    };
    let mut entry = json!({
        "validator": validator.code(),
        "property": place,
        "value": problem.value().unwrap(),
        "rule": problem.rule_pointer(),
    });
    if !problem.causes().is_empty() {
        entry["causes"] = problem.causes().iter().map(self::problem).collect();
    }
    entry
}

fn unchecked(unchecked: &UncheckedRule) -> Value {
    json!({"validator": unchecked.validator().code(), "property": unchecked.property(), "rule": unchecked.rule_pointer()})
}

/// A report as case files have it.
fn rendered(report: &Report) -> Value {
    let problems: Vec<_> = report.problems().iter().map(problem).collect();
    let unchecked: Vec<_> = report.unchecked().iter().map(unchecked).collect();
    json!({"problems": problems, "unchecked": unchecked})
}

/// What a case expects, with what it may leave out.
fn expected(case: &Value) -> Value {
    fn full(problem: &Value) -> Value {
        let mut problem = problem.clone();
        let entry = problem.as_object_mut().unwrap();
        entry.entry("rule").or_insert(Value::Null);
        entry.retain(|name, value| name != "causes" || value.as_array().is_some_and(|causes| !causes.is_empty()));
        if let Some(causes) = entry.get_mut("causes") {
            *causes = causes.as_array().unwrap().iter().map(full).collect();
        }
        problem
    }
    let list = |name: &str| case["expected"][name].as_array().cloned().unwrap_or_default();
    let unchecked = list("unchecked").into_iter().map(|mut entry| {
        entry.as_object_mut().unwrap().remove("reason");
        entry
    });
    json!({"problems": list("problems").iter().map(full).collect::<Vec<_>>(), "unchecked": unchecked.collect::<Vec<_>>()})
}

/// A checker, and what is known besides the body.
pub(crate) enum Loaded<'c> {
    Requests(RequestChecker, Context<'c>),
    Objects(ObjectChecker, ObjectContext<'c>),
}

impl Loaded<'_> {
    pub(crate) fn check(&self, text: &str) -> Report {
        match self {
            Self::Requests(checker, context) => checker.check(text, context),
            Self::Objects(checker, context) => checker.check(text, context),
        }
    }

    pub(crate) fn directory(&self) -> Option<&dyn Directory> {
        match self {
            Self::Requests(_, context) => context.directory,
            Self::Objects(_, context) => context.directory,
        }
    }

    /// Checks with another directory.
    pub(crate) fn check_with(&self, text: &str, directory: &dyn Directory) -> Report {
        match self {
            Self::Requests(checker, context) => checker.check(text, &context.clone().with_directory(directory)),
            Self::Objects(checker, context) => checker.check(text, &context.clone().with_directory(directory)),
        }
    }

    pub(crate) fn questions(&self, text: &str) -> Vec<OwnedQuestion> {
        match self {
            Self::Requests(checker, context) => checker.questions(text, context),
            Self::Objects(checker, context) => checker.questions(text, context),
        }
    }

    fn check_value(&self, value: &Value) -> Report {
        match self {
            Self::Requests(checker, context) => checker.parse_value(value, context).report().clone(),
            Self::Objects(checker, context) => checker.check_value(value, context),
        }
    }
}

/// Loads what a case is made of and shows it; else what does not load.
pub(crate) fn load<T>(case: &Value, show: impl FnOnce(&Loaded<'_>) -> T) -> Result<T, Refusing> {
    let (rules, checks) = (text(case.get("rulesText").unwrap_or(&case["rules"])), checks(case));
    let requests = (case["object"] == "request")
        .then(|| RequestChecker::from_json_with_custom_checks(&rules, &checks))
        .transpose()
        .map_err(Refusing::Rules)?;
    let objects = requests
        .is_none()
        .then(|| ObjectChecker::from_json_with_custom_checks(&rules, &checks))
        .transpose()
        .map_err(Refusing::Rules)?;
    let directory = case.get("directory").or(case.get("directoryText")).map(text);
    let directory =
        directory.map(|text| InMemoryDirectory::from_json(&text)).transpose().map_err(Refusing::Directory)?;
    let directory = directory.as_ref().map(|directory| directory as &dyn Directory);
    let subject = case.get("subject").map(|subject| Subject {
        object_type: subject["objectType"].as_str().unwrap().to_owned(),
        id: subject["id"].as_str().unwrap().to_owned(),
    });
    let feature_version = case.get("featureVersion").map(|version| u32::try_from(version.as_u64().unwrap()).unwrap());
    let current = case.get("current");
    if let Some(requests) = requests {
        let view: Option<UserClientConfigurationView> =
            current.map(|current| icws_schema::from_value(current).unwrap());
        let mut context = Context::new();
        (context.directory, context.current, context.subject) = (directory, view.as_ref(), subject);
        context.feature_version = feature_version;
        return Ok(show(&Loaded::Requests(requests, context)));
    }
    let mut context = ObjectContext::new();
    (context.directory, context.current, context.subject) = (directory, current, subject);
    context.feature_version = feature_version;
    let objects = objects.unwrap();
    Ok(show(&Loaded::Objects(if case["partial"] == true { objects.partial() } else { objects }, context)))
}

/// What does not load.
pub(crate) enum Refusing {
    Rules(LoadError),
    Directory(LoadError),
}

/// Returns what is wrong with a case, if anything.
fn run(case: &Value) -> Result<(), String> {
    match (load(case, |loaded| parse_all(case, loaded)), case.get("refused"), case.get("refusedDirectory")) {
        (Ok(compared), None, None) => compared,
        (Ok(_), _, _) => Err("it was not refused".to_owned()),
        (Err(Refusing::Rules(rejected)), Some(wanted), _) => {
            let first = &rejected.problems()[0];
            rejection(json!({"pointer": first.pointer(), "parameter": first.parameter()}), first, wanted)
        }
        (Err(Refusing::Directory(rejected)), _, Some(wanted)) => {
            let first = &rejected.problems()[0];
            rejection(json!({"key": first.parameter()}), first, wanted)
        }
        (Err(Refusing::Rules(rejected) | Refusing::Directory(rejected)), _, _) => {
            Err(format!("it was rejected: {rejected}"))
        }
    }
}

/// Compares a problem of a file, and its suggestion if the case has one.
fn rejection(mut found: Value, first: &LoadProblem, wanted: &Value) -> Result<(), String> {
    if wanted.get("nearMiss").is_some() {
        found["nearMiss"] = first.suggestion().into();
    }
    differs("refusal", &found, wanted)
}

fn differs(what: &str, found: &Value, wanted: &Value) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!("{what}:\n   expected {wanted}\n   found    {found}")) }
}

/// Checks a body as text, as a value and, if it is a request, as a typed value.
fn parse_all(case: &Value, loaded: &Loaded<'_>) -> Result<(), String> {
    let expected = expected(case);
    let text = case.get("text").unwrap_or(&case["bodyText"]).as_str().unwrap();
    differs("text", &rendered(&loaded.check(text)), &expected)?;
    if let Loaded::Requests(checker, context) = loaded {
        let parsed = checker.parse(text, context);
        differs("parsed", &rendered(parsed.report()), &expected)?;
        if let Some(update) = parsed.value() {
            assert_eq!(Ok(update), icws_schema::from_str(text).as_ref().map_err(ToString::to_string));
        }
    }
    if case.get("text").is_some() {
        return Ok(());
    }
    let body = &case["body"];
    let expected = sorted(&expected);
    differs("value", &sorted(&rendered(&loaded.check_value(body))), &expected)?;
    match (loaded, icws_schema::from_value::<UserClientConfigurationProperties>(body)) {
        (Loaded::Requests(checker, context), Ok(update)) => {
            differs("typed", &sorted(&rendered(&checker.check_value(&update, context))), &expected)
        }
        _ => Ok(()),
    }
}

/// A rule file or directory file, given as JSON or as its text.
pub(crate) fn text(file: &Value) -> String {
    file.as_str().map_or_else(|| crate::sorted::sorted(file).to_string(), str::to_owned)
}

#[track_caller]
fn all<'c>(cases: impl Iterator<Item = (String, &'c Value)>) {
    let mut wrong = Vec::new();
    for (name, case) in cases {
        if let Err(what) = run(case) {
            wrong.push(format!("{name}: {}: {what}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

pub(crate) fn cases(file: &Value) -> &[Value] {
    file["cases"].as_array().unwrap()
}

#[test]
fn every_case_of_every_validator() {
    let files = validators();
    all(files.iter().flat_map(|(name, file)| cases(file).iter().map(|case| (name.clone(), case))));
}

#[test]
fn every_case_of_every_part() {
    let files = files(&folder().join("parts"));
    all(files.iter().flat_map(|(name, file)| {
        let groups = file["groups"].as_array().unwrap();
        groups.iter().flat_map(move |group| cases(group).iter().map(move |case| (name.clone(), case)))
    }));
}

#[test]
fn a_violation_is_located_at_its_value() {
    let rules = RequestChecker::recommended();
    let text = r#"{"externalCallTimeout": {"actualValue": 301}, "followMe": [
        {"phoneNumber": "8001", "timeout": 1, "usePin": true}, {"phoneNumber": "?", "timeout": 999, "usePin": true}]}"#;
    let report = rules.check(text, &Context::new());
    let found: Vec<_> =
        report.problems().iter().map(|problem| &text[usize::try_from(problem.offset().unwrap()).unwrap()..]).collect();
    assert_eq!(found.len(), 3);
    assert!(found[0].starts_with("\"?\"") && found[1].starts_with("999") && found[2].starts_with("301"), "{found:?}");
}

#[test]
fn an_unchecked_rule_has_its_reason() {
    let set = r#"{"rules": [{"validator": "existingInstanceId", "property": "callForwardAllMode.actualValue", "objectType": "usr"}]}"#;
    let rules = RequestChecker::from_json(set).unwrap();
    let directory = InMemoryDirectory::from_json(r#"{"objects": {"user": []}}"#).unwrap();
    let update = || icws_schema::from_slice(r#"{"callForwardAllMode": {"actualValue": "x"}}"#).unwrap();
    let reason = |directory: Option<&InMemoryDirectory>| {
        let mut context = Context::new();
        context.directory = directory.map(|directory| directory as _);
        let valid = rules.validate(update(), &context).unwrap();
        valid.unchecked().iter().map(|one| one.reason().to_string()).collect::<Vec<_>>()
    };
    let missing = "no directory has `objects` of the type `usr`";
    assert_eq!(reason(Some(&directory)), [format!("{missing}; did you mean `user`?")]);
    assert_eq!(reason(None), [missing]);
}

#[test]
fn rule_sets_that_save_alike_are_equal_and_load_again() {
    for (name, file) in validators() {
        let mut sets = Vec::new();
        for case in cases(&file) {
            let file = text(case.get("rulesText").unwrap_or(&case["rules"]));
            let Ok(set) = RuleSet::from_json(&file) else { continue };
            assert_eq!(RuleSet::from_json(set.to_json()).unwrap(), set, "{name}: {}", case["name"]);
            assert_eq!(RuleSet::new(set.clone()).unwrap(), set, "{name}: {}", case["name"]);
            for (rule, saved) in case["rules"]["rules"].as_array().into_iter().flatten().zip(&set) {
                let (saved, parameters) = (serde_json::to_value(saved).unwrap(), saved.validator.parameters());
                let texts = rule.as_object().unwrap().iter().filter(|(name, _)| *name != "validator");
                for (name, text) in texts.filter(|(_, value)| value.is_string()) {
                    // What has its default is not saved.
                    let saved = saved.get(name).or_else(|| parameters.get(name)).unwrap_or(&Value::Null);
                    assert_eq!(saved.as_str().unwrap_or_default(), text, "{}: {name}", case["name"]);
                }
            }
            sets.push((set.to_json(), set));
        }
        for (json, set) in &sets {
            for (other_json, other) in &sets {
                assert_eq!(set == other, json == other_json, "{name}: {json} {other_json}");
            }
        }
    }
}

#[test]
fn every_validator_has_its_file_and_every_file_its_validator() {
    let files: Vec<_> = validators().into_keys().collect();
    let mut names: Vec<_> = ValidationErrorType::ALL.iter().map(|id| id.name().unwrap().to_owned()).collect();
    names.sort();
    assert_eq!(files, names);
}

/// A link of rustdoc would have no target on the command line and in schemas.
#[test]
fn descriptions_of_validators_have_no_links_of_rustdoc() {
    for info in ValidatorInfo::all() {
        for text in info.parameters.iter().map(|parameter| parameter.description).chain([info.description]) {
            assert!(!text.contains("](") && !text.contains("[`") && !text.contains("::"), "{}: {text}", info.kind);
        }
    }
}

#[test]
fn every_file_has_passes_failures_and_two_examples() {
    for (name, file) in validators() {
        assert_eq!(file["validator"], *name);
        let number = ValidationErrorType::from_name(&name).unwrap().code();
        let compared = || cases(&file).iter().filter(|case| case.get("expected").is_some());
        let clean = |case: &&Value| expected(case) == json!({"problems": [], "unchecked": []});
        let failing =
            |case: &&Value| expected(case)["problems"].as_array().unwrap().iter().any(|one| one["validator"] == number);
        assert!(compared().filter(clean).count() >= 3, "{name}: too few passes");
        assert!(compared().filter(failing).count() >= 3, "{name}: too few failures");
        let examples: Vec<_> = cases(&file).iter().filter(|case| case["example"] == true).collect();
        let [passing, failing] = examples[..] else { panic!("{name}: {} examples", examples.len()) };
        assert!(clean(&passing), "{name}: the first example passes");
        let problems = expected(failing)["problems"].as_array().unwrap().clone();
        assert!(problems.len() == 1 && problems[0]["validator"] == number, "{name}: the second example fails once");
    }
}
