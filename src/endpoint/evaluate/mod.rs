//! The behavior of a server as a pure function of a request and a state.

mod change;
mod licenses;
mod load;
mod load_values;
mod lookup;
mod options;
mod state;
mod state_user;
mod step;
mod view_problem;
mod write;

pub use change::{Change, ChangeConflict};
pub use options::{EvaluationOptions, LicenseRecheck, MediaTypeCheck, OldServer, UncheckedRules, UserOrder};
pub use state::State;
pub use state_user::StateUser;
pub use step::Step;

use super::{ReceivedRequest, Route, apply, percent};
use crate::body::{Error, UpdateOperationResult, UserClientConfigurationProperties};
use crate::codes::ErrorId;
use crate::directory::{Directory, Subject};
use crate::fold::eq_ignore_case;
use crate::report::Report;
use crate::response::Response;
use crate::rules::{Context, RequestChecker};
use std::fmt;

/// The feature version of `configuration` that introduced the endpoint.
const INTRODUCED: u32 = 7;

/// Returns the response of a server in a state to a request, the change that it makes, and the reasons.
///
/// | condition, in this order | response if it is not met |
/// |---|---|
/// | the path and the method are those of the endpoint, and the server has it | 404, 405 |
/// | the session exists, with this token and this cookie | 401 with a challenge |
/// | the user exists, is the one who is logged in, and has the right `customizeClient` | 404, 403 |
/// | the body is well-formed | 400 |
/// | the directory answers all questions, and no rule is violated | 500, 400 with every violation; nothing is saved |
/// | no license is rejected | 400 with the rejected licenses; the rest is saved |
///
/// If all are met, the response is a 200 with the unchanged id, the URI and the warnings about licenses.
/// [Evaluation](crate::docs::evaluation) lists every condition with its source. The violations are those that
/// [`RequestChecker::check`] reports. The state is borrowed, and only the view of one user is copied. Apply the change to
/// save it; the same request then changes nothing more.
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
/// use icws_schema::endpoint::{
///     CsrfToken, EvaluationOptions, ReceivedRequest, Session, SessionId, State, StateUser, Step, UpdateRequest, UserId, evaluate,
/// };
/// use icws_schema::rules::RequestChecker;
///
/// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
/// let mut state = State::new();
/// state.insert_user(StateUser::new("jane"));
/// state.insert_session(session.clone(), "jane");
///
/// let update = UserClientConfigurationProperties::new().with_screen_calls(true);
/// let request = ReceivedRequest::from(UpdateRequest::new(session, UserId::new("jane")?, update).into_parts());
/// let evaluation = evaluate(&request, &state, &RequestChecker::recommended(), &EvaluationOptions::new());
/// assert_eq!(evaluation.response.status(), 200);
/// assert_eq!(evaluation.response.bytes(), br#"{"id":"jane","uri":"/configuration/users/jane"}"#);
/// assert_eq!(evaluation.steps.last(), Some(&Step::Updated));
///
/// state.apply(&evaluation.change.unwrap())?;
/// assert_eq!(state.user("jane").unwrap().view.screen_calls.actual(), Some(&true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn evaluate(
    request: &ReceivedRequest,
    state: &State,
    checker: &RequestChecker,
    options: &EvaluationOptions<'_>,
) -> Evaluation {
    let mut steps = Vec::new();
    match authorized_user(request, state, options, &mut steps) {
        Ok(user) => update(request, state, user, checker, options, steps),
        Err(step) => {
            let response = rejection(&step, options);
            steps.push(step);
            Evaluation { response, change: None, steps, report: None }
        }
    }
}

/// The result of evaluating a request.
///
/// `Debug` shows no values.
///
/// ```
/// use icws_schema::endpoint::{EvaluationOptions, ReceivedRequest, State, Step, evaluate};
/// use icws_schema::rules::RequestChecker;
///
/// let request = ReceivedRequest::from_parts("PUT", "/", [("", ""); 0], "");
/// let evaluation = evaluate(&request, &State::new(), &RequestChecker::documented(), &EvaluationOptions::new());
/// assert_eq!((evaluation.response.status(), evaluation.change), (404, None));
/// assert_eq!(evaluation.steps, [Step::OtherResource]);
/// ```
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Evaluation {
    /// The response.
    pub response: Response,
    /// The change to save; `None` if nothing changes.
    pub change: Option<Change>,
    /// The steps taken, in order, each with its result.
    pub steps: Vec<Step>,
    /// The report on the body; `None` if the body was not checked.
    pub report: Option<Report>,
}

impl fmt::Debug for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Evaluation")
            .field("response", &self.response)
            .field("change", &self.change)
            .field("steps", &self.steps)
            .finish_non_exhaustive()
    }
}

/// Returns the user to update, or the step at which the request is rejected.
fn authorized_user<'s>(
    request: &ReceivedRequest,
    state: &'s State,
    options: &EvaluationOptions<'_>,
    steps: &mut Vec<Step>,
) -> Result<&'s StateUser, Step> {
    match request.route() {
        Route::UpdateClient => {}
        Route::OtherMethod => return Err(Step::OtherMethod),
        Route::GetUser | Route::OtherResource => return Err(Step::OtherResource),
    }
    match (state.feature_version, options.old_server) {
        (Some(version), OldServer::NotFound) if version < INTRODUCED => return Err(Step::OldServer { version }),
        _ => {}
    }
    let logged_in = session_user(request, state)?;
    steps.push(Step::SessionFound);
    let id = request.user_id().map_err(Step::InvalidUserId)?.as_str();
    let user = state.user(id);
    if options.user_order == UserOrder::BeforeRight {
        user.ok_or(Step::UnknownUser)?;
        steps.push(Step::UserFound);
    }
    if !eq_ignore_case(logged_in, id) {
        return Err(Step::OtherUser);
    }
    let user = user.ok_or(Step::UnknownUser)?;
    if !user.customize_client {
        return Err(Step::MissingRight);
    }
    steps.push(Step::Authorized);
    if options.media_type == MediaTypeCheck::Required {
        request.media_type().map_err(Step::InvalidMediaType)?;
    }
    Ok(user)
}

