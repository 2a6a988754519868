use super::expected::{FileObject, LoadExpected};
use super::found::LoadFound;
use super::help::{self, HelpText};
use super::synonyms::meant;
use crate::json::escape::Escaped;
use crate::json::lex_error::{LexError, LocatedError};
use crate::json::lexer::Lexer;
use crate::json::position::Position;
use crate::json::recovery::{MadeUp, Recovery};
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;
use crate::json::tree::{Tree, TreeMember};
use std::error::Error;
use std::fmt;

/// One problem of a rule file, directory file, or rule set that was built in code.
///
/// [`Display`](fmt::Display) writes one line in English, derived from the data; the wording may change between
/// versions.
///
/// ```
/// use icws_schema::file::{LoadExpected, LoadFound, LoadProblemKind};
/// use icws_schema::rules::RuleSet;
///
/// let file = r#"{"rules": [{"validator": "range", "property": "timeout", "min": "1"}]}"#;
/// let error = RuleSet::from_json(file).unwrap_err();
/// let problem = &error.problems()[0];
/// assert_eq!(problem.kind(), LoadProblemKind::InvalidValue);
/// assert_eq!(problem.expected(), &LoadExpected::Integer);
/// assert_eq!(problem.found(), &LoadFound::String("1".to_owned()));
/// assert_eq!((problem.pointer(), problem.parameter()), ("/rules/0", Some("min")));
/// assert_eq!(problem.position().unwrap().column, 65);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct LoadProblem {
    kind: LoadProblemKind,
    expected: LoadExpected,
    found: LoadFound,
    pointer: Box<str>,
    parameter: Option<Box<str>>,
    suggestion: Option<Box<str>>,
    /// What to do about it, if that was known when the problem was found.
    help: Option<Box<HelpText>>,
    position: Option<Position>,
    at: usize,
    /// Length of the invalid text in bytes; determined with the position, except for syntax errors.
    length: Option<usize>,
    /// Whether the message contains the parameter.
    is_implied: bool,
    /// Whether the file was not read any further.
    ends_reading: bool,
}

/// The kind of a problem of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LoadProblemKind {
    /// The file is not JSON.
    Syntax(SyntaxError),
    /// A value has an unexpected type or is out of range.
    InvalidValue,
    /// An object has a property that is unknown.
    UnknownMember,
    /// An object has the same property twice.
    DuplicateMember,
    /// An object does not have a property that is required.
    MissingMember,
    /// A validator, custom check, property or id is unknown.
    UnknownName,
    /// Two names of a directory file are equal, compared case-insensitively. This is a warning where they count as one.
    DuplicateName,
    /// A string is not a path.
    InvalidPath,
    /// A path does not lead to a property of what is checked.
    UnknownPath,
    /// A path leads to a property of a type that the validator does not accept.
    PathType,
    /// A pattern does not compile.
    InvalidPattern,
    /// A limit of depth or size is exceeded.
    LimitExceeded,
    /// Parameters exclude each other, or one of several is required; the parents of access control groups form a loop.
    Conflict,
    /// A property is compared with a value that it cannot have. This is a warning: the rule is in force.
    ImpossibleValue,
}

impl LoadProblemKind {
    /// Returns the name in the serialized form.
    ///
    /// ```
    /// use icws_schema::file::LoadProblemKind;
    ///
    /// assert_eq!(LoadProblemKind::UnknownPath.as_str(), "unknownPath");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::InvalidValue => "invalidValue",
            Self::UnknownMember => "unknownMember",
            Self::DuplicateMember => "duplicateMember",
            Self::MissingMember => "missingMember",
            Self::UnknownName => "unknownName",
            Self::DuplicateName => "duplicateName",
            Self::InvalidPath => "invalidPath",
            Self::UnknownPath => "unknownPath",
            Self::PathType => "pathType",
            Self::InvalidPattern => "invalidPattern",
            Self::LimitExceeded => "limitExceeded",
            Self::Conflict => "conflict",
            Self::ImpossibleValue => "impossibleValue",
        }
    }
}

impl LoadProblem {
    /// Creates a problem at a byte offset.
    pub(crate) fn new(at: usize, kind: LoadProblemKind, expected: LoadExpected, found: LoadFound) -> Self {
        let pointer = Box::default();
        let (parameter, suggestion, help, position, length) = (None, None, None, None, None);
        Self {
            kind,
            expected,
            found,
            pointer,
            parameter,
            suggestion,
            help,
            position,
            at,
            length,
            is_implied: false,
            ends_reading: false,
        }
    }

