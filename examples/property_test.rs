//! Tests your own code with generated bodies: it must accept all valid ones and reject all others.
//!
//! ```console
//! $ cargo run --example property_test --features proptest
//! ```

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::from_slice;
use icws_schema::rules::{Context, RequestChecker};
use icws_schema::strategy::RequestStrategy;
use proptest::prelude::*;

/// The code under test: a server that takes an update, and responds with a status.
fn respond(checker: &RequestChecker, body: &[u8]) -> u16 {
    if checker.parse(body, &Context::new()).into_result().is_ok() { 200 } else { 400 }
}

#[allow(clippy::print_stdout, reason = "an example prints what it shows")]
fn main() {
    let checker = RequestChecker::recommended();
    let requests = RequestStrategy::new(&checker, &Context::new());

    // Requests that satisfy every rule are accepted.
    proptest!(|(body in requests.valid_json())| prop_assert_eq!(respond(&checker, body.as_bytes()), 200));

    // Requests with exactly one problem are rejected; the case describes the problem.
    proptest!(|(case in requests.invalid())| {
        prop_assert_eq!(respond(&checker, case.body.as_bytes()), 400, "{}", case.mutation);
    });

    // Every type is `Arbitrary`: any serialized value can be parsed again.
    proptest!(|(update: UserClientConfigurationProperties)| {
        let body = serde_json::to_vec(&update).expect("JSON");
        prop_assert_eq!(from_slice::<UserClientConfigurationProperties>(&body).ok(), Some(update));
    });
    println!("768 bodies, as expected");
}

#[test]
fn it_runs() {
    main();
}
