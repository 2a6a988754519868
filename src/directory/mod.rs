//! What only the server knows: its users, workgroups, extensions, mailboxes and the rest of its configuration.

mod examples;
mod extensions;
mod in_memory;
mod index;
mod load;
mod loader;

pub use in_memory::InMemoryDirectory;

pub(crate) use index::AttributeKey;

use crate::rules::Scalar;
use crate::value_ref::ValueRef;
use crate::vocabulary::AttendantKind;

/// Answers questions about a server's configuration.
///
/// `None` is 'not known', and makes the rule that asks unchecked; every question is answered so where an implementation does not
/// answer it. Ids and names compare without case, by Unicode lower case; attribute values compare exactly.
pub trait Directory: Send + Sync {
    /// Whether an object of the type has this id.
    fn has_instance(&self, _object_type: &str, _id: &str) -> Option<bool> {
        None
    }

    /// Whether an object of the type, other than the one with the id `except`, has this value in the attribute.
    fn has_attribute_value(
        &self,
        _object_type: &str,
        _attribute: &str,
        _value: AttributeValue<'_>,
        _except: Option<&str>,
    ) -> Option<bool> {
        None
    }

    /// Whether an object of the type has this id, and the value in the attribute.
    fn instance_has_attribute_value(
        &self,
        _object_type: &str,
        _id: &str,
        _attribute: &str,
        _value: AttributeValue<'_>,
    ) -> Option<bool> {
        None
    }

    /// Whether anyone but the subject uses an extension; with `clash`, also one that it begins with or that begins with it.
    fn uses_extension(&self, _extension: &str, _clash: bool, _except: Option<&Subject>) -> Option<bool> {
        None
    }

    /// How deep an access control group lies, the root at 1; `Some(None)` where it, or a parent of it, is not listed, or its parents form a loop.
    fn access_control_group_depth(&self, _id: &str) -> Option<Option<u64>> {
        None
    }

    /// Whether there is an attendant profile with this id, of one of these kinds.
    fn has_attendant_profile(&self, _id: &str, _kinds: Option<&[AttendantKind]>) -> Option<bool> {
        None
    }

    /// Whether a station has a shared appearance.
    fn has_shared_appearance(&self, _station: &str, _id: &str) -> Option<bool> {
        None
    }

    /// Whether a mailbox has a folder.
    fn has_mailbox_folder(&self, _mailbox: &str, _folder: &str) -> Option<bool> {
        None
    }

    /// Whether the phone catalog has a manufacturer.
    fn has_manufacturer(&self, _manufacturer: &str) -> Option<bool> {
        None
    }

    /// Whether a manufacturer has a model.
    fn has_model(&self, _manufacturer: &str, _model: &str) -> Option<bool> {
        None
    }

    /// Whether a registration group has a registered line that uses TLS.
    fn registration_group_uses_tls(&self, _group: &str) -> Option<bool> {
        None
    }

    /// The keywords of all sets but this one.
    fn keyword_count_excluding(&self, _set: Option<&str>) -> Option<u64> {
        None
    }

    /// Of the workgroups that use a set, the most keywords that one's other sets have; the workgroups are those given, else those that the
    /// directory knows of. `Some(None)` where none uses it.
    fn max_workgroup_keyword_count_excluding(
        &self,
        _set: Option<&str>,
        _workgroups: Option<&[&str]>,
    ) -> Option<Option<u64>> {
        None
    }

    /// The same of recorder policies.
    fn max_recorder_policy_keyword_count_excluding(
        &self,
        _set: Option<&str>,
        _policies: Option<&[&str]>,
    ) -> Option<Option<u64>> {
        None
    }

    /// How often an object is referred to.
    fn references(&self, _object_type: &str, _id: &str) -> Option<u64> {
        None
    }

    /// Whether a status is for after-call work.
    fn is_after_call_status(&self, _id: &str) -> Option<bool> {
        None
    }

    /// Whether the server has a network adapter.
    fn has_network_adapter(&self, _id: &str) -> Option<bool> {
        None
    }

    /// Whether the server knows a time zone.
    fn has_time_zone(&self, _id: &str) -> Option<bool> {
        None
    }

    /// Whether the server supports a language.
    fn has_language(&self, _tag: &str) -> Option<bool> {
        None
    }

    /// Some of the names and values that it knows, as texts, in an order that stays, for those who draw bodies; none where an implementation
    /// does not say them. No rule asks for them.
    fn examples(&self, _question: Question<'_>) -> Vec<String> {
        Vec::new()
    }

    /// Says what was missing for an answer, for people.
    fn missing(&self, question: Question<'_>) -> String {
        question.missing()
    }
}

/// What a question to the directory needs to know.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Question<'q> {
    /// The objects of a type.
    Objects(&'q str),
    /// The references to objects of a type.
    References(&'q str),
    /// What stands under a key of a directory file.
    Key(&'static str),
}

impl Question<'_> {
    pub(crate) fn missing(self) -> String {
        match self {
            Self::Objects(object_type) => format!("no directory knows `objects` of type `{object_type}`"),
            Self::References(object_type) => format!("no directory knows `references` of type `{object_type}`"),
            Self::Key(key) => format!("no directory knows `{key}`"),
        }
    }
}

/// The directory that knows nothing.
pub(crate) struct Nothing;

impl Directory for Nothing {}

/// A value of an attribute.
#[derive(Debug, Clone, Copy)]
pub enum AttributeValue<'a> {
    /// A Boolean.
    Boolean(bool),
    /// An integer of 64 bits, with or without a sign.
    Integer(i128),
    /// A number with a fraction, or beyond 64 bits.
    Number(f64),
    /// A text.
    String(&'a str),
}

impl<'a> AttributeValue<'a> {
    pub(crate) fn of(node: ValueRef<'a>) -> Option<Self> {
        match node {
            ValueRef::Boolean(value) => Some(Self::Boolean(value)),
            ValueRef::Number(number) => {
                Some(number.exact().map_or_else(|| Self::Number(number.double()), Self::Integer))
            }
            ValueRef::String(text) => Some(Self::String(text)),
            ValueRef::Null | ValueRef::Array(_) | ValueRef::Object(_) => None,
        }
    }
}

impl<'a> From<&'a Scalar> for AttributeValue<'a> {
    fn from(value: &'a Scalar) -> Self {
        match value {
            Scalar::Boolean(value) => Self::Boolean(*value),
            Scalar::Integer(value) => Self::Integer(*value),
            Scalar::Number(value) => Self::Number(*value),
            Scalar::String(text) => Self::String(text),
        }
    }
}

/// Type and id of the object that is being updated.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The type, as the directory calls it: `user`.
    pub object_type: String,
    /// The id.
    pub id: String,
}

impl Subject {
    /// The user of this id.
    #[must_use]
    pub fn user(id: impl Into<String>) -> Self {
        Self { object_type: "user".to_owned(), id: id.into() }
    }
}
