//! Responses as a server or a proxy sends them, saved in files.

use super::{files, pin};
use icws_schema::body::ErrorBody;
use icws_schema::response::{Body, Content, Response};
use std::fmt::Write;

/// Reads a saved response: a status line, headers, an empty line, the body.
fn response(text: &str) -> Response {
    let (head, body) = text.split_once("\n\n").unwrap();
    let (line, headers) = head.split_once('\n').unwrap_or((head, ""));
    let status = line.split(' ').nth(1).unwrap().parse().unwrap();
    let headers = headers.lines().map(|line| line.split_once(": ").unwrap());
    Response::from_parts(status, body.trim_end()).with_headers(headers)
}

/// What a caller learns, one line for each fact.
fn learned(response: &Response) -> String {
    let mut text = format!("{} {:?}, retry {:?}\n", response.status(), response.saved(), response.retry());
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            writeln!(text, "  {name}: {value}").unwrap();
        }
    };
    let empty = matches!(response.content(), Content::Ok(Body::Empty) | Content::Other(Body::Empty));
    line("body", response.foreign().map(|foreign| format!("{foreign:?}")).or(empty.then(|| "Empty".to_owned())));
    line("result", response.result().map(|result| format!("id {:?}, uri {:?}", result.id, result.uri)));
    line("message", response.message().map(str::to_owned));
    line("error id", response.error_id().map(ToString::to_string));
    line("error code", response.error_code().map(|code| code.to_string()));
    line("type", response.error().map(|error| error.type_urn().to_owned()));
    line("property", response.error().and_then(ErrorBody::property_name));
    for (property, errors) in response.validation_errors_by_property() {
        let errors: Vec<_> =
            errors.iter().map(|error| format!("{} {:?}", error.validation_error_type, error.property_value)).collect();
        line(&format!("rejected {property}"), Some(errors.join(", ")));
    }
    for license in response.license_warnings().iter().chain(response.license_errors()) {
        line(&format!("license {}", license.license.id), Some(license.license_error_type.to_string()));
    }
    line("log on at", response.log_on_location().map(str::to_owned));
    let hosts = response.alternate_hosts().join(", ");
    line("other hosts", (!hosts.is_empty()).then_some(hosts));
    for problem in response.report() {
        line(&format!("problem {:?}", problem.pointer()), Some(problem.to_string()));
    }
    text
}

#[test]
fn every_saved_response_is_understood() {
    let files = files("saved");
    assert!(files.len() >= 14);
    let text: String = files
        .iter()
        .map(|(name, text)| {
            let response = response(text);
            assert!(name.starts_with(&response.status().to_string()), "{name}");
            assert_eq!(response.bytes(), text.split_once("\n\n").unwrap().1.trim_end().as_bytes(), "{name}");
            format!("{name}: {}\n", learned(&response))
        })
        .collect();
    pin("saved", &text);
}

#[test]
fn strict_parsing_accepts_only_responses_without_problems() {
    let accepted: Vec<_> = files("saved")
        .into_iter()
        .filter(|(_, text)| {
            let response = response(text);
            let strict = Response::parse_strict(response.status(), response.bytes());
            let is_documented = !matches!(response.content(), Content::Other(_));
            assert_eq!(strict.is_ok(), response.report().is_valid() && is_documented);
            strict.is_ok()
        })
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        accepted,
        [
            "200-license-warnings",
            "200-saved",
            "400-invalid-property",
            "400-licenses-alone",
            "400-malformed",
            "400-values",
            "401-session-expired",
            "403-not-authorized",
            "404-no-user",
            "500-timeout",
            "503-not-accepting-connections",
        ]
    );
}
