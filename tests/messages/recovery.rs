//! What people send instead of JSON or of a request: all that is wrong with it is found at once, each at its place.

use super::{pin, rendered};
use icws_schema::ParseOptions;
use icws_schema::cases::CaseFile;
use icws_schema::directory::InMemoryDirectory;
use icws_schema::endpoint::State;
use icws_schema::report::{Problem, ProblemKind, SyntaxError};
use icws_schema::rules::{Context, RequestChecker, RuleSet};

/// The reports of bodies, with the rules that are recommended.
fn reports(bodies: &[&[u8]]) -> String {
    let checker = RequestChecker::recommended().with_parse_options(ParseOptions::new().recover().follow_suggestions());
    let report =
        |body: &&[u8]| format!("{}\n{}\n", body.escape_ascii(), rendered(&checker.check(body, &Context::new())));
    bodies.iter().map(report).collect()
}

#[test]
fn literals_of_other_languages() {
    let text = reports(&[
        br#"{"externalCallTimeout": {"actualValue": 0x1F}, "eFaqSearchOption": .5e1, "x": 1}"#,
        br#"{"externalCallTimeout": {"actualValue": NaN}, "followMe": [{"phoneNumber": None, "timeout": -Infinity, "usePin": on}]}"#,
        br#"{"callForwardAll": {"actualValue": yes}, "screenCalls": {"actualValue": Off}, "muteOnTransfer": undefined, "x": nil}"#,
        b"$body = @{\n followMe = @(\n @{ phoneNumber = '8001'; timeout = 301; usePin = $null }\n @{ phoneNumber = 8001 }\n ) }",
        b"@{ callForwardAll = @{ actualValue = $true }\n externalCallTimeout = @{ actualValue = 301 } }",
    ]);
    pin("literals", &text);
}

#[test]
fn values_without_quotes() {
    let text = reports(&[
        br#"{"followMe": [{"phoneNumber": +1 317 555 0100, "timeout": 301, "usePin": false}]}"#,
        br#"{"followMe": [{"phoneNumber": 317-555-0100, "timeout": 00:15, "usePin": maybe}], "x": 1}"#,
        br#"{"callForwardAllMode": {"actualValue": All}, "followMe": [{"phoneNumber": (317) 555-0100, "timeout": 0, "usePin": true}]}"#,
        br#"{"callForwardAllMode": {"actualValue": Internal calls only}, "eFaqSearchOption": Best", "externalCallTimeout": {"actualValue": <seconds>}}"#,
        br#"{"callForwardAllMode": (none), "eFaqSearchOption": (5), "externalCallTimeout": {"actualValue": 3e-1x}, "screenCalls": 5e+,}"#,
        b"{\"followMe\": [5-6",
    ]);
    pin("unquoted", &text);
}

#[test]
fn numbers_with_separators_and_units() {
    let text = reports(&[
        br#"{"externalCallTimeout": {"actualValue": 30s}, "followMe": [{"phoneNumber": "8001", "timeout": 5 min, "usePin": 1}]}"#,
        br#"{"externalCallTimeout": {"actualValue": 1,000}, "eFaqSearchOption": 1,5, "x": 1}"#,
        br#"{"externalCallTimeout": {"actualValue": 1 000}, "eFaqSearchOption": 1_0, "followMe": 50%}"#,
    ]);
    pin("separators", &text);
}

#[test]
fn missing_values_quotes_and_commas() {
    let text = reports(&[
        br#"{"externalCallTimeout": {"actualValue": }, "eFaqSearchOption": , "x": 1}"#,
        br#"{"externalCallTimeout", "eFaqSearchOption": 9,, "followMe": [,{"phoneNumber": "8001", "timeout": 0, "usePin": true},,]}"#,
        b"{\"callForwardAllMode\": {\"actualValue\": \"All},\n \"externalCallTimeout\": {\"actualValue\": 0}}",
    ]);
    pin("missing", &text);
}

