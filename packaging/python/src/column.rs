//! Verdicts on the rows of an Arrow array.

use arrow_array::builder::{BooleanBuilder, Int32Builder, ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, StructArray};
use arrow_buffer::NullBufferBuilder;
use arrow_schema::{DataType, Field, Fields};
use icws_schema_bindings::{Checker, Session};
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many rows a thread takes at a time: so few that all threads end at about the same time, and so many that a column
/// has few chunks.
const ROWS: RangeInclusive<usize> = 256..=8192;
/// How often a thread takes rows, if there are enough.
const TURNS: usize = 16;
/// How many bytes of pointers an array has at most, or little more: offsets have 32 bits.
const MAX_BYTES: usize = 1 << 30;

/// Returns the type of verdicts.
pub(crate) fn verdict_type() -> DataType {
    DataType::Struct(fields())
}

fn fields() -> Fields {
    Fields::from(vec![
        Field::new("valid", DataType::Boolean, true),
        Field::new("codes", DataType::List(code()), true),
        Field::new("pointers", DataType::List(pointer()), true),
    ])
}

fn code() -> Arc<Field> {
    Arc::new(Field::new("item", DataType::Int32, true))
}

fn pointer() -> Arc<Field> {
    Arc::new(Field::new("item", DataType::Utf8, true))
}

/// Checks the rows of all chunks, and returns the verdicts in their order.
pub(crate) fn check(
    checker: &Checker,
    chunks: &[ArrayRef],
    data_type: &DataType,
    threads: usize,
) -> Result<Vec<ArrayRef>, String> {
    let payloads = |chunk: &ArrayRef| only_column(chunk).filter(|column| values(column.as_ref()).is_some());
    let columns: Option<Vec<_>> = chunks.iter().map(payloads).collect();
    let columns = columns
        .ok_or_else(|| format!("expected strings or bytes, or a table with one column of them, found {data_type}"))?;
    let all: usize = columns.iter().map(Array::len).sum();
    let rows = all.div_ceil(threads.max(1).saturating_mul(TURNS)).clamp(*ROWS.start(), *ROWS.end());
    let pieces: Vec<_> = columns
        .iter()
        .flat_map(|column| (0..column.len()).step_by(rows).map(move |start| (column, start)))
        .map(|(column, start)| column.slice(start, rows.min(column.len() - start)))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let session = checker.session();
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = pieces.get(index) else { return done };
            done.push((index, verdicts(&session, piece.as_ref())));
        }
    };
    let mut done = thread::scope(|scope| {
        let others = 1..threads.clamp(1, pieces.len().max(1));
        let others: Vec<_> = others.map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for other in others {
            done.extend(other.join().map_err(|_| "a thread ended early".to_owned())?);
        }
        Ok::<_, String>(done)
    })?;
    done.sort_by_key(|(index, _)| *index);
    Ok(done.into_iter().flat_map(|(_, verdicts)| verdicts).collect())
}

/// Returns the column of a table that has one; of anything else, itself.
fn only_column(array: &ArrayRef) -> Option<ArrayRef> {
    match array.as_struct_opt() {
        Some(table) if table.num_columns() == 1 => Some(Arc::clone(table.column(0))),
        Some(_) => None,
        None => Some(Arc::clone(array)),
    }
}

/// Returns the rows of an array of strings or bytes; `None` if it is another one.
fn values(array: &dyn Array) -> Option<Box<dyn Iterator<Item = Option<&[u8]>> + '_>> {
    Some(match array.data_type() {
        DataType::Utf8 => Box::new(array.as_string::<i32>().iter().map(|row| row.map(str::as_bytes))),
        DataType::LargeUtf8 => Box::new(array.as_string::<i64>().iter().map(|row| row.map(str::as_bytes))),
        DataType::Utf8View => Box::new(array.as_string_view().iter().map(|row| row.map(str::as_bytes))),
        DataType::Binary => Box::new(array.as_binary::<i32>().iter()),
        DataType::LargeBinary => Box::new(array.as_binary::<i64>().iter()),
        DataType::BinaryView => Box::new(array.as_binary_view().iter()),
        DataType::Null => Box::new(std::iter::repeat_n(None, array.len())),
        _ => return None,
    })
}

/// Checks rows one after the other. There is more than one array only if the pointers are too long for one.
fn verdicts(session: &Session<'_>, rows: &dyn Array) -> Vec<ArrayRef> {
    let mut builder = Builder::default();
    let mut arrays = Vec::new();
    for row in values(rows).into_iter().flatten() {
        builder.row(session, row);
        if builder.bytes > MAX_BYTES {
            arrays.push(std::mem::take(&mut builder).finish());
        }
    }
    if !builder.is_empty() {
        arrays.push(builder.finish());
    }
    arrays
}

/// Builds an array of verdicts.
struct Builder {
    valid: BooleanBuilder,
    codes: ListBuilder<Int32Builder>,
    pointers: ListBuilder<StringBuilder>,
    nulls: NullBufferBuilder,
    /// The length of all pointers.
    bytes: usize,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            valid: BooleanBuilder::new(),
            codes: ListBuilder::new(Int32Builder::new()).with_field(code()),
            pointers: ListBuilder::new(StringBuilder::new()).with_field(pointer()),
            nulls: NullBufferBuilder::new(*ROWS.start()),
            bytes: 0,
        }
    }
}

impl Builder {
    fn is_empty(&self) -> bool {
        self.nulls.is_empty()
    }

    fn row(&mut self, session: &Session<'_>, payload: Option<&[u8]>) {
        let report = payload.filter(|payload| !payload.trim_ascii().is_empty()).map(|payload| session.check(payload));
        if let Some(report) = &report {
            for (code, pointer) in report.codes().zip(report.pointers()) {
                self.bytes += pointer.len();
                self.codes.values().append_option(code);
                self.pointers.values().append_value(pointer);
            }
        }
        // The members of a null row are null, for readers that take the rows for those of a table.
        self.valid.append_option(report.as_ref().map(icws_schema::report::Report::is_valid));
        self.codes.append(report.is_some());
        self.pointers.append(report.is_some());
        self.nulls.append(report.is_some());
    }

    fn finish(mut self) -> ArrayRef {
        let columns: Vec<ArrayRef> =
            vec![Arc::new(self.valid.finish()), Arc::new(self.codes.finish()), Arc::new(self.pointers.finish())];
        Arc::new(StructArray::new(fields(), columns, self.nulls.finish()))
    }
}
