//! Resolves the paths of rules for a representation, in one walk: whether a path exists, what type it leads to, the
//! indexes of its members, and the slot of its property.

use super::outline::{Outline, ReferenceName, RuleReference, is_object_rule};
use super::params::{CustomChecks, Scalar};
use super::path::{PropertyPath, PropertyStep, join, lenient_steps, written};
use super::pattern_class::lone_class;
use super::possible_values::{self, can_be_within, can_equal, help_with_values, intended_value};
use super::second_paths::reads;
use super::value_kinds::ValueKinds;
use crate::body::decode::members::WireValue;
use crate::descriptor::{Direction, MemberDescriptor, TypeDescriptor};
use crate::file::{LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::escape::Escaped;
use crate::json::write::string;
use crate::report::expected_type;
use crate::suggest::probable;
use std::collections::{HashMap, HashSet};

/// A resolved rule.
#[derive(Debug)]
pub(crate) struct ResolvedRule {
    /// The property, with the indexes of its members.
    pub(crate) property: PropertyPath,
    /// Where the property is decoded; `None` for objects of any type.
    pub(crate) target: Option<PathTarget>,
    pub(crate) rules: Vec<ResolvedRule>,
}

/// The target of a path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PathTarget {
    pub(crate) descriptor: &'static TypeDescriptor,
    /// The slot, counted from where the path starts.
    pub(crate) slot: u16,
}

/// Resolves rules for a representation. Reports what does not fit it, and warns of comparisons with impossible values.
pub(crate) fn for_representation(
    outlines: &[Outline],
    root: &'static TypeDescriptor,
    checks: &CustomChecks,
    problems: &mut Vec<LoadProblem>,
    warnings: &mut Vec<LoadProblem>,
) -> Vec<ResolvedRule> {
    let (pointer, outer, limits, mut intended) = (String::new(), String::new(), HashMap::new(), HashMap::new());
    let root = Some(root);
    let mut resolver = Resolver {
        root,
        checks,
        pointer,
        outer,
        inner_paths: "",
        problems: &mut *problems,
        warnings,
        intended: &mut intended,
        limits,
        corrected: Vec::new(),
    };
    let rules = resolver.rules(outlines);
    let corrected = resolver.corrected;
    correct_examples(problems, &corrected);
    for problem in problems.iter_mut().filter(|problem| *problem.expected() == LoadExpected::Path) {
        intended.remove(&problem.at()).into_iter().for_each(|path| problem.suggest(path));
    }
    rules
}

/// Resolves rules for objects of any type. Reports custom checks that are not registered.
pub(crate) fn for_objects(
    outlines: &[Outline],
    checks: &CustomChecks,
    problems: &mut Vec<LoadProblem>,
) -> Vec<ResolvedRule> {
    let (pointer, outer, limits, warnings) = (String::new(), String::new(), HashMap::new(), &mut Vec::new());
    Resolver {
        root: None,
        checks,
        pointer,
        outer,
        inner_paths: "",
        problems,
        warnings,
        intended: &mut HashMap::new(),
        limits,
        corrected: Vec::new(),
    }
    .rules(outlines)
}

struct Resolver<'r> {
    /// Where paths start; `None` for objects of any type.
    root: Option<&'static TypeDescriptor>,
    checks: &'r CustomChecks,
    pointer: String,
    /// The property of the outer rule; `""` if there is none.
    outer: String,
    /// Where the paths of inner rules begin, in words.
    inner_paths: &'static str,
    problems: &'r mut Vec<LoadProblem>,
    warnings: &'r mut Vec<LoadProblem>,
    /// The path that is probably meant by each string that is not a path, by its offset.
    intended: &'r mut HashMap<usize, Option<String>>,
    /// The bounds and values of the rules of the file itself, each with the pointer of its rule, by property.
    limits: HashMap<&'r str, Vec<(String, &'r ReferenceName)>>,
    /// The properties that do not fit.
    corrected: Vec<CorrectedProperty>,
}

/// A property that does not fit, the one that is probably meant, and the pointer of the array of its rule.
struct CorrectedProperty {
    list: String,
    wrong: String,
    meant: Option<String>,
}

