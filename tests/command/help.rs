use super::run;

/// All commands.
const COMMANDS: [&str; 12] = [
    "check",
    "generate",
    "rules",
    "test",
    "init",
    "conformance",
    "schema",
    "diff",
    "to-put",
    "apply",
    "explain",
    "evaluate",
];

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
fn all_commands_have_their_help_here() {
    let help = help(&[]);
    let commands = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let names =
        commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()));
    assert_eq!(names.collect::<Vec<_>>(), COMMANDS);
}

#[test]
fn help_describes_each_option() {
    for command in COMMANDS {
        insta::assert_snapshot!(format!("help_of_{command}"), help(&[command]));
    }
}

#[test]
fn every_command_has_the_same_table_of_exit_codes() {
    let table = |command: &[&str]| help(command).split_once("Exit codes").map(|(_, table)| table.to_owned()).unwrap();
    for code in ["0 ", "1 ", "2 ", "130 "] {
        assert_eq!(table(&[]).matches(&format!("\n  {code}")).count(), 1, "{code}");
    }
    for command in COMMANDS {
        assert_eq!(table(&[command]), table(&[]));
    }
}
