use crate::node::Node;
use crate::read::Sure;
use crate::rules::bounds::{refuse_bounds, within};
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::words;

validator! {
    /// Fails when the list has too few or too many items. Which counts a server takes is not public.
    pub struct CollectionCount reads Reads::LIST;
    /// The least number of items. One of the two bounds must be given.
    "min" => min: Option<u64>;
    /// The greatest number of items.
    "max" => max: Option<u64>;
}

impl Validator for CollectionCount {
    const ALONE: bool = true;

    fn refusal(&self) -> Option<(&'static str, String)> {
        refuse_bounds(self.min, self.max)
    }

    fn expectation(&self) -> String {
        words::amounts("a list", self.min, self.max, "item")
    }

    fn sure(&self) -> Sure {
        Sure::counts(self.min, self.max)
    }

    fn alone(&self, node: Node<'_>) -> bool {
        node.list().is_some_and(|list| within(&(list.count() as u64), self.min, self.max))
    }
}
