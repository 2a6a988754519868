use super::load::{self, LoadedRules};
use super::outline::Outline;
use super::params::write_array;
use super::rule::Rule;
use super::validators::Validator;
use crate::body::decode::raw_value;
use crate::file::{self, FileObject, LoadError, LoadProblem, place};
use crate::json::number::Number;
use crate::json::tree::{Json, parse};
use crate::json::write::write_string;
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

/// An ordered set of rules that have been checked: loaded from a rule file, or built in code.
///
/// [`into_rules`](Self::into_rules) returns the rules for editing, and [`new`](Self::new) checks the result. A set
/// serializes as a rule file, in any serde format; cloning it copies a pointer.
///
/// ```
/// use icws_schema::rules::validators::{Range, StringLength};
/// use icws_schema::rules::{Rule, RuleSet};
///
/// let set = RuleSet::from_json(r#"{"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60}]}"#)?;
///
/// let mut rules = set.into_rules();
/// rules.push(Rule::new("followMe[].phoneNumber", StringLength::new().with_max(64)));
/// let set = RuleSet::new(rules)?;
/// assert_eq!(set.rules().len(), 2);
///
/// let error = RuleSet::new([Rule::new("a[0]", Range::new().with_max(60))]).unwrap_err();
/// assert_eq!(error.to_string(), "/rules/0: property: expected a path, found an index; `[]` stands for every item; did you mean `a[]`?");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Clone, Default)]
pub struct RuleSet {
    rules: Arc<[Rule]>,
    schema: Option<Arc<str>>,
    source: Arc<SetSource>,
}

/// The outlines of the rules of a set, and the text of its file.
#[derive(Default)]
struct SetSource {
    outlines: Vec<Outline>,
    /// The rule file, if there was one.
    text: Option<String>,
}

impl RuleSet {
    /// Creates a set of rules, which are checked exactly as a rule file is.
    ///
    /// # Errors
    ///
    /// Returns all problems with the rules, each with the pointer of its rule and the parameter.
    pub fn new(rules: impl IntoIterator<Item = Rule>) -> Result<Self, LoadError> {
        let rules: Vec<_> = rules.into_iter().collect();
        Self::from_loaded(load::load(&file_of(&rules, None)), None)
    }

    /// Creates a set of other rules, checked as by [`new`](Self::new), with the `$schema` of this set.
    ///
    /// # Errors
    ///
    /// Returns all problems with the rules, each with the pointer of its rule and the parameter.
    ///
    /// ```
    /// use icws_schema::rules::{Rule, RuleSet};
    ///
    /// let file = r#"{"$schema":"ruleFile.json","rules":[{"validator":"wordValidator","property":"name"}]}"#;
    /// let set = RuleSet::from_json(file)?;
    /// let edited = set.rules().iter().cloned().map(|rule| rule.with_note("agreed"));
    /// assert_eq!(
    ///     set.with_rules(edited)?.to_json(),
    ///     r#"{"$schema":"ruleFile.json","rules":[{"validator":"wordValidator","property":"name","note":"agreed"}]}"#
    /// );
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    pub fn with_rules(&self, rules: impl IntoIterator<Item = Rule>) -> Result<Self, LoadError> {
        Ok(Self { schema: self.schema.clone(), ..Self::new(rules)? })
    }

