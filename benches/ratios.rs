//! One table: what each way costs, as a share of a plain serde derive that checks nothing.
//!
//! Everything runs in turns, round by round, so that a machine that changes its speed changes it for all; the medians are compared.
//! `cargo bench --bench ratios -- --quick` takes fewer rounds.

use garde::Validate as _;
use icws_schema::ParseOptions;
use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::rules::{Context, RequestChecker};
use icws_schema_benches::{floor, garde_derive, payloads, serde_valid_derive, validator_derive};
use serde_valid::Validate as _;
use std::hint::black_box;
use std::time::Instant;
use validator::Validate as _;

/// A way to read a payload; `view` says that it is an answer.
struct PathBuilder {
    name: &'static str,
    run: Box<dyn Fn(&[u8], bool)>,
}

fn way(name: &'static str, run: impl Fn(&[u8], bool) + 'static) -> PathBuilder {
    PathBuilder { name, run: Box::new(run) }
}

/// Keeps a result from being left out, where it stands: moving it would be measured, too.
fn seen<T>(result: &T) {
    black_box(result);
}

fn ways() -> Vec<PathBuilder> {
    let schema = |text| jsonschema::validator_for(&serde_json::from_str(text).expect("a schema")).expect("a schema");
    let request = schema(include_str!("../schemas/userClientConfigurationProperties.request.json"));
    let answer = schema(include_str!("../schemas/userClientConfigurationProperties.view.json"));
    let rules = RequestChecker::recommended();
    let verdict = rules.clone();
    vec![
        way("serde derive, no checks (the floor)", |text, _| {
            seen(&serde_json::from_slice::<floor::Properties>(text));
        }),
        way("icws-schema: checked, owned value", move |text, view| {
            if view {
                seen(&icws_schema::from_slice::<UserClientConfigurationView>(text));
            } else {
                seen(&rules.parse(text, &Context::new()));
            }
        }),
        way("icws-schema: verdict only", move |text, view| {
            if view {
                seen(&ParseOptions::new().check::<UserClientConfigurationView>(text));
            } else {
                seen(&verdict.check(text, &Context::new()));
            }
        }),
        way("icws-schema: serde_json::from_slice", |text, view| {
            if view {
                seen(&serde_json::from_slice::<UserClientConfigurationView>(text));
            } else {
                seen(&serde_json::from_slice::<UserClientConfigurationProperties>(text));
            }
        }),
        way("serde derive + garde derive", |text, _| {
            if let Ok(value) = serde_json::from_slice::<garde_derive::Properties>(text) {
                seen(&value.validate());
            }
        }),
        way("serde derive + validator derive", |text, _| {
            if let Ok(value) = serde_json::from_slice::<validator_derive::Properties>(text) {
                seen(&value.validate());
            }
        }),
        way("serde_valid", |text, _| {
            if let Ok(value) = serde_json::from_slice::<serde_valid_derive::Properties>(text) {
                seen(&value.validate());
            }
        }),
        way("Value + jsonschema", move |text, view| {
            if let Ok(value) = serde_json::from_slice(text) {
                let schema = if view { &answer } else { &request };
                black_box(schema.iter_errors(&value).count());
            }
        }),
        way("simd-json, typed, no checks", |text, _| {
            let mut text = text.to_vec();
            seen(&simd_json::from_slice::<floor::Properties>(&mut text));
        }),
    ]
}

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let rounds = if quick { 15 } else { 61 };
    let payloads = [
        ("S", payloads::small(), false),
        ("M", payloads::all(), false),
        ("L", payloads::view(), true),
        ("Mx", payloads::invalid_json(), false),
        ("pretty", payloads::pretty(&payloads::view()), true),
        ("2 MB", payloads::long_list(), false),
    ];
    let ways = ways();
    print!("| bytes to verdict |");
    payloads.iter().for_each(|(name, text, _)| print!(" {name} ({} B) |", text.len()));
    println!("\n|---|{}", "--:|".repeat(payloads.len()));
    let columns: Vec<Vec<f64>> = payloads.iter().map(|(_, text, view)| medians(&ways, text, *view, rounds)).collect();
    for (row, way) in ways.iter().enumerate() {
        print!("| {} |", way.name);
        columns.iter().for_each(|column| print!(" {:.2} |", column[row] / column[0]));
        println!();
    }
    println!("\n| check of a typed value | S | M |\n|---|--:|--:|");
    let (small, all) = (typed(&payloads::small(), rounds), typed(&payloads::all(), rounds));
    for (row, name) in ["icws-schema, recommended rules", "garde derive", "validator derive"].into_iter().enumerate() {
        println!("| {name} | {:.3} | {:.3} |", small[row], all[row]);
    }
}

/// The time of checks of a typed value alone, as shares of reading with the floor.
fn typed(text: &[u8], rounds: usize) -> [f64; 3] {
    let rules = RequestChecker::recommended();
    let ours: UserClientConfigurationProperties = icws_schema::from_slice(text).expect("a valid PUT");
    let garde: garde_derive::Properties = serde_json::from_slice(text).expect("a valid PUT");
    let validator: validator_derive::Properties = serde_json::from_slice(text).expect("a valid PUT");
    let ways = vec![
        way("floor", |text, _| {
            seen(&serde_json::from_slice::<floor::Properties>(text));
        }),
        way("icws-schema", move |_, _| {
            seen(&rules.check_value(black_box(&ours), &Context::new()));
        }),
        way("garde derive", move |_, _| {
            seen(&black_box(&garde).validate());
        }),
        way("validator derive", move |_, _| {
            seen(&black_box(&validator).validate());
        }),
    ];
    let times = medians(&ways, text, false, rounds);
    [times[1] / times[0], times[2] / times[0], times[3] / times[0]]
}

/// The median time of each way over the rounds.
fn medians(ways: &[PathBuilder], text: &[u8], view: bool, rounds: usize) -> Vec<f64> {
    let repeat = (100_000 / text.len()).max(1);
    let mut times = vec![Vec::new(); ways.len()];
    for _ in 0..rounds {
        for (way, times) in ways.iter().zip(&mut times) {
            let start = Instant::now();
            for _ in 0..repeat {
                (way.run)(black_box(text), view);
            }
            times.push(start.elapsed().as_secs_f64());
        }
    }
    times
        .into_iter()
        .map(|mut times| {
            times.sort_by(f64::total_cmp);
            times[times.len() / 2]
        })
        .collect()
}