/// Corrects the properties of rules that are shown in place of an object of rules.
fn correct_examples(problems: &mut [LoadProblem], corrected: &[CorrectedProperty]) {
    let mut lists: HashMap<&str, Vec<&CorrectedProperty>> = HashMap::new();
    for property in corrected {
        lists.entry(&property.list).or_default().push(property);
    }
    let written = |path: &str| Escaped(format!("\"property\": {}", string(path))).to_string();
    let is_of_rules =
        |problem: &&mut LoadProblem| matches!(problem.expected(), LoadExpected::Rules | LoadExpected::RuleFile);
    for problem in problems.iter_mut().filter(is_of_rules) {
        for CorrectedProperty { wrong, meant, .. } in lists.remove(problem.pointer()).into_iter().flatten() {
            let meant = meant.as_ref().map_or("\"property\": ...".to_owned(), |meant| written(meant));
            problem.correct_help(&written(wrong), &meant);
        }
    }
}

const FROM_PROPERTY: &str = "inside of a group, the path begins at its `property`: `\"\"` is the property itself";
const FROM_ITEM: &str = "inside of rules for items, the path begins at the item: `\"\"` is the item itself";

/// The paths of a rule beside its property.
struct ReferredPaths<'r> {
    /// Those of properties that are compared with a value.
    compared: HashSet<&'r str>,
    /// Each with the first reference to it.
    first: HashMap<&'r str, &'r RuleReference>,
}

impl<'r> ReferredPaths<'r> {
    fn of(outline: &'r Outline) -> Self {
        let mut paths = Self { compared: HashSet::new(), first: HashMap::new() };
        for reference in &outline.references {
            match &reference.name {
                ReferenceName::Equal { path, .. } => {
                    paths.compared.insert(path.as_str());
                }
                ReferenceName::Path(path) => {
                    paths.first.entry(path.as_str()).or_insert(reference);
                }
                _ => {}
            }
        }
        paths
    }
}

/// A rule is compared with so many others of its property.
const MAX_COMPARED: usize = 8;

impl<'r> Resolver<'r> {
    fn rules(&mut self, outlines: &'r [Outline]) -> Vec<ResolvedRule> {
        let mut resolved = Vec::with_capacity(outlines.len());
        for (index, outline) in outlines.iter().enumerate() {
            let length = self.pointer.len();
            self.pointer.push_str(&format!("/rules/{index}"));
            resolved.push(self.rule(outline));
            self.pointer.truncate(length);
        }
        resolved
    }

    fn rule(&mut self, outline: &'r Outline) -> ResolvedRule {
        let (property, at) = outline.property.clone().unwrap_or_default();
        let target = self.root.filter(|_| outline.property.is_some()).map(|root| (root, resolve(root, &property)));
        let mut intended = property.clone();
        // The rest of a rule is checked as if it had the property that is probably meant.
        let resolve_intended = |root, path: &PropertyPath| resolve(root, path).ok().map(|(_, target)| target);
        let (property, target) = match target {
            None => (property, None),
            Some((root, Ok((steps, target)))) => match self.check_type(outline, &property, at, target) {
                Ok(()) => (property.with_steps(steps), Some(target)),
                Err(suggestion) => {
                    self.correct(&property, suggestion.clone());
                    let meant = suggestion.map(PropertyPath::from);
                    let target = meant.as_ref().and_then(|meant| resolve_intended(root, meant));
                    (meant.unwrap_or(property), target)
                }
            },
            Some((root, Err(object))) => {
                let suggestion = self.intended_property(object, &property, outline.accepts);
                intended = suggestion.clone().unwrap_or_default().into();
                let target = suggestion.as_ref().and_then(|_| resolve_intended(root, &intended));
                self.correct(&property, suggestion.clone());
                self.unknown_path("property", &property, at, object, suggestion);
                (property, target)
            }
        };
        let paths = ReferredPaths::of(outline);
        outline.references.iter().for_each(|reference| self.reference(reference, outline, &paths, target, &intended));
        let outer = std::mem::replace(&mut self.outer, property.as_str().to_owned());
        let rules = self.inner(outline, target);
        self.outer = outer;
        ResolvedRule { property, target, rules }
    }

