//! `test`, `init` and `conformance`, and what `rules` prints and loads.

use super::{Ran, file, run, run_as, run_with};
use icws_schema::rules::RuleSet;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FORMATS: [&str; 8] = ["human", "short", "json", "ndjson", "github", "sarif", "gitlab", "junit"];

/// A folder of its own for a test, which is empty.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cases-{name}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// The output with JSON in one order and in lines.
fn pretty(out: String) -> String {
    let json: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&out).into_iter().collect();
    let pretty = |value: &Value| serde_json::to_string_pretty(&crate::sorted::sorted(value)).unwrap();
    json.map(|values| values.iter().map(pretty).collect::<Vec<_>>().join("\n")).unwrap_or(out)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Runs the command in a folder.
fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_icws-schema")).args(arguments).current_dir(folder).output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn the_recommended_rules_are_a_file_with_the_same_meaning() {
    let printed = run(&["rules", "recommended"]);
    assert_eq!((printed.code, RuleSet::from_json(&printed.out).unwrap()), (0, RuleSet::recommended()));
    let file: Value = serde_json::from_str(&printed.out).unwrap();
    assert!(file["$schema"].as_str().unwrap().ends_with("/schemas/ruleFile.json"), "{file}");
    let documented = run(&["rules", "documented"]);
    assert_eq!(RuleSet::from_json(&documented.out).unwrap(), RuleSet::documented());
    let checked = run_with(&["rules", "--check", "-"], &printed.out);
    assert_eq!((checked.code, &*checked.out), (0, "-: valid rule file\n"));
}

#[test]
fn the_catalog_describes_each_word_and_section() {
    let page = run(&["rules", "existingAttendantProfile"]).out;
    assert!(page.contains("\n               outbound  for outgoing calls.\n"), "{page}");
    assert!(
        page.contains("\n  directory    `attendantProfiles`: the attendant profiles, with their kinds.\n"),
        "{page}"
    );
    assert!(page.contains("Without it, the rule is unchecked: no directory has `attendantProfiles`."), "{page}");
    let catalogue: Value = serde_json::from_str(&run(&["rules", "--format", "json"]).out).unwrap();
    let mut sections = Vec::new();
    for validator in catalogue["validators"].as_array().unwrap() {
        for parameter in validator["parameters"].as_array().unwrap() {
            let words = parameter["words"].as_array().unwrap();
            let enumerated = parameter["schema"]["enum"].as_array().map_or(0, Vec::len);
            assert!(words.len() >= enumerated, "{parameter}");
            assert!(words.iter().all(|word| word["description"].as_str().unwrap().ends_with('.')), "{parameter}");
        }
        sections.extend(validator["directory"].as_array().unwrap().iter().map(|section| section["name"].clone()));
    }
    sections.sort_by_key(Value::to_string);
    sections.dedup();
    assert_eq!(sections.len(), icws_schema::directory::Section::ALL.len(), "{sections:?}");
}

#[test]
fn rules_accepts_one_validator_or_files() {
    let ran = run(&["rules", "range", "regex"]);
    assert_eq!(
        (ran.code, &*ran.err),
        (2, "error: expected one name of a validator or rule set; to load files, add `--check`\n")
    );
    let ran = run(&["rules", "--format", "sarif"]);
    assert_eq!((ran.code, &*ran.err), (2, "error: `--format sarif` needs `--check`\n"));
    let ran = run(&["rules", "README.md"]);
    assert_eq!(ran.err, "error: `README.md` is not a validator; `icws-schema rules --check` loads a file\n");
    assert_eq!(run(&["rules", "--check"]).code, 2);
    assert_eq!(run(&["rules", "--as", "rules", "range"]).code, 2);
    assert_eq!(
        run(&["rules", "recomended"]).err,
        "error: `recomended` is not a validator; did you mean `recommended`?\n"
    );
}

