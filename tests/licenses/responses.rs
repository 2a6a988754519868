//! The effect of licenses on a response.

use icws_schema::body::{ErrorBody, LicenseError, UpdateOperationResult, UserClientConfigurationProperties};
use icws_schema::codes::ErrorId;
use icws_schema::license::{
    HeldLicenses, License, LicenseCatalog, LicenseCounts, LicenseHolder, LicenseUpdate, RequestedLicenses, check,
};
use icws_schema::report::Report;
use icws_schema::response::{Body, Content, Response, Saved};

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
fn license_errors_are_in_a_400_and_warnings_in_a_200() {
    let outcome = check(&one_over(), &LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::new(["A"])));
    let result = UpdateOperationResult::new("x").with_license_problems(outcome.license_problems());
    let response = Response::for_update(&Report::default(), result.clone(), outcome.license_errors());
    assert_eq!((response.status(), response.license_warnings()), (200, &*outcome.license_problems()));

    let errors = check(&one_over(), &added()).license_errors();
    let response = Response::for_update(&Report::default(), result, errors.clone());
    assert_eq!((response.error_id(), response.license_errors()), (Some(&ErrorId::ConfigurationUpdate), &*errors));
    assert_eq!((response.validation_errors(), response.saved()), (&[][..], Saved::AllButLicenses));
}

#[test]
fn a_400_for_values_has_license_errors_only_if_licenses_are_rejected_too() {
    let report =
        icws_schema::from_slice::<UserClientConfigurationProperties>(r#"{"followMe": [{"phoneNumber": "1"}]}"#)
            .unwrap_err()
            .into_report();
    let license_errors = |rejected: Vec<LicenseError>| {
        let response = Response::for_update(&report, UpdateOperationResult::default(), rejected);
        match response.into_content() {
            Content::BadRequest(Body::Typed(ErrorBody::ConfigurationError(error))) => error.license_errors,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(license_errors(Vec::new()), None);
    let rejected = check(&one_over(), &added()).license_errors();
    assert_eq!(license_errors(rejected.clone()), Some(rejected));
}
