//! JSON as a server sends it back, written while it is read: a large value is not in memory as a tree.

use super::lex_error::LexError;
use super::lexer::{Lexer, NumberToken};
use super::number::Number;
use super::seen_keys::SeenKeys;
use super::write::{ArrayWriter, ObjectWriter, write_string};

/// Returns a value as compact JSON, with its numbers as a response writes them, and the first of duplicate members.
pub(crate) fn property_value(text: &str) -> Result<String, LexError> {
    let mut json = String::with_capacity(text.len());
    write(&mut Lexer::new(text), &mut json)?;
    Ok(json)
}

fn write(lexer: &mut Lexer<'_>, json: &mut String) -> Result<(), LexError> {
    match lexer.peek() {
        b'"' => write_string(&lexer.string()?, json),
        b'{' => members(lexer, json)?,
        b'[' => items(lexer, json)?,
        b'-' | b'0'..=b'9' => match lexer.number()? {
            NumberToken::Integer(integer) => json.push_str(&integer.to_string()),
            NumberToken::String(text) => json.push_str(&Number::from_json(text).property_value()),
        },
        _ => {
            let at = lexer.at();
            lexer.skip()?;
            json.push_str(lexer.slice_from(at));
        }
    }
    Ok(())
}

fn items(lexer: &mut Lexer<'_>, json: &mut String) -> Result<(), LexError> {
    let mut array = ArrayWriter::new(json);
    let mut first = true;
    lexer.enter()?;
    while lexer.next_item(std::mem::take(&mut first))? {
        write(lexer, array.item())?;
    }
    array.end();
    Ok(())
}

fn members(lexer: &mut Lexer<'_>, json: &mut String) -> Result<(), LexError> {
    let mut object = ObjectWriter::new(json);
    let mut seen = SeenKeys::default();
    let mut first = true;
    lexer.enter()?;
    while lexer.next_key(std::mem::take(&mut first))? {
        let name = lexer.string()?;
        lexer.colon()?;
        if seen.insert(name.clone()) {
            write(lexer, object.member(&name))?;
        } else {
            lexer.skip()?;
        }
    }
    object.end();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::property_value;

    #[test]
    fn values_are_compact_with_the_first_of_duplicates_and_short_numbers() {
        for (text, value) in [
            (" [ 1.0 , -0, 1e2,9007199254740993 , true,null ] ", "[1,0,100,9007199254740993,true,null]"),
            (r#"{ "a" : "\u0041\n" , "b":{}, "\u0061": [ 2 ] }"#, r#"{"a":"A\n","b":{}}"#),
            (r#""""#, r#""""#),
        ] {
            assert_eq!(property_value(text).unwrap(), value);
        }
        assert!(property_value("[1,]").is_err());
    }
}
