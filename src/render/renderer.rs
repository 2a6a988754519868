use super::result::FileResult;
use crate::rules::UnusedRules;
use std::io::{self, Write};

/// A writer of the results of checks, in order.
pub trait Renderer {
    /// Writes the text before the first file.
    ///
    /// # Errors
    ///
    /// Returns an error if writing fails.
    fn start(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes the result of a file.
    ///
    /// # Errors
    ///
    /// Returns an error if writing fails.
    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()>;

    /// Counts valid lines of NDJSON that the format does not list.
    fn skip_valid(&mut self, _count: u64) {}

    /// Receives the rules that have not applied to any payload, for a summary.
    fn unused_rules(&mut self, _rules: &UnusedRules) {}

    /// Writes the text after the last file.
    ///
    /// # Errors
    ///
    /// Returns an error if writing fails.
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
