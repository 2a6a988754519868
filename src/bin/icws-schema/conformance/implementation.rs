//! Another implementation: a process that responds to lines.

use crate::io_error::{reason, unreadable};
use icws_schema::cases::{CaseFindings, ConformanceResponse};
use icws_schema::report::Escaped;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The longest line that is read.
const MAX_LINE: u64 = 64 * 1024 * 1024;

/// How much of a line is shown.
const SHOWN: usize = 200;

/// A process. Threads write and read, so that one that does neither cannot hold this one up.
pub(super) struct Implementation {
    name: String,
    child: Child,
    requests: Option<Sender<String>>,
    responses: Receiver<Result<Vec<u8>, String>>,
    timeout: Duration,
}

impl Implementation {
    pub(super) fn start(command: &[OsString], timeout: Duration) -> Result<Self, String> {
        let [program, arguments @ ..] = command else { return Err("expected a command".to_owned()) };
        let name = Escaped(program.display()).to_string();
        let child = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child =
            child.map_err(|error| format!("{name}: cannot be started: {}", reason(&error, "no such command")))?;
        let (requests, to_write) = channel();
        let (read, responses) = channel();
        if let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) {
            thread::spawn(move || write(stdin, &to_write));
            thread::spawn(move || read_lines(stdout, &read));
        }
        Ok(Self { name, child, requests: Some(requests), responses, timeout })
    }

    /// Sends a request, and waits for the response to it.
    pub(super) fn respond(&mut self, id: &str, request: String) -> Result<CaseFindings, String> {
        if let Some(requests) = &self.requests {
            // If the process does not read, it does not respond either.
            let _ = requests.send(request);
        }
        let case = format!("{}: {}", self.name, Escaped(id));
        let line = match self.responses.recv_timeout(self.timeout) {
            Ok(line) => line.map_err(|error| format!("{case}: {error}"))?,
            Err(RecvTimeoutError::Timeout) => {
                return Err(format!("{case}: no response within {} s", self.timeout.as_secs()));
            }
            Err(RecvTimeoutError::Disconnected) => return Err(format!("{case}: {} before a response", self.ended())),
        };
        let response: ConformanceResponse = serde_json::from_slice(&line)
            .map_err(|error| format!("{case}: not a response: {error}: {}", shown(&line)))?;
        if response.id != id {
            let other = Escaped(&response.id);
            return Err(format!("{case}: expected a response to this request, found one to `{other}`"));
        }
        response.into_findings().ok_or_else(|| {
            format!(
                "{case}: expected exactly one of `problems`, `rejectedRules`, `rejectedDirectory`: {}",
                shown(&line)
            )
        })
    }

    /// Ends the process: it is expected to write nothing more, and to end when its input does.
    pub(super) fn end(mut self) -> Result<(), String> {
        self.requests = None;
        match self.responses.recv_timeout(self.timeout) {
            Ok(Ok(line)) => Err(format!("{}: found a response without a request: {}", self.name, shown(&line))),
            Ok(Err(error)) => Err(format!("{}: {error}", self.name)),
            Err(RecvTimeoutError::Timeout) => {
                let seconds = self.timeout.as_secs();
                Err(format!("{}: still running {seconds} s after the end of its input", self.name))
            }
            Err(RecvTimeoutError::Disconnected) => Ok(()),
        }
    }

    /// Returns how the process ended, whose output has ended.
    fn ended(&mut self) -> String {
        let until = Instant::now() + Duration::from_secs(1);
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => return format!("the command ended ({status})"),
                Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(10)),
                _ => return "the command closed its output".to_owned(),
            }
        }
    }
}

impl Drop for Implementation {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn write(mut stdin: ChildStdin, requests: &Receiver<String>) {
    while let Ok(request) = requests.recv() {
        if writeln!(stdin, "{request}").and_then(|()| stdin.flush()).is_err() {
            return;
        }
    }
}

fn read_lines(stdout: ChildStdout, lines: &Sender<Result<Vec<u8>, String>>) {
    let mut stdout = BufReader::new(stdout);
    loop {
        let mut line = Vec::new();
        let read = (&mut stdout).take(MAX_LINE).read_until(b'\n', &mut line);
        let line = match read {
            Ok(0) => return,
            Ok(_) if line.len() as u64 == MAX_LINE => Err(format!("a line is longer than {} MiB", MAX_LINE >> 20)),
            Ok(_) if line.trim_ascii().is_empty() => continue,
            Ok(_) => Ok(line),
            Err(error) => Err(format!("its output {}", unreadable(&error))),
        };
        let is_end = line.is_err();
        if lines.send(line).is_err() || is_end {
            return;
        }
    }
}

/// Returns the beginning of a line.
fn shown(line: &[u8]) -> String {
    let line = String::from_utf8_lossy(line.trim_ascii());
    let mut shown: String = line.chars().take(SHOWN).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    Escaped(shown).to_string()
}
