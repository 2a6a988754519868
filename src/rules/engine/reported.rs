use super::location_tree::LocationTree;
use crate::codes::ValidationErrorType;
use crate::descriptor::{JsonType, MAX_ARRAYS, TypeDescriptor};
use crate::location::PathCache;
use crate::report::{OmittedSlot, ProblemKind, Report};

/// The problems that decoding a body has reported, by location.
pub(crate) struct ReportedProblems {
    /// The problems that are listed; `None` if there are none.
    tree: Option<LocationTree<ReportedEntry>>,
    /// The problems that are not listed, in order, and the type of the body.
    omitted: Vec<OmittedSlot>,
    root: Option<&'static TypeDescriptor>,
}

#[derive(Debug, Default)]
struct ReportedEntry {
    /// Whether the body is malformed here: rules report nothing here and below.
    malformed: bool,
    /// The validators that were reported, and the indexes of their problems in the report.
    validators: Vec<(ValidationErrorType, usize)>,
}

/// A location at or below which something has been reported.
#[derive(Clone, Copy)]
pub(super) struct ReportedCursor<'s> {
    problems: &'s ReportedProblems,
    /// The node of the tree.
    node: Option<usize>,
    /// The location in the type descriptors, if problems are not listed.
    cursor: Option<SlotCursor>,
}

/// A location in the type descriptors.
#[derive(Clone, Copy)]
struct SlotCursor {
    descriptor: &'static TypeDescriptor,
    slot: u16,
    index: [u32; MAX_ARRAYS],
    /// The number of arrays around it.
    level: usize,
}

impl SlotCursor {
    fn member(self, name: &str) -> Option<Self> {
        let members = self.descriptor.members;
        let index = members.iter().position(|member| member.name == name)?;
        let slot = self.slot + TypeDescriptor::slot_offset(members, index);
        Some(Self { descriptor: members[index].descriptor, slot, ..self })
    }

    fn item(mut self, index: usize) -> Option<Self> {
        let item = self.descriptor.item.filter(|_| self.descriptor.kind == JsonType::Array)?;
        *self.index.get_mut(self.level)? = u32::try_from(index).ok()?;
        Some(Self { descriptor: item, slot: self.slot + 1, level: self.level + 1, ..self })
    }
}

impl ReportedProblems {
    /// Creates the problems of a report by location.
    pub(crate) fn new(report: &Report, root: Option<&'static TypeDescriptor>) -> Self {
        let mut tree = None;
        let mut cache = PathCache::default();
        for (index, problem) in report.problems().iter().chain(report.hidden()).enumerate() {
            // The first value of a duplicate is checked as any other. An unknown property is not the path of any rule,
            // and hides nothing. Recovered input is checked as if it had been corrected.
            let is_skipped = matches!(
                problem.kind(),
                ProblemKind::DuplicateMember | ProblemKind::UnknownMember | ProblemKind::Syntax(_)
            );
            if problem.is_violation() || is_skipped {
                continue;
            }
            let tree = tree.get_or_insert_with(LocationTree::<ReportedEntry>::new);
            let node = problem.follow(0, &mut cache, &mut |node, segment| tree.step(*node, segment));
            let entry = tree.value_mut(node);
            match problem.validator() {
                Some(validator) => entry.validators.push((validator, index)),
                None => entry.malformed = true,
            }
        }
        let omitted = report.omitted_slots().to_vec();
        Self { tree, root: root.filter(|_| !omitted.is_empty()), omitted }
    }

    pub(super) fn root(&self) -> Option<ReportedCursor<'_>> {
        let node = self.tree.as_ref().map(|_| 0);
        let cursor = |descriptor| SlotCursor { descriptor, slot: 0, index: [0; MAX_ARRAYS], level: 0 };
        self.at(node, self.root.map(cursor))
    }

    fn at(&self, node: Option<usize>, cursor: Option<SlotCursor>) -> Option<ReportedCursor<'_>> {
        (node.is_some() || cursor.is_some()).then_some(ReportedCursor { problems: self, node, cursor })
    }

    fn has_omitted(&self, at: Option<SlotCursor>, validator: u8) -> bool {
        let is_omitted = |SlotCursor { slot, index, .. }| {
            self.omitted.binary_search(&OmittedSlot { slot, index, validator }).is_ok()
        };
        at.is_some_and(is_omitted)
    }
}

impl<'s> ReportedCursor<'s> {
    /// Returns what is listed here.
    fn entry(self) -> Option<&'s ReportedEntry> {
        Some(self.problems.tree.as_ref()?.value(self.node?))
    }

    fn step(
        self,
        node: impl FnOnce(&LocationTree<ReportedEntry>, usize) -> Option<usize>,
        cursor: impl FnOnce(SlotCursor) -> Option<SlotCursor>,
    ) -> Option<Self> {
        let node = self.problems.tree.as_ref().zip(self.node).and_then(|(tree, here)| node(tree, here));
        self.problems.at(node, self.cursor.and_then(cursor))
    }

    pub(super) fn member(self, name: &str) -> Option<Self> {
        self.step(|tree, node| tree.member(node, name), |cursor| cursor.member(name))
    }

    pub(super) fn item(self, index: usize) -> Option<Self> {
        self.step(|tree, node| tree.item(node, index), |cursor| cursor.item(index))
    }

    pub(super) fn is_malformed(self) -> bool {
        self.entry().is_some_and(|entry| entry.malformed)
            || self.problems.has_omitted(self.cursor, OmittedSlot::MALFORMED)
    }

    /// Returns the index of the problem of a validator here; if it is not listed, an index that no problem has.
    pub(super) fn problem_of(self, validator: ValidationErrorType) -> Option<usize> {
        let listed = self.entry().and_then(|entry| {
            entry.validators.iter().find(|(reported, _)| *reported == validator).map(|(_, index)| *index)
        });
        let number = || u8::try_from(validator.code()).ok();
        listed.or_else(|| number().filter(|number| self.problems.has_omitted(self.cursor, *number)).map(|_| usize::MAX))
    }
}
