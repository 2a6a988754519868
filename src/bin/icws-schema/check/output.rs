//! Output of results on standard output.

use crate::stream;
use icws_schema::render::{FileResult, Renderer};
use icws_schema::rules::UnusedRules;
use std::io::{self, BufWriter, ErrorKind, Write};

/// A renderer and its output. Output after the reader has closed it is dropped.
pub(crate) struct Output<'o> {
    renderer: Option<Box<dyn Renderer>>,
    out: BufWriter<Box<dyn Write + 'o>>,
    is_closed: bool,
    /// The rules that have not applied, if the summary lists them.
    unused: Option<UnusedRules>,
}

impl<'o> Output<'o> {
    /// Writes nothing if there is no renderer.
    pub(crate) fn new(renderer: Option<Box<dyn Renderer>>, out: impl Write + 'o, unused: Option<UnusedRules>) -> Self {
        Self { renderer, out: BufWriter::with_capacity(64 * 1024, Box::new(out)), is_closed: false, unused }
    }

    /// Returns whether the reader has closed the output.
    pub(crate) fn is_closed(&self) -> bool {
        self.is_closed
    }

    pub(crate) fn start(&mut self) -> Result<(), String> {
        self.with(|renderer, out| renderer.start(out))
    }

    /// Writes the result of a file.
    pub(crate) fn result(&mut self, result: &FileResult<'_>) -> Result<(), String> {
        self.with(|renderer, out| renderer.result(out, result))
    }

    /// Writes text that was rendered by another renderer.
    pub(crate) fn write(&mut self, rendered: &[u8]) -> Result<(), String> {
        self.with(|_, out| out.write_all(rendered))
    }

    pub(crate) fn skip_valid(&mut self, count: u64) {
        if let Some(renderer) = &mut self.renderer {
            renderer.skip_valid(count);
        }
    }

    /// The rules that have not applied so far, if the summary lists them.
    pub(crate) fn unused_rules(&mut self) -> &mut Option<UnusedRules> {
        &mut self.unused
    }

    pub(crate) fn end(&mut self) -> Result<(), String> {
        let unused = self.unused.take();
        self.with(|renderer, out| {
            unused.iter().for_each(|unused| renderer.unused_rules(unused));
            renderer.end(out)
        })?;
        self.flush()
    }

    /// Returns whether there is buffered output.
    pub(crate) fn is_buffered(&self) -> bool {
        !self.out.buffer().is_empty()
    }

    /// Flushes the output, so that it precedes messages on standard error.
    pub(crate) fn flush(&mut self) -> Result<(), String> {
        self.with(|_, out| out.flush())
    }

    fn with(&mut self, write: impl FnOnce(&mut dyn Renderer, &mut dyn Write) -> io::Result<()>) -> Result<(), String> {
        let Some(renderer) = self.renderer.as_deref_mut().filter(|_| !self.is_closed) else { return Ok(()) };
        let written = write(renderer, &mut self.out);
        self.is_closed = written.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe);
        stream::unless_closed(written).map_err(|error| stream::unwritable(&error))
    }
}
