/// Passes the table of all representations to a macro, after that macro's own arguments: decoding, schemas, schema files and
/// strategies have an implementation for each row. The types of inheritable properties are those of `inheritable_types!`.
///
/// A row is a type, the name of its schema if it differs from the type's name on the wire, how the type is selected, and its
/// schema files:
///
/// | how | the body is |
/// |---|---|
/// | `request` | that of a request |
/// | `response` | that of a response, or a part of a body |
/// | `by_type` | one of several types, which `__type` selects |
/// | `by_members` | one of several types, which the members select |
macro_rules! representations {
    ($then:ident { $($args:tt)* }) => {
        $then! {
            { $($args)* }
            $crate::body::UserClientConfigurationProperties: request [request "userClientConfigurationProperties.request.json"];
            $crate::body::UserClientConfigurationView: response [response "userClientConfigurationProperties.view.json"];
            $crate::body::User: response [response "user.json"];
            $crate::body::UserList: response [response "users.json"];
            $crate::body::ViewDocument as "ViewDocument": by_members [];
            $crate::body::FollowMe: response [request "followMe.request.json", response "followMe.view.json"];
            $crate::body::ConfigurationId: response [request "configurationId.request.json", response "configurationId.view.json"];
            $crate::body::UpdateOperationResult: response [response "updateOperationResult.json"];
            $crate::body::LicenseError: response [response "licenseError.json"];
            $crate::body::ValidationError: response [response "validationError.json"];
            $crate::body::Error: response [response "error.json"];
            $crate::body::ConfigurationError: response [response "configurationError.json"];
            $crate::body::UnknownError: response [];
            $crate::body::ErrorBody as "ErrorBody": by_type [response "errorBody.json"];
            $crate::codes::EFaqSearchOptions: response [];
            $crate::codes::InheritedFromType: response [];
            $crate::codes::LicenseErrorType: response [];
            $crate::codes::ValidationErrorType: response [];
            $crate::codes::ErrorId as "ErrorId": response [];
        }
    };
}
pub(crate) use representations;
