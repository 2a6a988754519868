use super::run;

/// The help of a command, without the spaces at the ends of lines.
fn help(command: &[&str]) -> String {
    let ran = run(&[command, &["--help"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn help_lists_the_commands() {
    insta::assert_snapshot!("help", help(&[]));
}

#[test]
fn help_describes_each_option() {
    for command in ["check", "generate", "rules", "schema"] {
        insta::assert_snapshot!(format!("help_of_{command}"), help(&[command]));
    }
}

#[test]
fn every_command_has_the_same_table_of_exit_codes() {
    let table = |command: &[&str]| help(command).split_once("Exit codes").map(|(_, table)| table.to_owned()).unwrap();
    for row in ["valid: ", "invalid: ", "unchecked: ", "truncated: ", "failed: ", "stopped "] {
        assert!(table(&[]).contains(row), "{row}");
    }
    for command in ["check", "generate", "rules", "schema"] {
        assert_eq!(table(&[command]), table(&[]));
    }
}
