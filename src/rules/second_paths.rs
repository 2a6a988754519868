//! What validators read at their second paths.

use super::value_kinds::ValueKinds;
use crate::codes::ValidationErrorType as Id;

/// Returns the values that a validator reads at the path in a parameter; `None` if it only looks whether one is set, or if
/// the parameter says with what the value is compared.
pub(crate) fn reads(validator: Id, parameter: &str) -> Option<ValueKinds> {
    match (validator, parameter) {
        (Id::IntegerComparisonValidator, "other") | (Id::WrapUpStatusTimeout, "timeout") => Some(ValueKinds::INT),
        (Id::EndDateTimeValidator, "start") => Some(ValueKinds::STRING),
        (Id::EndDateTimeValidator, "spansDay") => Some(ValueKinds::BOOLEAN),
        (_, "mailbox" | "manufacturer" | "registrationGroup" | "primaryStation" | "set" | "status") => {
            Some(ValueKinds::ID)
        }
        (_, "workgroups" | "recorderPolicies") => Some(ValueKinds::ID_ARRAY),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::reads;
    use crate::rules::ValidatorInfo;
    use crate::rules::params::Param;
    use crate::rules::path::PropertyPath;

    #[test]
    fn what_is_read_at_the_path_of_a_parameter_is_known() {
        for info in ValidatorInfo::all() {
            for parameter in info.parameters.iter().filter(|parameter| parameter.schema() == PropertyPath::schema()) {
                let is_compared = (info.kind.name(), parameter.name) == (Some("otherAttributeValue"), "other");
                assert_eq!(
                    reads(info.kind, parameter.name).is_none(),
                    is_compared,
                    "{:?} {}",
                    info.kind,
                    parameter.name
                );
            }
        }
    }
}
