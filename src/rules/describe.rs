//! Parameters in words.

use super::params::Scalar;
use std::fmt::Display;

/// As many names or values as a line of text holds well.
const MANY: usize = 8;

/// Names as a list.
pub(crate) fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    list(names.into_iter().map(|name| format!("`{name}`")))
}

/// Values as a list.
pub(crate) fn values<'v>(values: impl IntoIterator<Item = &'v Scalar>) -> String {
    list(values.into_iter().map(Scalar::to_json))
}

fn list(items: impl Iterator<Item = impl Display>) -> String {
    let mut list = String::new();
    for (index, item) in items.enumerate() {
        if index == MANY {
            list.push_str(" and others");
            break;
        }
        list.push_str(if index > 0 { ", " } else { "" });
        list.push_str(&item.to_string());
    }
    list
}

/// What lies within bounds.
pub(crate) fn bounds<T: Display>(what: &str, min: Option<T>, max: Option<T>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("{what} from {min} to {max}"),
        (Some(min), None) => format!("{what} of at least {min}"),
        (None, Some(max)) => format!("{what} of at most {max}"),
        (None, None) => what.to_owned(),
    }
}

/// So many of something.
pub(crate) fn amount(count: u64, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// What has an amount within bounds.
pub(crate) fn amounts(whole: &str, min: Option<u64>, max: Option<u64>, what: &str) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => format!("{whole} of {}", amount(max, what)),
        (Some(min), Some(max)) => format!("{whole} of {min} to {}", amount(max, what)),
        (Some(min), None) => format!("{whole} of at least {}", amount(min, what)),
        (None, Some(max)) => format!("{whole} of at most {}", amount(max, what)),
        (None, None) => whole.to_owned(),
    }
}
