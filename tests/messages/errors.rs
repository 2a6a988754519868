//! Errors that are no reports.

use super::pin;
use icws_schema::response::*;
use icws_schema::rules::RequestChecker;
use icws_schema::{body::*, codes::*, rules};
use serde::de::DeserializeOwned;

/// A line for each input, with its message.
fn lines<T, E: std::error::Error>(texts: &[&str], read: impl Fn(&str) -> Result<T, E>) -> String {
    let line = |text: &&str| {
        let error = read(text).err().unwrap_or_else(|| panic!("{text} is taken"));
        let _ = error.source();
        format!("{text:?}\n  {}\n", error.to_string().replace('\n', "\n  "))
    };
    texts.iter().map(line).collect()
}

#[test]
fn of_challenges() {
    let headers =
        ["", "Basic realm=\"x\"", "realm=\"x\"", "ICWS =\"x\"", "ICWS realm location=\"/x\"", "ICWS realm=\"x"];
    pin("challenge", &lines(&headers, str::parse::<icws_schema::response::Challenge>));
}

#[test]
fn of_responses() {
    let answers = [(302, ""), (200, ""), (200, "{}"), (400, r#"{"message": 1}"#), (500, "Internal Server Error")];
    let rendered = answers.map(|(status, body)| {
        lines(&[body], |body| Response::parse_strict(status, body)).replacen("", &format!("{status} "), 1)
    });
    pin("response", &rendered.concat());
}

#[cfg(feature = "rules")]
#[test]
fn of_paths() {
    let paths = ["a[0].b", "a..b", ".", "a.", "a[", "a]", "a[x]", "a[]b", "a.[]"];
    pin("path", &lines(&paths, str::parse::<rules::PropertyPath>));
}

/// What a framework shows that reads with `serde`.
#[test]
fn of_serde() {
    fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
        serde_json::from_slice(text.as_bytes())
    }
    let requests = [
        "",
        "null",
        "[]",
        "{",
        r#"{"screenCalls": yes}"#,
        r#"{"screenCalls": {"actualValue": 1}}"#,
        r#"{"screenCalls": {"actualValue": 1}, "followMe": [{"timeout": "secret"}], "pin": "secret"}"#,
        r#"{"__type": "secret"}"#,
    ];
    let views = [r#"{"new": 1e400}"#];
    let answers = [r#"{"message": "m", "new": [1e400]}"#, r#"{"message": "m", "message": "n"}"#];
    let any = [r#"{"__type": "urn:inin.com:common:error"}"#, r#"{"__type": 1}"#, "[]"];
    let codes = ["\"range\"", "5.5", "4294967296"];
    let rendered = [
        lines(&requests, read::<UserClientConfigurationProperties>),
        lines(&views, read::<UserClientConfigurationView>),
        lines(&answers, read::<Error>),
        lines(&any, read::<ErrorBody>),
        lines(&codes, read::<ValidationErrorType>),
        lines(&["5"], read::<ErrorId>),
        format!("bytes\n  {}\n", ciborium::from_reader::<FollowMe, _>(&b"\x41x"[..]).unwrap_err()),
    ];
    assert!(!rendered.concat().replace("\\\"secret", "").contains("secret"));
    pin("serde", &rendered.concat());
}

/// What a framework shows that is built on garde.
#[cfg(feature = "garde")]
#[test]
fn of_garde() {
    use ::garde::Validate;
    let rules = RequestChecker::recommended();
    let mut update = UserClientConfigurationProperties::default();
    update.external_call_timeout.set(301);
    update.call_forward_all_mode.set("secret".to_owned());
    let report = update.validate_with(&icws_schema::garde::RuleContext::new(rules)).unwrap_err();
    pin("garde", &report.to_string());
}
