//! Updates of licenses: the cases of `tests/licenses/cases.json`, and what is true of every outcome.

mod responses;

use icws_schema::body::{ConfigurationId, Field, LicenseError};
use icws_schema::codes::LicenseErrorType;
use icws_schema::license::{
    self, Allocation, HeldLicenses, License, LicenseCatalog, LicenseCounts, LicenseHolder, LicenseOutcome,
    LicenseProblem, LicenseUpdate, MediaLevel, RequestedLicenses,
};
use serde_json::{Value, json};

#[test]
fn every_case_of_licenses() {
    let cases: Value = serde_json::from_str(include_str!("cases.json")).unwrap();
    for case in cases.as_array().unwrap() {
        only(case, &["name", "catalog", "holder", "held", "requested", "expected"]);
        let catalog: LicenseCatalog = case["catalog"].as_array().unwrap().iter().map(license).collect();
        let update = LicenseUpdate::new(holder(case["holder"].as_str().unwrap()), held(&case["held"]))
            .with_requested(requested(&case["requested"]));
        let outcome = license::check(&catalog, &update);
        only(&case["expected"], &["problems", "resulting", "unchecked"]);
        assert_eq!(problems(&outcome), case["expected"]["problems"], "{}", case["name"]);
        assert_eq!(outcome.resulting, held(&case["expected"]["resulting"]), "{}", case["name"]);
        assert_eq!(outcome.unchecked, strings(&case["expected"]["unchecked"]), "{}", case["name"]);
    }
}

/// A misspelled member would be ignored, and the case test less than it seems to.
#[track_caller]
fn only(object: &Value, names: &[&str]) {
    for name in object.as_object().unwrap().keys() {
        assert!(names.contains(&name.as_str()), "{name} is none of {names:?}");
    }
}

fn holder(name: &str) -> LicenseHolder {
    match name {
        "userAssignable" => LicenseHolder::User(Allocation::Assignable),
        "userConcurrent" => LicenseHolder::User(Allocation::Concurrent),
        "station" => LicenseHolder::Station,
        other => panic!("{other} is no holder"),
    }
}

fn license(json: &Value) -> License {
    only(json, &["id", "assignable", "concurrent", "defaultMediaTypes"]);
    License::new(json["id"].as_str().unwrap())
        .with_assignable(counts(&json["assignable"]))
        .with_concurrent(counts(&json["concurrent"]))
        .with_default_media_types(strings(&json["defaultMediaTypes"]))
}

/// Without one the license has none allowed; without `inUse` as many are in use as are assigned.
fn counts(json: &Value) -> LicenseCounts {
    let count = |name: &str| json[name].as_u64().map(|count| u32::try_from(count).unwrap());
    if json.is_null() {
        return LicenseCounts::default();
    }
    only(json, &["allowed", "configured", "inUse"]);
    let configured = count("configured").unwrap();
    LicenseCounts::new(count("allowed").unwrap(), configured).with_in_use(count("inUse").unwrap_or(configured))
}

fn held(json: &Value) -> HeldLicenses {
    only(json, &["licenses", "mediaLevel"]);
    HeldLicenses::new(strings(&json["licenses"])).with_media_level(json.get("mediaLevel").map(media_level))
}

fn requested(json: &Value) -> RequestedLicenses {
    only(json, &["licenses", "mediaLevel"]);
    let mut requested = RequestedLicenses::new().with_media_level(field(json.get("mediaLevel"), media_level));
    requested.licenses = field(json.get("licenses"), strings);
    requested
}

fn field<T>(json: Option<&Value>, read: fn(&Value) -> T) -> Field<T> {
    match json {
        None => Field::Absent,
        Some(Value::Null) => Field::Null,
        Some(value) => Field::Value(read(value)),
    }
}

fn media_level(json: &Value) -> MediaLevel {
    only(json, &["license", "mediaTypes"]);
    MediaLevel::new(json["license"].as_str().unwrap()).with_media_types(strings(&json["mediaTypes"]))
}

/// The strings of an array, none where there is no array.
fn strings(json: &Value) -> Vec<String> {
    let strings = json.as_array().into_iter().flatten();
    strings.map(|string| string.as_str().unwrap().to_owned()).collect()
}

fn problems(outcome: &LicenseOutcome) -> Value {
    let problem = |problem: &LicenseProblem| {
        let error = LicenseError::from(problem);
        json!({"licenseErrorType": error.license_error_type.code(), "license": error.license.id})
    };
    outcome.problems.iter().map(problem).collect()
}

