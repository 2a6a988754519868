//! The endpoint on the command line: changes between views, and what a server in a state responds.

use super::{VALID, file, run, run_with};
use serde_json::{Value, json};
use std::sync::LazyLock;

const TOKEN: &str = "canary-token";
const COOKIE: &str = "icws_1984=canary-cookie";

fn user(id: &str, view: &Value) -> Value {
    json!({"configurationId": {"id": id}, "clientConfigurationProperties": view})
}

fn view(call_forward_all: bool) -> Value {
    json!({
        "callForwardAll": {"actualValue": call_forward_all, "effectiveValue": call_forward_all},
        "screenCalls": {"actualValue": null, "effectiveValue": true, "inheritedValue": true}
    })
}

/// The state file of all tests, which is written once.
fn state() -> String {
    static FILE: LazyLock<String> = LazyLock::new(|| {
        let state = json!({
            "version": 1,
            "users": [{"id": "jane", "view": {"callForwardAll": {"actualValue": true}}}],
            "sessions": [{"id": "1984", "token": TOKEN, "cookie": COOKIE, "user": "jane"}]
        });
        file("state.json", &state.to_string())
    });
    FILE.clone()
}

fn request(token: &str, body: &str) -> String {
    format!(
        "PUT /icws/1984/configuration/users/jane/client HTTP/1.1\r\nININ-ICWS-CSRF-Token: {token}\r\nCookie: {COOKIE}\r\n\
         Content-Type: application/json\r\n\r\n{body}"
    )
}

#[test]
fn diff_prints_the_smallest_put_between_two_views_in_any_form() {
    let before = file("before.json", &view(true).to_string());
    for (name, after) in [("after-view.json", view(false)), ("after-user.json", user("jane", &view(false)))] {
        let ran = run(&["diff", "--explain", &before, &file(name, &after.to_string())]);
        assert_eq!((ran.code, &*ran.out), (0, "{\"callForwardAll\":{\"actualValue\":false}}\n"), "{}", ran.err);
        assert!(ran.err.ends_with(": callForwardAll: the user's own value changed\n"), "{}", ran.err);
    }
}

#[test]
fn diff_matches_the_users_of_lists_by_id() {
    let list = |users: &[Value]| json!({"items": users}).to_string();
    let before = file(
        "list-before.json",
        &list(&[user("jane", &view(true)), user("joe", &view(true)), user("al", &view(true))]),
    );
    let after = file(
        "list-after.json",
        &list(&[user("Joe", &view(false)), user("jane", &view(true)), user("new", &view(true))]),
    );
    let ran = run(&["diff", &before, &after]);
    assert_eq!(
        ran.out,
        "{\"id\":\"jane\",\"body\":{}}\n{\"id\":\"joe\",\"body\":{\"callForwardAll\":{\"actualValue\":false}}}\n"
    );
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("user `al` is not in ") && ran.err.contains("list-after.json\n"), "{}", ran.err);
    assert!(ran.err.contains("user `new` is not in ") && ran.err.contains("list-before.json\n"), "{}", ran.err);
    assert_eq!(run(&["diff", &before, &file("no-list.json", "{\"followMe\": []}")]).code, 2);
}