    /// Creates a problem for an unexpected value.
    pub(crate) fn value(value: &Tree<'_>, expected: LoadExpected) -> Self {
        Self::new(value.at, LoadProblemKind::InvalidValue, expected, (&value.json).into())
    }

    /// Creates a problem for an unknown name.
    pub(crate) fn unknown<'n>(
        at: usize,
        kind: LoadProblemKind,
        name: &str,
        expected: LoadExpected,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        let known: Vec<_> = known.into_iter().collect();
        // An object has its name as an attribute.
        let is_attribute = matches!(&expected, LoadExpected::Member { object: FileObject::DirectoryObject })
            && name.eq_ignore_ascii_case("name");
        let suggestion = meant(name, &known).filter(|_| !is_attribute).map(Into::into);
        let help = help::known_names(&known, &expected).map(|text| Box::new(HelpText { text, is_specific: false }));
        Self { suggestion, help, ..Self::new(at, kind, expected, LoadFound::name(name)) }
    }

    /// Creates a problem for a property that its object cannot have.
    pub(crate) fn unknown_member<'n>(
        member: &TreeMember<'_>,
        expected: LoadExpected,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        Self::unknown(member.at, LoadProblemKind::UnknownMember, &member.name, expected, known)
            .with_parameter(&*member.name)
    }

    /// Creates a problem for a property that its object already has.
    pub(crate) fn duplicate_member(member: &TreeMember<'_>) -> Self {
        let found = LoadFound::name(&member.name);
        Self::new(member.at, LoadProblemKind::DuplicateMember, LoadExpected::UniqueMember, found)
            .with_parameter(&*member.name)
    }

    /// Creates a problem for a required property that is missing.
    pub(crate) fn missing_member(object: &Tree<'_>, name: &str) -> Self {
        let expected = LoadExpected::RequiredMember { name: name.to_owned() };
        Self::new(object.at, LoadProblemKind::MissingMember, expected, LoadFound::Missing).with_parameter(name)
    }

    pub(crate) fn with_suggestion(self, suggestion: Option<String>) -> Self {
        Self { suggestion: suggestion.map(Into::into), ..self }
    }

    /// Replaces the suggestion.
    pub(crate) fn suggest(&mut self, suggestion: Option<String>) {
        self.suggestion = suggestion.map(Into::into);
    }

    /// Sets the parameter, key or property; `""` is none.
    pub(crate) fn with_parameter(self, parameter: impl Into<String>) -> Self {
        let parameter = Some(parameter.into()).filter(|parameter| !parameter.is_empty());
        Self { parameter: parameter.map(Into::into), ..self }
    }

    /// Sets a key or parameter that the pointer or the message contains.
    pub(crate) fn with_key(self, key: impl Into<String>) -> Self {
        Self { is_implied: true, ..self.with_parameter(key) }
    }

    /// Returns the same for a text that starts at an offset of another one.
    #[cfg(feature = "cli")]
    pub(crate) fn moved(self, by: usize) -> Self {
        Self { at: self.at + by, position: None, ..self }
    }

    pub(crate) fn with_pointer(self, pointer: impl Into<String>) -> Self {
        Self { pointer: pointer.into().into(), ..self }
    }

    /// Returns the same without values and names of the file; only the location is shown.
    pub(super) fn hidden(mut self) -> Self {
        if let LoadFound::Name(_) = self.found {
            self.parameter = None;
        }
        self.found = self.found.hidden();
        self.help = self.help.filter(|help| !help.is_specific);
        self
    }

    /// Returns whether the problem is in a part of a corrected copy that is not in the file.
    pub(super) fn is_made_up(&self, made_up: &MadeUp) -> bool {
        let is_missing = matches!(self.kind, LoadProblemKind::MissingMember | LoadProblemKind::Conflict);
        made_up.has_value(self.at) || (is_missing && made_up.has_open(self.at))
    }

    /// Returns the same where it is in the text of which a corrected copy was read.
    pub(super) fn of_original(self, recovery: &Recovery, text: &str) -> Self {
        let Span { at, len } = recovery.original_span(Span { at: self.at, len: self.length.unwrap_or_default() });
        let kind = match self.kind {
            LoadProblemKind::Syntax(error) => LoadProblemKind::Syntax(recovery.original_error(error, text)),
            kind => kind,
        };
        Self { at, kind, length: self.length.map(|_| len), ..self }
    }

    /// Sets what to do about it.
    pub(crate) fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(Box::new(HelpText { text: help.into(), is_specific: true })), ..self }
    }

    /// Sets what to do about it, if that is known.
    pub(crate) fn with_help_if(self, help: Option<impl Into<String>>) -> Self {
        match help {
            Some(help) => self.with_help(help),
            None => self,
        }
    }

    /// Replaces a part of what to do about it.
    #[cfg(feature = "rules")]
    pub(crate) fn correct_help(&mut self, wrong: &str, right: &str) {
        if let Some(help) = &mut self.help {
            help.text = help.text.replace(wrong, right);
        }
    }

    /// Returns whether the problem is about the file as a whole.
    pub(super) fn is_at_root(&self) -> bool {
        self.pointer.is_empty() && self.parameter.is_none()
    }

    /// Sets what helps with all problems of its kind, if nothing more is known.
    pub(super) fn with_general_help(self, help: impl Into<String>) -> Self {
        if self.help.as_ref().is_some_and(|help| help.is_specific) {
            return self;
        }
        Self { help: Some(Box::new(HelpText { text: help.into(), is_specific: false })), ..self }
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Sets the length of the invalid text in bytes.
    pub(crate) fn with_length(self, length: usize) -> Self {
        Self { length: Some(length), ..self }
    }

    /// Says that the file was not read any further, unless it ends there.
    pub(super) fn end_reading(&mut self) {
        self.ends_reading = matches!(self.kind, LoadProblemKind::Syntax(error) if !error.is_at_end());
    }

    /// Returns whether what comes after it in the file was not checked.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    ///
    /// let ends = |file| RuleSet::from_json(file).unwrap_err().problems()[0].ends_reading();
    /// assert!(ends(r#"{"rules": [] "validator"}"#));
    /// assert!(!ends(r#"{"rules": [],}"#));
    /// ```
    #[must_use]
    pub fn ends_reading(&self) -> bool {
        self.ends_reading
    }

    /// Sets the position of the problem in the text of its file.
    pub(super) fn set_position(&mut self, position: Position, text: &str) {
        self.position = Some(position);
        if self.length.is_none() {
            self.length = Some(match self.kind {
                LoadProblemKind::MissingMember => 0,
                _ => length_at(text, self.at),
            });
        }
    }

    /// Returns the kind of the problem.
    #[must_use]
    pub fn kind(&self) -> LoadProblemKind {
        self.kind
    }

    /// Returns what was expected.
    #[must_use]
    pub fn expected(&self) -> &LoadExpected {
        &self.expected
    }

    /// Returns what was found.
    #[must_use]
    pub fn found(&self) -> &LoadFound {
        &self.found
    }

    /// Returns the JSON Pointer of the rule (`/rules/3/rules/0`) or of the entry of a directory file; `""` at the root
    /// of the file.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns the parameter of the rule, with the path of the invalid property in it (`when.is`), or the key of a
    /// directory file.
    #[must_use]
    pub fn parameter(&self) -> Option<&str> {
        self.parameter.as_deref()
    }

    /// Returns the probably intended value: the most similar known name, or the path or pattern in the syntax of this
    /// crate.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }

    /// Returns line and column; `None` for a rule set that was built in code.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// Returns the byte offset in the text of the file as UTF-8; `None` for a rule set that was built in code.
    ///
    /// It is the start of the invalid value, of the name of an unknown or duplicate member, or of the object in which a
    /// member is missing.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    ///
    /// let file = r#"{"rules": [{"validator": "range", "property": "timeout", "min": "one"}]}"#;
    /// let error = RuleSet::from_json(file).unwrap_err();
    /// let problem = &error.problems()[0];
    /// let (offset, length) = (problem.offset().unwrap(), problem.length().unwrap());
    /// assert_eq!(&file[offset as usize..][..length as usize], r#""one""#);
    /// ```
    #[must_use]
    pub fn offset(&self) -> Option<u64> {
        self.position.map(|_| self.at as u64)
    }

    /// Returns the length of the invalid text in bytes, 0 for a missing member; `None` for a rule set that was built in code.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.position.and(self.length).map(|length| length as u64)
    }

    /// Returns the parameter without the member that the message contains.
    fn shown_parameter(&self) -> Option<&str> {
        let parameter = self.parameter().filter(|_| !self.is_implied)?;
        match (self.kind, &self.expected) {
            (LoadProblemKind::MissingMember, LoadExpected::RequiredMember { name })
                if parameter.rsplit('.').next() != Some(name) =>
            {
                Some(parameter)
            }
            (LoadProblemKind::UnknownMember | LoadProblemKind::DuplicateMember | LoadProblemKind::MissingMember, _) => {
                parameter.rsplit_once('.').map(|(outer, _)| outer)
            }
            _ => Some(parameter),
        }
    }
}

