use super::cursor::Cursor;
use crate::report::PropertyHint;
use crate::rules::path::{PropertyPath, PropertyStep};
use crate::value_ref::ValueRef;

/// The start of paths.
pub(crate) struct Scope<'a, 's> {
    /// The object, item or value; `None` if it is absent.
    pub(super) root: Option<ValueRef<'a>>,
    /// The value of the current object there.
    pub(super) current: CurrentValue<'a>,
    /// Whether an absent property keeps its current value on the server.
    pub(super) is_partial: bool,
    /// Whether the root is a part of the value at its location: an item of a delimited string.
    pub(super) is_part: bool,
    /// The location of the root.
    pub(super) base: &'s Cursor<'s>,
}

/// The value of the current object at a location.
#[derive(Clone, Copy)]
pub(crate) enum CurrentValue<'a> {
    NotKnown,
    /// Null, or below null or a scalar.
    Null,
    Value(ValueRef<'a>),
}

/// The target of a second path.
#[derive(Clone, Copy)]
pub(crate) enum Lookup<'a> {
    Set(ValueRef<'a>),
    /// Null, or below null or a scalar: not set.
    Null,
    /// Absent: not set.
    Absent,
    /// Unknown, with the cause if there is one besides omission from the body.
    NotKnown(Option<PropertyHint>),
}

impl CurrentValue<'_> {
    /// Follows steps in the current object.
    pub(super) fn follow(self, steps: &[PropertyStep]) -> Self {
        let mut here = self;
        for step in steps {
            let Self::Value(value) = here else { return here };
            here = match (step, value) {
                (PropertyStep::Member(name, index), ValueRef::Object(object)) => match object.find(name, *index) {
                    Some(ValueRef::Null) => Self::Null,
                    Some(value) => Self::Value(value),
                    None => Self::NotKnown,
                },
                _ => Self::Null,
            };
        }
        here
    }

    /// Returns whether steps lead to a missing `actualValue` next to an `effectiveValue`.
    fn has_only_effective_value(self, steps: &[PropertyStep]) -> bool {
        let is_actual_value =
            |step: &PropertyStep| matches!(step, PropertyStep::Member(name, _) if **name == *"actualValue");
        let Some(index) = steps.iter().position(is_actual_value) else { return false };
        match self.follow(&steps[..index]) {
            Self::Value(ValueRef::Object(property)) => property.member("effectiveValue").is_some(),
            _ => false,
        }
    }
}

impl<'a> Scope<'a, '_> {
    /// Follows a second path from the location that a rule checks. A configuration id whose id is malformed is unknown.
    pub(super) fn lookup(&self, path: &PropertyPath, property: &Cursor<'_>) -> Lookup<'a> {
        self.lookup_with(path, property, &mut |_, _| {})
    }

    /// Returns the indexes of the malformed items of an array in the body that a second path leads to.
    pub(super) fn malformed_items(&self, path: &PropertyPath, property: &Cursor<'_>) -> Vec<usize> {
        let mut malformed = Vec::new();
        self.lookup_with(path, property, &mut |value, here| {
            let Some(array) = value.list() else { return };
            malformed.extend((0..array.count()).filter(|index| {
                let item = here.item(*index);
                item.is_malformed() || array.item(*index).is_some_and(|value| has_malformed_id(value, &item))
            }));
        });
        malformed
    }

    /// Follows a second path; `found` gets what it leads to in the body.
    fn lookup_with(
        &self,
        path: &PropertyPath,
        property: &Cursor<'_>,
        found: &mut dyn FnMut(ValueRef<'a>, &Cursor<'_>),
    ) -> Lookup<'a> {
        SecondPath { scope: self, path, property, found }.follow(self.root, path.steps(), self.base, 0)
    }

    /// Returns the indexes of the items, from the root of the body, that a second path passes through.
    pub(super) fn indexes(&self, path: &PropertyPath, property: &Cursor<'_>) -> Vec<usize> {
        let arrays = path.steps().iter().filter(|step| **step == PropertyStep::Items).count();
        let shared = (0..arrays).filter_map(|array| property.index(self.base, array));
        self.base.indexes().into_iter().chain(shared).collect()
    }
}

