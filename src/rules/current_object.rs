use crate::body::decode::raw_value::ARBITRARY_PRECISION;
use crate::file::{LoadError, LoadExpected, LoadProblem};
use crate::json::tree::{Json, Tree, parse};
use crate::value_ref::ValueRef;
use serde_json::Value;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// A current object, from JSON text or from a [`Value`]. From text its numbers keep all digits, as those of the text that is
/// checked do; a `Value` has 64-bit floats, unless `arbitrary_precision` of `serde_json` is on.
///
/// ```
/// use icws_schema::rules::{CurrentObject, ObjectChecker, ObjectContext, RuleSet};
///
/// let rules = r#"{"rules": [{"validator": "integerComparisonValidator", "property": "a", "operator": "gt", "other": "b"}]}"#;
/// let checker = ObjectChecker::from_json(rules)?.partial();
/// let current = CurrentObject::from_json(r#"{"b": 9007199254740993.0}"#)?;
/// let context = ObjectContext::new().with_current(current);
/// assert!(!checker.check(r#"{"a": 9007199254740993}"#, &context).is_valid());
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Clone)]
pub struct CurrentObject<'t>(Source<'t>);

#[derive(Clone)]
enum Source<'t> {
    Text(Arc<Tree<'t>>),
    Value(Cow<'t, Value>),
}

impl<'t> CurrentObject<'t> {
    /// Reads an object.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or not an object.
    pub fn from_json(text: &'t str) -> Result<Self, LoadError> {
        let tree = parse(text).map_err(|syntax| LoadError::new(vec![syntax.into()], Some(text)))?;
        match &tree.json {
            Json::Object(_) => Ok(Self(Source::Text(Arc::new(tree)))),
            _ => Err(LoadError::new(vec![LoadProblem::value(&tree, LoadExpected::Object)], Some(text))),
        }
    }

    /// Returns the object without its text.
    ///
    /// ```
    /// use icws_schema::rules::CurrentObject;
    ///
    /// fn read(text: String) -> Result<CurrentObject<'static>, icws_schema::file::LoadError> {
    ///     CurrentObject::from_json(&text).map(CurrentObject::into_owned)
    /// }
    /// assert!(read(r#"{"extension": "8001"}"#.to_owned()).is_ok());
    /// ```
    #[must_use]
    pub fn into_owned(self) -> CurrentObject<'static> {
        CurrentObject(match self.0 {
            Source::Text(tree) => Source::Text(Arc::new(Arc::unwrap_or_clone(tree).into_owned())),
            Source::Value(value) => Source::Value(Cow::Owned(value.into_owned())),
        })
    }

    pub(super) fn value(&self) -> ValueRef<'_> {
        match &self.0 {
            Source::Text(tree) => (&**tree).into(),
            Source::Value(value) => (&**value).into(),
        }
    }
}

impl<'t> From<&'t Value> for CurrentObject<'t> {
    fn from(value: &'t Value) -> Self {
        Self(match exact(value) {
            Some(tree) => Source::Text(Arc::new(tree)),
            None => Source::Value(Cow::Borrowed(value)),
        })
    }
}

/// Returns a value whose numbers keep all digits, if a [`Value`] has them.
pub(super) fn exact(value: &Value) -> Option<Tree<'static>> {
    let text = ARBITRARY_PRECISION.then(|| value.to_string())?;
    parse(&text).ok().map(Tree::into_owned)
}

/// Shows no values.
impl fmt::Debug for CurrentObject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CurrentObject").finish_non_exhaustive()
    }
}
