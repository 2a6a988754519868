//! The rules that ask the directory, answered from its file by going through it.

use super::oracle::Verdict::{self, Fails, Passes, Unchecked};
use super::oracle::{integer, passes_if};
use super::values::Json;
use super::world::{self, Look, World};
use num_bigint::BigInt;
use serde_json::Value;

fn lower(value: &Value) -> String {
    value.as_str().unwrap().to_lowercase()
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The member of a section of this name.
fn entry<'d>(section: &'d Value, name: &str) -> Option<&'d Value> {
    section.as_object()?.iter().find(|(member, _)| member.to_lowercase() == name).map(|(_, value)| value)
}

fn contains(names: Option<&Value>, name: &str) -> bool {
    names.is_some_and(|names| items(names).any(|item| lower(item) == name))
}

/// What is at a second path that governs the rule; else what that means.
fn governing(rule: &Value, parameter: &str, world: &World) -> Result<String, Verdict> {
    match world.look(rule[parameter].as_str().unwrap()) {
        Look::Set(value) => value.id().ok_or(Fails),
        Look::NotSet => Err(Passes),
        Look::NotKnown => Err(Unchecked),
    }
}

/// The verdict on a value that is set; `None` where it is of a type that the rule does not read.
#[expect(clippy::too_many_lines, reason = "a row for each validator")]
pub(super) fn verdict(name: &str, rule: &Value, value: &Json, world: &World) -> Option<Verdict> {
    let file = world::directory();
    let objects = || entry(&file["objects"], &lower(&rule["objectType"]));
    let with_id = |id: &str| objects().is_some_and(|all| items(all).any(|object| lower(&object["id"]) == id));
    let attribute = |object: &Value| object["attributes"].get(rule["attribute"].as_str().unwrap()).map(Json::of);
    let has_value =
        || items(objects().unwrap()).any(|object| attribute(object).is_some_and(|other| other.equals(value)));
    let is_any = matches!(value, Json::Boolean(_) | Json::Number(_) | Json::String(_));
    let asks = |passes: &dyn Fn() -> bool| if world.has_directory { passes_if(passes()) } else { Unchecked };
    let of_type = |passes: &dyn Fn() -> bool| if objects().is_some() { asks(passes) } else { Unchecked };
    let extension = || match value {
        Json::String(string) => Some(string.to_lowercase()),
        _ => value.integer().map(|integer| integer.to_string()),
    };
    let extensions = ["8001", "8002"];
    Some(match name {
        "uniqueInstanceId" => {
            let id = value.id()?;
            of_type(&|| !with_id(&id))
        }
        "existingInstanceId" => {
            let id = value.id()?;
            of_type(&|| with_id(&id))
        }
        "existingAttributeValue" => is_any.then(|| of_type(&has_value))?,
        "uniqueAttributeValue" => is_any.then(|| of_type(&|| !has_value()))?,
        "existingInstanceIdWithAttributeValue" => {
            let id = value.id()?;
            let is_one = |object: &Value| {
                lower(&object["id"]) == id
                    && attribute(object).is_some_and(|other| other.equals(&Json::of(&rule["value"])))
            };
            of_type(&|| items(objects().unwrap()).any(is_one))
        }
        "acgTreeValidator" => {
            let id = value.id()?;
            asks(&|| depth(&file, &id).is_some_and(|depth| rule["maxDepth"].as_u64().is_none_or(|max| depth <= max)))
        }
        "existingAttendantProfile" => {
            let id = value.id()?;
            let is_kind = |profile: &Value| {
                rule.get("kinds").is_none_or(|kinds| items(kinds).any(|kind| *kind == profile["kind"]))
            };
            asks(&|| items(&file["attendantProfiles"]).any(|profile| lower(&profile["id"]) == id && is_kind(profile)))
        }
        "extension" => {
            let own = extension()?;
            let clashes = |other: &str| {
                own == other
                    || (rule["refusePrefixClash"] == true && (own.starts_with(other) || other.starts_with(&own)))
            };
            asks(&|| !extensions.iter().any(|other| clashes(other)))
        }
        "existingExtension" => {
            let own = extension()?;
            asks(&|| extensions.contains(&own.as_str()))
        }
        "networkAdapter" => {
            let id = value.id()?;
            asks(&|| contains(file.get("networkAdapters"), &id))
        }
        "timeZoneValidator" => {
            let id = value.id()?;
            asks(&|| contains(file.get("timeZones"), &id))
        }
        "unsupportedManufacturer" => {
            let id = value.id()?;
            asks(&|| entry(&file["phoneCatalog"], &id).is_some())
        }
        "referenceCount" => {
            let id = value.id()?;
            let count = entry(&file["references"]["role"], &id).map_or(BigInt::ZERO, integer);
            asks(&|| count <= integer(&rule["max"]))
        }
        "unsupportedModel" | "invalidMailboxFolder" | "workstationsSharedAppearanceID" => {
            let id = value.id()?;
            let (section, parameter) = match name {
                "unsupportedModel" => ("phoneCatalog", "manufacturer"),
                "invalidMailboxFolder" => ("mailboxes", "mailbox"),
                _ => ("sharedAppearances", "primaryStation"),
            };
            match governing(rule, parameter, world) {
                Ok(governing) => asks(&|| contains(entry(&file[section], &governing), &id)),
                Err(verdict) => verdict,
            }
        }
        "audioProtocol" => {
            if value.integer()? != BigInt::from(1) {
                return Some(Passes);
            }
            let uses_tls = |group: &str| {
                entry(&file["registrationGroups"], group).is_some_and(|group| {
                    items(group).any(|entry| entry.get("line").is_some() && entry["transport"] == 2)
                })
            };
            match governing(rule, "registrationGroup", world) {
                Ok(group) => asks(&|| uses_tls(&group)),
                Err(verdict) => verdict,
            }
        }
        "analyzerKeywordCount" | "workgroupAnalyzerKeywordCount" | "recorderPolicyAnalyzerKeywordCount" => {
            keywords(name, rule, value.array()?.len(), &file, world)
        }
        other => panic!("{other}"),
    })
}

