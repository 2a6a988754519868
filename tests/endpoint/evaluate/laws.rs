//! What holds of every request and every state.

use super::case::Down;
use crate::rng::Rng;
use icws_schema::body::{Error, UpdateOperationResult, UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::codes::ErrorId;
use icws_schema::directory::{Directory, Subject};
use icws_schema::endpoint::{
    CsrfToken, Evaluation, EvaluationOptions, InheritanceSource, LicenseRecheck, MediaTypeCheck, Member, OldServer,
    ReceivedRequest, Session, SessionCookie, SessionId, State, StateUser, Step, UncheckedRules, UserOrder, apply,
    assume_own_values, diff, evaluate,
};
use icws_schema::license::{Allocation, HeldLicenses, License, LicenseCounts};
use icws_schema::response::{Response, Saved};
use icws_schema::rules::{Context, RequestChecker};
use icws_schema::strategy;
use proptest::prelude::any;
use serde_json::json;
use std::collections::BTreeMap;

/// What requests and states are made of.
struct Material {
    bodies: Vec<String>,
    views: Vec<UserClientConfigurationView>,
    checkers: Vec<RequestChecker>,
}

impl Material {
    fn new(count: usize) -> Self {
        let valid = strategy::samples(strategy::valid_json::<UserClientConfigurationProperties>(), 51).take(count / 2);
        let invalid = strategy::samples(strategy::invalid_json::<UserClientConfigurationProperties>(), 52)
            .take(count / 4)
            .map(|case| case.body);
        let values = [0, 45, 301].map(|seconds| json!({"externalCallTimeout": {"actualValue": seconds}}).to_string());
        let numbers = (0..count / 8).map(|index| {
            let extension = ["8001", "8002"][index % 2];
            let screen_calls = [json!(null), json!({"actualValue": true})][index / 2 % 2].clone();
            let number = json!({"phoneNumber": extension, "timeout": 15, "usePin": true});
            json!({"followMe": [number], "screenCalls": screen_calls}).to_string()
        });
        let rules = json!({"rules": [
            {"validator": "existingExtension", "property": "followMe[].phoneNumber"},
            {"validator": "range", "property": "externalCallTimeout.actualValue", "min": 1, "max": 300},
        ]});
        Self {
            bodies: valid.chain(invalid).chain(values).chain(numbers).collect(),
            views: strategy::samples(any::<UserClientConfigurationView>(), 53).take(count / 8 + 1).collect(),
            checkers: vec![
                RequestChecker::documented(),
                RequestChecker::recommended(),
                RequestChecker::from_json(rules.to_string()).unwrap(),
            ],
        }
    }
}

fn of<'i, T>(rng: &mut Rng, items: &'i [T]) -> &'i T {
    &items[rng.below(items.len())]
}

fn session() -> Session {
    Session::new(SessionId::new("1984").unwrap(), CsrfToken::new("t0k3n").unwrap())
}

