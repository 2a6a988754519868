use super::{file, run};
use std::process::Command;

/// The shells, each with what its scripts begin with.
const SHELLS: [(&str, &str); 5] = [
    ("bash", "_icws__schema() {"),
    ("elvish", "\nuse builtin;"),
    ("fish", "# Print an optspec"),
    ("powershell", "\nusing namespace System.Management.Automation"),
    ("zsh", "#compdef icws-schema"),
];

#[test]
fn each_shell_has_a_script_with_every_command_and_the_options_of_check() {
    for (shell, start) in SHELLS {
        let ran = run(&["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{shell}");
        assert!(ran.out.starts_with(start), "{shell}: {:?}", &ran.out[..40]);
        let options = ["show-values", "feature-version"].map(str::to_owned);
        let words = super::help::commands().into_iter().chain(options);
        let missing: Vec<_> = words.filter(|word| !ran.out.contains(word)).collect();
        assert_eq!(missing, [""; 0], "{shell}");
    }
}

/// Returns what bash proposes for the last of some words.
fn proposed(words: &str) -> String {
    let script = file("completions.bash", &run(&["completions", "bash"]).out);
    let ask = format!(
        "source {script}; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
         _icws__schema icws-schema \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD - 1]}}\"; echo \"${{COMPREPLY[*]}}\""
    );
    let output = Command::new("bash").args(["-c", &ask]).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn bash_completes_commands_options_and_values() {
    assert_eq!(proposed("icws-schema eval"), "evaluate");
    assert_eq!(proposed("icws-schema check --feat"), "--feature-version");
    assert_eq!(proposed("icws-schema check --format sa"), "sarif");
    assert_eq!(proposed("icws-schema to-put --he"), "--help");
}

#[test]
fn an_unknown_shell_is_wrong_usage() {
    let ran = run(&["completions", "tcsh"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("[possible values: bash, elvish, fish, powershell, zsh]"), "{}", ran.err);
}
