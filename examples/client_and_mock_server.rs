//! A client and a mock server that exchange the types of the crate `http`, without a network.
//!
//! ```console
//! $ cargo run --example client_and_mock_server --features http
//! ```

use http::{Request, Response as HttpResponse};
use icws_schema::body::{FollowMe, UpdateOperationResult, UserClientConfigurationProperties};
use icws_schema::endpoint::{
    CsrfToken, ReceivedRequest, Route, Session, SessionCookie, SessionId, UpdateRequest, UserId,
};
use icws_schema::response::{Response, Retry, Saved};
use std::error::Error;

/// The mock server: one session, whose user may change their own settings.
struct MockServer {
    session: Session,
    user: UserId,
    updates: Vec<UserClientConfigurationProperties>,
}

impl MockServer {
    fn handle(&mut self, request: Request<Vec<u8>>) -> Result<HttpResponse<Vec<u8>>, http::Error> {
        self.respond(&request.into()).try_into()
    }

    fn respond(&mut self, request: &ReceivedRequest) -> Response {
        match request.route() {
            Route::UpdateClient => {}
            Route::OtherMethod => return Response::from_parts(405, ""),
            _ => return Response::from_parts(404, ""),
        }
        if request.session().as_ref() != Ok(&self.session) {
            return Response::unauthorized("/ICWS/connection");
        }
        if request.user_id() != Ok(&self.user) {
            return Response::forbidden();
        }
        let update = request.update();
        let result = UpdateOperationResult::new(self.user.as_str());
        let response = Response::for_update(update.report(), result, []);
        self.updates.extend(update.into_result().ok());
        response
    }
}

/// The client: sends an update and parses the response.
fn send(server: &mut MockServer, request: UpdateRequest) -> Result<Response, http::Error> {
    let response = server.handle(request.try_into()?)?;
    Ok(response.into())
}

#[allow(clippy::print_stdout, reason = "an example prints what it shows")]
fn main() -> Result<(), Box<dyn Error>> {
    let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?)
        .with_cookie(SessionCookie::new("icws_1984=6d1c0a52")?);
    let jane = UserId::new("sales/jane doe")?;
    let mut server = MockServer { session: session.clone(), user: jane.clone(), updates: Vec::new() };

    // An update that is saved.
    let update = UserClientConfigurationProperties::new()
        .with_call_forward_all(true)
        .with_follow_me([FollowMe::new("+13175550100", 15)]);
    let response = send(&mut server, UpdateRequest::new(session.clone(), jane.clone(), update.clone()))?;
    assert_eq!(response.result().map(|result| &*result.id), Some("sales/jane doe"));
    assert_eq!((response.saved(), response.retry()), (Saved::Everything, Retry::NotNeeded));
    assert_eq!(server.updates, [update]);

    // The session of another client, who has to log on again.
    let other = Session::new(SessionId::new("1985")?, CsrfToken::new("WAhtYWRtaW4")?);
    let response = send(&mut server, UpdateRequest::new(other, jane, UserClientConfigurationProperties::new()))?;
    assert_eq!(response.retry(), Retry::AfterLogOn);
    println!("log on at {}", response.log_on_location().unwrap_or("?"));

    // Another user.
    let john = UserId::new("john")?;
    let response = send(&mut server, UpdateRequest::new(session, john, UserClientConfigurationProperties::new()))?;
    println!("{}: {}", response.status(), response.message().unwrap_or("?"));
    assert_eq!((response.status(), response.saved()), (403, Saved::Nothing));

    // A received request can be printed: its secrets are hidden.
    let request = Request::put("/icws/1984/configuration/users/jane/client").body(Vec::new())?;
    println!("{:?}", ReceivedRequest::from(request));
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn Error>> {
    main()
}
