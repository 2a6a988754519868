//! `icws-schema conformance --serve`

use crate::exit_status::ExitStatus;
use crate::{io_error, stream};
use icws_schema::cases::respond;
use std::io::{self, BufRead, ErrorKind, Write};

/// Responds to each line until standard input ends.
pub(super) fn run() -> Result<ExitStatus, String> {
    let mut out = io::stdout().lock();
    for (index, line) in io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|error| format!("standard input {}", io_error::unreadable(&error)))?;
        if line.trim().is_empty() {
            continue;
        }
        let response = respond(&line).map_err(|error| format!("-:{}: {error}", index + 1))?;
        let response = serde_json::to_string(&response).map_err(|error| error.to_string())?;
        match writeln!(out, "{response}").and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(ExitStatus::Success),
            written => written.map_err(|error| stream::unwritable(&error))?,
        }
    }
    Ok(ExitStatus::Success)
}
