//! What the licenses make of an answer.

use icws_schema::body::{ErrorBody, LicenseError, UpdateOperationResult, UserClientConfigurationProperties};
use icws_schema::codes::ErrorId;
use icws_schema::license::{
    HeldLicenses, License, LicenseCatalog, LicenseCounts, LicenseHolder, LicenseUpdate, RequestedLicenses, check,
};
use icws_schema::report::Report;
use icws_schema::response::Response;

/// A license of which one more is assigned than allowed.
fn one_over() -> LicenseCatalog {
    [License::new("A").with_assignable(LicenseCounts::new(1, 2))].into_iter().collect()
}

/// A request that adds it.
fn added() -> LicenseUpdate {
    LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::default())
        .with_requested(RequestedLicenses::new().with_licenses(["A"]))
}

#[test]
fn license_errors_make_a_400_and_warnings_travel_in_the_200() {
    let outcome = check(&one_over(), &LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::new(["A"])));
    let result = UpdateOperationResult::new("x").with_license_problems(outcome.license_problems());
    assert_eq!(Response::to_update(&Report::default(), result.clone(), outcome.license_errors()).status(), 200);

    let errors = check(&one_over(), &added()).license_errors();
    let answer = Response::to_update(&Report::default(), result, errors.clone());
    let Response::BadRequest(ErrorBody::ConfigurationError(error)) = answer else { panic!("no configuration error") };
    assert_eq!((error.error_id, error.license_errors), (Some(ErrorId::ConfigurationUpdate), Some(errors)));
    assert_eq!(error.validation_errors, None);
}

#[test]
fn what_is_refused_for_its_values_names_licenses_only_where_they_are_refused_too() {
    let report =
        icws_schema::from_slice::<UserClientConfigurationProperties>(r#"{"followMe": [{"phoneNumber": "1"}]}"#)
            .unwrap_err()
            .into_report();
    let license_errors =
        |refused: Vec<LicenseError>| match Response::to_update(&report, UpdateOperationResult::default(), refused) {
            Response::BadRequest(ErrorBody::ConfigurationError(error)) => error.license_errors,
            other => panic!("{other:?}"),
        };
    assert_eq!(license_errors(Vec::new()), None);
    let refused = check(&one_over(), &added()).license_errors();
    assert_eq!(license_errors(refused.clone()), Some(refused));
}
