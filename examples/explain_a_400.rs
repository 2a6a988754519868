//! Explains a 400 response to the sender of the request: in English with the vendor's messages, and in German from typed
//! data.
//!
//! ```console
//! $ cargo run --example explain_a_400
//! ```

use icws_schema::codes::ValidationErrorType;
use icws_schema::report::{Expected, Problem, RuleExpectation};
use icws_schema::response::{Response, Retry, Saved};
use icws_schema::rules::{Context, RequestChecker};

const REQUEST: &str = r#"{"externalCallTimeout": {"actualValue": 900}, "followMe": [{"phoneNumber": "8042", "timeout": 0, "usePin": false}]}"#;

const RESPONSE: &str = r#"{
  "__type": "urn:inin.com:configuration:configurationError",
  "errorId": "error.request.configuration.update",
  "message": "The request has one or more license or validation errors in it.",
  "validationErrors": [
    {"validationErrorType": 5, "propertyName": "externalCallTimeout.actualValue", "propertyValue": "900"},
    {"validationErrorType": 5, "propertyName": "followMe[0].timeout", "propertyValue": "0"}
  ]
}"#;

#[allow(clippy::print_stdout, reason = "an example prints what it shows")]
#[allow(clippy::unnecessary_wraps, reason = "a program returns what fails")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let response = Response::from_parts(400, RESPONSE);

    // In English: the vendor's messages, by code.
    let mut english = Vec::new();
    for error in response.validation_errors() {
        let message = error.validation_error_type.message().unwrap_or("The value was rejected.");
        english.push(format!("{}: {message}", error.property_name));
    }
    english.push(match response.saved() {
        Saved::AllButLicenses => "Everything but the licenses was saved.".to_owned(),
        Saved::Nothing => "Nothing was saved.".to_owned(),
        _ => "It is not known what was saved.".to_owned(),
    });
    assert_eq!(response.retry(), Retry::Never);
    println!("{}", english.join("\n"));
    assert_eq!(english[0], "externalCallTimeout.actualValue: The value must be in the correct range.");
    assert_eq!(english[2], "Nothing was saved.");

    // The response does not contain the allowed range. A check of the same request under the site's rules returns it as
    // data, which can be described in any language.
    let checker = RequestChecker::recommended();
    let report = checker.check(REQUEST, &Context::new());
    let german: Vec<_> = report.iter().map(in_german).collect();
    println!("{}", german.join("\n"));
    assert_eq!(
        german,
        [
            "Klingelzeit der Rufnummer 1: Der Wert muss zwischen 1 und 300 liegen.",
            "Klingelzeit bei Rufumleitung: Der Wert muss zwischen 1 und 300 liegen.",
        ]
    );
    Ok(())
}

fn in_german(problem: &Problem) -> String {
    let sentence = match problem.expected() {
        Expected::Rule(RuleExpectation::Integer { min: Some(min), max: Some(max) }) => {
            format!("Der Wert muss zwischen {min} und {max} liegen.")
        }
        Expected::Rule(RuleExpectation::Length { max: Some(max), .. }) => {
            format!("Der Text darf höchstens {max} Zeichen lang sein.")
        }
        _ => match problem.validator() {
            Some(ValidationErrorType::RequiredAttribute) => "Die Angabe fehlt.".to_owned(),
            Some(code) => format!("Der Wert ist nicht zulässig (Prüfung {}).", code.code()),
            None => "Die Anfrage ist fehlerhaft aufgebaut.".to_owned(),
        },
    };
    format!("{}: {sentence}", german_name(&problem.pointer()))
}

fn german_name(pointer: &str) -> String {
    match pointer.split('/').skip(1).collect::<Vec<_>>()[..] {
        ["externalCallTimeout", ..] => "Klingelzeit bei Rufumleitung".to_owned(),
        ["followMe", index, member] => {
            let number = index.parse::<usize>().unwrap_or(0) + 1;
            let name = if member == "timeout" { "Klingelzeit der Rufnummer" } else { "Rufnummer" };
            format!("{name} {number}")
        }
        _ => pointer.to_owned(),
    }
}

#[test]
fn it_runs() -> Result<(), Box<dyn std::error::Error>> {
    main()
}
