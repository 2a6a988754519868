//! JSON text as a tree that keeps the order of members, their repetitions, the spelling of numbers, and where all stands.

use super::decimal::Decimal;
use super::lexer::{LexError, Lexer, Number, SyntaxError};
use super::number::Number as ExactNumber;
use std::borrow::Cow;
use std::ops::Deref;

/// A value and where it stands in the text.
#[derive(Debug, Clone)]
pub(crate) struct Tree<'a> {
    pub(crate) json: Json<'a>,
    /// Byte offset of the value.
    pub(crate) at: usize,
    /// Length of its text in bytes.
    pub(crate) len: usize,
}

#[derive(Debug, Clone)]
pub(crate) enum Json<'a> {
    Null,
    Boolean(bool),
    /// The number as it is written.
    Number(&'a str),
    String(Cow<'a, str>),
    Array(Vec<Tree<'a>>),
    Object(Members<'a>),
}

/// The members of an object in the order of the text, repeated ones included.
#[derive(Debug, Clone)]
pub(crate) struct Members<'a> {
    members: Vec<Member<'a>>,
    /// Of many members, where each stands, by name and then in the order of the text.
    by_name: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct Member<'a> {
    pub(crate) name: Cow<'a, str>,
    /// Byte offset of the name's opening quote.
    pub(crate) at: usize,
    /// Length of the name with its quotes.
    pub(crate) len: usize,
    pub(crate) value: Tree<'a>,
    /// Whether a member of this name stands before it in the same object.
    pub(crate) repeated: bool,
}

/// Reads a whole text.
pub(crate) fn parse(text: &str) -> Result<Tree<'_>, LexError> {
    let mut tokens = Lexer::new(text);
    let tree = value(&mut tokens)?;
    tokens.end()?;
    Ok(tree)
}

/// Reads one value; `Lexer` bounds the depth.
pub(crate) fn value<'a>(tokens: &mut Lexer<'a>) -> Result<Tree<'a>, LexError> {
    let first = tokens.peek();
    let at = tokens.at();
    let json = match first {
        b'"' => Json::String(tokens.text()?),
        b'{' => Json::Object(members(tokens)?),
        b'[' => Json::Array(items(tokens)?),
        b'-' | b'0'..=b'9' => match tokens.number()? {
            Number::Integer(_) => Json::Number(tokens.since(at)),
            Number::String(text) => Json::Number(text),
        },
        b't' => tokens.word("true").map(|()| Json::Boolean(true))?,
        b'f' => tokens.word("false").map(|()| Json::Boolean(false))?,
        b'n' => tokens.word("null").map(|()| Json::Null)?,
        _ => return Err(tokens.wrong(SyntaxError::Value)),
    };
    Ok(Tree { json, at, len: tokens.at() - at })
}

impl<'a> Members<'a> {
    /// A short list is searched, a long one sorted.
    const FEW: usize = 8;

    fn new(mut members: Vec<Member<'a>>) -> Self {
        let mut by_name = Vec::new();
        if members.len() > Self::FEW {
            by_name.extend(0..members.len());
            by_name.sort_by(|one, two| members[*one].name.cmp(&members[*two].name));
            for pair in by_name.windows(2) {
                members[pair[1]].repeated = members[pair[0]].name == members[pair[1]].name;
            }
        } else {
            for index in 1..members.len() {
                let (before, member) = members.split_at_mut(index);
                member[0].repeated = before.iter().any(|other| other.name == member[0].name);
            }
        }
        Self { members, by_name }
    }

    /// The first member of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&Member<'a>> {
        if self.by_name.is_empty() {
            return self.members.iter().find(|member| member.name == name);
        }
        let first = self.by_name.partition_point(|index| *self.members[*index].name < *name);
        self.by_name.get(first).map(|index| &self.members[*index]).filter(|member| member.name == name)
    }
}

impl<'a> Deref for Members<'a> {
    type Target = [Member<'a>];

    fn deref(&self) -> &Self::Target {
        &self.members
    }
}

impl<'t, 'a> IntoIterator for &'t Members<'a> {
    type Item = &'t Member<'a>;
    type IntoIter = std::slice::Iter<'t, Member<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.iter()
    }
}

fn members<'a>(tokens: &mut Lexer<'a>) -> Result<Members<'a>, LexError> {
    let mut members = Vec::new();
    tokens.enter()?;
    while tokens.next_key(members.is_empty())? {
        let at = tokens.at();
        let name = tokens.text()?;
        let len = tokens.at() - at;
        tokens.colon()?;
        let value = value(tokens)?;
        members.push(Member { name, at, len, value, repeated: false });
    }
    Ok(Members::new(members))
}

fn items<'a>(tokens: &mut Lexer<'a>) -> Result<Vec<Tree<'a>>, LexError> {
    let mut items = Vec::new();
    tokens.enter()?;
    while tokens.next_item(items.is_empty())? {
        items.push(value(tokens)?);
    }
    Ok(items)
}

/// Equal when they amount to the same: numbers by value and to the last digit, members in whatever order.
impl PartialEq for Json<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(one), Self::Boolean(other)) => one == other,
            (Self::Number(one), Self::Number(other)) => one == other || Decimal::of(one) == Decimal::of(other),
            (Self::String(one), Self::String(other)) => one == other,
            (Self::Array(one), Self::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.json == other.json)
            }
            (Self::Object(one), Self::Object(other)) => {
                let equal = |(one, other): (&Member<'_>, &Member<'_>)| {
                    one.name == other.name && one.value.json == other.value.json
                };
                one.len() == other.len() && by_name(one).into_iter().zip(by_name(other)).all(equal)
            }
            _ => false,
        }
    }
}

fn by_name<'m, 'a>(members: &'m [Member<'a>]) -> Vec<&'m Member<'a>> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by(|one, other| one.name.cmp(&other.name));
    members
}

impl Json<'_> {
    /// Returns the value as compact JSON: numbers as a server writes them, of duplicate members the first.
    pub(crate) fn to_compact(&self) -> String {
        let mut out = String::new();
        self.write_compact(&mut out);
        out
    }

    fn write_compact(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(number) => out.push_str(&ExactNumber::from_json(number).property_value()),
            Self::String(string) => write_string(string, out),
            Self::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    item.json.write_compact(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, member) in members.iter().filter(|member| !member.repeated).enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    write_string(&member.name, out);
                    out.push(':');
                    member.value.json.write_compact(out);
                }
                out.push('}');
            }
        }
    }
}

/// Writes a string as JSON.
pub(crate) fn write_string(string: &str, out: &mut String) {
    // A string always has a JSON form.
    out.push_str(&serde_json::to_string(string).unwrap_or_default());
}

/// Whether a number is larger than any double.
pub(crate) fn out_of_range_f64(text: &str) -> bool {
    text.len() > 3 && text.parse().is_ok_and(f64::is_infinite)
}
