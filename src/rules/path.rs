use crate::descriptor::TypeDescriptor;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The path of a property: names separated by dots, and `[]` for every item of an array (`followMe[].timeout`); `""` is
/// the object itself.
///
/// A rule is plain data, so any string converts into a path; [`RuleSet::new`](super::RuleSet::new) rejects what is not
/// one. [`FromStr`] rejects it at once.
///
/// ```
/// use icws_schema::rules::PropertyPath;
///
/// let path: PropertyPath = "followMe[].timeout".parse()?;
/// assert_eq!(path.to_string(), "followMe[].timeout");
/// assert!("followMe[0].timeout".parse::<PropertyPath>().is_err());
/// # Ok::<(), icws_schema::rules::PropertyPathError>(())
/// ```
#[derive(Clone)]
pub struct PropertyPath {
    text: String,
    /// The steps, which follow from the string; none if it is not a path.
    steps: Box<[PropertyStep]>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum PropertyStep {
    /// A member's name, and its index in the descriptor of its object, if there is one.
    Member(Box<str>, Option<u16>),
    Items,
}

impl PropertyStep {
    /// Returns the step as it is written.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Member(name, _) => name,
            Self::Items => "[]",
        }
    }

    /// Returns the type to which the step leads.
    pub(crate) fn within(&self, descriptor: &'static TypeDescriptor) -> Option<&'static TypeDescriptor> {
        match self {
            Self::Member(name, _) => descriptor.member(name).map(|member| member.descriptor),
            Self::Items => descriptor.item,
        }
    }
}

impl PropertyPath {
    /// Returns the path as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns whether the string that it was created from is a path.
    pub(crate) fn is_path(&self) -> bool {
        self.text.is_empty() || !self.steps.is_empty()
    }

    pub(crate) fn steps(&self) -> &[PropertyStep] {
        &self.steps
    }

    /// Returns the same path with steps that have the indexes of members.
    pub(crate) fn with_steps(&self, steps: Vec<PropertyStep>) -> Self {
        Self { text: self.text.clone(), steps: steps.into() }
    }

    /// Returns whether the path can be a second one of a rule: its steps up to the last `[]` are those of the property. In a
    /// rule of objects, it starts at the property.
    pub(crate) fn is_beside(&self, property: &Self, is_object_rule: bool) -> bool {
        let shared = self.shared();
        shared.is_empty() || (!is_object_rule && property.shared().starts_with(shared))
    }

    /// Returns the steps up to the last `[]`.
    pub(crate) fn shared(&self) -> &[PropertyStep] {
        let end = self.steps.iter().rposition(|step| *step == PropertyStep::Items).map_or(0, |last| last + 1);
        &self.steps[..end]
    }
}

fn parse(text: &str) -> Result<Vec<PropertyStep>, PropertyPathError> {
    let mut steps = Vec::new();
    if text.is_empty() {
        return Ok(steps);
    }
    for (position, piece) in text.split('.').enumerate() {
        let (name, brackets) = piece.split_at(piece.find(['[', ']']).unwrap_or(piece.len()));
        if name.is_empty() && (position > 0 || brackets.is_empty()) {
            return Err(PropertyPathError::EmptyStep);
        }
        if !name.is_empty() {
            steps.push(PropertyStep::Member(name.into(), None));
        }
        let mut rest = brackets;
        while !rest.is_empty() {
            rest = rest.strip_prefix("[]").ok_or_else(|| bracket(rest))?;
            steps.push(PropertyStep::Items);
        }
    }
    Ok(steps)
}

/// Returns the error for brackets that do not begin with `[]`.
fn bracket(rest: &str) -> PropertyPathError {
    match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((index, _)) if index.bytes().all(|byte| byte.is_ascii_digit()) => PropertyPathError::Index,
        _ => PropertyPathError::Brackets,
    }
}

/// Parses the steps that are probably meant by a JSON Pointer (`/followMe/0`), a `JSONPath` (`$.followMe[*]`) or a path
/// with small mistakes.
pub(crate) fn lenient_steps(text: &str) -> Vec<PropertyStep> {
    // An index, counted from either end, or a wildcard.
    let is_item = |piece: &str| {
        let index = piece.trim_start_matches('-');
        index == "*" || index.bytes().all(|byte| byte.is_ascii_digit())
    };
    let member = |name: &str| PropertyStep::Member(name.into(), None);
    if let Some(pointer) = text.strip_prefix('/') {
        let unescape = |piece: &str| piece.replace("~1", "/").replace("~0", "~");
        let step = |piece: &str| if is_item(piece) { PropertyStep::Items } else { member(&unescape(piece)) };
        let path = pointer.replace("[]", "/*");
        return path.split(['/', '[', ']']).filter(|piece| !piece.is_empty()).map(step).collect();
    }
    let path = text.strip_prefix('$').unwrap_or(text).replace("[ ]", "[*]").replace("[]", "[*]").replace("[.", "[*].");
    let pieces = path.split(['.', '[', ']']).map(|piece| piece.trim().trim_matches(['\'', '"']));
    pieces
        .filter(|piece| !piece.is_empty())
        .map(|piece| if is_item(piece) { PropertyStep::Items } else { member(piece) })
        .collect()
}

