//! State files: all problems at once, written as loaded, and no secret in a problem.

use icws_schema::endpoint::{
    CsrfToken, InheritanceSource, Precedence, Session, SessionCookie, SessionId, State, StateUser,
};
use icws_schema::file::{LoadFound, LoadProblem, LoadProblemKind};
use icws_schema::license::{Allocation, HeldLicenses, License, LicenseCounts, MediaLevel};
use serde_json::{Value, json};

/// A file with every member.
pub(super) fn full() -> Value {
    json!({
        "$schema": "stateFile.json",
        "version": 1,
        "featureVersion": 8,
        "users": [
            {
                "id": "Jane", "displayName": "Jane Doe", "uri": "/configuration/users/jane",
                "view": {"screenCalls": {"actualValue": true}, "eFaqSearchOption": 2, "followMe": []},
                "customizeClient": false, "templates": ["t"], "roles": ["R"], "workgroups": ["w"],
                "licenses": {"allocation": "concurrent", "licenses": ["A"], "mediaLevel": {"license": "B", "mediaTypes": ["call"]}}
            },
            {"id": "john"}
        ],
        "templates": [{"id": "T", "displayName": "Template", "uri": "/t", "view": {"muteOnTransfer": {"actualValue": true}}}],
        "roles": [{"id": "r"}],
        "workgroups": [{"id": "W"}],
        "defaultUser": {"id": "Default User", "view": {"externalCallTimeout": {"actualValue": 20}}},
        "licenses": [{
            "id": "A", "displayName": "License", "uri": "/l", "assignable": {"allowed": 1, "configured": 2, "inUse": 3},
            "concurrent": {"allowed": 4, "configured": 5}, "defaultMediaTypes": ["chat"]
        }],
        "sessions": [{"id": "1984", "token": "t0k3n", "cookie": "icws_1984=6d1c", "user": "JANE"}],
        "directory": {"extensions": ["8001", 8002], "timeZones": []}
    })
}

#[track_caller]
fn problems(file: &str) -> Vec<String> {
    let error = State::from_json(file).unwrap_err();
    error.problems().iter().map(ToString::to_string).collect()
}

#[test]
fn every_member_of_a_file_is_read() {
    let state = State::from_json(full().to_string()).unwrap();
    let user = state.user("jane").unwrap();
    assert_eq!(state.feature_version(), Some(8));
    assert_eq!((&*user.id.id, user.id.display_name.value().unwrap().as_str()), ("Jane", "Jane Doe"));
    assert!(!user.customize_client);
    assert_eq!(user.allocation, Allocation::Concurrent);
    let level = MediaLevel::new("B").with_media_types(["call"]);
    assert_eq!(user.licenses, HeldLicenses::new(["A"]).with_media_level(level));
    let view = state.view("jane", &Precedence::default()).unwrap();
    assert_eq!(view.mute_on_transfer.effective(), Some(&true));
    assert_eq!(view.external_call_timeout.effective(), Some(&20));
    let sources = state.sources(user);
    assert_eq!((sources.templates.len(), sources.roles.len(), sources.workgroups.len()), (1, 1, 1));
    let license = state.licenses().get("a").unwrap();
    assert_eq!(license.assignable, LicenseCounts::new(1, 2).with_in_use(3));
    assert_eq!(license.concurrent, LicenseCounts::new(4, 5));
    assert_eq!(license.default_media_types, ["chat"]);
    assert_eq!(state.session_user(&SessionId::new("1984").unwrap()), Some("JANE"));
    assert!(state.directory().is_some());
    let john = state.user("JOHN").unwrap();
    assert!(john.customize_client && john.licenses == HeldLicenses::default());
}

