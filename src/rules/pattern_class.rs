//! Classes of characters such as `[:alpha:]`, which are written inside of brackets.

use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{Ast, Visitor, visit};

/// Returns the first such class that is not inside of brackets: it is a set of colons and letters there.
pub(super) fn lone_class(pattern: &str) -> Option<&str> {
    if !pattern.contains("[:") {
        return None;
    }
    let pattern_tree = Parser::new().parse(pattern).ok()?;
    visit(&pattern_tree, LoneClass { pattern, found: None }).ok()?
}

struct LoneClass<'p> {
    pattern: &'p str,
    found: Option<&'p str>,
}

impl<'p> Visitor for LoneClass<'p> {
    type Output = Option<&'p str>;
    type Err = ();

    fn finish(self) -> Result<Self::Output, ()> {
        Ok(self.found)
    }

    fn visit_pre(&mut self, part: &Ast) -> Result<(), ()> {
        if let Ast::ClassBracketed(class) = part {
            let text = &self.pattern[class.span.start.offset..class.span.end.offset];
            let name = text.strip_prefix("[:").and_then(|text| text.strip_suffix(":]"));
            let is_class = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
            if name.is_some_and(is_class) && self.found.is_none() {
                self.found = Some(text);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::lone_class;

    #[test]
    fn a_class_is_alone_where_it_has_no_brackets_around_it() {
        for (pattern, class) in [
            ("^[:alpha:]+$", Some("[:alpha:]")),
            ("(a|[[:digit:]])[:space:]", Some("[:space:]")),
            ("^[[:alpha:]]+$", None),
            ("[]a[:alpha:]]", None),
            (r"\[:alpha:]", None),
            ("[:]", None),
            ("[::]", None),
            ("[:a b:]", None),
            ("(", None),
            ("[:alpha:", None),
        ] {
            assert_eq!(lone_class(pattern), class, "{pattern}");
        }
    }
}
