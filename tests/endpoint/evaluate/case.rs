//! A request to a server that would update the user, and changes of it.

use icws_schema::directory::{Answer, Directory, DirectoryError, Question};
use icws_schema::endpoint::{Evaluation, EvaluationOptions, ReceivedRequest, State, evaluate};
use icws_schema::rules::RequestChecker;
use serde_json::{Value, json};

pub(crate) struct Case {
    pub(crate) state: Value,
    pub(crate) method: &'static str,
    pub(crate) target: &'static str,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) body: String,
    pub(crate) rules: Value,
    pub(crate) options: EvaluationOptions<'static>,
}

/// A directory whose store is down.
pub(crate) struct Down;

impl Directory for Down {
    fn answer(&self, _: &Question<'_>) -> Result<Answer, DirectoryError> {
        Err(DirectoryError::new("down"))
    }
}

impl Case {
    pub(crate) fn new() -> Self {
        Self {
            state: json!({
                "version": 1,
                "featureVersion": 8,
                "users": [
                    {"id": "Jane Doe", "view": {"screenCalls": {"actualValue": true, "effectiveValue": true}, "followMe": []}},
                    {"id": "john"}
                ],
                "sessions": [{"id": "1984", "token": "t0k3n", "cookie": "icws_1984=6d1c", "user": "jane doe"}],
                "directory": {"extensions": ["8001"]}
            }),
            method: "PUT",
            target: "/icws/1984/configuration/users/jane%20doe/client",
            headers: vec![
                ("ININ-ICWS-CSRF-Token", "t0k3n"),
                ("Cookie", "other=1; icws_1984=6d1c"),
                ("Content-Type", "application/vnd.inin.icws+JSON; charset=utf-8"),
            ],
            body: json!({"screenCalls": {"actualValue": false}}).to_string(),
            rules: json!([
                {"validator": "range", "property": "externalCallTimeout.actualValue", "min": 1, "max": 300},
                {"validator": "existingExtension", "property": "followMe[].phoneNumber"},
            ]),
            options: EvaluationOptions::new(),
        }
    }

    pub(crate) fn with(change: impl FnOnce(&mut Self)) -> Self {
        let mut case = Self::new();
        change(&mut case);
        case
    }

    pub(crate) fn set_header(&mut self, name: &str, value: Option<&'static str>) {
        self.headers.retain(|(other, _)| *other != name);
        let name = ["ININ-ICWS-CSRF-Token", "Cookie", "Content-Type"].into_iter().find(|known| *known == name).unwrap();
        self.headers.extend(value.map(|value| (name, value)));
    }

    /// Gives the user a license of which as many are assigned as stated, and one is allowed.
    pub(crate) fn set_license(&mut self, assigned: u32) {
        self.state["users"][0]["licenses"] = json!({"licenses": ["I3_ACCESS_CLIENT"]});
        let counts = json!({"allowed": 1, "configured": assigned});
        self.state["licenses"] = json!([{"id": "I3_ACCESS_CLIENT", "displayName": "Client", "assignable": counts}]);
    }

    pub(crate) fn state(&self) -> State {
        State::from_json(self.state.to_string()).unwrap_or_else(|error| panic!("{error}"))
    }

    pub(crate) fn checker(&self) -> RequestChecker {
        RequestChecker::from_json(json!({"rules": self.rules}).to_string()).unwrap()
    }

    pub(crate) fn request(&self) -> ReceivedRequest {
        ReceivedRequest::from_parts(self.method, self.target, self.headers.iter().copied(), &*self.body)
    }

    pub(crate) fn evaluate(&self) -> Evaluation {
        evaluate(&self.request(), &self.state(), &self.checker(), &self.options)
    }
}
