//! The format for people: each problem with its line, and how to fix it.

use super::entries::Entries;
use super::frame::{Frame, Frames};
use super::line::{ProblemLine, UncheckedLine, VerdictLine, rule_location};
use super::loaded::{LoadVerdict, LoadedFile, place};
use super::options::Options;
use super::renderer::Renderer;
use super::result::{CheckedFile, FileResult};
use super::summary::Summary;
use crate::codes::ValidationErrorType;
use crate::file::{LoadProblem, LoadProblemKind};
use crate::json::position::Position;
use crate::report::{Escaped, Problem, cut, location_name};
use crate::rules::UnusedRules;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet, Title};
use std::collections::HashMap;
use std::io::{self, Write};

/// The width of the output, in columns.
const COLUMNS: usize = 140;

pub(super) struct Human {
    options: Options,
    renderer: annotate_snippets::Renderer,
    summary: Summary,
}

impl Human {
    pub(super) fn new(options: Options) -> Self {
        let renderer =
            if options.color { annotate_snippets::Renderer::styled() } else { annotate_snippets::Renderer::plain() };
        Self { options, renderer: renderer.term_width(COLUMNS), summary: Summary::default() }
    }

    fn checked(&self, out: &mut dyn Write, checked: &CheckedFile<'_>) -> io::Result<()> {
        let (place, report) = (checked.place(), checked.report);
        let entries = Entries::new(report);
        let mut frames = Frames::new(checked.text, self.options.show_values);
        let syntax = entries.problems.iter().filter(|problem| problem.is_syntax());
        let mut repeated =
            RepeatedMistakes::new(syntax.map(|problem| (problem.statement().to_string(), problem.position())));
        for problem in &entries.problems {
            let notes =
                if problem.is_syntax() { repeated.take(&problem.statement().to_string()) } else { Some(vec![]) };
            if let Some(notes) = notes {
                writeln!(out, "{}\n", self.problem(problem, notes, checked, &mut frames))?;
            }
        }
        for unchecked in report.unchecked() {
            writeln!(out, "{place}: {}", UncheckedLine { unchecked, options: &self.options })?;
        }
        for warning in report.warnings() {
            writeln!(out, "{place}: warning: {}", Escaped(warning))?;
        }
        writeln!(out, "{place}: {}", VerdictLine { checked, count: entries.count, listed: entries.problems.len() })
    }

    fn problem(
        &self,
        problem: &Problem,
        mut notes: Vec<String>,
        checked: &CheckedFile<'_>,
        frames: &mut Frames<'_>,
    ) -> String {
        let title = format!("{}: {}", location_name(&problem.location().to_string()), problem.statement());
        let mut title = Level::ERROR.primary_title(title);
        if let Some(validator) = problem.validator() {
            title = title.id(format!("{} {validator}", validator.code()));
        }
        let place = problem.position().map(|position| (position, frames.of(problem)));
        notes.extend(self.notes(problem, checked));
        let help = problem.help().map(|help| help + self.options.addition_for(problem, checked.line.is_some()));
        self.render(title, checked.file, place, notes, help)
    }

    /// Renders one problem, with its position and frame if it has them.
    fn render(
        &self,
        title: Title<'_>,
        file: &str,
        place: Option<(Position, Option<Frame>)>,
        notes: Vec<String>,
        help: Option<String>,
    ) -> String {
        let mut group = Group::with_title(title);
        if let Some((position, frame)) = place {
            let (line, column) = (usize_of(position.line), usize_of(position.column));
            group = group.element(Origin::path(Escaped(file).to_string()).line(line).char_column(column));
            if let Some(frame) = frame {
                let mark = AnnotationKind::Primary.span(frame.start..frame.end);
                group = group.element(Snippet::source(frame.line).line_start(line).annotation(mark));
            }
        }
        for note in notes {
            group = group.element(Level::NOTE.message(note));
        }
        if let Some(help) = help {
            group = group.element(Level::HELP.message(help));
        }
        without_empty_header(&self.renderer.render(&[group]))
    }