#[test]
fn a_view_without_own_values_is_an_error_that_names_the_query() {
    let ran = run_with(&["to-put", "-"], r#"{"screenCalls": {"effectiveValue": true}}"#);
    assert_eq!(ran.code, 2);
    let message = "the user: the view has no `actualValue` for `screenCalls`: request it with `actualValues=true`";
    assert_eq!(ran.err, format!("error: -: {message}\n"));
    let path = file("effective-view.json", r#"{"screenCalls": {"effectiveValue": true}}"#);
    assert_eq!(run(&["diff", &path, &path]).err, format!("error: {path}, {path}: {message}\n"));
    let list = file("empty-list.json", r#"{"items": []}"#);
    let message = "the first file contains the view of one user, the second one a list";
    assert_eq!(run(&["diff", &path, &list]).err, format!("error: {path}, {list}: {message}\n"));
    let ran = run_with(&["to-put", "--actual-values", "-"], r#"{"screenCalls": {"effectiveValue": true}}"#);
    assert_eq!((ran.code, &*ran.out), (0, "{\"screenCalls\":{\"actualValue\":null}}\n"));
}

#[test]
fn diff_names_users_of_the_second_list_alone_in_the_order_of_the_file() {
    let list =
        |ids: &[&str]| json!({"items": ids.iter().map(|id| user(id, &view(true))).collect::<Vec<_>>()}).to_string();
    let ids: Vec<_> = (0..30).map(|number| format!("user{}", (number * 7) % 30)).collect();
    let before = file("added-before.json", &list(&["jane"]));
    let after = file("added-after.json", &list(&ids.iter().map(String::as_str).chain(["jane"]).collect::<Vec<_>>()));
    let ran = run(&["diff", &before, &after]);
    assert_eq!(ran.code, 1);
    let named: Vec<_> = ran.err.lines().map(|line| line.split('`').nth(1).unwrap()).collect();
    assert_eq!(named, ids);
}

#[test]
fn diff_then_apply_gives_the_second_view_in_what_a_put_can_write() {
    let (before, after) = (file("apply-before.json", &user("jane", &view(true)).to_string()), view(false));
    let put = run(&["diff", &before, &file("apply-after.json", &after.to_string())]).out;
    let applied = run_with(&["apply", &before, "-"], &put);
    assert_eq!(applied.code, 0, "{}", applied.err);
    assert_eq!(run_with(&["to-put", "-"], &applied.out).out, run_with(&["to-put", "-"], &after.to_string()).out);
    assert_eq!(run_with(&["apply", &before, "-"], "{\"x\": 1}").code, 2);
    assert_eq!(run(&["apply", "-", "-"]).code, 2);
}

#[test]
fn explain_prints_a_line_for_each_property_and_contradiction() {
    let ran = run_with(&["explain", "-"], &view(true).to_string());
    assert_eq!((ran.code, &*ran.out), (0, "callForwardAll: the user's own value\nscreenCalls: inherited\n"));
    let wrong = json!({"callForwardAll": {"actualValue": true, "effectiveValue": false}}).to_string();
    let ran = run_with(&["explain", "-"], &wrong);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("inconsistent: callForwardAll.effectiveValue: "), "{}", ran.out);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
}

#[test]
fn evaluate_prints_the_response_and_writes_the_new_state() {
    let new = file("new-state.json", "");
    let update = request(TOKEN, r#"{"screenCalls": {"actualValue": true}}"#);
    let ran = run_with(&["evaluate", "--state", &state(), "--out", &new, "--explain", "-"], &update);
    assert!(ran.out.starts_with("HTTP/1.1 200 OK\r\n"), "{}\n{}", ran.out, ran.err);
    assert!(ran.out.ends_with("\r\n\r\n{\"id\":\"jane\",\"uri\":\"/configuration/users/jane\"}\n"), "{}", ran.out);
    assert!(ran.err.contains("the session is valid (documented)\n"), "{}", ran.err);
    let saved: Value = serde_json::from_str(&std::fs::read_to_string(&new).unwrap()).unwrap();
    assert_eq!(saved["users"][0]["view"]["screenCalls"]["actualValue"], true);
    // The new state is a state: the same request changes nothing more.
    let again = run_with(&["evaluate", "--state", &new, "--explain", "-"], &update);
    assert!(again.out.starts_with("HTTP/1.1 200 OK\r\n"), "{}", again.err);
}

#[test]
fn evaluate_rejects_what_a_server_does_and_shows_no_secret() {
    let timeout = request(TOKEN, r#"{"externalCallTimeout": {"actualValue": 301}}"#);
    let ran = run_with(&["evaluate", "--state", &state(), "--rules", "recommended", "-"], &timeout);
    assert!(ran.out.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{}", ran.out);
    assert!(ran.out.contains(r#""propertyName":"externalCallTimeout.actualValue""#), "{}", ran.out);
    let ran = run_with(&["evaluate", "--state", &state(), "--rules", "recommended", "--explain", "-"], &timeout);
    assert!(ran.err.contains("body: 1:41: externalCallTimeout.actualValue: expected "), "{}", ran.err);
    let ran = run_with(&["evaluate", "--state", &state(), "--explain", "-"], &request("other-canary", "{}"));
    assert!(ran.out.contains("WWW-Authenticate: ICWS realm=\"ICWS\" location=\"/ICWS/connection\"\r\n"), "{}", ran.out);
    assert!(!(ran.out + &ran.err).contains("canary"));
    for message in ["", "PUT\r\n\r\n", "PUT / HTTP/1.1\r\ncanary\r\n\r\n", "\u{0}"] {
        let ran = run_with(&["evaluate", "--state", &state(), "-"], message);
        assert!(ran.code == 2 && !ran.err.contains("canary"), "{}", ran.err);
    }
}

#[test]
fn evaluate_compares_recorded_responses_with_its_own() {
    let entry = |token: &str, method: &str, status: u16, text: &str, encoding: Option<&str>| {
        json!({
            "request": {
                "method": method,
                "url": "https://ic.example.com:8019/icws/1984/configuration/users/jane/client",
                "headers": [
                    {"name": "ININ-ICWS-CSRF-Token", "value": token},
                    {"name": "Cookie", "value": COOKIE},
                    {"name": "Content-Type", "value": "application/json"}
                ],
                "postData": {"text": "{\"screenCalls\": {\"actualValue\": true}}"}
            },
            "response": {"status": status, "headers": [], "content": {"text": text, "encoding": encoding}}
        })
    };
    let result = r#"{"id":"jane","uri":"/configuration/users/jane"}"#;
    let archive = json!({"log": {"version": "1.2", "entries": [
        entry(TOKEN, "PUT", 200, result, None),
        entry(TOKEN, "PUT", 200, "eyJpZCI6ImphbmUiLCJ1cmkiOiIvY29uZmlndXJhdGlvbi91c2Vycy9qYW5lIn0=", Some("base64")),
        entry(TOKEN, "PUT", 200, r#"{"id":"joe","uri":"/configuration/users/jane"}"#, None),
        entry("other-canary", "PUT", 200, result, None),
        entry(TOKEN, "PUT", 502, "<html>canary</html>", None),
        entry(TOKEN, "GET", 200, "{}", None),
    ]}});
    let har = file("recorded.har", &archive.to_string());
    let ran = run(&["evaluate", "--state", &state(), "--har", &har]);
    let outcomes: Vec<_> =
        ran.out.lines().map(|line| line.split(": ").skip(3).collect::<Vec<_>>().join(": ")).collect();
    assert_eq!(
        outcomes,
        [
            "200: same",
            "200: same",
            "200: differs at /id",
            "200: differs: expected status 401",
            "502: not documented",
            "200: not documented"
        ]
    );
    assert_eq!(ran.code, 1);
    assert!(!(ran.out + &ran.err).contains("canary"));
    let of_unknown_encoding = |method| entry(TOKEN, method, 200, "canary", Some("br"));
    let archive = json!({"log": {"version": "1.2", "entries": [
        of_unknown_encoding("GET"),
        of_unknown_encoding("PUT"),
        entry(TOKEN, "PUT", 200, result, None),
    ]}});
    let ran = run(&["evaluate", "--state", &state(), "--har", &file("encoding.har", &archive.to_string())]);
    let outcomes: Vec<_> = ran.out.lines().map(|line| line.rsplit(": ").next().unwrap()).collect();
    assert_eq!(outcomes, ["not documented", "the encoding of the response body is not known", "same"]);
    assert_eq!(ran.code, 2);
    let ran = run(&["evaluate", "--state", &state(), "--har", &file("no.har", "{\"log\": \"canary\"}")]);
    assert!(ran.code == 2 && ran.err.contains("not an HTTP Archive 1.2") && !ran.err.contains("canary"), "{}", ran.err);
}

#[test]
fn a_file_without_a_client_configuration_is_an_error_of_diff() {
    let full = file("full.json", &user("jane", &view(true)).to_string());
    for document in [
        "{}",
        r#"{"errorId": "x", "message": "m"}"#,
        r#"{"configurationId": {"id": "jane"}}"#,
        r#"{"clientConfigurationPropertys": {"callForwardAll": {"actualValue": true}}}"#,
        r#"{"clientConfigurationProperties": null}"#,
        r#"{"clientConfigurationProperties": {"callforwardall": {"actualValue": true}}}"#,
    ] {
        let none = file("none.json", document);
        for pair in [[&full, &none], [&none, &full]] {
            let ran = run(&["diff", pair[0], pair[1]]);
            assert_eq!((ran.code, &*ran.out), (2, ""), "{document}");
            let is_misspelt = document.contains("Propertys");
            let expected = if is_misspelt {
                "`clientConfigurationPropertys`: unknown property; did you mean"
            } else {
                "no client configuration: "
            };
            assert!(ran.err.contains(&format!("none.json: {expected}")), "{}", ran.err);
        }
    }
    let lists = [json!([user("jane", &view(true))]), json!([{"configurationId": {"id": "jane"}}])]
        .map(|items| json!({"items": items}).to_string());
    let ran = run(&["diff", &file("list-full.json", &lists[0]), &file("list-none.json", &lists[1])]);
    assert_eq!((ran.code, &*ran.out), (1, ""));
    assert!(ran.err.contains("list-none.json: user `jane`: no client configuration"), "{}", ran.err);
}

/// The whole cannot be selected: the page says that this is an error.
const NOT_SELECTED: &str = "no client configuration: request it with `select=clientConfigurationProperties.<member>` or \
    `select=*`, and with `actualValues=true`";

#[test]
fn a_user_without_a_view_is_an_error_whether_the_member_is_absent_or_null() {
    let id = r#""configurationId": {"id": "jane"}"#;
    for user in [format!("{{{id}, \"clientConfigurationProperties\": null}}"), format!("{{{id}}}")] {
        let path = file("no-view.json", &user);
        for arguments in [
            &["to-put", &path][..],
            &["explain", &path],
            &["check", "--rules", "recommended", "--current", &path, VALID],
        ] {
            let ran = run(arguments);
            let expected = (2, "", format!("error: {path}: {NOT_SELECTED}\n"));
            assert_eq!((ran.code, &*ran.out, ran.err), expected, "{arguments:?}");
        }
        let list = file("no-view-list.json", &json!({"items": [user_of(&user), user_of(&user)]}).to_string());
        for command in ["to-put", "explain"] {
            let ran = run(&[command, &list]);
            let line = format!("{list}: user `jane`: {NOT_SELECTED}\n");
            assert_eq!((ran.code, &*ran.out, ran.err), (1, "", line.repeat(2)), "{command}");
        }
    }
    let empty = file("empty-view.json", r#"{"clientConfigurationProperties": {}}"#);
    assert_eq!(run(&["to-put", &empty]).out, "{}\n", "an empty view is one");
}

fn user_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_member_with_a_similar_name_is_suggested_where_there_is_no_view() {
    for name in ["ClientConfiguration", "clientConfiguration", "clientConfigurationProperty", "client_configuration"] {
        let path = file("similar-view.json", &format!(r#"{{"{name}": {{"screenCalls": {{"actualValue": true}}}}}}"#));
        let expected =
            format!("error: {path}: `{name}`: unknown property; did you mean `clientConfigurationProperties`?\n");
        for arguments in [
            &["to-put", &path][..],
            &["explain", &path],
            &["check", "--rules", "recommended", "--current", &path, VALID],
        ] {
            let ran = run(arguments);
            assert_eq!((ran.code, &*ran.out, &ran.err), (2, "", &expected), "{arguments:?}");
        }
    }
}

#[test]
fn a_file_of_another_kind_is_not_a_view() {
    let [rules, directory, state, cases] =
        ["rules", "directory", "state", "cases"].map(|name| format!("docs/files/{name}.json"));
    let other = file("other.json", r#"{"name": "other", "private": true}"#);
    for (path, found) in [
        (&rules, "expected a view, a user or a list of users, found a rule file"),
        (&directory, "expected a view, a user or a list of users, found a directory file"),
        (&state, "expected a view, a user or a list of users, found a state file"),
        (&cases, "expected a view, a user or a list of users, found a case file"),
        (&other, NOT_SELECTED),
    ] {
        for arguments in [
            &["to-put", path][..],
            &["explain", path],
            &["apply", path, VALID],
            &["diff", path, VALID],
            &["check", "--rules", "recommended", "--current", path, VALID],
        ] {
            let ran = run(arguments);
            assert_eq!((ran.code, &*ran.out, ran.err), (2, "", format!("error: {path}: {found}\n")), "{arguments:?}");
        }
    }
    assert_eq!(run_with(&["to-put", "-"], "{}").out, "{}\n");
}

#[test]
fn the_directory_of_a_state_has_its_warnings() {
    let state = file(
        "warned-state.json",
        r#"{"version": 1, "users": [{"id": "jane"}], "directory": {"extensions": ["8001", "8001"]}}"#,
    );
    let ran = run_with(&["evaluate", "--state", &state, "-"], "GET / HTTP/1.1\r\n\r\n");
    let warning = "warning: 1:80: /directory/extensions/1: duplicate `8001`, expected names that differ, compared case-insensitively\n";
    assert_eq!((ran.code, ran.err), (0, format!("{state}: {warning}")));
    let ran = run(&["rules", "--check", "--format", "json", &state]);
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &line["warnings"][0]["pointer"]), (0, &json!("/directory/extensions/1")));
    let state = file("wrong-state.json", r#"{"version": 2, "directory": {"extensions": ["8001", "8001"]}}"#);
    let ran = run_with(&["evaluate", "--state", &state, "-"], "GET / HTTP/1.1\r\n\r\n");
    assert!(ran.code == 2 && ran.err.starts_with(&format!("{state}: warning: 1:")), "{}", ran.err);
}

#[test]
fn a_mistyped_property_of_a_view_is_a_warning_that_names_the_property() {
    let typo = r#"{"callforwardall": {"actualValue": true}, "other": 1, "followMe": []}"#;
    let path = file("typo.json", typo);
    let warning = "warning: `callforwardall`: unknown property; did you mean `callForwardAll`?\n";
    let rules: &[&str] = &["check", "--rules", "recommended", "--current", &path, "-"];
    for (arguments, input) in [
        (&["diff", &path, "-"][..], typo),
        (&["to-put", "-"], typo),
        (&["apply", &path, "-"], "{}"),
        (&["explain", "-"], typo),
        (&["check", "--as", "view", "-"], typo),
        (rules, "{}"),
    ] {
        let ran = run_with(arguments, input);
        let is_in_output = arguments.contains(&"view");
        let place = if is_in_output { &ran.out } else { &ran.err };
        assert!(ran.code == 0 && place.contains(warning), "{arguments:?}: {} {place}", ran.code);
        assert!(!place.contains("`other`"), "{place}");
    }
    let ran = run_with(&["check", "--as", "view", "--ndjson", "-"], &format!("{{}}\n{typo}\n"));
    assert!(ran.code == 0 && ran.out.starts_with(&format!("-:2: {warning}-:2: valid\n")), "{}", ran.out);
    let ran = run_with(&["explain", "-"], r#"{"callforwardall": {}, "screenCalls": 1}"#);
    assert!(ran.code == 2 && ran.err.starts_with(&format!("-: {warning}error: -: 1:")), "{}", ran.err);
    let wrapper = r#"{"items": [{"configurationId": {"id": "jane"}, "clientConfigurationPropertie": {}}]}"#;
    let ran = run_with(&["explain", "-"], wrapper);
    let warning = "-: warning: `items[0].clientConfigurationPropertie`: unknown property; did you mean \
                   `clientConfigurationProperties`?\n";
    assert_eq!((ran.code, ran.err), (1, format!("{warning}-: user `jane`: {NOT_SELECTED}\n")));
}

#[test]
fn diff_warns_of_the_views_of_two_users() {
    let [jane, joe, same] =
        ["jane", "joe", "JANE"].map(|id| file(&format!("of-{id}"), &user(id, &view(true)).to_string()));
    let ran = run(&["diff", &jane, &joe]);
    assert_eq!((ran.code, &*ran.err), (0, "warning: the views are of two users: user `jane` and user `joe`\n"));
    assert_eq!(run(&["diff", &jane, &same]).err, "");
}

#[test]
fn an_item_without_an_id_is_an_error_that_names_its_index() {
    let items = json!({"items": [user("jane", &view(true)), {"clientConfigurationProperties": view(true)}]});
    let path = file("no-id.json", &items.to_string());
    for arguments in [&["to-put", &path][..], &["diff", &path, &path]] {
        let ran = run(arguments);
        assert!(ran.code == 2 && ran.err.contains("no-id.json: items[1]: no `configurationId.id`\n"), "{}", ran.err);
    }
}

#[test]
fn problems_of_an_archive_are_reported_by_location() {
    for (archive, message) in [
        (r#"{"log": {"entries": []}}"#, "the archive contains no exchanges"),
        (r#"{"log": {}}"#, "/log/entries: missing, expected an array"),
        (
            r#"{"log": {"entries": [{"request": "canary"}]}}"#,
            "/log/entries/0/request: expected an object, found a string",
        ),
        (
            r#"{"log": {"entries": [{"request": {"method": "canary", "headers": []}}]}}"#,
            "/log/entries/0/request/url: missing, expected a string",
        ),
    ] {
        let ran = run(&["evaluate", "--state", &state(), "--har", &file("wrong.har", archive)]);
        assert!(ran.code == 2 && ran.err.contains(message) && !ran.err.contains("canary"), "{}", ran.err);
    }
}

#[test]
fn all_syntax_errors_of_a_view_are_reported_and_where_reading_ends() {
    let cut = "not checked after line 2";
    for (name, view, expected) in [
        ("python", "{'callForwardAll': {'actualValue': True}}", "found `True`"),
        ("unclear", "{'a': 1,\n{{{ = 3\n}", cut),
    ] {
        let path = file(&format!("view-of-{name}.json"), view);
        let body = file("body-for-view.json", "{}");
        for arguments in [&["to-put", &path][..], &["check", "--rules", "recommended", "--current", &path, &body]] {
            let ran = run(arguments);
            assert!(ran.code == 2 && ran.err.contains(expected) && ran.err.contains("found `'`"), "{}", ran.err);
            assert_eq!(ran.err.contains(cut), expected == cut, "{}", ran.err);
        }
    }
}
