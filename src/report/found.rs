use std::fmt;

/// What stands where something else is expected: its kind and, of a text or a list, its length; never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Found {
    /// Nothing: the member is absent.
    Nothing,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A number with a fraction where an integer is expected.
    Fraction,
    /// A number that 32 bits do not hold, where an integer is expected.
    Beyond32Bits,
    /// A number that no double holds.
    BeyondDouble,
    /// A text of so many characters.
    Text(usize),
    /// A list where something else is expected.
    List,
    /// A list of so many items, which a rule refuses.
    Items(usize),
    /// An object.
    Object,
    /// A code that its list lacks.
    UnlistedCode,
    /// A member that its object's table lacks.
    UnlistedMember,
    /// A member that the object has already.
    RepeatedMember,
    /// What is said of the text, which is no JSON.
    Syntax(&'static str),
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing",
            Self::Null => "null",
            Self::Boolean => "a Boolean",
            Self::Number => "a number",
            Self::Fraction => "a number with a fraction",
            Self::Beyond32Bits => "a number beyond 32 bits",
            Self::BeyondDouble => "a number beyond a double",
            Self::Text(1) => "a text of 1 character",
            Self::Text(length) => return write!(f, "a text of {length} characters"),
            Self::List => "a list",
            Self::Items(1) => "a list of 1 item",
            Self::Items(count) => return write!(f, "a list of {count} items"),
            Self::Object => "an object",
            Self::UnlistedCode => "a code that is not listed",
            Self::UnlistedMember => "a member that is not listed",
            Self::RepeatedMember => "a repeated member",
            Self::Syntax(found) => found,
        })
    }
}
