//! JSON as a tree that keeps the order of members, duplicates, the notation of numbers, and every position.

use super::lexer::{LexError, Lexer, NumberToken};
use super::number::Number as ExactNumber;
use std::borrow::Cow;
use std::ops::Deref;

/// A value, and its position in the input.
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
    /// The number in its original notation.
    Number(Cow<'a, str>),
    String(Cow<'a, str>),
    Array(Vec<Tree<'a>>),
    Object(Members<'a>),
}

/// The members of an object in the order of the input, with duplicates.
#[derive(Debug, Clone)]
pub(crate) struct Members<'a> {
    members: Vec<TreeMember<'a>>,
    /// The indexes of many members, sorted by name and then by position.
    by_name: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct TreeMember<'a> {
    pub(crate) name: Cow<'a, str>,
    /// Byte offset of the name's opening quote.
    pub(crate) at: usize,
    /// Length of the name with its quotes.
    pub(crate) len: usize,
    pub(crate) value: Tree<'a>,
    /// Whether the object has an earlier member with this name.
    pub(crate) repeated: bool,
}

/// Parses a text.
pub(crate) fn parse(text: &str) -> Result<Tree<'_>, LexError> {
    whole(Lexer::new(text))
}

/// Parses bytes in UTF-8.
pub(crate) fn of(bytes: &[u8]) -> Result<Tree<'_>, LexError> {
    whole(Lexer::of(bytes)?)
}

fn whole(mut tokens: Lexer<'_>) -> Result<Tree<'_>, LexError> {
    let tree = value(&mut tokens)?;
    tokens.end()?;
    Ok(tree)
}

/// Parses one value; `Lexer` limits the depth.
pub(crate) fn value<'a>(tokens: &mut Lexer<'a>) -> Result<Tree<'a>, LexError> {
    let first = tokens.peek();
    let at = tokens.at();
    let json = match first {
        b'"' => Json::String(tokens.string()?),
        b'{' => Json::Object(members(tokens)?),
        b'[' => Json::Array(items(tokens)?),
        b'-' | b'0'..=b'9' => match tokens.number()? {
            NumberToken::Integer(_) => Json::Number(tokens.slice_from(at).into()),
            NumberToken::String(text) => Json::Number(text.into()),
        },
        b't' => tokens.literal("true").map(|()| Json::Boolean(true))?,
        b'f' => tokens.literal("false").map(|()| Json::Boolean(false))?,
        b'n' => tokens.literal("null").map(|()| Json::Null)?,
        _ => return tokens.expected_value(),
    };
    Ok(Tree { json, at, len: tokens.at() - at })
}

impl Tree<'_> {
    /// Returns the value without its text.
    pub(crate) fn into_owned(self) -> Tree<'static> {
        let Self { json, at, len } = self;
        let json = match json {
            Json::Null => Json::Null,
            Json::Boolean(value) => Json::Boolean(value),
            Json::Number(text) => Json::Number(text.into_owned().into()),
            Json::String(text) => Json::String(text.into_owned().into()),
            Json::Array(items) => Json::Array(items.into_iter().map(Tree::into_owned).collect()),
            Json::Object(Members { members, by_name }) => {
                Json::Object(Members { members: members.into_iter().map(TreeMember::into_owned).collect(), by_name })
            }
        };
        Tree { json, at, len }
    }
}

impl TreeMember<'_> {
    fn into_owned(self) -> TreeMember<'static> {
        let Self { name, at, len, value, repeated } = self;
        TreeMember { name: name.into_owned().into(), at, len, value: value.into_owned(), repeated }
    }
}

impl<'a> Members<'a> {
    /// Few members are searched linearly, many are sorted.
    const FEW: usize = 8;

    pub(crate) fn new(mut members: Vec<TreeMember<'a>>) -> Self {
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

    /// Returns the first member with a name.
    pub(crate) fn get(&self, name: &str) -> Option<&TreeMember<'a>> {
        if self.by_name.is_empty() {
            return self.members.iter().find(|member| member.name == name);
        }
        let first = self.by_name.partition_point(|index| *self.members[*index].name < *name);
        self.by_name.get(first).map(|index| &self.members[*index]).filter(|member| member.name == name)
    }
}

impl<'a> Deref for Members<'a> {
    type Target = [TreeMember<'a>];

    fn deref(&self) -> &Self::Target {
        &self.members
    }
}

impl<'t, 'a> IntoIterator for &'t Members<'a> {
    type Item = &'t TreeMember<'a>;
    type IntoIter = std::slice::Iter<'t, TreeMember<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.iter()
    }
}

fn members<'a>(tokens: &mut Lexer<'a>) -> Result<Members<'a>, LexError> {
    let mut members = Vec::new();
    tokens.enter()?;
    while tokens.next_key(members.is_empty())? {
        let at = tokens.at();
        let name = tokens.string()?;
        let len = tokens.at() - at;
        tokens.colon()?;
        let value = value(tokens)?;
        members.push(TreeMember { name, at, len, value, repeated: false });
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

/// Compares numbers by exact value, and members in any order.
impl PartialEq for Json<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(one), Self::Boolean(other)) => one == other,
            (Self::Number(one), Self::Number(other)) => ExactNumber::from_json(one) == ExactNumber::from_json(other),
            (Self::String(one), Self::String(other)) => one == other,
            (Self::Array(one), Self::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.json == other.json)
            }
            (Self::Object(one), Self::Object(other)) => {
                let equal = |(one, other): (&TreeMember<'_>, &TreeMember<'_>)| {
                    one.name == other.name && one.value.json == other.value.json
                };
                one.len() == other.len() && by_name(one).into_iter().zip(by_name(other)).all(equal)
            }
            _ => false,
        }
    }
}

fn by_name<'m, 'a>(members: &'m [TreeMember<'a>]) -> Vec<&'m TreeMember<'a>> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by(|one, other| one.name.cmp(&other.name));
    members
}

/// Returns whether a number is out of range for `f64`.
pub(crate) fn out_of_range_f64(text: &str) -> bool {
    text.len() > 3 && text.parse().is_ok_and(f64::is_infinite)
}