    /// Records a property that does not fit, and the one that is probably meant.
    fn correct(&mut self, wrong: &PropertyPath, meant: Option<String>) {
        let list = self.pointer.rsplit_once("/rules/").map_or("", |(list, _)| list).to_owned();
        self.corrected.push(CorrectedProperty { list, wrong: wrong.as_str().to_owned(), meant });
    }

    /// Reports a property of a type that the validator does not accept; the error is the path that is probably meant.
    fn check_type(
        &mut self,
        outline: &Outline,
        property: &PropertyPath,
        at: usize,
        target: PathTarget,
    ) -> Result<(), Option<String>> {
        let Some(accepts) = outline.accepts else { return Ok(()) };
        if accepts.intersects(ValueKinds::of(target.descriptor)) {
            return Ok(());
        }
        let expected = LoadExpected::PathTo { types: accepts.types().into() };
        let found = LoadFound::PathTo(expected_type(target.descriptor));
        let problem = LoadProblem::new(at, LoadProblemKind::PathType, expected, found);
        let suggestion = accepted_near(property.as_str(), target.descriptor, accepts);
        self.report("property", problem.with_suggestion(suggestion.clone()));
        Err(suggestion)
    }

    fn reference(
        &mut self,
        reference: &'r RuleReference,
        outline: &'r Outline,
        paths: &ReferredPaths<'r>,
        property: Option<PathTarget>,
        intended_property: &PropertyPath,
    ) {
        let RuleReference { parameter, at, name } = reference;
        match name {
            ReferenceName::Path(path) => {
                let is_object_rule = outline.accepts.is_some_and(is_object_rule);
                let start = if is_object_rule { property.map(|target| target.descriptor) } else { self.root };
                let target = start.map(|start| resolve(start, path));
                if let Some(Ok((_, PathTarget { descriptor, .. }))) = &target
                    && let Some(accepts) = outline.validator.and_then(|validator| reads(validator, parameter))
                    && !accepts.intersects(ValueKinds::of(descriptor))
                {
                    self.warn_of_path(path, descriptor, accepts, reference);
                }
                if let Some(Err(object)) = target {
                    let fits = |path: &String| PropertyPath::from(&**path).is_beside(intended_property, is_object_rule);
                    let compared = || paths.compared.contains(path.as_str()).then_some(ValueKinds::SCALAR);
                    let read = outline.validator.and_then(|validator| reads(validator, parameter));
                    let accepts = read.or_else(compared);
                    let suggestion = intended_path(object, path.as_str(), accepts).filter(fits);
                    self.unknown_path(parameter, path, *at, object, suggestion);
                }
            }
            ReferenceName::Member(name) => {
                let Some(PathTarget { descriptor, .. }) = property else { return };
                if descriptor.member(name).is_none() {
                    let known = || descriptor.members.iter().map(|member| member.name);
                    let expected = LoadExpected::KnownMember { object: descriptor.name };
                    let problem = LoadProblem::unknown(*at, LoadProblemKind::UnknownName, name, expected, known());
                    // A path, where the name of a member is expected.
                    let first = name.split(['.', '[']).next().and_then(|first| known().find(|known| *known == first));
                    let intended = problem.suggestion().or(first).map(str::to_owned);
                    self.report(parameter, problem.with_suggestion(intended));
                }
            }
            ReferenceName::Equal { path, value } => {
                let Some(Ok((_, target))) = self.root.map(|root| resolve(root, path)) else { return };
                if ValueKinds::SCALAR.intersects(ValueKinds::of(target.descriptor)) {
                    self.warn_of_values(parameter, *at, target.descriptor, [value]);
                } else if let Some(reference) = paths.first.get(path.as_str()) {
                    self.warn_of_path(path, target.descriptor, ValueKinds::SCALAR, reference);
                }
            }
            ReferenceName::Values(values) => {
                let Some(PathTarget { descriptor, .. }) = property else { return };
                self.warn_of_values(parameter, *at, descriptor, values);
                let found = || values.iter().next().map_or(LoadFound::None, Into::into);
                self.warn_of_contradiction(reference, outline, descriptor, found);
            }
            ReferenceName::Pattern(pattern) => {
                let (expected, found) = if let Some(class) = lone_class(pattern) {
                    (LoadExpected::BracketedClass, LoadFound::name(class))
                } else if pattern.contains('\u{8}') {
                    (LoadExpected::NoControlCharacter, LoadFound::string(pattern))
                } else {
                    return;
                };
                let problem = LoadProblem::new(*at, LoadProblemKind::ImpossibleValue, expected, found);
                self.push_warning(parameter, problem);
            }
            ReferenceName::Bounds { min, max } => {
                let Some(PathTarget { descriptor, .. }) = property else { return };
                if let (Some(min), Some(max)) = (min, max)
                    && min > max
                {
                    return; // this is a problem, and not a warning
                }
                let bound = || min.as_ref().or(max.as_ref()).map(ToString::to_string).unwrap_or_default();
                if can_be_within(descriptor, min.as_ref(), max.as_ref()) {
                    self.warn_of_contradiction(reference, outline, descriptor, || LoadFound::number(&bound()));
                } else {
                    self.warn(parameter, *at, descriptor, LoadFound::number(&bound()), None);
                }
            }
            ReferenceName::CustomCheck(name) => {
                if self.checks.get(name).is_none() {
                    let kind = LoadProblemKind::UnknownName;
                    let expected = LoadExpected::CustomCheck;
                    self.report(parameter, LoadProblem::unknown(*at, kind, name, expected, self.checks.names()));
                }
            }
        }
    }

