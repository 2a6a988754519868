//! Directory files in another form: what to write, and what is wrong inside of them.

use icws_schema::directory::InMemoryDirectory;
use icws_schema::file::LoadProblem;

/// The problems and the warnings of a file, without their positions.
fn problems(file: &str) -> (Vec<String>, Vec<String>) {
    let message = |problem: &LoadProblem| problem.to_string().splitn(3, ':').nth(2).unwrap().trim().to_owned();
    match InMemoryDirectory::from_json(file) {
        Ok(directory) => (Vec::new(), directory.warnings().iter().map(message).collect()),
        Err(error) => (error.problems().iter().map(message).collect(), error.warnings().iter().map(message).collect()),
    }
}

#[test]
fn owners_of_extensions_in_an_object_are_compared_with_the_objects() {
    let (errors, warnings) = problems(
        r#"{"extensions": {"8001": "anna", "8010": "jane.deo", "8011": null, "8012": {"objectType": "workgroup", "id": "Sale"}},
            "objects": {"user": [{"id": "anna"}, {"id": "jane.doe"}], "workgroup": [{"id": "Sales"}]}}"#,
    );
    assert_eq!(
        errors,
        [
            r#"/extensions: expected an array, found an object; for example `"extensions": ["8001", {"extension": "8002", "id": "jane.doe"}]`"#
        ]
    );
    assert_eq!(
        warnings,
        [
            "/extensions/8010: `jane.deo` is not an id of the type `user` in `objects`; did you mean `jane.doe`?",
            "/extensions/8012: `Sale` is not an id of the type `workgroup` in `objects`; did you mean `sales`?",
        ]
    );
    let many: Vec<_> = (0..10_000).map(|index| format!(r#""{index}": "jane""#)).collect();
    let file = format!(r#"{{"objects": {{"user": [{{"id": "john"}}]}}, "extensions": {{{}}}}}"#, many.join(","));
    assert_eq!(problems(&file).1.len(), 10_000);
}

#[test]
fn parents_in_an_array_of_access_control_groups_are_compared_with_the_groups() {
    let (errors, warnings) = problems(
        r#"{"accessControlGroups": [{"id": "Root", "parent": ""}, {"name": "Sales", "parentId": "Root"}, {"id": "EMEA", "parent": "Sales "},
            {"id": "A", "parent": "B"}, {"id": "B", "parent": "A"}, {"id": "C", "parent": 5}, {"id": "D"}, 5]}"#,
    );
    assert_eq!(
        errors,
        [
            r#"/accessControlGroups: expected an object, found an array of 8 items; for example `"accessControlGroups": {"Root": null, "Sales": "Root"}`"#,
            r#"/accessControlGroups/5/parent: expected the name of the parent, or null, found 5; for example `"accessControlGroups": {"Root": null, "Sales": "Root"}`"#,
        ]
    );
    assert_eq!(
        warnings,
        [
            r#"/accessControlGroups/0/parent: `""` is not an id in `accessControlGroups`; a group without a parent has `null`, without quotes"#,
            "/accessControlGroups/2/parent: `Sales ` is not an id in `accessControlGroups`; did you mean `Sales`?",
            r#"/accessControlGroups/3/parent: expected a parent that is neither the group itself nor below it, found "B""#,
        ]
    );
}

