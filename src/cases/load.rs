//! Loads a case file, and reports all problems at once.

use super::case::{Case, CaseBody, CaseFile, CaseSource, Checks, InlineJson, Setting};
use super::checker::{checker, custom_checks};
use super::findings::CaseFindings;
use super::load_expected::{expected, expects_malformed};
use crate::directory::{InMemoryDirectory, Shared, Subject};
use crate::file::entries::{LoadedEntry, SCHEMA, duplicate_key, entries, members, optional, required};
use crate::file::object::{array, boolean, count, string, word};
use crate::file::stream::{self, Stream};
use crate::file::synonyms::meant;
use crate::file::{self, FileObject, LoadError, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::escape::Escaped;
use crate::json::lexer::LexError;
use crate::json::position::Positions;
use crate::json::tree::{Json, Members, Tree, TreeMember, parse};
use crate::json::write::string as quoted;
use crate::report::Hint;
use crate::vocabulary::CaseTarget;
use std::collections::HashSet;
use std::sync::Arc;

/// An error ends loading, a problem does not.
type Result<T> = std::result::Result<T, LexError>;

/// The members that a file and each of its cases may have.
const SETTING: [&str; 10] = [
    "object",
    "partial",
    "rules",
    "rulesText",
    "directory",
    "directoryText",
    "current",
    "subject",
    "featureVersion",
    "checks",
];

/// The other members of a file.
const FILE: [&str; 5] = [SCHEMA, "title", "note", "validator", "cases"];

/// The other members of a case.
const CASE: [&str; 8] = ["name", "note", "example", "body", "text", "expected", "rejectedRules", "rejectedDirectory"];

impl CaseFile {
    /// Loads a case file: JSON in UTF-8, or in UTF-16 with a byte order mark. Rules and directories in the file are
    /// loaded, too; those in other files are not.
    ///
    /// # Errors
    ///
    /// Returns all problems with the file, each with line and column.
    pub fn from_json(file: impl AsRef<[u8]>) -> std::result::Result<Self, LoadError> {
        file::load_with_warnings(file.as_ref(), FileObject::CaseFile, load, Self::warnings)
    }
}

/// Loads a case file.
fn load(text: &str) -> std::result::Result<CaseFile, LoadError> {
    let (mut file, warnings) = stream::read(text, |stream| file(stream, text))?;
    let last = file.offsets.last().copied().unwrap_or_default();
    let mut positions = Positions::up_to(last, text.as_bytes());
    for (case, at) in file.cases.cases.iter_mut().zip(file.offsets) {
        case.position = positions.of(at);
    }
    Ok(CaseFile { warnings, ..file.cases })
}

/// A file, and the offsets of its cases.
struct LoadedCases {
    cases: CaseFile,
    offsets: Vec<usize>,
}

fn file(stream: &mut Stream<'_>, text: &str) -> Result<LoadedCases> {
    let (mut setting, mut validator, mut offsets) = (Setting::default(), None, Vec::new());
    let (mut cases, mut seen): (Option<Vec<Case>>, _) = (None, HashSet::new());
    let start = stream.next_at();
    stream.members(|stream, name, at| {
        if !seen.insert(name.to_owned()) {
            stream.report(duplicate_key(at, name));
            return stream.skip();
        }
        let mut known = name;
        if !SETTING.contains(&name) && !FILE.contains(&name) {
            let names: Vec<_> = FILE.into_iter().chain(SETTING).collect();
            let expected = LoadExpected::Member { object: FileObject::CaseFile };
            let kind = LoadProblemKind::UnknownMember;
            let problem = LoadProblem::unknown(at, kind, name, expected, names.iter().copied()).with_parameter(name);
            // What is inside is read as what is meant.
            let meant = problem.suggestion().and_then(|meant| names.into_iter().find(|known| *known == meant));
            stream.report(problem);
            match meant.filter(|meant| seen.insert((*meant).to_owned())) {
                Some(meant) => known = meant,
                None => return stream.skip(),
            }
        }
        if known == "cases" {
            let list = cases.insert(Vec::new());
            return stream.member(name, |stream| {
                each_case(stream, |stream, tree| {
                    offsets.push(tree.at);
                    list.extend(case(stream, tree, text)?);
                    Ok(())
                })
            });
        }
        stream.member(name, |stream| {
            let tree = stream.tree()?;
            match known {
                "validator" => validator = stream.take(string(&tree)).map(str::to_owned),
                SCHEMA | "title" | "note" => {
                    stream.take(string(&tree));
                }
                name => setting.read(name, &tree, stream, text),
            }
            Ok(())
        })
    })?;
    if cases.is_none() {
        let expected = LoadExpected::RequiredMember { name: "cases".to_owned() };
        let problem = LoadProblem::new(start, LoadProblemKind::MissingMember, expected, LoadFound::Missing);
        stream.report(problem.with_parameter("cases"));
    }
    let mut cases = cases.unwrap_or_default();
    for case in &mut cases {
        case.setting = std::mem::take(&mut case.setting).or(&setting);
    }
    inline(stream, &setting, &cases);
    Ok(LoadedCases { cases: CaseFile { validator, cases, warnings: Vec::new() }, offsets })
}

/// Reads the cases: an array, or an object in its place, which is reported: one case, or cases by name.
fn each_case(
    stream: &mut Stream<'_>,
    mut read: impl FnMut(&mut Stream<'_>, &Tree<'_>) -> LoadedEntry<()>,
) -> Result<()> {
    if stream.first_name().is_none() {
        return entries(stream, read);
    }
    let tree = stream.tree()?;
    let Json::Object(members) = &tree.json else { return Ok(()) };
    let problem = LoadProblem::value(&tree, LoadExpected::Array);
    if !members.iter().all(|member| matches!(member.value.json, Json::Object(_))) || members.get("body").is_some() {
        stream.report(problem.with_help(IN_BRACKETS));
        let case = read(stream, &tree);
        stream.take(case);
        return Ok(());
    }
    let first = members.first().map_or("", |first| &*first.name);
    stream.report(
        problem
            .with_help(Escaped(format!("write `[{{\"name\": {}, \"body\": ...}}, ...]`", quoted(first))).to_string()),
    );
    for member in members {
        stream.member(&member.name, |stream| {
            let case = read(stream, &named_case(member));
            stream.take(case);
        });
    }
    Ok(())
}

/// Returns a case with the name under which it is.
fn named_case<'a>(case: &TreeMember<'a>) -> Tree<'a> {
    let TreeMember { name, at, len, value, .. } = case;
    let Json::Object(members) = &value.json else { return value.clone() };
    if members.get("name").is_some() {
        return value.clone();
    }
    let string = Tree { json: Json::String(name.clone()), at: *at, len: *len };
    let name = TreeMember { name: "name".into(), at: *at, len: *len, value: string, repeated: false };
    let members = [name].into_iter().chain(members.iter().cloned()).collect();
    Tree { json: Json::Object(Members::new(members)), ..*value }
}