#[test]
fn text_around_the_body() {
    let text = reports(&[
        b"PUT /icws/1/configuration/users/a HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{\"callForwardAll\": {\"actualValue\": \"yes\"},\r\n \"followMe\": [1,]}\r\n",
        b"HTTP/1.1 200 OK\nServer: x\n\n{\"externalCallTimeout\": {\"actualValue\": 301}}",
        b"2025-11-03 08:12:44 INFO  PUT\n{\"callForwardAll\": true}\n2025-11-03 08:12:44 INFO  200 OK\n",
        b"curl -X PUT https://server/icws -d '{\"callForwardAll\": {\"actualValue\": 1}}'\n",
        b"```json\n{\"callForwardAll\": true}\n```\n",
        b"const body = {callForwardAll: {actualValue: 'on'}};",
        b"\"callForwardAll\": true,\n\"externalCallTimeout\": {\"actualValue\": 301}\n",
        b"\"callForwardAll\": true}",
        b"{\"callForwardAll\": true} # sent\n",
        b"{\"callForwardAll\": true}\n{\"callForwardAll\": 1}",
    ]);
    pin("around", &text);
}

#[test]
fn merge_conflicts() {
    let text = reports(&[
        b"{\"callForwardAll\": {\"actualValue\": true},\n<<<<<<< HEAD\n \"externalCallTimeout\": {\"actualValue\": 45}\n=======\n \"externalCallTimeout\": {\"actualValue\": 301}\n>>>>>>> topic\n}",
        b"<<<<<<< HEAD\n{\"callForwardAll\": true}\n||||||| base\n=======\n{\"callForwardAll\": 1}\n>>>>>>> topic\n",
    ]);
    pin("conflicts", &text);
}

#[test]
fn strings_of_other_languages() {
    let text = reports(&[
        b"{u'callForwardAll': {u'actualValue': True}, u'callForwardAllMode': {u'actualValue': u'All'}, u'externalCallTimeout': {u'actualValue': 40L}}",
        br#"{"callForwardAllMode": {"actualValue": r'C:\temp'}, "x": @"a\b", "y": $"z"}"#,
        br#"{"followMe": [{"phoneNumber": '+41 44 ' + '555 01 23', "timeout": 0, "usePin": !0}]}"#,
    ]);
    pin("prefixes", &text);
}

#[test]
fn what_powershell_displays() {
    let text = reports(&[
        b"\r\n\r\ncallForwardAll   : @{actualValue=True}\r\neFaqSearchOption : 1\r\nfollowMe         : {@{phoneNumber=8011; timeout=15}}\r\n\r\n",
        b"callForwardAll      screenCalls\n--------------      -----------\n@{actualValue=True} @{actualValue=}\n",
    ]);
    pin("powershell", &text);
}

#[test]
fn e_mails() {
    let text = reports(&[
        "Von: Service Desk <desk@example.com>\nBetreff: Rufumleitung\n\nBitte einspielen:\n\n> {\n>   “callForwardAll”: { “actualValue”: true },\n>   \"externalCallTimeout\": { \"actualValue\": 301 },\n> }\n\nDanke\n".as_bytes(),
        b"> {\n> \"callForwardAll\": {\"actualValue\": true}\n> \"externalCallTimeout\": {\"actualValue\": 301}\n> }\n",
        b"callForwardAll:\n  actualValue: yes\n",
    ]);
    pin("mails", &text);
}

#[test]
fn brackets_of_the_wrong_kind() {
    let text = reports(&[
        br#"{"callForwardAll": {"actualValue": true), "externalCallTimeout": {"actualValue": 301}}"#,
        br#"{"callForwardAll": ["actualValue": true], "externalCallTimeout": {"actualValue": 301}}"#,
        br#"{"followMe": {{"phoneNumber": "1", "timeout": 301, "usePin": true], {"phoneNumber": "2", "timeout": 0, "usePin": 1}], "x": 1}"#,
        br#"{"followMe": [{"phoneNumber": "1", "timeout": 301, "usePin": true], "externalCallTimeout": {"actualValue": 301}}"#,
        br#"{"followMe": [{"phoneNumber": "1", "timeout": 301, "usePin": true}}, "externalCallTimeout": {"actualValue": 301}}"#,
    ]);
    pin("brackets", &text);
}

