//! The values that a rule suggests to try: values around its bounds, its listed values, and values for the other properties
//! that it depends on.

use super::regex_sample;
use super::rng::Rng;
use crate::directory::{SampleNames, Section};
use crate::json::number::{Integer, OwnedNumber};
use crate::rules::validators as v;
use crate::rules::{Condition, Format, NameSet, Predicate, PropertyPath, Rule, Scalar, Validator, join};

/// A value to try.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum CandidateValue {
    Absent,
    Null,
    Boolean(bool),
    Int(i64),
    String(String),
    /// The current string, cut or extended to this number of characters.
    Length(usize),
    /// The current string, with this character inserted.
    With(char),
    /// An array with this number of items.
    Count(usize),
}

/// A path, and the values to try there.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) path: PropertyPath,
    pub(super) hints: Vec<CandidateValue>,
}

/// Returns the candidates of a rule, its property first.
pub(super) fn of(rule: &Rule, root: &str, samples: Option<&dyn SampleNames>, rng: &mut Rng<'_>) -> Vec<Candidate> {
    let mut hints = Hints { samples, rng, candidates: Vec::new() };
    hints.rule(rule, root);
    hints.candidates
}

/// The maximum number of characters and items that is tried.
const MAX_SIZE: u64 = 2000;

struct Hints<'h, 'r> {
    samples: Option<&'h dyn SampleNames>,
    rng: &'h mut Rng<'r>,
    candidates: Vec<Candidate>,
}

impl Hints<'_, '_> {
    fn rule(&mut self, rule: &Rule, root: &str) {
        let property = join(root, rule.property.as_str());
        let first = self.candidates.len();
        self.add(&property, Vec::new());
        let hints = self.check(rule, root, &property);
        if let Some(add) = self.candidates.get_mut(first) {
            add.hints = hints;
        }
    }

    fn add(&mut self, path: &str, hints: Vec<CandidateValue>) {
        self.candidates.push(Candidate { path: PropertyPath::from(path), hints });
    }

