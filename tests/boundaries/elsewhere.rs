//! The rules that report at other places than their property, at several places, or compare times.

use super::Told;
use super::oracle::Verdict::{Fails, Passes, Unchecked};
use super::oracle::{Verdict, integer, passes_if, verdict};
use super::values::Json;
use super::world::{self, Look, World};
use num_bigint::BigInt;
use serde_json::Value;

pub(super) fn told(rule: &Value, world: &World) -> Told {
    let value = world.body.get("v").filter(|value| **value != Json::Null);
    match (rule["validator"].as_str().unwrap(), value) {
        ("objectValidationErrorMutuallyExclusive", _) => exclusive(rule, world),
        ("wrapUpStatusTimeout", _) => wrap_up(rule, world),
        (_, None) => Told::default(),
        ("collectionItemValidator", Some(value)) => items(rule, value, world),
        ("existingLanguageValues", Some(value)) => languages(value, world),
        ("attributeExistence", Some(value)) => members(rule, value),
        (_, Some(value)) => Told::at("v", end(rule, value, world)),
    }
}

fn items(rule: &Value, value: &Json, world: &World) -> Told {
    let Json::Array(items) = value else { return Told::at("v", Fails) };
    let mut inner = Told::default();
    for (index, item) in items.iter().enumerate() {
        for rule in rule["rules"].as_array().unwrap() {
            inner.add(&format!("v[{index}]"), verdict(rule, Some(item), world));
        }
    }
    if !inner.fails.is_empty() {
        inner.fails.insert(0, "v".to_owned());
    }
    // What is unchecked is listed in the order of the rules.
    let by_rule = rule["rules"].as_array().unwrap().iter().flat_map(|rule| {
        let unchecked = move |(_, item): &(usize, &Json)| verdict(rule, Some(item), world) == Unchecked;
        items.iter().enumerate().filter(unchecked).map(|(index, _)| format!("v[{index}]")).collect::<Vec<_>>()
    });
    Told { unchecked: by_rule.collect(), ..inner }
}

fn languages(value: &Json, world: &World) -> Told {
    let language = |value: &Json| {
        let Some(id) = value.id() else { return Fails };
        let parts: Vec<_> = id.split('-').collect();
        let is_tag = parts.iter().enumerate().all(|(index, part)| {
            let (least, is_part): (usize, fn(char) -> bool) = if index == 0 {
                (2, |part| part.is_ascii_alphabetic())
            } else {
                (1, |part| part.is_ascii_alphanumeric())
            };
            (least..=8).contains(&part.len()) && part.chars().all(is_part)
        });
        match (is_tag, world.has_directory) {
            (false, _) => Fails,
            (true, false) => Unchecked,
            (true, true) => passes_if(["en", "en-us"].contains(&id.as_str())),
        }
    };
    let Json::Array(items) = value else { return Told::at("v", language(value)) };
    let mut told = Told::default();
    for (index, item) in items.iter().enumerate().filter(|(_, item)| **item != Json::Null) {
        told.add(&format!("v[{index}]"), language(item));
    }
    told
}

fn members(rule: &Value, value: &Json) -> Told {
    let Json::Object(_) = value else { return Told::at("v", Fails) };
    let is_set = |name: &&Value| value.get(name.as_str().unwrap()).is_some_and(|value| *value != Json::Null);
    let names = |parameter: &str| rule[parameter].as_array().cloned().unwrap_or_default();
    let (required, forbidden) = (names("required"), names("forbidden"));
    let wrong = required.iter().find(|name| !is_set(name)).or_else(|| forbidden.iter().find(is_set));
    wrong.map_or_else(Told::default, |name| Told::at(&format!("v.{}", name.as_str().unwrap()), Fails))
}

fn exclusive(rule: &Value, world: &World) -> Told {
    let paths: Vec<_> = rule["properties"].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect();
    let of = |wanted: fn(&Look<'_>) -> bool| -> Vec<_> {
        paths.iter().filter(|path| wanted(&world.look(path))).copied().collect()
    };
    let (set, not_known) = (of(|look| matches!(look, Look::Set(_))), of(|look| matches!(look, Look::NotKnown)));
    match (&set[..], &not_known[..]) {
        ([_, second, ..], _) => Told::at(second, Fails),
        ([only], [_, ..]) => Told::at(only, Unchecked),
        _ => Told::default(),
    }
}

