//! Progress of checking an NDJSON file, shown at a terminal.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// The minimum duration for which a bar is shown.
const DELAY: Duration = Duration::from_millis(500);

/// A progress bar on standard error, if that is a terminal.
pub(super) struct Progress {
    is_wanted: bool,
    /// The length of the input, if it is known.
    length: Option<u64>,
    start: Instant,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(super) fn new(is_wanted: bool, length: Option<u64>) -> Self {
        Self { is_wanted: is_wanted && io::stderr().is_terminal(), length, start: Instant::now(), bar: None }
    }

    /// Shows the number of bytes that have been checked.
    pub(super) fn set(&mut self, bytes: u64) {
        if self.is_wanted && self.start.elapsed() > DELAY {
            self.bar.get_or_insert_with(|| bar(self.length, bytes)).set_position(bytes);
        }
    }

    /// Writes text that may go to the same terminal.
    pub(super) fn suspend<R>(&self, write: impl FnOnce() -> R) -> R {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(length: Option<u64>, position: u64) -> ProgressBar {
    let (bar, template) = match length {
        Some(length) => (
            ProgressBar::new(length),
            "{wide_bar} {percent}% of {binary_total_bytes}, {binary_bytes_per_sec}, {eta} left",
        ),
        None => (ProgressBar::no_length(), "{spinner} {binary_bytes} checked, {binary_bytes_per_sec}"),
    };
    bar.set_position(position);
    bar.reset_eta(); // what came before the bar is not speed
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}