    /// Returns the values to try for the property, and adds candidates for the other properties.
    #[expect(clippy::too_many_lines, reason = "one arm a validator")]
    fn check(&mut self, rule: &Rule, root: &str, property: &str) -> Vec<CandidateValue> {
        match &rule.validator {
            Validator::RequiredValue(_) => vec![CandidateValue::Null, string(""), CandidateValue::Count(0)],
            Validator::RequiredAttribute(_) => vec![CandidateValue::Absent],
            Validator::Range(v::Range { min, max }) => {
                [min, max].into_iter().flatten().flat_map(|one| around(one.saturating_i64())).collect()
            }
            Validator::RangeFloat(v::RangeFloat { min, max }) => {
                [min, max].into_iter().flatten().flat_map(|one| around(whole(one))).collect()
            }
            Validator::StringLength(v::StringLength { min, max, .. }) => counts(*min, *max, CandidateValue::Length),
            Validator::CollectionCount(v::CollectionCount { min, max }) => counts(*min, *max, CandidateValue::Count),
            Validator::WordValidator(v::WordValidator { max, .. }) => {
                let words = ["Main Street", "Jean-Luc", "Ave. B", "2nd", "a--b"].map(string);
                counts(None, Some(*max), CandidateValue::Length).into_iter().chain(words).collect()
            }
            Validator::Regex(v::Regex { pattern }) => (0..8)
                .filter_map(|_| regex_sample::generate(pattern.as_str(), self.rng))
                .map(CandidateValue::String)
                .collect(),
            Validator::ValidValues(v::ValidValues { values, .. }) => values.iter().map(scalar).collect(),
            Validator::ValidFormat(v::ValidFormat { format }) => samples(*format).iter().copied().map(string).collect(),
            Validator::MultipleOf(v::MultipleOf { divisor, offset }) => {
                let (divisor, offset) = (divisor.saturating_i64(), offset.saturating_i64());
                let multiple = |times: i64| Some(CandidateValue::Int(divisor.checked_mul(times)?.checked_add(offset)?));
                [0, 1, 2, 5].into_iter().filter_map(multiple).chain(around(offset)).collect()
            }
            Validator::PronunciationValidator(v::PronunciationValidator { alphabet, separator, .. }) => {
                let symbols: Vec<&str> = match alphabet.symbols() {
                    Some(symbols) => symbols.iter().map(String::as_str).take(8).collect(),
                    None => vec!["HH", "AH0", "L", "OW1"],
                };
                symbols.iter().copied().map(string).chain([CandidateValue::String(symbols.join(separator))]).collect()
            }
            Validator::InvalidCharacters(v::InvalidCharacters { characters, .. }) => {
                characters.set().iter().copied().take(32).chain(['\u{7}']).map(CandidateValue::With).collect()
            }
            Validator::CharacterDelimitedValue(check) => self.delimited(check, property),
            Validator::CharacterDelimitedKvPairs(check) => pairs(check),
            Validator::CollectionItemValidator(v::CollectionItemValidator { rules }) => {
                self.rules(rules, &join(property, "[]"));
                vec![CandidateValue::Count(1), CandidateValue::Count(2)]
            }
            Validator::ValidatorGroup(v::ValidatorGroup { rules, .. }) => {
                let first = self.candidates.len();
                self.rules(rules, property);
                let own = self.candidates[first..].iter().filter(|add| add.path.as_str() == property);
                own.flat_map(|add| add.hints.clone()).collect()
            }
            Validator::IntegerComparisonValidator(v::IntegerComparisonValidator { other, value, .. }) => {
                let hints: Vec<_> = around(value.as_ref().map_or(15, Integer::saturating_i64)).collect();
                self.others(root, other.iter(), &hints);
                hints
            }
            Validator::EndDateTimeValidator(v::EndDateTimeValidator { start, spans_day }) => {
                let moments: Vec<_> = MOMENTS.iter().copied().map(string).collect();
                self.others(root, [start], &moments);
                self.others(
                    root,
                    spans_day,
                    &[CandidateValue::Boolean(true), CandidateValue::Boolean(false), CandidateValue::Null],
                );
                moments
            }
            Validator::PropertyNotApplicable(v::PropertyNotApplicable { when }) => {
                self.condition(root, when);
                Vec::new()
            }
            Validator::OtherAttributeValue(v::OtherAttributeValue { other, expect }) => {
                self.others(root, [other], &predicate(expect));
                Vec::new()
            }
            Validator::AttributeExistence(v::AttributeExistence { required, forbidden }) => {
                for name in required.iter().chain(forbidden).flat_map(NameSet::iter) {
                    self.add(&join(property, name), vec![CandidateValue::Absent, CandidateValue::Null]);
                }
                Vec::new()
            }
            Validator::ObjectValidationErrorMutuallyExclusive(check) => {
                self.others(property, &check.properties, &[CandidateValue::Absent]);
                Vec::new()
            }
            Validator::WrapUpStatusTimeout(v::WrapUpStatusTimeout { status, timeout, max }) => {
                let bounds = [0, i64::try_from(*max).unwrap_or(i64::MAX)].into_iter().flat_map(around);
                self.others(property, [timeout], &bounds.collect::<Vec<_>>());
                let mut statuses = self.known(Section::Statuses);
                statuses.push(CandidateValue::Null);
                self.others(property, [status], &statuses);
                Vec::new()
            }
            Validator::AnalyzerKeywordCount(v::AnalyzerKeywordCount { max, set }) => {
                self.keywords(root, *max, set.as_ref(), None)
            }
            Validator::WorkgroupAnalyzerKeywordCount(v::WorkgroupAnalyzerKeywordCount { max, set, workgroups }) => {
                self.keywords(root, *max, set.as_ref(), workgroups.as_ref())
            }
            Validator::RecorderPolicyAnalyzerKeywordCount(check) => {
                self.keywords(root, check.max, check.set.as_ref(), check.recorder_policies.as_ref())
            }
            Validator::UniqueInstanceId(v::UniqueInstanceId { object_type })
            | Validator::ExistingInstanceId(v::ExistingInstanceId { object_type })
            | Validator::ExistingAttributeValue(v::ExistingAttributeValue { object_type, .. })
            | Validator::UniqueAttributeValue(v::UniqueAttributeValue { object_type, .. })
            | Validator::ExistingInstanceIdWithAttributeValue(v::ExistingInstanceIdWithAttributeValue {
                object_type,
                ..
            }) => self.known_of(Section::Objects, Some(object_type)),
            Validator::ReferenceCount(v::ReferenceCount { object_type, .. }) => {
                self.known_of(Section::References, Some(object_type))
            }
            Validator::AcgTreeValidator(_) => self.known(Section::AccessControlGroups),
            Validator::ExistingAttendantProfile(_) => self.known(Section::AttendantProfiles),
            Validator::Extension(_) | Validator::ExistingExtension(_) => self.known(Section::Extensions),
            Validator::NetworkAdapter(_) => self.known(Section::NetworkAdapters),
            Validator::UnsupportedManufacturer(_) => self.known(Section::PhoneCatalog),
            Validator::ExistingLanguageValues(_) => self.known(Section::Languages),
            Validator::TimeZoneValidator(_) => {
                let built_in = ["Eastern Standard Time", "Europe/Berlin"].map(string);
                self.known(Section::TimeZones).into_iter().chain(built_in).collect()
            }
            Validator::WorkstationsSharedAppearanceId(check) => {
                self.pair(root, &check.primary_station, Section::SharedAppearances)
            }
            Validator::InvalidMailboxFolder(check) => self.pair(root, &check.mailbox, Section::Mailboxes),
            Validator::UnsupportedModel(check) => self.pair(root, &check.manufacturer, Section::PhoneCatalog),
            Validator::AudioProtocol(check) => {
                self.pair(root, &check.registration_group, Section::RegistrationGroups);
                vec![CandidateValue::Int(0), CandidateValue::Int(1), CandidateValue::Int(2)]
            }
            // Random values are tried for any other validator.
            _ => Vec::new(),
        }
    }