    fn loaded(&self, out: &mut dyn Write, loaded: &LoadedFile<'_>) -> io::Result<()> {
        let mut frames = Frames::new(loaded.text, loaded.shows_values());
        let is_syntax = |problem: &LoadProblem| matches!(problem.kind(), LoadProblemKind::Syntax(_));
        let syntax = loaded.problems.iter().filter(|problem| is_syntax(problem));
        let mut repeated =
            RepeatedMistakes::new(syntax.map(|problem| (problem.statement().to_string(), problem.position())));
        let problems = loaded.problems.iter().map(|problem| (Level::ERROR, problem));
        for (level, problem) in problems.chain(loaded.warnings.iter().map(|warning| (Level::WARNING, warning))) {
            let statement = problem.statement().to_string();
            let notes = if is_syntax(problem) { repeated.take(&statement) } else { Some(vec![]) };
            let Some(notes) = notes else { continue };
            let (at, len) = place(problem);
            let place = problem.position().map(|position| (position, frames.at(at, len)));
            let title = level.primary_title(statement);
            writeln!(out, "{}\n", self.render(title, loaded.file, place, notes, problem.help()))?;
        }
        writeln!(out, "{}: {}", Escaped(loaded.file), LoadVerdict(loaded))
    }

    /// Returns additional notes: the vendor's message, the rule with its note, and the causes.
    fn notes(&self, problem: &Problem, checked: &CheckedFile<'_>) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some(first) = problem.first_position() {
            notes.push(format!("the first one is at {first}"));
        }
        if let Some(message) = problem.validator().and_then(ValidationErrorType::message) {
            notes.push(format!("documented message: {message}"));
        }
        if let (Some(rule), Some(pointer)) = (problem.rule(), problem.rule_pointer()) {
            let note = rule.note().map(|note| format!(": {}", Escaped(cut(note)))).unwrap_or_default();
            notes.push(format!("rule {}{note}", rule_location(&pointer, &self.options)));
        }
        self.causes(problem, checked, 0, &mut notes);
        notes
    }

    fn causes(&self, problem: &Problem, checked: &CheckedFile<'_>, depth: usize, notes: &mut Vec<String>) {
        for cause in problem.causes() {
            let line = ProblemLine { problem: cause, checked, options: &self.options };
            notes.push(format!("{}because {line}", "  ".repeat(depth)));
            self.causes(cause, checked, depth + 1, notes);
        }
    }
}

/// How many places of a repeated mistake are listed.
const MAX_PLACES: usize = 10;

/// Where each of the mistakes in the syntax is that occur more than once: the first one is shown with the places of the others.
struct RepeatedMistakes(HashMap<String, Vec<String>>);

impl RepeatedMistakes {
    fn new(mistakes: impl Iterator<Item = (String, Option<Position>)>) -> Self {
        let mut places: HashMap<_, Vec<_>> = HashMap::new();
        for (statement, position) in mistakes {
            let place = position.map_or_else(String::new, |position| position.to_string());
            places.entry(statement).or_default().push(place);
        }
        Self(places)
    }

    /// Returns a note about the other places, if there are any; `None` if the mistake was shown before.
    fn take(&mut self, statement: &str) -> Option<Vec<String>> {
        let places = self.0.remove(statement)?;
        let others = places.get(1..).unwrap_or_default();
        if others.is_empty() {
            return Some(Vec::new());
        }
        let mut note = format!("also at {}", others[..others.len().min(MAX_PLACES)].join(", "));
        if others.len() > MAX_PLACES {
            note.push_str(&format!(" and {} more places", others.len() - MAX_PLACES));
        }
        Some(vec![note])
    }
}

impl Renderer for Human {
    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()> {
        self.summary.add(result);
        match result {
            FileResult::Checked(checked) => self.checked(out, checked),
            FileResult::Loaded(loaded) => self.loaded(out, loaded),
            FileResult::Unreadable { file, line: Some(line), error } => {
                writeln!(out, "{}:{line}: {}", Escaped(file), Escaped(error))
            }
            // The command prints it to standard error.
            FileResult::Unreadable { .. } => Ok(()),
        }
    }

    fn skip_valid(&mut self, count: u64) {
        self.summary.add_valid(count);
    }

    fn unused_rules(&mut self, rules: &UnusedRules) {
        let named = rules.indexes().iter().zip(rules.iter()).map(|(index, rule)| {
            let place = rule_location(&format!("/rules/{index}"), &self.options);
            format!("{place} ({})", location_name(rule.property.as_str()))
        });
        self.summary.add_unused_rules(named);
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.summary.write(out)
    }
}

/// Removes the header of the snippet: the previous line contains the file, and the column in the whole line.
fn without_empty_header(rendered: &str) -> String {
    let is_empty_header = |line: &str| {
        let mut text = String::new();
        let mut is_style = false;
        for character in line.chars() {
            match character {
                '\u{1b}' => is_style = true,
                'm' if is_style => is_style = false,
                character if !is_style => text.push(character),
                _ => {}
            }
        }
        text.trim() == ":::"
    };
    rendered.lines().filter(|line| !is_empty_header(line)).collect::<Vec<_>>().join("\n")
}

fn usize_of(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