#[test]
fn a_problem_has_the_license_name_of_the_catalog() {
    let mut id = ConfigurationId::new("I3_ACCESS_CLIENT");
    id.display_name.set("Client Access");
    id.uri = Some("/configuration/licenses/I3_ACCESS_CLIENT".to_owned());
    let catalog = [License::new(id.clone())].into_iter().collect();
    let update = LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::default())
        .with_requested(RequestedLicenses::new().with_licenses(["i3_access_client"]));
    assert_eq!(license::check(&catalog, &update).license_errors()[0].license, id);
}

/// Every combination of held and requested licenses and levels, around every small threshold.
#[test]
fn warnings_and_errors_are_disjoint_and_no_code_is_0() {
    const ALL: &str = "listed";
    const LEVEL: &str = "level";
    let mut seen = [0_u32; 4];
    for_each(|holder, listed, level, ways| {
        let [is_held, is_asked, level_is_held, level_is_asked, has_types] = ways;
        let with_id = |id, counts| {
            License::new(id).with_assignable(counts).with_concurrent(counts).with_default_media_types(["call"])
        };
        let catalog = [with_id(ALL, listed), with_id(LEVEL, level)].into_iter().collect();
        let media_level = |is: bool| is.then(|| MediaLevel::new(LEVEL).with_media_types(has_types.then_some("chat")));
        let listed = |is: bool| is.then(|| ALL.to_owned()).into_iter().collect::<Vec<_>>();
        let held = HeldLicenses::new(listed(is_held)).with_media_level(media_level(level_is_held));
        let requested =
            RequestedLicenses::new().with_licenses(listed(is_asked)).with_media_level(media_level(level_is_asked));
        let outcome = license::check(&catalog, &LicenseUpdate::new(holder, held).with_requested(requested));

        let (warnings, errors) = (outcome.license_problems(), outcome.license_errors());
        assert_eq!(warnings.len() + errors.len(), outcome.problems.len());
        for warning in &warnings {
            assert!(matches!(warning.license_error_type.code(), 1 | 3));
            assert!(!errors.iter().any(|error| error.license == warning.license), "{outcome:?}");
        }
        for error in &errors {
            assert_eq!(error.license_error_type, LicenseErrorType::SetErrorExceedsThreshold);
        }
        let rejected = |id: &str| errors.iter().any(|error| error.license.id == id);
        assert_eq!(outcome.resulting.licenses, listed(is_asked && !rejected(ALL)));
        assert_eq!(outcome.resulting.media_level.is_some(), (level_is_asked && !rejected(LEVEL)) || level_is_held);
        for code in warnings.iter().chain(&errors).map(|error| error.license_error_type.code()) {
            seen[usize::try_from(code).unwrap()] += 1;
        }
    });
    assert!(seen[0] == 0 && seen[1..].iter().all(|count| *count > 0), "{seen:?}");
}

fn for_each(mut check: impl FnMut(LicenseHolder, LicenseCounts, LicenseCounts, [bool; 5])) {
    let thresholds = || {
        let counts =
            |allowed, configured| (0..3).map(move |in_use| LicenseCounts::new(allowed, configured).with_in_use(in_use));
        (0..3).flat_map(move |allowed| (0..3).flat_map(move |configured| counts(allowed, configured)))
    };
    for holder in [
        LicenseHolder::Station,
        LicenseHolder::User(Allocation::Assignable),
        LicenseHolder::User(Allocation::Concurrent),
    ] {
        for (listed, level) in thresholds().flat_map(|listed| thresholds().map(move |level| (listed, level))) {
            for bits in 0..32 {
                check(holder, listed, level, [1, 2, 4, 8, 16].map(|bit| bits & bit != 0));
            }
        }
    }
}

#[test]
fn license_ids_are_compared_case_insensitively() {
    let mut catalog = LicenseCatalog::from_iter([License::new("B"), License::new("Équipe")]);
    catalog.extend([License::new("a"), License::new("b").with_default_media_types(["call"])]);
    let ids = |catalog: &LicenseCatalog| catalog.iter().map(|license| license.license.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&catalog), ["a", "b", "Équipe"]);
    assert_eq!((catalog.len(), catalog.is_empty()), (3, false));
    assert_eq!(catalog.get("B").unwrap().default_media_types, ["call"]);
    assert_eq!(catalog.get("ÉQUIPE").unwrap().license.id, "Équipe");
    assert_eq!(catalog.get("c"), None);
    assert_eq!(catalog.insert(License::new("A")).unwrap().license.id, "a");
    assert_eq!((&catalog).into_iter().rev().len(), 3);
}
