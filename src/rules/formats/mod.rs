//! Formats and grammars of strings: pure functions that know neither rules nor locations.

pub(crate) mod characters;
pub(crate) mod date_time;
pub(crate) mod delimited;
pub(crate) mod host;
pub(crate) mod language;
pub(crate) mod phone;
pub(crate) mod pronunciation;
pub(crate) mod time_zone;
mod windows_zones;
pub(crate) mod word;
