//! The cases of `data/cases`, which a person extends without writing Rust: what each rule makes of each body.

mod limits;

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::cases::{Case, CaseError, CaseFile, CaseFindings, CaseProblem, CaseRunner, CaseUnchecked, LoadedCase};
use icws_schema::codes::ValidationErrorType;
use icws_schema::directory::{Directory, InMemoryDirectory, OwnedQuestion};
use icws_schema::report::Report;
use icws_schema::rules::{Context, CustomChecks, RequestChecker, RuleSet, ValidatorInfo};
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
    let raw: Raw<'_> = serde_json::from_str(text).unwrap();
    let Some(cases) = file.get_mut("cases") else { return file };
    let texts: Vec<Raw<'_>> = serde_json::from_str(raw["cases"].get()).unwrap();
    for (case, texts) in cases.as_array_mut().unwrap().iter_mut().zip(texts) {
        if let Some(body) = texts.get("body") {
            case["bodyText"] = body.get().into();
        }
    }
    file
}

/// The case files of a folder, as they are loaded.
fn loaded(folder: &Path) -> Vec<(String, CaseFile)> {
    let names = files(folder).into_iter().filter(|(_, file)| file.get("cases").is_some());
    let load = |name: String| {
        let path = folder.join(format!("{name}.json"));
        let file = CaseFile::from_json(fs::read(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, file)
    };
    names.map(|(name, _)| load(name)).collect()
}

/// The same value with its members in the order of their names, if it is JSON.
fn sorted(value: &str) -> String {
    let json = value.starts_with(['{', '[']).then(|| serde_json::from_str::<Value>(value).ok()).flatten();
    json.map_or_else(|| value.to_owned(), |json| crate::sorted::sorted(&json).to_string())
}

/// The files that are named for a validator.
pub(crate) fn validators() -> BTreeMap<String, Value> {
    files(&folder()).into_iter().filter(|(_, file)| file.get("validator").is_some()).collect()
}

/// The custom checks that a case registers, each with the values that it rejects.
pub(crate) fn checks(case: &Value) -> CustomChecks {
    let mut checks = CustomChecks::new();
    for (name, check) in case["checks"].as_object().into_iter().flatten() {
        let rejects = check["rejects"].as_array().unwrap().clone();
        checks = checks.with(name, move |value| !rejects.contains(value));
    }
    checks
}

/// The expected problems of a case, as they are in the file.
fn problems(case: &Value) -> &[Value] {
    case["expected"]["problems"].as_array().map_or(&[], Vec::as_slice)
}

/// Whether a case expects neither problems nor unchecked rules.
fn is_clean(case: &Value) -> bool {
    problems(case).is_empty() && case["expected"]["unchecked"].as_array().is_none_or(Vec::is_empty)
}

/// What the tests do with a case that is loaded.
pub(crate) trait Checks {
    fn directory(&self) -> Option<&dyn Directory>;
    /// Checks with another directory.
    fn check_with(&self, text: &str, directory: &dyn Directory) -> Report;
    fn questions(&self, text: &str) -> Vec<OwnedQuestion>;
    fn check_value(&self, value: &Value) -> Report;
}

impl Checks for LoadedCase<'_> {
    fn directory(&self) -> Option<&dyn Directory> {
        match self {
            Self::Request(_, context) => context.directory,
            Self::Any(_, context) => context.directory,
            _ => unreachable!(),
        }
    }

    fn check_with(&self, text: &str, directory: &dyn Directory) -> Report {
        match self {
            Self::Request(checker, context) => checker.check(text, &context.clone().with_directory(directory)),
            Self::Any(checker, context) => checker.check(text, &context.clone().with_directory(directory)),
            _ => unreachable!(),
        }
    }

    fn questions(&self, text: &str) -> Vec<OwnedQuestion> {
        match self {
            Self::Request(checker, context) => checker.questions(text, context),
            Self::Any(checker, context) => checker.questions(text, context),
            _ => unreachable!(),
        }
    }

    fn check_value(&self, value: &Value) -> Report {
        match self {
            Self::Request(checker, context) => checker.parse_value(value, context).report().clone(),
            Self::Any(checker, context) => checker.check_value(value, context),
            _ => unreachable!(),
        }
    }
}

/// Loads what a case is made of and shows it; else what does not load.
pub(crate) fn load<T>(case: &Value, show: impl FnOnce(&LoadedCase<'_>) -> T) -> Result<T, CaseError> {
    let mut case = case.clone();
    case.as_object_mut().unwrap().remove("bodyText");
    let file = CaseFile::from_json(crate::sorted::sorted(&json!({"cases": [case]})).to_string());
    let file = file.unwrap_or_else(|error| panic!("{}: {error}", case["name"]));
    runner().load(&file.cases()[0], show)
}

fn runner() -> CaseRunner<'static> {
    CaseRunner::new(|name| Err(format!("{name}: the cases need no other files")))
}

