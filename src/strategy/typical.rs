//! Realistic values: the members of an object, and strings and numbers that are consistent with each other.

use super::document::{NodeMember, NodeValue, ValueNode};
use super::rng::Rng;
use super::site::{SiteObject, site};
use crate::body::decode::members::TYPE;
use crate::codes::ErrorId;
use crate::descriptor::{Direction, TypeDescriptor};

/// Timeouts in seconds.
pub(super) const SECONDS: &[i32] = &[10, 12, 15, 18, 20, 25, 30, 45, 60];

/// Names that are similar to a known one.
pub(super) const MISSPELLED_NAMES: &[&str] =
    &["ringWhenOnThePhone", "callForwardingAll", "ActualValue", "propertyname"];

/// The properties that are typically changed together.
const CHANGED_TOGETHER: &[&[&str]] = &[
    &["callForwardAll", "callForwardAllMode", "externalCallTimeout"],
    &["followMe"],
    &["followMe", "externalCallTimeout"],
    &["ringWhenOnPhone", "screenCalls", "muteOnTransfer", "showStatusInSystemTray"],
    &["callForwardAllowChange", "changeAlertingProperties", "changeFollowMeProperties", "changeQueueProperties"],
    &["changeEfaqProperties", "eFaqSearchOption"],
    &["enableAdvancedDialing", "confirmSingleClickDialing", "analyzeOutgoingExternalCalls", "accountCodeSortByNumber"],
    &["autoPlayVoicemail", "activateOutOfOfficeMessage", "emailDownloadHTMLPictures"],
    &["openNewCallWindowForIncomingCalls", "autoSelectInteractionOnDisconnect", "confirmDragAndDrop"],
];

/// Consistent members of a validation error: code, path and value.
const VALIDATION_ERRORS: &[(i32, &str, &str)] = &[
    (5, "externalCallTimeout.actualValue", "3000"),
    (5, "followMe[0].timeout", "-1"),
    (6, "followMe[0].phoneNumber", ""),
    (8, "callForwardAllMode.actualValue", "Everything"),
    (15, "followMe[0].usePin", ""),
];

/// The members that an object has.
pub(super) enum Selection {
    All,
    Only(Vec<&'static str>),
    Without(&'static [&'static str]),
}

impl Selection {
    pub(super) fn new(descriptor: &TypeDescriptor, direction: Direction, rng: &mut Rng<'_>) -> Self {
        match (descriptor.name, direction) {
            ("UserClientConfigurationProperties", _) if rng.one_in(16) => Self::All,
            ("UserClientConfigurationProperties", _) => {
                let first = rng.choose(CHANGED_TOGETHER);
                let second = if rng.one_in(3) { *rng.choose(CHANGED_TOGETHER) } else { &[] };
                Self::Only(first.iter().chain(second).copied().collect())
            }
            ("User" | "Users", _) => Self::Without(&[TYPE]),
            ("UnknownError", _) => Self::Without(&["errorId"]),
            ("UpdateOperationResult", _) if !rng.one_in(6) => Self::Without(&["licenseProblems"]),
            ("ConfigurationError", _) if !rng.one_in(4) => Self::Without(&["licenseErrors"]),
            // In a response what a GET with `actualValues=true` returns.
            (name, Direction::Request) if is_inheritable(name) => Self::Only(vec!["actualValue"]),
            (name, _) if is_inheritable(name) && rng.one_in(2) => Self::Only(vec!["effectiveValue"]),
            (name, _) if is_inheritable(name) => Self::Only(vec!["actualValue", "effectiveValue"]),
            _ => Self::All,
        }
    }

    pub(super) fn has(&self, member: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(names) => names.contains(&member),
            Self::Without(names) => !names.contains(&member),
        }
    }
}

fn is_inheritable(type_name: &str) -> bool {
    type_name.starts_with("Inheritable")
}

/// Returns whether a problem may be inside a member: not inside those that people neither write nor read.
pub(super) fn is_changed_by_hand(member: &str, direction: Direction) -> bool {
    match member {
        "inheritedFrom" | "inheritedValue" => false,
        "effectiveValue" => direction == Direction::Response,
        _ => true,
    }
}

/// Returns a boolean for the member of this name.
pub(super) fn boolean(member: &str, rng: &mut Rng<'_>) -> bool {
    rng.one_in(if member == "usePin" { 5 } else { 2 })
}

/// Returns whether a nullable member is null, as only a value that is to be inherited is.
pub(super) fn is_null(member: &str, direction: Direction, rng: &mut Rng<'_>) -> bool {
    direction == Direction::Request && member == "actualValue" && rng.one_in(8)
}

