//! Rules in another form: in an object by path, by validator or by name, and with their parameters in an object of their own.
//! They are read as the rules that are meant.

use super::meant::{self, MeantRule, by_members, json_type};
use super::path::PropertyPath;
use super::validators::ValidatorInfo;
use crate::codes::ValidationErrorType as Id;
use crate::file::synonyms::meant as meant_name;
use crate::json::escape::Escaped;
use crate::json::tree::{Json, Members, Tree, TreeMember, parse};
use crate::json::write::string;
use std::borrow::Cow;

/// Longer lists of rules or parameters are not written, in bytes.
const MAX_WRITTEN: usize = 200;

/// A rule that is meant by a part of an object in place of an array of rules.
pub(super) struct OtherRule<'a> {
    /// How to write it, as far as that is known.
    meant: Option<MeantRule>,
    /// The rule as it would be in an array.
    pub(super) tree: Tree<'a>,
}

impl<'a> OtherRule<'a> {
    /// Returns a value in place of a rule, as it is.
    pub(super) fn single(rule: &Tree<'a>) -> Self {
        Self { meant: None, tree: rule.clone() }
    }

    /// Returns whether it has a name, or is a part of a larger object.
    fn is_single(&self, value: &Tree<'_>) -> bool {
        self.tree.at == value.at
    }
}

/// Returns the rules that are meant by an object whose names are paths, validators, or names of rules; `None` if there is no
/// rule in it.
pub(super) fn rules<'a>(members: &Members<'a>) -> Option<Vec<OtherRule<'a>>> {
    let mut rules = Vec::new();
    for member in members {
        match &member.value.json {
            Json::Array(items) if items.iter().all(|item| matches!(item.json, Json::Object(_))) => {
                items.iter().for_each(|item| of_entry(member, item, &mut rules));
            }
            _ => of_entry(member, &member.value, &mut rules),
        }
    }
    let is_object = |rule: &OtherRule<'_>| matches!(rule.tree.json, Json::Object(_));
    rules.iter().any(is_object).then_some(rules)
}

/// Returns whether a value has a validator, as a rule does.
pub(super) fn is_rule(value: &Tree<'_>) -> bool {
    let Json::Object(members) = &value.json else { return false };
    members.iter().any(|member| {
        matches!(member.value.json, Json::String(_) | Json::Number(_))
            && meant_name(&member.name, &["validator"]).is_some()
            && json_type(&member.name, &member.value.json).is_none()
    })
}

/// Adds the rules that are meant by a value under a name.
fn of_entry<'a>(name: &TreeMember<'a>, value: &Tree<'a>, rules: &mut Vec<OtherRule<'a>>) {
    let Json::Object(inner) = &value.json else {
        return rules.push(OtherRule::single(value));
    };
    let has = |known: &str| {
        let is_meant = |member: &TreeMember<'_>| meant_name(&member.name, &["validator", "property"]) == Some(known);
        inner.iter().any(|member| {
            &*member.name == known || (is_meant(member) && json_type(&member.name, &member.value.json).is_none())
        })
    };
    let property = || match inner.get("property").map(|property| &property.value.json) {
        Some(Json::String(property)) => Some(property.to_string()),
        _ => is_path(&name.name).then(|| name.name.to_string()),
    };
    if has("validator") {
        let validator = inner.get("validator").and_then(|named| meant::validator(&named.value.json));
        let needs_property = validator.and_then(ValidatorInfo::of).is_none_or(ValidatorInfo::requires_property);
        let takes_name = needs_property && !has("property") && is_path(&name.name);
        let meant = validator.map(|id| MeantRule::new(id, property().filter(|_| needs_property), value));
        rules.push(OtherRule {
            meant,
            tree: if takes_name { with(value, [named("property", name)]) } else { value.clone() },
        });
        return;
    }
    if let Some(validator) = Id::from_name(&name.name) {
        let property = property().filter(|_| has("property"));
        let meant = Some(MeantRule::new(validator, property, value));
        rules.push(OtherRule { meant, tree: with(value, [named("validator", name)]) });
        return;
    }
    // Names of validators, or keywords of JSON Schema, under a path.
    for part in inner.iter().filter(|member| !member.repeated) {
        if let (Some(validator), Json::Object(_)) = (Id::from_name(&part.name), &part.value.json) {
            let meant = Some(MeantRule::new(validator, Some(name.name.to_string()), &part.value));
            let tree = with(&part.value, [named("validator", part), named("property", name)]);
            rules.push(OtherRule { meant, tree });
        }
    }
    for meant in by_members(inner, Some(&*name.name)) {
        let is_read = inner.get(meant.validator().name().unwrap_or_default());
        if is_read.is_some_and(|part| matches!(part.value.json, Json::Object(_))) {
            continue;
        }
        // What is shortened is not JSON.
        let tree = match parse(&meant.to_json()) {
            Ok(tree) => moved(tree.into_owned(), name, value),
            Err(_) => with(value, [named("property", name)]),
        };
        rules.push(OtherRule { tree, meant: Some(meant) });
    }
}

/// Returns whether a name can be the path of a property, and is not a text.
fn is_path(name: &str) -> bool {
    !name.is_empty() && !name.contains(char::is_whitespace) && PropertyPath::from(name).is_path()
}

