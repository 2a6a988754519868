//! `Arbitrary` for the types of bodies.

use super::{invalid_json, valid_json, value};
use crate::body::decode::Representation;
use crate::body::{
    ErrorBody, Inheritable, InheritableProperty, InheritedValue, UpdateOperationResult, User,
    UserClientConfigurationView, UserList, ViewDocument, representations,
};
use crate::response::Response;
use proptest::arbitrary::{Arbitrary, any};
use proptest::collection::vec;
use proptest::prop_oneof;
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Strategy};
use std::fmt::Debug;

/// Returns a strategy for the valid values of a representation, parsed from generated JSON.
fn values<T: Representation + Debug + 'static>() -> BoxedStrategy<T> {
    valid_json::<T>().prop_map(|json| value(&json)).boxed()
}

macro_rules! arbitrary {
    // Implemented below.
    ($Type:ty, by_members) => {};
    ($Type:ty, $how:ident $(, for $T:ident)?) => {
        impl $(<$T: Inheritable + Debug + 'static>)? Arbitrary for $Type {
            type Parameters = ();
            type Strategy = BoxedStrategy<Self>;

            fn arbitrary_with((): ()) -> Self::Strategy {
                values()
            }
        }
    };
}

macro_rules! arbitrary_each {
    ({} $($Type:ty $(as $name:literal)?: $how:ident $files:tt;)+) => {$(arbitrary! { $Type, $how })+};
}

representations! { arbitrary_each {} }
arbitrary! { InheritableProperty<T>, response, for T }
arbitrary! { InheritedValue<T>, response, for T }

/// Generates a view, a user with a view, or a list of users.
impl Arbitrary for ViewDocument {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let with_view = |(mut user, view): (User, UserClientConfigurationView)| {
            if user.client_configuration_properties.is_absent() {
                user.client_configuration_properties.set(view);
            }
            user
        };
        prop_oneof![
            any::<UserClientConfigurationView>().prop_map(Self::from),
            any::<(User, UserClientConfigurationView)>().prop_map(move |pair| with_view(pair).into()),
            any::<UserList>().prop_map(Self::from),
        ]
        .boxed()
    }
}

/// Bodies that are not those of the endpoint.
const FOREIGN: &[&str] =
    &["", "<html><title>502 Bad Gateway</title></html>", "<?xml version=\"1.0\"?><fault/>", "upstream timeout", "[]"];

/// Generates a response of any status: mostly with a status and a body that the vendor documents, sometimes with a problem,
/// with a body that a proxy sends, or with any bytes.
impl Arbitrary for Response {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let status = || select(&[400, 401, 403, 404, 410, 500, 503, 502, 504][..]);
        prop_oneof![
            4 => any::<UpdateOperationResult>().prop_map(Self::from),
            4 => (status(), any::<ErrorBody>()).prop_map(|(status, error)| Self::from_error(status, error)),
            1 => (status(), invalid_json::<ErrorBody>()).prop_map(|(status, case)| Self::from_parts(status, case.body)),
            1 => (status(), select(FOREIGN)).prop_map(|(status, body)| Self::from_parts(status, body)),
            1 => (100_u16..1000, vec(any::<u8>(), 0..64)).prop_map(|(status, body)| Self::from_parts(status, body)),
        ]
        .boxed()
    }
}
