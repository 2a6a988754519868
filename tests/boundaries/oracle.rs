//! What each rule is to make of a body, written from the specification of the validators alone: slow, plain, and without a
//! line of the crate.

use super::values::{Json, compare};
use super::world::{Look, World};
use num_bigint::BigInt;
use serde_json::Value;
use std::cmp::Ordering;

/// What a rule makes of the value at its property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Passes,
    Fails,
    Unchecked,
}

use Verdict::{Fails, Passes, Unchecked};

pub(super) fn passes_if(passes: bool) -> Verdict {
    if passes { Passes } else { Fails }
}

fn number(parameter: &Value) -> Option<String> {
    parameter.as_number().map(ToString::to_string)
}

fn is_within(value: &str, rule: &Value) -> bool {
    let least = number(&rule["min"]).is_none_or(|min| compare(value, &min) != Ordering::Less);
    least && number(&rule["max"]).is_none_or(|max| compare(value, &max) != Ordering::Greater)
}

fn counts(count: usize, rule: &Value) -> Verdict {
    passes_if(is_within(&count.to_string(), rule))
}

pub(super) fn integer(parameter: &Value) -> BigInt {
    Json::of(parameter).integer().unwrap()
}

fn strings(parameter: &Value) -> Vec<&str> {
    parameter.as_array().map(|items| items.iter().map(|item| item.as_str().unwrap()).collect()).unwrap_or_default()
}

/// The verdict of a rule on the value at its property, which is `None` where it is absent.
pub(super) fn verdict(rule: &Value, value: Option<&Json>, world: &World) -> Verdict {
    let name = rule["validator"].as_str().unwrap();
    match (name, value) {
        ("requiredAttribute", value) => passes_if(value.is_some()),
        ("validatorGroup", value) => group(rule, value, world),
        ("requiredValue", Some(Json::Null)) => Fails,
        (_, None | Some(Json::Null)) => Passes,
        ("requiredValue", Some(value)) => {
            passes_if(*value != Json::String(String::new()) && *value != Json::Array(vec![]))
        }
        (_, Some(value)) => set(name, rule, value, world).unwrap_or(Fails),
    }
}

fn group(rule: &Value, value: Option<&Json>, world: &World) -> Verdict {
    let inner: Vec<_> = rule["rules"].as_array().unwrap().iter().map(|rule| verdict(rule, value, world)).collect();
    let (decides, otherwise) = if rule["mode"] == "all" { (Fails, Passes) } else { (Passes, Fails) };
    if inner.contains(&decides) {
        decides
    } else if inner.contains(&Unchecked) {
        Unchecked
    } else {
        otherwise
    }
}

/// The verdict on a value that is set; `None` where it is of a type that the rule does not read.
fn set(name: &str, rule: &Value, value: &Json, world: &World) -> Option<Verdict> {
    let is_any = matches!(value, Json::Boolean(_) | Json::Number(_) | Json::String(_));
    Some(match name {
        "unknownValidator" => passes_if(value.string() != Some("ab")),
        "range" => passes_if(is_within(&value.integer()?.to_string(), rule)),
        "rangeFloat" => passes_if(is_within(value.number()?, rule)),
        "multipleOf" => {
            let distance = value.integer()? - rule.get("offset").map_or(BigInt::ZERO, integer);
            passes_if(distance % integer(&rule["divisor"]) == BigInt::ZERO)
        }
        "stringLength" if rule["unit"] == "utf16" => counts(value.string()?.encode_utf16().count(), rule),
        "stringLength" => counts(value.string()?.chars().count(), rule),
        "collectionCount" => counts(value.array()?.len(), rule),
        "regex" => passes_if(value.string()?.contains(rule["pattern"].as_str().unwrap())),
        "validValues" => {
            let fold = |value: &Json| match value {
                Json::String(string) if rule["ignoreCase"] == true => Json::String(string.to_lowercase()),
                other => other.clone(),
            };
            let is_same = |listed: &Value| fold(&Json::of(listed)).equals(&fold(value));
            passes_if(is_any.then(|| rule["values"].as_array().unwrap().iter().any(is_same))?)
        }
        "invalidCharacters" => {
            let forbidden = rule["characters"].as_str().unwrap();
            let is_control = |character: char| character.is_control() && rule["allowControl"] != true;
            passes_if(!value.string()?.chars().any(|character| forbidden.contains(character) || is_control(character)))
        }
        "validFormat" => passes_if(format(rule["format"].as_str().unwrap(), value)),
        "wordValidator" => passes_if(is_word(value.string()?, rule)),
        "pronunciationValidator" => passes_if(is_pronunciation(value.string()?, rule)),
        "characterDelimitedValue" => delimited(value.string()?, rule, world),
        "characterDelimitedKVPairs" => passes_if(are_pairs(value.string()?, rule)),
        "propertyNotApplicable" => match world.holds(&rule["when"]) {
            Some(holds) => passes_if(!holds),
            None => Unchecked,
        },
        "otherAttributeValue" => match World::test(&rule["expect"], &world.look(rule["other"].as_str().unwrap())) {
            Some(holds) => passes_if(holds),
            None => Unchecked,
        },
        "integerComparisonValidator" => {
            let one = value.integer()?;
            let two = match rule.get("other").map(|other| world.look(other.as_str().unwrap())) {
                None => integer(&rule["value"]),
                Some(Look::Set(other)) => other.integer()?,
                Some(Look::NotSet) => return Some(Passes),
                Some(Look::NotKnown) => return Some(Unchecked),
            };
            let order = one.cmp(&two);
            passes_if(match rule["operator"].as_str().unwrap() {
                "lt" => order.is_lt(),
                "le" => order.is_le(),
                "eq" => order.is_eq(),
                "ne" => order.is_ne(),
                "ge" => order.is_ge(),
                _ => order.is_gt(),
            })
        }
        _ => return super::directory::verdict(name, rule, value, world),
    })
}

