//! Whether a build has `arbitrary_precision` of `serde_json`, which any crate of it may switch on.

use serde_json::Value;

/// Returns whether a [`Value`] keeps all digits of a number.
pub(crate) fn are_kept() -> bool {
    serde_json::from_str::<Value>("1e400").is_ok()
}
