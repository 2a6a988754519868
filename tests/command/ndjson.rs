use super::{file, run, run_as, run_with};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

/// Lines of most kinds: valid, blank, with CRLF, invalid, malformed, not JSON, without a line feed.
const LINES: &str = "{}\r\n\n{\"externalCallTimeout\": {\"actualValue\": 301}, \"new\": 1}\n  \t\n{\"followMe\": [{}]}\r\n{\"a\n[]\n{\"callForwardAll\": null}";

fn verdicts(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_line_that_is_not_blank_has_one_verdict_with_its_number() {
    let ran = run_with(&["check", "--ndjson", "--rules", "recommended", "--format", "ndjson", "-"], LINES);
    assert_eq!(ran.code, 1);
    let expected = [
        json!({"line": 1, "valid": true, "codes": [], "pointers": []}),
        json!({"line": 3, "valid": false, "codes": [null, 5], "pointers": ["/new", "/externalCallTimeout/actualValue"]}),
        json!({"line": 5, "valid": false, "codes": [15, 15, 15], "pointers": ["/followMe/0/phoneNumber", "/followMe/0/timeout", "/followMe/0/usePin"]}),
        json!({"line": 6, "valid": false, "codes": [null], "pointers": [""]}),
        json!({"line": 7, "valid": false, "codes": [null], "pointers": [""]}),
        json!({"line": 8, "valid": true, "codes": [], "pointers": []}),
    ];
    assert_eq!(verdicts(&ran.out), expected);
}

#[test]
fn a_name_that_ends_in_ndjson_or_jsonl_is_ndjson() {
    for name in ["lines.ndjson", "lines.JSONL"] {
        let path = file(name, LINES);
        assert_eq!(run(&["check", "--format", "ndjson", &path]).out.lines().count(), 6);
    }
    assert_eq!(run(&["check", "--format", "ndjson", &file("lines.json", LINES)]).out.lines().count(), 1);
}

#[test]
fn problems_are_at_their_line_and_offset_in_the_file() {
    let ran = run_with(&["check", "--ndjson", "--rules", "recommended", "--format", "json", "-"], LINES);
    let reports = verdicts(&ran.out);
    let problem = &reports[1]["problems"][1];
    assert_eq!((&problem["line"], &problem["column"], &problem["offset"]), (&3.into(), &41.into(), &45.into()));
    assert_eq!(&LINES[45..48], "301");
    assert_eq!((&reports[1]["lineOfFile"], &reports[1]["file"]), (&3.into(), &"-".into()));
    let schema = jsonschema::validator_for(icws_schema::schema::report().as_value()).unwrap();
    assert!(reports.iter().all(|report| schema.is_valid(report)));
}

#[test]
fn human_output_has_invalid_lines_and_a_summary() {
    let ran = run_with(&["check", "--ndjson", "--rules", "recommended", "-"], LINES);
    insta::assert_snapshot!("lines_for_people", ran.out);
    let short = run_with(&["check", "--ndjson", "--rules", "recommended", "--format", "short", "-"], LINES);
    insta::assert_snapshot!("lines_short", short.out);
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let lines: String = (0..3_000)
        .map(|index| match index % 97 {
            0 => "{\"followMe\": [{}]}\n".to_owned(),
            1 => "\n".to_owned(),
            _ => format!("{:400}{{\"externalCallTimeout\": {{\"actualValue\": {index}}}}}\r\n", ""),
        })
        .collect();
    let path = file("threads.ndjson", &lines);
    for format in ["human", "short", "json", "ndjson", "github", "sarif", "gitlab", "junit"] {
        let out = |threads| {
            let arguments = ["check", "--rules", "recommended", "--format", format, "--threads", threads, &path];
            let ran = run(&arguments);
            assert_eq!(ran.code, 1);
            ran.out
        };
        let one = out("1");
        assert!(one == out("2") && one == out("8"), "{format}");
    }
}

#[test]
fn check_reads_the_ndjson_of_generate() {
    let generated = run(&["generate", "--rules", "recommended", "--count", "200"]).out;
    let ran = run_with(&["check", "--ndjson", "--rules", "recommended", "--format", "ndjson", "-"], &generated);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 200));
    let generated = run(&["generate", "--invalid", "--count", "200"]).out;
    let ran = run_with(&["check", "--ndjson", "--format", "ndjson", "-"], &generated);
    assert!(verdicts(&ran.out).iter().all(|verdict| verdict["valid"] == false));
}

