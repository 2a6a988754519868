use crate::directory::Question;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};

validator! {
    /// Fails when the server has no such network adapter.
    pub struct NetworkAdapter reads Reads::ID;
}

impl Validator for NetworkAdapter {
    fn expectation(&self) -> String {
        "a network adapter of the server".to_owned()
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        at.answered(at.directory().has_network_adapter(id), || at.missing(Question::Key("networkAdapters")), out);
    }
}
