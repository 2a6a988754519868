//! Reads a large file incrementally: outer objects and arrays are streamed, their contents are read as small trees.

use super::{LoadError, LoadExpected, LoadFound, LoadProblem, LoadProblemKind, place};
use crate::json::lexer::{LexError, Lexer};
use crate::json::tree::{self, Tree};
use crate::location::{Location, LocationSegment};
use std::borrow::Cow;
use std::collections::HashMap;

/// The maximum length of the pointers of all problems together, in bytes: below one name of a megabyte there can be as
/// many problems. Further problems are not reported.
const MAX_POINTER_BYTES: usize = 64 << 20;

/// A file that is being read, and its problems and warnings so far.
pub(crate) struct Stream<'a> {
    lexer: Lexer<'a>,
    problems: Reported,
    warnings: Reported,
    location: Location,
    /// Whether values and names are omitted from problems.
    is_secret: bool,
}

/// Problems or warnings, and the length of their pointers.
#[derive(Default)]
struct Reported {
    problems: Vec<LoadProblem>,
    pointer_bytes: usize,
}

/// An error ends reading, a problem does not.
type Result<T> = std::result::Result<T, LexError>;

/// Reads a whole file.
pub(crate) fn read<'a, T>(
    text: &'a str,
    read: impl FnOnce(&mut Stream<'a>) -> Result<T>,
) -> std::result::Result<(T, Vec<LoadProblem>), LoadError> {
    let mut stream = Stream {
        lexer: Lexer::new(text),
        problems: Reported::default(),
        warnings: Reported::default(),
        location: Location::default(),
        is_secret: false,
    };
    let value = read(&mut stream).and_then(|value| stream.lexer.end().map(|()| value));
    let (mut problems, mut warnings) = (stream.problems.problems, stream.warnings.problems);
    place(&mut warnings, Some(text));
    match value {
        Ok(value) if problems.is_empty() => return Ok((value, warnings)),
        Ok(_) => {}
        Err(syntax) => problems.push(syntax.into()),
    }
    Err(LoadError::new(problems, Some(text)).with_warnings(warnings))
}

impl Reported {
    fn has_room(&self) -> bool {
        self.pointer_bytes <= MAX_POINTER_BYTES
    }

    fn push(&mut self, problem: LoadProblem) {
        self.pointer_bytes += problem.pointer().len() + problem.parameter().map_or(0, str::len);
        self.problems.push(problem);
    }
}

impl<'a> Stream<'a> {
    /// Reports a problem of the current value.
    pub(crate) fn report(&mut self, problem: LoadProblem) {
        self.report_at("", problem);
    }

    /// Reports a problem below the current value.
    pub(crate) fn report_at(&mut self, pointer: &str, problem: LoadProblem) {
        if self.problems.has_room() {
            let problem = self.located(pointer, problem);
            self.problems.push(problem);
        }
    }

    /// Reports a problem of a value that has already been read.
    pub(crate) fn report_elsewhere(&mut self, pointer: &str, problem: LoadProblem) {
        self.elsewhere(|stream| stream.report_at(pointer, problem));
    }

    /// Warns of the current value.
    pub(crate) fn warn(&mut self, warning: LoadProblem) {
        self.warn_at("", warning);
    }

    /// Warns of a value that has already been read.
    #[cfg(feature = "cli")]
    pub(crate) fn warn_elsewhere(&mut self, pointer: &str, warning: LoadProblem) {
        self.elsewhere(|stream| stream.warn_at(pointer, warning));
    }

    fn warn_at(&mut self, pointer: &str, warning: LoadProblem) {
        if self.warnings.has_room() {
            let warning = self.located(pointer, warning);
            self.warnings.push(warning);
        }
    }

    /// Returns a problem below the current value, with its pointer.
    fn located(&self, pointer: &str, problem: LoadProblem) -> LoadProblem {
        let problem = if self.is_secret { problem.hidden() } else { problem };
        let key = self.location.0.iter().rev().find_map(|segment| match segment {
            LocationSegment::Member(name) => Some(name.to_string()),
            LocationSegment::Index(_) => None,
        });
        let problem = match (problem.parameter(), key) {
            (None, Some(key)) => problem.with_key(key),
            _ => problem,
        };
        problem.with_pointer(self.location.pointer() + pointer)
    }

    /// Reports with pointers from the root.
    fn elsewhere(&mut self, report: impl FnOnce(&mut Self)) {
        let location = std::mem::take(&mut self.location);
        report(self);
        self.location = location;
    }

