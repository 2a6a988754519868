use super::RuleIndexPath;
use super::cursor::Cursor;
use crate::report::PropertyHint;
use crate::rules::path::{PropertyPath, Step};
use crate::value_ref::ValueRef;

/// What paths start at.
pub(crate) struct Scope<'a, 's> {
    /// The object, item or value; `None` where it is absent.
    pub(crate) root: Option<ValueRef<'a>>,
    /// The same place in the current object.
    pub(crate) current: CurrentValue<'a>,
    /// Whether what is absent stays as the server has it.
    pub(crate) partial: bool,
    /// Where the root stands.
    pub(crate) base: &'s Cursor<'s>,
}

/// What the current object has at a place.
#[derive(Clone, Copy)]
pub(crate) enum CurrentValue<'a> {
    NotKnown,
    /// Null, or beyond null or a scalar.
    Null,
    Value(ValueRef<'a>),
}

/// What a second path leads to.
#[derive(Clone, Copy)]
pub(crate) enum Lookup<'a> {
    Set(ValueRef<'a>),
    /// Null, or beyond null or a scalar: not set.
    Null,
    /// Absent: not set.
    Absent,
    NotKnown,
}

/// What a second path leads to, or what is known about why that is not known.
type Found<'a> = Result<Lookup<'a>, Option<PropertyHint>>;

impl CurrentValue<'_> {
    /// Follows steps in the current object.
    pub(crate) fn follow(self, steps: &[Step]) -> Self {
        let mut here = self;
        for step in steps {
            let Self::Value(node) = here else {
                return here;
            };
            here = match (step, node) {
                (Step::Member(name, index), ValueRef::Object(object)) => match object.find(name, *index) {
                    Some(ValueRef::Null) => Self::Null,
                    Some(value) => Self::Value(value),
                    None => Self::NotKnown,
                },
                _ => Self::Null,
            };
        }
        here
    }

    /// Returns whether the steps lead to an `actualValue` that is missing beside an `effectiveValue`.
    fn has_only_effective_value(self, steps: &[Step]) -> bool {
        let is_actual_value = |step: &Step| matches!(step, Step::Member(name, _) if **name == *"actualValue");
        let Some(index) = steps.iter().position(is_actual_value) else { return false };
        match self.follow(&steps[..index]) {
            Self::Value(ValueRef::Object(object)) => {
                object.member("actualValue").is_none() && object.member("effectiveValue").is_some()
            }
            _ => false,
        }
    }
}

impl<'a> Scope<'a, '_> {
    /// Follows a second path, from where the rule judges. A configuration id whose id is malformed is not known.
    pub(crate) fn lookup(&self, path: &PropertyPath, trail: &Cursor<'_>) -> Lookup<'a> {
        self.find(path, trail).unwrap_or(Lookup::NotKnown)
    }

    /// Returns what is known about why a second path is not known.
    pub(super) fn hint(&self, path: &PropertyPath, trail: &Cursor<'_>) -> Option<PropertyHint> {
        self.find(path, trail).err().flatten()
    }

    /// Returns the indexes of the items, from the root of the body, that a second path leads through.
    pub(super) fn indexes(&self, path: &PropertyPath, trail: &Cursor<'_>) -> Vec<usize> {
        let arrays = path.steps().iter().filter(|step| **step == Step::Items).count();
        self.base.indexes().into_iter().chain((0..arrays).filter_map(|array| trail.index(self.base, array))).collect()
    }

    fn find(&self, path: &PropertyPath, trail: &Cursor<'_>) -> Found<'a> {
        let Some(root) = self.root else {
            return self.absent(path, self.partial);
        };
        self.walk(path, trail, root, path.steps(), self.base, self.partial, 0)
    }

    #[allow(clippy::too_many_arguments)]
    fn walk(
        &self,
        path: &PropertyPath,
        judged: &Cursor<'_>,
        node: ValueRef<'a>,
        steps: &[Step],
        here: &Cursor<'_>,
        partial: bool,
        lists: usize,
    ) -> Found<'a> {
        if here.is_malformed() {
            return Err(Some(PropertyHint::Malformed));
        }
        let Some((step, rest)) = steps.split_first() else {
            return match node {
                ValueRef::Null => Ok(Lookup::Null),
                ValueRef::Object(_) if here.member("id").is_malformed() => Err(Some(PropertyHint::Malformed)),
                _ => Ok(Lookup::Set(node)),
            };
        };
        match (step, node) {
            (Step::Member(name, index), ValueRef::Object(object)) => match object.find(name, *index) {
                Some(value) => self.walk(path, judged, value, rest, &here.member(name), partial, lists),
                None => self.absent(path, partial),
            },
            (Step::Items, ValueRef::Array(list)) => {
                match judged.index(self.base, lists).and_then(|index| Some((index, list.item(index)?))) {
                    Some((index, item)) => self.walk(path, judged, item, rest, &here.item(index), false, lists + 1),
                    None => Ok(Lookup::Absent),
                }
            }
            _ => Ok(Lookup::Null),
        }
    }

    /// What stands in for what is absent: in a partial body what the current object has.
    fn absent(&self, path: &PropertyPath, partial: bool) -> Found<'a> {
        if !partial {
            return Ok(Lookup::Absent);
        }
        match self.current.follow(path.steps()) {
            CurrentValue::NotKnown => Err(self
                .current
                .has_only_effective_value(path.steps())
                .then_some(PropertyHint::ActualValuesNotRequested)),
            CurrentValue::Null => Ok(Lookup::Null),
            CurrentValue::Value(node) => Ok(Lookup::Set(node)),
        }
    }
}

/// Goes wherever a property's path leads; it leads nowhere beyond what is absent, null, or of another kind, and where
/// the body is malformed.
pub(crate) fn visit<'a>(
    scope: &Scope<'a, '_>,
    steps: &[Step],
    judge: &mut dyn FnMut(Option<ValueRef<'a>>, &Cursor<'_>),
) {
    go(scope.root, steps, scope.base, judge);
}

fn go<'a>(
    node: Option<ValueRef<'a>>,
    steps: &[Step],
    here: &Cursor<'_>,
    judge: &mut dyn FnMut(Option<ValueRef<'a>>, &Cursor<'_>),
) {
    if here.is_malformed() {
        return;
    }
    let Some((step, rest)) = steps.split_first() else {
        return judge(node, here);
    };
    match (step, node) {
        (Step::Member(name, index), Some(ValueRef::Object(object))) => {
            go(object.find(name, *index), rest, &here.member(name), judge);
        }
        (Step::Items, Some(ValueRef::Array(list))) => {
            for index in 0..list.count() {
                go(list.item(index), rest, &here.item(index), judge);
            }
        }
        _ => {}
    }
}

/// A rule's place, for those who run inner rules.
pub(crate) fn inner<'r>(parent: &'r RuleIndexPath<'r>, index: usize) -> RuleIndexPath<'r> {
    RuleIndexPath { parent: Some(parent), index }
}
