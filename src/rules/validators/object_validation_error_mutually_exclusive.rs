use crate::node::Node;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Lookup, Out, Part};
use crate::rules::path::Path;
use crate::rules::words;

validator! {
    /// Fails when more than one of the properties is set, at the second of those that the body sets, or at the only one. It judges where the body sets at least one.
    pub struct ObjectValidationErrorMutuallyExclusive reads Reads::OBJECT;
    /// The properties of which one at most may be set: two or more.
    "properties" => properties: Vec<Path>;
}

impl Validator for ObjectValidationErrorMutuallyExclusive {
    const OWN_ROOT: bool = true;

    fn refusal(&self) -> Option<(&'static str, String)> {
        (self.properties.len() < 2).then(|| ("properties", "expected at least two paths, found fewer".to_owned()))
    }

    fn expectation(&self) -> String {
        format!("at most one of {} to be set", words::names(self.properties.iter().map(Path::as_str)))
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Node::Object(_) = node else { return at.fail(out) };
        let parts: Vec<_> = self.properties.iter().map(|path| Part::new(at, path)).collect();
        let carried: Vec<_> = parts.iter().filter(|part| part.carried.is_some_and(|node| !node.is_null())).collect();
        let Some(part) = carried.get(1).or_else(|| carried.first()) else { return };
        let set = parts.iter().filter(|part| matches!(part.lookup, Lookup::Set(_))).count();
        let unknown = parts.iter().find(|part| matches!(part.lookup, Lookup::NotKnown));
        match (set, unknown) {
            (2.., _) => part.fail(at, out),
            (_, Some(other)) => part.unchecked(at, &at.not_known(other.path), out),
            _ => {}
        }
    }
}
