use super::{FAULTY, VALID, run};

#[test]
fn wrong_usage_exits_with_2() {
    for arguments in
        [&[][..], &["check"], &["check", "--as", "person", VALID], &["check", "--format", "xml", VALID], &["nothing"]]
    {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains("Usage") || ran.err.contains("help"), "{}", ran.err);
    }
}

#[test]
fn conflicting_options_are_wrong_usage() {
    for arguments in [
        &["check", "--as", "object", VALID][..],
        &["check", "--as", "view", "--rules", "recommended", VALID],
        &["check", "--as", "error", "--rules", "documented", VALID],
        &["check", "--partial", VALID],
        &["check", "--rules", "tests/no-such-file.json", VALID],
        &["check", "--rules", VALID, VALID],
        &["check", "--rules", "recommended", "--directory", VALID, VALID],
        &["check", "--rules", "recommended", "--current", FAULTY, VALID],
        &["rules", "nothing"],
        &["rules", "8"],
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.lines().any(|line| line.starts_with("error: ")), "{}", ran.err);
    }
}

#[test]
fn an_option_without_effect_is_rejected_with_what_it_needs() {
    for (arguments, message) in [
        (
            &["--object-type", "station", "--rules", "recommended", VALID][..],
            "`--object-type` needs `--id` or `--id-at`",
        ),
        (&["--id", "jane", VALID], "`--id` needs `--rules`"),
        (&["--current", VALID, VALID], "`--current` needs `--rules`"),
        (&["--directory", VALID, VALID], "`--directory` needs `--rules`"),
        (&["--partial", VALID], "`--partial` needs `--as object`"),
        (&["--as", "object", VALID], "`--as object` needs `--rules`"),
        (&["--as", "view", "--strict", VALID], "`--strict` needs `--as request` or `--as object`"),
        (
            &["--as", "error", "--feature-version", "7", VALID],
            "`--feature-version` needs `--as request` or `--as object`",
        ),
        (
            &["--as", "view", "--allow-unknown", VALID],
            "`--allow-unknown` needs `--as request`: other bodies may always have unknown properties",
        ),
        (&["--strict", VALID], "`--strict` needs `--rules`"),
        (&["--quiet", "--format", "short", VALID], "`--quiet` and `--format` cannot be used together"),
        (&["--quiet", "--show-values", VALID], "`--quiet` and `--show-values` cannot be used together"),
        (&["--quiet", "--max-problems", "1", VALID], "`--quiet` and `--max-problems` cannot be used together"),
        (
            &["--format", "ndjson", "--show-values", VALID],
            "`--show-values` and `--format ndjson` cannot be used together",
        ),
        (&["--threads", "2", VALID], "`--threads` needs NDJSON (`--ndjson`)"),
        (&["--show-values", "always", VALID], "always: no such file; to show values, write `--show-values=always`"),
        (&["-", "-"], "`-` is given more than once; standard input can be read only once"),
        (&["--rules", "-", "-"], "`-` is given more than once; standard input can be read only once"),
        (
            &["--rules", "recommended", "--current", "-", "--directory", "-", VALID],
            "`-` is given more than once; standard input can be read only once",
        ),
    ] {
        let ran = run(&[&["check"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str(), ran.err), (2, "", format!("error: {message}\n")), "{arguments:?}");
    }
}

#[test]
fn an_option_of_another_command_without_effect_is_rejected() {
    for (arguments, message) in [
        (&["generate", "--directory", VALID][..], "`--directory` needs `--rules`"),
        (&["generate", "--as", "directory", "--seed", "1"], "`--seed` does not apply to a directory file"),
        (
            &["conformance", "--serve", "--timeout", "1"],
            "the argument '--serve' cannot be used with '--timeout <SECONDS>'",
        ),
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert_eq!(ran.err.lines().next(), Some(&*format!("error: {message}")));
    }
}

#[test]
fn an_argument_cannot_forge_a_line_of_a_message() {
    for arguments in [
        &["\u{1b}[2K\nforged"][..],
        &["check", "--\u{1b}[2K\nforged", VALID],
        &["check", "--threads", "\u{1b}[2K\nforged", VALID],
        &["check", "--format", "\u{1b}[2K\nforged", VALID],
        &["check", "--rules", "\u{1b}[2K\nforged", VALID],
        &["generate", "--as", "\u{1b}[2K\nforged"],
        &["rules", "\u{1b}[2K\nforged"],
        &["conformance", "\u{1b}[2K\nforged"],
    ] {
        let ran = run(arguments);
        assert!(ran.code == 2 && ran.err.contains(r"\u{1b}[2K\nforged"), "{arguments:?}: {}", ran.err);
        assert!(!ran.err.contains('\u{1b}') && !ran.err.contains("\nforged"), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn a_missing_file_and_a_file_in_place_of_a_folder_are_named() {
    let ran = run(&["check", "--format", "short", "tests/no-such-file.json"]);
    assert!(ran.code == 2 && ran.err == "tests/no-such-file.json: cannot be read: no such file\n", "{}", ran.err);
    let ran = run(&["schema", "--out", VALID]);
    assert_eq!((ran.code, ran.err), (2, format!("error: {VALID}: `--out` needs a folder, found a file\n")));
}

#[test]
fn a_number_out_of_range_is_rejected_with_the_range() {
    for (arguments, number, range) in [
        (&["generate", "--count"][..], "-1", "0 to 18446744073709551615"),
        (&["generate", "--seed"], "1.5", "0 to 18446744073709551615"),
        (&["check", VALID, "--feature-version"], "-1", "0 to 4294967295"),
        (&["check", VALID, "--threads"], "-1", "1 to 256"),
        (&["check", VALID, "--threads"], "many", "1 to 256"),
        (&["check", VALID, "--max-problems"], "0", "1 to 4294967295"),
        (&["conformance", "--timeout"], "86401", "1 to 86400"),
    ] {
        let ran = run(&[arguments, &[number]].concat());
        let message = format!(": expected an integer from {range}\n");
        assert!(ran.code == 2 && ran.err.contains(&message), "{}", ran.err);
    }
    assert_eq!(run(&["rules", "-1"]).err, "error: `-1` is not a validator; `icws-schema rules` lists them\n");
    let ran = run(&["generate", "--invalid", "--validator", "-1"]);
    assert_eq!(ran.err, "error: `-1` is not a validator; `icws-schema rules` lists them\n");
}
