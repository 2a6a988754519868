//! Requests and responses in files: HTTP messages, and archives of exchanges.

use base64::prelude::{BASE64_STANDARD, Engine};
use icws_schema::endpoint::{Evaluation, ReceivedRequest, Route};
use icws_schema::report::{Escaped, Location, LocationSegment, Report};
use icws_schema::response::{Content, Response};
use serde::Deserialize;
use serde_json::Value;
use std::fmt;

/// Parses an HTTP/1.1 request. Lines end with LF or CRLF.
pub(crate) fn request(message: &[u8]) -> Result<ReceivedRequest, String> {
    let (head, body) = split(message);
    let head = std::str::from_utf8(head).map_err(|_| "the head of the request is not UTF-8".to_owned())?;
    let mut lines = head.lines();
    let start = lines.next().unwrap_or_default();
    let [method, target, version] = start.split(' ').collect::<Vec<_>>()[..] else {
        return Err("expected a request line, such as `PUT /icws/... HTTP/1.1`".to_owned());
    };
    if !version.starts_with("HTTP/") {
        return Err("expected a request line that ends with `HTTP/1.1`".to_owned());
    }
    let mut headers = Vec::new();
    for (index, line) in lines.enumerate() {
        let (name, value) =
            line.split_once(':').ok_or_else(|| format!("line {}: expected a header, `Name: value`", index + 2))?;
        headers.push((name, value.trim()));
    }
    Ok(ReceivedRequest::from_parts(method, path(target), headers, body))
}

/// Splits a message at its first empty line.
fn split(message: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        if matches!(line, b"\n" | b"\r\n") {
            return (&message[..at], &message[at + line.len()..]);
        }
        at += line.len();
    }
    (message, &[])
}

/// Returns the path and the query of a target, which may be a whole URL.
fn path(target: &str) -> &str {
    let Some((_, rest)) = target.split_once("://").filter(|(scheme, _)| !scheme.contains('/')) else { return target };
    rest.find('/').map_or("/", |at| &rest[at..])
}

/// Writes a response as an HTTP/1.1 message.
pub(crate) fn response(response: &Response) -> Vec<u8> {
    let mut message = format!("HTTP/1.1 {} {}\r\n", response.status(), reason(response.status())).into_bytes();
    for (name, value) in response.headers().expose() {
        message.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    message.extend([b"\r\n", response.bytes(), b"\n"].concat());
    message
}

/// Returns the reason phrase of a status that an evaluation gives.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        415 => "Unsupported Media Type",
        500 => "Internal Server Error",
        _ => "",
    }
}

#[derive(Deserialize)]
struct Archive {
    log: RecordedLog,
}

#[derive(Deserialize)]
struct RecordedLog {
    entries: Vec<RecordedEntry>,
}

#[derive(Deserialize)]
struct RecordedEntry {
    request: RecordedRequest,
    response: RecordedResponse,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RecordedRequest {
    method: String,
    url: String,
    headers: Vec<RecordedHeader>,
    post_data: Option<RecordedText>,
}

#[derive(Deserialize)]
struct RecordedResponse {
    status: u16,
    headers: Vec<RecordedHeader>,
    content: RecordedText,
}

#[derive(Deserialize)]
struct RecordedHeader {
    name: String,
    value: String,
}

#[derive(Deserialize)]
struct RecordedText {
    #[serde(default)]
    text: String,
    encoding: Option<String>,
}

impl RecordedText {
    /// Returns the body; `None` if its encoding is unknown.
    fn into_bytes(self) -> Option<Vec<u8>> {
        match self.encoding.as_deref() {
            None => Some(self.text.into_bytes()),
            Some("base64") => BASE64_STANDARD.decode(self.text).ok(),
            Some(_) => None,
        }
    }
}

/// The members of an archive that are read, with their types.
const ARCHIVE: [(&str, &str); 2] = [("/log", "object"), ("/log/entries", "array")];

/// The required members of an exchange that are read, with their types.
const ENTRY: [(&str, &str); 8] = [
    ("/request", "object"),
    ("/request/method", "string"),
    ("/request/url", "string"),
    ("/request/headers", "array"),
    ("/response", "object"),
    ("/response/status", "number"),
    ("/response/headers", "array"),
    ("/response/content", "object"),
];

/// Returns the problem of a member, without its value.
fn wrong_member(path: &str, value: &Value, (pointer, expected): (&str, &str)) -> Option<String> {
    let found = match value.pointer(pointer) {
        None => return Some(format!("{path}{pointer}: missing, expected {}", article(expected))),
        Some(Value::Object(_)) => "object",
        Some(Value::Array(_)) => "array",
        Some(Value::String(_)) => "string",
        Some(Value::Number(_)) => "number",
        Some(Value::Bool(_)) => "boolean",
        Some(Value::Null) => "null",
    };
    (found != expected).then(|| format!("{path}{pointer}: expected {}, found {}", article(expected), article(found)))
}

fn article(kind: &str) -> String {
    match kind {
        "null" => "null".to_owned(),
        "object" | "array" => format!("an {kind}"),
        _ => format!("a {kind}"),
    }
}

/// A request with the recorded status and response. There is no response if the encoding of its body is unknown.
pub(crate) type Exchange = (ReceivedRequest, u16, Option<Response>);

/// Parses an HTTP Archive 1.2. Problems are reported by location, since the archive contains secrets.
pub(crate) fn archive(text: &str) -> Result<Vec<Exchange>, String> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| format!("{}:{}: not JSON", error.line(), error.column()))?;
    let (required, entry) = (ARCHIVE.iter(), ENTRY.iter());
    let entries = value.pointer("/log/entries").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let in_entries = entries.iter().enumerate().map(|(index, value)| (format!("/log/entries/{index}"), value));
    let wrong = required
        .map(|member| wrong_member("", &value, *member))
        .chain(
            in_entries.flat_map(|(path, value)| entry.clone().map(move |member| wrong_member(&path, value, *member))),
        )
        .find_map(|wrong| wrong);
    if let Some(wrong) = wrong {
        return Err(format!("not an HTTP Archive 1.2: {wrong}"));
    }
    if entries.is_empty() {
        return Err("the archive contains no exchanges".to_owned());
    }
    let archive: Archive = serde_json::from_value(value)
        .map_err(|_| "not an HTTP Archive 1.2: a header, a status or a body has the wrong type".to_owned())?;
    let exchange = |RecordedEntry { request, response }: RecordedEntry| {
        let sent = request.post_data.map_or_else(Vec::new, |data| data.text.into_bytes());
        let headers = request.headers.iter().map(|header| (&*header.name, &*header.value));
        let received = ReceivedRequest::from_parts(&request.method, path(&request.url), headers, sent);
        let headers = response.headers.iter().map(|header| (&*header.name, &*header.value));
        let returned = response.content.into_bytes();
        let recorded = returned.map(|body| Response::from_parts(response.status, body).with_headers(headers));
        (received, response.status, recorded)
    };
    Ok(archive.log.entries.into_iter().map(exchange).collect())
}