    /// Returns the member `$schema` of the rule file, which editors use; `None` if there is none.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    ///
    /// let set = RuleSet::from_json(r#"{"$schema": "ruleFile.json", "rules": []}"#)?;
    /// assert_eq!(set.schema(), Some("ruleFile.json"));
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        self.schema.as_deref()
    }

    /// Sets the member `$schema`, the schema of the file for editors: a URL or a path.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    ///
    /// let set = RuleSet::documented().with_schema("ruleFile.json");
    /// assert_eq!(set.to_json(), r#"{"$schema":"ruleFile.json","rules":[]}"#);
    /// ```
    #[must_use]
    pub fn with_schema(self, schema: impl Into<String>) -> Self {
        Self { schema: Some(schema.into().into()), ..self }
    }

    /// Loads a rule file: JSON in UTF-8, or in UTF-16 with a byte order mark.
    ///
    /// # Errors
    ///
    /// Returns all problems with the file, each with line, column, the pointer of its rule and the parameter.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    ///
    /// let error = RuleSet::from_json(r#"{"rules": [{"validator": "rnage", "property": "timeout"}]}"#).unwrap_err();
    /// assert_eq!(error.problems()[0].suggestion(), Some("range"));
    ///
    /// let error = RuleSet::from_json(r#"{"rules": [{"validator": "range", "property": "timeout", "min": 5, "most": 60}]}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "1:68: /rules/0: `most` is not a parameter of range (`min`, `max`)");
    /// ```
    pub fn from_json(file: impl AsRef<[u8]>) -> Result<Self, LoadError> {
        file::load(file.as_ref(), FileObject::RuleFile, |text| Self::from_loaded(load::load(text), Some(text)))
    }

    /// Loads a rule file for a checker; `source` is the file if the caller gave one. If there are problems, `resolve`
    /// adds those that a checker would report, and its warnings, so that all are reported at once.
    pub(super) fn load_for(
        file: &str,
        source: Option<&str>,
        resolve: impl FnOnce(&[Outline], &mut Vec<LoadProblem>, &mut Vec<LoadProblem>),
    ) -> Result<Self, LoadError> {
        let (mut loaded, mut warnings) = (load::load(file), Vec::new());
        if !loaded.problems.is_empty() {
            resolve(&loaded.outlines, &mut loaded.problems, &mut warnings);
        }
        place(&mut warnings, source);
        Self::from_loaded(loaded, source).map_err(|error| error.with_warnings(warnings))
    }

    /// Creates a set from a loaded file; `text` is its JSON text.
    fn from_loaded(loaded: LoadedRules, text: Option<&str>) -> Result<Self, LoadError> {
        let LoadedRules { schema, rules, outlines, problems } = loaded;
        if !problems.is_empty() {
            return Err(LoadError::new(problems, text));
        }
        let source = SetSource { outlines, text: text.map(str::to_owned) };
        Ok(Self { rules: rules.into(), schema: schema.map(Into::into), source: Arc::new(source) })
    }

    /// Returns the rules that the vendor documents: an empty set. The documented constraints (required properties, null
    /// and codes) are part of the representation.
    #[must_use]
    pub fn documented() -> Self {
        Self::default()
    }

    /// Returns limits that this crate assumes, since the vendor publishes none; the note of each rule states this.
    ///
    /// ```
    /// let rules = icws_schema::rules::RuleSet::recommended();
    /// assert!(rules.iter().all(|rule| rule.note.is_some()));
    /// ```
    #[must_use]
    pub fn recommended() -> Self {
        match Self::from_json(include_str!("recommended.json")) {
            Ok(set) => set,
            Err(error) => unreachable!("a test loads the file: {error}"),
        }
    }

    /// Returns the set as a rule file: compact JSON, which [`from_json`](Self::from_json) loads again. It contains
    /// `$schema`, and omits parameters that have their default value.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    ///
    /// let set = RuleSet::recommended();
    /// assert_eq!(RuleSet::from_json(set.to_json())?, set);
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        file_of(self.rules(), self.schema())
    }

    /// Returns the rules, in order.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Returns the rules for editing.
    #[must_use]
    pub fn into_rules(self) -> Vec<Rule> {
        self.rules.to_vec()
    }

    /// Returns an iterator over the rules.
    pub fn iter(&self) -> std::slice::Iter<'_, Rule> {
        self.rules.iter()
    }

    /// Returns the rule at a JSON Pointer, as in reports and errors: `/rules/3`, or `/rules/3/rules/0` for an inner
    /// rule.
    ///
    /// ```
    /// use icws_schema::rules::RuleSet;
    ///
    /// let set = RuleSet::recommended();
    /// assert_eq!(set.get("/rules/0"), set.rules().first());
    /// assert_eq!(set.get("/rules/99"), None);
    /// ```
    #[must_use]
    pub fn get(&self, pointer: &str) -> Option<&Rule> {
        let mut rules = self.rules();
        let mut found = None;
        for index in pointer.strip_prefix("/rules/")?.split("/rules/") {
            let rule: &Rule = rules.get(index.parse::<usize>().ok()?)?;
            rules = rule.validator.as_validate().rules();
            found = Some(rule);
        }
        found
    }

    pub(super) fn outlines(&self) -> &[Outline] {
        &self.source.outlines
    }

    /// Creates an error from problems that were found later, with lines and columns if the set was loaded from a file.
    pub(super) fn error(&self, problems: Vec<LoadProblem>) -> LoadError {
        LoadError::new(problems, self.source.text.as_deref())
    }

    /// Sorts warnings and adds their lines and columns if the set was loaded from a file.
    pub(super) fn placed(&self, warnings: Vec<LoadProblem>) -> Vec<LoadProblem> {
        let mut warnings = warnings;
        place(&mut warnings, self.source.text.as_deref());
        warnings
    }
}

