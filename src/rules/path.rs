use crate::descriptor::TypeDescriptor;
use std::fmt;

/// A dotted path: member names, and `[]` for every item of a list (`followMe[].timeout`); `""` is the object itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PropertyPath {
    text: String,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    /// A member's name, and its index where a table lists it.
    Member(Box<str>, Option<u16>),
    Items,
}

impl Step {
    /// The step as it is written.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Member(name, _) => name,
            Self::Items => "[]",
        }
    }

    /// The shape to which the step leads.
    pub(crate) fn within(&self, shape: &'static TypeDescriptor) -> Option<&'static TypeDescriptor> {
        match self {
            Self::Member(name, _) => shape.member(name).map(|member| member.shape),
            Self::Items => shape.item,
        }
    }
}

impl PropertyPath {
    /// Reads a path.
    ///
    /// # Errors
    ///
    /// An index, an empty step and any brackets but `[]` at the end of a step are refused.
    pub fn parse(text: &str) -> Result<Self, PropertyPathError> {
        let mut steps = Vec::new();
        if !text.is_empty() {
            for (position, piece) in text.split('.').enumerate() {
                let (name, brackets) = piece.split_at(piece.find(['[', ']']).unwrap_or(piece.len()));
                if name.is_empty() && (position > 0 || brackets.is_empty()) {
                    return Err(PropertyPathError("a step without a name"));
                }
                if !name.is_empty() {
                    steps.push(Step::Member(name.into(), None));
                }
                let mut rest = brackets;
                while !rest.is_empty() {
                    rest = rest.strip_prefix("[]").ok_or_else(|| bracket(rest))?;
                    steps.push(Step::Items);
                }
            }
        }
        Ok(Self { text: text.to_owned(), steps })
    }

    /// The path as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The path with the index of each member in the tables of a representation, which is found faster than its name.
    pub(crate) fn indexed(&self, shape: &'static TypeDescriptor) -> Self {
        let mut path = self.clone();
        let mut here = Some(shape);
        for step in &mut path.steps {
            here = match (step, here) {
                (Step::Items, Some(shape)) => shape.item,
                (Step::Member(name, index), Some(shape)) => {
                    let found = shape.members.iter().position(|member| *member.name == **name);
                    *index = found.and_then(|found| found.try_into().ok());
                    found.map(|found| shape.members[found].shape)
                }
                _ => None,
            };
        }
        path
    }

    /// The steps up to the last `[]`, which a second path shares with the property.
    pub(crate) fn shared(&self) -> &[Step] {
        let end = self.steps.iter().rposition(|step| *step == Step::Items).map_or(0, |last| last + 1);
        &self.steps[..end]
    }
}

/// A path that starts where another one ends.
pub(crate) fn join(root: &str, path: &str) -> String {
    let dot = if root.is_empty() || path.is_empty() || path.starts_with('[') { "" } else { "." };
    format!("{root}{dot}{path}")
}

/// Why brackets are refused that do not begin with `[]`.
fn bracket(rest: &str) -> PropertyPathError {
    match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((index, _)) if index.bytes().all(|byte| byte.is_ascii_digit()) => {
            PropertyPathError("an index; `[]` stands for every item")
        }
        _ => PropertyPathError("brackets that are not `[]` at the end of a step"),
    }
}

impl fmt::Display for PropertyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Why a text is no path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a path, found {0}")]
pub struct PropertyPathError(pub(crate) &'static str);

#[cfg(test)]
mod tests {
    use super::{PropertyPath, Step};
    use crate::body::decode::members::WireValue;
    use crate::body::{FollowMe, UserClientConfigurationProperties};
    use crate::descriptor::Member;

    #[track_caller]
    fn refused(path: &str, found: &str) {
        assert_eq!(
            PropertyPath::parse(path).unwrap_err().to_string(),
            format!("expected a path, found {found}"),
            "{path}"
        );
    }

    #[test]
    fn an_index_is_told_from_other_brackets() {
        for path in ["a[0]", "[12].b", "a[][3]", "a[0]b"] {
            refused(path, "an index; `[]` stands for every item");
        }
        for path in ["a[", "a[0", "a]", "a[x]", "a[0x]", "a[-1]", "a[]]", "a[]x]", "a[]0]", "]"] {
            refused(path, "brackets that are not `[]` at the end of a step");
        }
        for path in [".", "a.", ".a", "a..b", "a.[]"] {
            refused(path, "a step without a name");
        }
    }

    #[test]
    fn the_index_of_each_member_that_the_tables_have() {
        let indexes = |path: &str| {
            let path = PropertyPath::parse(path).unwrap().indexed(UserClientConfigurationProperties::SHAPE);
            let index = |step: &Step| match step {
                Step::Member(_, index) => *index,
                Step::Items => None,
            };
            path.steps().iter().map(index).collect::<Vec<_>>()
        };
        let of = |name: &str, members: &[Member]| {
            members.iter().position(|member| member.name == name).and_then(|index| index.try_into().ok())
        };
        let top = UserClientConfigurationProperties::SHAPE.members;
        let inner = FollowMe::SHAPE.members;
        assert_eq!(indexes("followMe[].timeout"), [of("followMe", top), None, of("timeout", inner)]);
        assert_eq!(indexes("followMe[].more"), [of("followMe", top), None, None]);
        assert_eq!(indexes("more.followMe"), [None, None]);
    }
}
