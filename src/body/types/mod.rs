//! One file a representation: its table of members.

mod configuration_error;
mod configuration_id;
mod error;
mod error_body;
mod field;
mod follow_me;
mod inheritable;
mod license_error;
mod unknown_error;
mod unknown_members;
mod update_operation_result;
mod user_client_configuration_properties;
mod user_client_configuration_view;
mod validation_error;

pub use configuration_error::ConfigurationError;
pub use configuration_id::ConfigurationId;
pub use error::Error;
pub use error_body::ErrorBody;
pub(crate) use error_body::known_urns;
pub use field::Field;
pub use follow_me::FollowMe;
pub use inheritable::{
    Inheritable, InheritableBooleanProperty, InheritableIntProperty, InheritableProperty, InheritableStringProperty,
    InheritedBooleanValue, InheritedInt, InheritedString, InheritedValue,
};
pub use license_error::LicenseError;
pub use unknown_error::UnknownError;
pub use unknown_members::UnknownMembers;
pub use update_operation_result::UpdateOperationResult;
pub use user_client_configuration_properties::UserClientConfigurationProperties;
pub use user_client_configuration_view::UserClientConfigurationView;
pub use validation_error::ValidationError;