/// The text of a problem without its position and suggestion.
#[cfg(feature = "render")]
pub(crate) struct LoadStatement<'p>(&'p LoadProblem);

#[cfg(feature = "render")]
impl fmt::Display for LoadStatement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_statement(f)
    }
}

impl fmt::Display for LoadProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Position { line, column }) = self.position {
            write!(f, "{line}:{column}: ")?;
        }
        self.write_statement(f)?;
        self.help().map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}

impl LoadProblem {
    /// Returns an adapter that writes the problem without its position and suggestion.
    #[cfg(feature = "render")]
    pub(crate) fn statement(&self) -> LoadStatement<'_> {
        LoadStatement(self)
    }

    /// Returns what to do about it: the suggestion as a question, with what is known of it, or what is known to help.
    pub(crate) fn help(&self) -> Option<String> {
        let own = |is_specific| {
            self.help.as_deref().filter(|help| help.is_specific == is_specific).map(|help| help.text.clone())
        };
        let Some(suggestion) = self.suggestion.as_deref() else {
            return own(true).or_else(|| help::of(self)).or_else(|| own(false));
        };
        if matches!(self.found(), LoadFound::String(found) if **found == *suggestion) {
            return Some("write it without quotes".to_owned());
        }
        let shown = if suggestion.is_empty() { "\"\"".to_owned() } else { Escaped(suggestion).to_string() };
        let more = own(true).or_else(|| help::of_suggestion(&self.expected, suggestion));
        let more = more.map_or(String::new(), |help| format!(" {help}"));
        Some(format!("did you mean `{shown}`?{more}"))
    }

    fn write_statement(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{}: ", Escaped(&self.pointer))?;
        }
        if let Some(parameter) = self.shown_parameter() {
            write!(f, "{}: ", Escaped(parameter))?;
        }
        self.write_message(f)
    }
}