#[test]
fn quotation_marks_inside_of_strings() {
    let text = reports(&[
        br#"{"callForwardAllMode": {"actualValue": "Modus "Alle Anrufe""}, "externalCallTimeout": {"actualValue": 301}}"#,
        br#"{"callForwardAllMode": {"actualValue": "Team "Nord", Halle 1" B"}, "x "y"": 19, "z": "19" Monitor"}"#,
        br#"{callForwardAllMode: {actualValue: "Team "Nord"", x: 1}, externalCallTimeout: {actualValue: 301}}"#,
    ]);
    pin("innerQuotes", &text);
}

#[test]
fn commands_and_programs() {
    let text = reports(&[
        br#"curl -X PUT "https://server/icws" -d "{\"callForwardAllMode\":{\"actualValue\":\"all\"},\"externalCallTimeout\":{\"actualValue\":301}}""#,
        b"// Vorlage\nconst body = {\n  callForwardAll: { actualValue: !0 },\n  externalCallTimeout: { actualValue: 0x1e },\n  followMe: [\n    { phoneNumber: '8010', timeout: +301, usePin: true },\n  ],\n};\nmodule.exports = body;\n",
        b"$body = @{ callForwardAll = @{ actualValue = $true }; followMe = @(@{ phoneNumber = '1'; timeout = 301; usePin = $true }) } | ConvertTo-Json\n",
        b">>> pprint(body)\n{'followMe': ({'phoneNumber': '8010', 'timeout': 301, 'usePin': True},)}\n>>>\n",
        b"\"Extension\",\"Owner\"\n\"8010\",\"jane.doe\"\n",
    ]);
    pin("programs", &text);
}

#[test]
fn what_is_before_an_error_that_cannot_be_corrected() {
    let text = reports(&[
        br#"{"followMe": {"actualValue": [{"phoneNumber": 1, "phoneNumber": 2, "timeout" "5": 1, "usePin": 2"#,
        br#"{"x": {"a": 1, "a": 2, "b": 1e999, b c: 1}}"#,
        br#"{"callForwardAll": {"actualValue": "on"}, "followMe": [{"phoneNumber": 8001, "timeout": 301, "usePi"#,
        br#"{"callForwardAll": {"__type": {"a": 1, "a": 2}, ?"#,
    ]);
    pin("before", &text);
}

