use std::borrow::Cow;

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
    /// The number as it is written, valid JSON.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    /// In the order of the text, repeated members included.
    Object(Vec<Member<'a>>),
}

#[derive(Debug, Clone)]
pub(crate) struct Member<'a> {
    pub(crate) name: Cow<'a, str>,
    /// Byte offset of the name's opening quote, and the length of the name with its quotes.
    pub(crate) at: usize,
    pub(crate) len: usize,
    pub(crate) value: Tree<'a>,
    /// Whether a member of this name stands before it in the same object.
    pub(crate) repeated: bool,
}
