//! One file per wire type: its table of members, and its constructors.

mod client_configuration;
mod configuration_error;
mod configuration_id;
mod error;
mod error_body;
mod field;
mod follow_me;
mod inheritable;
mod license_error;
mod member_info;
mod raw_json;
mod representations;
mod unknown_error;
mod unknown_members;
mod unknown_urn;
mod update_operation_result;
mod user;
mod user_client_configuration_properties;
mod user_client_configuration_view;
mod user_list;
mod validation_error;
mod view_document;
pub(super) mod wire_struct;

pub(crate) use client_configuration::client_configuration;
pub use configuration_error::ConfigurationError;
pub use configuration_id::ConfigurationId;
pub use error::Error;
pub use error_body::ErrorBody;
pub(crate) use error_body::known_urns;
pub use field::Field;
pub use follow_me::FollowMe;
pub(crate) use inheritable::inheritable_types;
pub use inheritable::{
    Inheritable, InheritableBooleanProperty, InheritableIntProperty, InheritableProperty, InheritableStringProperty,
    InheritedBooleanValue, InheritedInt, InheritedString, InheritedValue,
};
pub use license_error::LicenseError;
pub use member_info::{DescriptionSource, MemberInfo};
pub(crate) use representations::representations;
pub use unknown_error::UnknownError;
pub use unknown_members::{UnknownMembers, UnknownMembersIter};
pub use unknown_urn::{DocumentedUrnError, UnknownUrn};
pub use update_operation_result::UpdateOperationResult;
pub use user::User;
pub use user_client_configuration_properties::UserClientConfigurationProperties;
pub use user_client_configuration_view::UserClientConfigurationView;
pub use user_list::UserList;
pub use validation_error::ValidationError;
pub use view_document::ViewDocument;
