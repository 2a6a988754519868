//! Bodies that are near the limits of the rules of a set: values at and around their bounds, at their paths.

use super::bodies::{Form, Kind, put};
use super::rng::Rng;
use super::rule_sets::{numbers, paths, texts};
use serde_json::{Value, json};

/// What the directory has.
const NAMES: &[&str] = &["gcadmin", "Support", "8001"];

/// Texts that some rule means something by.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "ab",
    "a b",
    "a.b",
    "a\nb",
    "b\u{7f}",
    "é",
    "É",
    "日本",
    "😀",
    "x-y",
    "don't",
    "]",
    "12",
    "007",
    "8001",
    "80",
    "٣",
    "gcadmin",
    "GCADMIN",
    "Support",
    "support",
    "en",
    "en-US",
    "HH AH0 L",
    "UTC",
    "Europe/Berlin",
    "a,b",
    "a,a",
    "a;b;",
    "aabb",
    "a=1,a=2",
    "a=1;é=",
    "aab1",
    "2024-02-29",
    "2024-02-30",
    "2024-02-30T09:00:00Z",
    "-1",
    "1e400",
    "sip:a@b:65536",
    "20240228",
    "09:00",
    "10:30:00",
    "20120228T093817Z",
    "2012-02-28T09:38:18+01:00",
    "true",
    "1.5",
    "1e2",
    "Internal",
    "127.0.0.1",
    "127.0.0.01",
    "256.0.0.1",
    "1.2.3",
    "::1",
    "1::2::3",
    "::ffff:10.0.0.1",
    "fe80::1%eth0",
    "host.example",
    "host_1.example",
    "-host",
    "host-.example",
    "host.",
    "a..b",
    "ho--st",
    "a@host.example",
    "6f1c2e4a-0b7d-4c51-9a8e-0123456789ab",
    "{6f1c2e4a-0b7d-4c51-9a8e-0123456789ab}",
    "6F1C2E4A-0B7D-4C51-9A8E-0123456789AB",
    "x/y?z#f",
    "http://host.example:80/a?b=c",
    "a:b",
    "1:b",
    "//[::1]/",
    "%zz",
    "%41",
    "#a#b",
    "+1 (317) 555-0100",
    "sip:a@host.example",
];

/// What bodies for a rule set are generated from.
pub(super) struct Probes<'f> {
    request: &'f Form,
    properties: Vec<String>,
    paths: Vec<String>,
    numbers: Vec<Value>,
    texts: Vec<String>,
    counts: Vec<usize>,
}

impl<'f> Probes<'f> {
    pub(super) fn new(set: &Value, request: &'f Form) -> Self {
        let rules = set["rules"].as_array().unwrap();
        let mut all: Vec<_> = rules.iter().flat_map(|rule| paths(rule, "", request)).collect();
        let properties: Vec<_> = all.iter().filter(|path| !path.is_empty()).cloned().collect();
        // What leads there can be missing or null, too.
        for path in properties.clone() {
            all.extend(path.rmatch_indices('.').map(|(end, _)| path[..end].trim_end_matches("[]").to_owned()));
        }
        all.retain(|path| !path.is_empty() && !path.ends_with("[]"));
        let given = numbers(&set["rules"]);
        let mut numbers: Vec<Value> = [-1, 0, 1, 2, 12, 8001, i32::MIN, i32::MAX].map(Value::from).into();
        let mut lengths = vec![0, 1, 2, 3];
        for number in given {
            for near in [number - 1.0, number.floor(), number.ceil(), number + 1.0] {
                numbers.extend(integer(near).map(Value::from));
                numbers.push(near.into());
                lengths
                    .extend(integer(near).and_then(|near| usize::try_from(near).ok()).filter(|length| *length <= 70));
            }
        }
        lengths.sort_unstable();
        lengths.dedup();
        let mut strings: Vec<String> = TEXTS.iter().map(|text| (*text).to_owned()).collect();
        for text in texts(&set["rules"]) {
            strings.extend([text.to_uppercase(), format!("{text}x"), text]);
        }
        // The longest label of a host name and a longer one, and a longer name.
        strings.extend([63, 64].map(|length| format!("b.{}", "a".repeat(length))));
        strings.push(format!("a@{}", "host.".repeat(50) + "name"));
        let counts = lengths.iter().copied().filter(|count| *count <= 24).collect();
        for length in lengths {
            strings.extend(["a", "é", "😀"].map(|character| character.repeat(length)));
        }
        Self { request, properties, paths: all, numbers, texts: strings, counts }
    }

    /// A body with a few of the values put where some path leads.
    pub(super) fn body(&self, base: &Value, rng: &mut Rng) -> Value {
        let mut body = base.clone();
        for time in 0..=rng.below(4) {
            let paths = if time == 0 && !self.properties.is_empty() { &self.properties } else { &self.paths };
            if paths.is_empty() {
                break;
            }
            let path = rng.of(paths);
            let form = self.request.at(path).unwrap();
            let value = if rng.one_in(10) && !path.ends_with("[]") { None } else { Some(self.value(form, rng)) };
            put(&mut body, path, value, rng);
        }
        self.request.complete(&mut body);
        body
    }

    fn value(&self, form: &Form, rng: &mut Rng) -> Value {
        if rng.one_in(8) {
            return Value::Null;
        }
        match form.kind {
            Kind::Boolean => rng.one_in(2).into(),
            Kind::Int => rng.of(&self.numbers).clone(),
            Kind::String => self.text(rng).into(),
            Kind::Array => vec![json!({}); *rng.of(&self.counts)].into(),
            Kind::Object if form.is_id() => json!({"id": self.text(rng)}),
            Kind::Object => json!({}),
        }
    }

    fn text(&self, rng: &mut Rng) -> &str {
        if rng.one_in(3) { rng.of::<&str>(NAMES) } else { rng.of::<String>(&self.texts).as_str() }
    }
}

/// The integer that a number is, if it is in range for i32.
fn integer(number: f64) -> Option<i32> {
    format!("{number}").parse().ok()
}