/// Reads a case; `None` if it cannot be run.
fn case(stream: &mut Stream<'_>, tree: &Tree<'_>, text: &str) -> LoadedEntry<Option<Case>> {
    let known: Vec<_> = CASE.into_iter().chain(SETTING).collect();
    let object = members(stream, tree, &known, FileObject::Case)?;
    let name = required(stream, &object, "name", string);
    optional(stream, &object, "note", string);
    let is_example = optional(stream, &object, "example", boolean).unwrap_or(false);
    let mut setting = Setting::default();
    for name in SETTING {
        if let Some(tree) = object.get(name) {
            stream.member(name, |stream| setting.read(name, tree, stream, text));
        }
    }
    let expected = expected(stream, &object);
    let is_rejected = matches!(expected, CaseFindings::RejectedRules(_) | CaseFindings::RejectedDirectory(_));
    let body = match (object.get("body"), object.get("text")) {
        (Some(body), None) => {
            if !is_rejected && !expects_malformed(&object) {
                stream.member("body", |stream| report_json_in_string(stream, body));
            }
            CaseBody::Json(text[body.at..body.at + body.len].into())
        }
        (None, Some(_)) => CaseBody::Text(optional(stream, &object, "text", string).unwrap_or_default().to_owned()),
        (None, None) if is_rejected => CaseBody::Text(String::new()),
        (both, _) => {
            let found = if both.is_some() { LoadFound::Several } else { LoadFound::None };
            return Err(conflict(tree, &["body", "text"], found));
        }
    };
    let Some(name) = name else { return Ok(None) };
    let position = crate::json::position::Position::default();
    Ok(Some(Case { name: name.to_owned(), position, is_example, setting, body, expected }))
}

