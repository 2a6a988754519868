use super::{file, run};
use std::path::Path;

#[test]
fn schemas_are_written_and_compared() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-schemas");
    let out = folder.to_str().unwrap();
    let _ = std::fs::remove_dir_all(&folder);
    assert_eq!(run(&["schema", "--check", "--out", out]).code, 1);
    let written = run(&["schema", "--out", out]);
    assert_eq!((written.code, written.out.lines().count()), (0, icws_schema::schema::published_files().len()));
    assert_eq!((run(&["schema", "--check", "--out", out]).code, run(&["schema", "--check"]).code), (0, 0));
    let set = r#"{"rules": [{"validator": "validFormat", "property": "followMe[].phoneNumber", "format": "date"},
        {"validator": "range", "property": "followMe[].timeout", "min": 1}]}"#;
    let ruled = run(&["schema", "--check", "--out", out, "--rules", &file("dates.json", set)]);
    assert_eq!(ruled.code, 1);
    // Every edition: those without the rules are not up to date.
    let changed: Vec<_> = ruled.out.lines().map(|line| line.strip_prefix(out).unwrap()).collect();
    let request = "/userClientConfigurationProperties.request.json: changed";
    assert_eq!(changed, [request, &format!("/draft-07{request}"), "/openapi/userClientConfiguration.json: changed"]);
    assert!(ruled.err.contains("/rules/0: validFormat is only partly in the schema: "), "{}", ruled.err);
    let codegen = run(&["schema", "--check", "--out", out, "--profile", "codegen"]);
    assert!(codegen.code == 1 && codegen.out.contains("followMe.view.json: changed\n"), "{}", codegen.out);
    std::fs::write(folder.join("followMe.view.json"), "{}").unwrap();
    std::fs::write(folder.join("other.json"), "{}").unwrap();
    std::fs::remove_file(folder.join("error.json")).unwrap();
    let checked = run(&["schema", "--check", "--out", out]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(checked.code, 1);
    let said: Vec<_> = checked.out.lines().map(|line| line.rsplit('/').next().unwrap()).collect();
    assert_eq!(said, ["followMe.view.json: changed", "error.json: missing", "other.json: extra"]);
}

#[test]
fn schemas_cannot_be_written_to_standard_output() {
    let ran = run(&["schema", "--out", "-"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "error: `--out` needs a folder; the files cannot be written to standard output\n");
    assert!(!Path::new("-").exists());
}

#[test]
fn writing_schemas_names_the_files_that_checking_them_calls_extra() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-schemas-extra");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("old\n.json"), "{}").unwrap();
    let out = folder.to_str().unwrap();
    let written = run(&["schema", "--out", out]);
    assert_eq!(written.code, 0);
    assert!(written.err.ends_with("/old\\n.json: extra: this command does not write such a file\n"), "{}", written.err);
    let checked = run(&["schema", "--check", "--out", out]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(checked.code == 1 && checked.out.ends_with("/old\\n.json: extra\n"), "{}", checked.out);
}
