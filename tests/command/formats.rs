use super::{FAULTY, VALID, run, run_with};
use crate::sorted::sorted;
use serde_json::Value;

/// A payload with problems of most kinds.
const BODY: &str = "{\n  \"callForwardAll\": {\"actualvalue\": true},\n  \"externalCallTimeout\": {\"actualValue\": 301},\n\t\"followMe\": [{\"phoneNumber\": \"日本é\", \"timeout\": 5, \"usePin\": 1}],\n  \"eFaqSearchOption\": null, \"eFaqSearchOption\": 2\n}\n";

/// What a format prints of the body, a valid file, and one that cannot be read.
fn printed(format: &str) -> String {
    let arguments = ["check", "--rules", "recommended", "--format", format, "-", VALID, "tests/no-such-file.json"];
    let ran = run_with(&arguments, BODY);
    assert_eq!(ran.code, 2, "{}", ran.err);
    ran.out
}

#[test]
fn each_format_has_its_snapshot() {
    for format in ["human", "short", "json", "ndjson", "github", "sarif", "gitlab", "junit"] {
        let out = printed(format);
        // The order of members is no part of the format.
        let json: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(&out).into_iter().collect();
        let pretty = |value: &Value| serde_json::to_string_pretty(&sorted(value)).unwrap();
        let shown = json.map(|values| values.iter().map(pretty).collect::<Vec<_>>().join("\n"));
        insta::assert_snapshot!(format!("format_{format}"), shown.unwrap_or(out));
    }
    let shown = run_with(&["check", "--rules", "recommended", "--show-values", "-"], BODY).out;
    insta::assert_snapshot!("format_human_with_values", shown);
}

#[test]
fn no_format_has_values_unless_they_are_shown() {
    for format in ["human", "short", "json", "ndjson", "github", "sarif", "gitlab", "junit"] {
        let out = printed(format);
        assert!(!out.contains("日") && !out.contains("301"), "{out}");
    }
}

#[test]
fn carets_mark_the_problem_after_tabs_wide_and_combining_characters() {
    let body = "{\t\"\u{65e5}\u{672c}e\u{301}\":\t1}";
    let out = run_with(&["check", "--show-values", "-"], body).out;
    let lines: Vec<_> = out.lines().collect();
    let source = lines.iter().position(|line| line.starts_with("1 | ")).unwrap();
    assert_eq!(lines[source], "1 | {    \"\u{65e5}\u{672c}e\u{301}\":    1}");
    assert_eq!(
        lines[source + 1],
        "  |      ^^^^^^^",
        "two wide characters, one with an accent, and two quotation marks"
    );
}