/// Reports a body that is JSON inside of a string.
fn report_json_in_string(stream: &mut Stream<'_>, body: &Tree<'_>) {
    if let Json::String(string) = &body.json
        && string.trim_start().starts_with(['{', '['])
        && parse(string).is_ok()
    {
        let problem = LoadProblem::value(body, LoadExpected::Object);
        stream.report(problem.with_help(Hint::EscapedJson.to_string()));
    }
}

fn conflict(tree: &Tree<'_>, names: &'static [&'static str], found: LoadFound) -> LoadProblem {
    let expected = LoadExpected::ExactlyOneOf { names: names.into() };
    LoadProblem::new(tree.at, LoadProblemKind::Conflict, expected, found)
}

impl Setting {
    /// Loads a member of the setting.
    fn read(&mut self, name: &str, tree: &Tree<'_>, stream: &mut Stream<'_>, text: &str) {
        match name {
            "object" => self.target = stream.take(word(tree)),
            "partial" => self.is_partial = stream.take(boolean(tree)),
            "rules" => self.rules = rules(tree, stream, text),
            "rulesText" => {
                self.rules = stream.take(string(tree)).map(|text| Shared::new([CaseSource::Text(Shared::new(text))]));
            }
            "directory" => {
                let directory = source(tree, stream, text, LoadExpected::CaseDirectory);
                self.directory = stream.take(directory);
            }
            "directoryText" => {
                self.directory = stream.take(string(tree)).map(|text| CaseSource::Text(Shared::new(text)));
            }
            "current" => self.current = Some(inline_json(tree, stream, text)),
            "subject" => self.subject = subject(tree, stream),
            "featureVersion" => {
                let version = count(tree).and_then(|version| {
                    u32::try_from(version).map_err(|_| LoadProblem::value(tree, LoadExpected::CountU32))
                });
                self.feature_version = stream.take(version);
            }
            _ => self.checks = checks(tree, stream, text),
        }
    }
}

fn inline_json(tree: &Tree<'_>, stream: &Stream<'_>, text: &str) -> InlineJson {
    InlineJson { at: tree.at, pointer: stream.pointer().into(), json: Shared::new(&text[tree.at..tree.at + tree.len]) }
}

fn source(tree: &Tree<'_>, stream: &Stream<'_>, text: &str, expected: LoadExpected) -> LoadedEntry<CaseSource> {
    match &tree.json {
        Json::Object(_) => Ok(CaseSource::Inline(inline_json(tree, stream, text))),
        Json::String(name) => Ok(CaseSource::Named(name.to_string())),
        _ => Err(LoadProblem::value(tree, expected)),
    }
}

fn rules(tree: &Tree<'_>, stream: &mut Stream<'_>, text: &str) -> Option<Shared<[CaseSource]>> {
    let Json::Array(items) = &tree.json else {
        let source = source(tree, stream, text, LoadExpected::CaseRules);
        return stream.take(source).map(|source| Shared::new([source]));
    };
    if items.is_empty() {
        stream.report(LoadProblem::value(tree, LoadExpected::OneOrMore));
    }
    if items.first().is_some_and(is_rule) {
        stream.report(LoadProblem::value(tree, LoadExpected::CaseRules).with_help(RULES_IN_ARRAY));
        // They are read as a rule file around them, where they are in this file.
        let (json, at) = (&text[tree.at..tree.at + tree.len], tree.at.saturating_sub(BEFORE_RULES.len()));
        let pointer = stream.pointer();
        let pointer = pointer.rsplit_once('/').map_or("", |(outer, _)| outer).into();
        let json = Shared::new(format!("{BEFORE_RULES}{json}}}"));
        return Some(Shared::new([CaseSource::Inline(InlineJson { at, pointer, json })]));
    }
    let load = |(index, item): (usize, &Tree<'_>)| {
        stream.item(index, |stream| {
            let source = source(item, stream, text, LoadExpected::CaseRules);
            stream.take(source)
        })
    };
    items.iter().enumerate().map(load).collect::<Option<Arc<[_]>>>().map(Shared::new)
}

/// Returns whether a value is a rule, and not a rule file.
fn is_rule(value: &Tree<'_>) -> bool {
    let Json::Object(members) = &value.json else { return false };
    let is_of_rule = |member: &TreeMember<'_>| meant(&member.name, &["validator", "property", "rules"]);
    members.iter().filter_map(is_of_rule).any(|name| name != "rules")
}

const BEFORE_RULES: &str = "{\"rules\":";

const RULES_IN_ARRAY: &str = "write `{\"rules\": ` before the array, and `}` after it";

pub(super) const IN_BRACKETS: &str = "write `[` before it and `]` after it";

fn subject(tree: &Tree<'_>, stream: &mut Stream<'_>) -> Option<Subject> {
    let object = members(stream, tree, &["objectType", "id"], FileObject::CaseSubject);
    let object = stream.take(object)?;
    let object_type = optional(stream, &object, "objectType", string);
    required(stream, &object, "id", string).map(|id| match object_type {
        Some(object_type) => Subject::new(object_type, id),
        None => Subject::user(id),
    })
}

/// Loads custom checks, each with the values that it rejects.
fn checks(tree: &Tree<'_>, stream: &mut Stream<'_>, text: &str) -> Option<Checks> {
    let Json::Object(checks) = &tree.json else {
        return stream.take(Err(LoadProblem::value(tree, LoadExpected::Object)));
    };
    let mut loaded = Vec::new();
    for check in checks {
        stream.member(&check.name, |stream| {
            let Some(object) = ({
                let object = members(stream, &check.value, &["rejects"], FileObject::CaseCheck);
                stream.take(object)
            }) else {
                return;
            };
            let items = required(stream, &object, "rejects", array).unwrap_or_default();
            let values = items.iter().map(|item| serde_json::from_str(&text[item.at..item.at + item.len]));
            loaded.push((check.name.to_string(), values.map(std::result::Result::unwrap_or_default).collect()));
        });
    }
    Some(loaded.into())
}

/// Returns the setting of the file without the rules and the directory that a case uses, and does not expect to be rejected.
fn unused(file: &Setting, cases: &[Case]) -> Setting {
    let uses_rules = |case: &Case| {
        let is_shared = |(own, shared): (&Shared<[CaseSource]>, &Shared<[CaseSource]>)| own.is(shared);
        !matches!(case.expected, CaseFindings::RejectedRules(_))
            && case.setting.rules.as_ref().zip(file.rules.as_ref()).is_some_and(is_shared)
    };
    let uses_directory = |case: &Case| {
        !matches!(case.expected, CaseFindings::RejectedDirectory(_)) && case.setting.directory == file.directory
    };
    let mut unused = file.clone();
    unused.rules = unused.rules.filter(|_| !cases.iter().any(uses_rules));
    unused.directory = unused.directory.filter(|_| !cases.iter().any(uses_directory));
    unused
}

/// Loads the rules and directories in the file, unless they are expected to be rejected. Reports their problems and warnings.
fn inline(stream: &mut Stream<'_>, file: &Setting, cases: &[Case]) {
    let mut loaded = HashSet::new();
    // Those of the file are loaded for the cases that use them; if no case does, as for a case without a setting.
    let unused = unused(file, cases);
    let of_cases = cases.iter().map(|case| (&case.setting, Some(&case.expected)));
    for (setting, expected) in std::iter::once((&unused, None)).chain(of_cases) {
        let target = setting.target.unwrap_or(CaseTarget::Request);
        let mut report = |inline: &InlineJson, problems: Vec<LoadProblem>, warnings: &[LoadProblem]| {
            for problem in problems {
                let pointer = format!("{}{}", inline.pointer, problem.pointer());
                stream.report_elsewhere(&pointer, problem.moved(inline.at));
            }
            for warning in warnings {
                let pointer = format!("{}{}", inline.pointer, warning.pointer());
                stream.warn_elsewhere(&pointer, warning.clone().moved(inline.at));
            }
        };
        if !matches!(expected, Some(CaseFindings::RejectedRules(_))) {
            for rules in setting.rules.iter().flat_map(|rules| rules.iter()) {
                if let CaseSource::Inline(inline) = rules
                    && loaded.insert((inline.at, Some(target)))
                {
                    match checker(target, &*inline.json, &custom_checks(setting)) {
                        Ok(checker) => report(inline, Vec::new(), checker.warnings()),
                        Err(error) => {
                            let (problems, warnings) = error.into_parts();
                            report(inline, problems, &warnings);
                        }
                    }
                }
            }
        }
        if !matches!(expected, Some(CaseFindings::RejectedDirectory(_)))
            && let Some(CaseSource::Inline(inline)) = &setting.directory
            && loaded.insert((inline.at, None))
        {
            match InMemoryDirectory::from_json(&*inline.json) {
                Ok(directory) => report(inline, Vec::new(), directory.warnings()),
                Err(error) => {
                    let (problems, warnings) = error.into_parts();
                    report(inline, problems, &warnings);
                }
            }
        }
    }
}
