//! What rules derive from what many items share, each once: reading a long text at a second path again for each item would
//! take the product of both.

use crate::directory::{Shared, Subject};
use crate::json::number::{Number, ReadNumber};
use crate::rules::formats::date_time::{self, Temporal};
use crate::rules::params::Scalar;
use crate::value_ref::ValueRef;
use std::cell::{OnceCell, RefCell};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// Shorter texts are read each time, which takes less time than finding them.
const LONG: usize = 256;

/// What was derived in a check.
#[derive(Default)]
pub(super) struct Derived<'a> {
    /// The subject for questions, if there is one.
    pub(super) subject: OnceCell<Option<Shared<Subject>>>,
    names: TextMap<'a, Shared<str>>,
    numbers: TextMap<'a, ReadNumber<'a>>,
    times: TextMap<'a, Option<Temporal<'a>>>,
    /// By the address of the parameter with which the text is compared: rules outlive a check.
    equal: RefCell<HashMap<*const Scalar, TextMap<'a, bool>>>,
}

/// A text as a key that is compared in constant time: equal to itself.
struct TextKey<'a>(&'a str);

impl PartialEq for TextKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for TextKey<'_> {}

impl Hash for TextKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_ptr().hash(state);
    }
}

/// Values by long text.
struct TextMap<'a, T>(RefCell<HashMap<TextKey<'a>, T>>);

impl<T> Default for TextMap<'_, T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<'a, T: Clone> TextMap<'a, T> {
    fn get(&self, text: &'a str, derive: impl FnOnce() -> T) -> T {
        if text.len() < LONG {
            return derive();
        }
        self.0.borrow_mut().entry(TextKey(text)).or_insert_with(derive).clone()
    }
}

impl<'a> Derived<'a> {
    /// Returns a name for questions.
    pub(super) fn name(&self, name: &'a str, derive: impl FnOnce() -> Shared<str>) -> Shared<str> {
        self.names.get(name, derive)
    }

    /// Returns a date, a time of day or a date-time.
    pub(super) fn time(&self, text: &'a str) -> Option<Temporal<'a>> {
        self.times.get(text, || date_time::parse(text))
    }

    /// Compares a number with an integer; `None` if that is none.
    pub(super) fn compare(&self, number: Number<'_>, integer: Number<'a>) -> Option<Ordering> {
        match integer {
            Number::Literal(literal) if literal.len() >= LONG => {
                let read = self.numbers.get(literal, || ReadNumber::new(literal));
                number.cmp_read(read).filter(|_| read.is_integral())
            }
            _ => number.partial_cmp(&integer).filter(|_| integer.is_integral()),
        }
    }

    /// Returns whether a value equals a parameter of a rule.
    pub(super) fn equals(&self, parameter: &Scalar, value: ValueRef<'a>) -> bool {
        match value {
            ValueRef::String(text) | ValueRef::Number(Number::Literal(text)) if text.len() >= LONG => {
                let mut equal = self.equal.borrow_mut();
                equal.entry(std::ptr::from_ref(parameter)).or_default().get(text, || parameter.equals(value))
            }
            _ => parameter.equals(value),
        }
    }
}
