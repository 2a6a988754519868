//! A mock server on a socket (axum), and a client that sends it updates (ureq).
//!
//! ```console
//! $ cargo run --example loopback --features http
//! ```

use icws_schema::body::{InheritableProperty, UserClientConfigurationProperties};
use icws_schema::endpoint::{CsrfToken, Session, SessionCookie, SessionId, UpdateRequest, UserId};
use icws_schema::response::{Response, Retry, Saved};
use std::error::Error;

type Failure = Box<dyn Error + Send + Sync>;

mod mock_server {
    use axum::body::{Body, Bytes};
    use axum::extract::State;
    use axum::http::{self, StatusCode, request::Parts};
    use icws_schema::body::UpdateOperationResult;
    use icws_schema::endpoint::{ReceivedRequest, Route, Session, UserId};
    use icws_schema::response::Response;
    use std::{net::SocketAddr, sync::Arc, thread};

    /// One session, the user who is logged in, and another user.
    pub(super) struct Server {
        pub(super) session: Session,
        pub(super) user: UserId,
        pub(super) other_user: UserId,
    }

    impl Server {
        fn respond(&self, request: &ReceivedRequest) -> Response {
            match request.route() {
                Route::UpdateClient => {}
                Route::OtherMethod => return Response::from_parts(405, ""),
                _ => return Response::from_parts(404, ""),
            }
            let update = request.update();
            match request.user_id() {
                _ if request.session().as_ref() != Ok(&self.session) => Response::unauthorized("/ICWS/connection"),
                Ok(user) if *user == self.user => {
                    Response::for_update(update.report(), UpdateOperationResult::new(user.as_str()), [])
                }
                Ok(user) if *user == self.other_user => Response::forbidden(),
                _ => Response::not_found(),
            }
        }
    }

    async fn handle(
        State(server): State<Arc<Server>>,
        parts: Parts,
        body: Bytes,
    ) -> Result<http::Response<Body>, StatusCode> {
        let request = http::Request::from_parts(parts, body);
        server.respond(&request.into()).try_into().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Starts the server on a free port of the loopback interface.
    pub(super) fn start(server: Server) -> std::io::Result<SocketAddr> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
        let address = listener.local_addr()?;
        let router = axum::Router::new().fallback(handle).with_state(Arc::new(server));
        thread::spawn(move || runtime.block_on(async { axum::serve(listener, router).await }));
        Ok(address)
    }
}

/// Sends an update and parses the response.
fn send(agent: &ureq::Agent, origin: &str, request: UpdateRequest) -> Result<Response, Failure> {
    let request: http::Request<Vec<u8>> = request.into_parts().into_http(origin)?;
    let (parts, mut body) = agent.run(request)?.into_parts();
    Ok(http::Response::from_parts(parts, body.read_to_vec()?).into())
}

#[allow(clippy::print_stdout, reason = "an example prints what it shows")]
fn main() -> Result<(), Failure> {
    let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?)
        .with_cookie(SessionCookie::new("icws_1984=6d1c0a52")?);
    let (jane, john) = (UserId::new("sales/jane doe 100%")?, UserId::new("john")?);
    let server = mock_server::Server { session: session.clone(), user: jane.clone(), other_user: john.clone() };
    let origin = format!("http://{}", mock_server::start(server)?);
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let update = UserClientConfigurationProperties::new().with_screen_calls(true);
    let request = |session: &Session, user: &UserId| UpdateRequest::new(session.clone(), user.clone(), update.clone());

    let saved = send(&agent, &origin, request(&session, &jane))?;
    println!("{}: saved {:?}", saved.status(), saved.saved());
    assert_eq!(saved.result().map(|result| &*result.id), Some("sales/jane doe 100%"));
    assert_eq!(saved.saved(), Saved::Everything);

    let stranger = Session::new(SessionId::new("1984")?, CsrfToken::new("another")?);
    let unauthorized = send(&agent, &origin, request(&stranger, &jane))?;
    println!("{}: log on at {:?}", unauthorized.status(), unauthorized.log_on_location());
    assert_eq!((unauthorized.status(), unauthorized.retry()), (401, Retry::AfterLogOn));
    assert_eq!(unauthorized.log_on_location(), Some("/ICWS/connection"));

    let forbidden = send(&agent, &origin, request(&session, &john))?;
    assert_eq!((forbidden.status(), forbidden.message()), (403, Some("Not authorized to update this resource.")));

    let unknown = send(&agent, &origin, request(&session, &UserId::new("jim")?))?;
    assert_eq!((unknown.status(), unknown.message()), (404, Some("The user does not exist.")));

    // A value that the server rejects: the required `actualValue` is missing.
    let update = UserClientConfigurationProperties::new().with_external_call_timeout(InheritableProperty::default());
    let rejected = send(&agent, &origin, UpdateRequest::new(session, jane, update))?;
    println!("{}: {:?}", rejected.status(), rejected.validation_errors_by_property().keys());
    assert_eq!((rejected.status(), rejected.saved(), rejected.retry()), (400, Saved::Nothing, Retry::Never));
    assert!(rejected.validation_errors_by_property().contains_key("externalCallTimeout.actualValue"));
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Failure> {
    main()
}
