use super::shared::Shared;
use crate::fold::fold;
use std::fmt;
use std::ops::Deref;

/// An array of names in lower case, to which a question refers as a whole. It is cheap to clone.
///
/// ```
/// use icws_schema::directory::NameList;
///
/// let workgroups = NameList::from_iter(["Support", "Sales"]);
/// assert_eq!(workgroups[..], ["support", "sales"]);
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameList(Shared<[String]>);

impl<N: AsRef<str>> FromIterator<N> for NameList {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Self {
        let names: Vec<_> = names.into_iter().map(|name| fold(name.as_ref()).into_owned()).collect();
        Self(Shared::new(names))
    }
}

impl Deref for NameList {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl<'l> IntoIterator for &'l NameList {
    type Item = &'l String;
    type IntoIter = std::slice::Iter<'l, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Shows the number of names, since they may come from a body.
impl fmt::Debug for NameList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} names", self.len())
    }
}
