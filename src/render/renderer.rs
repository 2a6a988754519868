use super::result::FileResult;
use crate::rules::UnusedRules;
use std::io::{self, Write};

/// Writes the results of checks, in the order in which they come.
pub trait Renderer {
    /// Writes what comes before the first file.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    fn start(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes the result of a file.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()>;

    /// Counts lines of NDJSON that are valid and that the format does not mention.
    fn skip_valid(&mut self, _count: u64) {}

    /// Takes the rules that have applied to no payload, for a summary.
    fn unused_rules(&mut self, _rules: &UnusedRules) {}

    /// Writes what comes after the last file.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
