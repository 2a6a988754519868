use super::{FAULTY, Ran, VALID, file, run, run_as, run_with};
use serde_json::{Value, json};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::Command;

#[test]
fn an_unreadable_file_does_not_keep_the_others_from_being_checked() {
    let ran = run(&["check", "--format", "short", "tests/payloads/no-such-file.json", FAULTY, "tests/nor-this.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("5 problems"));
    assert_eq!(ran.err.lines().count(), 2);
    assert!(ran.err.starts_with("tests/payloads/no-such-file.json: cannot be read: "));
}

#[test]
fn a_closed_standard_output_does_not_change_the_exit_code() {
    let unread = |arguments: &[&str], input: &str| run_as(arguments, input, |child| drop(child.stdout.take())).code;
    assert_eq!(unread(&["check", "-"], "{}"), 0);
    assert_eq!(unread(&["rules", "--format", "json"], ""), 0);
    assert_eq!(unread(&["check", "-", VALID, "--format", "json"], "[]"), 1);
    assert_eq!(unread(&["generate", "--rules", "-"], r#"{"rules": []}"#), 0);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unread-schemas");
    let folder = folder.to_str().unwrap();
    let _ = std::fs::remove_dir_all(folder);
    assert_eq!(unread(&["schema", "--rules", "-", "--out", folder], r#"{"rules": []}"#), 0);
    assert_eq!(
        run(&["schema", "--check", "--out", folder, "--rules", &super::file("none.json", r#"{"rules": []}"#)]).code,
        0
    );
}

#[test]
fn a_closed_standard_error_does_not_change_the_exit_code() {
    let unread = |arguments: &[&str], input: &str| run_as(arguments, input, |child| drop(child.stderr.take())).code;
    assert_eq!(unread(&["check", "--rules", "recommended", "--current", "-", VALID], "["), 2);
    assert_eq!(unread(&["check", "-", "tests/no-such-file.json"], "{}"), 2);
    assert_eq!(unread(&["generate", "--rules", "-"], ""), 2);
    assert_eq!(unread(&["generate", "--rules", "-", "--invalid", "--explain"], r#"{"rules": []}"#), 0);
}

#[test]
fn external_text_cannot_end_lines_or_hide_characters() {
    let ran = run_with(&["check", "--format", "short", "-"], "{\"\u{202e}a\u{200b}\\n\\u001b[31m\": 1}");
    assert!(ran.out.contains(r": \u{202e}a\u{200b}\n\u{1b}[31m: unknown property"), "{}", ran.out);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
}

/// Runs a line of a shell, in which `$0` is the command.
#[track_caller]
fn shell(line: &str) -> Ran {
    let output = Command::new("sh").args(["-c", line, env!("CARGO_BIN_EXE_icws-schema")]).output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn an_unreadable_file_has_a_line_of_json() {
    let ran = run(&["check", "--format", "json", "tests/no-such-file.json", VALID]);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((ran.code, lines.len()), (2, 2));
    assert_eq!((&lines[0]["version"], &lines[0]["file"]), (&json!(1), &json!("tests/no-such-file.json")));
    assert!(lines[0]["error"].as_str().unwrap().starts_with("cannot be read: "), "{}", lines[0]);
    assert_eq!(lines[1]["valid"], true);
}

#[test]
fn a_file_name_that_is_not_utf_8_is_accepted() {
    let name = std::ffi::OsStr::from_bytes(b"command-\xff.json");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, "{}").unwrap();
    let check = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_icws-schema"));
        let output = command.args(["check", "--format", format]).arg(&path).arg(VALID).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, out) = check("short");
    assert_eq!((code, out.lines().count()), (Some(0), 2), "{out}");
    assert!(out.lines().next().unwrap().ends_with("command-\u{fffd}.json: valid"), "{out}");
    let (code, out) = check("json");
    assert_eq!((code, out.lines().count()), (Some(0), 2), "{out}");
}

#[test]
fn a_file_name_or_a_note_cannot_forge_a_line() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let forged = folder.join("command-a\n\u{1b}[2Kfake.json: valid");
    std::fs::write(&forged, "[]").unwrap();
    let ran = run(&["check", "--format", "short", forged.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.lines().count()), (1, 2), "{}", ran.out);
    assert!(ran.out.contains(r"command-a\n\u{1b}[2Kfake.json: valid: 1 problem; "), "{}", ran.out);
    let missing = run(&["check", "--format", "short", "no\n\u{1b}[2Kfake.json: valid"]);
    assert_eq!(missing.err.lines().count(), 1, "{}", missing.err);

    let rules = r#"{"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 1, "note": "a\n\u001b[2Kfake.json: valid"}]}"#;
    let rules = super::file("forging-note.json", rules);
    let ran = run_with(
        &["check", "--format", "short", "--rules", &rules, "-"],
        r#"{"externalCallTimeout": {"actualValue": 2}}"#,
    );
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    assert!(ran.out.contains(r"; a\n\u{1b}[2Kfake.json: valid)"), "{}", ran.out);
}

#[test]
fn json_output_has_no_invisible_characters_and_the_same_strings() {
    let ran = run_with(&["check", "--format", "json", "-"], "{\"\u{202e}a\u{200b}\": 1}");
    assert!(ran.out.is_ascii(), "{}", ran.out);
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(line["problems"][0]["pointer"], "/\u{202e}a\u{200b}");
}

#[test]
fn results_of_cases_have_no_invisible_characters() {
    let cases = file("invisible.json", r#"{"cases": [{"name": "a\u202eb\u009b", "body": {"x\u202e": 1}}]}"#);
    for format in ["human", "json", "ndjson", "junit"] {
        let ran = run(&["test", "--format", format, &cases]);
        assert!(ran.out.contains('a') && ran.out.is_ascii(), "{format}: {}", ran.out);
    }
}

#[test]
fn output_that_is_closed_from_the_start_is_an_error() {
    for line in [
        r#"echo '{}' | "$0" check - >&-"#,
        r#""$0" generate >&-"#,
        r#""$0" rules >&-"#,
        r#""$0" rules --format json range >&-"#,
    ] {
        let ran = shell(line);
        assert_eq!((ran.code, ran.err.as_str()), (2, "error: standard output is closed\n"), "{line}");
    }
    assert_eq!(shell(r#""$0" rules > /dev/null"#).code, 0);
}

#[test]
fn output_that_cannot_be_written_is_an_error() {
    for line in [r#""$0" generate > /dev/full"#, r#""$0" rules > /dev/full"#, r#"echo '{}' | "$0" check - > /dev/full"#]
    {
        let ran = shell(line);
        assert!(
            ran.code == 2 && ran.err == "error: standard output cannot be written: no space left on device\n",
            "{line}: {}",
            ran.err
        );
    }
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_the_reason_in_plain_words() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-plain-words");
    std::fs::create_dir_all(folder.join("folder")).unwrap();
    std::fs::write(folder.join("file"), "").unwrap();
    let lines = std::path::absolute("docs/files/users.ndjson").unwrap();
    let lines = lines.to_str().unwrap();
    for (arguments, message) in [
        (&["check", "none"][..], "none: cannot be read: no such file"),
        (&["check", "file/x"], "file/x: cannot be read: a part of its path is a file, not a folder"),
        (&["check", "--rules", "folder", "x"], "folder: cannot be read: expected a file, found a folder"),
        (&["to-put", "folder"], "folder: cannot be read: expected a file, found a folder"),
        (&["check", "--valid", "folder", lines], "folder: cannot be written: expected a file, found a folder"),
        (&["check", "--valid", "none/x", lines], "none/x: cannot be written: its folder does not exist"),
        (&["check", "--valid", "/dev/full", lines], "/dev/full: cannot be written: no space left on device"),
        (&["init", "file"], "file: cannot be created: expected a folder, found a file"),
        (&["man", "file"], "file: cannot be created: expected a folder, found a file"),
        (&["man", "file/x"], "file/x: cannot be created: a part of its path is a file, not a folder"),
        (&["schema", "--out", "file/x"], "file/x: cannot be created: a part of its path is a file, not a folder"),
        (&["conformance", "./none"], "./none: cannot be started: no such command"),
        (&["conformance", "./folder"], "./folder: cannot be started: permission denied"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_icws-schema"));
        let output = command.args(arguments).current_dir(&folder).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {err}");
        assert_eq!(err.trim_start_matches("error: "), format!("{message}\n"), "{arguments:?}");
    }
}
