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
//! Session ids, tokens and cookies are secrets. They never show in `Debug`, `Display` or errors; each is read with one
//! method, `expose`.

mod error;
mod headers;
#[cfg(feature = "http")]
mod http;
mod part;
mod percent;
mod received;
mod request;
mod response_parts;
mod secret;
mod session;
mod target;

pub use error::{PartError, PartErrorReason, RequestPart};
pub use headers::{Header, Headers, MEDIA_TYPE};
pub use part::{AcceptLanguage, MediaType};
pub use received::{ReceivedRequest, Route};
pub use request::{GetUserRequest, RequestParts, UpdateRequest};
pub use response_parts::ResponseParts;
pub use session::{CsrfToken, Session, SessionCookie, SessionId, UserId};
pub use target::Target;
