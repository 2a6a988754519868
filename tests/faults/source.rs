//! Every text that the source can say of something wrong stands in a snapshot, and every snapshot belongs to a test.

use std::fs;
use std::path::{Path, PathBuf};

/// The files with an ending below a folder of the package.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    fn gather(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => gather(&path, ending, files),
                false if path.to_str().unwrap().ends_with(ending) => files.push(path),
                false => {}
            }
        }
    }
    let mut files = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut files);
    files.sort();
    files
}

/// The source of a file without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("\nmod tests {").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// From an opening bracket at the start of a text to its closing one, texts in quotes left out of the count.
fn balanced(text: &str) -> &str {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'(' | b'{' if !quoted => depth += 1,
            b')' | b'}' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..=at];
        }
    }
    text
}

/// The texts in quotes.
fn literals(code: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        rest = &rest[start + 1..];
        let mut end = 0;
        while !rest[end..].starts_with('"') {
            end += if rest[end..].starts_with('\\') { 2 } else { rest[end..].chars().next().unwrap().len_utf8() };
        }
        literals.push(rest[..end].replace("\\\"", "\"").replace("\\\\", "\\"));
        rest = &rest[end + 1..];
    }
    literals
}

/// What is put together with something else, by name: the pieces between what a format puts in.
fn pieces(literal: &str) -> Vec<&str> {
    literal
        .split('{')
        .enumerate()
        .map(
            |(index, piece)| if index == 0 { piece } else { piece.split_once('}').map_or(piece, |(_, behind)| behind) },
        )
        .collect()
}

/// Whether a line has the pieces, one behind the other.
fn has(line: &str, pieces: &[&str]) -> bool {
    let mut rest = Some(line);
    for piece in pieces {
        rest = rest.and_then(|rest| rest.split_once(piece)).map(|(_, rest)| rest);
    }
    rest.is_some()
}

/// The functions whose texts a person reads: the file, and the function's name.
const FUNCTIONS: &[(&str, &str)] = &[
    ("src/answer/mod.rs", "fmt"),
    ("src/directory/in_memory.rs", "missing"),
    ("src/directory/mod.rs", "missing"),
    ("src/json/tokens.rs", "expected"),
    ("src/json/tokens.rs", "found"),
    ("src/json/tokens.rs", "fmt"),
    ("src/report/found.rs", "fmt"),
    ("src/report/problem.rs", "fmt"),
    ("src/report/wrong.rs", "name"),
    ("src/report/wrong.rs", "expected"),
    ("src/report/wrong.rs", "shape"),
    ("src/rules/bounds.rs", "refuse_bounds"),
    ("src/rules/engine/at.rs", "path_not_known"),
    ("src/rules/engine/mod.rs", "list_lacking"),
    ("src/rules/path.rs", "bracket"),
    ("src/rules/refusal.rs", "unknown"),
    ("src/rules/refusal.rs", "repeated"),
    ("src/rules/refusal.rs", "missing"),
    ("src/rules/refusal.rs", "fmt"),
    ("src/rules/rule.rs", "refusal"),
    ("src/rules/unchecked.rs", "fmt"),
    ("src/rules/words.rs", "bounds"),
    ("src/rules/words.rs", "amounts"),
];

/// The calls whose text a person reads, and how the text stands in what is read.
const CALLS: &[(&str, &str, &str)] = &[
    ("Refusal::new(", "", ""),
    ("Refusal::unknown(", "is no ", ""),
    ("Refusal::unknown_member(", "is no ", ""),
    (" expected(", "expected ", ", found "),
    ("(expected(", "expected ", ", found "),
    (".expected(", "expected ", ", found "),
    ("PathError(", "found ", ""),
    ("ChallengeError(", "expected ", ""),
    (".unchecked(", "", ""),
    (".unchecked_at(", "", ""),
];

/// Every text of the source that is said of something wrong: the file, and the text.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for path in files("src", ".rs") {
        let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_str().unwrap().replace('\\', "/");
        let code = code(&path);
        let of_validator = name.starts_with("src/rules/validators/");
        for (at, _) in code.match_indices("fn ") {
            let function = code[at + 3..].split(['(', '<']).next().unwrap();
            let is_read = FUNCTIONS.contains(&(name.as_str(), function))
                || (of_validator && ["expectation", "refusal"].contains(&function));
            let body =
                code[at..].find(['{', ';']).map(|start| &code[at + start..]).filter(|body| body.starts_with('{'));
            if let Some(body) = body.filter(|_| is_read) {
                texts.extend(literals(balanced(body)).into_iter().map(|text| (name.clone(), text)));
            }
        }
        for (call, before, behind) in CALLS {
            for (at, _) in code.match_indices(call) {
                let arguments = balanced(&code[at + call.len() - 1..]);
                if let Some(text) = literals(arguments).first() {
                    texts.push((name.clone(), format!("{before}{text}{behind}")));
                }
            }
        }
    }
    texts
}

#[test]
fn every_text_of_the_source_is_pinned() {
    let pinned: String =
        files("tests/faults/snapshots", ".snap").iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let texts = texts();
    assert!(texts.len() > 200, "{}", texts.len());
    let missing: Vec<_> =
        texts.iter().filter(|(_, text)| !pinned.lines().any(|line| has(line, &pieces(text)))).collect();
    assert!(missing.is_empty(), "{} texts stand in no snapshot: {missing:#?}", missing.len());
}

#[test]
fn every_function_and_call_is_found() {
    for (file, function) in FUNCTIONS {
        assert!(
            code(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).contains(&format!("fn {function}")),
            "{file}: {function}"
        );
    }
    let source: String = files("src", ".rs").iter().map(|path| code(path)).collect();
    CALLS.iter().for_each(|(call, ..)| assert!(source.contains(call), "{call}"));
}

/// A snapshot that no test compares says nothing, and one that waits for acceptance is not accepted.
#[test]
fn every_snapshot_belongs_to_a_test() {
    let tests: String = files("tests", ".rs").iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    for path in files("tests", ".snap") {
        let name = path.file_stem().unwrap().to_str().unwrap().rsplit("__").next().unwrap();
        let named =
            tests.contains(&format!("\"{name}\"")) || icws_schema::ValidationErrorType::from_name(name).is_some();
        assert!(named, "{} is left over", path.display());
    }
}