fn state(rng: &mut Rng, material: &Material) -> State {
    let mut state = match rng.below(4) {
        0 => State::new(),
        version => State::new().with_feature_version(u32::try_from(5 + version * rng.below(3)).unwrap()),
    };
    let counts = LicenseCounts::new(1, u32::try_from(rng.below(4)).unwrap());
    state = state.with_licenses([License::new("A").with_assignable(counts).with_concurrent(counts)]);
    if rng.below(2) == 0 {
        state = state.with_directory_json(r#"{"extensions": ["8001"]}"#).unwrap();
    }
    if rng.below(2) == 0 {
        state = state.with_default_user(InheritanceSource::new("Default User", of(rng, &material.views).clone()));
    }
    state.insert_role(InheritanceSource::new("Agent", of(rng, &material.views).clone()));
    for id in ["jane", "John Doe", "Ünï"] {
        let mut user = StateUser::new(id)
            .with_view(of(rng, &material.views).clone())
            .with_customize_client(rng.below(5) > 0)
            .with_licenses(*of(rng, &[Allocation::Assignable, Allocation::Concurrent]), HeldLicenses::new(["A"]));
        if rng.below(2) == 0 {
            user = user.with_roles(["agent"]);
        }
        state.insert_user(user);
    }
    let session = match rng.below(2) {
        0 => session(),
        _ => session().with_cookie(SessionCookie::new("icws_1984=6d1c").unwrap()),
    };
    state.insert_session(session, *of(rng, &["jane", "JOHN DOE", "ünï", "nobody"]));
    state
}

fn request(rng: &mut Rng, state: &State, material: &Material) -> ReceivedRequest {
    let logged_in = state.session_user(session().id()).unwrap_or_default().to_owned();
    let user = match rng.below(6) {
        0 => (*of(rng, &["nobody", "jane", "john%20doe", "%FF", "."])).to_owned(),
        _ => logged_in.replace(' ', "%20").replace('ü', "%C3%BC").replace('ï', "%C3%AF"),
    };
    let id = if rng.below(12) == 0 { "1985" } else { "1984" };
    let method = if rng.below(20) == 0 { "POST" } else { "PUT" };
    let mut headers = vec![("ININ-ICWS-CSRF-Token", if rng.below(12) == 0 { "other" } else { "t0k3n" })];
    if rng.below(12) > 0 {
        headers.push(("Cookie", "icws_1984=6d1c"));
    }
    if rng.below(3) > 0 {
        headers.push(("Content-Type", "application/json"));
    }
    let target = format!("/icws/{id}/configuration/users/{user}/client");
    ReceivedRequest::from_parts(method, &target, headers, of(rng, &material.bodies).as_str())
}

fn options(rng: &mut Rng) -> EvaluationOptions<'static> {
    let mut options = EvaluationOptions::new()
        .with_user_order(*of(rng, &[UserOrder::BeforeRight, UserOrder::AfterRight]))
        .with_old_server(*of(rng, &[OldServer::NotFound, OldServer::Evaluate]))
        .with_media_type(*of(rng, &[MediaTypeCheck::Ignored, MediaTypeCheck::Ignored, MediaTypeCheck::Required]))
        .with_unchecked(*of(rng, &[UncheckedRules::Accepted, UncheckedRules::Accepted, UncheckedRules::Failed]))
        .with_licenses(*of(rng, &[LicenseRecheck::Kept, LicenseRecheck::NewlyAssigned, LicenseRecheck::Off]));
    if rng.below(8) == 0 {
        options = options.with_directory(&Down);
    }
    options
}

/// Returns what `check` reports of the body in the same context.
fn checked(
    request: &ReceivedRequest,
    state: &State,
    checker: &RequestChecker,
    options: &EvaluationOptions<'_>,
) -> icws_schema::report::Report {
    let user = state.user(request.user_id().unwrap().as_str()).unwrap();
    let view = state.view(&user.id.id, &options.precedence).unwrap();
    let mut context = Context::new().with_current(&view).with_subject(Subject::user(&*user.id.id));
    context.feature_version = state.feature_version();
    context.directory = options.directory.or(state.directory().map(|directory| directory as &dyn Directory));
    checker.check(request.body(), &context)
}

