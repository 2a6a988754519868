//! The description of each validator, and its messages. The snapshot has the name of the case file from which it is generated.

use super::pin_in;
use crate::sorted::sorted;
use crate::validators::{cases, load, validators};
use icws_schema::codes::ValidationErrorType;
use icws_schema::report::Problem;
use serde_json::Value;
use std::process::Command;

#[test]
fn every_description_and_every_message() {
    // With `arbitrary_precision` the numbers of the cases have more digits than the snapshots show.
    if crate::exact_numbers::are_kept() {
        return;
    }
    for (name, file) in validators() {
        let page = Command::new(env!("CARGO_BIN_EXE_icws-schema")).args(["rules", &name]).output().unwrap().stdout;
        let page = in_order(&String::from_utf8(page).unwrap());
        let failing = cases(&file).iter().filter(|case| case["example"] == true).nth(1).unwrap();
        let id = ValidationErrorType::from_name(&name).unwrap();
        let text = format!("{page}\n{}{}{}", rendered(failing), expectations(id, &file), reasons(&file));
        pin_in("snapshots/validators", &name, &text);
    }
}

/// A page whose examples have their members in the order of their names.
fn in_order(page: &str) -> String {
    let line = |line: &str| match line.find('{').map(|at| (at, serde_json::from_str::<Value>(&line[at..]))) {
        Some((at, Ok(json))) => format!("{}{}\n", &line[..at], sorted(&json)),
        _ => format!("{line}\n"),
    };
    page.lines().map(line).collect()
}

/// The report of the failing example.
fn rendered(case: &Value) -> String {
    load(case, |loaded| super::rendered(&loaded.check(case["bodyText"].as_str().unwrap())))
        .unwrap_or_else(|_| panic!("{} is refused", case["name"]))
}

/// What the validator expects in all cases of its file, each text once.
fn expectations(id: ValidationErrorType, file: &Value) -> String {
    fn gather(id: ValidationErrorType, problems: &[Problem], texts: &mut Vec<String>) {
        for problem in problems {
            if problem.validator() == Some(id) && problem.rule().is_some() {
                texts.push(problem.expected().to_string());
            }
            gather(id, problem.causes(), texts);
        }
    }
    listed(
        "expected in the cases",
        reports(file).flat_map(|report| {
            let mut texts = Vec::new();
            gather(id, report.problems(), &mut texts);
            texts
        }),
    )
}

/// Why it is unchecked in all cases of its file, each text once.
fn reasons(file: &Value) -> String {
    let reasons = reports(file)
        .flat_map(|report| report.unchecked().iter().map(ToString::to_string).collect::<Vec<_>>())
        .collect::<Vec<_>>();
    listed("unchecked in the cases", reasons.into_iter())
}

fn reports(file: &Value) -> impl Iterator<Item = icws_schema::report::Report> {
    cases(file).iter().filter_map(|case| {
        let text = case.get("text").unwrap_or(&case["bodyText"]).as_str()?;
        load(case, |loaded| loaded.check(text)).ok()
    })
}

/// Texts in their order, each once, below a heading.
fn listed(heading: &str, texts: impl Iterator<Item = String>) -> String {
    let mut listed = Vec::new();
    for text in texts {
        if !listed.contains(&text) {
            listed.push(text);
        }
    }
    if listed.is_empty() {
        return String::new();
    }
    format!("\n{heading}:\n  {}\n", listed.join("\n  "))
}
