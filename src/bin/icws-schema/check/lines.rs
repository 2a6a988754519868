//! NDJSON: each line is a body. Threads check blocks of lines; the order of the output is that of the input.

use super::blocks::{Block, BlockContent, Blocks, MAX_LINE};
use super::bodies::Bodies;
use super::envelope::Payload;
use super::output::Output;
use super::progress::Progress;
use super::split::{self, Split};
use super::values::{Value, values, without_mark};
use crate::checker::ThreadChecker;
use crate::exit_status::ExitStatus;
use crate::interrupt;
use icws_schema::ParseOptions;
use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::render::{FileResult, Options, OutputFormat, Renderer};
use icws_schema::report::{Escaped, Report, SeveralLines, SyntaxError, UnexpectedToken};
use icws_schema::rules::UnusedRules;
use std::io::{self, Read};
use std::ops::Range;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

/// How many blocks wait for each thread.
const WAITING: usize = 2;

/// The options for checking lines and writing their results.
pub(super) struct LineChecks<'a> {
    pub(super) bodies: &'a Bodies,
    pub(super) file: &'a str,
    pub(super) format: OutputFormat,
    pub(super) options: &'a Options,
    pub(super) is_strict: bool,
    pub(super) threads: usize,
    /// Whether lines are copied by their verdict.
    pub(super) is_split: bool,
    /// What is done before this file.
    pub(super) done: &'a str,
}

/// The end of the check of a file.
pub(super) struct LinesEnd {
    pub(super) status: ExitStatus,
    /// Why the rest could not be read.
    pub(super) unread: Option<io::Error>,
    /// Whether there is a rest that is not checked, because of Ctrl-C.
    pub(super) is_stopped: bool,
}

/// The result of checking a block.
struct CheckedBlock {
    block: Block,
    /// The output of renderers that write each line separately.
    written: Vec<u8>,
    /// The lines that other renderers write.
    lines: Vec<CheckedLine>,
    /// The report of a file whose lines cannot be distinguished.
    whole: Option<Report>,
    /// The number of valid lines, which no renderer writes.
    valid: u64,
    copies: split::LinesByVerdict,
    status: ExitStatus,
}

impl CheckedBlock {
    /// Returns whether there is nothing to write.
    fn is_silent(&self) -> bool {
        let has_lines = self.block.content == BlockContent::Lines;
        has_lines && self.written.is_empty() && self.lines.is_empty()
    }
}

struct CheckedLine {
    number: u64,
    /// The body, or the reason why there is none.
    body: Result<(Range<usize>, Report), String>,
}

