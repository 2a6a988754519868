use crate::node::Node;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Lookup, Out};
use crate::rules::path::Path;
use crate::rules::text::date_time::{self, Temporal};

validator! {
    /// Fails when the end lies before the start; equal is fine, as documented. An end time of day before the start's is fine where the flag says that
    /// it spans a day, which is documented for the administrators' user interface. Both are dates, times or dates with times.
    pub struct EndDateTimeValidator reads Reads::TEXT;
    /// The path of the start.
    "start" => start: Path;
    /// The path of the flag that says that the time spans a day.
    "spansDay" => spans_day: Option<Path>;
}

impl Validator for EndDateTimeValidator {
    fn expectation(&self) -> String {
        format!("an end that does not lie before `{}`, and is written as it is", self.start)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(end) = node.text() else { return at.fail(out) };
        let start = match at.lookup(&self.start) {
            Lookup::Set(Node::Text(start)) => start,
            Lookup::Set(_) => return at.fail(out),
            Lookup::Null | Lookup::Absent => return,
            Lookup::NotKnown => return at.path_not_known(&self.start, out),
        };
        let spans_day = match self.spans_day.as_ref().map(|path| at.lookup(path)) {
            None | Some(Lookup::Null | Lookup::Absent) => Some(false),
            Some(Lookup::Set(Node::Boolean(flag))) => Some(flag),
            Some(Lookup::Set(_)) => return at.fail(out),
            Some(Lookup::NotKnown) => None,
        };
        let (Some(start), Some(end)) = (date_time::parse(start), date_time::parse(end)) else { return at.fail(out) };
        match (end.partial_cmp(&start), spans_day) {
            (Some(order), _) if order.is_ge() => {}
            (Some(_), Some(true)) if matches!(end, Temporal::Time(_)) => {}
            (Some(_), None) if matches!(end, Temporal::Time(_)) => {
                if let Some(path) = &self.spans_day {
                    at.path_not_known(path, out);
                }
            }
            _ => at.fail(out),
        }
    }
}
