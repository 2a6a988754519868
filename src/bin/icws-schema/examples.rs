//! The examples of the validators: two of the crate's own cases for each.

macro_rules! cases {
    ($($name:literal,)+) => {
        /// Returns the file with the cases of a validator.
        pub(crate) fn cases(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("../../../data/cases/", $name, ".json"))),)+
                _ => None,
            }
        }
    };
}

cases! {
    "unknownValidator",
    "uniqueInstanceId",
    "existingInstanceId",
    "existingAttributeValue",
    "requiredValue",
    "range",
    "stringLength",
    "regex",
    "validValues",
    "collectionCount",
    "collectionItemValidator",
    "validatorGroup",
    "validFormat",
    "uniqueAttributeValue",
    "requiredAttribute",
    "acgTreeValidator",
    "pronunciationValidator",
    "wordValidator",
    "rangeFloat",
    "existingAttendantProfile",
    "extension",
    "workstationsSharedAppearanceID",
    "multipleOf",
    "invalidCharacters",
    "existingExtension",
    "existingInstanceIdWithAttributeValue",
    "characterDelimitedValue",
    "analyzerKeywordCount",
    "workgroupAnalyzerKeywordCount",
    "endDateTimeValidator",
    "propertyNotApplicable",
    "invalidMailboxFolder",
    "unsupportedManufacturer",
    "unsupportedModel",
    "audioProtocol",
    "recorderPolicyAnalyzerKeywordCount",
    "referenceCount",
    "wrapUpStatusTimeout",
    "attributeExistence",
    "otherAttributeValue",
    "networkAdapter",
    "integerComparisonValidator",
    "timeZoneValidator",
    "existingLanguageValues",
    "characterDelimitedKVPairs",
    "objectValidationErrorMutuallyExclusive",
}