#[test]
fn the_value_of_a_corrected_literal_is_that_of_the_input() {
    let checker = RequestChecker::recommended().with_parse_options(ParseOptions::new().recover().follow_suggestions());
    for literal in ["0800", "007", "\u{2018}yes\u{2019}", "'a'", "\u{201c}\u{201d}"] {
        let body = format!(r#"{{"externalCallTimeout": {{"actualValue": true}}, "screenCalls": {literal}}}"#);
        let report = checker.check(&body, &Context::new());
        let problem = report.iter().find(|problem| problem.pointer() == "/screenCalls").unwrap();
        assert_eq!(problem.found_value(Some(body.as_bytes())).as_deref(), Some(literal));
        assert_eq!(problem.length(), Some(literal.len() as u64), "{literal}");
    }
}

#[test]
fn values_below_a_misspelt_name() {
    let text = reports(&[
        br#"{"CallForwardAll": {"ActualValue": 1}, "FollowMe": [{"PhoneNumber": 8001, "Timeout": 301, "usePin": "yes"}]}"#,
        br#"{"externalCallTimout": {"actualValue": 301, "x": {"a": 1, "a": 2}}, "followme": 5}"#,
        br#"{"callForwardAll": {"value": "on"}, "screenCalls": {"enabled": {"actualValue": 1}}, "ringWhenOnphone": {"value": 1, "x": 2}}"#,
        br#"{"clientConfigurationProperties": {"callForwardAll": {"actualValue": "on"}, "externalCallTimeot": {"actualValue": 301}}}"#,
    ]);
    pin("misspelt", &text);
}

#[test]
fn values_that_are_wrapped_or_not() {
    let text = reports(&[
        br#"{"followMe": {"actualValue": [{"phoneNumber": "8010", "timeout": "15", "usePin": true}], "x": {"a": 1, "a": 2}}}"#,
        br#"{"externalCallTimeout": {"actualValue": {"actualValue": 301}}, "eFaqSearchOption": {"actualValue": "Best"}}"#,
        br#"{"followMe": {"phoneNumber": 8010, "timeout": 301}, "callForwardAll": [{"actualValue": "on"}]}"#,
        br#"[{"callForwardAll": {"actualValue": 1}}, {"FollowMe": [{"timeout": 301}]}, 5]"#,
        br#"{"body": {"callForwardAll": "yes", "screenCalls": {"actualValue": true}}}"#,
        br#"{"user": {"id": 1, "callForwardAll": true}, "data": {"screenCals": null}}"#,
    ]);
    pin("wrapped", &text);
}

#[test]
fn lists_of_users() {
    let text = reports(&[
        br#"{"items": [{"configurationId": {"id": "a"}, "clientConfigurationProperties": {"callForwardAll": {"actualValue": "yes"}, "screenCalls": {"effectiveValue": true}}},
            {"configurationId": {"id": "b"}}, {"clientConfigurationProperties": {"externalCallTimeout": {"actualValue": 301}}}, 5]}"#,
        br#"{"items": [{"callForwardAll": 1}]}"#,
        br#"[{"configurationId": {"id": "a"}, "clientConfigurationProperties": {"followMe": [{"timeout": "1"}]}}, null]"#,
        br#"{"items": {"a": 1, "a": 2}, "clientConfigurationProperties": [{"callForwardAll": 1}]}"#,
    ]);
    pin("lists", &text);
}

/// Documents in other formats, each the content of a file that was meant to be JSON.
const FORMATS: [(&str, &str); 14] = [
    ("CSV with names", "Extension;Owner\n8001;jane.doe\n"),
    ("CSV with quotes", "\"validator\",\"property\"\n\"range\",\"timeout\"\n"),
    ("CSV without names", "8001,jane.doe\n8002,ben.carter\n"),
    ("a table with tabs", "Extension\tOwner\n8001\tjane.doe\n"),
    ("a list of names", "jane.doe\nben.carter\n"),
    ("YAML", "# Rules\nrules:\n  - validator: range\n"),
    ("TOML", "# Rules\n[[rules]]\nvalidator = \"range\"\nmax = 60\n"),
    ("TOML that begins with a value", "title = \"Rules\"\n\n[rules]\nmax = 60\n"),
    ("INI", "; Rules\n[range]\nmax=60\n"),
    ("properties of Java", "externalCallTimeout.actualValue = 30\ncallForwardAll.actualValue = true\n"),
    ("one setting", "callForwardAll=true"),
    ("XML", "<?xml version=\"1.0\"?>\n<rules/>\n"),
    (
        "a JSON Schema",
        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\", \"$defs\": {}}",
    ),
    ("nothing", ""),
];

#[test]
fn other_formats_say_what_a_body_looks_like() {
    let texts: Vec<_> = FORMATS.iter().map(|(_, text)| text.as_bytes()).collect();
    pin("formats", &reports(&texts));
}

#[test]
fn other_formats_say_what_each_kind_of_file_looks_like() {
    let mut text = String::new();
    for (what, document) in FORMATS {
        text += &format!("# {what}\n");
        for (file, error) in [
            ("a rule file", RuleSet::from_json(document).err()),
            ("a directory file", InMemoryDirectory::from_json(document).err()),
            ("a case file", CaseFile::from_json(document).err()),
            ("a state file", State::from_json(document).err()),
        ] {
            let error = error.unwrap().to_string();
            assert!(error.contains(&format!("{file} is an object, such as `{{")), "{what}: {error}");
            text += &format!("{error}\n");
        }
    }
    pin("fileFormats", &text);
}

