use super::condition_text;
use super::outline::ReferenceName;
use super::params::{Param, Reader, Scalar, load_items, write_array};
use super::path::PropertyPath;
use crate::file::object::ObjectReader;
use crate::file::{FileObject, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::tree::{Json, Tree};
use crate::report::ExpectedCondition;
use serde_json::{Value, json};

/// A condition on other properties: the `when` of validator 31. Its syntax and meaning are our choice.
///
/// In a rule file a condition is an object: `{"property": "followMe", "present": true}`, `{"all": [...]}`, `{"any":
/// [...]}` or `{"not": {...}}`.
///
/// ```
/// use icws_schema::rules::{Condition, Predicate};
///
/// let forwarded = Condition::property("callForwardAll.actualValue", Predicate::is(true));
/// let condition = Condition::All(vec![forwarded, Condition::property("followMe", Predicate::Absent)]);
/// # let _ = condition;
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Condition {
    /// `property` and a predicate: the property satisfies the predicate.
    Property(PropertyPath, Predicate),
    /// `all`: every condition holds; at least one is required.
    All(Vec<Condition>),
    /// `any`: at least one condition holds; at least one is required.
    Any(Vec<Condition>),
    /// `not`: the condition does not hold.
    Not(Box<Condition>),
}

/// A predicate on one other property: the `expect` of validator 40, and part of a condition.
///
/// A property is set if it is present and not null.
///
/// ```
/// use icws_schema::rules::Predicate;
///
/// assert_eq!(Predicate::is("All"), Predicate::Is("All".into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Predicate {
    /// `"present": true`: the property is set.
    Present,
    /// `"absent": true`: the property is not set.
    Absent,
    /// `"is"`: the property is set and equal.
    Is(Scalar),
    /// `"isNot"`: the property is not set, or not equal.
    IsNot(Scalar),
}

/// The maximum nesting depth of rules and conditions.
pub(crate) const MAX_DEPTH: usize = 32;

/// The members of a condition with their meanings.
const MEANINGS: [(&str, &str); 8] = [
    ("property", "the path of the property, besides exactly one of the next four."),
    ("present", "`true`: the property is set."),
    ("absent", "`true`: the property is missing or null."),
    ("is", "the property is set and equal to this string, number or boolean."),
    ("isNot", "the property is not set, or is not equal to this string, number or boolean."),
    ("all", "every one of these conditions holds."),
    ("any", "at least one of these conditions holds."),
    ("not", "this condition does not hold."),
];

const GROUPS: [&str; 3] = [MEANINGS[5].0, MEANINGS[6].0, MEANINGS[7].0];
static PREDICATES: [&str; 4] = [MEANINGS[1].0, MEANINGS[2].0, MEANINGS[3].0, MEANINGS[4].0];
const MEMBERS: [&str; 8] = [
    MEANINGS[0].0,
    MEANINGS[1].0,
    MEANINGS[2].0,
    MEANINGS[3].0,
    MEANINGS[4].0,
    MEANINGS[5].0,
    MEANINGS[6].0,
    MEANINGS[7].0,
];

impl Condition {
    /// Returns the condition that a property satisfies a predicate.
    #[must_use]
    pub fn property(path: impl Into<PropertyPath>, predicate: Predicate) -> Self {
        Self::Property(path.into(), predicate)
    }