#[test]
fn a_file_is_written_as_it_is_read() {
    let mut file = full();
    let state = State::from_json(file.to_string()).unwrap();
    file.as_object_mut().unwrap().remove("$schema");
    file["licenses"][0]["concurrent"]["inUse"] = json!(5);
    assert_eq!(serde_json::from_str::<Value>(&state.expose_json()).unwrap(), file);
    let again = State::from_json(state.expose_json()).unwrap();
    assert_eq!(again.expose_json(), state.expose_json());
    let empty = State::from_json(r#"{"version": 1.0}"#).unwrap();
    assert_eq!(empty.expose_json(), r#"{"version":1}"#);
}

#[test]
fn a_state_built_in_code_equals_that_of_a_file() {
    let view = |json: Value| icws_schema::from_value(&json).unwrap();
    let mut jane = StateUser::new("Jane").with_customize_client(false).with_templates(["t"]).with_roles(["R"]);
    jane.id.display_name.set("Jane Doe");
    jane.id.uri = Some("/configuration/users/jane".to_owned());
    let jane = jane
        .with_workgroups(["w"])
        .with_view(view(json!({"screenCalls": {"actualValue": true}, "eFaqSearchOption": 2, "followMe": []})))
        .with_licenses(
            Allocation::Concurrent,
            HeldLicenses::new(["A"]).with_media_level(MediaLevel::new("B").with_media_types(["call"])),
        );
    let id = icws_schema::body::ConfigurationId::new("T").with_display_name("Template").with_uri("/t");
    let license = icws_schema::body::ConfigurationId::new("A").with_display_name("License").with_uri("/l");
    let license = License::new(license)
        .with_assignable(LicenseCounts::new(1, 2).with_in_use(3))
        .with_concurrent(LicenseCounts::new(4, 5))
        .with_default_media_types(["chat"]);
    let everyone = InheritanceSource::new("Default User", view(json!({"externalCallTimeout": {"actualValue": 20}})));
    let mut state = State::new()
        .with_feature_version(8)
        .with_default_user(everyone)
        .with_licenses([license])
        .with_directory_json(r#"{ "extensions": ["8001", 8002], "timeZones": [] }"#)
        .unwrap();
    state.insert_user(jane);
    state.insert_user(StateUser::new("john"));
    state.insert_template(InheritanceSource::new(id, view(json!({"muteOnTransfer": {"actualValue": true}}))));
    state.insert_role(InheritanceSource::new("r", view(json!({}))));
    state.insert_workgroup(InheritanceSource::new("W", view(json!({}))));
    let session = Session::new(SessionId::new("1984").unwrap(), CsrfToken::new("t0k3n").unwrap())
        .with_cookie(SessionCookie::new("icws_1984=6d1c").unwrap());
    state.insert_session(session, "JANE");
    assert_eq!(state.expose_json(), State::from_json(full().to_string()).unwrap().expose_json());
}

#[test]
fn all_problems_are_reported_at_once_with_line_and_column() {
    let file = r#"{
  "verison": 1,
  "featureVersion": -1,
  "users": [
    {"id": "jane", "rolse": [], "customizeClient": "yes", "view": {"screenCalls": {"actualValue": 1}, "followMe": [{}]}},
    {"id": "JANE", "roles": ["agnet", 5], "licenses": {"allocation": "asignable", "mediaLevel": {}}},
    {"id": ".."},
    7,
    {}
  ],
  "roles": [{"id": "Agent"}, {"id": "agent", "view": []}],
  "licenses": [{"id": "a", "assignable": {"allowed": 4294967296}}, {"id": "A"}],
  "directory": {"timeZone": []},
  "defaultUser": {"id": "d", "x": 1}
}"#;
    assert_eq!(
        problems(file),
        [
            "1:1: missing required property `version`",
            "2:3: `verison` is not a property of a state file; did you mean `version`?",
            "3:21: /featureVersion: expected an integer from 0 to 4294967295, found -1",
            "5:20: /users/0: `rolse` is not a property of a user; did you mean `roles`?",
            "5:52: /users/0/customizeClient: expected a boolean, found \"yes\"; write `true` or `false`, without quotes",
            "5:99: /users/0/view/screenCalls/actualValue: expected a boolean or null, found a number",
            "5:116: /users/0/view/followMe/0/phoneNumber: missing required property `phoneNumber`",
            "5:116: /users/0/view/followMe/0/timeout: missing required property `timeout`",
            "5:116: /users/0/view/followMe/0/usePin: missing required property `usePin`",
            "6:12: /users/1: id: duplicate `JANE`, expected names that differ, compared case-insensitively",
            "6:30: /users/1/roles/0: `agnet` is not an id in `roles`; did you mean `agent`?",
            "6:39: /users/1/roles/1: expected a string, found 5; write it in double quotes",
            "6:70: /users/1/licenses/allocation: expected one of `assignable`, `concurrent`, found \"asignable\"; did you mean `assignable`?",
            "6:97: /users/1/licenses/mediaLevel: missing required property `license`",
            "7:12: /users/2: expected a user id that a URL can contain, found \"..\"",
            "8:5: /users/3: expected an object, found 7",
            "9:5: /users/4: missing required property `id`",
            "11:37: /roles/1: id: duplicate `agent`, expected names that differ, compared case-insensitively",
            "11:54: /roles/1/view: expected an object (UserClientConfigurationProperties), found an array",
            "12:42: /licenses/0/assignable: missing required property `configured`",
            "12:54: /licenses/0/assignable/allowed: expected an integer from 0 to 4294967295, found 4294967296",
            "12:75: /licenses/1: id: duplicate `A`, expected names that differ, compared case-insensitively",
            "13:17: /directory: `timeZone` is not a property of a directory file; did you mean `timeZones`?",
            "14:30: /defaultUser: `x` is not a property of a source of inheritance; the known names are `id`, `displayName`, `uri`, `view`",
        ]
    );
}

#[test]
fn another_version_or_another_file_is_rejected() {
    assert_eq!(problems(r#"{"version": 2}"#), ["1:13: /version: expected 1, the version of state files, found 2"]);
    assert_eq!(problems(r#"{"version": "1"}"#).len(), 1);
    assert_eq!(
        problems("[]"),
        [
            r#"1:1: expected an object, found an empty array; a state file is an object, such as `{"version": 1, "users": [{"id": "jane.doe"}]}`"#
        ]
    );
    assert_eq!(
        problems(r#"{"version": 1, "version": 1}"#),
        ["1:16: duplicate `version`; keep only one of them, with what is needed of both"]
    );
    assert_eq!(problems("{").len(), 1);
}

#[test]
fn a_session_requires_a_user_and_a_unique_id() {
    let file = r#"{"version": 1, "users": [{"id": "jane"}], "sessions": [
  {"id": "1", "token": "t", "user": "jnae"},
  {"id": "2", "token": "t", "user": "jane"},
  {"id": "2", "token": "t", "user": "JANE"},
  {}
]}"#;
    assert_eq!(
        problems(file),
        [
            "2:37: /sessions/0: user: a value that is not shown is not an id in `users`",
            "4:10: /sessions/2: id: expected an id that no other session has, found a value that is not shown",
            "5:3: /sessions/3: missing required property `id`",
            "5:3: /sessions/3: missing required property `token`",
            "5:3: /sessions/3: missing required property `user`",
        ]
    );
}

#[test]
fn items_that_are_not_objects_count_in_the_pointers_of_others() {
    let file = r#"{"version": 1, "sessions": [{"id": "1", "token": "t", "user": "a"}, "s", {"id": "2", "token": "t", "user": "b"}],
 "users": [{"id": "a"}, 5, {"id": "c", "roles": ["r"]}]}"#;
    let error = State::from_json(file).unwrap_err();
    let pointers: Vec<_> = error.problems().iter().map(LoadProblem::pointer).collect();
    assert_eq!(pointers, ["/sessions/1", "/sessions/2", "/users/1", "/users/2/roles/0"]);
}

#[test]
fn nothing_of_a_session_is_shown() {
    let secret = "c4n4ry";
    for sessions in [
        json!(secret),
        json!([secret]),
        json!([{"id": "1", "token": "t", "user": secret}]),
        json!([{"id": "1", "token": "t", "user": "jane", secret: 1}]),
        json!([{"id": "1", "token": "t", "user": [secret]}]),
        json!({secret: secret}),
    ] {
        let file = json!({"version": 1, "users": [{"id": "jane"}], "sessions": sessions});
        let error = State::from_json(file.to_string()).unwrap_err();
        let parameters: Vec<_> = error.problems().iter().map(|problem| problem.parameter()).collect();
        let printed = format!("{error} {error:?} {parameters:?}");
        assert!(!printed.contains(secret), "{printed}");
    }
    let error = State::from_json(r#"{"version": 1, "sessions": "c4n4ry"}"#).unwrap_err();
    assert!(error.to_string().ends_with("expected an array, found a string"), "{error}");
}

#[test]
fn no_problem_shows_a_secret() {
    let secret = "c4n4ry";
    for (member, value) in [
        ("id", json!("")),
        ("id", json!([secret])),
        ("token", json!(format!("{secret}\n"))),
        ("token", json!({secret: secret})),
        ("cookie", json!(secret)),
        ("cookie", json!(format!("{secret}=1; {secret}"))),
        ("cookie", json!(12_345_678)),
    ] {
        let mut file = full();
        file["sessions"][0][member] = value;
        let error = State::from_json(file.to_string()).unwrap_err();
        let problem = &error.problems()[0];
        assert_eq!((problem.kind(), problem.found()), (LoadProblemKind::InvalidValue, &LoadFound::Hidden), "{error}");
        let printed = format!("{error} {error:?}");
        assert!(!printed.contains(secret) && !printed.contains("12345678"), "{printed}");
    }
}

#[test]
fn a_view_of_a_file_is_read_as_a_response() {
    let user = |view: Value| json!({"version": 1, "users": [{"id": "jane", "view": view}]}).to_string();
    let view =
        json!({"screenCalls": {"effectiveValue": true}, "eFaqSearchOption": 9, "new": 1e2, "muteOnTransfer": null});
    let state = State::from_json(user(view.clone())).unwrap();
    assert_eq!(serde_json::to_value(&state.user("jane").unwrap().view).unwrap(), view);
    let twice = user(json!({})).replace("{}", r#"{"screenCalls": null, "screenCalls": null}"#);
    assert!(
        problems(&twice)[0].contains("/users/0/view/screenCalls: duplicate `screenCalls`"),
        "{:?}",
        problems(&twice)
    );
    assert!(problems(&user(json!({"__type": "urn:x"})))[0].contains("expected the URN `urn:inin.com"));
    let from = json!({"screenCalls": {"inheritedFrom": [{"from": {"id": "a"}, "objectType": "x", "values": true}]}});
    assert!(problems(&user(from))[0].contains("expected a code of InheritedFromType"));
    let number = user(json!({"x": 0})).replace('0', "1e400");
    assert!(
        problems(&number)[0].contains("expected a number in the range of a 64-bit float"),
        "{:?}",
        problems(&number)
    );
}

#[test]
fn a_large_file_is_loaded_in_linear_time() {
    let users: Vec<_> = (0..100_000).map(|index| json!({"id": format!("u{index}"), "roles": ["r"]})).collect();
    let file = json!({"version": 1, "users": users, "roles": [{"id": "r"}]}).to_string();
    assert_eq!(State::from_json(&file).unwrap().users().count(), 100_000);
    let dangling = json!({"version": 1, "users": users}).to_string();
    assert_eq!(State::from_json(&dangling).unwrap_err().problems().len(), 100_000);
}

#[test]
#[cfg(feature = "schema")]
fn the_schema_accepts_what_loading_accepts() {
    use crate::schema::{mutants, validator};
    let schema = validator("stateFile.json");
    let file = full();
    assert!(schema.is_valid(&file));
    let (mut count, mut differences) = (0, Vec::new());
    for mutant in mutants(&file) {
        count += 1;
        let loaded = State::from_json(mutant.to_string());
        if schema.is_valid(&mutant) == loaded.is_ok() {
            continue;
        }
        let error = loaded.expect_err("the schema accepts what loading accepts");
        // Ids that no entry has, or that two have.
        let is_inexpressible = |kind| matches!(kind, LoadProblemKind::UnknownName | LoadProblemKind::DuplicateName);
        if !error.problems().iter().all(|problem| is_inexpressible(problem.kind())) {
            differences.push(format!("{mutant}\n{error}"));
        }
    }
    assert!(count > 500, "{count}");
    assert_eq!(differences, [""; 0]);
}