#[test]
fn utf_16_is_one_problem_of_the_file() {
    let bytes: Vec<u8> = "\u{feff}{}\n{}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-utf-16.ndjson");
    std::fs::write(&path, bytes).unwrap();
    let ran = run(&["check", "--format", "short", path.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.lines().count()), (1, 2), "{}", ran.out);
    assert!(ran.out.contains("UTF-16 (little endian)"), "{}", ran.out);
}

#[test]
fn a_line_that_is_too_long_is_one_problem_and_the_rest_is_checked() {
    let path = file("long.ndjson", &format!("{{}}\n{}\n[]\n", "x".repeat(70 * 1024 * 1024)));
    let ran = run(&["check", "--format", "ndjson", &path]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(ran.code, 1);
    let lines: Vec<_> =
        verdicts(&ran.out).iter().map(|verdict| (verdict["line"].clone(), verdict["valid"].clone())).collect();
    assert_eq!(lines, [(1.into(), true.into()), (2.into(), false.into()), (3.into(), false.into())]);
}

#[test]
fn a_closed_output_ends_the_command_quietly() {
    let lines = "{}\n".repeat(2_000_000);
    let path = file("early.ndjson", &lines);
    let ran = run_as(&["check", "--format", "ndjson", &path], "", |child| drop(child.stdout.take()));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn a_folder_is_not_read_as_lines() {
    let ran = run(&["check", "--ndjson", "tests/no-such-file.ndjson"]);
    assert!(ran.code == 2 && ran.err.starts_with("tests/no-such-file.ndjson: cannot be read: "), "{}", ran.err);
}

/// Lines in which the body and the id are members.
const ENVELOPES: &str = "{\"user\": \"jane\", \"change\": {\"followMe\": [{\"phoneNumber\": \"8001\", \"timeout\": 5, \"usePin\": true}]}}\n\
{\"é\": 1, \"change\": {\"followMe\": [{\"phoneNumber\": \"8001\", \"timeout\": 5, \"usePin\": true}]}, \"user\": \"joe\"}\n\
{\"user\": \"joe\"}\n{\"user\": 5, \"change\": {}}\n{\"user\n";

#[test]
fn body_and_id_are_found_by_pointers_in_a_line() {
    let rules =
        file("envelope.json", r#"{"rules": [{"validator": "extension", "property": "followMe[].phoneNumber"}]}"#);
    let directory = file("envelope-directory.json", r#"{"extensions": [{"extension": "8001", "id": "jane"}]}"#);
    let options = ["--rules", &rules, "--directory", &directory, "--body-at", "/change", "--id-at", "/user"];
    let ran = run_with(&[&["check", "--ndjson", "--format", "json"][..], &options, &["-"]].concat(), ENVELOPES);
    let lines = verdicts(&ran.out);
    assert_eq!((ran.code, lines.len(), &lines[0]["valid"], &lines[1]["valid"]), (1, 5, &json!(true), &json!(false)));
    let problem = &lines[1]["problems"][0];
    assert_eq!(problem["pointer"], "/change/followMe/0/phoneNumber");
    let offset = usize::try_from(problem["offset"].as_u64().unwrap()).unwrap();
    assert_eq!(&ENVELOPES[offset..offset + 6], "\"8001\"");
    assert_eq!((&problem["line"], &problem["column"]), (&json!(2), &json!(50)));
    let errors: Vec<_> = lines[2..4].iter().map(|line| line["error"].as_str().unwrap()).collect();
    assert_eq!(errors, ["no value at `/change`", "no string at `/user`"]);
    assert_eq!(lines[4]["problems"][0]["line"], 5);
    let verdicts_only =
        run_with(&[&["check", "--ndjson", "--format", "ndjson"][..], &options, &["-"]].concat(), ENVELOPES);
    assert_eq!(verdicts(&verdicts_only.out)[2], json!({"line": 3, "valid": false, "codes": [null], "pointers": [""]}));
}

#[test]
fn problems_of_a_body_inside_a_file_have_positions_in_the_file() {
    let ran =
        run_with(&["check", "--format", "json", "--body-at", "/a/0", "-"], "{\"a\":\n [{\"callForwardAll\": 1}]}");
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    let problem = &line["problems"][0];
    assert_eq!(
        (&problem["pointer"], &problem["line"], &problem["column"]),
        (&json!("/a/0/callForwardAll"), &json!(2), &json!(22))
    );
}

#[test]
fn lines_are_copied_by_their_verdict() {
    let (valid, invalid) = (file("copies.valid", "old"), file("copies.invalid", "old"));
    let ran = run_with(&["check", "--ndjson", "--quiet", "--valid", &valid, "--invalid", &invalid, "-"], LINES);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let read = |path: &str| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(&valid), "{}\n{\"callForwardAll\": null}\n");
    assert_eq!(
        read(&invalid),
        "{\"externalCallTimeout\": {\"actualValue\": 301}, \"new\": 1}\n{\"followMe\": [{}]}\n{\"a\n[]\n"
    );
    let ran = run(&["check", "--valid", &valid, "tests/payloads/valid.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "error: `--valid` and `--invalid` need NDJSON (`--ndjson`)\n"));
}

#[test]
fn a_file_for_copies_is_unchanged_if_the_other_one_cannot_be_written() {
    let (valid, missing) = (file("kept.valid", "old"), "no-such-folder/invalid.ndjson");
    let ran = run_with(&["check", "--ndjson", "--valid", &valid, "--invalid", missing, "-"], LINES);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error: no-such-folder/invalid.ndjson: cannot be written: "), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&valid).unwrap(), "old");
}

#[test]
fn copies_go_to_files_and_not_to_standard_output() {
    for option in ["--valid", "--invalid"] {
        let ran = run_with(&["check", "--ndjson", option, "-", "-"], LINES);
        assert_eq!(ran.code, 2);
        assert_eq!(ran.err, format!("error: `{option}` needs a file; standard output is used for the results\n"));
    }
    assert!(!std::path::Path::new("-").exists());
}

/// Starts a check of lines from standard input.
fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_icws-schema"))
        .args(["check", "--ndjson", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_line_has_its_verdict_before_the_next_one_is_written() {
    let mut child = start(&["--format", "ndjson"]);
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for (line, valid) in [("{}", true), (r#"{"a": 1}"#, false), ("{}", true)] {
        writeln!(input, "{line}").unwrap();
        let mut verdict = String::new();
        output.read_line(&mut verdict).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&verdict).unwrap()["valid"], valid);
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[cfg(unix)]
#[test]
fn ctrl_c_prints_what_was_checked() {
    let mut child = start(&["--format", "ndjson"]);
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let mut verdicts = String::new();
    for _ in 0..3 {
        writeln!(input, "{{}}").unwrap();
        output.read_line(&mut verdicts).unwrap();
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let ended = child.wait_with_output().unwrap(); // the input stays open
    drop(input);
    assert_eq!(ended.status.code(), Some(130));
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "interrupted by Ctrl-C; checked: - up to line 3\n");
    assert_eq!(verdicts.lines().count(), 3);
}

#[test]
fn the_summary_lists_the_rules_that_never_applied() {
    let rules = file(
        "never_applied.json",
        r#"{"rules": [
            {"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60},
            {"validator": "range", "property": "followMe[].timeout", "max": 60},
            {"validator": "requiredValue", "property": "callForwardAllMode.actualValue"}]}"#,
    );
    let lines = [
        r#"{"externalCallTimeout": {"actualValue": 3}, "callForwardAllMode": null}"#,
        r#"{"followMe": [{"phoneNumber": "8001", "timeout": 1}]}"#,
    ];
    for threads in ["1", "2"] {
        let input = lines.join("\n").replace("null}", &format!("null{}}}", " ".repeat(300_000)));
        let ran = run_with(&["check", "--ndjson", "--threads", threads, "--rules", &rules, "-"], &input);
        let summary = ran.out.lines().last().unwrap();
        assert_eq!(summary, "rules that never applied: /rules/2 (callForwardAllMode.actualValue)");
    }
}

#[test]
fn lines_without_a_body_are_counted_as_checked_and_not_valid() {
    let run = |format| {
        let options = ["check", "--ndjson", "--body-at", "/change", "--format", format, "-"];
        run_with(&options, ENVELOPES).out
    };
    assert!(run("human").contains("\n3 of 5 valid, 1 without a body; problems: 1, unchecked rules: 0\n"));
    assert_eq!(run("ndjson").lines().filter(|line| line.contains("\"valid\":true")).count(), 3);
    let missing = run_with(&["check", "tests/no-such-file.json", super::VALID, super::VALID], "");
    assert_eq!(missing.out.lines().last(), Some("2 of 2 valid, 1 unreadable; problems: 0, unchecked rules: 0"));
}

/// Returns the problems of lines in the format for one line each.
fn short(name: &str, lines: &str, arguments: &[&str]) -> Vec<String> {
    let path = file(name, lines);
    let ran = run(&[&["check", "--rules", "recommended", "--format", "short", &path][..], arguments].concat());
    ran.out.lines().map(|line| line.replacen(&path, "", 1)).collect()
}

#[test]
fn a_line_that_is_not_a_value_says_what_ndjson_is() {
    let found = short("cut-off-lines.ndjson", "{\"screenCalls\": {\n{\"screenCalls\": null},\n{} {}\n", &[]);
    let is_of = |line: &str, part: &str| found.iter().any(|found| found.starts_with(line) && found.ends_with(part));
    let by_itself = "in NDJSON, each line is a value by itself, without brackets and commas around it";
    assert!(is_of(":1:", "in NDJSON, each value is on one line") && is_of(":2:", by_itself), "{found:?}");
    assert!(is_of(":3:", "what is after the first value of the line is not checked"), "{found:?}");
}

#[test]
fn a_value_over_several_lines_is_one_problem_and_checked() {
    let text = "{\n  \"screenCalls\": {\n    \"actualValue\": \"true\"\n  }\n}\n{}\n{\n  \"followMe\": []\n}\n";
    let found = short("over-several-lines.ndjson", text, &[]);
    let several = "(root): not JSON: expected each value on one line, found one over several lines; in NDJSON, each value is on one line: `jq -c . FILE` writes all values so";
    let expected = [
        format!(":1:1: {several}"),
        ":3:20: screenCalls.actualValue: expected a boolean or null, found a string of 4 characters; write it without quotes".to_owned(),
        ":1: 2 problems; error.request.invalidRepresentation.malformed (documented)".to_owned(),
        format!(":7:1: {several}"),
        ":7: 1 problem; error.request.invalidRepresentation.malformed (not documented)".to_owned(),
    ];
    assert_eq!(found[..5], expected, "{found:#?}");
    let at =
        short("over-several-lines-at.ndjson", "{}\n{\n  \"body\": {\n    \"a\": 1\n  }\n}\n", &["--body-at", "/body"]);
    assert!(
        at[1].starts_with(":2:1: (root): not JSON: expected each value") && at[2].starts_with(":4:5: a: "),
        "{at:#?}"
    );
}

#[test]
fn the_only_value_of_a_file_of_lines_may_be_renamed() {
    for (text, is_only) in [("\n{\n \"screenCalls\": null\n}\n\n", true), ("{\n \"screenCalls\": null\n}\n{}\n", false)]
    {
        let found = short("only-value.ndjson", text, &[]);
        assert_eq!(found[0].contains("rename a file with one value to `.json`"), is_only, "{found:#?}");
    }
}

#[test]
fn an_array_around_the_values_is_one_problem() {
    let array = "(root): not JSON: expected each value on one line, found an array around the values; in NDJSON, each line is a value by itself, without brackets and commas around it: `jq -c '.[]' FILE` writes the items so";
    for (name, text) in [
        ("array-lines", "[\n{\"screenCalls\": null},\n{\"screenCalls\": 1}\n]\n"),
        ("array-indented", "\u{feff}[\n  {\n    \"screenCalls\": null\n  },\n  {\"screenCalls\": 1}\n]"),
    ] {
        let found = short(&format!("{name}.ndjson"), text, &[]);
        assert!(found[0] == format!(":1:1: {array}") || name == "array-indented", "{found:#?}");
        assert!(found[2].contains("screenCalls: expected an object"), "{found:#?}");
        assert_eq!(found.iter().filter(|line| line.contains("not JSON")).count(), 1, "{found:#?}");
    }
    let found = short("array-in-line.ndjson", "[{\n  \"screenCalls\": 1\n}]\n", &[]);
    assert!(found[0].contains(array), "{found:#?}");
}

#[test]
fn valid_items_of_an_array_are_copied_to_lines() {
    let (valid, invalid) = (file("items.valid", ""), file("items.invalid", ""));
    let lines = "[\n  {\n    \"screenCalls\": null\n  },\n  {\n    \"screenCalls\": 1\n  }\n]\n";
    run_with(&["check", "--ndjson", "--quiet", "--valid", &valid, "--invalid", &invalid, "-"], lines);
    let read = |path: &str| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(&valid), "  {     \"screenCalls\": null   }\n");
    assert_eq!(read(&invalid), "[\n  {\n    \"screenCalls\": 1\n  }\n");
}

#[test]
fn the_text_around_a_body_is_read_past_its_errors() {
    let text = "{\"user\": 'jane', \"body\": {\"screenCalls\": 1}},\n{\"user\": \"joe\", \"Body\": {}},\n\
        {\"user\": \"joe\", \"body\": \"{\\\"a\\\": 1}\"},\n{\"user\": \"joe\", \"body\": {\"screenCalls\": \n";
    let found = short("around-bodies.ndjson", text, &["--body-at", "/body", "--id-at", "/user"]);
    let places = [
        ":1:10: ",
        ":1:42: screenCalls: ",
        ":1:45: ",
        ":1: 3 problems",
        ":2: no value at `/body`; did you mean `/Body`?; ",
    ];
    for (line, place) in found.iter().zip(places) {
        assert!(line.starts_with(place), "{place} {found:#?}");
    }
    assert!(found[5].contains("this is JSON inside of a string") && found[5].starts_with(":3:25: "), "{found:#?}");
    assert!(found.iter().any(|line| line.starts_with(":4:") && line.contains("the input is cut off")), "{found:#?}");
}

#[test]
fn an_error_in_the_text_around_a_body_is_reported_once() {
    for (text, places) in [
        ("{'user': 1, \"body\": {'screenCalls': null}}\n", &[":1:2: ", ":1:22: "][..]),
        ("{\"user\": 1, \"body\": {\"screenCalls\": null} \n", &[":1:"]),
    ] {
        let found = short("around-once.ndjson", text, &["--body-at", "/body"]);
        let problems: Vec<_> = found.iter().filter(|line| line.contains("not JSON")).collect();
        assert_eq!(problems.len(), places.len(), "{found:#?}");
        assert!(problems.iter().zip(places).all(|(line, place)| line.starts_with(place)), "{found:#?}");
    }
}

#[test]
fn a_text_in_utf_32_has_no_body_inside() {
    let text: Vec<u8> =
        "\u{feff}{\"body\": {}}".chars().flat_map(|character| u32::from(character).to_le_bytes()).collect();
    let path = file("utf-32.json", "");
    std::fs::write(&path, text).unwrap();
    let found = run(&["check", "--format", "short", "--body-at", "/body", &path]);
    assert!(found.out.contains("UTF-32"), "{}", found.out);
}

#[test]
fn several_values_on_a_line_are_a_problem() {
    for line in ["{} {}\n", "10:05 sent: {}{}\n", "{}{\n"] {
        let found = short("two-values.ndjson", line, &[]);
        let end = "what is after the first value of the line is not checked";
        assert!(found.iter().any(|found| found.ends_with(end)), "{found:#?}");
    }
}

#[test]
fn the_heading_of_a_csv_file_is_one_problem() {
    let heading = "found the heading of a CSV file; remove the line: each line of NDJSON is a value";
    for text in ["body\n{}\n", "\u{feff}\"body\"\r\n\"{\"\"a\"\": 1}\"\r\n", "id;body\n\n1;{}\n"] {
        let found = short("heading.ndjson", text, &[]);
        assert!(found[0].starts_with(":1:1: ") && found[0].ends_with(heading), "{found:#?}");
    }
    for text in ["body\nbody\n", "true\n{}\n", "{}\nbody\n{}\n", "\"a\": 1\n{}\n"] {
        let found = short("no-heading.ndjson", text, &[]);
        assert!(!found.iter().any(|line| line.contains("heading")), "{found:#?}");
    }
}
