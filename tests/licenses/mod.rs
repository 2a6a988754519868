//! Licenses: warnings for the 200, errors for the 400, and code 0 never.

use icws_schema::license::{
    Allocation, Assignments, Held, Holder, License, LicenseCatalog, MediaLevel, Threshold, check,
};
use icws_schema::{Answer, AnyError, ConfigurationId, ErrorId, LicenseErrorType, Report, UpdateOperationResult};

fn threshold(allowed: u32, configured: u32, in_use: u32) -> Threshold {
    Threshold { allowed, configured, in_use }
}

fn catalog(assignable: Threshold, concurrent: Threshold) -> LicenseCatalog {
    let default_media_types = vec!["Call".to_owned(), "Chat".to_owned()];
    ["A", "Media"]
        .map(|id| License {
            license: ConfigurationId::new(id),
            assignable,
            concurrent,
            default_media_types: default_media_types.clone(),
        })
        .into_iter()
        .collect()
}

/// What a holder of `held` gets who asks for `requested`: the codes, and what is set.
fn outcome(
    holder: Holder,
    assignable: Threshold,
    concurrent: Threshold,
    held: &[&str],
    requested: Option<&[&str]>,
) -> (Vec<i32>, Vec<String>) {
    let texts = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let mut assignments = Assignments::kept(holder, Held { licenses: texts(held), media_level: None });
    if let Some(requested) = requested {
        assignments.requested.licenses.set(texts(requested));
    }
    let outcome = check(&catalog(assignable, concurrent), &assignments);
    (outcome.problems.iter().map(|problem| problem.license_error_type().number()).collect(), outcome.set.licenses)
}

#[test]
fn thresholds_from_both_sides() {
    let (user, station) = (Holder::User(Allocation::Assignable), Holder::Station);
    let concurrent = Holder::User(Allocation::Concurrent);
    let free = threshold(100, 0, 0);
    let full = threshold(5, 5, 5);
    for (holder, assignable, other, held, requested, codes) in [
        (user, threshold(5, 4, 4), free, &[][..], Some(&["A"][..]), &[][..]),
        (user, full, free, &[], Some(&["A"]), &[2]),
        (station, full, free, &[], Some(&["A"]), &[2]),
        (user, full, free, &["A"], Some(&["a"]), &[]),
        (user, threshold(5, 6, 6), free, &["A"], None, &[1]),
        (user, threshold(5, 5, 6), free, &["A"], None, &[1]),
        (user, threshold(5, 6, 6), free, &["A"], Some(&[]), &[]),
        (user, free, threshold(5, 6, 6), &[], Some(&["A"]), &[1]),
        (concurrent, full, free, &[], Some(&["A"]), &[]),
        (concurrent, free, full, &[], Some(&["A"]), &[2]),
        (user, free, free, &["unknown"], None, &[]),
    ] {
        let (found, set) = outcome(holder, assignable, other, held, requested);
        assert_eq!(found, codes, "{holder:?} {assignable:?} {other:?} {held:?} {requested:?}");
        let asked = requested.unwrap_or(held).len();
        assert_eq!(set.len(), if codes == [2] { 0 } else { asked });
    }
}

#[test]
fn a_media_level_without_media_types_gets_those_of_the_level() {
    let mut assignments = Assignments::kept(Holder::User(Allocation::Assignable), Held::default());
    assignments.requested.media_level.set(MediaLevel { license: "media".into(), media_types: vec![] });
    let outcome = check(&catalog(threshold(5, 0, 0), threshold(5, 0, 0)), &assignments);
    assert_eq!(outcome.license_problems()[0].license_error_type, LicenseErrorType::SetWarningMissingQualifiers);
    assert_eq!(outcome.set.media_level.unwrap().media_types, ["Call", "Chat"]);
}

#[test]
fn code_0_is_never_sent_and_errors_and_warnings_are_apart() {
    for allowed in 0..4 {
        for configured in 0..4 {
            for in_use in 0..4 {
                for held in [&[][..], &["A"]] {
                    let threshold = threshold(allowed, configured, in_use);
                    let mut assignments = Assignments::kept(
                        Holder::Station,
                        Held { licenses: held.iter().map(|id| (*id).into()).collect(), media_level: None },
                    );
                    assignments.requested.licenses.set(vec!["A".to_owned()]);
                    let outcome = check(&catalog(threshold, threshold), &assignments);
                    let (warnings, errors) = (outcome.license_problems(), outcome.license_errors());
                    assert!(warnings.iter().all(|one| [1, 3].contains(&one.license_error_type.number())));
                    assert!(errors.iter().all(|one| one.license_error_type.number() == 2));
                    assert!(warnings.len() + errors.len() <= 1);
                }
            }
        }
    }
}

#[test]
fn license_errors_make_a_400_and_warnings_travel_in_the_200() {
    let assignments = Assignments::kept(Holder::Station, Held { licenses: vec!["A".into()], media_level: None });
    let outcome = check(&catalog(threshold(1, 2, 2), threshold(9, 0, 0)), &assignments);
    let result = UpdateOperationResult {
        id: "x".into(),
        license_problems: Some(outcome.license_problems()),
        ..UpdateOperationResult::default()
    };
    assert_eq!(Answer::to_update(&Report::default(), result.clone(), outcome.license_errors()).status(), 200);

    let mut assignments = assignments;
    assignments.requested.licenses.set(vec!["A".to_owned()]);
    assignments.held.licenses.clear();
    let errors = check(&catalog(threshold(1, 2, 2), threshold(9, 0, 0)), &assignments).license_errors();
    let answer = Answer::to_update(&Report::default(), result, errors.clone());
    let Answer::BadRequest(AnyError::ConfigurationError(error)) = answer else { panic!("no configuration error") };
    assert_eq!((error.error_id, error.license_errors), (Some(ErrorId::ConfigurationUpdate), Some(errors)));
    assert_eq!(error.validation_errors, None);
}
