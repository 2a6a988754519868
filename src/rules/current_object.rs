use crate::file::{LoadError, LoadExpected, LoadProblem};
use crate::json::tree::{Json, Tree, parse};
use crate::value_ref::ValueRef;
use std::fmt;

/// A current object from JSON text: its numbers keep all digits, as those of the text that is checked do. A
/// [`Value`](serde_json::Value) has 64-bit floats.
///
/// ```
/// use icws_schema::rules::{CurrentObject, ObjectChecker, ObjectContext, RuleSet};
///
/// let rules = r#"{"rules": [{"validator": "integerComparisonValidator", "property": "a", "operator": "gt", "other": "b"}]}"#;
/// let checker = ObjectChecker::from_json(rules)?.partial();
/// let current = CurrentObject::from_json(r#"{"b": 9007199254740993.0}"#)?;
/// let context = ObjectContext::new().with_current_object(&current);
/// assert!(!checker.check(r#"{"a": 9007199254740993}"#, &context).is_valid());
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Clone)]
pub struct CurrentObject<'t>(Tree<'t>);

impl<'t> CurrentObject<'t> {
    /// Reads an object.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not JSON, or not an object.
    pub fn from_json(text: &'t str) -> Result<Self, LoadError> {
        let tree = parse(text).map_err(|syntax| LoadError::new(vec![syntax.into()], Some(text)))?;
        match &tree.json {
            Json::Object(_) => Ok(Self(tree)),
            _ => Err(LoadError::new(vec![LoadProblem::value(&tree, LoadExpected::Object)], Some(text))),
        }
    }

    pub(super) fn value(&self) -> ValueRef<'_> {
        (&self.0).into()
    }
}

/// Shows no values.
impl fmt::Debug for CurrentObject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CurrentObject").finish_non_exhaustive()
    }
}
