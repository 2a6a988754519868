//! The lexer accepts what `serde_json` accepts: shown with valid, invalid and mutated input.

use crate::rng::Rng;
use icws_schema::body::{Error, UserClientConfigurationProperties};
use icws_schema::report::{Problem, ProblemKind};
use icws_schema::{ParseOptions, from_slice};
use serde_json::Value;

/// Whether the crate accepts an input as JSON: it is the value of an unknown member of a response.
fn is_json(text: &[u8]) -> bool {
    let report = ParseOptions::new().check::<Error>(text);
    // An empty response is not a syntax error, but a missing body.
    let is_missing = |problem: &Problem| problem.kind() == ProblemKind::Missing && problem.pointer().is_empty();
    !report.iter().any(|problem| matches!(problem.kind(), ProblemKind::Syntax(_)) || is_missing(problem))
}

/// Numbers out of range for `f64` are JSON here, and an error in `serde_json`.
fn agree(text: &[u8]) {
    match serde_json::from_slice::<Value>(text) {
        Ok(_) => assert!(is_json(text), "refused: {}", String::from_utf8_lossy(text)),
        Err(error) if error.to_string().starts_with("number out of range") => {}
        Err(_) => assert!(!is_json(text), "taken: {}", String::from_utf8_lossy(text)),
    }
}

/// An input, and whether it is JSON.
fn cases() -> Vec<(Vec<u8>, bool)> {
    let file: Value = serde_json::from_str(include_str!("../../data/cases/json.json")).unwrap();
    let mut cases = Vec::new();
    for (key, valid) in [("valid", true), ("invalid", false)] {
        for case in file[key].as_array().unwrap() {
            let bytes = match case {
                Value::String(text) => text.clone().into_bytes(),
                bytes => bytes["bytes"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap())
                    .collect(),
            };
            cases.push((bytes, valid));
        }
    }
    cases
}

#[test]
fn every_json_case() {
    for (text, valid) in cases() {
        assert_eq!(is_json(&text), valid, "{}", String::from_utf8_lossy(&text));
        agree(&text);
        for wrapped in [[b"[", &text[..], b"]"].concat(), [b"{\"a\":", &text[..], b"}"].concat()] {
            agree(&wrapped);
        }
    }
}

#[test]
fn a_truncated_body_is_not_json() {
    let samples =
        concat!(include_str!("../samples/views.ndjson"), include_str!("../samples/configuration-errors.ndjson"));
    for line in samples.lines().step_by(13) {
        for end in 0..line.len() {
            agree(&line.as_bytes()[..end]);
        }
    }
}