/// Returns whether an object has an id that is malformed. An unknown member of another object is no id.
fn has_malformed_id(value: ValueRef<'_>, here: &Cursor<'_>) -> bool {
    matches!(value, ValueRef::Object(object) if object.member("id").is_some()) && here.member("id").is_malformed()
}

/// A second path, and the location of the property that shares its arrays.
struct SecondPath<'a, 'p> {
    scope: &'p Scope<'a, 'p>,
    path: &'p PropertyPath,
    property: &'p Cursor<'p>,
    found: &'p mut dyn FnMut(ValueRef<'a>, &Cursor<'_>),
}

impl<'a> SecondPath<'a, '_> {
    fn follow(
        &mut self,
        value: Option<ValueRef<'a>>,
        steps: &[PropertyStep],
        here: &Cursor<'_>,
        arrays: usize,
    ) -> Lookup<'a> {
        if here.is_malformed() {
            return Lookup::NotKnown(Some(PropertyHint::Malformed));
        }
        let Some(value) = here.actual(value) else { return self.absent(arrays) };
        let Some((step, rest)) = steps.split_first() else {
            return match value {
                ValueRef::Null => Lookup::Null,
                _ if has_malformed_id(value, here) => Lookup::NotKnown(Some(PropertyHint::Malformed)),
                _ => {
                    (self.found)(value, here);
                    Lookup::Set(here.with_actual_id(value))
                }
            };
        };
        match (step, value) {
            (PropertyStep::Member(name, index), ValueRef::Object(object)) => {
                self.follow(object.find(name, *index), rest, &here.member(name), arrays)
            }
            (PropertyStep::Items, ValueRef::Array(array)) => match self.property.index(self.scope.base, arrays) {
                Some(index) if index < array.count() => {
                    self.follow(array.item(index), rest, &here.item(index), arrays + 1)
                }
                _ => Lookup::Absent,
            },
            _ => Lookup::Null,
        }
    }

    /// Returns the lookup of an absent value: in a partial body, outside of arrays, that of the current object.
    fn absent(&self, arrays: usize) -> Lookup<'a> {
        if !self.scope.is_partial || arrays > 0 {
            return Lookup::Absent;
        }
        let current = self.scope.current;
        match current.follow(self.path.steps()) {
            CurrentValue::NotKnown => {
                let is_not_requested = current.has_only_effective_value(self.path.steps());
                Lookup::NotKnown(is_not_requested.then_some(PropertyHint::ActualValuesNotRequested))
            }
            CurrentValue::Null => Lookup::Null,
            CurrentValue::Value(value) => Lookup::Set(value),
        }
    }
}

/// Visits each location of a property. There is none below a value that is absent, null, of another type or malformed.
pub(super) fn visit<'a>(
    scope: &Scope<'a, '_>,
    steps: &[PropertyStep],
    check: &mut dyn FnMut(Option<ValueRef<'a>>, &Cursor<'_>),
) {
    visit_steps(scope.root, steps, scope.base, check);
}

fn visit_steps<'a>(
    value: Option<ValueRef<'a>>,
    steps: &[PropertyStep],
    here: &Cursor<'_>,
    check: &mut dyn FnMut(Option<ValueRef<'a>>, &Cursor<'_>),
) {
    if here.is_malformed() {
        return;
    }
    let value = here.actual(value);
    let Some((step, rest)) = steps.split_first() else { return check(value, here) };
    match (step, value) {
        (PropertyStep::Member(name, index), Some(ValueRef::Object(object))) => {
            visit_steps(object.find(name, *index), rest, &here.member(name), check);
        }
        (PropertyStep::Items, Some(ValueRef::Array(array))) => {
            for index in 0..array.count() {
                visit_steps(array.item(index), rest, &here.item(index), check);
            }
        }
        _ => {}
    }
}