    /// Warns of a rule of the file itself that excludes all that an earlier one allows.
    fn warn_of_contradiction(
        &mut self,
        RuleReference { parameter, at, name }: &'r RuleReference,
        outline: &'r Outline,
        descriptor: &TypeDescriptor,
        found: impl FnOnce() -> LoadFound,
    ) {
        let Some((property, _)) = outline.property.as_ref().filter(|_| self.pointer.rfind("/rules/") == Some(0)) else {
            return;
        };
        let earlier = self.limits.entry(property.as_str()).or_default();
        if let Some((rule, _)) = earlier.iter().find(|(_, other)| possible_values::exclude(descriptor, name, other)) {
            let expected = LoadExpected::AllowedToo { rule: rule.clone() };
            let problem = LoadProblem::new(*at, LoadProblemKind::ImpossibleValue, expected, found());
            self.push_warning(parameter, problem);
        } else if earlier.len() < MAX_COMPARED {
            earlier.push((self.pointer.clone(), name));
        }
    }

    /// Warns of values that a property of a type cannot have: at the first, naming the others.
    fn warn_of_values<'v>(
        &mut self,
        parameter: &str,
        at: usize,
        descriptor: &'static TypeDescriptor,
        values: impl IntoIterator<Item = &'v Scalar>,
    ) {
        let impossible: Vec<_> = values.into_iter().filter(|value| !can_equal(descriptor, value)).collect();
        match &*impossible {
            [] => {}
            [value] => self.warn(parameter, at, descriptor, (*value).into(), intended_value(descriptor, value)),
            [first, ..] => {
                let warning = impossible_value(at, descriptor, (*first).into());
                self.push_warning(parameter, warning.with_help(help_with_values(descriptor, &impossible)));
            }
        }
    }

    /// Warns of a path to a value of a type that the validator does not read there.
    fn warn_of_path(
        &mut self,
        path: &PropertyPath,
        descriptor: &'static TypeDescriptor,
        accepts: ValueKinds,
        RuleReference { parameter, at, .. }: &RuleReference,
    ) {
        let expected = LoadExpected::PathTo { types: accepts.types().into() };
        let found = LoadFound::PathTo(expected_type(descriptor));
        let problem = LoadProblem::new(*at, LoadProblemKind::ImpossibleValue, expected, found);
        let intended = value_of(descriptor, accepts).map(|member| join(path.as_str(), member));
        self.push_warning(parameter, problem.with_suggestion(intended));
    }

    fn warn(
        &mut self,
        parameter: &str,
        at: usize,
        descriptor: &'static TypeDescriptor,
        found: LoadFound,
        suggestion: Option<String>,
    ) {
        self.push_warning(parameter, impossible_value(at, descriptor, found).with_suggestion(suggestion));
    }

    fn push_warning(&mut self, parameter: &str, warning: LoadProblem) {
        self.warnings.push(warning.with_pointer(&*self.pointer).with_parameter(parameter));
    }

    /// Resolves inner rules: those of an array start at its items, those of a delimited string at an item of it, others
    /// at the property.
    fn inner(&mut self, outline: &'r Outline, property: Option<PathTarget>) -> Vec<ResolvedRule> {
        let descriptor = property.map(|target| target.descriptor);
        let (root, paths) = match outline.accepts {
            Some(ValueKinds::ARRAY) => (descriptor.and_then(|descriptor| descriptor.item), FROM_ITEM),
            Some(ValueKinds::STRING) => (descriptor.map(|_| <String as WireValue>::DESCRIPTOR), FROM_ITEM),
            _ => (descriptor, FROM_PROPERTY),
        };
        let outer = (std::mem::replace(&mut self.root, root), std::mem::replace(&mut self.inner_paths, paths));
        let rules = self.rules(&outline.rules);
        (self.root, self.inner_paths) = outer;
        rules
    }

    /// Returns the property that is probably meant. It leads to a type that the validator accepts, if that is known.
    fn intended_property(
        &self,
        start: &'static TypeDescriptor,
        path: &PropertyPath,
        accepts: Option<ValueKinds>,
    ) -> Option<String> {
        // Paths of inner rules start at the property of the outer one.
        let path = written(&any_steps(path.as_str()));
        // A value without properties has no other path.
        let is_scalar = start.members.is_empty() && start.item.is_none();
        let is_outer = path.is_empty() || path == self.outer || is_scalar;
        if is_outer && accepts.is_none_or(|accepts| accepts.intersects(ValueKinds::of(start))) {
            return Some(String::new());
        }
        intended_path(start, &path, accepts)
    }

    /// Reports a path that does not exist. A string that is not a path has been reported.
    fn unknown_path(
        &mut self,
        parameter: &str,
        path: &PropertyPath,
        at: usize,
        start: &'static TypeDescriptor,
        suggestion: Option<String>,
    ) {
        if !path.is_path() {
            self.intended.insert(at, suggestion);
            return;
        }
        let found = LoadFound::name(path.as_str());
        let object = start.item.map_or(start.name, |item| item.name);
        let expected = LoadExpected::KnownPath { object };
        let problem = LoadProblem::new(at, LoadProblemKind::UnknownPath, expected, found);
        let help = self.repeats_outer(path).then_some(self.inner_paths);
        self.report(parameter, problem.with_suggestion(suggestion).with_help_if(help));
    }

    /// Returns whether the path of an inner rule begins with that of the outer one.
    fn repeats_outer(&self, path: &PropertyPath) -> bool {
        let rest = path.as_str().strip_prefix(self.outer.as_str());
        !self.outer.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    fn report(&mut self, parameter: &str, problem: LoadProblem) {
        self.problems.push(problem.with_pointer(&*self.pointer).with_parameter(parameter));
    }
}

