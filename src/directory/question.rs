//! The questions, one row each.

use super::shared::Shared;
use super::{AttributeValue, NameList, Subject};
use crate::vocabulary::{AttendantKind, Section};
use std::fmt;

/// The type of a field in a [`Question`], which borrows it.
macro_rules! borrowed {
    ($a:lifetime name) => { &$a str };
    ($a:lifetime optional_name) => { Option<&$a str> };
    ($a:lifetime value) => { AttributeValue<$a> };
    ($a:lifetime kinds) => { Option<&$a [AttendantKind]> };
    ($a:lifetime names) => { Option<&$a NameList> };
    ($a:lifetime subject) => { Option<&$a Subject> };
}

/// The type of a field in a [`StoredQuestion`], which owns it.
macro_rules! owned {
    (name) => { Shared<str> };
    (optional_name) => { Option<Shared<str>> };
    (value) => { Shared<super::attribute_value::AttributeKey> };
    (kinds) => { Option<Shared<[AttendantKind]>> };
    (names) => { Option<NameList> };
    (subject) => { Option<Shared<Subject>> };
}

/// Declares the questions: a row has documentation, the name in JSON, the section that answers it, the form of the
/// answer, the variant with its fields, and the question as text, which contains names of rule files but no value of a
/// body.
macro_rules! questions {
    ($(
        $(#[doc = $doc:literal])+
        $name:literal: $section:ident, $form:ident => $Variant:ident {
            $($(#[doc = $about:literal])+ $field:ident: $kind:ident = $key:literal,)+
        } $text:literal;
    )+) => {
        /// A question about the server's configuration.
        ///
        /// There are yes-or-no questions and questions for a number. [`Answer::No`](super::Answer::No) fits both.
        ///
        /// Ids and names, including those of a [`Subject`], are in lower case as [`str::to_lowercase`] writes it, and a
        /// store has to compare them with its own in that form (`lower` of a database may know only ASCII). Attribute
        /// values are as in the body or the rule.
        ///
        /// [`Debug`](fmt::Debug) and [`Display`](fmt::Display) show no values, which may come from a body.
        ///
        /// ```
        /// use icws_schema::directory::{Question, Section};
        ///
        /// let question = Question::ReferenceCount { object_type: "role", id: "agent" };
        /// assert_eq!(question.section(), Section::References);
        /// assert!(question.is_for_number());
        /// assert_eq!(question.to_string(), "how often is this object of the type `role` referenced?");
        /// ```
        #[derive(Clone, Copy, PartialEq)]
        #[non_exhaustive]
        pub enum Question<'a> {
            $($(#[doc = $doc])+ $Variant { $($(#[doc = $about])+ $field: borrowed!('a $kind),)+ },)+
        }

        /// A question that owns its fields, each cheap to clone.
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum StoredQuestion {
            $($Variant { $($field: owned!($kind),)+ },)+
        }

        impl Question<'_> {
            /// Returns the section of a directory that contains the answer.
            #[must_use]
            pub fn section(&self) -> Section {
                match self { $(Self::$Variant { .. } => Section::$section,)+ }
            }

            /// Returns whether the answer is a number.
            #[must_use]
            pub fn is_for_number(&self) -> bool {
                match self { $(Self::$Variant { .. } => matches!(AnswerForm::$form, AnswerForm::Number),)+ }
            }

            /// Returns the name of the question in JSON: `objectExists`.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self { $(Self::$Variant { .. } => $name,)+ }
            }
        }

        impl fmt::Display for Question<'_> {
            #[allow(unused_variables, reason = "no value of a body is shown")]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$Variant { $($field,)+ } => write!(f, $text),)+ }
            }
        }

        impl StoredQuestion {
            pub(crate) fn as_question(&self) -> Question<'_> {
                match self { $(Self::$Variant { $($field,)+ } => Question::$Variant { $($field: $field.lend(),)+ },)+ }
            }

            /// Returns the fields as JSON.
            pub(super) fn save(&self) -> Map<String, Value> {
                let mut fields = Map::new();
                fields.insert(QUESTION.to_owned(), self.as_question().name().into());
                match self { $(Self::$Variant { $($field,)+ } => {
                    $(fields.extend($field.save().map(|value| ($key.to_owned(), value)));)+
                })+ }
                fields
            }

            /// Reads the fields from JSON.
            pub(super) fn load(mut fields: Map<String, Value>) -> Result<Self, String> {
                let question = match fields.remove(QUESTION) {
                    Some(Value::String(name)) => match name.as_str() {
                        $($name => Self::$Variant { $($field: QuestionField::load(fields.remove($key)).ok_or(concat!("invalid `", $key, "`"))?,)+ },)+
                        _ => return Err("unknown question".to_owned()),
                    },
                    _ => return Err(format!("expected an object with `{QUESTION}`")),
                };
                match fields.keys().next() {
                    Some(unknown) => Err(format!("unknown field `{unknown}`")),
                    None => Ok(question),
                }
            }
        }

        impl From<&Question<'_>> for StoredQuestion {
            fn from(question: &Question<'_>) -> Self {
                match *question { $(Question::$Variant { $($field,)+ } => Self::$Variant { $($field: QuestionField::store($field),)+ },)+ }
            }
        }
    };
}

