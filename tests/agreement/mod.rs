//! Parser, engine and emitted schema agree: over valid values, single problems and arbitrary JSON, for the rule sets of the crate and
//! for any other.

mod bodies;
mod compared;
mod parameters;
mod probes;
mod rejection;
mod reports;
mod representations;
mod rng;
mod rule_sets;
mod rules;

macro_rules! run {
    ([$test:ident, $more:expr], $Type:ident, $direction:ident) => {
        $test::<$Type>($direction::<$Type>(), $more);
    };
}
use run;

/// Gives a test the schema of each representation and code list.
macro_rules! each {
    ($test:ident, $more:expr) => {
        $crate::representations::representations! { run [$test, $more] }
    };
}
use each;
