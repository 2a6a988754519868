//! The part of a line that contains a problem, with a marker.

use super::mask::Mask;
use crate::json::character::is_invisible;
use crate::json::encoding::is_other;
use crate::report::Problem;
use unicode_width::UnicodeWidthChar;

/// The maximum number of columns that are shown of a line.
const WIDTH: usize = 110;
/// The minimum number of columns before a problem in a truncated line.
const BEFORE: usize = 40;

/// A part of one line, as displayed, and the marked range of its bytes.
pub(super) struct Frame {
    pub(super) line: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Creates frames of a text, for problems in the order of the text.
pub(super) struct Frames<'t> {
    text: &'t [u8],
    /// Whether the text is UTF-8, apart from errors; determined for the first frame, since most texts have none.
    is_shown: Option<bool>,
    /// The mask that hides values.
    mask: Option<Mask<'t>>,
}

impl<'t> Frames<'t> {
    pub(super) fn new(text: &'t [u8], show_values: bool) -> Self {
        Self { text, is_shown: None, mask: (!show_values).then(|| Mask::new(text)) }
    }

    /// Returns the frame of a problem; `None` if it is not in the text, or if the text has another encoding.
    pub(super) fn of(&mut self, problem: &Problem) -> Option<Frame> {
        let span = problem.span();
        self.at(span.at, span.len)
    }

    /// Returns the frame at an offset; `None` if it is not in the text.
    pub(super) fn at(&mut self, at: usize, len: usize) -> Option<Frame> {
        if at > self.text.len() || !*self.is_shown.get_or_insert_with(|| !is_other(self.text)) {
            return None;
        }
        let (start, is_cut) = self.start_of_line(at);
        let end = self.end_of_line(at);
        let values = self.mask.as_mut().map(|mask| mask.values(start, end));
        let characters = self.characters(start, end, values.as_deref());
        // A missing property is marked at the first character of its object.
        Some(frame(
            &characters,
            at,
            at.saturating_add(len.max(1)),
            is_cut,
            end < self.text.len() && self.text[end] != b'\n',
        ))
    }

    /// Returns the start of the part of a line to show before an offset, and whether it is after the start of the line.
    fn start_of_line(&self, at: usize) -> (usize, bool) {
        let first = at.saturating_sub(4 * WIDTH);
        match self.text[first..at].iter().rposition(|byte| *byte == b'\n') {
            Some(end) => (first + end + 1, false),
            None => ((first..at).find(|at| self.text[*at] & 0xc0 != 0x80).unwrap_or(at), first > 0),
        }
    }

    fn end_of_line(&self, at: usize) -> usize {
        let last = self.text.len().min(at + 4 * WIDTH);
        self.text[at..last].iter().position(|byte| *byte == b'\n').map_or(last, |end| at + end)
    }

    /// Returns the characters between two offsets as displayed, each with its offset and width.
    fn characters(&self, start: usize, end: usize, values: Option<&[bool]>) -> Vec<ShownCharacter> {
        let mut characters = Vec::new();
        let mut at = start;
        for chunk in self.text[start..end].utf8_chunks() {
            for character in chunk.valid().chars() {
                let is_value = values.is_some_and(|values| values.get(at - start).copied().unwrap_or(true));
                characters.push(ShownCharacter::new(at, character, is_value));
                at += character.len_utf8();
            }
            if !chunk.invalid().is_empty() {
                characters.push(ShownCharacter::new(at, '\u{fffd}', false));
                at += chunk.invalid().len();
            }
        }
        characters
    }
}

/// A character as displayed.
struct ShownCharacter {
    at: usize,
    width: usize,
    shown: Shown,
}

enum Shown {
    Tab,
    /// As many stars as columns: a value, or nothing.
    Stars,
    Escaped(char),
    Itself(char),
}

impl ShownCharacter {
    fn new(at: usize, character: char, is_value: bool) -> Self {
        let of_character = character.width().unwrap_or(1);
        let (width, shown) = match character {
            '\r' => (0, Shown::Stars),
            '\t' => (TAB.len(), Shown::Tab),
            _ if is_value => (of_character, Shown::Stars),
            character if is_invisible(character) => (character.escape_default().len(), Shown::Escaped(character)),
            character => (of_character, Shown::Itself(character)),
        };
        Self { at, width, shown }
    }

    fn write(&self, line: &mut String) {
        match self.shown {
            Shown::Tab => line.push_str(TAB),
            Shown::Stars => line.extend(std::iter::repeat_n('*', self.width)),
            Shown::Escaped(character) => line.extend(character.escape_default()),
            Shown::Itself(character) => line.push(character),
        }
    }
}

const TAB: &str = "    ";

/// Truncates a line to the columns around a span.
fn frame(characters: &[ShownCharacter], at: usize, to: usize, is_cut_before: bool, is_cut_after: bool) -> Frame {
    let before = characters.iter().take_while(|shown| shown.at < at).map(|shown| shown.width).sum::<usize>();
    let spanned =
        characters.iter().filter(|shown| (at..to).contains(&shown.at)).map(|shown| shown.width).sum::<usize>();
    let skip = if !is_cut_before && before + spanned <= WIDTH { 0 } else { before.saturating_sub(BEFORE) };
    let (mut line, mut start, mut end) = (String::new(), None, None);
    let (mut column, mut is_cut_after) = (0, is_cut_after);
    if is_cut_before || skip > 0 {
        line.push('…');
    }
    for shown in characters {
        column += shown.width;
        if column <= skip && shown.at < at {
            continue;
        }
        if column > skip + WIDTH {
            is_cut_after = true;
            break;
        }
        if shown.at >= at {
            start.get_or_insert(line.len());
        }
        if shown.at >= to {
            end.get_or_insert(line.len());
        }
        shown.write(&mut line);
    }
    let start = start.unwrap_or(line.len());
    let end = end.unwrap_or(line.len()).max(start);
    if is_cut_after {
        line.push('…');
    }
    Frame { line, start, end }
}
