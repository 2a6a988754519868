//! State files.

use icws_schema::endpoint::{EvaluationOptions, Precedence, ReceivedRequest, State, evaluate};
use icws_schema::rules::RequestChecker;

/// A file that loads is written to one that loads to the same state, and evaluates a request; any other one has problems with positions.
pub(super) fn target(data: &[u8]) {
    match State::from_json(data) {
        Ok(mut state) => {
            let json = state.expose_json();
            let again = State::from_json(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
            assert_eq!(again.expose_json(), json);
            let user = state.users().next().map_or(String::new(), |user| user.id.id.clone());
            assert_eq!(state.view(&user, &Precedence::default()).is_some(), !user.is_empty());
            let target = "/icws/1984/configuration/users/jane/client";
            let headers = [("ININ-ICWS-CSRF-Token", "t0k3n"), ("Cookie", "icws_1984=6d1c")];
            let body = r#"{"screenCalls": {"actualValue": false}, "followMe": null}"#;
            let request = ReceivedRequest::from_parts("PUT", target, headers, body);
            let evaluation = evaluate(&request, &state, &RequestChecker::documented(), &EvaluationOptions::new());
            assert!([200, 401, 403, 404].contains(&evaluation.response.status()), "{evaluation:?}");
            if let Some(change) = evaluation.change {
                state.apply(&change).unwrap();
                state.revert(&change).unwrap();
                assert_eq!(state.expose_json(), json);
            }
        }
        Err(error) => {
            assert!(!error.problems().is_empty() && !error.to_string().is_empty());
            assert!(error.problems().iter().all(|problem| problem.position().is_some()));
        }
    }
}