/// Writes steps as a path.
pub(crate) fn written<'s>(steps: impl IntoIterator<Item = &'s PropertyStep>) -> String {
    steps.into_iter().fold(String::new(), |mut path, step| {
        push(&mut path, step.as_str());
        path
    })
}

/// Returns a path that starts where another one ends.
pub(crate) fn join(root: &str, path: &str) -> String {
    let mut joined = root.to_owned();
    push(&mut joined, path);
    joined
}

/// Adds a path that starts where another one ends.
fn push(root: &mut String, path: &str) {
    root.push_str(if root.is_empty() || path.is_empty() || path.starts_with('[') { "" } else { "." });
    root.push_str(path);
}

impl From<String> for PropertyPath {
    fn from(text: String) -> Self {
        let steps = parse(&text).unwrap_or_default().into();
        Self { text, steps }
    }
}

impl From<&str> for PropertyPath {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl FromStr for PropertyPath {
    type Err = PropertyPathError;

    fn from_str(text: &str) -> Result<Self, PropertyPathError> {
        Ok(Self { text: text.to_owned(), steps: parse(text)?.into() })
    }
}

impl PartialEq for PropertyPath {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for PropertyPath {}

impl Hash for PropertyPath {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl PartialOrd for PropertyPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By the path as it is written.
impl Ord for PropertyPath {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

/// The object itself.
impl Default for PropertyPath {
    fn default() -> Self {
        Self { text: String::new(), steps: Box::default() }
    }
}

impl fmt::Display for PropertyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for PropertyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

/// The error for a string that is not a path.
///
/// ```
/// use icws_schema::rules::{PropertyPath, PropertyPathError};
///
/// assert_eq!("a[0]".parse::<PropertyPath>(), Err(PropertyPathError::Index));
/// assert_eq!(PropertyPathError::Index.to_string(), "expected a path, found an index; `[]` stands for every item");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PropertyPathError {
    /// A step without a name.
    EmptyStep,
    /// An index; a path of a rule has `[]`, which is every item.
    Index,
    /// Brackets that are not `[]` at the end of a step.
    Brackets,
}

impl fmt::Display for PropertyPathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a path, found ")?;
        f.write_str(match self {
            Self::EmptyStep => "a segment without a name",
            Self::Index => "an index; `[]` stands for every item",
            Self::Brackets => "brackets that are not `[]` at the end of a segment",
        })
    }
}

impl std::error::Error for PropertyPathError {}

#[cfg(test)]
mod tests {
    use super::{PropertyPath, PropertyPathError, lenient_steps, written};

    #[track_caller]
    fn rejects(path: &str, error: PropertyPathError) {
        assert_eq!(path.parse::<PropertyPath>(), Err(error), "{path}");
    }

    #[test]
    fn an_index_is_distinguished_from_other_brackets() {
        for path in ["a[0]", "[12].b", "a[][3]", "a[0]b"] {
            rejects(path, PropertyPathError::Index);
        }
        for path in ["a[", "a[0", "a]", "a[x]", "a[0x]", "a[-1]", "a[]]", "a[]x]", "a[]0]", "]"] {
            rejects(path, PropertyPathError::Brackets);
        }
        for path in [".", "a.", ".a", "a..b", "a.[]"] {
            rejects(path, PropertyPathError::EmptyStep);
        }
    }

    #[test]
    fn pointers_and_other_notations_suggest_a_path() {
        for (text, path) in [
            ("/followMe/0/timeout", "followMe[].timeout"),
            ("/followMe/-", "followMe[]"),
            ("/followMe[0]/timeout", "followMe[].timeout"),
            ("/followMe[]/timeout", "followMe[].timeout"),
            ("followMe[] .timeout", "followMe[].timeout"),
            ("/a~1b/c~0d", "a/b.c~d"),
            ("$.followMe[*].timeout", "followMe[].timeout"),
            ("$['followMe'][0][\"timeout\"]", "followMe[].timeout"),
            ("$", ""),
            ("followMe[-1].timeout", "followMe[].timeout"),
            ("followMe[ ].timeout", "followMe[].timeout"),
            ("followMe[0].timeout", "followMe[].timeout"),
            ("followMe.0.timeout", "followMe[].timeout"),
            ("a..b.", "a.b"),
            ("followMe[.timeout", "followMe[].timeout"),
            ("a[].b[1].c[]", "a[].b[].c[]"),
        ] {
            assert_eq!(written(&lenient_steps(text)), path, "{text}");
        }
    }
}