#[test]
fn what_only_resembles_another_format() {
    let text = reports(&[
        b"[abc]",
        b"[[abc]]\n",
        b"[true]\n[false]",
        b"x = {callForwardAll: 1}\ny = 2",
        b"\"callForwardAll\": true, \"screenCalls\": 1\n\"muteOnTransfer\": null, \"x\": 1",
        b"Hello Anna, here it is,\nas you asked, once more:\n{\"callForwardAll\": true}",
        b"Hello Anna, Ben,\nthis is the file: all of it",
        b"// Rules\nrules: 1",
        b"# Rules",
        b"[range]\nmax",
        b"a*b=1\nc=2",
        b"HTTP/1.1 200 OK\n\nOK\n\n[]\n",
    ]);
    pin("resembling", &text);
}

#[test]
fn calls_and_sets_of_python() {
    let text = reports(&[
        b"{'followMe': [{'phoneNumber': UUID('a)'), 'timeout': Decimal('15'), 'usePin': 5}]}",
        b"{'followMe': dict_values([{'phoneNumber': '8010', 'timeout': 301, 'usePin': False}])}",
        b"OrderedDict({'callForwardAll': OrderedDict({'actualValue': 'on'})})",
        b"OrderedDict([('callForwardAll', OrderedDict([('actualValue', True)]))])",
        b"defaultdict(<class 'dict'>, {'callForwardAll': {'actualValue': 'on'}})",
        b"{'x': datetime.datetime(2025, 11, 3, tzinfo=utc), 'y': new Date(), 'externalCallTimeout': {'actualValue': 301}}",
        b"{'followMe': {'8010', '8011'}, 'x': frozenset({1, 2}), 'y': set(), 'z': {3}, 'externalCallTimeout': {'actualValue': 301}}",
        b"{'followMe': {0: {'phoneNumber': 8010, 'timeout': 301, 'usePin': False}}}",
        b"callback({\"callForwardAll\": 1})",
        b"print({\"callForwardAll\": 1}, 5)",
        b"{\"followMe\": a([1}",
        b"{\"followMe\": a([1], 2)}",
        b"{\"followMe\": a('1}",
        b"Decimal('15')",
        b"{'8010', '8011'}",
        b"{\"followMe\": {\"8010\", \"8011\"}, \"x\": {007, 0x1F}, \"externalCallTimeout\": {\"actualValue\": 301}}",
        b"{'followMe': {'8010', x}}",
        b"{'followMe': {'8010', 'x': 1}}",
        b"{'followMe': {'8010\n', '8011'}}",
    ]);
    pin("calls", &text);
}

#[test]
fn arrays_written_as_objects() {
    let text = reports(&[
        br#"{"followMe": {"0": {"phoneNumber": 8010, "timeout": 301, "usePin": true}, "1": 5}}"#,
        br#"{"followMe": {"0": 1, "x": 2}, "callForwardAll": {"0": true}}"#,
        br#"{"followMe": {"8010": {"timeout": 301}}}"#,
        br#"{"followMe": {"value": [{"phoneNumber": "8010", "timeout": 301, "usePin": 1}, 5], "Count": 1}}"#,
    ]);
    pin("numbered", &text);
}

