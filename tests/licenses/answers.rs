//! What the licenses make of an answer.

use icws_schema::license::{Assignments, Held, Holder, License, LicenseCatalog, Threshold, check};
use icws_schema::{
    Answer, AnyError, ConfigurationId, ErrorId, LicenseError, Report, UpdateOperationResult,
    UserClientConfigurationProperties,
};

/// A license of which one more is assigned than allowed.
fn one_over() -> LicenseCatalog {
    let assignable = Threshold { allowed: 1, configured: 2, in_use: 2 };
    [License { license: ConfigurationId::new("A"), assignable, ..License::default() }].into_iter().collect()
}

#[test]
fn license_errors_make_a_400_and_warnings_travel_in_the_200() {
    let assignments = Assignments::kept(Holder::Station, Held { licenses: vec!["A".into()], media_level: None });
    let outcome = check(&one_over(), &assignments);
    let result = UpdateOperationResult {
        id: "x".into(),
        license_problems: Some(outcome.license_problems()),
        ..UpdateOperationResult::default()
    };
    assert_eq!(Answer::to_update(&Report::default(), result.clone(), outcome.license_errors()).status(), 200);

    let mut assignments = assignments;
    assignments.requested.licenses.set(vec!["A".to_owned()]);
    assignments.held.licenses.clear();
    let errors = check(&one_over(), &assignments).license_errors();
    let answer = Answer::to_update(&Report::default(), result, errors.clone());
    let Answer::BadRequest(AnyError::ConfigurationError(error)) = answer else { panic!("no configuration error") };
    assert_eq!((error.error_id, error.license_errors), (Some(ErrorId::ConfigurationUpdate), Some(errors)));
    assert_eq!(error.validation_errors, None);
}

#[test]
fn what_is_refused_for_its_values_names_licenses_only_where_they_are_refused_too() {
    let report =
        icws_schema::read::<UserClientConfigurationProperties>(r#"{"followMe": [{"phoneNumber": "1"}]}"#).unwrap_err();
    let license_errors =
        |refused: Vec<LicenseError>| match Answer::to_update(&report, UpdateOperationResult::default(), refused) {
            Answer::BadRequest(AnyError::ConfigurationError(error)) => error.license_errors,
            other => panic!("{other:?}"),
        };
    assert_eq!(license_errors(Vec::new()), None);
    let mut assignments = Assignments::kept(Holder::Station, Held::default());
    assignments.requested.licenses.set(vec!["A".to_owned()]);
    let refused = check(&one_over(), &assignments).license_errors();
    assert_eq!(license_errors(refused.clone()), Some(refused));
}