/// Returns a string for the member of this name.
pub(super) fn string(member: &str, rng: &mut Rng<'_>) -> String {
    match member {
        "phoneNumber" => phone_number(rng),
        "id" => rng.choose(&site().users).id.clone(),
        "displayName" => rng.choose(&site().users).display_name.clone(),
        "uri" => uri("users", &rng.choose(&site().users).id),
        "actualValue" | "effectiveValue" | "inheritedValue" | "values" => {
            (*rng.choose(&["All", "Internal", "External"])).to_owned()
        }
        "errorId" => rng.choose(ErrorId::ALL).as_str().to_owned(),
        "message" => "A property is missing.".to_owned(),
        "propertyName" => "followMe".to_owned(),
        "__type" => "urn:inin.com:common:missingPropertyError".to_owned(),
        _ => "All".to_owned(),
    }
}

/// Returns an internal phone number of the site, or an external one that is reserved for fiction.
fn phone_number(rng: &mut Rng<'_>) -> String {
    let number = |first: usize, count: usize, rng: &mut Rng<'_>| first + rng.below(count);
    match rng.below(12) {
        0..5 => rng.choose(&site().users).extension.clone(),
        5 => rng.choose(&site().workgroups).extension.clone(),
        6..9 => format!("+1317555{:04}", number(100, 100, rng)),
        9 => format!("+441632960{:03}", number(0, 1000, rng)),
        10 => format!("+493023125{:03}", number(0, 1000, rng)),
        _ => format!("sip:{}@example.com", rng.choose(&site().users).id),
    }
}

fn uri(objects: &str, id: &str) -> String {
    format!("/configuration/{objects}/{id}")
}

/// Makes the members of a value consistent with each other. `name` is the name of the member with this value.
pub(super) fn settle(descriptor: &TypeDescriptor, name: &str, json: &mut NodeValue, rng: &mut Rng<'_>) {
    match json {
        NodeValue::Array(items) => {
            let mut identities = Vec::new();
            items.retain(|item| {
                let identity = descriptor.item.and_then(|descriptor| identity(descriptor.name, item));
                let is_new = identity.is_none() || !identities.contains(&identity);
                identities.push(identity);
                is_new
            });
        }
        NodeValue::Object(members) => settle_members(descriptor.name, name, members, rng),
        _ => {}
    }
}

fn settle_members(type_name: &str, name: &str, members: &mut [NodeMember], rng: &mut Rng<'_>) {
    match type_name {
        "ConfigurationId" if name == "license" => identify(members, rng.choose(&site().licenses), "licenses"),
        "ConfigurationId" if name == "configurationId" => identify(members, rng.choose(&site().users), "users"),
        "ConfigurationId" => identify(members, rng.choose(&site().workgroups), "workgroups"),
        "UpdateOperationResult" => identify(members, rng.choose(&site().users), "users"),
        "Error" => {
            let id = rng.choose(ErrorId::ALL);
            set(members, "errorId", id.as_str());
            set(members, "message", id.message().unwrap_or_default());
        }
        "ConfigurationError" => {
            let id = ErrorId::ConfigurationUpdate;
            set(members, "errorId", id.as_str());
            set(members, "message", id.message().unwrap_or_default());
        }
        "ValidationError" => {
            let (code, path, value) = *rng.choose(VALIDATION_ERRORS);
            put(members, "validationErrorType", NodeValue::Int(code));
            set(members, "propertyName", path);
            set(members, "propertyValue", value);
        }
        type_name if is_inheritable(type_name) => {
            let actual = members.iter().find(|member| member.name == "actualValue");
            if let Some(actual) = actual.map(|member| member.value.json.clone()) {
                put(members, "effectiveValue", actual);
            }
        }
        _ => {}
    }
}

/// Changes members so that they identify an object.
fn identify(members: &mut [NodeMember], object: &SiteObject, objects: &str) {
    set(members, "id", &object.id);
    set(members, "displayName", &object.display_name);
    set(members, "uri", &uri(objects, &object.id));
}

fn set(members: &mut [NodeMember], name: &str, text: &str) {
    put(members, name, NodeValue::String(text.to_owned()));
}

fn put(members: &mut [NodeMember], name: &str, json: NodeValue) {
    if let Some(member) = members.iter_mut().find(|member| member.name == name) {
        member.value.json = json;
    }
}

/// Returns the part of an item that must be unique in its array, as JSON.
fn identity(type_name: &str, item: &ValueNode) -> Option<String> {
    let name = match type_name {
        "FollowMe" => "phoneNumber",
        "LicenseError" => "license",
        "ValidationError" => "propertyName",
        "User" => "configurationId",
        _ => return None,
    };
    let NodeValue::Object(members) = &item.json else { return None };
    members.iter().find(|member| member.name == name).map(|member| member.value.to_json())
}