fn depth(file: &Value, id: &str) -> Option<u64> {
    let (mut group, mut depth) = (id.to_owned(), 1);
    loop {
        let parent = entry(&file["accessControlGroups"], &group)?;
        if parent.is_null() {
            return Some(depth);
        }
        // More steps than there are groups are a loop.
        if depth > 9 {
            return None;
        }
        (group, depth) = (lower(parent), depth + 1);
    }
}

fn keywords(name: &str, rule: &Value, count: usize, file: &Value, world: &World) -> Verdict {
    let mut set = None;
    if let Some(path) = rule.get("set") {
        match world.look(path.as_str().unwrap()) {
            Look::Set(value) => match value.id() {
                Some(id) => set = Some(id),
                None => return Fails,
            },
            Look::NotSet => {}
            Look::NotKnown => return Unchecked,
        }
    }
    let (member, parameter) = match name {
        "workgroupAnalyzerKeywordCount" => ("workgroups", "workgroups"),
        _ => ("recorderPolicies", "recorderPolicies"),
    };
    let mut users = None;
    if let Some(path) = rule.get(parameter) {
        match world.look(path.as_str().unwrap()) {
            Look::Set(value) => {
                let ids: Option<Vec<_>> = value.array().and_then(|items| items.iter().map(Json::id).collect());
                match ids {
                    Some(ids) => users = Some(ids),
                    None => return Fails,
                }
            }
            Look::NotSet if world.body.get(path.as_str().unwrap()).is_some() => users = Some(vec![]),
            Look::NotSet | Look::NotKnown => {}
        }
    }
    if !world.has_directory {
        return Unchecked;
    }
    let all: Vec<_> = items(&file["keywordSets"]).collect();
    let is_own = |other: &&&Value| Some(lower(&other["id"])) == set;
    let sum = |uses: &dyn Fn(&Value) -> bool| -> BigInt {
        let others = all.iter().filter(|other| !is_own(other) && uses(other));
        others.map(|other| integer(&other["keywords"])).sum::<BigInt>() + count
    };
    let max = integer(&rule["max"]);
    if name == "analyzerKeywordCount" {
        return passes_if(sum(&|_| true) <= max);
    }
    let users = users.unwrap_or_else(|| {
        let own = all.iter().filter(|other| is_own(other));
        own.flat_map(|own| items(&own[member])).map(lower).collect()
    });
    passes_if(users.iter().all(|user| sum(&|other| contains(other.get(member), user)) <= max))
}