#[test]
fn lines_that_a_terminal_has_cut() {
    let body = concat!(
        r#"{"callForwardAll": {"actualValue": true}, "externalCallTimeout": {"actualValue": 301}, "x": "a longer text, of which a part is "#,
        r#"in the next line", "followMe": [{"phoneNumber": "8010", "timeout": 3001, "usePin": false}], "screenCalls": {"actualValue": 1}}"#
    );
    let pointers = |body: &str| {
        let options = ParseOptions::new().recover().follow_suggestions();
        let report = RequestChecker::recommended().with_parse_options(options).check(body, &Context::new());
        let problem = |problem: &Problem| match problem.kind() {
            ProblemKind::Syntax(error) => Err(error),
            _ => Ok(problem.pointer()),
        };
        report.iter().map(problem).collect::<Vec<_>>()
    };
    let whole = pointers(body);
    for width in 40..100 {
        for line_break in ["\n", "\r\n"] {
            let lines: Vec<_> = body.as_bytes().chunks(width).map(|line| str::from_utf8(line).unwrap()).collect();
            let is_in_token = serde_json::from_str::<serde_json::Value>(&lines.join(line_break)).is_err();
            let mut cut = pointers(&lines.join(line_break));
            assert_eq!(cut.contains(&Err(SyntaxError::WrappedLines(width))), is_in_token);
            cut.retain(Result::is_ok);
            assert_eq!(cut, whole, "{width}");
        }
    }
    let text = reports(&[
        b"{\"callForwardAll\": {\"actualValue\": 1}, \"screen\n  Calls\": {\"actualValue\": 1}, \"externalCallTimeout\": {\"actualValue\": 301}}",
        b"{\"callForwardAll\": {\"actualValue\": 1}, \"screenCalls\": {\"actualValue\": fal\nse}, 'mute\nOnTransfer': {\"actualValue\": 1}}",
        b"{\"callForwardAll\": {\"actualValue\": true}, \"callForwardAllMode\": {\"actualValue\": \"All},\n\"externalCallTimeout\": {\"actualValue\": 0}}",
    ]);
    let text = text
        + &reports(&[
            b"{\"callForwardAll\": {\"actualValue\": 1}, \"x\": 301\n,}",
            b"{\"callForwardAll\": {\"actualValue\": 1}, \"x\": 301\ny z}",
            b"{\"callForwardAll\": {\"actualValue\": 1}, \"x\": 301\ny,}",
            b"{\"externalCallTimeout\": {\"actualValue\": 301}\n? 1}",
        ]);
    pin("wrappedLines", &text);
}

#[test]
fn other_encodings() {
    let body = "{\"callForwardAll\": {\"actualValue\": \"é\", \"actualValue\": 1},\n \"externalCallTimeout\": {\"actualValue\": 301},}";
    let utf_16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{body}").encode_utf16().flat_map(bytes).collect()
    };
    let (le, be) = (utf_16("\u{feff}", u16::to_le_bytes), utf_16("", u16::to_be_bytes));
    let windows_1252: Vec<u8> = "{“FollowMe”: [5]}\n€"
        .chars()
        .map(|character| match character {
            '“' => 0x93,
            '”' => 0x94,
            '€' => 0x80,
            character => u8::try_from(character).unwrap(),
        })
        .collect();
    let latin_1: Vec<u8> = body.chars().map(|character| u8::try_from(character).unwrap()).collect();
    let mixed = b"\xef\xbb\xbf{\"x\": \"gr\xfcn \xc3\xbc\",\n \"externalCallTimeout\": {\"actualValue\": 301},}";
    pin("encodings", &reports(&[&le, &be, &windows_1252, &latin_1, mixed, b"\xff\xfe"]));
}

#[test]
fn files_in_other_encodings() {
    let utf_16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let rules = RuleSet::from_json(utf_16("{\"rules\":\n [{\"validator\": \"rnage\"}]}")).unwrap_err().to_string();
    let directory =
        InMemoryDirectory::from_json(b"{\"extensions\": \"B\xfc\",\n \"language\": []}").unwrap_err().to_string();
    let unreadable = RuleSet::from_json(b"\x1f\x8b\x08").unwrap_err().to_string();
    pin("fileEncodings", &[rules, directory, unreadable].join("\n\n"));
}

