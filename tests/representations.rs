//! Every representation and code list, for the tests that hold of each.

/// Runs a macro for each representation and code list: `$each!(arguments, type, direction)`, where the direction is that of the body.
macro_rules! representations {
    ($each:ident $args:tt) => {
        $crate::representations::representations! { $each $args
            request: UserClientConfigurationProperties;
            response: UserClientConfigurationView, User, UserList, ViewDocument, InheritableBooleanProperty, InheritableStringProperty,
                InheritableIntProperty, InheritedBooleanValue, InheritedString, InheritedInt, ConfigurationId, FollowMe,
                UpdateOperationResult, LicenseError, ValidationError, Error, ConfigurationError, UnknownError, ErrorBody,
                EFaqSearchOptions, InheritedFromType, LicenseErrorType, ValidationErrorType, ErrorId;
        }
    };
    ($each:ident $args:tt $($direction:ident: $($Type:ident),+;)+) => {
        $($($each! { $args, $Type, $direction })+)+
    };
}
pub(crate) use representations;