    fn load(value: &Tree<'_>, reader: &mut Reader, depth: usize) -> Option<Self> {
        if depth > MAX_DEPTH {
            let expected = LoadExpected::ConditionDepth { max: MAX_DEPTH };
            reader.report(LoadProblem::new(value.at, LoadProblemKind::LimitExceeded, expected, LoadFound::More));
            return None;
        }
        let Some(object) = ObjectReader::new(value, &MEMBERS) else {
            let problem = LoadProblem::value(value, LoadExpected::Condition);
            let help = match &value.json {
                Json::String(text) => condition_text::help(text),
                _ => None,
            };
            reader.report(problem.with_help_if(help));
            return None;
        };
        reader.members(object, LoadExpected::Member { object: FileObject::Condition });
        let alternatives = object.alternatives(&MEMBERS[1..]);
        let groups = GROUPS.into_iter().filter(|name| alternatives.get(name).is_some()).count();
        let tests = Predicate::count(alternatives);

        // Each member is read, so that all that is wrong is found.
        let path = object
            .get("property")
            .and_then(|property| reader.member("property", |reader| PropertyPath::load(property, reader)));
        let predicate = Predicate::of(alternatives, reader);
        let [all, any] = ["all", "any"].map(|name| Self::load_all(name, alternatives.get(name)?, reader, depth));
        let not =
            alternatives.get("not").and_then(|not| reader.member("not", |reader| Self::load(not, reader, depth + 1)));

        match (object.get("property").is_some(), tests, groups) {
            (true, 1, 0) => {
                let (path, predicate) = (path?, predicate?);
                predicate.refer(&path, object, reader);
                Some(Self::Property(path, predicate))
            }
            (false, 1.., 0) => {
                // The parameter is the whole condition.
                reader.report(LoadProblem::missing_member(value, "property").with_parameter(""));
                None
            }
            (true, _, 0) => conflict(value, tests, LoadExpected::ExactlyOneOf { names: (&PREDICATES).into() }, reader),
            (false, 0, 1) => {
                all.map(Self::All).or(any.map(Self::Any)).or_else(|| not.map(|not| Self::Not(Box::new(not))))
            }
            _ => conflict(value, tests + groups, LoadExpected::PropertyOrGroup, reader),
        }
    }

    fn load_all(name: &str, value: &Tree<'_>, reader: &mut Reader, depth: usize) -> Option<Vec<Self>> {
        reader.member(name, |reader| {
            load_items(value, LoadExpected::Conditions, reader, |item, reader| Self::load(item, reader, depth + 1))
        })
    }

    #[cfg(feature = "schema")]
    pub(crate) fn each_path(&self, show: &mut dyn FnMut(&PropertyPath)) {
        match self {
            Self::Property(path, _) => show(path),
            Self::All(conditions) | Self::Any(conditions) => conditions.iter().for_each(|one| one.each_path(show)),
            Self::Not(not) => not.each_path(show),
        }
    }

    pub(crate) fn expected(&self) -> ExpectedCondition {
        let each = |all: &[Self]| all.iter().map(Self::expected).collect();
        match self {
            Self::Property(path, predicate) => predicate.expected(path),
            Self::All(all) => ExpectedCondition::All(each(all)),
            Self::Any(any) => ExpectedCondition::Any(each(any)),
            Self::Not(not) => ExpectedCondition::Not(Box::new(not.expected())),
        }
    }
}

/// Reports that an object has none, or more than one, of several members.
fn conflict<T>(value: &Tree<'_>, count: usize, expected: LoadExpected, reader: &mut Reader) -> Option<T> {
    let found = if count == 0 { LoadFound::None } else { LoadFound::Several };
    reader.report(LoadProblem::new(value.at, LoadProblemKind::Conflict, expected, found));
    None
}

impl Predicate {
    /// Returns the predicate that a property is set and equal.
    #[must_use]
    pub fn is(value: impl Into<Scalar>) -> Self {
        Self::Is(value.into())
    }

    /// Returns the predicate that a property is not set, or not equal.
    #[must_use]
    pub fn is_not(value: impl Into<Scalar>) -> Self {
        Self::IsNot(value.into())
    }

    /// Returns how many tests are among the members of an object.
    fn count(object: ObjectReader<'_, '_, '_>) -> usize {
        PREDICATES.iter().filter(|test| object.get(test).is_some()).count()
    }

