//! Every command that the README and the pages show is run, and what it prints is what they show.
//!
//! A command is a line of a block `console` that begins with `$`, and goes on where a line ends with a backslash. The lines after it,
//! if there are any, are what it prints. The commands of a page run in the order of the page, in a folder of its own with the files of
//! `docs/files`; those that begin with one of `IN_REPOSITORY` run in the repository. A block `console full` needs other programs or
//! the network, and is run by `.ci/full`. With `UPDATE_DOCS=1` the test writes what commands print.

use super::generated::WRITING;
use super::{page, read, root};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::PoisonError;

/// The command of the repository, as somebody without an installed one calls it.
const FROM_SOURCE: &str = "cargo run --quiet --features cli -- ";
/// What runs these tests.
const THESE_TESTS: &str = "cargo test --all-features";
const IN_REPOSITORY: [&str; 3] = ["cargo ", "mdbook ", "packaging/"];

/// A block of a page: all of its text, and what is in it.
struct Block {
    text: String,
    is_full: bool,
    steps: Vec<Step>,
}

/// A command, and the output that is shown, if any.
struct Step {
    command: String,
    shown: String,
}

/// Returns the blocks of commands in a page.
fn blocks(text: &str) -> Vec<Block> {
    let rests = text.split("\n```console").skip(1);
    let block = |rest: &str| {
        let (rest, _) = rest.split_once("\n```\n").expect("a block ends");
        let (info, body) = rest.split_once('\n').expect("a block has lines");
        let mut steps: Vec<Step> = Vec::new();
        let mut goes_on = false;
        for line in body.lines() {
            match (line.strip_prefix("$ "), steps.last_mut()) {
                (Some(command), _) => steps.push(Step { command: command.to_owned(), shown: String::new() }),
                (None, Some(step)) if goes_on => step.command.extend(["\n", line]),
                (None, Some(step)) => step.shown.extend([line, "\n"]),
                (None, None) => panic!("a block begins with a command: {line}"),
            }
            goes_on = line.ends_with('\\');
        }
        Block { text: format!("```console{rest}\n```\n"), is_full: info.trim() == "full", steps }
    };
    rests.map(block).collect()
}

/// The folder in which the commands of a page run.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("console").join(name);
        let _ = fs::remove_dir_all(&folder);
        copy(&page("files"), &folder);
        Self(folder)
    }

    /// Runs a command, and returns what it prints.
    fn run(&self, command: &str, is_full: bool) -> String {
        let bin = Path::new(env!("CARGO_BIN_EXE_icws-schema")).parent().unwrap();
        let installed = self.0.with_file_name("installed");
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = [bin.as_os_str(), installed.join("bin").as_os_str(), path.as_os_str()].join(&OsString::from(":"));
        let in_repository = IN_REPOSITORY.iter().any(|start| command.starts_with(start));
        let command = if is_full { command.to_owned() } else { command.replace(FROM_SOURCE, "icws-schema ") };
        let command = command.replace(" --watch", ""); // which would never end
        let output = Command::new("bash")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(if in_repository { root() } else { &self.0 })
            .env("PATH", path)
            .env("CARGO_INSTALL_ROOT", installed)
            .env("NO_COLOR", "1")
            .env_remove("CARGO_TARGET_DIR")
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap().replace('\r', "");
        // A check with problems ends with 1.
        let is_check =
            output.status.code() == Some(1) && (command.contains("icws-schema ") || command.contains(FROM_SOURCE));
        if output.status.success() || is_check { printed } else { format!("{printed}{}\n", output.status) }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Runs the commands of all pages, and compares what they print with what is shown, or writes it.
fn check(is_full: bool) -> usize {
    let mut count = 0;
    let mut wrong = Vec::new();
    for file in super::links::files() {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let folder = Folder::new(&format!("{name}-{is_full}"));
        for block in blocks(&read(&file)).into_iter().filter(|block| is_full || !block.is_full) {
            let mut text = block.text.lines().next().unwrap().to_owned() + "\n";
            for Step { command, shown } in &block.steps {
                let printed = if command == THESE_TESTS { String::new() } else { folder.run(command, is_full) };
                let has_failed = printed.lines().last().is_some_and(|line| line.starts_with("exit status: "));
                let printed = if shown.is_empty() && !has_failed { "" } else { &printed };
                text.push_str(&format!("$ {command}\n{printed}"));
                count += 1;
                if shown != printed {
                    wrong.push(format!("{name}: {command}\nshown:\n{shown}\nprinted:\n{printed}"));
                }
            }
            text.push_str("```\n");
            if std::env::var_os("UPDATE_DOCS").is_some() && text != block.text {
                let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
                fs::write(&file, read(&file).replace(&block.text, &text)).unwrap();
                wrong.clear();
            }
        }
    }
    assert!(wrong.is_empty(), "run with UPDATE_DOCS=1:\n{}", wrong.join("\n"));
    count
}

#[test]
fn every_command_does_what_the_pages_show() {
    let count = check(false);
    assert!(count > 40, "{count} commands");
}

#[test]
#[ignore = "needs what .ci/full installs, and the network"]
fn every_command_that_needs_other_programs_does_what_the_pages_show() {
    check(true);
}

/// A block after `<!-- file: NAME -->` is that file.
#[test]
fn files_in_pages_are_those_of_the_folder() {
    let mut count = 0;
    for file in super::links::files() {
        let text = read(&file);
        for rest in text.split("\n<!-- file: ").skip(1) {
            let (name, rest) = rest.split_once(" -->\n```").expect("a block follows");
            let (_, rest) = rest.split_once('\n').unwrap();
            let (shown, _) = rest.split_once("```\n").unwrap();
            let source = read(&page("files").join(name));
            count += 1;
            if std::env::var_os("UPDATE_DOCS").is_some() {
                let _alone = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
                let (before, rest) = text_around(&file, name);
                fs::write(&file, before + &source + &rest).unwrap();
            } else {
                assert_eq!(shown, source, "{}: docs/files/{name}: run with UPDATE_DOCS=1", file.display());
            }
        }
    }
    assert!(count > 20, "{count} files");
}

/// Returns the text of a page up to the lines of a file that it shows, and after them.
fn text_around(file: &Path, name: &str) -> (String, String) {
    let text = read(file);
    let start = text.find(&format!("<!-- file: {name} -->\n```")).unwrap();
    let start = start + text[start..].find("```").unwrap();
    let start = start + text[start..].find('\n').unwrap() + 1;
    let end = start + text[start..].find("```\n").unwrap();
    (text[..start].to_owned(), text[end..].to_owned())
}

/// Each file in `mistakes` has problems, and the one of the same name in `fixed` has none.
#[test]
fn mended_files_are_those_with_mistakes() {
    let names = |folder: &str| {
        let entries = fs::read_dir(page("files").join(folder)).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names("mistakes"), names("fixed"));
    let checker = icws_schema::rules::RequestChecker::recommended();
    for name in names("mistakes") {
        let is_valid = |folder: &str| {
            let text = read(&page("files").join(folder).join(&name));
            checker.check(text, &icws_schema::rules::Context::new()).is_valid()
        };
        assert!(!is_valid("mistakes") && is_valid("fixed"), "{name}");
    }
}