/// Checks everything that holds of one evaluation, and returns its status.
fn check_one(
    request: &ReceivedRequest,
    state: &mut State,
    checker: &RequestChecker,
    options: &EvaluationOptions<'_>,
) -> Evaluation {
    let evaluation = evaluate(request, state, checker, options);
    let response = &evaluation.response;
    assert!(response.report().is_valid(), "the response reads back without a problem");
    assert_eq!(&Response::from(response.clone().into_parts()), response);
    let statuses: Vec<_> = evaluation.steps.iter().filter_map(Step::status).collect();
    assert_eq!(statuses, [response.status()]);
    let is_saved = matches!(response.saved(), Saved::Everything | Saved::AllButLicenses);
    assert!(is_saved || evaluation.change.is_none(), "nothing is saved with a {}", response.status());
    if let Some(report) = &evaluation.report {
        let expected = checked(request, state, checker, options);
        assert_eq!(report, &expected);
        if expected.is_malformed() || !expected.is_valid() && !expected.has_failed_questions() {
            assert_eq!(response, &Response::for_update(&expected, UpdateOperationResult::default(), []));
        }
        if expected.is_valid() && !expected.has_failed_questions() && response.status() != 500 {
            assert!(is_saved);
        }
        if response.status() == 500 {
            assert_eq!(response, &Response::from_error(500, Error::from(ErrorId::InternalServerError)));
        }
    }
    let user = evaluation.report.as_ref().map(|_| state.user(request.user_id().unwrap().as_str()).unwrap().clone());
    if let Some(change) = &evaluation.change {
        let user = user.as_ref().unwrap();
        assert_eq!((change.user(), change.before()), (&*user.id.id, &user.view));
        let put = request.update().into_result().unwrap();
        assert_eq!(change.after(), &apply(&user.view, &put), "all of it");
        let [before, after] = [change.before(), change.after()].map(assume_own_values);
        let again = apply(&before, &diff(&before, &after).unwrap());
        for member in Member::ALL.iter().filter(|member| !member.is_inheritable()) {
            assert_eq!(again.get(*member).is_value(), after.get(*member).is_value());
        }
        assert!(diff(&again, &after).unwrap() == UserClientConfigurationProperties::new());
        state.apply(change).unwrap();
    } else if is_saved {
        let user = user.as_ref().unwrap();
        assert_eq!(user.view, apply(&user.view, &request.update().into_result().unwrap()));
    }
    let again = evaluate(request, state, checker, options);
    assert!(again.change.is_none(), "the same request twice changes nothing more");
    evaluation
}

fn run(count: usize, material: &Material) -> BTreeMap<u16, usize> {
    let mut rng = Rng::new(54);
    let mut statuses = BTreeMap::new();
    let mut state = state(&mut rng, material);
    for index in 0..count {
        if index % 20 == 0 {
            state = self::state(&mut rng, material);
        }
        let request = request(&mut rng, &state, material);
        let (checker, options) = (of(&mut rng, &material.checkers), options(&mut rng));
        let before = (index % 100 == 0).then(|| state.expose_json());
        let evaluation = check_one(&request, &mut state, checker, &options);
        if let Some(before) = before {
            if let Some(change) = &evaluation.change {
                state.revert(change).unwrap();
            }
            assert_eq!(state.expose_json(), before, "nothing but the change");
        }
        *statuses.entry(evaluation.response.status()).or_default() += 1;
    }
    statuses
}

#[test]
fn generated_requests_to_generated_states() {
    let statuses = run(3000, &Material::new(800));
    let expected = [200, 400, 401, 403, 404, 405, 415, 500];
    assert!(expected.iter().all(|status| statuses.get(status).is_some_and(|count| *count > 5)), "{statuses:?}");
}

#[test]
#[ignore = "minutes long: cargo test --release --all-features a_million -- --ignored"]
fn a_million_generated_requests_to_generated_states() {
    let statuses = run(1_000_000, &Material::new(20_000));
    assert!(statuses.len() >= 8, "{statuses:?}");
}

#[test]
fn evaluation_costs_the_same_in_a_state_of_many_users() {
    let state_of = |count: usize| {
        let mut state = State::new();
        for index in 0..count {
            state.insert_user(StateUser::new(format!("u{index}")));
        }
        state.insert_session(session(), "u0");
        state
    };
    let request = ReceivedRequest::from_parts(
        "PUT",
        "/icws/1984/configuration/users/u0/client",
        [("ININ-ICWS-CSRF-Token", "t0k3n")],
        r#"{"screenCalls": {"actualValue": true}}"#,
    );
    let (checker, options) = (RequestChecker::recommended(), EvaluationOptions::new());
    let fastest = |state: &State| {
        let run = |_| {
            let start = std::time::Instant::now();
            for _ in 0..50 {
                assert_eq!(evaluate(&request, state, &checker, &options).response.status(), 200);
            }
            start.elapsed()
        };
        (0..20).map(run).min().unwrap()
    };
    let (one, many) = (fastest(&state_of(1)), fastest(&state_of(100_000)));
    assert!(many < one * 3, "{one:?} and {many:?}");
}