/// Creates a warning of a value that a property of a type cannot have.
fn impossible_value(at: usize, descriptor: &'static TypeDescriptor, found: LoadFound) -> LoadProblem {
    let expected = LoadExpected::Value { value: expected_type(descriptor) };
    LoadProblem::new(at, LoadProblemKind::ImpossibleValue, expected, found)
}

/// Follows a path; returns the root as the error if the path does not exist.
fn resolve(
    root: &'static TypeDescriptor,
    path: &PropertyPath,
) -> Result<(Vec<PropertyStep>, PathTarget), &'static TypeDescriptor> {
    if !path.is_path() {
        return Err(root);
    }
    let mut target = PathTarget { descriptor: root, slot: 0 };
    let mut steps = Vec::with_capacity(path.steps().len());
    for step in path.steps() {
        let descriptor = target.descriptor;
        steps.push(match step {
            PropertyStep::Items => {
                target = PathTarget { descriptor: descriptor.item.ok_or(root)?, slot: target.slot + 1 };
                PropertyStep::Items
            }
            PropertyStep::Member(name, _) => {
                let index = descriptor.members.iter().position(|member| *member.name == **name).ok_or(root)?;
                let slot = target.slot + TypeDescriptor::slot_offset(descriptor.members, index);
                target = PathTarget { descriptor: descriptor.members[index].descriptor, slot };
                PropertyStep::Member(name.clone(), u16::try_from(index).ok())
            }
        });
    }
    Ok((steps, target))
}