/// The result of comparing a recorded response with the evaluation.
pub(crate) enum ExchangeOutcome {
    Same,
    Differs {
        status: u16,
        pointer: Option<String>,
    },
    NotDocumented,
    /// The encoding of the recorded body is unknown.
    Unreadable,
}

impl fmt::Display for ExchangeOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same => f.write_str("same"),
            Self::Differs { pointer: Some(pointer), .. } if pointer.is_empty() => f.write_str("differs in the body"),
            Self::Differs { pointer: Some(pointer), .. } => write!(f, "differs at {}", Escaped(pointer)),
            Self::Differs { status, pointer: None } => write!(f, "differs: expected status {status}"),
            Self::NotDocumented => f.write_str("not documented"),
            Self::Unreadable => f.write_str("cannot be compared: the encoding of the response body is not known"),
        }
    }
}

/// Compares a recorded response with the evaluation. The wording of messages is ignored, since they may be in any
/// language.
pub(crate) fn compare(
    request: &ReceivedRequest,
    evaluation: &Evaluation,
    recorded: Option<&Response>,
) -> ExchangeOutcome {
    let Some(recorded) = recorded else {
        let is_known = request.route() == Route::UpdateClient;
        return if is_known { ExchangeOutcome::Unreadable } else { ExchangeOutcome::NotDocumented };
    };
    let expected = &evaluation.response;
    let decided = evaluation.steps.iter().rev().find(|step| step.status().is_some());
    let is_step_documented = decided.is_none_or(icws_schema::endpoint::Step::is_documented);
    let is_foreign = matches!(recorded.content(), Content::Other(_) | Content::ServiceUnavailable(_));
    if is_foreign || request.route() != Route::UpdateClient {
        return ExchangeOutcome::NotDocumented;
    }
    let pointer = if expected.status() == recorded.status() {
        let json = |response: &Response| serde_json::from_slice::<Value>(response.bytes()).unwrap_or_default();
        match difference(&json(expected), &json(recorded)) {
            None => return ExchangeOutcome::Same,
            Some(mut segments) => {
                segments.reverse();
                Some(Location(segments).pointer())
            }
        }
    } else {
        None
    };
    // Which error id a wrong body leads to is our choice, but not that it is wrong.
    let is_wrong = || pointer.is_none() && evaluation.report.as_ref().is_some_and(Report::is_documented);
    if is_step_documented || is_wrong() {
        ExchangeOutcome::Differs { status: expected.status(), pointer }
    } else {
        ExchangeOutcome::NotDocumented
    }
}

/// Returns the steps to the first difference, innermost first.
fn difference(expected: &Value, recorded: &Value) -> Option<Vec<LocationSegment>> {
    let within = |segment: LocationSegment, one: &Value, other: &Value| {
        let mut segments = difference(one, other)?;
        segments.push(segment);
        Some(segments)
    };
    match (expected, recorded) {
        (Value::Object(one), Value::Object(other)) => {
            let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
            names.filter(|name| *name != "message").find_map(|name| {
                let [one, other] = [one, other].map(|object| object.get(name).unwrap_or(&Value::Null));
                within(LocationSegment::Member(name.clone().into()), one, other)
            })
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(index, (one, other))| within(LocationSegment::Index(index), one, other)),
        _ => (expected != recorded).then(Vec::new),
    }
}
