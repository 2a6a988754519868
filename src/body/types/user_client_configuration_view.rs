use super::user_client_configuration_properties::UserClientConfigurationProperties;
use crate::body::decode::DecodeContext;
use crate::body::decode::members::{MapSource, WireValue};
use crate::descriptor::{Kind, TypeDescriptor};
use std::ops::{Deref, DerefMut};

/// The properties as a server gives them back: `clientConfigurationProperties` of `GET /icws/{sessionId}/configuration/users/{id}`.
///
/// The members are those of [`UserClientConfigurationProperties`], but read as an answer: `actualValue` may be absent (servers send
/// `effectiveValue` alone unless asked for more), members that no table lists and codes of newer servers are kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserClientConfigurationView(pub UserClientConfigurationProperties);

impl Deref for UserClientConfigurationView {
    type Target = UserClientConfigurationProperties;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for UserClientConfigurationView {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl WireValue for UserClientConfigurationView {
    const SHAPE: &'static TypeDescriptor = &TypeDescriptor {
        doc: "The client configuration of a user, as a server gives it back: `clientConfigurationProperties` of \
              `GET /icws/{sessionId}/configuration/users/{id}`. Absent and null mean the same here, and servers leave out what is null.",
        ..*UserClientConfigurationProperties::SHAPE
    };
    const KIND: Kind = Kind::Object;
    fn node(&self) -> Option<crate::value_ref::ValueRef<'_>> {
        self.0.node()
    }

    fn index(name: &str) -> Option<usize> {
        UserClientConfigurationProperties::index(name)
    }

    fn object<E: MapSource, const KEEP: bool>(
        &mut self,
        entries: &mut E,
        cx: &mut DecodeContext,
        place: u16,
    ) -> Result<(), E::Error> {
        self.0.object::<E, KEEP>(entries, cx, place)
    }
}

impl serde::Serialize for UserClientConfigurationView {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for UserClientConfigurationView {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::body::decode::deserialize(deserializer)
    }
}
