//! Input that is not JSON, a row for each reason.

use super::{pin, rendered};
use icws_schema::ParseOptions;
use icws_schema::body::Error;
use icws_schema::report::ProblemKind;

#[test]
fn every_syntax_error() {
    let deep = "[".repeat(128);
    let rows: &[&[u8]] = &[
        b"{\"message\":\"m\"",
        b"{\"message\":\"m",
        b"{\n  \"x\": [\n    1,\n    2\n",
        b"\xef\xbb\xbf{\"message\":\"m\"}",
        b"\xef\xbb\xbf{\"message\":\"m\",}",
        b"{\"message\":\"\xc3\xa9\xff\"}",
        b"{\"message\":\"\xfc\"}",
        b"\xff\xfe{\0\"\0m\0e\0s\0s\0a\0g\0e\0\"\0:\0\"\0m\0\"\0}\0",
        b"\0{\0}",
        b"{\0\0\0}\0\0\0",
        b"{\"message\":}",
        b"{\"message\":True}",
        b"{\"message\":m}",
        b"{\"message\":'m'}",
        b"{\"message\":\xe2\x80\x9cm\xe2\x80\x9d}",
        b"{\"message\":\xc2\xa0\"m\"}",
        b"{\"message\":NaN}",
        b"<!DOCTYPE html>",
        b"<error/>",
        b"{message:\"m\"}",
        b"{\"message\":\"m\",\n}",
        b"{\"x\":[1,\n\n]}",
        b"{\"message\":\"m\" // m\n}",
        b"{\"message\":/* m */\"m\"}",
        b"# m\n{}",
        b"{\"message\" \"m\"}",
        b"{\"message\":\"m\"\n\"errorId\":\"x\"}",
        b"{\"message\":\"m\"]",
        b"{\"x\":[1 2]}",
        b"{\"x\":\n[1}",
        b"{\"x\":012}",
        b"{\"x\":1.}",
        b"{\"x\":-}",
        b"{\"x\":0x1F}",
        b"{\"message\":\"a\nb\"}",
        b"{\"message\":\"a\tb\"}",
        b"{\"message\":\"C:\\Temp\"}",
        b"{\"message\":\"\\u12g4\"}",
        b"{\"message\":\"\\ud83d\"}",
        b"{\"message\":\"\\ude00\"}",
        deep.as_bytes(),
        b"{\"message\":\"m\"}\n{}",
        b"{\"message\":\"m\"}}",
        b"{\"message\":\"m\"}\0",
    ];
    let mut text = String::new();
    for body in rows {
        let report = ParseOptions::new().check::<Error>(body);
        let shown = body.escape_ascii().to_string().replace(&deep, "[ 128 times");
        assert!(report.problems().iter().all(|problem| matches!(problem.kind(), ProblemKind::Syntax(_))), "{shown}");
        text += &format!("{shown}\n{}\n", rendered(&report));
    }
    pin("syntax", &text);
}
