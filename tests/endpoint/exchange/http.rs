//! The types of the crate `http`, in both directions.

use super::{get_request, session, update_request};
use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::endpoint::{MEDIA_TYPE, ReceivedRequest, Route, UpdateRequest, UserId};
use icws_schema::exports::http::{HeaderMap, Request, Response as HttpResponse};
use icws_schema::response::Response;
use proptest::prelude::*;

#[test]
fn a_request_survives_a_round_trip() {
    let sent: Request<Vec<u8>> = update_request().try_into().unwrap();
    assert_eq!((sent.method().as_str(), sent.uri().path()), ("PUT", super::CLIENT));
    assert_eq!(sent.headers()["content-type"], MEDIA_TYPE);
    let received = ReceivedRequest::from(sent);
    assert_eq!(received.session().as_ref(), Ok(&session()));
    assert_eq!(&received.update().into_result().unwrap(), update_request().update());

    let sent: Request<Vec<u8>> = get_request().try_into().unwrap();
    let received = ReceivedRequest::from(sent);
    assert_eq!((received.route(), received.target().query()), (Route::GetUser, Some("select=*")));
}

#[test]
fn a_request_can_have_an_origin() {
    for (origin, expected) in [
        ("http://ic.example.com:8018", "http://ic.example.com:8018/icws/1984/configuration/users/jane?select=*"),
        ("https://ic.example.com/", "https://ic.example.com/icws/1984/configuration/users/jane?select=*"),
        ("https://proxy/ic", "https://proxy/ic/icws/1984/configuration/users/jane?select=*"),
    ] {
        let request: Request<Vec<u8>> = get_request().into_parts().into_http(origin).unwrap();
        assert_eq!(*request.uri(), expected);
    }
    assert!(get_request().into_parts().into_http::<Vec<u8>>("not an origin").is_err());
}

#[test]
fn secrets_are_marked_sensitive_in_both_directions() {
    let is_hidden = |headers: &HeaderMap, name: &str| headers[name].is_sensitive();
    let request: Request<Vec<u8>> = update_request().try_into().unwrap();
    assert!(is_hidden(request.headers(), "cookie") && is_hidden(request.headers(), "inin-icws-csrf-token"));
    assert!(!is_hidden(request.headers(), "content-type"));
    assert_eq!(format!("{:?}", request.headers()["cookie"]), "Sensitive");
    let response: HttpResponse<Vec<u8>> = Response::unauthorized("/x").try_into().unwrap();
    assert!(is_hidden(response.headers(), "www-authenticate"));
}

#[test]
fn an_id_that_is_longer_than_http_allows_is_an_error_without_its_text() {
    let request = |length| {
        let user = UserId::new("jane ".repeat(length)).unwrap();
        Request::<Vec<u8>>::try_from(UpdateRequest::new(session(), user, UserClientConfigurationProperties::new()))
    };
    assert!(request(1_000).is_ok());
    let error = request(20_000).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("jane"));
}

#[test]
fn a_status_that_http_does_not_have_is_an_error() {
    for (status, is_ok) in [(0, false), (99, false), (100, true), (599, true), (999, true), (1000, false)] {
        assert_eq!(HttpResponse::<Vec<u8>>::try_from(Response::from_parts(status, "")).is_ok(), is_ok, "{status}");
    }
}

proptest! {
    #[test]
    fn a_response_survives_a_round_trip(response: Response) {
        let sent: HttpResponse<Vec<u8>> = response.clone().try_into().unwrap();
        prop_assert_eq!(Response::from(sent), response);
    }

    #[test]
    fn any_id_survives_a_round_trip(id in any::<String>()) {
        if let Ok(user) = UserId::new(id) {
            let update = UserClientConfigurationProperties::new();
            let sent: Request<Vec<u8>> = UpdateRequest::new(session(), user.clone(), update).try_into().unwrap();
            let received = ReceivedRequest::from(sent);
            prop_assert_eq!(received.user_id(), Ok(&user));
        }
    }
}