fn wrap_up(rule: &Value, world: &World) -> Told {
    let (status, timeout) = (world.look("v"), world.look("o"));
    let max = rule.get("max").map_or(BigInt::from(7200), integer);
    let mut told = Told::default();
    let timeout_in_body = world.body.get("o").is_some();
    let mut status_verdict = Passes;
    if let (Look::Set(value), true) = (&timeout, timeout_in_body) {
        let is_within = value.integer().is_some_and(|value| value >= BigInt::ZERO && value <= max);
        let verdict = match (is_within, &status) {
            (false, _) | (true, Look::NotSet) => Fails,
            (true, Look::NotKnown) => Unchecked,
            (true, Look::Set(_)) => Passes,
        };
        told.add("o", verdict);
    }
    if let Look::Set(value) = &status {
        let of_file = world::directory();
        let is_for_work = |id: &str| {
            let statuses = of_file["statuses"].as_array().unwrap();
            statuses.iter().any(|one| one["id"].as_str().unwrap().to_lowercase() == id && one["afterCallWork"] == true)
        };
        status_verdict = match value.id() {
            None => Fails,
            Some(_) if !world.has_directory => Unchecked,
            Some(id) => passes_if(is_for_work(&id)),
        };
    }
    // Null in the body takes the status away, and whether there is a timeout may not be known.
    if world.body.get("v") == Some(&Json::Null) && matches!(timeout, Look::NotKnown) {
        status_verdict = Unchecked;
    }
    told.add("v", status_verdict);
    told
}

/// Date, time of day, or both; each as a number that grows.
#[derive(PartialEq)]
enum Moment {
    Date(i64),
    Time(i64),
    DateTime(i64),
}

fn moment(text: &str) -> Option<Moment> {
    let number = |text: &str| -> Option<i64> {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { text.parse().ok() } else { None }
    };
    let date = |text: &str| {
        let compact = text.replace('-', "");
        let is_formed = [text == compact, text.len() == 10 && &text[4..5] == "-" && &text[7..8] == "-"];
        let (year, month, day) = (number(compact.get(..4)?)?, number(compact.get(4..6)?)?, number(compact.get(6..)?)?);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let most = days.get(usize::try_from(month - 1).ok()?)?;
        let is_date = compact.len() == 8 && is_formed.contains(&true) && (1..=*most).contains(&day) && year > 0;
        // More days than a month or a year has, so that the order is kept.
        is_date.then_some((year * 12 + month) * 31 + day)
    };
    let time = |text: &str| {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let parts: Vec<_> = whole.split(':').map(|part| (part.len() == 2).then(|| number(part)).flatten()).collect();
        let (hour, minute, second) = match parts[..] {
            [Some(hour), Some(minute)] if whole == text => (hour, minute, 0),
            [Some(hour), Some(minute), Some(second)] => (hour, minute, second),
            _ => return None,
        };
        let is_time = hour < 24 && minute < 60 && second < 60;
        is_time.then_some(((hour * 60 + minute) * 60 + second) * 10 + number(fraction)?)
    };
    // Of the values here, one has an offset, of an hour; none crosses midnight by it.
    let date_time = || {
        let (day, rest) = text.split_once('T')?;
        let (clock, offset) = match (rest.strip_suffix('Z'), rest.strip_suffix("+01:00")) {
            (Some(clock), _) => (clock, 0),
            (None, clock) => (clock?, 36_000),
        };
        let clock = if clock.contains(':') {
            clock.to_owned()
        } else {
            format!("{}:{}:{}", &clock[..2], &clock[2..4], &clock[4..])
        };
        Some(date(day)? * 864_000 + time(&clock)? - offset)
    };
    date(text).map(Moment::Date).or_else(|| time(text).map(Moment::Time)).or_else(|| date_time().map(Moment::DateTime))
}

fn end(rule: &Value, value: &Json, world: &World) -> Verdict {
    let Some(end) = value.string() else { return Fails };
    let start = match world.look(rule["start"].as_str().unwrap()) {
        Look::Set(start) => start,
        Look::NotSet => return Passes,
        Look::NotKnown => return Unchecked,
    };
    // Where the flag is set, it is not a boolean here: it is the start as well.
    if rule.get("spansDay").is_some() && !matches!(start, Json::Boolean(_)) {
        return Fails;
    }
    let Some(start) = start.string() else { return Fails };
    match (moment(start), moment(end)) {
        (Some(Moment::Date(start)), Some(Moment::Date(end)))
        | (Some(Moment::Time(start)), Some(Moment::Time(end)))
        | (Some(Moment::DateTime(start)), Some(Moment::DateTime(end))) => passes_if(end >= start),
        _ => Fails,
    }
}
