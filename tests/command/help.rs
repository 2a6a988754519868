use super::run;

/// The help of a command, without the spaces at the ends of lines.
fn help(command: &[&str]) -> String {
    let ran = run(&[command, &["--help"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// The commands, as the help lists them.
pub(super) fn commands() -> Vec<String> {
    let help = help(&[]);
    let (_, rest) = help.split_once("Commands:\n").unwrap();
    let lines = rest.lines().take_while(|line| !line.is_empty());
    lines.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

#[test]
fn help_lists_the_commands() {
    insta::assert_snapshot!("help", help(&[]));
}

#[test]
fn help_describes_each_option() {
    for command in commands() {
        insta::assert_snapshot!(format!("help_of_{command}"), help(&[&command]));
    }
}

#[test]
fn every_command_has_the_same_table_of_exit_codes() {
    let table = |command: &[&str]| help(command).split_once("Exit codes").map(|(_, table)| table.to_owned()).unwrap();
    for code in ["0 ", "1 ", "2 ", "130 "] {
        assert_eq!(table(&[]).matches(&format!("\n  {code}")).count(), 1, "{code}");
    }
    for command in commands() {
        assert_eq!(table(&[&command]), table(&[]));
    }
}

#[test]
fn the_examples_of_a_command_begin_in_one_column() {
    for command in ["rules", "test", "init", "conformance"] {
        let help = run(&[command, "--help"]).out;
        let examples = help.split("Examples:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap();
        assert!(examples.lines().all(|line| line.starts_with("  icws-schema ")), "{examples}");
    }
}