#[test]
fn a_frame_has_at_most_140_columns() {
    let wide = format!(r#"{{"a": "{}", "callForwardAll": 1, "b": "{}"}}"#, "日".repeat(100_000), "x".repeat(100_000));
    for option in ["--show-values=always", "--show-values=never"] {
        let out = run_with(&["check", option, "--allow-unknown", "-"], &wide).out;
        let line = out.lines().find(|line| line.starts_with("1 | ")).unwrap();
        let columns: usize = line.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum();
        assert!(columns <= 140 && line.contains("\"callForwardAll\": "), "{columns} {line}");
        let caret = out.lines().find(|line| line.contains('^')).unwrap();
        assert_eq!(caret.matches('^').count(), 1, "{out}");
    }
}

#[test]
fn many_frames_of_one_long_line_are_fast() {
    let body = format!(
        r#"{{"followMe": [{}]}}"#,
        vec![r#"{"phoneNumber": 1, "timeout": 1, "usePin": true}"#; 60_000].join(", ")
    );
    let start = std::time::Instant::now();
    let out = run_with(&["check", "-"], &body).out;
    assert!(out.contains("60000 problems (truncated: the first 1000 are listed)"), "{}", out.lines().last().unwrap());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_syntax_error_has_a_frame() {
    let out = run_with(&["check", "-"], "{\"callForwardAll\": {\"actualValue\": true,}}").out;
    assert!(
        out.contains(
            "1 | {\"callForwardAll\": {\"actualValue\": ****,}}\n  |                                        ^\n"
        ),
        "{out}"
    );
    assert!(out.contains("= help: remove the comma"), "{out}");
}

#[test]
fn color_is_only_for_terminals() {
    assert!(!run(&["check", FAULTY]).out.contains('\u{1b}'));
}

#[test]
fn quiet_prints_no_results_and_keeps_the_exit_code() {
    for (file, code) in [(VALID, 0), (FAULTY, 1)] {
        let ran = run(&["check", "--quiet", file]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (code, "", ""));
    }
    let missing = run(&["check", "-q", "tests/no-such-file.json"]);
    assert!(missing.code == 2 && missing.out.is_empty() && !missing.err.is_empty());
}

#[test]
fn a_summary_over_many_files_counts_them_by_validator_and_property() {
    let ran = run(&["check", FAULTY, VALID, FAULTY]);
    let summary: Vec<_> = ran.out.lines().rev().take(3).collect();
    assert_eq!(summary[2], "1 of 3 valid; problems: 10, unchecked rules: 0");
    assert!(summary[1].starts_with("by validator: malformed (type) 4, "), "{}", summary[1]);
    assert!(summary[0].starts_with("by property: (unknown) 2, callForwardAll.actualValue 2, "), "{}", summary[0]);
}

#[test]
fn sarif_rules_are_all_validators_and_results_refer_to_them() {
    let log: Value = serde_json::from_str(&printed("sarif")).unwrap();
    let run = &log["runs"][0];
    let rules: Vec<_> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(rules.len(), 46 + 5);
    let results = run["results"].as_array().unwrap();
    assert!(results.len() > 4 && results.iter().all(|result| rules.contains(&result["ruleId"].as_str().unwrap())));
    assert_eq!((&log["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let region = &results.last().unwrap()["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"], &region["endColumn"]),
        (&5.into(), &29.into(), &47.into())
    );
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn sarif_uris_are_relative_if_file_names_are() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let name = "command-ü %.json";
    std::fs::write(folder.join(name), "[]").unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_icws-schema"))
        .current_dir(folder)
        .args(["check", "--format", "sarif", &format!("./{name}")])
        .output()
        .unwrap();
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    let uri = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "command-%C3%BC%20%25.json");
}

#[test]
fn gitlab_fingerprints_differ() {
    let issues: Vec<Value> = serde_json::from_str(&run(&["check", "--format", "gitlab", FAULTY, FAULTY]).out).unwrap();
    let fingerprints: std::collections::HashSet<_> =
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!((issues.len(), fingerprints.len()), (10, 10));
    assert_eq!(run(&["check", "--format", "gitlab", VALID]).out, "[\n]\n");
}

#[test]
fn github_commands_and_xml_are_escaped() {
    let body = r#"{"<&\",:%\n": 1}"#;
    let github = run_with(&["check", "--format", "github", "-"], body).out;
    assert_eq!(github.lines().count(), 1, "{github}");
    assert!(
        github.starts_with("::error file=-,line=1,col=2,endLine=1,endColumn=13,title=malformed::<&\",:%25\\n: unknown"),
        "{github}"
    );
    let junit = run_with(&["check", "--format", "junit", "-"], body).out;
    assert!(junit.contains("1:2: &lt;&amp;&quot;,:%\\n: unknown property"), "{junit}");
}

#[test]
fn a_folder_is_searched_and_a_pattern_expanded() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-folder");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("b/c")).unwrap();
    for (name, text) in
        [("a.json", "{}"), ("b/c/d.JSON", "[]"), ("b/e.jsonl", "{}\n{}\n"), ("b/f.txt", "[]"), ("g.ndjson", "{}\n")]
    {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let names = |argument: &str| {
        let ran = run(&["check", "--format", "json", argument]);
        let file = |line: &str| {
            serde_json::from_str::<Value>(line).unwrap()["file"]
                .as_str()
                .unwrap()
                .rsplit_once("command-folder/")
                .unwrap()
                .1
                .to_owned()
        };
        (ran.code, ran.out.lines().map(file).collect::<Vec<_>>())
    };
    let path = folder.to_str().unwrap();
    assert_eq!(
        names(path),
        (1, ["a.json", "b/c/d.JSON", "b/e.jsonl", "b/e.jsonl", "g.ndjson"].map(str::to_owned).to_vec())
    );
    assert_eq!(
        names(&format!("{path}/**/*.json*")),
        (0, ["a.json", "b/e.jsonl", "b/e.jsonl"].map(str::to_owned).to_vec())
    );
    let none = run(&["check", &format!("{path}/*.xml")]);
    assert!(none.code == 2 && none.err.ends_with("*.xml: no file matches the pattern\n"), "{}", none.err);
    let empty = folder.join("empty");
    std::fs::create_dir_all(&empty).unwrap();
    let none = run(&["check", empty.to_str().unwrap()]);
    assert!(
        none.code == 2
            && none.err.ends_with("/empty: the folder contains no file that ends in `.json`, `.ndjson` or `.jsonl`\n"),
        "{}",
        none.err
    );
}
