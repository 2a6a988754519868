//! What evaluating a request costs over the check of its body, in a state of one user and of 100,000.

use divan::{Bencher, black_box};
use icws_schema::body::UserClientConfigurationView;
use icws_schema::endpoint::{
    CsrfToken, EvaluationOptions, InheritanceSource, ReceivedRequest, Session, SessionId, State, StateUser, evaluate,
};
use icws_schema::rules::{Context, RequestChecker};
use icws_schema_benches::payloads;

fn main() {
    divan::main();
}

const PUTS: [&str; 2] = ["S", "M"];

fn put(name: &str) -> Vec<u8> {
    if name == "S" { payloads::small() } else { payloads::all() }
}

fn request(name: &str) -> ReceivedRequest {
    let target = "/icws/1984/configuration/users/u7/client";
    ReceivedRequest::from_parts("PUT", target, [("ININ-ICWS-CSRF-Token", "t0k3n")], put(name))
}

/// Users with an own value each, who inherit from a role and the default user.
fn state(users: usize) -> State {
    let view = UserClientConfigurationView::new().with_call_forward_all(true).with_external_call_timeout(20);
    let mut state = State::new().with_default_user(InheritanceSource::new("Default User", view.clone()));
    state.insert_role(InheritanceSource::new("Agent", view.clone()));
    for index in 0..users {
        let user = StateUser::new(format!("u{}", index + 7)).with_roles(["Agent"]).with_view(view.clone());
        state.insert_user(user);
    }
    let session = Session::new(SessionId::new("1984").expect("an id"), CsrfToken::new("t0k3n").expect("a token"));
    state.insert_session(session, "u7");
    state
}

#[divan::bench(args = PUTS)]
fn check_alone(bencher: Bencher, name: &str) {
    let (text, rules) = (put(name), RequestChecker::recommended());
    bencher.bench(|| rules.check(black_box(&text), &Context::new()));
}

#[divan::bench(args = PUTS, consts = [1, 100_000])]
fn evaluate_with_users<const USERS: usize>(bencher: Bencher, name: &str) {
    let (request, state) = (request(name), state(USERS));
    let (rules, options) = (RequestChecker::recommended(), EvaluationOptions::new());
    assert_eq!(evaluate(&request, &state, &rules, &options).response.status(), 200);
    // A directory need not be shared between threads.
    bencher.bench_local(|| evaluate(black_box(&request), &state, &rules, &options));
}