    fn rules(&mut self, rules: &[Rule], root: &str) {
        rules.iter().for_each(|rule| self.rule(rule, root));
    }

    fn others<'p>(&mut self, root: &str, paths: impl IntoIterator<Item = &'p PropertyPath>, hints: &[CandidateValue]) {
        for path in paths {
            self.add(&join(root, path.as_str()), hints.to_vec());
        }
    }

    /// Adds the names of a section as candidates for another property, and returns them for the property itself.
    fn pair(&mut self, root: &str, other: &PropertyPath, section: Section) -> Vec<CandidateValue> {
        let known = self.known(section);
        self.others(root, [other], &known);
        known
    }

    fn keywords(
        &mut self,
        root: &str,
        max: u64,
        set: Option<&PropertyPath>,
        users: Option<&PropertyPath>,
    ) -> Vec<CandidateValue> {
        let known = self.known(Section::KeywordSets);
        self.others(root, set, &known);
        self.others(root, users, &[CandidateValue::Null]);
        counts(None, Some(max), CandidateValue::Count)
    }

    fn known(&self, section: Section) -> Vec<CandidateValue> {
        self.known_of(section, None)
    }

    fn known_of(&self, section: Section, object_type: Option<&str>) -> Vec<CandidateValue> {
        let samples = self.samples.map(|samples| samples.sample_names(section, object_type));
        samples.into_iter().flatten().map(CandidateValue::String).collect()
    }

    fn condition(&mut self, root: &str, condition: &Condition) {
        match condition {
            Condition::Property(path, predicate) => self.others(root, [path], &self::predicate(predicate)),
            Condition::All(all) | Condition::Any(all) => all.iter().for_each(|one| self.condition(root, one)),
            Condition::Not(not) => self.condition(root, not),
        }
    }

    /// Returns strings with one item, two items, the same item twice, and an empty item.
    fn delimited(&mut self, check: &v::CharacterDelimitedValue, property: &str) -> Vec<CandidateValue> {
        let mut inner = Vec::new();
        for rule in check.rules.iter().flatten() {
            inner.extend(of(rule, property, self.samples, self.rng).into_iter().flat_map(|add| add.hints));
        }
        let item = |hint| if let CandidateValue::String(string) = hint { Some(string) } else { None };
        let mut items: Vec<_> = inner.into_iter().filter_map(item).take(8).collect();
        items.extend(["a", "b"].map(str::to_owned));
        let delimiter = &check.delimiter;
        let single = items.iter().cloned();
        let first = &items[0];
        let pairs = items.iter().flat_map(|item| [format!("{first}{delimiter}{item}"), format!("{item}{delimiter}")]);
        single.chain(pairs).map(CandidateValue::String).collect()
    }
}

