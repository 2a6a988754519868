//! Input that is another kind of document: it is named for what it is.

use icws_schema::ParseOptions;
use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::report::{Encoding, ProblemKind, SyntaxError, UnexpectedToken};

fn error(input: &[u8]) -> SyntaxError {
    let report = ParseOptions::new().check::<UserClientConfigurationProperties>(input);
    let ProblemKind::Syntax(error) = report.problems()[0].kind() else { panic!("{report}") };
    error
}

#[test]
fn yaml_is_named() {
    for yaml in [
        "callForwardAll: true",
        "callForwardAll:\n  actualValue: true\n",
        "nope: 1",
        "truly:\t1",
        "---\ncallForwardAll: true\n",
        "--- # a document\n",
        "\n- callForwardAll\n",
        "%YAML 1.2\n---\n",
    ] {
        let error = error(yaml.as_bytes());
        assert_eq!(error, SyntaxError::ExpectedValue(UnexpectedToken::Yaml), "{yaml}");
        assert!(error.to_string().ends_with("found YAML") && error.help().unwrap().contains("not JSON"));
    }
}

#[test]
fn an_http_message_is_named() {
    for message in [
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}",
        "PUT /icws/1/configuration/users/a HTTP/1.1\r\n\r\n{}",
        "content-type: application/vnd.inin.icws+JSON\n\n{}",
        "Host: server:8018\n",
        "nginx HTTP/2\n",
    ] {
        let error = error(message.as_bytes());
        assert_eq!(error, SyntaxError::ExpectedValue(UnexpectedToken::HttpMessage), "{message}");
        assert!(
            error.to_string().ends_with("found an HTTP message") && error.help().unwrap().contains("its body alone")
        );
    }
}

#[test]
fn other_words_and_later_errors_are_neither() {
    let is_neither = |text: &str| {
        let SyntaxError::ExpectedValue(token) = error(text.as_bytes()) else { return };
        assert!(!matches!(token, UnexpectedToken::Yaml | UnexpectedToken::HttpMessage), "{text}");
    };
    for text in [
        "nope",
        "None:",
        "None-:",
        "a b: c",
        "a:b",
        "1a: b",
        "'a': b",
        "-a",
        "--a",
        "tru",
        "{\"a\":\n b: c}",
        "[\na: b]",
        "{a: b}",
        "\"a\": 1",
    ] {
        is_neither(text);
    }
}

#[test]
fn compressed_data_is_named() {
    let zip = [b"PK\x03\x04\x14\0".as_slice(), &[0x80, 0xff]].concat();
    for (input, encoding, name) in [
        (b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\xae".as_slice(), Encoding::Gzip, "compressed data (gzip)"),
        (b"\x28\xb5\x2f\xfd\x20\x02\x11", Encoding::Zstandard, "compressed data (Zstandard)"),
        (&zip, Encoding::Zip, "a ZIP archive"),
        (b"PK\x03\x04", Encoding::Zip, "a ZIP archive"),
    ] {
        let error = error(input);
        assert_eq!(error, SyntaxError::OtherEncoding(encoding), "{name}");
        assert!(error.to_string().ends_with(name) && error.help().unwrap().starts_with("decompress it first"));
    }
}
