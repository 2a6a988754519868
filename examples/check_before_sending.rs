//! Builds an update, checks it, and sends it only if it is valid.
//!
//! ```console
//! $ cargo run --example check_before_sending
//! ```

use icws_schema::body::{Field, FollowMe, InheritableProperty, UserClientConfigurationProperties};
use icws_schema::rules::{Context, RequestChecker};

#[allow(clippy::print_stdout, reason = "an example prints what it shows")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Rules are loaded once. The checker is cheap to clone and can be used by many threads.
    let checker = RequestChecker::recommended();
    let context = Context::new();

    // Absent leaves a property unchanged, null clears it, a value sets it.
    let update = UserClientConfigurationProperties::new()
        .with_call_forward_all(true)
        .with_external_call_timeout(InheritableProperty::inherit())
        .with_e_faq_search_option(Field::Null)
        .with_follow_me([FollowMe::new("+13175550100", 15).with_use_pin(true)]);

    // A checked update has its own type, so that only checked updates can be sent.
    let valid = checker.validate(update, &context)?;
    let body = serde_json::to_string(&*valid)?;
    println!("PUT {body}");
    assert_eq!(
        body,
        r#"{"callForwardAll":{"actualValue":true},"eFaqSearchOption":null,"externalCallTimeout":{"actualValue":null},"followMe":[{"phoneNumber":"+13175550100","timeout":15,"usePin":true}]}"#
    );

    // An invalid update: the error has every problem.
    let update = UserClientConfigurationProperties::new()
        .with_external_call_timeout(900)
        .with_follow_me([FollowMe::new("call 911", 15), FollowMe::new("8042", 0)]);
    let error = checker.validate(update, &context).expect_err("three problems");
    for problem in error.report() {
        println!("{}: {problem}", problem.location());
    }
    let locations: Vec<_> = error.report().iter().map(|problem| problem.location().to_string()).collect();
    assert_eq!(locations, ["followMe[0].phoneNumber", "followMe[1].timeout", "externalCallTimeout.actualValue"]);

    // The same for JSON from elsewhere, such as a file: its problems have a line and a column.
    let report = checker.check(br#"{"externalCallTimeout": {"actualValue": "30"}}"#, &context);
    println!("{report}");
    let position = report.problems()[0].position().expect("a position");
    assert_eq!((position.line, position.column), (1, 41));
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn std::error::Error>> {
    main()
}