    /// Reads the tests among the members of an object, and returns one of them.
    fn of(object: ObjectReader<'_, '_, '_>, reader: &mut Reader) -> Option<Self> {
        let holds = |value: &Tree<'_>, predicate, reader: &mut Reader| match value.json {
            Json::Boolean(true) => Some(predicate),
            _ => reader.value(value, LoadExpected::True),
        };
        let tests = PREDICATES.map(|test| {
            let value = object.get(test)?;
            reader.member(test, |reader| match test {
                "present" => holds(value, Self::Present, reader),
                "absent" => holds(value, Self::Absent, reader),
                "is" => Scalar::load(value, reader).map(Self::Is),
                _ => Scalar::load(value, reader).map(Self::IsNot),
            })
        });
        tests.into_iter().flatten().next()
    }

    /// Records the value with which the property at a path is compared.
    fn refer(&self, path: &PropertyPath, object: ObjectReader<'_, '_, '_>, reader: &mut Reader) {
        let (test, value) = match self {
            Self::Is(value) => ("is", value),
            Self::IsNot(value) => ("isNot", value),
            Self::Present | Self::Absent => return,
        };
        let name = ReferenceName::Equal { path: path.clone(), value: value.clone() };
        if let Some(value) = object.get(test) {
            reader.member(test, |reader| reader.refer(value.at, name));
        }
    }

    /// Records the value with which the property at a path is compared, given the predicate in the file.
    pub(crate) fn refer_to(&self, path: &PropertyPath, predicate: &Tree<'_>, reader: &mut Reader) {
        if let Some(object) = ObjectReader::new(predicate, &PREDICATES) {
            self.refer(path, object, reader);
        }
    }

    fn write_members(&self, json: &mut String) {
        match self {
            Self::Present => json.push_str(r#""present":true"#),
            Self::Absent => json.push_str(r#""absent":true"#),
            Self::Is(value) => {
                json.push_str(r#""is":"#);
                value.write(json);
            }
            Self::IsNot(value) => {
                json.push_str(r#""isNot":"#);
                value.write(json);
            }
        }
    }

    pub(crate) fn expected(&self, path: &PropertyPath) -> ExpectedCondition {
        let path = path.to_string();
        match self {
            Self::Present => ExpectedCondition::Present(path),
            Self::Absent => ExpectedCondition::Absent(path),
            Self::Is(value) => ExpectedCondition::Is(path, value.expected()),
            Self::IsNot(value) => ExpectedCondition::IsNot(path, value.expected()),
        }
    }
}

impl Param for Condition {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        Self::load(value, reader, 0)
    }

    fn write(&self, json: &mut String) {
        let group = |name: &str, all: &[Self], json: &mut String| {
            json.push_str(name);
            write_array(all, json, Self::write);
        };
        json.push('{');
        match self {
            Self::Property(path, predicate) => {
                json.push_str(r#""property":"#);
                path.write(json);
                json.push(',');
                predicate.write_members(json);
            }
            Self::All(all) => group(r#""all":"#, all, json),
            Self::Any(any) => group(r#""any":"#, any, json),
            Self::Not(not) => {
                json.push_str(r#""not":"#);
                not.write(json);
            }
        }
        json.push('}');
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Condition"})
    }

    fn words() -> Vec<(&'static str, &'static str)> {
        MEANINGS.to_vec()
    }
}

/// An object with exactly one member.
impl Param for Predicate {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        let expected = || LoadExpected::ExactlyOneOf { names: (&PREDICATES).into() };
        let Some(object) = ObjectReader::new(value, &PREDICATES) else { return reader.value(value, expected()) };
        reader.members(object, LoadExpected::Member { object: FileObject::Expectation });
        let object = object.alternatives(&PREDICATES);
        let predicate = Self::of(object, reader);
        match Self::count(object) {
            1 => predicate,
            count => conflict(value, count, expected(), reader),
        }
    }

    fn write(&self, json: &mut String) {
        json.push('{');
        self.write_members(json);
        json.push('}');
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Expectation"})
    }

    fn words() -> Vec<(&'static str, &'static str)> {
        MEANINGS[1..5].to_vec()
    }
}
