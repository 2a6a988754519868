//! The HTTP exchange of the endpoint, without a network: requests and responses as plain parts, for clients and for mock
//! servers.
//!
//! A client creates an [`UpdateRequest`] and sends its [parts](RequestParts) with any HTTP library; a mock server creates a
//! [`ReceivedRequest`] from what it received. Responses go the other way: a [`Response`](crate::response::Response) becomes
//! [`ResponseParts`], and these a `Response` again. Nothing here opens a connection.
//!
//! ```
//! use icws_schema::body::UserClientConfigurationProperties;
//! use icws_schema::endpoint::{CsrfToken, ReceivedRequest, Session, SessionId, UpdateRequest, UserId};
//!
//! let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
//! let update = UserClientConfigurationProperties::new().with_call_forward_all(true);
//! let parts = UpdateRequest::new(session, UserId::new("jane doe")?, update).into_parts();
//! assert_eq!(parts.method, "PUT");
//! assert_eq!(parts.target.expose(), "/icws/1984/configuration/users/jane%20doe/client");
//! assert_eq!(parts.body, br#"{"callForwardAll":{"actualValue":true}}"#);
//!
//! let received = ReceivedRequest::from(parts);
//! assert_eq!(received.user_id()?.as_str(), "jane doe");
//! assert_eq!(received.token()?.expose(), "WAhtYWRtaW4");
//! # Ok::<(), icws_schema::endpoint::PartError>(())
//! ```
//!
//! With the feature `http`, requests and responses convert to and from the types of the crate `http`:
//!
//! ```
//! # #[cfg(feature = "http")] {
//! use icws_schema::body::{UpdateOperationResult, UserClientConfigurationProperties};
//! use icws_schema::endpoint::{CsrfToken, ReceivedRequest, Session, SessionId, UpdateRequest, UserId};
//! use icws_schema::exports::http;
//! use icws_schema::response::Response;
//!
//! // A client creates a request,
//! let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
//! let request = UpdateRequest::new(session, UserId::new("jane")?, UserClientConfigurationProperties::new());
//! let sent: http::Request<Vec<u8>> = request.into_parts().into_http("https://ic.example.com:8019")?;
//! // a server receives it and responds,
//! let received = ReceivedRequest::from(sent);
//! let result = UpdateOperationResult::new(received.user_id()?.as_str());
//! let response: http::Response<Vec<u8>> = Response::for_update(received.update().report(), result, []).try_into()?;
//! // and the client parses the response.
//! assert_eq!(Response::from(response).result().map(|result| &*result.id), Some("jane"));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Session ids, tokens and cookies are secrets. `Debug`, `Display` and errors never show them; only the method `expose`
//! returns them.
//!
//! [A guide](crate::docs::endpoint) for authors of clients and mock servers has more.
//!
//! With the feature `rules`, the behavior of a server is a pure function: `evaluate` returns the response, the change of one
//! user, and the steps taken. Other functions compute with views: [`diff`], [`apply`] and [`to_put`] convert between views
//! and updates, [`resolve`] computes what a user inherits, [`explain`] and [`findings`] examine what a server returned, and
//! [`UserQuery`] is the query that requests it.

mod change;
mod error;
#[cfg(feature = "rules")]
mod evaluate;
mod headers;
#[cfg(feature = "http")]
mod http;
mod inheritance;
mod member_ref;
mod members;
mod part;
mod percent;
mod projection;
mod query;
mod query_error;
mod received;
mod request;
mod response_parts;
mod secret;
mod session;
mod target;

pub use change::{MissingOwnValues, apply, assume_own_values, diff, to_put};
pub use error::{PartError, PartErrorReason, RequestPart};
#[cfg(feature = "rules")]
pub use evaluate::{
    Change, ChangeConflict, Evaluation, EvaluationOptions, LicenseRecheck, MediaTypeCheck, OldServer, State, StateUser,
    Step, UncheckedRules, UserOrder, evaluate,
};
pub use headers::{Header, Headers, MEDIA_TYPE};
pub use inheritance::{
    Explanation, Finding, FindingKind, InheritanceSource, Precedence, Reason, Sources, explain, findings, resolve,
};
pub use member_ref::{MemberMut, MemberRef};
pub use members::{Member, UnknownMember};
pub use part::{AcceptLanguage, MediaType};
pub use query::UserQuery;
pub use query_error::{QueryError, QueryProblem};
pub use received::{ReceivedRequest, Route};
pub use request::{GetUserRequest, RequestParts, UpdateRequest};
pub use response_parts::ResponseParts;
pub use session::{CsrfToken, Session, SessionCookie, SessionId, UserId};
pub use target::RequestTarget;
