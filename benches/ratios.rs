//! One table: what each way costs, as a share of a plain serde derive that checks nothing.
//!
//! Everything runs in turns, round by round, so that a machine that changes its speed changes it for all; the medians are compared.
//! `cargo bench --bench ratios -- --quick` takes fewer rounds.

use garde::Validate as _;
use icws_schema::{Reader, UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema_benches::{floor, garde_derive, payloads, serde_valid_derive, validator_derive};
use serde_valid::Validate as _;
use std::hint::black_box;
use std::time::Instant;
use validator::Validate as _;

/// A way to read a payload; `view` says that it is an answer.
struct Way {
    name: &'static str,
    run: Box<dyn Fn(&[u8], bool)>,
}

fn way(name: &'static str, run: impl Fn(&[u8], bool) + 'static) -> Way {
    Way { name, run: Box::new(run) }
}

fn ways() -> Vec<Way> {
    let schema = |text| jsonschema::validator_for(&serde_json::from_str(text).expect("a schema")).expect("a schema");
    let request = schema(include_str!("../schemas/userClientConfigurationProperties.request.json"));
    let answer = schema(include_str!("../schemas/userClientConfigurationProperties.view.json"));
    vec![
        way("serde derive, no checks (the floor)", |text, _| {
            black_box(serde_json::from_slice::<floor::Properties>(text)).ok();
        }),
        way("icws-schema: checked value", |text, view| {
            if view {
                black_box(icws_schema::read::<UserClientConfigurationView>(text)).ok();
            } else {
                black_box(icws_schema::read::<UserClientConfigurationProperties>(text)).ok();
            }
        }),
        way("icws-schema: verdict only", |text, view| {
            if view {
                black_box(Reader::new().check::<UserClientConfigurationView>(text));
            } else {
                black_box(Reader::new().check::<UserClientConfigurationProperties>(text));
            }
        }),
        way("icws-schema: serde_json::from_slice", |text, view| {
            if view {
                black_box(serde_json::from_slice::<UserClientConfigurationView>(text)).ok();
            } else {
                black_box(serde_json::from_slice::<UserClientConfigurationProperties>(text)).ok();
            }
        }),
        way("serde derive + garde derive", |text, _| {
            if let Ok(value) = serde_json::from_slice::<garde_derive::Properties>(text) {
                black_box(value.validate()).ok();
            }
        }),
        way("serde derive + validator derive", |text, _| {
            if let Ok(value) = serde_json::from_slice::<validator_derive::Properties>(text) {
                black_box(value.validate()).ok();
            }
        }),
        way("serde_valid", |text, _| {
            if let Ok(value) = serde_json::from_slice::<serde_valid_derive::Properties>(text) {
                black_box(value.validate()).ok();
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
            black_box(simd_json::from_slice::<floor::Properties>(&mut text)).ok();
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
        ("Mx", payloads::faulty(), false),
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
}

/// The median time of each way over the rounds.
fn medians(ways: &[Way], text: &[u8], view: bool, rounds: usize) -> Vec<f64> {
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