/// The formats that can be told without a grammar of pages.
fn format(format: &str, value: &Json) -> bool {
    let string = value.string().unwrap_or("!");
    let is_json = |text: &str| serde_json::from_str::<Value>(text).is_ok() && text.trim() == text;
    let is_number =
        |text: &str| is_json(text) && text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    let as_number = match value {
        Json::Number(digits) => Some(digits.as_str()),
        Json::String(string) if is_number(string) => Some(string.as_str()),
        _ => None,
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match format {
        "boolean" => matches!(value, Json::Boolean(_)) || matches!(string, "true" | "false"),
        "number" => as_number.is_some(),
        "integer" => as_number.is_some_and(|digits| Json::Number(digits.to_owned()).integer().is_some()),
        "duration" => as_number.is_some_and(|digits| compare(digits, "0") != Ordering::Less),
        "ipv4" => {
            let parts: Vec<_> = string.split('.').collect();
            let is_part = |part: &&str| digits(part) && part.parse::<u8>().is_ok_and(|byte| byte.to_string() == **part);
            parts.len() == 4 && parts.iter().all(is_part)
        }
        "guid" => {
            let lengths: Vec<_> = string.split('-').map(str::len).collect();
            lengths == [8, 4, 4, 4, 12] && string.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        }
        "hostname" => {
            let is_label = |label: &str| {
                let inner = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
                (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
            };
            string.len() <= 253 && string.split('.').all(is_label)
        }
        other => panic!("{other}"),
    }
}

fn is_word(string: &str, rule: &Value) -> bool {
    let characters: Vec<char> = string.chars().collect();
    let is_letter = |character: char| {
        // Of the domain, the combining acute accent is the only mark.
        character.is_alphabetic() || character == '\u{301}' || (rule["digits"] == true && character.is_numeric())
    };
    let max = rule.get("max").map_or(120, |max| usize::try_from(max.as_u64().unwrap()).unwrap());
    let at = |index: usize| characters.get(index).copied();
    let is_joint = |index: usize| {
        let (before, after) = (index.checked_sub(1).and_then(at), at(index + 1));
        let is_beside = |side: Option<char>| side.is_some_and(is_letter);
        match characters[index] {
            '\'' | '\u{2019}' | '-' => is_beside(before) && is_beside(after),
            '.' => is_beside(before) && (after.is_none() || after == Some(' ') || is_beside(after)),
            ' ' => (is_beside(before) || before == Some('.')) && is_beside(after),
            _ => false,
        }
    };
    let is_fine = |index: usize| is_letter(characters[index]) || is_joint(index);
    !characters.is_empty() && characters.len() <= max && (0..characters.len()).all(is_fine)
}

fn is_pronunciation(string: &str, rule: &Value) -> bool {
    let symbols = strings(&rule["alphabet"]);
    match rule.get("separator").map_or(" ", |separator| separator.as_str().unwrap()) {
        "" => {
            // The lengths at which a sequence of symbols can end.
            let mut ends = vec![0];
            let mut next = 0;
            while let Some(end) = ends.get(next).copied() {
                ends.extend(
                    symbols
                        .iter()
                        .filter(|symbol| string[end..].starts_with(**symbol))
                        .map(|symbol| end + symbol.len()),
                );
                next += 1;
            }
            !string.is_empty() && ends.contains(&string.len())
        }
        separator => string.split(separator).all(|symbol| symbols.contains(&symbol)),
    }
}

fn delimited(string: &str, rule: &Value, world: &World) -> Verdict {
    let items: Vec<_> =
        if string.is_empty() { vec![] } else { string.split(rule["delimiter"].as_str().unwrap()).collect() };
    let is_repeated = |index: usize| items[..index].contains(&items[index]);
    let repeats = rule["allowRepeats"] == false && (0..items.len()).any(is_repeated);
    let inner = |item: &&str| {
        let rules = rule.get("rules").and_then(Value::as_array).cloned().unwrap_or_default();
        rules.iter().map(|rule| verdict(rule, Some(&Json::String((*item).to_owned())), world)).collect::<Vec<_>>()
    };
    let verdicts: Vec<_> = items.iter().filter(|item| !item.is_empty()).flat_map(inner).collect();
    if items.contains(&"") || repeats || verdicts.contains(&Fails) {
        Fails
    } else if verdicts.contains(&Unchecked) {
        Unchecked
    } else {
        Passes
    }
}

fn are_pairs(string: &str, rule: &Value) -> bool {
    let allowed = rule.get("keys").map(strings);
    let mut keys = Vec::new();
    let pairs =
        if string.is_empty() { vec![] } else { string.split(rule["pairDelimiter"].as_str().unwrap()).collect() };
    pairs.iter().all(|pair| {
        let Some((key, _)) = pair.split_once(rule["keyDelimiter"].as_str().unwrap()) else { return false };
        let is_new = !keys.contains(&key);
        keys.push(key);
        !key.is_empty() && is_new && allowed.as_ref().is_none_or(|allowed| allowed.contains(&key))
    })
}
