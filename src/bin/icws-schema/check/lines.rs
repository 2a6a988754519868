//! NDJSON: each line is a body. Threads check blocks of lines; the order of the output is that of the input.

use super::blocks::{Block, Blocks, MAX_LINE};
use super::bodies::Bodies;
use super::output::Output;
use super::split::{self, Split};
use crate::checker::Session;
use crate::exit_status::ExitStatus;
use crate::stream;
use icws_schema::render::{FileResult, Format, Options, Renderer};
use icws_schema::report::{Escaped, Report};
use std::io::{self, Read};
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many blocks wait for each thread.
const WAITING: usize = 2;

/// How lines are checked and written.
pub(super) struct Lines<'a> {
    pub(super) bodies: &'a Bodies,
    pub(super) file: &'a str,
    pub(super) format: Format,
    pub(super) options: &'a Options,
    pub(super) is_strict: bool,
    pub(super) threads: usize,
    /// Whether lines are copied by their verdict.
    pub(super) is_split: bool,
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
    copies: split::Lines,
    /// Lines for standard error.
    warnings: Vec<String>,
    status: ExitStatus,
}

struct Line {
    number: u64,
    /// The body, or the reason why there is none.
    body: Result<(Range<usize>, Report), String>,
}

impl Lines<'_> {
    /// Checks all lines. Reading ends where nobody reads the output, and where the input cannot be read, with that error.
    pub(super) fn check(
        &self,
        input: impl Read,
        output: &mut Output<'_>,
        split: &mut Split,
    ) -> Result<(ExitStatus, Option<io::Error>), String> {
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
                let checked = workers[received % workers.len()].1.recv().map_err(|_| ENDED.to_owned())?;
                received += 1;
                status = status.max(checked.status);
                self.write(&checked, output)?;
                split.write(&checked.copies)?;
            }
            Ok((status, unread))
        })
    }

    fn other_encoding(&self, bytes: &[u8], output: &mut Output<'_>) -> Result<ExitStatus, String> {
        let report = self.bodies.checker.session().check(bytes);
        output.result(&self.bodies.result(self.file, bytes, &report).into())?;
        Ok(if report.is_valid() { ExitStatus::Success } else { ExitStatus::Invalid })
    }

    /// Checks the blocks of a thread.
    fn work(&self, blocks: &Receiver<Block>, checked: &SyncSender<Checked>) {
        let session = self.bodies.checker.session();
        let mut renderer = self.format.is_stateless().then(|| self.format.renderer(self.options));
        while let Ok(block) = blocks.recv() {
            if checked.send(self.block(block, &session, renderer.as_deref_mut())).is_err() {
                return;
            }
        }
    }

    fn block(&self, block: Block, session: &Session<'_>, mut renderer: Option<&mut (dyn Renderer + '_)>) -> Checked {
        let (written, lines) = (Vec::new(), Vec::new());
        let copies = split::Lines::default();
        let mut checked =
            Checked { block, written, lines, valid: 0, copies, warnings: Vec::new(), status: ExitStatus::Success };
        let bytes = std::mem::take(&mut checked.block.bytes);
        let mut start = 0;
        for (number, line) in (checked.block.line..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
            let text = line.strip_suffix(b"\n").unwrap_or(line);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            if !text.trim_ascii().is_empty() {
                let offset = checked.block.offset + start as u64;
                let body = self.bodies.check(text, offset, number, session);
                let body = body.map(|(body, report)| (start + body.start..start + body.end, report));
                let similar = body.iter().flat_map(|(body, _)| self.bodies.similar_names(&bytes[body.clone()]));
                let file = Escaped(self.file);
                checked.warnings.extend(similar.map(|similar| format!("{file}:{number}: warning: {similar}")));
                self.line(Line { number, body }, &bytes, text, &mut renderer, &mut checked);
            }
            start += line.len();
        }
        checked.block.bytes = bytes;
        checked
    }

    /// Takes the verdict on a line of a block.
    fn line(
        &self,
        line: Line,
        block: &[u8],
        text: &[u8],
        renderer: &mut Option<&mut (dyn Renderer + '_)>,
        checked: &mut Checked,
    ) {
        let report = line.body.as_ref().ok().map(|(_, report)| report);
        let is_valid = report.is_some_and(Report::is_valid);
        let is_complete = report.is_some_and(Report::is_complete);
        let is_success = is_valid && (is_complete || !self.is_strict);
        if !is_success {
            checked.status = ExitStatus::Invalid;
        }
        if self.is_split {
            let copy = if is_success { &mut checked.copies.valid } else { &mut checked.copies.invalid };
            copy.extend(text);
            copy.push(b'\n');
        }
        let is_unremarkable = is_valid && is_complete && report.is_some_and(|report| report.warnings().is_empty());
        match renderer {
            _ if is_unremarkable && !self.format.has_every_line() => checked.valid += 1,
            // A vector takes everything.
            Some(renderer) => self.with_result(&line, block, |result| {
                let _ = renderer.result(&mut checked.written, result);
            }),
            None => checked.lines.push(line),
        }
    }

    fn with_result<R>(&self, line: &Line, block: &[u8], then: impl FnOnce(&FileResult<'_>) -> R) -> R {
        match &line.body {
            Ok((body, report)) => {
                let checked = self.bodies.result(self.file, &block[body.clone()], report);
                then(&checked.with_line(line.number).into())
            }
            Err(error) => then(&FileResult::unreadable_line(self.file, line.number, error)),
        }
    }

    fn write(&self, checked: &Checked, output: &mut Output<'_>) -> Result<(), String> {
        let Checked { block, written, lines, valid, .. } = checked;
        if block.is_overlong {
            let error = format!("the line is longer than {} MiB", MAX_LINE / 1024 / 1024);
            return output.result(&FileResult::unreadable_line(self.file, block.line, &error));
        }
        checked.warnings.iter().for_each(|warning| stream::eprint_line(format_args!("{warning}")));
        output.skip_valid(*valid);
        output.write(written)?;
        for line in lines {
            self.with_result(line, &block.bytes, |result| output.result(result))?;
        }
        Ok(())
    }
}

/// Returns whether an input begins as one in UTF-16 does: with a byte order mark, or with a bracket and a zero.
fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{' | b'[', 0, ..] | [0, b'{' | b'[', ..])
}

/// The message for what cannot happen unless a thread panics.
const ENDED: &str = "a thread ended early";

fn send(worker: &SyncSender<Block>, block: Block) -> Result<(), String> {
    worker.send(block).map_err(|_| ENDED.to_owned())
}