/// Returns a member whose value is the name of another one.
fn named<'a>(name: &'static str, member: &TreeMember<'a>) -> TreeMember<'a> {
    let value = Tree { json: Json::String(member.name.clone()), at: member.at, len: member.len };
    TreeMember { name: Cow::Borrowed(name), at: member.at, len: member.len, value, repeated: false }
}

/// Returns an object with more members.
fn with<'a>(object: &Tree<'a>, added: impl IntoIterator<Item = TreeMember<'a>>) -> Tree<'a> {
    let Json::Object(members) = &object.json else { return object.clone() };
    let members = added.into_iter().chain(members.iter().cloned()).collect();
    Tree { json: Json::Object(Members::new(members)), ..*object }
}

/// Returns a rule that is not in the file at the value that it stands for.
fn moved(mut rule: Tree<'static>, name: &TreeMember<'_>, value: &Tree<'_>) -> Tree<'static> {
    (rule.at, rule.len) = (value.at, value.len);
    if let Json::Object(members) = rule.json {
        let members = members.iter().cloned().map(|member| {
            let at = if member.name == "property" { name.at } else { value.at };
            TreeMember { value: moved_items(member.value, at), at, ..member }
        });
        rule.json = Json::Object(Members::new(members.collect()));
    }
    rule
}

fn moved_items(value: Tree<'static>, at: usize) -> Tree<'static> {
    let json = match value.json {
        Json::Array(items) => Json::Array(items.into_iter().map(|item| moved_items(item, at)).collect()),
        json => json,
    };
    Tree { json, at, ..value }
}

/// Returns what to write in place of an object with rules. Rules that are wrong themselves are not shown.
pub(super) fn help(
    around: &str,
    value: &Tree<'_>,
    rules: &[OtherRule<'_>],
    is_right: impl Fn(usize) -> bool,
) -> String {
    let right = || (0..rules.len()).filter(|index| is_right(*index)).filter_map(|index| rules[index].meant.as_ref());
    let first = right().next().map(MeantRule::write);
    let written = match (rules, first) {
        ([rule], _) if rule.is_single(value) => return "write `[` before it and `]` after it".to_owned(),
        (_, Some(rule)) => rule,
        (_, None) => r#"{"validator": ..., "property": ..., ...}"#.to_owned(),
    };
    if rules.len() == 1 {
        return format!("{around} has the rules; write it as `{written}`");
    }
    // Few short rules are written completely.
    let mut all = format!("`{written}`");
    for rule in right().skip(1) {
        if all.len() > MAX_WRITTEN {
            break;
        }
        all.push_str(&format!(", `{}`", rule.write()));
    }
    if all.len() <= MAX_WRITTEN && right().count() == rules.len() {
        format!("{around} has the rules; write a rule for each: {all}")
    } else {
        format!("{around} has the rules; write `{written}`, and so on for each")
    }
}

/// Names of members that have the parameters of a rule inside.
const AROUND_PARAMETERS: [&str; 9] =
    ["params", "parameters", "param", "options", "args", "arguments", "config", "configuration", "settings"];

/// Returns the member of a rule that has its parameters inside, and the rule as it is without that member.
pub(super) fn with_parameters<'m, 'a>(rule: &'m Tree<'a>) -> Option<(&'m TreeMember<'a>, Tree<'a>)> {
    let Json::Object(members) = &rule.json else { return None };
    let is_name = |name: &str| AROUND_PARAMETERS.iter().any(|around| name.eq_ignore_ascii_case(around));
    let (around, inner) = members.iter().find_map(|member| match &member.value.json {
        Json::Object(inner) if is_name(&member.name) => Some((member, inner)),
        _ => None,
    })?;
    let others = members.iter().filter(|member| member.at != around.at);
    let members = Members::new(others.chain(inner).cloned().collect());
    Some((around, Tree { json: Json::Object(members), ..*rule }))
}

/// Returns what to write in place of parameters inside of a member.
pub(super) fn help_with_parameters(around: &TreeMember<'_>, validator: Option<Id>) -> String {
    let parameters = meant::parameters(validator.unwrap_or(Id::UnknownValidator), &around.value);
    let written: Vec<_> = parameters.iter().map(|(name, value)| format!("{}: {value}", string(name))).collect();
    let written = Escaped(written.join(", ")).to_string();
    let around = Escaped(&around.name);
    if written.is_empty() {
        format!("remove `{around}`: parameters are in the rule itself")
    } else if written.len() > MAX_WRITTEN {
        format!("write what is inside of `{around}` into the rule itself")
    } else {
        format!("write what is inside of `{around}` into the rule itself: `{written}`")
    }
}

#[cfg(test)]
mod tests {
    use super::{AROUND_PARAMETERS, ValidatorInfo};

    #[test]
    fn no_parameter_is_named_as_what_is_around_parameters() {
        for info in ValidatorInfo::all() {
            let is_around = |name: &str| AROUND_PARAMETERS.iter().any(|around| around.eq_ignore_ascii_case(name));
            assert!(!info.parameters.iter().any(|parameter| is_around(parameter.name)));
        }
    }
}
