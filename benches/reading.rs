//! What reading, checking and writing cost, with the allocations that they make.

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use icws_schema::body::{UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::rules::{Context, RequestChecker};
use icws_schema::{ParseOptions, schema};
use icws_schema_benches::{floor, payloads};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

const PUTS: [&str; 3] = ["S", "M", "Mx"];

fn put(name: &str) -> Vec<u8> {
    match name {
        "S" => payloads::small(),
        "M" => payloads::all(),
        _ => payloads::invalid_json(),
    }
}

#[divan::bench(args = PUTS)]
fn floor_serde_derive(bencher: Bencher, name: &str) {
    let text = put(name);
    bencher
        .counter(BytesCount::of_slice(&text))
        .bench(|| serde_json::from_slice::<floor::Properties>(black_box(&text)).is_ok());
}

#[divan::bench(args = PUTS)]
fn from_slice(bencher: Bencher, name: &str) {
    let text = put(name);
    bencher
        .counter(BytesCount::of_slice(&text))
        .bench(|| icws_schema::from_slice::<UserClientConfigurationProperties>(black_box(&text)));
}

#[divan::bench(args = PUTS)]
fn read_and_check(bencher: Bencher, name: &str) {
    let (text, rules) = (put(name), RequestChecker::recommended());
    bencher.counter(BytesCount::of_slice(&text)).bench(|| rules.parse(black_box(&text), &Context::new()));
}

#[divan::bench(args = PUTS)]
fn verdict(bencher: Bencher, name: &str) {
    let (text, rules) = (put(name), RequestChecker::recommended());
    bencher.counter(BytesCount::of_slice(&text)).bench(|| rules.check(black_box(&text), &Context::new()));
}

#[divan::bench(args = ["S", "M"])]
fn check_typed(bencher: Bencher, name: &str) {
    let rules = RequestChecker::recommended();
    let update: UserClientConfigurationProperties = icws_schema::from_slice(put(name)).expect("a valid PUT");
    bencher.bench(|| rules.check_value(black_box(&update), &Context::new()));
}

#[divan::bench(args = ["S", "M"])]
fn write(bencher: Bencher, name: &str) {
    let update: UserClientConfigurationProperties = icws_schema::from_slice(put(name)).expect("a valid PUT");
    bencher.bench(|| serde_json::to_vec(black_box(&update)));
}

#[divan::bench]
fn read_view(bencher: Bencher) {
    let text = payloads::view();
    bencher
        .counter(BytesCount::of_slice(&text))
        .bench(|| icws_schema::from_slice::<UserClientConfigurationView>(black_box(&text)));
}

#[divan::bench]
fn verdict_view(bencher: Bencher) {
    let text = payloads::view();
    bencher
        .counter(BytesCount::of_slice(&text))
        .bench(|| ParseOptions::new().check::<UserClientConfigurationView>(black_box(&text)));
}

#[divan::bench]
fn write_view(bencher: Bencher) {
    let view: UserClientConfigurationView = icws_schema::from_slice(payloads::view()).expect("a view");
    bencher.bench(|| serde_json::to_vec(black_box(&view)));
}

#[divan::bench]
fn emit_every_schema() -> usize {
    schema::files().len()
}
