use crate::directory::Question;
use crate::node::Node;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out, Trail};
use crate::rules::text::language;

validator! {
    /// Fails at each value that is no language tag, or none of a language that is supported. Null items pass.
    pub struct ExistingLanguageValues reads Reads::ID.or(Reads::LIST);
}

impl Validator for ExistingLanguageValues {
    fn expectation(&self) -> String {
        "the tag of a language that the server supports".to_owned()
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Node::List(list) = node else { return language(at, at.trail, node, out) };
        for index in 0..list.count() {
            let trail = at.trail.item(index);
            let silent = trail.is_malformed() || trail.member("id").is_malformed();
            if let Some(item) = list.item(index).filter(|item| !item.is_null() && !silent) {
                language(at, &trail, item, out);
            }
        }
    }
}

fn language<'a>(at: &At<'a, '_>, trail: &Trail<'_>, node: Node<'a>, out: &mut Out) {
    match node.id().filter(|id| language::is_tag(id)).map(|id| at.directory().has_language(id)) {
        Some(Some(true)) => {}
        Some(None) => at.unchecked_at(trail, at.missing(Question::Key("languages")), out),
        Some(Some(false)) | None => at.fail_with(trail, Some(node), Vec::new(), out),
    }
}
