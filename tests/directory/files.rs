//! Directory files.

use icws_schema::directory::{Answer, Directory, InMemoryDirectory, Question, SampleNames, Section};
use icws_schema::file::LoadProblemKind;

fn has_extension(directory: &InMemoryDirectory) -> bool {
    directory.answer(&Question::ExtensionInUse { extension: "é1", except: None }).unwrap() == Answer::Yes
}

#[test]
fn utf_8_and_utf_16_with_a_byte_order_mark_are_read() {
    let text = r#"{"extensions": ["É1"]}"#;
    let units = || ['\u{feff}'].into_iter().chain(text.chars()).map(|char| u16::try_from(u32::from(char)).unwrap());
    let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
    let marked = format!("\u{feff}{text}");
    for input in [text.as_bytes(), marked.as_bytes(), &little, &big] {
        assert!(has_extension(&InMemoryDirectory::from_json(input).unwrap()), "{input:?}");
    }
    // Latin-1.
    assert!(InMemoryDirectory::from_json(b"{\"extensions\": [\"\xc91\"]}").is_err());
}

#[test]
fn positions_do_not_count_the_byte_order_mark() {
    let error = InMemoryDirectory::from_json("\u{feff}{\n\"é\": 1}").unwrap_err();
    let position = error.problems()[0].position().unwrap();
    assert_eq!((position.line, position.column), (2, 1));
}

#[test]
fn all_problems_are_found_in_one_pass() {
    let text = r#"{
 "extension": ["8001"],
 "objects": {"user": [{"idd": "a"}, {"id": 1, "attributes": {"x": []}}, 5]},
 "registrationGroups": {"g": [{"line": "L1"}, {"transport": 2}, {"line": "L2", "transport": "TLS"}]},
 "timeZones": {"a": [1, 2]},
 "statuses": [{"id": "A"}, {"id": "a", "afterCallWork": 1}],
 "references": {"role": {"a": -1, "b": 1.5, "c": 2.0}}
}"#;
    let error = InMemoryDirectory::from_json(text).unwrap_err();
    assert_eq!(
        error.to_string(),
        "2:2: `extension` is not a property of a directory file; did you mean `extensions`?
3:24: /objects/user/0: `idd` is not a property of an object; did you mean `id`?
3:44: /objects/user/1/id: expected a string, found 1; write it in double quotes
3:67: /objects/user/1/attributes/x: expected a string, a number or a boolean, found an empty array
3:73: /objects/user/2: expected an object, found 5; for example `\"objects\": {\"user\": [{\"id\": \"jane.doe\"}, {\"id\": \"john.roe\", \"attributes\": {\"homeSite\": \"Bern\"}}]}`
4:31: /registrationGroups/g/0: missing required property `transport`; `transport` is 2 for TLS, and any other integer, such as 0, for another transport
4:47: /registrationGroups/g/1: expected at least one of `line`, `manual`, `proxy`, `dns`, found none of them; for example `\"registrationGroups\": {\"Main\": [{\"line\": \"L1\", \"transport\": 2}, {\"proxy\": \"p1\"}]}`; `transport` is 2 for TLS, and any other integer, such as 0, for another transport
4:93: /registrationGroups/g/2/transport: expected an integer, found \"TLS\"; `transport` is 2 for TLS, and any other integer, such as 0, for another transport
5:15: /timeZones: expected an array, found an object; for example `\"timeZones\": [\"Eastern Standard Time\"]`
6:28: /statuses/1: duplicate `a`, expected names that differ, compared case-insensitively
6:57: /statuses/1/afterCallWork: expected a boolean, found 1; write `true` for 1, and `false` for 0
7:31: /references/role/a: expected an integer of at least 0, found -1
7:40: /references/role/b: expected an integer of at least 0, found 1.5"
    );
}

