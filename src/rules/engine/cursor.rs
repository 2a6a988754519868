use super::reported::{ReportedCursor, ReportedProblems};
use crate::codes::ValidationErrorType;
use crate::location::{PathBuilder, SharedPath};
use crate::value_ref::{ObjectRef, ValueRef};

/// An object without members.
struct NoMembers;

impl ObjectRef for NoMembers {
    fn member(&self, _: &str) -> Option<ValueRef<'_>> {
        None
    }

    fn each(&self, _: &mut dyn FnMut(&str, ValueRef<'_>)) {}
}

/// A location in a body, with the problems that decoding reported there.
pub(crate) struct Cursor<'t> {
    parent: Option<&'t Cursor<'t>>,
    /// The last step; none at the root.
    path: Option<PathBuilder<'t>>,
    reported: Option<ReportedCursor<'t>>,
}

impl<'t> Cursor<'t> {
    /// Creates a cursor at the root of a body.
    pub(crate) fn root(reported: &'t ReportedProblems) -> Self {
        Self { parent: None, path: None, reported: reported.root() }
    }

    pub(crate) fn member(&'t self, name: &'t str) -> Cursor<'t> {
        let reported = self.reported.and_then(|reported| reported.member(name));
        Cursor { parent: Some(self), path: Some(PathBuilder::member(self.path.as_ref(), name)), reported }
    }

    pub(crate) fn item(&'t self, index: usize) -> Cursor<'t> {
        let reported = self.reported.and_then(|reported| reported.item(index));
        Cursor { parent: Some(self), path: Some(PathBuilder::item(self.path.as_ref(), index)), reported }
    }

    /// Returns whether the body is malformed here.
    #[inline]
    pub(crate) fn is_malformed(&self) -> bool {
        self.reported.is_some_and(ReportedCursor::is_malformed)
    }

    /// Returns the value of the body here, given the decoded one: a typed value has a default for a required property
    /// that is missing or null.
    #[inline]
    pub(crate) fn actual<'a>(&self, decoded: Option<ValueRef<'a>>) -> Option<ValueRef<'a>> {
        if self.reported.is_none() {
            return decoded;
        }
        if self.problem_of(ValidationErrorType::RequiredAttribute).is_some() {
            None
        } else if self.problem_of(ValidationErrorType::RequiredValue).is_some() {
            Some(ValueRef::Null)
        } else {
            decoded
        }
    }

    /// Returns an object for a rule that accepts ids: without an id if the required `id` is missing or null in the
    /// body.
    pub(crate) fn with_actual_id<'a>(&self, value: ValueRef<'a>) -> ValueRef<'a> {
        match value {
            ValueRef::Object(object) if self.reported.is_some() => {
                let decoded = object.member("id").filter(|id| !id.is_null());
                let is_default = decoded.is_some() && self.member("id").actual(decoded).is_none_or(ValueRef::is_null);
                if is_default { ValueRef::Object(&NoMembers) } else { value }
            }
            _ => value,
        }
    }

    /// Returns the index of the problem of the representation with the code of a validator here.
    pub(crate) fn problem_of(&self, validator: ValidationErrorType) -> Option<usize> {
        self.reported?.problem_of(validator)
    }

    /// Returns the path from the root; `None` at the root.
    pub(crate) fn path(&self) -> Option<SharedPath> {
        self.path.as_ref().map(PathBuilder::path)
    }

    /// Returns the indexes of the items from the root to here.
    pub(super) fn indexes(&self) -> Vec<usize> {
        let steps = std::iter::successors(Some(self), |cursor| cursor.parent);
        let mut indexes: Vec<_> = steps.filter_map(|cursor| cursor.path.as_ref()?.index()).collect();
        indexes.reverse();
        indexes
    }

    /// Returns the indexes between a cursor that this one extends and this one, innermost first.
    fn indexes_from<'s>(&'s self, base: &'s Cursor<'s>) -> impl Iterator<Item = usize> + 's {
        std::iter::successors(Some(self), |cursor| cursor.parent)
            .take_while(move |cursor| !std::ptr::eq(*cursor, base))
            .filter_map(|cursor| cursor.path.as_ref()?.index())
    }

    /// Returns the index in the `n`th array between a cursor that this one extends and this one.
    pub(crate) fn index(&self, base: &Cursor<'_>, n: usize) -> Option<usize> {
        let count = self.indexes_from(base).count();
        self.indexes_from(base).nth(count.checked_sub(n + 1)?)
    }
}
