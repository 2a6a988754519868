use super::byte_class::ByteClass;
use super::pattern_faults;
use super::{Param, Reader};
use crate::body::decode::FastAccept;
use crate::file::{LoadExpected, LoadFound, LoadProblem, LoadProblemKind, PatternError};
use crate::json::tree::{Json, Tree};
use crate::json::write::write_string;
use regex_automata::meta::{BuildError, Config, Regex};
use serde_json::{Value, json};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The maximum size of a compiled pattern, in bytes.
const MAX_BYTES: usize = 2 << 20;

/// A pattern of validator 7, in the syntax of the crate `regex`, in Unicode mode.
///
/// It is compiled when a rule set is checked: [`RuleSet::new`](crate::rules::RuleSet::new) rejects a pattern that does
/// not compile.
///
/// ```
/// use icws_schema::rules::validators::Regex;
/// use icws_schema::rules::{Rule, RuleSet};
///
/// let rule = |pattern: &str| Rule::new("name", Regex::new(pattern));
/// assert!(RuleSet::new([rule(r"^\w+$")]).is_ok());
/// let error = RuleSet::new([rule("/^a$/i")]).unwrap_err();
/// assert_eq!(error.problems()[0].suggestion(), Some("(?i)^a$"));
/// ```
#[derive(Clone)]
pub struct Pattern {
    source: String,
    /// `None` until a rule set is created with it.
    matcher: Option<Matcher>,
}

#[derive(Clone)]
enum Matcher {
    Class(Arc<ByteClass>),
    Regex(Arc<Regex>),
}

impl Pattern {
    /// Returns the pattern as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Returns whether the pattern matches somewhere in a string; a pattern that is not compiled does not match.
    pub(crate) fn is_match(&self, string: &str) -> bool {
        match &self.matcher {
            Some(Matcher::Class(class)) => class.matches(string),
            Some(Matcher::Regex(regex)) => regex.is_match(string),
            None => false,
        }
    }

    /// Returns a fast test that accepts only strings that match, if there is one.
    pub(crate) fn fast_accept(&self) -> FastAccept {
        match &self.matcher {
            Some(Matcher::Class(class)) => {
                let class = class.clone();
                FastAccept::strings(move |string| class.matches(string))
            }
            Some(Matcher::Regex(_)) | None => FastAccept::NOTHING,
        }
    }
}

impl From<String> for Pattern {
    fn from(source: String) -> Self {
        Self { source, matcher: None }
    }
}

impl From<&str> for Pattern {
    fn from(source: &str) -> Self {
        source.to_owned().into()
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Pattern {}

impl Hash for Pattern {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.source.hash(state);
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.source, f)
    }
}

impl Param for Pattern {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        let Json::String(source) = &value.json else { return reader.value(value, LoadExpected::Pattern) };
        let limit = |expected| LoadProblem::new(value.at, LoadProblemKind::LimitExceeded, expected, LoadFound::More);
        // Compilation is expensive: once the patterns are too large, no more are compiled. A pattern that is too large
        // by itself counts as well.
        if !reader.add_pattern(0) {
            reader.report(limit(LoadExpected::PatternsWithinLimit));
            return None;
        }
        let config = Config::new().nfa_size_limit(Some(MAX_BYTES));
        if let Some(meant) = without_slashes(source) {
            let found = LoadFound::PatternInSlashes;
            let problem = LoadProblem::new(value.at, LoadProblemKind::InvalidPattern, LoadExpected::Pattern, found);
            match Regex::builder().configure(config).build(&meant) {
                Ok(_) => reader.report(problem.with_suggestion(Some(meant))),
                Err(error) => {
                    reader.report(problem);
                    let (kind, found) = (LoadProblemKind::InvalidPattern, invalid(&error));
                    reader.report(LoadProblem::new(value.at, kind, LoadExpected::Pattern, found));
                }
            }
            return None;
        }
        match Regex::builder().configure(config).build(source) {
            Ok(regex) if reader.add_pattern(regex.memory_usage()) => {
                let matcher = match ByteClass::of(source) {
                    Some(class) => Matcher::Class(Arc::new(class)),
                    None => Matcher::Regex(Arc::new(regex)),
                };
                Some(Self { source: source.to_string(), matcher: Some(matcher) })
            }
            Ok(_) => {
                reader.report(limit(LoadExpected::PatternsWithinLimit));
                None
            }
            Err(error) if error.size_limit().is_some() => {
                reader.add_pattern(MAX_BYTES);
                reader.report(limit(LoadExpected::PatternWithinLimit));
                None
            }
            Err(error) => {
                let found = invalid(&error);
                let kind = LoadProblemKind::InvalidPattern;
                let problem = LoadProblem::new(value.at, kind, LoadExpected::Pattern, found);
                reader.report(problem.with_help_if(pattern_faults::help(source)));
                None
            }
        }
    }

    fn write(&self, json: &mut String) {
        write_string(&self.source, json);
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }
}

/// Returns why a pattern does not compile, and where.
fn invalid(error: &BuildError) -> LoadFound {
    let (error, at) = match error.syntax_error() {
        Some(error @ regex_syntax::Error::Parse(parsed)) => (error.into(), parsed.span().start.offset),
        Some(error @ regex_syntax::Error::Translate(translated)) => (error.into(), translated.span().start.offset),
        _ => (PatternError::Other, 0),
    };
    LoadFound::InvalidPattern { error, at }
}

/// Returns the pattern that is meant by one such as `/^a$/i`, which never matches, since nothing precedes the start or follows the
/// end, or by one such as `/\d+/g`.
fn without_slashes(source: &str) -> Option<String> {
    let source = source.trim();
    let (pattern, flags) = source.strip_prefix("m/").or_else(|| source.strip_prefix('/'))?.rsplit_once('/')?;
    let ends_at_end = pattern.ends_with('$') && !pattern.ends_with("\\$");
    let is_pattern = !flags.is_empty() && pattern.contains(['\\', '[', '(', '*', '+', '?', '|']);
    let is_anchored = pattern.starts_with('^') || ends_at_end;
    if !flags.bytes().all(|flag| b"dgimsuvy".contains(&flag)) || !(is_anchored || is_pattern) {
        return None;
    }
    let flags: String = flags.chars().filter(|flag| "ims".contains(*flag)).collect();
    let flags = if flags.is_empty() { flags } else { format!("(?{flags})") };
    Some(format!("{flags}{}", pattern.replace("\\/", "/")))
}

#[cfg(test)]
mod tests {
    use super::without_slashes;

    #[test]
    fn a_pattern_between_slashes_that_never_matches_means_what_is_between_them() {
        for (source, meant) in [
            ("/^a$/i", "(?i)^a$"),
            ("/^a/", "^a"),
            ("/a$/gms", "(?ms)a$"),
            (r"/^a\/b$/u", "^a/b$"),
            (r"/\d{4}/g", r"\d{4}"),
            ("m/^a$/", "^a$"),
            (" /^[0-9]+$/ig ", "(?i)^[0-9]+$"),
        ] {
            assert_eq!(without_slashes(source).as_deref(), Some(meant), "{source}");
        }
        for source in ["/users/", "/a/i", "^/a/$", "/", "//", r"/a\$/", "/^a$/x", "/^a"] {
            assert_eq!(without_slashes(source), None, "{source}");
        }
    }
}