#[test]
fn what_is_valid_but_probably_mistaken_is_a_warning() {
    let text = r#"{
 "extensions": ["8001", {"extension": 8001, "id": "JANE"}, {"extension": "8002", "id": "jon"},
  {"extension": "8003", "objectType": "station", "id": "s1"}, "é", "É"],
 "keywordSets": [{"id": "a", "keywords": 1, "workgroups": ["Sales", "sales", "Help"], "recorderPolicies": ["p"]}],
 "sharedAppearances": {"st2": ["1", "1"]},
 "references": {"workgroup": {"sales": 1, "support": 2}, "role": {"x": 1}},
 "objects": {"user": [{"id": "jane"}, {"id": "john"}, {"id": "Jane", "attributes": {"x": 1}}], "workgroup": [{"id": "Sales"}],
  "Station": [{"id": "st1"}, {"id": "S1"}]},
 "accessControlGroups": {"Root": null, "A": "rot", "B": "A", "C": "d", "D": "C", "E": "E", "F": "C"},
 "mailboxes": {"m": ["Inbox", "INBOX"]},
 "languages": ["en", "de", "EN"],
 "attendantProfiles": [{"id": "p", "kind": "inbound"}, {"id": "p", "kind": "email"}, {"id": "P", "kind": "inbound"}]
}"#;
    let warnings = |text: &str| {
        let directory = InMemoryDirectory::from_json(text).unwrap();
        directory.warnings().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        warnings(text),
        [
            "2:25: /extensions/1: duplicate `8001`, expected names that differ, compared case-insensitively",
            "2:88: /extensions/2/id: `jon` is not an id of the type `user` in `objects`; did you mean `john`?",
            "3:68: /extensions/5: duplicate `É`, expected names that differ, compared case-insensitively",
            "4:69: /keywordSets/0/workgroups/1: duplicate `sales`, expected names that differ, compared case-insensitively",
            "4:78: /keywordSets/0/workgroups/2: `Help` is not an id of the type `workgroup` in `objects`",
            "5:24: /sharedAppearances/st2: `st2` is not an id of the type `station` in `objects`; did you mean `st1`?",
            "5:37: /sharedAppearances/st2/1: duplicate `1`, expected names that differ, compared case-insensitively",
            "6:43: /references/workgroup/support: `support` is not an id of the type `workgroup` in `objects`",
            "7:55: /objects/user/2: duplicate `Jane`, expected names that differ, compared case-insensitively",
            "9:45: /accessControlGroups/A: `rot` is not an id in `accessControlGroups`; did you mean `Root`?",
            r#"9:67: /accessControlGroups/C: expected a parent that is neither the group itself nor below it, found "d""#,
            r#"9:87: /accessControlGroups/E: expected a parent that is neither the group itself nor below it, found "E""#,
            "10:31: /mailboxes/m/1: duplicate `INBOX`, expected names that differ, compared case-insensitively",
            "11:28: /languages/2: duplicate `EN`, expected names that differ, compared case-insensitively",
            "12:86: /attendantProfiles/2: duplicate `P`, expected names that differ, compared case-insensitively",
        ]
    );
    assert_eq!(
        warnings(r#"{"extensions": [{"extension": "1", "id": "a"}], "objects": {"role": [{"id": "r"}]}}"#),
        [""; 0]
    );
}