/// A rule file with mistakes in a line with a tab and wide characters, a directory file, a state file with a secret, and a
/// file that is not there.
fn mistaken(name: &str) -> (PathBuf, [&'static str; 5]) {
    let folder = folder(name);
    let rules = "{\n  \"rules\": [\n    {\"validator\": \"range\", \"property\": \"folowMe[].timeout\", \"min\": 1},\n    {\"validator\": \"rnage\"},\n\t{\"validator\": \"regex\", \"property\": \"callForwardAllMode.actualValue\", \"日本\": 1, \"pattern\": \"(\"}\n  ]\n}\n";
    fs::write(folder.join("rules.json"), rules).unwrap();
    fs::write(folder.join("site.json"), r#"{"extensions": ["8001"], "timeZone": []}"#).unwrap();
    let state = r#"{"version": 1, "sessions": [{"id": "1984", "token": "SECRET", "cookie": "a=SECRET", "user": 7}]}"#;
    fs::write(folder.join("state.json"), state).unwrap();
    let warned = r#"{"rules": [{"validator": "propertyNotApplicable", "property": "followMe", "when": {"property": "screenCalls.actualValue", "is": "yes"}}]}"#;
    fs::write(folder.join("warned.json"), warned).unwrap();
    (folder, ["rules.json", "site.json", "state.json", "warned.json", "missing.json"])
}

#[test]
fn problems_of_loaded_files_are_in_every_format() {
    let (folder, files) = mistaken("formats");
    for format in FORMATS {
        let ran = run_in(&folder, &[&["rules", "--check", "--format", format], &files[..]].concat());
        assert_eq!((ran.code, &*ran.err), (2, "missing.json: cannot be read: no such file\n"));
        assert!(!ran.out.contains("SECRET"), "{}", ran.out);
        insta::assert_snapshot!(format!("loaded_{format}"), pretty(ran.out));
    }
    let ran = run_in(&folder, &["rules", "--check", "rules.json"]);
    assert_eq!(ran.code, 1);
    let schema = jsonschema::validator_for(icws_schema::schema::report().as_value()).unwrap();
    for line in run_in(&folder, &[&["rules", "--check", "--format", "json"], &files[..]].concat()).out.lines() {
        assert!(schema.is_valid(&serde_json::from_str(line).unwrap()), "{line}");
    }
}

#[test]
fn the_kind_of_a_file_can_be_named() {
    let rules = r#"{"rules": [{"validator": "range", "property": "a.b", "min": 1}]}"#;
    assert_eq!(run_with(&["rules", "--check", "-"], rules).code, 1);
    assert_eq!(run_with(&["rules", "--check", "--as", "object-rules", "-"], rules).code, 0);
    assert_eq!(run_with(&["rules", "--check", "--as", "directory", "-"], "{}").out, "-: valid directory file\n");
    assert_eq!(run_with(&["rules", "--check", "--as", "cases", "-"], r#"{"cases": []}"#).out, "-: valid case file\n");
    assert_eq!(run_with(&["rules", "--check", "--as", "state", "-"], r#"{"version": 1}"#).out, "-: valid state file\n");
}

const CASES: &str = r#"{
  "rules": {"rules": [
    {"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60},
    {"validator": "existingExtension", "property": "callForwardAllMode.actualValue"}
  ]},
  "cases": [
    {"name": "as expected", "body": {"externalCallTimeout": {"actualValue": 60}}},
    {"name": "not expected", "body": {"externalCallTimeout": {"actualValue": 61}}},
    {"name": "not reported", "body": {}, "expected": {"problems": [
      {"validator": "range", "pointer": "/externalCallTimeout/actualValue"}]}},
    {"name": "elsewhere", "body": {"externalCallTimeout": {"actualValue": 61}}, "expected": {"problems": [
      {"validator": 5, "pointer": "/externalCallTimeout", "value": "62", "rule": "/rules/1"}]}},
    {"name": "unchecked <&>", "body": {"callForwardAllMode": {"actualValue": "8001"}}},
    {"name": "not there", "rules": "missing.json", "body": {}}
  ]
}
"#;

#[test]
fn a_case_is_ok_noisy_missing_wrong_or_not_run() {
    let folder = folder("outcomes");
    fs::write(folder.join("cases.json"), CASES).unwrap();
    for format in ["human", "json", "ndjson", "junit"] {
        let ran = run_in(&folder, &["test", "--format", format, "cases.json"]);
        assert_eq!((ran.code, &*ran.err), (2, "error: cases.json: missing.json: cannot be read: no such file\n"));
        insta::assert_snapshot!(format!("cases_{format}"), pretty(ran.out));
    }
}

#[test]
fn the_exit_code_of_a_test_is_that_of_its_worst_case() {
    let case = |expected: &str| format!(r#"{{"cases": [{{"name": "a", "body": {{}}{expected}}}]}}"#);
    let good = file("good-case.json", &case(""));
    let bad = file("bad-case.json", &case(r#", "expected": {"problems": [{"validator": 5, "pointer": ""}]}"#));
    let broken = file("broken-case.json", &case(r#", "expcted": {}"#));
    assert_eq!(run(&["test", &good]).code, 0);
    assert_eq!(run(&["test", &good, &bad]).code, 1);
    let ran = run(&["test", &good, &bad, &broken]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("/cases/0: `expcted` is not a property of a case; did you mean `expected`?"),
        "{}",
        ran.err
    );
    assert!(ran.err.ends_with("broken-case.json: the cases were not run\n"), "{}", ran.err);
    assert!(ran.out.ends_with("\n3 files, 2 cases: 1 ok, 1 missing; unusable files: 1\n"), "{}", ran.out);
    assert_eq!(run_with(&["test", "-"], &case("")).out, "-: 1 case: 1 ok\n");
    assert_eq!(run_with(&["test", "--watch", "-"], "").code, 2);
}

#[test]
fn the_cases_of_this_crate_are_ok() {
    let ran = run(&["test", "data/cases/range.json", "data/cases/parts"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.lines().last().unwrap().starts_with("6 files, "), "{}", ran.out);
}

#[test]
fn init_writes_files_that_load_and_pass_their_tests() {
    let folder = folder("init");
    let ran = run_in(&folder, &["init", "my rules"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    insta::assert_snapshot!("init", ran.out);
    let site = folder.join("my rules");
    let loaded = run_in(&site, &["rules", "--check", "rules.json", "directory.json", "cases.json"]);
    assert_eq!(loaded.code, 0, "{}", loaded.out);
    let loaded = run_in(&site, &["rules", "--check", "."]);
    assert!(loaded.code == 0 && loaded.out.contains("3 of 3 valid"), "{}", loaded.out);
    let tested = run_in(&site, &["test", "cases.json"]);
    assert_eq!(tested.code, 0, "{}{}", tested.out, tested.err);
    // The commands that it names run as they are.
    let commands = ran.out.split("Next:\n").nth(1).unwrap().replace("icws-schema", env!("CARGO_BIN_EXE_icws-schema"));
    let shell = Command::new("sh").args(["-ec", &commands]).current_dir(&folder).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&shell.stdout), String::from_utf8_lossy(&shell.stderr));
    assert!(shell.status.success() && out.ends_with("my rules/update.json: valid\n"), "{out}{err}");
    for name in ["rules", "directory", "cases"] {
        let file: Value = serde_json::from_slice(&fs::read(site.join(format!("{name}.json"))).unwrap()).unwrap();
        let schema = fs::read(site.join(file["$schema"].as_str().unwrap())).unwrap();
        let schema = jsonschema::validator_for(&serde_json::from_slice(&schema).unwrap()).unwrap();
        assert!(schema.is_valid(&file), "{name}");
    }
    let rules = site.join("rules.json");
    fs::write(&rules, "mine").unwrap();
    fs::remove_file(site.join("README.md")).unwrap();
    let again = run_in(&folder, &["init", "my rules"]);
    assert!(
        again.code == 2 && again.err.contains("my rules/rules.json: already exists; `--force` overwrites it"),
        "{}",
        again.err
    );
    assert_eq!(fs::read_to_string(&rules).unwrap(), "mine");
    assert!(!site.join("README.md").exists(), "nothing is written");
    assert_eq!(run_in(&site, &["init", "--force"]).code, 0);
    assert_ne!(fs::read_to_string(&rules).unwrap(), "mine");
}

#[test]
fn tests_run_again_when_a_file_changes() {
    let folder = folder("watch");
    let cases = folder.join("cases.json");
    fs::write(
        &cases,
        r#"{"rules": "rules.json", "cases": [{"name": "a", "body": {"externalCallTimeout": {"actualValue": 5}}}]}"#,
    )
    .unwrap();
    let rules = |max: u8| {
        let rule = json!({"validator": "range", "property": "externalCallTimeout.actualValue", "max": max});
        fs::write(folder.join("rules.json"), json!({"rules": [rule]}).to_string()).unwrap();
    };
    rules(5);
    let mut child = Command::new(env!("CARGO_BIN_EXE_icws-schema"))
        .args(["test", "--watch", "cases.json"])
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || lines.next().unwrap().unwrap();
    assert_eq!(next(), "cases.json: 1 case: 1 ok");
    rules(10);
    assert_eq!(next(), "cases.json: 1 case: 1 ok");
    rules(4);
    assert_eq!(next(), "cases.json:1: noisy (problems that the case does not expect): a");
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Runs the cases of a file against a Python program.
fn conformance(name: &str, options: &[&str], program: &str) -> Ran {
    let cases = file(&format!("conformance-{name}.json"), CONFORMANCE);
    let program = file(&format!("conformance-{name}.py"), program);
    let arguments = [&["conformance", "--cases", &cases], options, &["python3", &program]].concat();
    run_as(&arguments, "", |_| ())
}

const CONFORMANCE: &str = r#"{"validator": "range", "cases": [
  {"name": "passes", "object": "any", "rules": {"rules": [{"validator": "range", "property": "a", "max": 1}]},
   "body": {"a": 1}},
  {"name": "fails", "object": "any", "rules": {"rules": [{"validator": "range", "property": "a", "max": 1}]},
   "body": {
     "a": 2
   }, "expected": {"problems": [{"validator": 5, "property": "a", "value": "2", "rule": "/rules/0"}]}},
  {"name": "rejected", "object": "any", "rules": {"rules": [{"validator": "range", "property": "a"}]},
   "rejectedRules": {"pointer": "/rules/0"}}
]}"#;

/// An implementation of `range` with a maximum.
const RANGE: &str = r#"
import json, sys
for line in sys.stdin:
    case = json.loads(line)
    response = {"id": case["id"]}
    rule = case["rules"]["rules"][0]
    if "max" not in rule:
        response["rejectedRules"] = {"pointer": "/rules/0"}
    else:
        fails = case["body"]["a"] > rule["max"]
        response["problems"] = [{"validator": "range", "pointer": "/a"}] if fails else []
    print(json.dumps(response), flush=True)
"#;

#[test]
fn an_implementation_is_compared_with_the_cases() {
    let ran = conformance("good", &[], RANGE);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (0, "range: 3 cases: 3 ok\n", ""));
    let without_problems = RANGE.replace("if fails", "if False");
    let ran = conformance("missing", &[], &without_problems);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.out,
        "range:4: missing (expected problems are not reported): fails\n  missing: expected 5 range at a, value \"2\", rule /rules/0\nrange: 3 cases: 2 ok, 1 missing\n"
    );
    let ran =
        conformance("elsewhere", &[], &RANGE.replace("\"pointer\": \"/a\"", "\"property\": \"b\", \"value\": \"3\""));
    assert!(
        ran.out.contains("  wrong: 5 range: expected property \"a\", found \"b\"; expected value \"2\", found \"3\"\n"),
        "{}",
        ran.out
    );
}

#[test]
fn an_expected_failure_that_passes_is_an_error() {
    let known = file("known.txt", "# the maximum\nrange/fails\n");
    let options = ["--expected-failures", &known];
    let ran = conformance("expected", &options, &RANGE.replace("if fails", "if False"));
    assert_eq!((ran.code, &*ran.out), (0, "range: 3 cases: 2 ok, 1 missing; 1 as expected\n"));
    let ran = conformance("unexpected", &options, RANGE);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("range:4: ok: fails, which is expected to fail\n"), "{}", ran.out);
    let known = file("mistyped.txt", "\nrange/fail\n");
    let ran = conformance("mistyped", &["--expected-failures", &known], RANGE);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.ends_with("mistyped.txt:2: `range/fail` is not the id of a case; did you mean `range/fails`?\n"),
        "{}",
        ran.err
    );
}

#[test]
fn an_invalid_response_of_an_implementation_is_an_error() {
    let first = "import sys, json, time; line = json.loads(sys.stdin.readline())\n";
    let rest = |code: &str| format!("{first}{code}");
    for (name, program, message) in [
        ("dies", rest("sys.exit(3)"), "range/passes: the command ended (exit status: 3) before a response"),
        ("hangs", rest("time.sleep(60)"), "range/passes: no response within 5 s"),
        (
            "garbage",
            rest("print('hello \\x1b[1m', flush=True)"),
            "range/passes: not a response: expected value at line 1 column 1: hello \\u{1b}[1m",
        ),
        (
            "order",
            rest("print(json.dumps({'id': 'range/fails', 'problems': []}), flush=True)"),
            "range/passes: expected a response to this request, found one to `range/fails`",
        ),
        (
            "neither",
            rest("print(json.dumps({'id': line['id']}), flush=True)"),
            "range/passes: expected exactly one of `problems`, `rejectedRules`, `rejectedDirectory`",
        ),
        (
            "unknown",
            rest("print(json.dumps({'id': line['id'], 'problem': []}), flush=True)"),
            "range/passes: not a response: unknown field `problem`",
        ),
        (
            "talks",
            RANGE.replace("    print(", "    print(json.dumps(response), flush=case['id'].endswith('x'))\n    print("),
            "found one to `range/passes`",
        ),
        ("stays", format!("{RANGE}\nimport time\ntime.sleep(60)"), "still running 5 s after the end of its input"),
    ] {
        let timeout = if matches!(name, "hangs" | "stays") { "5" } else { "20" };
        let ran = conformance(name, &["--timeout", timeout], &program);
        assert_eq!((ran.code, &*ran.out), (2, ""), "{name}: {}", ran.err);
        assert!(ran.err.starts_with("error: python3: ") && ran.err.contains(message), "{name}: {}", ran.err);
    }
    let ran = run(&["conformance", "no-such-program"]);
    assert!(ran.code == 2 && ran.err.starts_with("error: no-such-program: cannot be started: "), "{}", ran.err);
    assert_eq!(run(&["conformance"]).code, 2);
}

#[test]
fn this_crate_responds_as_its_own_cases_expect() {
    let command = env!("CARGO_BIN_EXE_icws-schema");
    let ran = run(&["conformance", command, "conformance", "--serve"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    assert!(ran.out.lines().last().unwrap().starts_with("46 files, "), "{}", ran.out);
    let parts = ["data/cases/parts/loading.json", "data/cases/parts/values.json", "data/cases/parts/paths.json"];
    let parts: Vec<_> = parts.iter().flat_map(|part| ["--cases", *part]).collect();
    let ran = run(&[&["conformance"], &parts[..], &[command, "conformance", "--serve"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.out);
    let ran = run_with(&["conformance", "--serve"], "\n{\"id\": 1}\n");
    assert!(ran.code == 2 && ran.err.starts_with("error: -:2: not a request: "), "{}", ran.err);
}

#[test]
fn the_lines_of_conformance_agree_with_their_schemas() {
    let [request, response] = [icws_schema::schema::conformance_request(), icws_schema::schema::conformance_response()]
        .map(|schema| jsonschema::validator_for(schema.as_value()).unwrap());
    let log = file("conformance-log.ndjson", "");
    let echo = format!(
        "import subprocess, sys\nserver = subprocess.Popen([{:?}, 'conformance', '--serve'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)\n\
         log = open({log:?}, 'w')\nfor line in sys.stdin:\n    server.stdin.write(line); server.stdin.flush()\n    response = server.stdout.readline()\n    \
         log.write(line + response); log.flush()\n    print(response, end='', flush=True)\nserver.stdin.close()\n",
        env!("CARGO_BIN_EXE_icws-schema")
    );
    let program = file("conformance-echo.py", &echo);
    let ran = run(&["conformance", "python3", &program]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let log = fs::read_to_string(log).unwrap();
    let mut count = 0;
    for (index, line) in log.lines().enumerate() {
        let schema = if index % 2 == 0 { &request } else { &response };
        let line: Value = serde_json::from_str(line).unwrap();
        let errors: Vec<_> = schema.iter_errors(&line).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{line}: {errors:?}");
        count += 1;
    }
    assert!(count > 2000, "{count}");
}

#[test]
fn every_command_combines_several_rule_sets_in_order() {
    let rule = |property: &str| json!({"validator": "stringLength", "property": property, "max": 1});
    let set = |name: &str, property: &str| file(name, &json!({"rules": [rule(property)]}).to_string());
    let one = set("combined-one.json", "callForwardAllMode.actualValue");
    let other = set("combined-other.json", "followMe[].phoneNumber");
    let rules = ["--rules", &one, "--rules", &other];
    let body = r#"{"callForwardAllMode": {"actualValue": "xx"}, "followMe": [{"phoneNumber": "yy", "timeout": 1, "usePin": true}]}"#;

    let checked = run_with(&[&["check", "--format", "json"], &rules[..], &["-"]].concat(), body);
    let report: Value = serde_json::from_str(&checked.out).unwrap();
    let problems = report["problems"].as_array().unwrap();
    assert_eq!(problems.iter().map(|problem| &problem["rulePointer"]).collect::<Vec<_>>(), ["/rules/0", "/rules/1"]);

    let object = run_with(&[&["check", "--as", "object", "--format", "json"], &rules[..], &["-"]].concat(), body);
    assert_eq!(serde_json::from_str::<Value>(&object.out).unwrap()["problems"].as_array().unwrap().len(), 2);

    let generated = run(&[&["generate", "--invalid", "--count", "60", "--explain"], &rules[..]].concat());
    assert_eq!(generated.code, 0, "{}", generated.err);
    assert!(generated.err.contains("(/rules/0)") && generated.err.contains("(/rules/1)"), "{}", generated.err);

    let schemas = folder("combined-schemas");
    let written = run(&[&["schema", "--out", text(&schemas)], &rules[..]].concat());
    assert_eq!(written.code, 0, "{}", written.err);
    let schema = fs::read_to_string(schemas.join("userClientConfigurationProperties.request.json")).unwrap();
    assert_eq!(schema.matches("\"maxLength\": 1,").count() + schema.matches("\"maxLength\": 1\n").count(), 2);

    let state = json!({
        "version": 1, "users": [{"id": "jane"}],
        "sessions": [{"id": "1984", "token": "t", "cookie": "a=b", "user": "jane"}],
    });
    let state = file("combined-state.json", &state.to_string());
    let request = format!(
        "PUT /icws/1984/configuration/users/jane/client HTTP/1.1\nININ-ICWS-CSRF-Token: t\nCookie: a=b\nContent-Type: application/json\n\n{body}"
    );
    let evaluated = run_with(&[&["evaluate", "--state", &state], &rules[..], &["-"]].concat(), &request);
    assert!(
        evaluated.out.contains("callForwardAllMode.actualValue") && evaluated.out.contains("followMe[0].phoneNumber"),
        "{}",
        evaluated.out
    );
}

#[test]
fn every_command_warns_of_comparisons_with_impossible_values() {
    let folder = folder("warned");
    let rules =
        r#"{"rules": [{"validator": "validValues", "property": "callForwardAll.actualValue", "values": ["true"]}]}"#;
    fs::write(folder.join("rules.json"), rules).unwrap();
    fs::write(folder.join("update.json"), "{}").unwrap();
    let cases = |rules: &str| format!(r#"{{"rules": {rules}, "cases": [{{"name": "a", "body": {{}}}}]}}"#);
    fs::write(folder.join("inline.json"), cases(rules)).unwrap();
    fs::write(folder.join("named.json"), cases(r#"["rules.json", "recommended"]"#)).unwrap();
    let warning =
        "rules.json: warning: 1:93: /rules/0: values: expected a boolean, found \"true\"; write it without quotes\n";
    let inline = "inline.json: warning: 1:103: /rules/rules/0: values: expected a boolean, found \"true\"; write it without quotes\n";
    for (arguments, warnings) in [
        (&["check", "--rules", "rules.json", "update.json"][..], warning),
        (&["check", "--rules", "recommended", "--rules", "rules.json", "update.json"], warning),
        (&["generate", "--rules", "rules.json", "--count", "1"], warning),
        (&["test", "named.json", "named.json"], warning),
        (&["test", "inline.json"], inline),
        (&["check", "--rules", "recommended", "update.json"], ""),
    ] {
        let ran = run_in(&folder, arguments);
        assert_eq!((ran.code, &*ran.err), (0, warnings), "{arguments:?}");
    }
    let ran = run_in(&folder, &["rules", "--check", "--format", "short", "inline.json"]);
    assert!(ran.code == 0 && ran.out.ends_with("inline.json: valid case file, 1 warning\n"), "{}", ran.out);
    // Warnings are printed even if there are problems: of rules, of the file, and of its syntax.
    for (name, text, count) in [
        ("wrong.json", rules.replace("[{", r#"[{"validator": "rnage"}, {"#), 1),
        ("unfit.json", rules.replace("[{", r#"[{"validator": "requiredValue", "property": "calForwardAll"}, {"#), 1),
        ("comma.json", rules.replace("}]", "},]"), 1),
        ("both.json", rules.replace("}]", r#"},{"validator": 0},]"#), 3),
        ("wrong-cases.json", cases(&rules.replace("[{", r#"[{"validator": "rnage"}, {"#)), 1),
        ("wrong-name.json", cases(rules).replace("name", "nam"), 1),
    ] {
        fs::write(folder.join(name), text).unwrap();
        let ran = run_in(&folder, &["rules", "--check", "--format", "json", name]);
        let line: Value = serde_json::from_str(&ran.out).unwrap();
        let (problems, warnings) = (line["problems"].as_array().unwrap(), line["warnings"].as_array().unwrap());
        assert_eq!((ran.code, problems.len(), warnings.len()), (1, count, 1), "{name}: {}", ran.out);
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let offset = usize::try_from(warnings[0]["offset"].as_u64().unwrap()).unwrap();
        assert!(text[offset..].starts_with(r#"["true"]"#), "{name}: {}", ran.out);
    }
    let ran = run_in(&folder, &["check", "--rules", "wrong.json", "update.json"]);
    assert!(
        ran.code == 2 && ran.err.starts_with("wrong.json: warning: ") && ran.err.contains("\nerror: "),
        "{}",
        ran.err
    );
}

#[test]
fn an_empty_folder_is_an_error() {
    let folder = folder("other-files");
    fs::write(folder.join("payload.json"), r#"{"screenCalls": null}"#).unwrap();
    fs::write(folder.join("lines.ndjson"), r#"{"user": "anna.weber", "body": {}}"#).unwrap();
    for (arguments, error) in [
        (["test", "."].as_slice(), "error: .: the folder contains no case file\n"),
        (&["rules", "--check", "."], ".: the folder contains no rule, directory, state or case file\n"),
    ] {
        let ran = run_in(&folder, arguments);
        assert_eq!((ran.code, &*ran.err), (2, error), "{arguments:?}");
    }
}
