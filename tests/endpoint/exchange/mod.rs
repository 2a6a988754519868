//! Requests and responses as the parts of HTTP: what is sent is what arrives, and no secret is shown.

#[cfg(feature = "http")]
mod http;
mod parts;
mod received;
mod responses;
mod round_trips;
mod secrets;

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::endpoint::{
    AcceptLanguage, CsrfToken, GetUserRequest, ReceivedRequest, Session, SessionCookie, SessionId, UpdateRequest,
    UserId,
};

const CLIENT: &str = "/icws/1984/configuration/users/jane/client";

fn session() -> Session {
    Session::new(SessionId::new("1984").unwrap(), CsrfToken::new("WAhtYWRtaW4").unwrap())
        .with_cookie(SessionCookie::new("icws_1984=6d1c").unwrap())
}

fn user() -> UserId {
    UserId::new("jane").unwrap()
}

fn update_request() -> UpdateRequest {
    let update = UserClientConfigurationProperties::new().with_screen_calls(true);
    UpdateRequest::new(session(), user(), update).with_accept_language(AcceptLanguage::new("de, en").unwrap())
}

fn get_request() -> GetUserRequest {
    GetUserRequest::new(session(), user()).with_query("select=*")
}

fn received(method: &str, target: &str, headers: &[(&str, &str)]) -> ReceivedRequest {
    ReceivedRequest::from_parts(method, target, headers.iter().copied(), "")
}
