use super::load::RuleLoader;
use super::params::Scalar;
use super::params::{Param, expected};
use super::path::PropertyPath;
use crate::file::LoadProblem;
use crate::json::tree::{Json, Member, Tree};
use crate::report::ExpectedCondition;
use serde_json::{Value, json};

/// What must hold of other properties for a rule to apply: `when` in a rule file. The words and what they mean are our choice.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Condition {
    /// `property` and a test: the property passes it.
    Property(PropertyPath, Predicate),
    /// `all`: every one holds.
    All(Vec<Condition>),
    /// `any`: at least one holds.
    Any(Vec<Condition>),
    /// `not`: it does not hold.
    Not(Box<Condition>),
}

/// What is asked of a property.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Predicate {
    /// `present`, `true`: it is set, that is present and not null.
    Present,
    /// `absent`, `true`: it is not set.
    Absent,
    /// `is`: it is set and equal.
    Is(Scalar),
    /// `isNot`: it is not set, or not equal.
    IsNot(Scalar),
}

/// How deep rules and conditions may stand in each other.
pub(crate) const MAX_DEPTH: usize = 32;

const TESTS: [&str; 4] = ["present", "absent", "is", "isNot"];
const WORDS: [&str; 8] = ["property", "present", "absent", "is", "isNot", "all", "any", "not"];

impl Condition {
    pub(super) fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>, depth: usize) -> Result<Self, LoadProblem> {
        if depth > MAX_DEPTH {
            return Err(LoadProblem::new(tree.at, "expected conditions at most 32 deep, found more"));
        }
        let Json::Object(members) = &tree.json else {
            return Err(expected(tree, "a condition"));
        };
        for member in members {
            if member.repeated {
                return Err(LoadProblem::repeated(member));
            }
            if !WORDS.contains(&&*member.name) {
                return Err(LoadProblem::unknown_member(member, "word of a condition", WORDS));
            }
        }
        let get = |name: &str| members.iter().find(|member| member.name == name).map(|member| &member.value);
        match (get("property"), get("all"), get("any"), get("not")) {
            (Some(property), None, None, None) => {
                let [test] = members.iter().filter(|member| member.name != "property").collect::<Vec<_>>()[..] else {
                    return Err(LoadProblem::new(
                        tree.at,
                        "expected exactly one of `present`, `absent`, `is`, `isNot`",
                    ));
                };
                let property = PropertyPath::load(property, loading)?;
                Predicate::load(test).map(|test| Self::Property(property, test))
            }
            (None, Some(all), None, None) if members.len() == 1 => Self::each(all, loading, depth).map(Self::All),
            (None, None, Some(any), None) if members.len() == 1 => Self::each(any, loading, depth).map(Self::Any),
            (None, None, None, Some(not)) if members.len() == 1 => {
                Self::load(not, loading, depth + 1).map(|not| Self::Not(Box::new(not)))
            }
            _ => Err(LoadProblem::new(tree.at, "expected `property` with one test, or `all`, `any` or `not` alone")),
        }
    }

    fn each(tree: &Tree<'_>, loading: &mut RuleLoader<'_>, depth: usize) -> Result<Vec<Self>, LoadProblem> {
        match &tree.json {
            Json::Array(items) if items.is_empty() => {
                Err(LoadProblem::new(tree.at, "expected at least one condition, found none"))
            }
            Json::Array(items) => items.iter().map(|item| Self::load(item, loading, depth + 1)).collect(),
            _ => Err(expected(tree, "a list of conditions")),
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        let list = |all: &[Self]| all.iter().map(Self::to_json).collect::<Value>();
        match self {
            Self::Property(path, Predicate::Present) => json!({"property": path.as_str(), "present": true}),
            Self::Property(path, Predicate::Absent) => json!({"property": path.as_str(), "absent": true}),
            Self::Property(path, Predicate::Is(value)) => json!({"property": path.as_str(), "is": value.to_json()}),
            Self::Property(path, Predicate::IsNot(value)) => {
                json!({"property": path.as_str(), "isNot": value.to_json()})
            }
            Self::All(all) => json!({"all": list(all)}),
            Self::Any(any) => json!({"any": list(any)}),
            Self::Not(not) => json!({"not": not.to_json()}),
        }
    }

    pub(super) fn each_path(&self, show: &mut dyn FnMut(&PropertyPath)) {
        match self {
            Self::Property(path, _) => show(path),
            Self::All(all) | Self::Any(all) => all.iter().for_each(|one| one.each_path(show)),
            Self::Not(not) => not.each_path(show),
        }
    }
}

impl Condition {
    pub(crate) fn expected(&self) -> ExpectedCondition {
        let each = |all: &[Self]| all.iter().map(Self::expected).collect();
        match self {
            Self::Property(path, test) => test.expected(path),
            Self::All(all) => ExpectedCondition::All(each(all)),
            Self::Any(any) => ExpectedCondition::Any(each(any)),
            Self::Not(not) => ExpectedCondition::Not(Box::new(not.expected())),
        }
    }
}

impl Predicate {
    pub(crate) fn expected(&self, path: &PropertyPath) -> ExpectedCondition {
        let path = path.to_string();
        match self {
            Self::Present => ExpectedCondition::Present(path),
            Self::Absent => ExpectedCondition::Absent(path),
            Self::Is(value) => ExpectedCondition::Is(path, value.expected()),
            Self::IsNot(value) => ExpectedCondition::IsNot(path, value.expected()),
        }
    }

    fn load(Member { name, at, value: tree, .. }: &Member<'_>) -> Result<Self, LoadProblem> {
        let holds = |test| match tree.json {
            Json::Boolean(true) => Ok(test),
            _ => Err(expected(tree, "true")),
        };
        match &**name {
            "present" => holds(Self::Present),
            "absent" => holds(Self::Absent),
            "is" => Scalar::load(tree, true).map(Self::Is),
            "isNot" => Scalar::load(tree, true).map(Self::IsNot),
            _ => Err(LoadProblem::unknown(*at, "test", name, TESTS)),
        }
    }
}

/// The test of another attribute: the word and its value alone.
impl Param for Predicate {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        let Json::Object(members) = &tree.json else {
            return Err(expected(tree, "an object with one of `present`, `absent`, `is`, `isNot`"));
        };
        match &members[..] {
            [test] => Self::load(test),
            _ => Err(LoadProblem::new(tree.at, "expected exactly one of `present`, `absent`, `is`, `isNot`")),
        }
    }

    fn save(&self) -> Option<Value> {
        Some(match self {
            Self::Present => json!({"present": true}),
            Self::Absent => json!({"absent": true}),
            Self::Is(value) => json!({"is": value.to_json()}),
            Self::IsNot(value) => json!({"isNot": value.to_json()}),
        })
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Expectation"})
    }
}
