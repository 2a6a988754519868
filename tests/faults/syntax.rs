//! Text that is no JSON, a row for each reason.

use super::{pin, told};
use icws_schema::ParseOptions;
use icws_schema::body::Error;
use icws_schema::report::{ProblemKind, SyntaxError};

#[test]
fn every_reason_why_a_text_is_no_json() {
    let deep = "[".repeat(128);
    let rows: &[(&[u8], SyntaxError)] = &[
        (b"", SyntaxError::End),
        (b" \n", SyntaxError::End),
        (b"{\"message\":\"m\"", SyntaxError::End),
        (b"{\"message\":\"m", SyntaxError::End),
        (b"\xef\xbb\xbf{}", SyntaxError::ByteOrderMark),
        (b"{\"message\":\"\xff\"}", SyntaxError::Utf8),
        (b"{\"message\":}", SyntaxError::Value),
        (b"{\"message\":True}", SyntaxError::Value),
        (b"{\"message\":'m'}", SyntaxError::Value),
        (b"{\"x\":[1,]}", SyntaxError::Value),
        (b"{message:\"m\"}", SyntaxError::Name),
        (b"{\"message\":\"m\",}", SyntaxError::Name),
        (b"{\"message\" \"m\"}", SyntaxError::Colon),
        (b"{\"message\":\"m\" \"errorId\":\"x\"}", SyntaxError::MemberEnd),
        (b"{\"message\":\"m\"]", SyntaxError::MemberEnd),
        (b"{\"x\":[1 2]}", SyntaxError::ItemEnd),
        (b"{\"x\":[1}", SyntaxError::ItemEnd),
        (b"{\"x\":012}", SyntaxError::Number),
        (b"{\"x\":1.}", SyntaxError::Number),
        (b"{\"x\":-}", SyntaxError::Number),
        (b"{\"message\":\"a\nb\"}", SyntaxError::Control),
        (b"{\"message\":\"C:\\Temp\"}", SyntaxError::Escape),
        (b"{\"message\":\"\\u12g4\"}", SyntaxError::Escape),
        (b"{\"message\":\"\\ud83d\"}", SyntaxError::Surrogate),
        (b"{\"message\":\"\\ude00\"}", SyntaxError::Surrogate),
        (deep.as_bytes(), SyntaxError::Depth),
        (b"{\"message\":\"m\"}\n{}", SyntaxError::Trailing),
        (b"{\"message\":\"m\"} // m", SyntaxError::Trailing),
    ];
    let mut text = String::new();
    for (body, error) in rows {
        let report = ParseOptions::new().check::<Error>(body);
        let shown = body.escape_ascii().to_string().replace(&deep, "[ 128 times");
        assert_eq!(report.problems()[0].kind(), ProblemKind::Syntax(*error), "{shown}");
        text += &format!("# {error:?}\n{shown}\n{}\n", told(&report));
    }
    pin("syntax", &text);
}
