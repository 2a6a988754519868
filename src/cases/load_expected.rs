//! Loads the expected findings of a case.

use super::findings::{CaseFindings, CaseProblem, CaseRejection, CaseUnchecked};
use super::load::IN_BRACKETS;
use crate::codes::ValidationErrorType;
use crate::file::entries::{LoadedEntry, members, optional, required};
use crate::file::object::{ObjectReader, array, integer, string};
use crate::file::stream::Stream;
use crate::file::{FileObject, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::tree::{Json, Tree};

/// Loads the expectation of a case; without one, a valid body is expected.
pub(super) fn expected(stream: &mut Stream<'_>, case: &ObjectReader<'_, '_, '_>) -> CaseFindings {
    if let Some(rejection) = rejection(stream, case, "rejectedRules") {
        return CaseFindings::RejectedRules(rejection);
    }
    if let Some(rejection) = rejection(stream, case, "rejectedDirectory") {
        return CaseFindings::RejectedDirectory(rejection);
    }
    let Some(tree) = case.get("expected") else { return CaseFindings::valid() };
    stream.member("expected", |stream| {
        if let Some((problem, items)) = other_expectation(tree) {
            stream.report(problem);
            return CaseFindings::Checked { problems: items_of(stream, items, problem_of_case), unchecked: Vec::new() };
        }
        let object = members(stream, tree, &["problems", "unchecked"], FileObject::CaseExpectation);
        let Some(object) = stream.take(object) else { return CaseFindings::valid() };
        CaseFindings::Checked {
            problems: list(stream, &object, "problems", problem_of_case),
            unchecked: list(stream, &object, "unchecked", unchecked),
        }
    })
}

fn list<T>(
    stream: &mut Stream<'_>,
    object: &ObjectReader<'_, '_, '_>,
    name: &str,
    read: fn(&mut Stream<'_>, &Tree<'_>) -> LoadedEntry<T>,
) -> Vec<T> {
    let Some(tree) = object.get(name) else { return Vec::new() };
    stream.member(name, |stream| {
        if let Json::Object(_) = tree.json {
            stream.report(LoadProblem::value(tree, LoadExpected::Array).with_help(IN_BRACKETS));
            return items_of(stream, std::slice::from_ref(tree), read);
        }
        let items = stream.take(array(tree)).unwrap_or_default();
        items_of(stream, items, read)
    })
}

fn items_of<T>(
    stream: &mut Stream<'_>,
    items: &[Tree<'_>],
    read: fn(&mut Stream<'_>, &Tree<'_>) -> LoadedEntry<T>,
) -> Vec<T> {
    let read = |(index, item): (usize, &Tree<'_>)| {
        stream.item(index, |stream| {
            let value = read(stream, item);
            stream.take(value)
        })
    };
    items.iter().enumerate().filter_map(read).collect()
}

/// Returns the problem of an expectation in another form, and the problems that are in it.
fn other_expectation<'t, 'a>(tree: &'t Tree<'a>) -> Option<(LoadProblem, &'t [Tree<'a>])> {
    const PROBLEMS: &str = "write the problems that are expected: `{\"problems\": [{\"validator\": \"range\", \"pointer\": \"/followMe/0/timeout\"}]}`";
    let is_negative = |word: &str| {
        let word = word.to_lowercase();
        ["invalid", "not", "false", "fail", "error", "reject", "nok"].iter().any(|start| word.starts_with(start))
    };
    let (help, items) = match &tree.json {
        Json::Object(_) => return None,
        Json::Array(items) if !items.is_empty() => ("write `{\"problems\": ` before it, and `}` after it", &**items),
        Json::Boolean(false) => (PROBLEMS, &[][..]),
        Json::String(word) if is_negative(word) => (PROBLEMS, &[][..]),
        _ => ("a case whose body is valid has no `expected`: leave it out", &[][..]),
    };
    Some((LoadProblem::value(tree, LoadExpected::Object).with_help(help), items))
}

fn rejection(stream: &mut Stream<'_>, case: &ObjectReader<'_, '_, '_>, name: &str) -> Option<CaseRejection> {
    let tree = case.get(name)?;
    stream.member(name, |stream| {
        let object = members(stream, tree, &["pointer", "parameter", "suggestion"], FileObject::CaseRejection);
        let object = stream.take(object)?;
        Some(CaseRejection {
            pointer: optional(stream, &object, "pointer", pointer),
            parameter: optional(stream, &object, "parameter", text_or_null),
            suggestion: optional(stream, &object, "suggestion", text_or_null),
            message: None,
        })
    })
}

fn text(tree: &Tree<'_>) -> LoadedEntry<String> {
    string(tree).map(str::to_owned)
}

/// Loads a JSON Pointer; a path is not one.
fn pointer(tree: &Tree<'_>) -> LoadedEntry<String> {
    let pointer = text(tree)?;
    if pointer.is_empty() || pointer.starts_with('/') { Ok(pointer) } else { Err(not_a_pointer(tree, &pointer)) }
}

/// Loads the pointer of a violation of a rule: no property with rules has an index in its name.
fn pointer_of_rule(tree: &Tree<'_>) -> LoadedEntry<String> {
    let pointer = pointer(tree)?;
    let is_index = |text: &str| text.is_empty() || text == "*" || text.bytes().all(|byte| byte.is_ascii_digit());
    let has_index = |name: &str| {
        let index = name.strip_suffix(']').and_then(|name| name.rsplit_once('['));
        index.is_some_and(|(_, index)| is_index(index))
    };
    if pointer.split('/').any(has_index) { Err(not_a_pointer(tree, &pointer)) } else { Ok(pointer) }
}

/// Returns the problem of a path in place of a pointer, with the pointer that is meant.
fn not_a_pointer(tree: &Tree<'_>, path: &str) -> LoadProblem {
    let path = path.trim_start_matches(['#', '$']).replace("[]", "[0]").replace("[*]", "[0]");
    // In a pointer, a dot is a part of a name.
    let separators: &[char] = if path.starts_with('/') { &['/', '[', ']'] } else { &['.', '/', '[', ']'] };
    let names = path.split(separators).filter(|name| !name.is_empty());
    let intended = names.map(|name| format!("/{}", name.trim_matches(['\'', '"']))).collect();
    LoadProblem::value(tree, LoadExpected::CasePointer).with_suggestion(Some(intended))
}

/// Loads a string; null is `""`.
fn text_or_null(tree: &Tree<'_>) -> LoadedEntry<String> {
    if matches!(tree.json, Json::Null) { Ok(String::new()) } else { text(tree) }
}

fn problem_of_case(stream: &mut Stream<'_>, tree: &Tree<'_>) -> LoadedEntry<CaseProblem> {
    const KNOWN: [&str; 6] = ["validator", "pointer", "property", "value", "rule", "causes"];
    static PLACES: [&str; 2] = ["pointer", "property"];
    let object = members(stream, tree, &KNOWN, FileObject::CaseProblem)?;
    let validator = required(stream, &object, "validator", validator_or_null).flatten();
    let read_pointer = if validator.is_some() { pointer_of_rule } else { pointer };
    let problem = CaseProblem {
        validator,
        pointer: optional(stream, &object, "pointer", read_pointer),
        property: optional(stream, &object, "property", text),
        value: optional(stream, &object, "value", text),
        rule: optional(stream, &object, "rule", text_or_null),
        causes: object.get("causes").map(|_| list(stream, &object, "causes", problem_of_case)),
    };
    if !PLACES.iter().any(|name| object.get(name).is_some()) {
        let expected = LoadExpected::AnyOf { names: (&PLACES).into() };
        return Err(LoadProblem::new(tree.at, LoadProblemKind::Conflict, expected, LoadFound::None));
    }
    Ok(problem)
}

fn unchecked(stream: &mut Stream<'_>, tree: &Tree<'_>) -> LoadedEntry<CaseUnchecked> {
    let object = members(stream, tree, &["validator", "property", "rule"], FileObject::CaseUnchecked)?;
    Ok(CaseUnchecked {
        validator: required(stream, &object, "validator", validator).flatten(),
        property: optional(stream, &object, "property", text),
        rule: optional(stream, &object, "rule", text),
        reason: None,
    })
}

/// Loads the name or number of a validator.
fn validator(tree: &Tree<'_>) -> LoadedEntry<Option<ValidationErrorType>> {
    let names = || ValidationErrorType::ALL.iter().filter_map(|validator| validator.name());
    let unknown = |name: &str| {
        LoadProblem::unknown(tree.at, LoadProblemKind::UnknownName, name, LoadExpected::Validator, names())
    };
    match &tree.json {
        Json::String(name) if name.parse().is_ok_and(|code| ValidationErrorType::from_code(code).name().is_some()) => {
            let problem = LoadProblem::value(tree, LoadExpected::ValidatorNameOrNumber);
            Err(problem.with_suggestion(Some(name.to_string())))
        }
        Json::String(name) => ValidationErrorType::from_name(name).map(Some).ok_or_else(|| unknown(name)),
        Json::Number(number) => {
            let code = integer(tree).and_then(|code| i32::try_from(code.to_i64()?).ok());
            let known = code.map(ValidationErrorType::from_code).filter(|known| known.name().is_some());
            known.map(Some).ok_or_else(|| unknown(number))
        }
        _ => Err(LoadProblem::value(tree, LoadExpected::ValidatorNameOrNumber)),
    }
}

/// Loads the name or number of a validator, or null for a malformed value.
fn validator_or_null(tree: &Tree<'_>) -> LoadedEntry<Option<ValidationErrorType>> {
    if matches!(tree.json, Json::Null) { Ok(None) } else { validator(tree) }
}

/// Returns whether a case expects that its body or a value in it is malformed.
pub(super) fn expects_malformed(case: &ObjectReader<'_, '_, '_>) -> bool {
    let is_of_malformed = |problem: &Tree<'_>| {
        let validator = ObjectReader::new(problem, &[]).and_then(|problem| problem.get("validator"));
        validator.is_some_and(|validator| matches!(validator.json, Json::Null))
    };
    let expected = case.get("expected").and_then(|expected| ObjectReader::new(expected, &["problems"]));
    match expected.and_then(|expected| expected.get("problems")) {
        Some(Tree { json: Json::Array(problems), .. }) => problems.iter().any(is_of_malformed),
        Some(problem) => is_of_malformed(problem),
        None => false,
    }
}
