//! Syntax errors and recovery, from the table `data/cases/json.json`; and every sequence of tokens, compared with
//! `serde_json`.

use super::encoding;
use super::lex_error::LocatedError;
use super::lexer::Lexer;
use super::position::Positions;
use super::recovery::recover;
use super::syntax_error::SyntaxError;
use super::tree;
use serde_json::Value;

/// Returns why an input is not JSON: the same when it is parsed as a tree and when it is skipped.
#[track_caller]
fn error(text: &str) -> Option<LocatedError> {
    let mut lexer = Lexer::new(text);
    let skipped = lexer.skip().and_then(|()| lexer.end());
    let error = skipped.err().map(|error| *error);
    assert_eq!(tree::parse(text).err().map(|error| *error), error, "{text:?}");
    error
}

/// Writes an error with its position: `line:column+length: expected ..., found ...`.
fn line(text: &str, LocatedError { span, error }: &LocatedError) -> String {
    let position = Positions::up_to(span.at, text.as_bytes()).of(span.at);
    format!("{position}+{}: {error}", span.len)
}

fn table(key: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("../../data/cases/json.json")).unwrap();
    file[key].as_array().unwrap().clone()
}

#[test]
fn a_syntax_error_names_the_cause_its_location_and_the_remedy() {
    for group in table("errors") {
        for (text, expected) in group["errors"].as_object().unwrap() {
            let found = error(text).unwrap_or_else(|| panic!("{text:?} is JSON"));
            assert_eq!(line(text, &found), expected.as_str().unwrap(), "{text:?}");
            assert_eq!(found.error.help(), group["help"].as_str(), "{text:?}");
        }
    }
}

#[test]
fn input_with_a_unique_meaning_is_recovered() {
    for case in table("recovered") {
        let text = case["text"].as_str().unwrap();
        let recovery = recover(text.as_bytes());
        let errors: Vec<_> = recovery.errors.iter().map(|error| line(text, error)).collect();
        assert_eq!(recovery.text.as_deref(), case["mended"].as_str(), "{text:?}");
        assert_eq!(Value::from(errors), case["errors"], "{text:?}");
        assert_eq!(recovery.text.as_deref().and_then(error), None, "{text:?}");
        assert_eq!(recovery.made_up.is_cut(), case.get("cut").is_some(), "{text:?}");
    }
}

/// Checks that an input is JSON exactly if `serde_json` accepts it, and that recovery does not change JSON, translates
/// all offsets, and leaves nothing to correct.
fn agree(text: &str) {
    let strict = error(text);
    let recovery = recover(text.as_bytes());
    assert_eq!(strict.is_none(), serde_json::from_str::<Value>(text).is_ok(), "{text:?}");
    let Some(corrected) = recovery.text.clone() else { return };
    let strict = strict.unwrap_or_else(|| panic!("{text:?} is JSON"));
    assert!(recovery.errors.contains(&strict), "{text:?}");
    assert_eq!(recovery.original(corrected.len()), text.len(), "{text:?}");
    assert!((0..=corrected.len()).map(|offset| recovery.original(offset)).is_sorted(), "{text:?}");
    assert_eq!(recover(corrected.as_bytes()).text, None, "{text:?}");
    let starts: Vec<_> = recovery.errors.iter().map(|error| error.span.at).collect();
    assert_eq!(error(&corrected), None, "{text:?}");
    assert!(starts.is_sorted() && starts.last().is_some_and(|start| *start <= text.len()), "{text:?}");
}

/// Checks every sequence of `count` tokens.
fn sequences(count: usize) {
    const TOKENS: [&str; 20] = [
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "\\", "1", "-", ".5", "true", "None", "x", " ", "\n", "//", "/*",
        "*/",
    ];
    for sequence in 0..TOKENS.len().pow(u32::try_from(count).unwrap()) {
        let tokens = (0..count).scan(sequence, |rest, _| {
            let token = TOKENS[*rest % TOKENS.len()];
            *rest /= TOKENS.len();
            Some(token)
        });
        agree(&tokens.collect::<String>());
    }
}

#[test]
fn every_sequence_of_up_to_four_tokens_is_json_where_serde_json_accepts_it() {
    (0..=4).for_each(sequences);
}

#[test]
#[ignore = "takes minutes"]
fn every_sequence_of_up_to_six_tokens_is_json_where_serde_json_accepts_it() {
    (0..=6).for_each(sequences);
}

#[test]
fn every_array_of_three_tokens_is_recovered_or_not() {
    sequences_within("[1,", "]");
    sequences_within("{\"a\":", "}");
}

fn sequences_within(before: &str, after: &str) {
    const TOKENS: [&str; 14] =
        [",", "]", "}", "\"b\":", "1", "True", "undefined", "null", "x", "//", "/*", "*/", "\n", "#"];
    for first in TOKENS {
        for second in TOKENS {
            for third in TOKENS {
                for fourth in TOKENS {
                    agree(&format!("{before}{first}{second}{third}{fourth}{after}"));
                }
            }
        }
    }
}

#[test]
fn truncated_input_ends_inside_what_is_not_closed() {
    let text =
        "\n{\"a\\u00e9\\\"\": [1.5, -2e+3, {\"b\": \"é😀{[\"}, [], {}, true, false, null] , \"c\": {\"\": \"\"} }";
    assert_eq!(error(text), None);
    for (end, _) in text.char_indices().skip(2) {
        let cut = &text[..end];
        let LocatedError { span, error: found } = error(cut).unwrap();
        assert_eq!(span.at, end, "{cut}");
        let SyntaxError::UnexpectedEof(Some(unclosed)) = found else { panic!("{found} {cut}") };
        let offset = usize::try_from(unclosed.offset).unwrap();
        assert!(text[offset..].starts_with(unclosed.delimiter), "{unclosed:?} {cut}");
        assert_eq!(Positions::up_to(offset, text.as_bytes()).of(offset), unclosed.position);
    }
}

#[test]
fn a_byte_order_mark_is_an_error_after_which_reading_goes_on() {
    for (input, is_marked) in [("\u{feff}{}", true), ("\u{feff} 1", true), ("\u{feff}\u{feff}1", true), ("{}", false)] {
        let mark = encoding::byte_order_mark(input.as_bytes());
        assert_eq!(mark.map(|mark| line(input, &mark)), is_marked.then(|| BYTE_ORDER_MARK.to_owned()));
    }
    assert_eq!(error("\u{feff}{\"a\": [1]}"), None);
    assert_eq!(error("\u{feff}[1,]").map(|error| error.span.at), Some("\u{feff}[1".len()));
    assert!(error("\u{feff}\u{feff}1").is_some() && error("1\u{feff}").is_some());
}

const BYTE_ORDER_MARK: &str = "1:1+3: expected JSON without a byte order mark, found a byte order mark (U+FEFF)";

#[test]
fn arrays_and_objects_are_read_127_deep() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = |depth| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        agree(&text(127));
        let deeper = text(128);
        let found = error(&deeper).unwrap();
        assert_eq!((found.span.at, found.error), (127 * open.len(), SyntaxError::RecursionLimit));
        agree(&deeper);
    }
}

#[test]
fn arrays_and_objects_of_other_languages_are_read_127_deep() {
    for open in ["@(", "@{a=", "(\"a\", ", "{{", "[\"a\": ", "u'a' + ["] {
        (125..131).for_each(|depth| agree(&open.repeat(depth)));
    }
}