#[test]
fn what_power_shell_prints_for_objects_is_named() {
    let printed =
        "PowerShell printed this instead of an object or array: give `ConvertTo-Json` a larger `-Depth`, such as 10";
    let (errors, warnings) = problems(
        r#"{"keywordSets": [{"id": "a", "keywords": 1, "workgroups": "Support Sales"}, {"id": "b", "keywords": 1, "workgroups": "Suport"},
                {"id": "c", "keywords": 1, "workgroups": "Quality Team"}, {"id": "d", "keywords": 1, "workgroups": "System.Object[]"},
                {"id": "e", "keywords": 1, "workgroups": "Sales, Suport"}, {"id": "f", "keywords": 1, "workgroups": "Sale Suport"}],
            "objects": {"workgroup": ["@{id=Sales}", "@{id=Support; attributes=System.Collections.Hashtable}", "@{id=Quality Team}", "@{}"]}}"#,
    );
    let object =
        |index: usize, id: &str| format!("/objects/workgroup/{index}: expected an object, found \"@{{{id}}}\"");
    let set =
        |index: usize, found: &str| format!("/keywordSets/{index}/workgroups: expected an array, found \"{found}\"");
    assert_eq!(
        errors,
        [
            format!(r#"{}; write an array, such as `["Support", "Sales"]`"#, set(0, "Support Sales")),
            format!(r#"{}; write an array, such as `["Suport"]`"#, set(1, "Suport")),
            format!(r#"{}; write an array, such as `["Quality Team"]`"#, set(2, "Quality Team")),
            format!("{}; {printed}", set(3, "System.Object[]")),
            format!(r#"{}; write an array, such as `["Sales", "Suport"]`"#, set(4, "Sales, Suport")),
            format!(r#"{}; write an array, such as `["Sale Suport"]`"#, set(5, "Sale Suport")),
            format!(r#"{}; write `{{"id": "Sales"}}`; {printed}"#, object(0, "id=Sales")),
            format!("{}; {printed}", object(1, "id=Support; attributes=System.Collections.Hashtable")),
            format!(r#"{}; write `{{"id": "Quality Team"}}`; {printed}"#, object(2, "id=Quality Team")),
            format!("{}; {printed}", object(3, "")),
        ]
    );
    assert_eq!(
        warnings[0],
        "/keywordSets/1/workgroups: `Suport` is not an id of the type `workgroup` in `objects`; did you mean `support`?"
    );
}

#[test]
fn a_range_of_extensions_has_its_own_extensions_as_an_example() {
    let (_, warnings) = problems(r#"{"extensions": ["8001-8003", "7000 to 7999"]}"#);
    assert!(warnings[0].ends_with(r#"write each extension: `"8001", "8002", "8003"`"#), "{warnings:?}");
    assert!(warnings[1].ends_with(r#"write each extension: `"7000", "7001", ..., "7999"`"#), "{warnings:?}");
}

#[test]
fn a_transport_in_words_is_explained_where_it_is() {
    for section in ["registrationGroups", "registration_groups", "RegistrationGroups"] {
        let (errors, _) = problems(&format!(
            r#"{{"{section}": {{"a": [{{"line": "1", "transport": "TLS"}}, {{"line": "2", "protocol": "UDP"}}, {{"line": "3", "transport": "2"}}]}}}}"#
        ));
        let has = |end: &str| errors.iter().filter(|error| error.ends_with(end)).count();
        let help = "; `transport` is 2 for TLS, and any other integer, such as 0, for another transport";
        assert_eq!((has(help), has("found \"2\"; write it without quotes")), (2, 1), "{errors:?}");
    }
}

#[test]
fn a_repeated_id_is_found_where_another_property_is_missing() {
    let (errors, _) = problems(r#"{"keywordSets": [{"id": "a", "keywords": 1}, {"id": "A"}]}"#);
    assert!(errors[0].starts_with("/keywordSets/1: missing required property `keywords`"), "{errors:?}");
    assert_eq!(errors[1], "/keywordSets/1: duplicate `A`, expected names that differ, compared case-insensitively");
}

#[test]
fn a_directory_file_has_no_version() {
    let (errors, _) = problems(r#"{"version": 1}"#);
    assert_eq!(errors, ["`version` is not a property of a directory file; remove it: the file has no version"]);
}

#[test]
fn an_abbreviated_extension_is_read() {
    let (errors, warnings) =
        problems(r#"{"extensions": [{"ext": "8001", "owner": "jan"}], "objects": {"user": [{"id": "jane"}]}}"#);
    assert_eq!(
        errors,
        [
            "/extensions/0: `ext` is not a property of an extension; did you mean `extension`?",
            "/extensions/0: `owner` is not a property of an extension; did you mean `id`?",
        ]
    );
    assert_eq!(warnings, [] as [&str; 0]);
}
