//! Files that the command writes: never one that it reads.

use super::{VALID, run, run_with};
use std::fs;
use std::path::{Path, PathBuf};

/// An empty folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("command-written-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("sub")).unwrap();
    folder
}

const LINES: &str = "{}\n[]\n";

#[track_caller]
fn rejects(arguments: &[&str], message: &str) {
    let ran = run(arguments);
    assert_eq!((ran.code, &*ran.out), (2, ""), "{arguments:?}: {}", ran.err);
    assert!(ran.err.contains(&format!(" {message} are one file, which would be overwritten\n")), "{}", ran.err);
}

#[test]
fn lines_are_not_copied_to_a_file_that_is_read() {
    let folder = folder("inputs");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (lines, other) = (at("lines.ndjson"), at("other.ndjson"));
    fs::write(&lines, LINES).unwrap();
    let mut same = vec![lines.clone(), at("./lines.ndjson"), at("sub/../lines.ndjson")];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&lines, folder.join("link.x")).unwrap();
        fs::hard_link(&lines, folder.join("hard.x")).unwrap();
        same.extend([at("link.x"), at("hard.x")]);
    }
    for target in &same {
        for option in ["--valid", "--invalid"] {
            let message = format!("`{option}` and `<FILE>`");
            rejects(&["check", option, target, &lines], &message);
            rejects(&["check", "--invalid", &other, "--valid", target, &at("*.ndjson")], "`--valid` and `<FILE>`");
            rejects(&["check", "--ndjson", option, target, folder.to_str().unwrap()], &message);
        }
    }
    assert_eq!(fs::read_to_string(&lines).unwrap(), LINES);
    assert!(!Path::new(&other).exists(), "a file was created");
}

#[test]
fn lines_are_not_copied_to_a_file_of_another_option() {
    let folder = folder("options");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let files = [
        (
            "--rules",
            at("rules.json"),
            r#"{"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 300}]}"#,
        ),
        ("--directory", at("directory.json"), "{}"),
        ("--current", at("current.json"), r#"{"callForwardAll": {"actualValue": true}}"#),
    ];
    for (_, path, text) in &files {
        fs::write(path, text).unwrap();
    }
    let lines = at("lines.ndjson");
    fs::write(&lines, LINES).unwrap();
    let options: Vec<_> = files.iter().flat_map(|(option, path, _)| [*option, path]).collect();
    for (option, path, text) in &files {
        let arguments = [&["check"], &options[..], &["--valid", path, &lines]].concat();
        rejects(&arguments, &format!("`--valid` and `{option}`"));
        assert_eq!(fs::read_to_string(path).unwrap(), *text);
    }
    let new = at("new.ndjson");
    rejects(&["check", "--valid", &new, "--invalid", &at("./new.ndjson"), &lines], "`--valid` and `--invalid`");
    assert!(!Path::new(&new).exists());
    let ran = run(&["check", "--valid", &new, "--invalid", &at("invalid.ndjson"), &lines]);
    assert_eq!((ran.code, fs::read_to_string(&new).unwrap()), (1, "{}\n".to_owned()));
}

#[cfg(unix)]
#[test]
fn both_kinds_of_lines_may_go_to_a_device() {
    let ran = run_with(&["check", "--ndjson", "--valid", "/dev/null", "--invalid", "/dev/null", "-"], LINES);
    assert_eq!(ran.code, 1, "{}", ran.err);
}

const STATE: &str = r#"{"version": 1, "users": [{"id": "jane"}]}"#;

const REQUEST: &str = "GET / HTTP/1.1\r\n\r\n";

#[test]
fn the_new_state_does_not_overwrite_the_request_the_archive_or_the_rules() {
    let folder = folder("out");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (state, request, har, rules) = (at("state.json"), at("request.http"), at("recorded.har"), at("rules.json"));
    for (path, text) in [(&state, STATE), (&request, REQUEST), (&har, "{}"), (&rules, "{\"rules\": []}")] {
        fs::write(path, text).unwrap();
    }
    let evaluate = ["evaluate", "--state", &state];
    rejects(&[&evaluate[..], &["--out", &at("sub/../request.http"), &request]].concat(), "`--out` and `<REQUEST>`");
    rejects(&[&evaluate[..], &["--out", &har, "--har", &har]].concat(), "`--out` and `--har`");
    rejects(&[&evaluate[..], &["--out", &rules, "--rules", &rules, &request]].concat(), "`--out` and `--rules`");
    for (path, text) in [(&state, STATE), (&request, REQUEST), (&har, "{}"), (&rules, "{\"rules\": []}")] {
        assert_eq!(fs::read_to_string(path).unwrap(), text);
    }
}

#[cfg(unix)]
#[test]
fn the_state_file_is_replaced_whole_with_its_permissions_through_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = folder("state");
    let (state, link) = (folder.join("state.json"), folder.join("link.json"));
    fs::write(&state, STATE).unwrap();
    fs::set_permissions(&state, PermissionsExt::from_mode(0o640)).unwrap();
    symlink(&state, &link).unwrap();
    let old = fs::File::open(&state).unwrap();
    let link = link.to_str().unwrap();
    let ran = run_with(&["evaluate", "--state", link, "--out", link, "-"], REQUEST);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(std::io::read_to_string(old).unwrap(), STATE, "the old file was written to");
    assert!(fs::read_to_string(&state).unwrap().ends_with("}\n"));
    assert_eq!(fs::metadata(&state).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(link).unwrap().is_symlink());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 3, "a temporary file is left");
    let ran = run(&["evaluate", "--state", link, "--out", "/no-such-folder/state.json", VALID]);
    assert_eq!(ran.code, 2);
}