impl LineChecks<'_> {
    /// Checks all lines. Ends early if the output is closed, after Ctrl-C, or if the input cannot be read.
    pub(super) fn check(
        &self,
        input: impl Read + Send,
        length: Option<u64>,
        output: &mut Output<'_>,
        split: &mut Split,
        mut progress: Progress,
    ) -> Result<LinesEnd, String> {
        let mut status = ExitStatus::Success;
        let unused = Mutex::new(output.unused_rules().clone());
        let read = thread::scope(|scope| {
            let (to_workers, from_workers): (Vec<_>, Vec<_>) = (0..self.threads.max(1))
                .map(|_| {
                    let (to_worker, blocks) = sync_channel(WAITING);
                    let (to_output, checked) = sync_channel(WAITING);
                    let unused = &unused;
                    scope.spawn(move || self.work(&blocks, &to_output, unused));
                    (to_worker, checked)
                })
                .unzip();
            let reader = scope.spawn(move || read(Blocks::new(input, length), &to_workers));
            // Blocks go to the threads in turn, and come back in turn.
            for worker in from_workers.iter().cycle() {
                let checked = match worker.try_recv() {
                    Err(TryRecvError::Empty) => {
                        if output.is_buffered() {
                            progress.suspend(|| output.flush())?;
                        }
                        worker.recv().ok()
                    }
                    checked => checked.ok(),
                };
                let Some(checked) = checked else { break };
                status = status.max(checked.status);
                if checked.is_silent() {
                    output.skip_valid(checked.valid);
                } else {
                    progress.suspend(|| self.write(&checked, output))?;
                }
                split.write(&checked.copies)?;
                interrupt::set_done(format!(
                    "{}{} up to line {}",
                    self.done,
                    Escaped(self.file),
                    checked.block.last_line
                ));
                progress.set(checked.block.offset + checked.block.bytes.len() as u64);
                if output.is_closed() {
                    return Ok(Ok(false));
                }
            }
            drop(from_workers);
            reader.join().map_err(|_| "the reader thread ended early".to_owned())
        })?;
        *output.unused_rules() = unused.into_inner().ok().flatten();
        let is_stopped = matches!(read, Ok(true));
        Ok(LinesEnd { status, unread: read.err(), is_stopped })
    }

    /// Checks the blocks of a thread.
    fn work(&self, blocks: &Receiver<Block>, checked: &SyncSender<CheckedBlock>, all: &Mutex<Option<UnusedRules>>) {
        let mut unused = self.bodies.unused_rules();
        let session = self.bodies.checker.session();
        let mut renderer = self.format.is_stateless().then(|| self.format.renderer(self.options));
        while let Ok(block) = blocks.recv() {
            if checked.send(self.block(block, &session, renderer.as_deref_mut(), &mut unused)).is_err() {
                break;
            }
        }
        if let (Ok(mut all), Some(unused)) = (all.lock(), unused) {
            all.iter_mut().for_each(|all| all.intersect(&unused));
        }
    }

    fn block(
        &self,
        block: Block,
        session: &ThreadChecker<'_>,
        mut renderer: Option<&mut (dyn Renderer + '_)>,
        unused: &mut Option<UnusedRules>,
    ) -> CheckedBlock {
        let (written, lines) = (Vec::new(), Vec::new());
        let copies = split::LinesByVerdict::default();
        let status = ExitStatus::Success;
        let mut checked = CheckedBlock { block, written, lines, whole: None, valid: 0, copies, status };
        match checked.block.content {
            BlockContent::Lines => {}
            BlockContent::OverlongLine => {
                checked.status = ExitStatus::Invalid;
                return checked;
            }
            BlockContent::Utf16 => {
                checked.status = ExitStatus::Invalid;
                // Its encoding alone: read on, the lines would be one body.
                checked.whole =
                    Some(ParseOptions::new().check::<UserClientConfigurationProperties>(&checked.block.bytes));
                return checked;
            }
        }
        let bytes = std::mem::take(&mut checked.block.bytes);
        for value in values(&bytes, checked.block.is_of_array) {
            let line = Line::of(&value, &checked.block, &bytes);
            let error = match line {
                Line::Value(error) => error,
                Line::Other(error) => Some(error),
                Line::End => continue,
            };
            let (number, offset) = (checked.block.line + value.line, checked.block.offset + value.at as u64);
            let text = if checked.block.is_of_array { without_comma(value.text) } else { value.text };
            let payload = Payload { text, offset, line: number, error };
            let body = match line {
                // It is not a value, and the bracket is not one that is cut off.
                Line::Other(_) => Ok((0..text.len(), Payload { text: b"[]", ..payload }.report())),
                _ => self.bodies.check(&payload, session, unused),
            };
            let body = body.map(|(body, report)| (value.at + body.start..value.at + body.end, report));
            self.line(CheckedLine { number, body }, &bytes, text, &mut renderer, &mut checked);
        }
        checked.block.bytes = bytes;
        checked
    }

    /// Takes the verdict on a line of a block.
    fn line(
        &self,
        line: CheckedLine,
        block: &[u8],
        text: &[u8],
        renderer: &mut Option<&mut (dyn Renderer + '_)>,
        checked: &mut CheckedBlock,
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
            // The lines of a valid item of an array are joined: a string has no line breaks.
            copy.extend(text.iter().map(|byte| if is_success && matches!(byte, b'\n' | b'\r') { b' ' } else { *byte }));
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

    fn with_result<R>(&self, line: &CheckedLine, block: &[u8], then: impl FnOnce(&FileResult<'_>) -> R) -> R {
        match &line.body {
            Ok((body, report)) => {
                let checked = self.bodies.result(self.file, &block[body.clone()], report);
                then(&checked.with_line(line.number).into())
            }
            Err(error) => then(&FileResult::unreadable_line(self.file, line.number, error)),
        }
    }

    fn write(&self, checked: &CheckedBlock, output: &mut Output<'_>) -> Result<(), String> {
        let CheckedBlock { block, written, lines, whole, valid, .. } = checked;
        if let Some(report) = whole {
            return output.result(&self.bodies.result(self.file, &block.bytes, report).into());
        }
        if block.content == BlockContent::OverlongLine {
            let error = format!("the line is longer than {} MiB", MAX_LINE / 1024 / 1024);
            return output.result(&FileResult::unreadable_line(self.file, block.line, &error));
        }
        output.skip_valid(*valid);
        output.write(written)?;
        for line in lines {
            self.with_result(line, &block.bytes, |result| output.result(result))?;
        }
        Ok(())
    }
}

/// What a line of NDJSON, or several, are.
enum Line {
    Value(Option<SyntaxError>),
    /// The opening bracket of an array around the values, or the heading of a CSV file.
    Other(SyntaxError),
    /// Its closing bracket.
    End,
}

impl Line {
    /// Returns what a value of a block is, with what is wrong with its lines.
    fn of(value: &Value<'_>, block: &Block, bytes: &[u8]) -> Self {
        let array = SyntaxError::SeveralLines(SeveralLines::Array);
        let text = without_mark(value.text);
        match text {
            b"[" if block.is_of_array => Self::Other(array),
            b"]" if block.is_of_array => Self::End,
            _ if block.line + value.line == 1 && is_heading(text, &bytes[value.at + value.text.len()..]) => {
                Self::Other(SyntaxError::ExpectedValue(UnexpectedToken::CsvHeading))
            }
            _ if block.is_of_array || !value.has_several_lines => Self::Value(None),
            [b'[', ..] => Self::Value(Some(array)),
            _ if block.is_whole && bytes.trim_ascii().len() == value.text.trim_ascii().len() => {
                Self::Value(Some(SyntaxError::SeveralLines(SeveralLines::OnlyValue)))
            }
            _ => Self::Value(Some(SyntaxError::SeveralLines(SeveralLines::Value))),
        }
    }
}

/// Returns whether a line has names of columns, and the next one an object.
fn is_heading(line: &[u8], after: &[u8]) -> bool {
    let is_separator = |byte: &u8| matches!(byte, b',' | b';' | b'\t');
    let is_name = |name: &[u8]| {
        let name = name.trim_ascii();
        let name = name.strip_prefix(b"\"").and_then(|name| name.strip_suffix(b"\"")).unwrap_or(name);
        name.first().is_some_and(u8::is_ascii_alphabetic)
            && name.iter().all(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b' ') || !byte.is_ascii()
            })
    };
    let is_literal = matches!(line, b"true" | b"false" | b"null");
    let next = after.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    !is_literal && line.split(is_separator).all(is_name) && next.contains(&b'{')
}

/// Returns an item of an array without the comma after it.
fn without_comma(item: &[u8]) -> &[u8] {
    let item = item.trim_ascii_end();
    item.strip_suffix(b",").unwrap_or(item)
}

/// Reads blocks for threads, in turn. Returns whether Ctrl-C left a rest.
fn read(mut blocks: Blocks<impl Read>, workers: &[SyncSender<Block>]) -> io::Result<bool> {
    for worker in workers.iter().cycle() {
        let Some(block) = blocks.next()? else { break };
        let is_last = block.content == BlockContent::Utf16;
        if interrupt::is_stopped() {
            return Ok(true);
        }
        if worker.send(block).is_err() || is_last {
            break;
        }
    }
    Ok(false)
}