#[test]
fn files_before_an_error_that_cannot_be_corrected() {
    let cut = [
        r#"{"rules": [{"validator": "rnage", "property": "a"}, {"validator": "range", "min": "1", "prop"#,
        r#"{"rules": [{"validator": "range", "property": a.b, "min": 0x1, "max": "5"}], "x": ?"#,
        r#"{"rules": [{"validator": , "property": "a"}, {"validatr": "regex" ?"#,
    ];
    let error = |text: &str| RuleSet::from_json(text).unwrap_err().to_string();
    pin("fileBefore", &cut.map(error).join("\n\n"));
}

#[test]
fn beginnings_endings_and_brackets_of_other_documents() {
    let text = reports(&[
        b"12-/5",
        b"\"a\" b",
        b"> {\"screenCalls\": 1}",
        b"text here {u'screenCalls': 1}",
        b"{\"screenCalls\": {\"actualValue\": true)};",
        b"{\"screenCalls\": 1);",
        b"{\"screenCalls\": (\"actualValue\": 1)}",
        b"{\"screenCalls\": {\"actualValue\": 1} \"a\tb\": 1 \"c\\d\": 1, \"x\": [\"e\\f\": 1]}",
        b"{'followMe': (u'x', 1)}",
        b"{'followMe': ('x',)}",
        b"{\"followMe\": [ ) ]}",
        b"{'callForwardAllMode': {'actualValue': 'b' + 'c\n'}}",
        b"{N/A: 1}",
        b"{\"a\"b\": 1}",
        br#"{"callForwardAllMode": {"actualValue": "\udc00\udc00"}}"#,
        br#"{"callForwardAllMode": {"actualValue": "\udc00\uzzzz"}}"#,
        b"{\"followMe\": [{\"timeout\": .5}]}",
    ]);
    pin("documents", &text);
}

#[test]
fn objects_that_are_not_what_is_meant() {
    let text = reports(&[
        br#"{"config": {}}"#,
        br#"{"callForwardAll": {"__x": true}}"#,
        br#"{"followMe": {"a": 1}}"#,
        br#"{"eFaqSearchOption": {"actualValue": 1, }}"#,
    ]);
    pin("objects", &text);
}