/// The message of a problem, without its location.
pub(super) struct LoadMessage<'p>(pub(super) &'p LoadProblem);

impl fmt::Display for LoadMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_message(f)?;
        self.0.help().map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}

impl LoadProblem {
    /// Writes the message without its suggestion.
    fn write_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, expected, found) = (&self.kind, Escaped(&self.expected), Escaped(&self.found));
        match kind {
            LoadProblemKind::Syntax(error) => write!(f, "not JSON: {error}")?,
            LoadProblemKind::UnknownMember | LoadProblemKind::UnknownName | LoadProblemKind::UnknownPath => {
                write!(f, "{found} is not {expected}")?;
            }
            LoadProblemKind::DuplicateMember => write!(f, "duplicate {found}")?,
            LoadProblemKind::DuplicateName => write!(f, "duplicate {found}, expected {expected}")?,
            LoadProblemKind::MissingMember => write!(f, "missing {expected}")?,
            LoadProblemKind::InvalidValue
            | LoadProblemKind::InvalidPath
            | LoadProblemKind::PathType
            | LoadProblemKind::InvalidPattern
            | LoadProblemKind::LimitExceeded
            | LoadProblemKind::Conflict
            | LoadProblemKind::ImpossibleValue => write!(f, "expected {expected}, found {found}")?,
        }
        Ok(())
    }
}

/// Writes the line of [`Display`](fmt::Display), truncated to 200 bytes.
impl fmt::Debug for LoadProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX: usize = 200;
        let line = self.to_string();
        if line.len() <= MAX {
            return f.write_str(&line);
        }
        let end = (0..=MAX - '…'.len_utf8()).rev().find(|end| line.is_char_boundary(*end)).unwrap_or(0);
        write!(f, "{}…", &line[..end])
    }
}

impl Error for LoadProblem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            LoadProblemKind::Syntax(error) => Some(error),
            _ => None,
        }
    }
}

impl From<LexError> for LoadProblem {
    fn from(syntax: LexError) -> Self {
        (*syntax).into()
    }
}

impl From<LocatedError> for LoadProblem {
    fn from(LocatedError { span, error }: LocatedError) -> Self {
        Self::new(span.at, LoadProblemKind::Syntax(error), LoadExpected::Json, LoadFound::Syntax).with_length(span.len)
    }
}

/// What to do about a property that has the contents of the file inside.
pub(crate) const INSIDE: &str = "the file is inside of this property: keep only its value";

/// Returns the length of the value or name at an offset, in bytes.
fn length_at(text: &str, at: usize) -> usize {
    let mut lexer = Lexer::new(text.get(at..).unwrap_or_default());
    match lexer.skip() {
        Ok(()) => lexer.at(),
        Err(_) => 0,
    }
}