/// Returns the name of the required member that a rule on its object probably means, such as `actualValue`.
fn value_of(object: &TypeDescriptor, accepts: ValueKinds) -> Option<&'static str> {
    let mut values = object.members.iter().filter(|member| {
        member.required.holds(Direction::Request) && accepts.intersects(ValueKinds::of(member.descriptor))
    });
    let value = values.next().filter(|_| values.next().is_none());
    value.map(|member| member.name)
}

/// Returns the path that is probably meant by one to a type that a validator does not accept: that of the value in an
/// object, or that of the array around an item.
fn accepted_near(path: &str, descriptor: &TypeDescriptor, accepts: ValueKinds) -> Option<String> {
    let array = || path.strip_suffix("[]").filter(|_| accepts.intersects(ValueKinds::ARRAY)).map(str::to_owned);
    value_of(descriptor, accepts).map(|member| join(path, member)).or_else(array)
}

/// Returns the path of the only member with a name in the items of arrays of an object.
fn in_items(root: &TypeDescriptor, name: &str) -> Option<String> {
    let has = |array: &&MemberDescriptor| array.descriptor.item.is_some_and(|item| item.member(name).is_some());
    let mut arrays = root.members.iter().filter(has);
    let array = arrays.next().filter(|_| arrays.next().is_none())?;
    Some(format!("{}[].{name}", array.name))
}

/// Parses a path in any notation.
fn any_steps(text: &str) -> Vec<PropertyStep> {
    lenient_steps(&text.replace("->", ".").replace(['/', '\\', ':'], "."))
}