#[test]
fn a_string_where_an_array_is_expected_suggests_the_array() {
    for (file, help) in [
        (r#"{"languages": "en, de"}"#, r#"; write an array, such as `["en", "de"]`"#),
        (r#"{"mailboxes": {"a": "Inbox;Archive;"}}"#, r#"; write an array, such as `["Inbox", "Archive"]`"#),
        (r#"{"extensions": "8001"}"#, r#"; write an array, such as `["8001"]`"#),
        (r#"{"extensions": 8001}"#, "; write it in brackets: `[...]`"),
        (
            r#"{"keywordSets": [{"id": "a", "keywords": 1, "workgroups": "A|B"}]}"#,
            r#"; write an array, such as `["A", "B"]`"#,
        ),
        (r#"{"statuses": "a, b"}"#, r#"; for example `"statuses": [{"id": "Follow Up", "afterCallWork": true}]`"#),
    ] {
        let error = InMemoryDirectory::from_json(file).unwrap_err().to_string();
        assert!(error.ends_with(help), "{error}");
    }
    let long = "a, ".repeat(30);
    let error = InMemoryDirectory::from_json(format!(r#"{{"languages": "{long}"}}"#)).unwrap_err();
    assert!(error.to_string().ends_with("; write it in brackets: `[...]`"), "{error}");
}

#[test]
fn mistakes_inside_a_section_with_a_misspelt_name_are_reported() {
    let error = InMemoryDirectory::from_json(r#"{"language": [1], "objekts": {"user": [{"ID": 5}]}}"#).unwrap_err();
    let places: Vec<_> = error.iter().map(|problem| (problem.kind(), problem.pointer())).collect();
    let unknown = LoadProblemKind::UnknownMember;
    let invalid = LoadProblemKind::InvalidValue;
    assert_eq!(
        places,
        [
            (unknown, ""),
            (invalid, "/language/0"),
            (unknown, ""),
            (unknown, "/objekts/user/0"),
            (invalid, "/objekts/user/0/id")
        ]
    );
}

#[test]
fn an_empty_name_has_no_suggestion_and_no_parent_is_null() {
    let text = |parent: &str| {
        format!(
            r#"{{"accessControlGroups": {{"A": null, "b": {parent}}}, "objects": {{"user": [{{"id": "u"}}]}},
                "extensions": [{{"extension": "1", "id": {parent}}}]}}"#
        )
    };
    for parent in [r#""""#, r#"" ""#, r#""-""#, r#""null""#, r#""None""#, r#""N/A""#] {
        let directory = InMemoryDirectory::from_json(text(parent)).unwrap();
        let [group, owner] = directory.warnings() else { panic!("{parent}: {:?}", directory.warnings()) };
        assert_eq!((group.suggestion(), owner.suggestion()), (None, None), "{parent}");
        assert!(group.to_string().ends_with("; a group without a parent has `null`, without quotes"), "{group}");
        assert!(owner.to_string().ends_with("; an extension without an owner has no `id`"), "{owner}");
    }
    let unknown = InMemoryDirectory::from_json(r#"{"": [], "statuses": [{"": 1, "id": "a"}]}"#).unwrap_err();
    assert!(unknown.iter().all(|problem| problem.suggestion().is_none()), "{unknown}");
}

#[test]
fn warnings_of_a_rejected_directory_file_are_beside_its_problems() {
    let text =
        r#"{"objects": {"user": []}, "extensions": [{"extension": "1", "id": "a"}, true], "languages": ["a", "a"],"#;
    for (end, problems) in [("}", 2), (r#""timeZones": [1]}"#, 2), (r#""timeZones": [}"#, 2)] {
        let error = InMemoryDirectory::from_json(format!("{text}{end}")).unwrap_err();
        let pointers: Vec<_> = error.warnings().iter().map(icws_schema::file::LoadProblem::pointer).collect();
        assert_eq!(
            (error.problems().len(), &*pointers),
            (problems, &["/extensions/0/id", "/languages/1"][..]),
            "{error}"
        );
    }
}

#[test]
fn a_syntax_error_is_reported_after_the_problems_before_it() {
    let error = InMemoryDirectory::from_json(r#"{"timeZones": [1], "languages": [}"#).unwrap_err();
    let lines: Vec<_> = error.problems().iter().map(ToString::to_string).collect();
    assert_eq!(lines[0], "1:16: /timeZones/0: expected a string, found 1; write it in double quotes");
    assert!(lines.len() == 2 && lines[1].starts_with("1:34: "), "{lines:?}");
}

#[test]
fn sample_names_are_those_of_a_section_in_order() {
    let directory = InMemoryDirectory::from_json(
        r#"{"objects": {"User": [{"id": "B", "attributes": {"pin": 1.50}}, {"id": "a", "attributes": {"mail": "A@x"}}]},
        "references": {"role": {"r1": 1, "r2": 5}}, "phoneCatalog": {"Polycom": ["VVX"]}}"#,
    )
    .unwrap();
    let samples = |section, object_type| directory.sample_names(section, object_type);
    assert_eq!(samples(Section::Objects, Some("user")), ["a", "b", "1.5", "A@x"]);
    assert_eq!(samples(Section::Objects, Some("station")), [""; 0]);
    assert_eq!(samples(Section::References, Some("role")), ["r2", "r1"]);
    assert_eq!(samples(Section::PhoneCatalog, None), ["polycom", "vvx"]);
    assert_eq!(samples(Section::TimeZones, None), [""; 0]);
}

#[test]
fn a_directory_built_in_code_answers_as_that_of_a_file() {
    use icws_schema::directory::{AttributeValue, DirectoryKeywordSet, DirectoryObject, Subject};
    use icws_schema::rules::AttendantKind;
    let file = InMemoryDirectory::from_json(
        r#"{"objects": {"user": [{"id": "gcadmin", "attributes": {"ntDomainUser": "DEMO\\gcadmin", "n": 1}}]},
        "extensions": ["8001", {"extension": "8002", "id": "gcadmin"}], "accessControlGroups": {"ACG Root": null, "Sales": "ACG Root"},
        "keywordSets": [{"id": "home", "keywords": 12, "workgroups": ["Support"], "recorderPolicies": ["All calls"]}],
        "mailboxes": {"support": ["Inbox", "Archive"]}, "phoneCatalog": {"Polycom": ["VVX 250"]},
        "registrationGroups": {"Main": [{"line": "L1", "transport": 2}]}, "networkAdapters": ["eth0"],
        "timeZones": ["Eastern Standard Time"], "languages": ["en", "en-us"],
        "attendantProfiles": [{"id": "Default Inbound", "kind": "inbound"}], "sharedAppearances": {"st1": ["8001-1"]},
        "references": {"role": {"Agent": 12}}, "statuses": [{"id": "Follow Up", "afterCallWork": true}]}"#,
    )
    .unwrap();
    let built = InMemoryDirectory::new()
        .with_objects(
            "User",
            [DirectoryObject::new("GCAdmin").with_attribute("ntDomainUser", "DEMO\\gcadmin").with_attribute("n", 1)],
        )
        .with_extensions([("8001", None), ("8002", Some(Subject::user("GCAdmin")))])
        .with_access_control_groups([("ACG Root", None), ("Sales", Some("acg root"))])
        .with_keyword_sets([DirectoryKeywordSet::new("Home", 12)
            .with_workgroups(["support"])
            .with_recorder_policies(["All calls"])])
        .with_mailboxes([("Support", ["Inbox", "Archive"])])
        .with_phone_catalog([("Polycom", ["VVX 250"])])
        .with_registration_groups([("Main", true)])
        .with_network_adapters(["eth0"])
        .with_time_zones(["Eastern Standard Time"])
        .with_languages(["en", "en-us"])
        .with_attendant_profiles([("Default Inbound", Some(AttendantKind::Inbound))])
        .with_shared_appearances([("st1", ["8001-1"])])
        .with_references("Role", [("Agent", 12)])
        .with_statuses([("Follow Up", true)]);
    let owner = Subject::user("gcadmin");
    for (section, object_type) in Section::ALL.iter().flat_map(|section| [(*section, "user"), (*section, "role")]) {
        let samples = [&built, &file].map(|directory| directory.sample_names(section, Some(object_type)));
        assert_eq!(samples[0], samples[1], "{section}");
    }
    for (question, answer) in [
        (Question::ObjectExists { object_type: "user", id: "gcadmin" }, Answer::Yes),
        (
            Question::AttributeValueExists {
                object_type: "user",
                attribute: "ntdomainuser",
                value: AttributeValue::String("DEMO\\gcadmin"),
                except: None,
            },
            Answer::Yes,
        ),
        (Question::ExtensionInUse { extension: "8002", except: Some(&owner) }, Answer::No),
        (Question::ExtensionInUse { extension: "8001", except: Some(&owner) }, Answer::Yes),
        (Question::AccessControlGroupDepth { group: "sales" }, Answer::Count(2)),
        (Question::KeywordCount { except: None }, Answer::Count(12)),
        (Question::WorkgroupKeywordCount { except: Some("home"), workgroups: None }, Answer::Count(0)),
        (Question::RecorderPolicyKeywordCount { except: Some("home"), recorder_policies: None }, Answer::Count(0)),
        (Question::RegistrationGroupUsesTls { group: "main" }, Answer::Yes),
        (
            Question::AttendantProfileExists { profile: "default inbound", kinds: Some(&[AttendantKind::Outbound]) },
            Answer::No,
        ),
        (Question::StatusIsForAfterCallWork { status: "follow up" }, Answer::Yes),
        (Question::ReferenceCount { object_type: "role", id: "agent" }, Answer::Count(12)),
        (Question::MailboxFolderExists { mailbox: "support", folder: "archive" }, Answer::Yes),
    ] {
        assert_eq!(
            (built.answer(&question).unwrap(), file.answer(&question).unwrap()),
            (answer.clone(), answer),
            "{question:?}"
        );
    }
    assert_eq!(
        InMemoryDirectory::new().answer(&Question::TimeZoneExists { time_zone: "utc" }).unwrap(),
        Answer::NotKnown
    );
}