#[test]
fn rule_files_with_other_names_and_values() {
    let many: Vec<_> = (3..15)
        .map(|max| format!(r#"{{"validator": "range", "property": "eFaqSearchOption", "max": {max}}}"#))
        .collect();
    let text: String = [
        r#"{"rules": [], "extensions": []}"#.to_owned(),
        r#"{"rulez": []}"#.to_owned(),
        r#"{"rules": [{"validtor": "range", "property": "timeout", "max": 1}]}"#.to_owned(),
        r#"{"rules": [{"validator": "range", "property": "eFaqSearchOption", "min": 3, "max": 1}]}"#.to_owned(),
        r#"{"rules": [{"validator": "range", "property": "followMe.any.timeout", "max": 1}]}"#.to_owned(),
        r#"{"rules": [{"validator": "otherAttributeValue", "property": "screenCalls", "other": "followMe", "expect": {"is": 1}}]}"#.to_owned(),
        r#"{"rules": [{"validator": "range", "property": "eFaqSearchOption", "max": 1},
            {"validator": "validValues", "property": "eFaqSearchOption", "values": [2, "x"]}]}"#.to_owned(),
        format!(r#"{{"rules": [{}]}}"#, many.join(",\n")),
    ]
    .iter()
    .map(|file| match RequestChecker::from_json(file) {
        Ok(checker) => format!("{file}\n{:#?}\n\n", checker.warnings()),
        Err(error) => format!("{file}\n{error}\n{:#?}\n\n", error.warnings()),
    })
    .collect();
    pin("rules", &text);
}

#[test]
fn directory_files_whose_warnings_need_other_sections() {
    let text: String = [
        r#"{"extensions": 5, "objects": {"user": []}}"#,
        r#"{"objects": {"user": []}, "extensions": [{"extension": "1", "objectType": 5, "id": "a"}, {"extension": {}, "id": 5}, "1", "1"]}"#,
        r#"{"accessControlGroups": {"a": 5}}"#,
    ]
    .map(|file| {
        let error = InMemoryDirectory::from_json(file).unwrap_err();
        format!("{file}\n{error}\n{:#?}\n\n", error.warnings())
    })
    .concat();
    pin("directories", &text);
    assert!(InMemoryDirectory::from_json(b"\xff\xfe{\0}\0").is_ok());
}

#[test]
fn json_inside_of_html() {
    let text = reports(&[
        b"<pre class=\"code\">{\n&nbsp;&quot;screenCall&quot;: { &quot;actualValue&quot;: True }\n}</pre>",
        b"{&#34;followMe&#34;: [{&#34;phoneNumber&#34;: &#34;A&amp;B&#34;, &#34;timeout&#34;: 1}]}",
        b"<html><body><p>Sign in</p><script>var x = {\"a\": 1}</script></body></html>",
    ]);
    pin("html", &text);
    let errors = RuleSet::from_json("<p>{&quot;rules&quot;: [{}]}</p>").unwrap_err();
    assert_eq!(errors.problems().len(), 2);
}

#[test]
fn the_outermost_object_of_a_program() {
    let text = reports(&[
        b"const body = {\n  // until Friday\n  callForwardAll: { actualValue: 'x' },\n};",
        b"export default { /* a */ // b\n  followMe: [\n{ timeout: 1 },\n],\n}",
        b"let bodies: Body[] = [\n  // the first\n  {\"x\": 1}\n]",
        b"found\n = {screenCalls: 5}",
        b"[10:42] Meier, Anna\n```json\n{\"screenCalls\": 5}\n```",
        b"[2024-05-01 10:42:11] INFO body={\"screenCalls\": 5}",
        b"[10:42]\n{\"screenCalls\": 5}",
        b"[10:42], {\"screenCalls\": 5}",
    ]);
    pin("outermost", &text);
}

#[test]
fn placeholders_of_templates_and_words_of_other_languages() {
    let text = reports(&[
        br#"{"externalCallTimeout": {"actualValue": ${TIMEOUT:-30}}, "x": 1}"#,
        br#"{"externalCallTimeout": {"actualValue": {{ x | default(30) }}}, "x": 1}"#,
        br#"{"externalCallTimeout": {"actualValue": <%= x %>}, "callForwardAll": @@X@@, "screenCalls": %NAME%, "x": 1}"#,
        br#"{"callForwardAll": {"actualValue": Wahr}, "screenCalls": {"actualValue": faux}, "muteOnTransfer": {"actualValue": ja}, "x": 1}"#,
    ]);
    pin("templates", &text);
}

#[test]
fn a_number_at_the_end_of_what_is_cut_off_may_go_on() {
    let count = |body: &str| {
        let report = ParseOptions::new().recover().check::<icws_schema::body::UserClientConfigurationProperties>(body);
        report.iter().filter(|problem| !matches!(problem.kind(), ProblemKind::Syntax(_))).count()
    };
    for (cut, problems) in [
        (r#"{"eFaqSearchOption":10"#, 0),
        (r#"{"eFaqSearchOption":10 "#, 1),
        (r#"{"screenCalls":{"actualValue":1},"externalCallTimeout":{"actualValue":-3000000000."#, 1),
        (r#"{"externalCallTimeout":{"actualValue":true"#, 1),
    ] {
        assert_eq!(count(cut), problems, "{cut}");
    }
}

#[test]
fn all_brackets_that_are_missing() {
    let expected = |body: &str| ParseOptions::new().recover().check::<icws_schema::body::FollowMe>(body);
    for (body, closing) in [
        ("{\"a\": [{", "`}]}` for the `{` at 1:8 and 2 brackets around it"),
        ("{\"a\": [", "`]}` for the `[` at 1:7 and 1 bracket around it"),
        ("{", "`}` for the `{` at 1:1"),
    ] {
        let text = expected(body).to_string();
        assert!(text.contains(&format!("expected {closing}, found the end of the input")), "{text}");
    }
    let deep = "[".repeat(10_000);
    assert!(!expected(&deep).is_valid());
}