    /// Returns a bookmark of the next value.
    pub(crate) fn bookmark(&self) -> Lexer<'a> {
        self.lexer.clone()
    }

    /// Reads a value again, for warnings: its problems have been reported.
    pub(crate) fn reread<T>(&mut self, bookmark: Lexer<'a>, read: impl FnOnce(&mut Self) -> T) -> T {
        let lexer = std::mem::replace(&mut self.lexer, bookmark);
        let problems = std::mem::take(&mut self.problems);
        let value = read(self);
        (self.lexer, self.problems) = (lexer, problems);
        value
    }

    /// Returns the offset of the next value.
    pub(crate) fn next_at(&mut self) -> usize {
        self.lexer.peek();
        self.lexer.at()
    }

    /// Returns whether the next value is an array.
    pub(crate) fn is_array(&mut self) -> bool {
        self.lexer.peek() == b'['
    }

    /// Says what to do about problems that have been reported, by their offsets.
    pub(crate) fn explain(&mut self, mut helps: HashMap<usize, String>) {
        if helps.is_empty() {
            return;
        }
        for problem in &mut self.problems.problems {
            if let Some(help) = helps.remove(&problem.at()) {
                *problem = problem.clone().with_help(help);
            }
        }
    }

    /// Returns the offset of the end of the last value.
    pub(crate) fn at(&self) -> usize {
        self.lexer.at()
    }

    /// Returns a value, or reports the problem.
    pub(crate) fn take<T>(&mut self, value: std::result::Result<T, LoadProblem>) -> Option<T> {
        value.map_err(|problem| self.report(problem)).ok()
    }

    /// Reads secrets: their problems show no values and names.
    pub(crate) fn secret<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.is_secret, true);
        let value = read(self);
        self.is_secret = outer;
        value
    }

    /// Returns the JSON Pointer of the current value.
    pub(crate) fn pointer(&self) -> String {
        self.location.pointer()
    }

    /// Reads the value of a member.
    pub(crate) fn member<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.within(LocationSegment::Member(name.to_owned().into()), read)
    }

    /// Reads an item.
    pub(crate) fn item<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.within(LocationSegment::Index(index), read)
    }

    fn within<T>(&mut self, segment: LocationSegment, read: impl FnOnce(&mut Self) -> T) -> T {
        self.location.0.push(segment);
        let value = read(self);
        self.location.0.pop();
        value
    }

    /// Reads the next value as a tree.
    pub(crate) fn tree(&mut self) -> Result<Tree<'a>> {
        tree::value(&mut self.lexer)
    }

    /// Skips the next value.
    pub(crate) fn skip(&mut self) -> Result<()> {
        self.lexer.skip()
    }

    /// Returns the name of the first member of the next value, if it is an object.
    pub(crate) fn first_name(&self) -> Option<Cow<'a, str>> {
        self.lexer.first_name()
    }

    /// Reads the members of an object; `read` receives each name with its offset, and reads or skips the value.
    pub(crate) fn members(&mut self, mut read: impl FnMut(&mut Self, &str, usize) -> Result<()>) -> Result<()> {
        if self.lexer.peek() != b'{' {
            return self.mismatch(LoadExpected::Object);
        }
        self.lexer.enter()?;
        let mut first = true;
        while self.lexer.next_key(std::mem::take(&mut first))? {
            let at = self.lexer.at();
            let name = self.lexer.string()?;
            self.lexer.colon()?;
            read(self, &name, at)?;
        }
        Ok(())
    }

    /// Reads the names of an object in place of the items of an array, and reports it; `false` if the next value is none.
    pub(crate) fn names_for_items(&mut self, mut read: impl FnMut(&str)) -> Result<bool> {
        if self.lexer.peek() != b'{' {
            return Ok(false);
        }
        self.report_object_for_array();
        self.members(|stream, name, _| {
            read(name);
            stream.skip()
        })?;
        Ok(true)
    }

    /// Reports that the next value is an object in place of an array.
    pub(crate) fn report_object_for_array(&mut self) {
        let at = self.next_at();
        self.report(LoadProblem::new(at, LoadProblemKind::InvalidValue, LoadExpected::Array, LoadFound::Object));
    }

    /// Reads the items of an array.
    pub(crate) fn items(&mut self, mut read: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        if self.lexer.peek() != b'[' {
            return self.mismatch(LoadExpected::Array);
        }
        self.lexer.enter()?;
        let mut index = 0;
        while self.lexer.next_item(index == 0)? {
            self.item(index, &mut read)?;
            index += 1;
        }
        Ok(())
    }

    /// Reports the next value, which has another type, and skips it.
    fn mismatch(&mut self, expected: LoadExpected) -> Result<()> {
        let first = self.lexer.peek();
        let at = self.lexer.at();
        let found = match first {
            b'{' => {
                self.lexer.skip()?;
                LoadFound::Object
            }
            b'[' => LoadFound::Array { items: self.skip_items()? },
            _ => LoadFound::from(&self.tree()?.json),
        };
        self.report(LoadProblem::new(at, LoadProblemKind::InvalidValue, expected, found));
        Ok(())
    }

    /// Skips the items of an array, and returns their number.
    fn skip_items(&mut self) -> Result<usize> {
        let mut items = 0;
        self.lexer.enter()?;
        while self.lexer.next_item(items == 0)? {
            self.lexer.skip()?;
            items += 1;
        }
        Ok(items)
    }
}
