//! What a rule finds besides its property.

use super::values::Json;
use serde_json::{Value, json};

/// A body, whether it is partial, and whether there is a directory.
pub(super) struct World {
    pub(super) body: Json,
    pub(super) is_partial: bool,
    pub(super) has_directory: bool,
}

/// What is at a second path.
pub(super) enum Look<'b> {
    Set(&'b Json),
    NotSet,
    NotKnown,
}

impl World {
    /// Looks at a member of the body.
    pub(super) fn look(&self, path: &str) -> Look<'_> {
        match self.body.get(path) {
            Some(Json::Null) => Look::NotSet,
            Some(value) => Look::Set(value),
            None if self.is_partial => Look::NotKnown,
            None => Look::NotSet,
        }
    }

    /// Whether a condition holds; `None` where that is not known.
    pub(super) fn holds(&self, condition: &Value) -> Option<bool> {
        let each = |name: &str| -> Option<Vec<_>> {
            Some(condition.get(name)?.as_array().unwrap().iter().map(|inner| self.holds(inner)).collect())
        };
        if let Some(all) = each("all") {
            return if all.contains(&Some(false)) {
                Some(false)
            } else {
                all.iter().all(Option::is_some).then_some(true)
            };
        }
        if let Some(any) = each("any") {
            return if any.contains(&Some(true)) {
                Some(true)
            } else {
                any.iter().all(Option::is_some).then_some(false)
            };
        }
        if let Some(not) = condition.get("not") {
            return self.holds(not).map(|holds| !holds);
        }
        Self::test(condition, &self.look(condition["property"].as_str().unwrap()))
    }

    /// Whether one test holds for what is at its path.
    pub(super) fn test(test: &Value, found: &Look<'_>) -> Option<bool> {
        let is = |wanted: &Value| match found {
            Look::Set(value) => value.equals(&Json::of(wanted)),
            Look::NotSet | Look::NotKnown => false,
        };
        if matches!(found, Look::NotKnown) {
            return None;
        }
        let is_set = matches!(found, Look::Set(_));
        Some(match test {
            test if test.get("present").is_some() => is_set,
            test if test.get("absent").is_some() => !is_set,
            test if test.get("is").is_some() => is(&test["is"]),
            test => !is(&test["isNot"]),
        })
    }
}

/// The directory of all tests.
pub(super) fn directory() -> Value {
    json!({
        "objects": {"user": [{"id": "gcadmin", "attributes": {"s": "x", "n": 1, "b": true}}, {"id": "Sup"}]},
        "extensions": ["8001", {"extension": "8002", "id": "gcadmin"}],
        "accessControlGroups": {"Root": null, "Mid": "Root", "Leaf": "Mid", "Orphan": "Gone", "L1": "L2", "L2": "L1"},
        "keywordSets": [
            {"id": "home", "keywords": 2, "workgroups": ["Support"], "recorderPolicies": ["Main"]},
            {"id": "other", "keywords": 1, "workgroups": ["support", "Plain"], "recorderPolicies": ["main"]}],
        "mailboxes": {"support": ["Inbox"]},
        "phoneCatalog": {"Polycom": ["VVX"]},
        "registrationGroups": {"Main": [{"manual": "x"}, {"line": "L1", "transport": 2}], "Plain": [{"line": "L", "transport": 1}]},
        "networkAdapters": ["eth0"],
        "timeZones": ["Eastern"],
        "languages": ["en", "en-us"],
        "attendantProfiles": [{"id": "In", "kind": "inbound"}, {"id": "Op", "kind": "operator"}],
        "sharedAppearances": {"st1": ["a-1"]},
        "references": {"role": {"Agent": 2}},
        "statuses": [{"id": "Follow Up", "afterCallWork": true}, {"id": "Lunch"}]
    })
}
