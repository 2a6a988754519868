//! Ctrl-C.

use crate::exit_status::ExitStatus;
use crate::stream;
use std::process;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

static IS_STOPPED: AtomicBool = AtomicBool::new(false);
static DONE: Mutex<String> = Mutex::new(String::new());

/// How long the command has to finish what it has begun. It cannot while it waits for input, or for a reader.
const GRACE: Duration = Duration::from_secs(1);

/// Keeps Ctrl-C from ending the process from now on, so that the command can report its progress.
pub(crate) fn listen() -> Result<(), String> {
    let stop = || {
        IS_STOPPED.store(true, Ordering::Relaxed);
        thread::sleep(GRACE);
        process::exit(print_progress() as i32);
    };
    ctrlc::set_handler(stop).map_err(|error| format!("Ctrl-C cannot be handled: {error}"))
}

/// Returns whether the command is to stop.
pub(crate) fn is_stopped() -> bool {
    IS_STOPPED.load(Ordering::Relaxed)
}

/// Stores what is printed if Ctrl-C ends the command.
pub(crate) fn set_done(done: String) {
    if let Ok(mut kept) = DONE.lock() {
        *kept = done;
    }
}

/// Prints what was checked before Ctrl-C.
pub(crate) fn print_progress() -> ExitStatus {
    let done = DONE.lock().map(|done| done.clone()).unwrap_or_default();
    stream::eprint_line(format_args!("interrupted by Ctrl-C; checked: {done}"));
    ExitStatus::Stopped
}