/// Writes rules as a rule file.
pub(super) fn file_of(rules: &[Rule], schema: Option<&str>) -> String {
    let mut json = "{".to_owned();
    if let Some(schema) = schema {
        json.push_str("\"$schema\":");
        write_string(schema, &mut json);
        json.push(',');
    }
    json.push_str("\"rules\":");
    write_array(rules, &mut json, Rule::write);
    json.push('}');
    json
}

/// Compares the rules; `$schema` is ignored.
impl PartialEq for RuleSet {
    fn eq(&self, other: &Self) -> bool {
        self.rules == other.rules
    }
}

impl Eq for RuleSet {}

impl Hash for RuleSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.rules.hash(state);
    }
}

impl fmt::Debug for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RuleSet").field(&self.rules).finish()
    }
}

impl TryFrom<Vec<Rule>> for RuleSet {
    type Error = LoadError;

    fn try_from(rules: Vec<Rule>) -> Result<Self, LoadError> {
        Self::new(rules)
    }
}

impl FromStr for RuleSet {
    type Err = LoadError;

    fn from_str(file: &str) -> Result<Self, LoadError> {
        Self::from_json(file)
    }
}

impl IntoIterator for RuleSet {
    type Item = Rule;
    type IntoIter = std::vec::IntoIter<Rule>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_rules().into_iter()
    }
}

impl<'s> IntoIterator for &'s RuleSet {
    type Item = &'s Rule;
    type IntoIter = std::slice::Iter<'s, Rule>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Serializes JSON text in the data model of any format.
///
/// A number that formats other than JSON cannot keep exactly is an error, since it would be deserialized as another
/// rule.
fn serialize_json<S: Serializer>(json: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match parse(json) {
        Ok(tree) if raw_value::writes_json::<S>() || is_exact(&tree.json) => tree.serialize(serializer),
        Ok(_) => Err(S::Error::custom("a number has more digits than a 64-bit float keeps")),
        Err(syntax) => Err(S::Error::custom(syntax.error)),
    }
}

/// Returns whether every number is exact as a 64-bit integer or 64-bit float.
fn is_exact(json: &Json<'_>) -> bool {
    match json {
        Json::Number(literal) => {
            let number = Number::from_json(literal);
            number.to_i64().is_some() || Number::Double(number.to_f64()) == number
        }
        Json::Array(items) => items.iter().all(|item| is_exact(&item.json)),
        Json::Object(members) => members.iter().all(|member| is_exact(&member.value.json)),
        Json::Null | Json::Boolean(_) | Json::String(_) => true,
    }
}

/// Serializes the rule as in a rule file.
impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = String::new();
        self.write(&mut json);
        serialize_json(&json, serializer)
    }
}

/// Deserializes a rule as in a rule file, and checks it as a set of one rule.
impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = raw_value::text(deserializer)?;
        let loaded = load::load(&format!("{{\"rules\":[{json}]}}"));
        let mut rules = RuleSet::from_loaded(loaded, None).map_err(D::Error::custom)?.into_rules();
        rules.pop().ok_or_else(|| D::Error::custom("expected a rule"))
    }
}

/// Serializes the set as a rule file.
impl Serialize for RuleSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_json(&self.to_json(), serializer)
    }
}

/// Deserializes a rule file, and checks it as one.
impl<'de> Deserialize<'de> for RuleSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = raw_value::text(deserializer)?;
        Self::from_loaded(load::load(&json), None).map_err(D::Error::custom)
    }
}

impl Validator {
    /// Returns the parameters as in a rule file, including those that have their default value.
    ///
    /// ```
    /// use icws_schema::rules::Validator;
    /// use icws_schema::rules::validators::WordValidator;
    ///
    /// assert_eq!(Validator::from(WordValidator::new()).parameters()["max"], 120);
    /// ```
    #[must_use]
    pub fn parameters(&self) -> serde_json::Map<String, serde_json::Value> {
        crate::report::RuleInfo::parameters(&Rule::new("", self.clone()))
    }
}
