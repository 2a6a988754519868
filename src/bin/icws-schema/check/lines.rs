//! NDJSON: each line is a body. Threads check blocks of lines; the order of the output is that of the input.

use super::blocks::{Block, Blocks, MAX_LINE};
use super::output::Output;
use crate::checker::{BodyChecker, Session};
use crate::exit_status::ExitStatus;
use icws_schema::render::{CheckedFile, FileResult, Format, Options, Renderer};
use icws_schema::report::{Origin, Report};
use std::io::{self, Read};
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many blocks wait for each thread.
const WAITING: usize = 2;

/// How lines are checked and written.
pub(super) struct Lines<'a> {
    pub(super) checker: &'a BodyChecker,
    pub(super) file: &'a str,
    pub(super) format: Format,
    pub(super) options: &'a Options,
    pub(super) is_strict: bool,
    pub(super) threads: usize,
}

/// What came of a block.
struct Checked {
    block: Block,
    /// What renderers of single lines have written.
    written: Vec<u8>,
    /// The lines that other renderers write.
    lines: Vec<Line>,
    /// The number of lines that no renderer writes, since nothing is wrong with them.
    valid: u64,
    status: ExitStatus,
}

struct Line {
    number: u64,
    bytes: Range<usize>,
    report: Report,
}

impl Lines<'_> {
    /// Checks all lines. Reading ends where nobody reads the output, and where the input cannot be read, with that error.
    pub(super) fn check(
        &self,
        input: impl Read,
        output: &mut Output<'_>,
    ) -> io::Result<(ExitStatus, Option<io::Error>)> {
        let mut blocks = Blocks::new(input);
        let (mut status, mut unread) = (ExitStatus::Success, None);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..self.threads.max(1))
                .map(|_| {
                    let (send_block, blocks) = sync_channel(WAITING);
                    let (send_checked, checked) = sync_channel(WAITING + 1);
                    scope.spawn(move || self.work(&blocks, &send_checked));
                    (send_block, checked)
                })
                .collect();
            // Blocks go to the threads in turn, and come back in turn.
            let (mut sent, mut received, mut is_at_end) = (0, 0, false);
            while !output.is_closed() && (!is_at_end || received < sent) {
                if !is_at_end && sent - received < WAITING * workers.len() {
                    match blocks.next() {
                        Ok(Some(block)) if block.offset == 0 && is_utf_16(&block.bytes) => {
                            // Its lines cannot be told apart, so that it is one problem.
                            return self.other_encoding(&block.bytes, output).map(|status| (status, None));
                        }
                        Ok(Some(block)) => {
                            send(&workers[sent % workers.len()].0, block)?;
                            sent += 1;
                        }
                        Ok(None) => is_at_end = true,
                        Err(error) => (unread, is_at_end) = (Some(error), true),
                    }
                    continue;
                }
                let checked = workers[received % workers.len()].1.recv().map_err(io::Error::other)?;
                received += 1;
                status = status.max(checked.status);
                self.write(&checked, output)?;
            }
            Ok((status, unread))
        })
    }

    fn other_encoding(&self, bytes: &[u8], output: &mut Output<'_>) -> io::Result<ExitStatus> {
        let report = self.checker.session().check(bytes);
        let new = if self.checker.are_requests() { CheckedFile::request } else { CheckedFile::response };
        output.result(&new(self.file, bytes, &report).into())?;
        Ok(if report.is_valid() { ExitStatus::Success } else { ExitStatus::Invalid })
    }

    /// Checks the blocks of a thread.
    fn work(&self, blocks: &Receiver<Block>, checked: &SyncSender<Checked>) {
        let session = self.checker.session();
        let mut renderer = self.format.is_stateless().then(|| self.format.renderer(self.options));
        while let Ok(block) = blocks.recv() {
            if checked.send(self.block(block, &session, renderer.as_deref_mut())).is_err() {
                return;
            }
        }
    }

    fn block(&self, block: Block, session: &Session<'_>, mut renderer: Option<&mut (dyn Renderer + '_)>) -> Checked {
        let (written, lines) = (Vec::new(), Vec::new());
        let mut checked = Checked { block, written, lines, valid: 0, status: ExitStatus::Success };
        let bytes = std::mem::take(&mut checked.block.bytes);
        let mut start = 0;
        for (number, line) in (checked.block.line..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
            let text = line.strip_suffix(b"\n").unwrap_or(line);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            if !text.trim_ascii().is_empty() {
                let offset = checked.block.offset + start as u64;
                self.line(text, number, offset, start, session, &mut renderer, &mut checked);
            }
            start += line.len();
        }
        checked.block.bytes = bytes;
        checked
    }

    #[expect(clippy::too_many_arguments, reason = "where the line is, and what is done with it")]
    fn line(
        &self,
        text: &[u8],
        number: u64,
        offset: u64,
        start: usize,
        session: &Session<'_>,
        renderer: &mut Option<&mut (dyn Renderer + '_)>,
        checked: &mut Checked,
    ) {
        let report = session.check(text);
        if !report.is_valid() || (self.is_strict && !report.is_complete()) {
            checked.status = ExitStatus::Invalid;
        }
        let is_unremarkable = report.is_valid() && report.is_complete() && report.warnings().is_empty();
        if is_unremarkable && !self.format.has_every_line() {
            checked.valid += 1;
            return;
        }
        let report = if is_unremarkable {
            report
        } else {
            report.with_origin(Origin::new().with_offset(offset).with_line(number))
        };
        match renderer {
            Some(renderer) => {
                let result = self.result(text, number, &report);
                // A vector takes everything.
                let _ = renderer.result(&mut checked.written, &result.into());
            }
            None => checked.lines.push(Line { number, bytes: start..start + text.len(), report }),
        }
    }

    fn result<'t>(&'t self, text: &'t [u8], number: u64, report: &'t Report) -> CheckedFile<'t> {
        let new = if self.checker.are_requests() { CheckedFile::request } else { CheckedFile::response };
        new(self.file, text, report).with_line(number)
    }

    fn write(&self, checked: &Checked, output: &mut Output<'_>) -> io::Result<()> {
        let Checked { block, written, lines, valid, .. } = checked;
        if block.is_overlong {
            let error = format!("the line is longer than {} MiB", MAX_LINE / 1024 / 1024);
            return output.result(&FileResult::unreadable_line(self.file, block.line, &error));
        }
        output.skip_valid(*valid);
        output.write(written)?;
        for line in lines {
            output.result(&self.result(&block.bytes[line.bytes.clone()], line.number, &line.report).into())?;
        }
        Ok(())
    }
}

/// Returns whether a text begins as one in UTF-16 does: with a byte order mark, or with a bracket and a zero.
fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{' | b'[', 0, ..] | [0, b'{' | b'[', ..])
}

fn send(worker: &SyncSender<Block>, block: Block) -> io::Result<()> {
    worker.send(block).map_err(|_| io::Error::other("a thread ended"))
}
