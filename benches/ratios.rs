//! What each way to read and check a body costs, as a share of a plain serde derive that checks nothing (the floor).
//!
//! All candidates run in turns, round by round, so that a machine that changes its speed changes it for all. The figures
//! are medians. `cargo bench --bench ratios -- --quick` takes fewer rounds.

use garde::Validate as _;
use icws_schema::ParseOptions;
use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::rules::{Context, RequestChecker};
use icws_schema_benches::{floor, garde_derive, payloads, serde_valid_derive, validator_derive};
use serde_valid::Validate as _;
use std::hint::black_box;
use std::time::Instant;
use validator::Validate as _;

/// A body of the benchmark.
struct Body {
    name: &'static str,
    json: Vec<u8>,
    /// Whether it is a view, and not a request.
    is_view: bool,
}

/// A way to read or check a body.
struct Candidate {
    name: &'static str,
    run: Box<dyn Fn(&Body)>,
}

fn candidate(name: &'static str, run: impl Fn(&Body) + 'static) -> Candidate {
    Candidate { name, run: Box::new(run) }
}

/// Keeps a result from being optimized away, where it is: moving it would be measured, too.
fn keep<T>(result: &T) {
    black_box(result);
}

/// The recommended rules, with a pattern in place of the format of each phone number.
fn with_pattern() -> RequestChecker {
    let rules = include_str!("../src/rules/recommended.json");
    let format = (r#""validator": "validFormat""#, r#""format": "phoneNumber""#);
    let pattern = (r#""validator": "regex""#, r#""pattern": "^[0-9A-Za-z+*#(),./ -]+$""#);
    let rules = rules.replace(format.0, pattern.0).replace(format.1, pattern.1);
    assert!(rules.contains(pattern.0) && rules.contains(pattern.1), "a format was replaced");
    RequestChecker::from_json(rules).expect("valid rules")
}

fn value(name: &'static str, checker: RequestChecker) -> Candidate {
    candidate(name, move |body| {
        if body.is_view {
            keep(&icws_schema::from_slice::<UserClientConfigurationView>(&body.json));
        } else {
            keep(&checker.parse(&body.json, &Context::new()));
        }
    })
}

fn verdict(name: &'static str, checker: RequestChecker) -> Candidate {
    candidate(name, move |body| {
        if body.is_view {
            keep(&ParseOptions::new().check::<UserClientConfigurationView>(&body.json));
        } else {
            keep(&checker.check(&body.json, &Context::new()));
        }
    })
}

fn json_schema(name: &'static str) -> Candidate {
    let schema = |text| jsonschema::validator_for(&serde_json::from_str(text).expect("a schema")).expect("a schema");
    let request = schema(include_str!("../schemas/userClientConfigurationProperties.request.json"));
    let view = schema(include_str!("../schemas/userClientConfigurationProperties.view.json"));
    candidate(name, move |body| {
        if let Ok(value) = serde_json::from_slice(&body.json) {
            let schema = if body.is_view { &view } else { &request };
            keep(&schema.iter_errors(&value).count());
        }
    })
}

/// Looks at each problem, of which there may be none.
fn each_problem(name: &'static str, checker: RequestChecker) -> Candidate {
    candidate(name, move |body| {
        let report = if body.is_view {
            ParseOptions::new().check::<UserClientConfigurationView>(&body.json)
        } else {
            checker.check(&body.json, &Context::new())
        };
        report.iter().for_each(|problem| keep(&problem.kind()));
        keep(&report);
    })
}

/// The candidates that read bytes. The first one is the floor.
fn readers() -> Vec<Candidate> {
    let recommended = RequestChecker::recommended;
    vec![
        candidate("serde derive, no checks (the floor)", |body| {
            keep(&serde_json::from_slice::<floor::Properties>(&body.json));
        }),
        value("icws-schema: checked value", recommended()),
        verdict("icws-schema: report only", recommended()),
        each_problem("icws-schema: report, each problem looked at", recommended()),
        value("icws-schema: value, without rules", RequestChecker::documented()),
        verdict("icws-schema: report only, without rules", RequestChecker::documented()),
        value("icws-schema: checked value, a pattern for phone numbers", with_pattern()),
        verdict("icws-schema: report only, a pattern for phone numbers", with_pattern()),
        candidate("icws-schema: `serde_json::from_slice`, no rules", |body| {
            if body.is_view {
                keep(&serde_json::from_slice::<UserClientConfigurationView>(&body.json));
            } else {
                keep(&serde_json::from_slice::<UserClientConfigurationProperties>(&body.json));
            }
        }),
        candidate("serde derive + garde derive", |body| {
            if let Ok(value) = serde_json::from_slice::<garde_derive::Properties>(&body.json) {
                keep(&value.validate());
            }
        }),
        candidate("serde derive + validator derive", |body| {
            if let Ok(value) = serde_json::from_slice::<validator_derive::Properties>(&body.json) {
                keep(&value.validate());
            }
        }),
        candidate("serde_valid", |body| {
            if let Ok(value) = serde_json::from_slice::<serde_valid_derive::Properties>(&body.json) {
                keep(&value.validate());
            }
        }),
        json_schema("`Value` + jsonschema"),
        candidate("simd-json, typed, no checks", |body| {
            let mut json = body.json.clone();
            keep(&simd_json::from_slice::<floor::Properties>(&mut json));
        }),
    ]
}

/// The candidates that check the typed value of a body, after the floor, which reads it.
fn checkers(json: &[u8]) -> Vec<Candidate> {
    let rules = RequestChecker::recommended();
    let ours: UserClientConfigurationProperties = icws_schema::from_slice(json).expect("a valid request");
    let garde: garde_derive::Properties = serde_json::from_slice(json).expect("a valid request");
    let validator: validator_derive::Properties = serde_json::from_slice(json).expect("a valid request");
    vec![
        candidate("the floor, which reads it", |body| {
            keep(&serde_json::from_slice::<floor::Properties>(&body.json));
        }),
        candidate("icws-schema, recommended rules", move |_| {
            keep(&rules.check_value(black_box(&ours), &Context::new()));
        }),
        candidate("garde derive", move |_| keep(&black_box(&garde).validate())),
        candidate("validator derive", move |_| keep(&black_box(&validator).validate())),
    ]
}

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let rounds = if is_quick { 31 } else { 201 };
    let request = |name, json| Body { name, json, is_view: false };
    let view = |name, json| Body { name, json, is_view: true };
    let bodies = [
        request("S", payloads::small()),
        request("M", payloads::all()),
        view("L", payloads::view()),
        request("Mx", payloads::invalid_json()),
        view("pretty", payloads::pretty(&payloads::view())),
        request("long", payloads::long_array()),
    ];

    let readers = readers();
    let columns: Vec<_> = bodies.iter().map(|body| nanoseconds(&readers, body, rounds)).collect();
    print!("| from bytes |");
    bodies.iter().for_each(|body| print!(" {} ({} B) |", body.name, body.json.len()));
    println!("\n|---|{}", "--:|".repeat(bodies.len()));
    for (row, reader) in readers.iter().enumerate() {
        print!("| {} |", reader.name);
        columns.iter().for_each(|column| print!(" {:.2} |", column[row] / column[0]));
        println!();
    }
    let small = &columns[0];
    println!("\nRules cost a small request {:.0} ns; the floor reads it in {:.0} ns.", small[1] - small[4], small[0]);

    println!("\n| check of a typed value | S | M |\n|---|--:|--:|");
    let typed = bodies[..2].iter().map(|body| {
        let checkers = checkers(&body.json);
        (nanoseconds(&checkers, body, rounds), checkers)
    });
    let typed: Vec<_> = typed.collect();
    for (row, checker) in typed[0].1.iter().enumerate() {
        print!("| {} |", checker.name);
        typed.iter().for_each(|(column, _)| print!(" {:.3} |", column[row] / column[0]));
        println!();
    }
}

/// Returns the median time of each candidate.
fn nanoseconds(candidates: &[Candidate], body: &Body, rounds: usize) -> Vec<f64> {
    // Short turns: most are not interrupted by whatever else the machine does. What a turn begins with is not measured,
    // since caches and branch predictors are those of the turn before.
    let repeats = (40_000 / body.json.len()).max(1);
    let rounds = if body.json.len() > 100_000 { rounds / 2 } else { rounds };
    let mut times = vec![Vec::new(); candidates.len()];
    for _ in 0..rounds {
        for (candidate, times) in candidates.iter().zip(&mut times) {
            (0..repeats / 8).for_each(|_| (candidate.run)(black_box(body)));
            let start = Instant::now();
            (0..repeats).for_each(|_| (candidate.run)(black_box(body)));
            times.push(start.elapsed().as_secs_f64() * 1e9 / repeats as f64);
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    times.into_iter().map(median).collect()
}
