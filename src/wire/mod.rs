//! What travels: the representations of the endpoint, as plain data.
//!
//! Each is a table of members (`object!`) in a file of its own.

mod any_error;
mod configuration_error;
mod configuration_id;
mod error;
mod field;
pub(crate) mod fill;
mod follow_me;
mod inheritable;
mod license_error;
mod object;
mod scalar;
pub(crate) mod shape;
mod unlisted;
mod unlisted_error;
mod update_operation_result;
mod user_client_configuration_properties;
mod validation_error;
mod view;

pub use any_error::AnyError;
#[cfg(any(feature = "schema", feature = "proptest"))]
pub(crate) use any_error::listed_urns;
pub use configuration_error::ConfigurationError;
pub use configuration_id::ConfigurationId;
pub use error::Error;
pub use field::Field;
pub use follow_me::FollowMe;
pub use inheritable::{
    Inheritable, InheritableBooleanProperty, InheritableIntProperty, InheritableProperty, InheritableStringProperty,
    InheritedBooleanValue, InheritedInt, InheritedString, InheritedValue,
};
pub use license_error::LicenseError;
pub(crate) use shape::Kind;
pub use unlisted::Unlisted;
pub use unlisted_error::UnlistedError;
pub use update_operation_result::UpdateOperationResult;
pub use user_client_configuration_properties::UserClientConfigurationProperties;
pub use validation_error::ValidationError;
pub use view::UserClientConfigurationView;