/// Returns what is wrong with a case, if anything.
fn run(runner: &mut CaseRunner<'_>, case: &Case) -> Result<(), String> {
    let result = runner.run(case).map_err(|error| error.to_string())?;
    let differences: Vec<_> = result.differences.iter().map(ToString::to_string).collect();
    if !differences.is_empty() {
        return Err(differences.join("\n   "));
    }
    match case.expected() {
        CaseFindings::Checked { problems, unchecked } => {
            let expected = (strict(problems), unchecked.clone());
            runner.load(case, |loaded| check_all(case, loaded, &expected)).map_err(|error| error.to_string())?
        }
        _ => Ok(()),
    }
}

/// The expected problems, none of which leaves anything out: what is not there is expected not to be there.
fn strict(problems: &[CaseProblem]) -> Vec<CaseProblem> {
    let strict = |problem: &CaseProblem| {
        let mut problem = problem.clone();
        problem.pointer = None;
        problem.rule.get_or_insert_default();
        problem.causes = Some(strict(problem.causes.as_deref().unwrap_or_default()));
        problem
    };
    problems.iter().map(strict).collect()
}

/// Checks a body as text, as a value and, if it is a request, as a typed value.
fn check_all(
    case: &Case,
    loaded: &LoadedCase<'_>,
    expected: &(Vec<CaseProblem>, Vec<CaseUnchecked>),
) -> Result<(), String> {
    let text = case.body();
    let compared = |what: &str, report: &Report, adapt: fn(&str) -> String| {
        let CaseFindings::Checked { problems, mut unchecked } = CaseFindings::from(report) else { unreachable!() };
        unchecked.iter_mut().for_each(|rule| rule.reason = None);
        let found = (adapted(strict(&problems), adapt), unchecked);
        let expected = (adapted(expected.0.clone(), adapt), expected.1.clone());
        if found == expected {
            Ok(())
        } else {
            Err(format!("{what}:\n   expected {expected:?}\n   found    {found:?}"))
        }
    };
    compared("text", &loaded.check(text), str::to_owned)?;
    if let LoadedCase::Request(checker, context) = loaded {
        let parsed = checker.parse(text, context);
        compared("parsed", parsed.report(), str::to_owned)?;
        if let Some(update) = parsed.value() {
            assert_eq!(Ok(update), icws_schema::from_str(text).as_ref().map_err(ToString::to_string));
        }
    }
    // A number or a duplicate that only a text has is no value.
    let Some(body) = serde_json::from_str::<Value>(text).ok().filter(|_| case.is_json()) else { return Ok(()) };
    compared("value", &loaded.check_value(&body), sorted)?;
    match (loaded, icws_schema::from_value::<UserClientConfigurationProperties>(&body)) {
        (LoadedCase::Request(checker, context), Ok(update)) => {
            compared("typed", &checker.check_value(&update, context), sorted)
        }
        _ => Ok(()),
    }
}

/// The problems with other values.
fn adapted(mut problems: Vec<CaseProblem>, adapt: fn(&str) -> String) -> Vec<CaseProblem> {
    for problem in &mut problems {
        problem.value = problem.value.as_deref().map(adapt);
        problem.causes = problem.causes.take().map(|causes| adapted(causes, adapt));
    }
    problems
}

/// A rule file or directory file, given as JSON or as its text.
pub(crate) fn text(file: &Value) -> String {
    file.as_str().map_or_else(|| crate::sorted::sorted(file).to_string(), str::to_owned)
}

#[track_caller]
fn all(folder: &Path) {
    let mut wrong = Vec::new();
    let mut runner = runner();
    for (name, file) in loaded(folder) {
        for case in file.cases() {
            if let Err(what) = run(&mut runner, case) {
                wrong.push(format!("{name}: {}: {what}", case.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

pub(crate) fn cases(file: &Value) -> &[Value] {
    file["cases"].as_array().unwrap()
}

#[test]
fn every_case_of_every_validator() {
    all(&folder());
}

#[test]
fn every_case_of_every_part() {
    all(&folder().join("parts"));
}

#[test]
fn every_case_file_agrees_with_its_schema() {
    let schema = jsonschema::validator_for(icws_schema::schema::case_file().as_value()).unwrap();
    for folder in [folder(), folder().join("parts")] {
        for (name, _) in loaded(&folder) {
            let file: Value = serde_json::from_slice(&fs::read(folder.join(format!("{name}.json"))).unwrap()).unwrap();
            let errors: Vec<_> =
                schema.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{name}: {errors:#?}");
        }
    }
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
        let clean = |case: &&Value| is_clean(case);
        let failing = |case: &&Value| problems(case).iter().any(|one| one["validator"] == number);
        assert!(compared().filter(clean).count() >= 3, "{name}: too few passes");
        assert!(compared().filter(failing).count() >= 3, "{name}: too few failures");
        let examples: Vec<_> = cases(&file).iter().filter(|case| case["example"] == true).collect();
        let [passing, failing] = examples[..] else { panic!("{name}: {} examples", examples.len()) };
        assert!(clean(&passing), "{name}: the first example passes");
        let problems = problems(failing);
        assert!(problems.len() == 1 && problems[0]["validator"] == number, "{name}: the second example fails once");
    }
}