/// Returns the id of the user who is logged in, or the reason why the session is invalid.
fn session_user<'s>(request: &ReceivedRequest, state: &'s State) -> Result<&'s str, Step> {
    let id = request.session_id().map_err(Step::InvalidSessionPart)?;
    let token = request.token().map_err(Step::InvalidSessionPart)?;
    let known = state.sessions.get(id).ok_or(Step::UnknownSession)?;
    if known.session.token() != token {
        return Err(Step::OtherToken);
    }
    match known.session.cookie() {
        Some(cookie) if !request.has_cookie(cookie) => Err(Step::OtherCookie),
        _ => Ok(&known.user),
    }
}

/// Returns the response to a request that is rejected before its body is checked.
fn rejection(step: &Step, options: &EvaluationOptions<'_>) -> Response {
    match step.status() {
        Some(401) => Response::unauthorized(&options.log_on_location),
        Some(403) => Response::forbidden(),
        Some(404) if matches!(step, Step::UnknownUser | Step::InvalidUserId(_)) => Response::not_found(),
        Some(404) => Response::from_error(404, Error::new("The resource does not exist.")),
        Some(405) => Response::from_error(405, Error::new("The method is not allowed.")),
        Some(415) => Response::from_error(415, Error::new("The media type is not supported.")),
        _ => internal_server_error(),
    }
}

fn internal_server_error() -> Response {
    Response::from_error(500, Error::from(ErrorId::InternalServerError))
}

/// Checks the body, and returns the evaluation of the update.
fn update(
    request: &ReceivedRequest,
    state: &State,
    user: &StateUser,
    checker: &RequestChecker,
    options: &EvaluationOptions<'_>,
    mut steps: Vec<Step>,
) -> Evaluation {
    let current = state.view_of(user, &options.precedence);
    let mut context = Context::new().with_current(&current).with_subject(Subject::user(&*user.id.id));
    context.feature_version = state.feature_version;
    context.directory = options.directory.or(state.directory().map(|directory| directory as &dyn Directory));
    let parsed = checker.parse(request.body(), &context);
    let (put, report) = (parsed.value, parsed.report);
    if let Some(step) = verdict(&report, options, &mut steps) {
        let response = match step.status() {
            Some(400) => Response::for_update(&report, UpdateOperationResult::default(), []),
            _ => internal_server_error(),
        };
        steps.push(step);
        return Evaluation { response, change: None, steps, report: Some(report) };
    }
    let change = change(user, &put, &mut steps);
    let response = result(user, state, options, &report, &mut steps);
    Evaluation { response, change, steps, report: Some(report) }
}

/// Returns the step at which the body is rejected, if there is one.
fn verdict(report: &Report, options: &EvaluationOptions<'_>, steps: &mut Vec<Step>) -> Option<Step> {
    let (problems, rules) = (report.problems().len(), report.unchecked().len());
    if report.is_malformed() {
        return Some(Step::Malformed { problems });
    }
    if report.has_failed_questions() {
        return Some(Step::DirectoryFailed);
    }
    if !report.is_valid() {
        return Some(Step::Rejected { problems });
    }
    if rules > 0 && options.unchecked == UncheckedRules::Failed {
        return Some(Step::UncheckedRejected { rules });
    }
    if rules > 0 {
        steps.push(Step::UncheckedAccepted { rules });
    }
    steps.push(Step::Valid);
    None
}

/// Returns the change that an update makes.
fn change(user: &StateUser, put: &UserClientConfigurationProperties, steps: &mut Vec<Step>) -> Option<Change> {
    let change = Change::new(&*user.id.id, user.view.clone(), apply(&user.view, put));
    let members = change.members();
    if members.is_empty() {
        steps.push(Step::Unchanged);
        return None;
    }
    steps.push(Step::Saved { members });
    Some(change)
}

/// Checks the licenses, and returns the response to an update that is saved.
fn result(
    user: &StateUser,
    state: &State,
    options: &EvaluationOptions<'_>,
    report: &Report,
    steps: &mut Vec<Step>,
) -> Response {
    let uri = || format!("/configuration/users/{}", percent::encode(&user.id.id));
    let mut result = UpdateOperationResult::new(&*user.id.id).with_uri(user.id.uri.clone().unwrap_or_else(uri));
    let Some(outcome) = licenses::recheck(user, &state.licenses, options.licenses) else {
        steps.extend([Step::LicensesNotChecked, Step::Updated]);
        return result.into();
    };
    let (warnings, errors) = (outcome.license_problems(), outcome.license_errors());
    if !errors.is_empty() {
        steps.push(Step::LicensesRejected { licenses: errors.len() });
        return Response::for_update(report, result, errors);
    }
    steps.extend([Step::LicensesAccepted { warnings: warnings.len() }, Step::Updated]);
    result.license_problems = Some(warnings).filter(|warnings| !warnings.is_empty());
    result.into()
}
