//! Reads the entries of directory files and state files, and reports all problems.

use super::object::ObjectReader;
use super::stream::Stream;
use super::{FileObject, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::lexer::LexError;
use crate::json::tree::Tree;

/// The member with the schema of a file, for editors.
pub(crate) const SCHEMA: &str = "$schema";

/// An error ends loading, a problem does not.
type Result<T> = std::result::Result<T, LexError>;

/// An entry, or the problem for which it is omitted; other problems are reported as well.
pub(crate) type LoadedEntry<T> = std::result::Result<T, LoadProblem>;

pub(crate) fn duplicate_key(at: usize, name: &str) -> LoadProblem {
    let found = LoadFound::name(name);
    LoadProblem::new(at, LoadProblemKind::DuplicateMember, LoadExpected::UniqueMember, found).with_parameter(name)
}

pub(crate) fn duplicate(at: usize, name: &str) -> LoadProblem {
    LoadProblem::new(at, LoadProblemKind::DuplicateName, LoadExpected::NewName, LoadFound::name(name))
}

/// Reads the items of an array, each as a tree.
pub(crate) fn entries(
    stream: &mut Stream<'_>,
    mut read: impl FnMut(&mut Stream<'_>, &Tree<'_>) -> LoadedEntry<()>,
) -> Result<()> {
    stream.items(|stream| {
        let tree = stream.tree()?;
        let entry = read(stream, &tree);
        stream.take(entry);
        Ok(())
    })
}

/// Returns the members of an entry; unknown and duplicate ones are reported.
pub(crate) fn members<'t, 'a, 'k>(
    stream: &mut Stream<'_>,
    tree: &'t Tree<'a>,
    known: &'k [&'k str],
    object: FileObject,
) -> LoadedEntry<ObjectReader<'t, 'a, 'k>> {
    let members = ObjectReader::new(tree, known).ok_or_else(|| LoadProblem::value(tree, LoadExpected::Object))?;
    members.member_problems(LoadExpected::Member { object }).for_each(|problem| stream.report(problem));
    Ok(members)
}

/// Reads an optional member; a member of the wrong type is reported and omitted.
pub(crate) fn optional<'t, 'a, T>(
    stream: &mut Stream<'_>,
    object: &ObjectReader<'t, 'a, '_>,
    name: &str,
    read: impl FnOnce(&'t Tree<'a>) -> LoadedEntry<T>,
) -> Option<T> {
    let tree = object.get(name)?;
    stream.member(name, |stream| {
        let value = read(tree);
        stream.take(value)
    })
}

/// Reads a required member; problems are reported.
pub(crate) fn required<'t, 'a, T>(
    stream: &mut Stream<'_>,
    object: &ObjectReader<'t, 'a, '_>,
    name: &str,
    read: impl FnOnce(&'t Tree<'a>) -> LoadedEntry<T>,
) -> Option<T> {
    if object.get(name).is_none() {
        stream.report(object.missing(name));
    }
    optional(stream, object, name, read)
}