use super::field::QuestionField;
use serde_json::{Map, Value};

/// The member with the name of the question.
const QUESTION: &str = "question";

/// The form of an answer.
enum AnswerForm {
    YesOrNo,
    Number,
}

questions! {
    /// Whether an object of this type has this id.
    "objectExists": Objects, YesOrNo => ObjectExists {
        /// The object type.
        object_type: name = "objectType",
        /// The id.
        id: name = "id",
    } "is there an object of the type `{object_type}` with this id?";
    /// Whether an object of this type has this value in the attribute.
    "attributeValueExists": Objects, YesOrNo => AttributeValueExists {
        /// The object type.
        object_type: name = "objectType",
        /// The name of the attribute.
        attribute: name = "attribute",
        /// The value of the attribute.
        value: value = "value",
        /// The id of an object that is excluded.
        except: optional_name = "except",
    } "is there an object of the type `{object_type}` with this value in the attribute `{attribute}`?";
    /// Whether an object of this type has this id, and this value in the attribute.
    "objectHasAttributeValue": Objects, YesOrNo => ObjectHasAttributeValue {
        /// The object type.
        object_type: name = "objectType",
        /// The id.
        id: name = "id",
        /// The name of the attribute.
        attribute: name = "attribute",
        /// The value of the attribute.
        value: value = "value",
    } "is there an object of the type `{object_type}` with this id and this value in the attribute `{attribute}`?";
    /// Whether the extension is in use.
    "extensionInUse": Extensions, YesOrNo => ExtensionInUse {
        /// The extension.
        extension: name = "extension",
        /// An owner whose extensions are excluded.
        except: subject = "except",
    } "is this extension in use?";
    /// Whether the extension, one of its prefixes, or an extension of which it is a prefix is in use.
    "extensionClashes": Extensions, YesOrNo => ExtensionClashes {
        /// The extension.
        extension: name = "extension",
        /// An owner whose extensions are excluded.
        except: subject = "except",
    } "is this extension, or one of which either begins with the other, in use?";
    /// The depth of the access control group: the root has depth 1. [`No`](super::Answer::No) if the group or one of
    /// its ancestors does not exist, or if its parents form a loop.
    "accessControlGroupDepth": AccessControlGroups, Number => AccessControlGroupDepth {
        /// The id of the group.
        group: name = "group",
    } "how deep is this access control group?";
    /// The number of keywords of all keyword sets together.
    "keywordCount": KeywordSets, Number => KeywordCount {
        /// The id of a keyword set that is excluded.
        except: optional_name = "except",
    } "how many keywords do all other keyword sets have?";
    /// The number of keywords of all keyword sets that a workgroup uses: the maximum of the given workgroups, or of
    /// those that use the keyword set `except` if none are given. [`No`](super::Answer::No) if there is no such
    /// workgroup.
    "workgroupKeywordCount": KeywordSets, Number => WorkgroupKeywordCount {
        /// The id of a keyword set that is excluded.
        except: optional_name = "except",
        /// The ids of the workgroups.
        workgroups: names = "workgroups",
    } "how many keywords do the other keyword sets of one of these workgroups have at most?";
    /// The number of keywords of all keyword sets that a recorder policy uses: the maximum of the given policies, or of
    /// those that use the keyword set `except` if none are given. [`No`](super::Answer::No) if there is no such policy.
    "recorderPolicyKeywordCount": KeywordSets, Number => RecorderPolicyKeywordCount {
        /// The id of a keyword set that is excluded.
        except: optional_name = "except",
        /// The ids of the recorder policies.
        recorder_policies: names = "recorderPolicies",
    } "how many keywords do the other keyword sets of one of these recorder policies have at most?";
    /// Whether the mailbox has the folder.
    "mailboxFolderExists": Mailboxes, YesOrNo => MailboxFolderExists {
        /// The id of the mailbox.
        mailbox: name = "mailbox",
        /// The name of the folder.
        folder: name = "folder",
    } "does this mailbox have this folder?";
    /// Whether the catalog of phones has the manufacturer.
    "manufacturerExists": PhoneCatalog, YesOrNo => ManufacturerExists {
        /// The name of the manufacturer.
        manufacturer: name = "manufacturer",
    } "is this manufacturer in the phone catalog?";
    /// Whether the catalog of phones has the model of the manufacturer.
    "phoneModelExists": PhoneCatalog, YesOrNo => PhoneModelExists {
        /// The name of the manufacturer.
        manufacturer: name = "manufacturer",
        /// The name of the model.
        model: name = "model",
    } "is this model of this manufacturer in the phone catalog?";
    /// Whether the registration group has a registered line that uses TLS. Manual, proxy and DNS entries are not lines.
    "registrationGroupUsesTls": RegistrationGroups, YesOrNo => RegistrationGroupUsesTls {
        /// The id of the group.
        group: name = "group",
    } "does a line of this registration group use TLS?";
    /// Whether the server has the network adapter.
    "networkAdapterExists": NetworkAdapters, YesOrNo => NetworkAdapterExists {
        /// The id of the adapter.
        adapter: name = "adapter",
    } "does the server have this network adapter?";
    /// Whether the server knows the time zone.
    "timeZoneExists": TimeZones, YesOrNo => TimeZoneExists {
        /// The name of the time zone.
        time_zone: name = "timeZone",
    } "does the server know this time zone?";
    /// Whether the server supports the language.
    "languageExists": Languages, YesOrNo => LanguageExists {
        /// The language tag.
        language: name = "language",
    } "does the server support this language?";
    /// Whether there is an attendant profile with this id and, if kinds are given, one of them.
    "attendantProfileExists": AttendantProfiles, YesOrNo => AttendantProfileExists {
        /// The id of the profile.
        profile: name = "profile",
        /// The accepted kinds.
        kinds: kinds = "kinds",
    } "is there this attendant profile?";
    /// Whether the station has the shared appearance.
    "sharedAppearanceExists": SharedAppearances, YesOrNo => SharedAppearanceExists {
        /// The id of the station.
        station: name = "station",
        /// The id of the shared appearance.
        appearance: name = "appearance",
    } "does this station have this shared appearance?";
    /// The number of references to the object.
    "referenceCount": References, Number => ReferenceCount {
        /// The object type.
        object_type: name = "objectType",
        /// The id.
        id: name = "id",
    } "how often is this object of the type `{object_type}` referenced?";
    /// Whether the status is for after-call work.
    "statusIsForAfterCallWork": Statuses, YesOrNo => StatusIsForAfterCallWork {
        /// The id of the status.
        status: name = "status",
    } "is this status for after-call work?";
}

impl Question<'_> {
    /// Returns the object type, if the section has types.
    #[must_use]
    pub fn object_type(&self) -> Option<&str> {
        match self {
            Self::ObjectExists { object_type, .. }
            | Self::AttributeValueExists { object_type, .. }
            | Self::ObjectHasAttributeValue { object_type, .. }
            | Self::ReferenceCount { object_type, .. } => Some(object_type),
            _ => None,
        }
    }
}

impl fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {self}", self.name())
    }
}
