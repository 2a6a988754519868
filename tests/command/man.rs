use super::{file, run};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn the_page_of_the_program_leads_to_that_of_each_command() {
    let ran = run(&["man"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for command in super::help::commands() {
        let name = format!("icws\\-schema\\-{}(1)", command.replace('-', "\\-"));
        assert!(ran.out.contains(&name), "{name}");
    }
}

#[test]
fn a_folder_gets_a_page_for_each_command() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-man");
    let _ = fs::remove_dir_all(&folder);
    let ran = run(&["man", folder.to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let names = super::help::commands().into_iter().map(|command| format!("icws-schema-{command}.1"));
    let expected: Vec<_> = ["icws-schema.1".to_owned()].into_iter().chain(names).collect();
    let listed: Vec<_> = ran.out.lines().map(|line| line.rsplit_once('/').unwrap().1.to_owned()).collect();
    assert_eq!(listed, expected);
    for name in expected {
        let page = folder.join(&name);
        let text = fs::read_to_string(&page).unwrap();
        let headings: Vec<_> = text.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert_eq!(headings[..3], ["NAME", "SYNOPSIS", "DESCRIPTION"], "{name}");
        assert!(headings.contains(&"\"EXIT STATUS\""), "{name}: {headings:?}");
        assert_eq!(warnings(&page), "", "{name}");
    }
}

/// Returns what groff warns about, where it is installed.
fn warnings(page: &Path) -> String {
    let mut groff = Command::new("groff");
    let groff = groff.args(["-man", "-Tutf8", "-ww"]).arg(page).stdout(Stdio::null()).output();
    groff.map_or_else(|_| String::new(), |output| String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_folder_that_is_a_file_is_an_error() {
    let path = file("man.txt", "");
    let ran = run(&["man", &path]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with(&format!("error: {path}: ")), "{}", ran.err);
}