/// Returns the path that is probably meant by one that does not exist: in another notation, without `[]`, with a
/// misspelt name, without the array around it, below the name of what contains the object, or with a value where there is
/// none. It leads to a type that the validator accepts.
fn intended_path(root: &'static TypeDescriptor, text: &str, accepts: Option<ValueKinds>) -> Option<String> {
    let mut steps = any_steps(text);
    let names = |descriptor: &TypeDescriptor| descriptor.members.iter().map(|member| member.name);
    // What is before the first known name is around the object.
    let is_known = |step: &PropertyStep| matches!(step, PropertyStep::Member(name, _) if root.member(name).is_some());
    let is_user = |step: &PropertyStep| step.as_str() == "clientConfigurationProperties";
    let first = steps.iter().position(is_known).or_else(|| Some(steps.iter().position(is_user)? + 1));
    steps.drain(..first.unwrap_or(0));
    if let [.., PropertyStep::Member(name, _)] = &*steps
        && !steps[..steps.len() - 1].iter().any(|step| *step != PropertyStep::Items)
    {
        let items = root.members.iter().filter_map(|member| member.descriptor.item);
        let meant = probable(name, names(root).chain(items.flat_map(names)));
        if let Some(path) = meant.filter(|name| root.member(name).is_none()).and_then(|name| in_items(root, name)) {
            steps = lenient_steps(&path);
        }
    }
    let mut descriptor = root;
    let mut path = String::new();
    for (index, step) in steps.iter().enumerate() {
        let PropertyStep::Member(name, _) = step else {
            // An index into a value that is not an array has no meaning.
            if let Some(item) = descriptor.item {
                descriptor = item;
                path = join(&path, "[]");
            }
            continue;
        };
        let is_value = matches!(&**name, "value" | "actualValue" | "effectiveValue");
        // A property that is not inheritable has no `actualValue`.
        if is_value && !path.is_empty() && descriptor.members.is_empty() {
            continue;
        }
        let is_last = index + 1 == steps.len();
        if let Some(item) = descriptor.item {
            descriptor = item;
            path = join(&path, "[]");
            // A name for any index.
            if !is_last && probable(name, names(descriptor)).is_none() {
                continue;
            }
        }
        let actual = || names(descriptor).find(|known| is_value && *known == "actualValue");
        let known = names(descriptor).find(|known| **known == **name);
        let name = known.or_else(|| probable(name, names(descriptor))).or_else(actual)?;
        descriptor = descriptor.member(name)?.descriptor;
        path = join(&path, name);
    }
    let is_accepted =
        |descriptor: &TypeDescriptor| accepts.is_none_or(|accepts| accepts.intersects(ValueKinds::of(descriptor)));
    if !is_accepted(descriptor) {
        path = accepted_near(&path, descriptor, accepts?)?;
    }
    Some(path).filter(|path| !path.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{intended_path, resolve};
    use crate::body::decode::members::WireValue;
    use crate::body::{FollowMe, UserClientConfigurationProperties};
    use crate::descriptor::{MemberDescriptor, TypeDescriptor};
    use crate::rules::path::PropertyStep;
    use crate::rules::value_kinds::ValueKinds;

    const REQUEST: &TypeDescriptor = UserClientConfigurationProperties::DESCRIPTOR;

    #[test]
    fn a_resolved_path_has_the_index_of_each_member_and_the_slot_of_its_end() {
        let index = |name: &str, members: &[MemberDescriptor]| {
            members.iter().position(|member| member.name == name).and_then(|index| u16::try_from(index).ok())
        };
        let (steps, target) = resolve(REQUEST, &"followMe[].timeout".into()).unwrap();
        let indexes: Vec<_> = steps
            .iter()
            .map(|step| match step {
                PropertyStep::Member(_, index) => *index,
                PropertyStep::Items => None,
            })
            .collect();
        let (top, inner) = (index("followMe", REQUEST.members), index("timeout", FollowMe::DESCRIPTOR.members));
        assert_eq!(indexes, [top, None, inner]);
        let slot = TypeDescriptor::slot_offset(REQUEST.members, usize::from(top.unwrap())) + 1;
        assert_eq!(
            target.slot,
            slot + TypeDescriptor::slot_offset(FollowMe::DESCRIPTOR.members, usize::from(inner.unwrap()))
        );
        assert_eq!(target.descriptor.name, "Int");
    }

    #[test]
    fn a_path_that_does_not_exist_suggests_one_that_does() {
        for (text, path) in [
            ("/followMe/0/timeout", "followMe[].timeout"),
            ("$.callForwardAll", "callForwardAll.actualValue"),
            ("followMe.timeout", "followMe[].timeout"),
            ("folowMe[].timout", "followMe[].timeout"),
            ("callForwardAll[].actualValue", "callForwardAll.actualValue"),
            ("externalCallTimeout.value", "externalCallTimeout.actualValue"),
            ("ExternalCallTimeout", "externalCallTimeout.actualValue"),
            ("eFaqSearchOption.actualValue", "eFaqSearchOption"),
            ("timeout", "followMe[].timeout"),
            ("TimeOut", "followMe[].timeout"),
            ("$..timeout", "followMe[].timeout"),
            ("followMe..timeout", "followMe[].timeout"),
            ("followMe[i].timeout", "followMe[].timeout"),
            ("followMe[0:2]/timeout", "followMe[].timeout"),
            ("followMe.actualValue[0].timeout", "followMe[].timeout"),
            ("#/followMe/0/timeout", "followMe[].timeout"),
            ("externalCallTimeout.", "externalCallTimeout.actualValue"),
            ("externalCallTimeout/actualValue", "externalCallTimeout.actualValue"),
            ("externalCallTimeout->actual_value", "externalCallTimeout.actualValue"),
            ("clientConfigurationProperties.screenCals", "screenCalls.actualValue"),
            ("$.user.clientConfigurationProperties.screenCalls", "screenCalls.actualValue"),
        ] {
            assert!(resolve(REQUEST, &text.into()).is_err(), "{text}");
            assert_eq!(intended_path(REQUEST, text, Some(ValueKinds::SCALAR)).as_deref(), Some(path), "{text}");
        }
        for text in
            ["folowMe", "followMe[].value", "a..b", "actualValue", "", " ", "$", "[]", "followMe[?(@.usePin)].timeout"]
        {
            assert_eq!(intended_path(REQUEST, text, Some(ValueKinds::SCALAR)), None, "{text}");
        }
        assert_eq!(intended_path(REQUEST, "callforwardall", None).as_deref(), Some("callForwardAll"));
        assert_eq!(intended_path(REQUEST, "somethingElse", None), None);
    }
}
