//! The endpoint as a whole, without a network: requests and responses as plain parts, for clients and for mock servers.
//!
//! A client makes an [`UpdateRequest`] and sends its [parts](RequestParts) with any HTTP library; a mock server makes a
//! [`ReceivedRequest`] of what it got. The response goes the other way: [`Response`](crate::response::Response) to
//! [`ResponseParts`], and back. Nothing here opens a connection.
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
//! With the feature `http`, requests and responses convert from and to the types of the crate `http`:
//!
//! ```
//! # #[cfg(feature = "http")] {
//! use icws_schema::body::{UpdateOperationResult, UserClientConfigurationProperties};
//! use icws_schema::endpoint::{CsrfToken, ReceivedRequest, Session, SessionId, UpdateRequest, UserId};
//! use icws_schema::exports::http;
//! use icws_schema::response::Response;
//!
//! // A client writes a request,
//! let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
//! let request = UpdateRequest::new(session, UserId::new("jane")?, UserClientConfigurationProperties::new());
//! let sent: http::Request<Vec<u8>> = request.into_parts().into_http("https://ic.example.com:8019")?;
//! // a server reads it, and responds,
//! let received = ReceivedRequest::from(sent);
//! let result = UpdateOperationResult::new(received.user_id()?.as_str());
//! let response: http::Response<Vec<u8>> = Response::for_update(received.update().report(), result, []).try_into()?;
//! // and the client reads the response.
//! assert_eq!(Response::from(response).result().map(|result| &*result.id), Some("jane"));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Session ids, tokens and cookies are secrets. They never show in `Debug`, `Display` or errors; each is read with one
//! method, `expose`.
//!
//! [A page](crate::docs::endpoint) has more, for authors of clients and of mock servers.
//!
//! What a server does with a request is a pure function as well, with the feature `rules`: `evaluate` returns the response, the
//! change of one user, and the steps taken. Views are data that can be computed with: [`diff`], [`apply`] and [`to_put`] turn
//! them into updates and back, [`resolve`] computes what a user inherits, [`explain`] and [`findings`] look at what a server
//! returned, and [`UserQuery`] is the query that reads it.

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
pub use target::Target;