/// Returns strings of pairs: without a delimiter, without a key, with a key that may not be allowed, and with the same key
/// twice.
fn pairs(check: &v::CharacterDelimitedKvPairs) -> Vec<CandidateValue> {
    let v::CharacterDelimitedKvPairs { pair_delimiter, key_delimiter, keys } = check;
    let key = keys.iter().flat_map(NameSet::iter).next().unwrap_or("a");
    let one = format!("{key}{key_delimiter}1");
    let wrong = [String::new(), "1".to_owned(), format!("{key_delimiter}1"), format!("another{key_delimiter}1")];
    let twice = format!("{one}{pair_delimiter}{one}");
    wrong.into_iter().chain([twice, one]).map(CandidateValue::String).collect()
}

/// Returns values for which a predicate is true, and values for which it is false.
fn predicate(predicate: &Predicate) -> Vec<CandidateValue> {
    match predicate {
        Predicate::Present | Predicate::Absent => vec![CandidateValue::Null],
        Predicate::Is(value) | Predicate::IsNot(value) => vec![scalar(value), CandidateValue::Null],
    }
}

fn string(string: &str) -> CandidateValue {
    CandidateValue::String(string.to_owned())
}

fn scalar(scalar: &Scalar) -> CandidateValue {
    match scalar {
        Scalar::Boolean(value) => CandidateValue::Boolean(*value),
        Scalar::Number(value) => CandidateValue::Int(whole(value)),
        Scalar::String(string) => CandidateValue::String(string.clone()),
    }
}

/// Returns the integer below a number.
#[expect(clippy::cast_possible_truncation, reason = "saturating at 64 bits is intended")]
fn whole(number: &OwnedNumber) -> i64 {
    let number = number.as_number();
    number.to_i64().unwrap_or_else(|| number.to_f64().floor() as i64)
}

/// Returns a number and its neighbors.
fn around(number: i64) -> impl Iterator<Item = CandidateValue> {
    [number.saturating_sub(1), number, number.saturating_add(1)].into_iter().map(CandidateValue::Int)
}

/// Returns the numbers around bounds, unless they are too large to be tried.
fn counts(min: Option<u64>, max: Option<u64>, hint: fn(usize) -> CandidateValue) -> Vec<CandidateValue> {
    let bounds = min.into_iter().flat_map(|min| [min.saturating_sub(1), min]);
    let bounds = bounds.chain(max.into_iter().flat_map(|max| [max, max.saturating_add(1)]));
    bounds.filter(|count| *count <= MAX_SIZE).filter_map(|count| usize::try_from(count).ok()).map(hint).collect()
}

/// Dates, times and date-times, earlier and later ones.
const MOMENTS: &[&str] =
    &["2024-02-28", "2024-02-29", "08:00", "17:30", "2024-02-28T08:00:00Z", "2024-02-29T17:30:00Z"];

/// Returns strings of a format, and one that almost has it.
fn samples(format: Format) -> &'static [&'static str] {
    match format {
        Format::Date => &["2024-02-29", "20240229", "2023-02-29"],
        Format::Time => &["08:00", "17:30:59.5", "24:00"],
        Format::DateTime => &["2024-02-29T17:30:00Z", "20240229T173000Z", "2024-02-29 17:30"],
        Format::Duration => &["0", "1.5", "-1"],
        Format::Guid => &["01234567-89ab-cdef-0123-456789ABCDEF", "{01234567-89ab-cdef-0123-456789ABCDEF}"],
        Format::Uri => &["/configuration/users/Jane%20Doe", "https://example.com/a?b#c", "a b"],
        Format::Email => &["jane@example.com", "jane.doe@example.com", "jane@"],
        Format::Ipv4 => &["10.0.0.1", "10.0.0.01"],
        Format::Ipv6 => &["::1", "2001:db8::10.0.0.1", ":::"],
        Format::Hostname => &["example.com", "a", "-a"],
        Format::Integer => &["0", "-12", "1.5"],
        Format::Number => &["0", "-1.5e3", ".5"],
        Format::Boolean => &["true", "false", "True"],
        Format::PhoneNumber => &["8042", "+13175550100", "sip:jane@example.com", "sip:jane"],
    }
}
