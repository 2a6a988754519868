use crate::node::Node;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};

validator! {
    /// Fails when the value is null, `""` or an empty list. Blanks are a value: use `regex` with `\\S` against them. Our choice.
    pub struct RequiredValue reads Reads::ALL;
}

impl Validator for RequiredValue {
    fn expectation(&self) -> String {
        "a value that is neither null nor empty".to_owned()
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let missing = match at.found {
            Some(Node::Null | Node::Text("")) => true,
            Some(Node::List(list)) => list.count() == 0,
            _ => false,
        };
        if missing {
            at.fail(out);
        }
    }
}