#[test]
fn strings_and_numbers_parse_as_in_serde_json() {
    for literal in [
        r#""plain""#,
        r#""é✓😀""#,
        r#""\u0041\u00e9\ud83d\ude00""#,
        r#""\"\\\/\b\f\n\r\t""#,
        r#""a\u0000b""#,
        r#""long enough for eight at a time \\ and more""#,
        "0",
        "-0",
        "-1",
        "12345678901234567890",
        "1.5",
        "1e10",
        "-1.25E-3",
        "0.1",
        "123456789.123456789",
        "1e-400",
    ] {
        let body = format!(r#"{{"message":"m","kept":{literal}}}"#);
        let error: Error = from_slice(&body).unwrap();
        assert_eq!(error.unknown.get("kept"), serde_json::from_str(literal).ok(), "{literal}");
        if literal.starts_with('"') {
            let body = format!(r#"{{"message":{literal}}}"#);
            assert_eq!(from_slice::<Error>(&body).unwrap().message, serde_json::from_str::<String>(literal).unwrap());
        }
    }
}

#[test]
fn mutated_bodies_are_json_where_serde_json_accepts_them() {
    let seeds: Vec<&str> = concat!(
        include_str!("../samples/requests.ndjson"),
        include_str!("../samples/views.ndjson"),
        include_str!("../samples/configuration-errors.ndjson"),
        "{\"message\":\"\\ud83d\\ude00 \\n\",\"n\":[-1.5e+10,0,{}],\"t\":true}\n"
    )
    .lines()
    .collect();
    mutations(&seeds, 60_000).for_each(|text| agree(&text));
}

#[test]
fn recovery_reports_what_is_not_json_and_changes_nothing_else() {
    let seeds: Vec<&str> = concat!(
        include_str!("../samples/requests.ndjson"),
        "{\"followMe\":[{\"phoneNumber\":\"1\",\"timeout\":15,\"usePin\":True,},], /* c */\"callForwardAll\":None,}\n",
        "{\"message\":/* c */\"m\",\"n\":[-1.5e+10,undefined,False,{},],} # c\n"
    )
    .lines()
    .collect();
    for text in mutations(&seeds, 20_000) {
        let strict = ParseOptions::new().check::<UserClientConfigurationProperties>(&text);
        let recovered = ParseOptions::new().recover().check::<UserClientConfigurationProperties>(&text);
        if is_json(&text) {
            assert_eq!(recovered.to_string(), strict.to_string());
        } else {
            let [first, ..] = recovered.problems() else { panic!("{}", text.escape_ascii()) };
            assert!(matches!(first.kind(), ProblemKind::Syntax(_)), "{recovered}\n{}", text.escape_ascii());
        }
    }
}

#[test]
fn recovery_reports_what_follows_as_if_the_input_were_corrected() {
    let lines = |text: &str| {
        let report = ParseOptions::new().recover().check::<UserClientConfigurationProperties>(text);
        report.problems().iter().map(|it| format!("{} {}", it.position().unwrap(), it.pointer())).collect::<Vec<_>>()
    };
    let text = "{\n\"callForwardAll\": {\"actualValue\": True,}, // on\n\"followMe\": 7,\n\"x\": None\n}";
    assert_eq!(lines(text), ["2:35 ", "2:39 ", "2:43 ", "4:6 ", "3:13 /followMe", "4:1 /x"]);
    // Parsing cannot continue here: the problems before it are reported.
    let text = "{\"followMe\": 7, \"callForwardAll\": undefined, ?: 1, \"eFaqSearchOption\": true}";
    assert_eq!(lines(text), ["1:35 ", "1:46 ", "1:14 /followMe"]);
    assert_eq!(lines("{\"followMe\": 7, \"x\": 1"), ["1:23 ", "1:14 /followMe", "1:17 /x"]);
}

#[test]
fn a_byte_order_mark_is_one_problem_and_what_follows_is_checked() {
    let lines = |text: &str| {
        let report = ParseOptions::new().check::<UserClientConfigurationProperties>(text);
        report.problems().iter().map(|it| format!("{} {}", it.offset().unwrap(), it.pointer())).collect::<Vec<_>>()
    };
    assert_eq!(lines("\u{feff}{}"), ["0 "]);
    assert_eq!(lines("\u{feff}{\"followMe\": 7}"), ["0 ", "16 /followMe"]);
    assert_eq!(lines("\u{feff}{\"followMe\": 7,}"), ["0 ", "17 "]);
    assert_eq!(lines("{\"followMe\": \u{feff}[]}"), ["13 "]);
}

/// Bodies, each with a few bytes changed, inserted, removed or cut off: the same in every run.
pub(super) fn mutations(seeds: &[&str], count: usize) -> impl Iterator<Item = Vec<u8>> {
    let alphabet = b"{}[]\",:\\u0123456789eE+-. \t\ntruefalsn\x00\x1f\x7f\x80\xc3\xa9\xff/";
    let mut rng = Rng::new(1);
    (0..count).map(move |round| {
        let mut text = seeds[round % seeds.len()].as_bytes().to_vec();
        text.truncate(text.len().min(400));
        for _ in 0..=rng.below(3) {
            let at = rng.below(text.len());
            match rng.below(4) {
                0 => text[at] = alphabet[rng.below(alphabet.len())],
                1 => text.insert(at, alphabet[rng.below(alphabet.len())]),
                2 if text.len() > 1 => _ = text.remove(at),
                _ => text.truncate(at.max(1)),
            }
        }
        text
    })
}

#[test]
fn nesting_is_limited_as_in_serde_json() {
    for (depth, valid) in [(126, true), (127, true), (128, false), (100_000, false)] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(is_json(text.as_bytes()), valid, "{depth} {open}");
            agree(text.as_bytes());
            // Within a body the body's own containers count.
            let body = format!(r#"{{"message":"m","kept":{}1{}}}"#, open.repeat(depth - 1), close.repeat(depth - 1));
            assert_eq!(is_json(body.as_bytes()), valid, "{depth} {open} in a body");
        }
    }
}
