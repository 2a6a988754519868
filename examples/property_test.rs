// Tests code of one's own against generated bodies: everything that is valid must be accepted, everything else rejected.
//
//     cargo run --example property_test --features proptest

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::rules::{Context, RequestChecker};
use icws_schema::strategy::RequestStrategy;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// The code under test: a server that takes an update, and responds with a status.
fn respond(checker: &RequestChecker, body: &[u8]) -> u16 {
    if checker.parse(body, &Context::new()).into_result().is_ok() { 200 } else { 400 }
}

#[allow(clippy::print_stdout, reason = "an example prints what it shows")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let checker = RequestChecker::recommended();
    let requests = RequestStrategy::new(&checker, &Context::new());
    let mut runner = TestRunner::deterministic();

    // Requests that satisfy every rule are accepted.
    runner.run(&requests.valid_json(), |body| {
        prop_assert_eq!(respond(&checker, body.as_bytes()), 200);
        Ok(())
    })?;

    // Requests with exactly one problem are rejected; the case describes what was done to the body.
    runner.run(&requests.invalid(), |case| {
        prop_assert_eq!(respond(&checker, case.json.as_bytes()), 400, "{}", case.mutation);
        Ok(())
    })?;

    // Every type is `Arbitrary`: what is written can be read again.
    runner.run(&any::<UserClientConfigurationProperties>(), |update| {
        let body = serde_json::to_vec(&update).expect("JSON");
        prop_assert_eq!(icws_schema::from_slice::<UserClientConfigurationProperties>(&body).ok(), Some(update));
        Ok(())
    })?;
    println!("768 bodies, as expected");
    Ok(())
}
