//! Parser, engine and emitted schema agree: over valid values, single problems and arbitrary JSON, for the rule sets of the crate and
//! for any other.

mod bodies;
mod compared;
mod parameters;
mod probes;
mod rejection;
mod reports;
mod representations;
mod rng;
mod rule_sets;
mod rules;

/// Gives a test the schema of each representation and code list.
macro_rules! each {
    ($test:ident, $more:expr) => {
        $test::<UserClientConfigurationProperties>(request::<UserClientConfigurationProperties>(), $more);
        $crate::agreement::each!($test, $more,
            UserClientConfigurationView, User, UserList, ViewDocument, InheritableBooleanProperty, InheritableStringProperty, InheritableIntProperty,
            InheritedBooleanValue, InheritedString, InheritedInt, ConfigurationId, FollowMe, UpdateOperationResult,
            LicenseError, ValidationError, Error, ConfigurationError, UnknownError, ErrorBody, EFaqSearchOptions,
            InheritedFromType, LicenseErrorType, ValidationErrorType, ErrorId);
    };
    ($test:ident, $more:expr, $($Response:ty),+) => {
        $($test::<$Response>(response::<$Response>(), $more);)+
    };
}
use each;
