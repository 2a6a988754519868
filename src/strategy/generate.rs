//! Generates bodies from the descriptors of types, valid or with one problem.

use super::document::{Document, Injected, NodeMember, NodeValue, Shrinkable, ValueNode};
use super::mutation::{self, Mutation, Plan};
use super::rng::Rng;
use super::typical::{self, Selection};
use crate::body::JsonType;
use crate::body::decode::members::TYPE;
use crate::descriptor::{self, Direction, TypeDescriptor};
use crate::report::ProblemKind;

/// A mutation, and the slot at which it is made.
#[derive(Debug, Clone, Copy)]
struct MutationSite {
    mutation: Mutation,
    slot: u16,
}

/// The state of a body that is being generated.
struct Generator<'g> {
    plan: &'g Plan,
    rng: Rng<'g>,
    injected: Option<Injected>,
}

/// Generates a valid body.
pub(super) fn valid(plan: &Plan, rng: Rng<'_>) -> Document {
    document(plan, rng, None)
}

/// Generates a value of a member or an item, never null.
pub(super) fn value(
    plan: &Plan,
    rng: Rng<'_>,
    descriptor: &'static TypeDescriptor,
    member: Option<&descriptor::MemberDescriptor>,
) -> ValueNode {
    let mut generator = Generator { plan, rng, injected: None };
    let json = generator.json(descriptor, member.map_or("", |member| member.name), 0, None, None);
    ValueNode {
        nullable: member.is_some_and(|member| member.nullable),
        codes: descriptor.codes,
        ..ValueNode::new(json)
    }
}

/// Generates a body with one problem.
pub(super) fn invalid(plan: &Plan, mut rng: Rng<'_>) -> Document {
    let (mutation, slots) = rng.choose(&plan.mutations);
    let site = MutationSite { mutation: *mutation, slot: *rng.choose(slots) };
    document(plan, rng, Some(site))
}

fn document(plan: &Plan, rng: Rng<'_>, site: Option<MutationSite>) -> Document {
    let mut generator = Generator { plan, rng, injected: None };
    let mut root = generator.value(plan.descriptor, None, 0, site);
    if root.shrinkable == Shrinkable::Yes {
        root.shrinkable = Shrinkable::Partially;
    }
    if site.is_some_and(|site| site.mutation == Mutation::Input) {
        generator.injected = Some(mutation::not_json(plan.descriptor.kind, &mut generator.rng));
    }
    Document { root, injected: generator.injected }
}

impl MutationSite {
    fn is_inside(self, descriptor: &TypeDescriptor, slot: u16) -> bool {
        (slot..slot + descriptor.slot_count).contains(&self.slot)
    }
}

impl Generator<'_> {
    /// Generates the value of a member or, without one, an item or the root. If there is a site, it is inside the value.
    fn value(
        &mut self,
        descriptor: &'static TypeDescriptor,
        member: Option<&descriptor::MemberDescriptor>,
        slot: u16,
        site: Option<MutationSite>,
    ) -> ValueNode {
        let mutation = site.filter(|site| site.slot == slot).map(|site| site.mutation);
        if let Some((node, injected)) = mutation.and_then(|mutation| mutation.replacement(descriptor, &mut self.rng)) {
            self.injected = Some(injected);
            return node;
        }
        let nullable = member.is_some_and(|member| member.nullable);
        // The only string outside a member is an error id.
        let name = member.map_or("errorId", |member| member.name);
        let is_null = nullable
            && site.is_none()
            && if self.rng.is_typical() {
                typical::is_null(name, self.plan.direction, &mut self.rng)
            } else {
                self.rng.one_in(8)
            };
        let mut json = if is_null { NodeValue::Null } else { self.json(descriptor, name, slot, mutation, site) };
        if self.rng.is_typical() && site.is_none() {
            typical::settle(descriptor, name, &mut json, &mut self.rng);
        }
        let shrinkable = if site.is_some() { Shrinkable::Partially } else { Shrinkable::Yes };
        ValueNode { shrinkable, nullable, codes: descriptor.codes, ..ValueNode::new(json) }
    }

    /// Generates a value for the member of this name, never null.
    fn json(
        &mut self,
        descriptor: &'static TypeDescriptor,
        name: &str,
        slot: u16,
        mutation: Option<Mutation>,
        site: Option<MutationSite>,
    ) -> NodeValue {
        match descriptor.kind {
            JsonType::Boolean if self.rng.is_typical() => NodeValue::Boolean(typical::boolean(name, &mut self.rng)),
            JsonType::Boolean => NodeValue::Boolean(self.rng.one_in(2)),
            JsonType::Int if descriptor.codes.is_empty() => NodeValue::Int(self.int()),
            JsonType::Int => NodeValue::Int(self.code(descriptor)),
            JsonType::String if name == TYPE => NodeValue::quoted(&self.string(name)),
            JsonType::String => NodeValue::String(self.string(name)),
            JsonType::Array => {
                NodeValue::Array(descriptor.item.map_or_else(Vec::new, |item| self.array(item, slot + 1, site)))
            }
            JsonType::Object => NodeValue::Object(self.object(descriptor, slot, mutation, site)),
        }
    }

    fn int(&mut self) -> i32 {
        if self.rng.is_typical() { *self.rng.choose(typical::SECONDS) } else { self.rng.int() }
    }

    fn string(&mut self, member: &str) -> String {
        if self.rng.is_typical() { typical::string(member, &mut self.rng) } else { self.rng.string(member) }
    }

    fn code(&mut self, descriptor: &TypeDescriptor) -> i32 {
        if self.plan.direction == Direction::Response && !self.rng.is_typical() && self.rng.one_in(8) {
            self.rng.unknown_code(descriptor.codes)
        } else {
            self.rng.choose(descriptor.codes).0
        }
    }

    fn array(&mut self, item: &'static TypeDescriptor, slot: u16, site: Option<MutationSite>) -> Vec<ValueNode> {
        let site = site.filter(|site| site.is_inside(item, slot));
        let count = if self.rng.is_typical() {
            *self.rng.choose(&[1, 1, 2, 2, 3])
        } else if self.rng.one_in(32) {
            20
        } else {
            *self.rng.choose(&[0, 1, 1, 2, 2, 3, 4])
        };
        let count = if site.is_some() { count.max(1) } else { count };
        let marked = self.rng.below(count.max(1));
        (0..count).map(|index| self.value(item, None, slot, site.filter(|_| index == marked))).collect()
    }

    fn object(
        &mut self,
        descriptor: &'static TypeDescriptor,
        slot: u16,
        mutation: Option<Mutation>,
        site: Option<MutationSite>,
    ) -> Vec<NodeMember> {
        let mut members = Vec::new();
        let mut duplicated = None;
        // Between none and all of the optional members, more often few than many.
        let density = self.rng.below(9).min(self.rng.below(9));
        let selection = self.rng.is_typical().then(|| Selection::new(descriptor, self.plan.direction, &mut self.rng));
        let mut at = slot + 1;
        for member in descriptor.members {
            let site = site.filter(|site| site.is_inside(member.descriptor, at));
            let mutation = site.filter(|site| site.slot == at).map(|site| site.mutation);
            let required = member.required.holds(self.plan.direction);
            if mutation == Some(Mutation::MissingMember) {
                self.injected =
                    Some(Injected::missing(ProblemKind::Missing, member.name, "a required member is missing"));
            } else if required || site.is_some() || self.is_chosen(selection.as_ref(), member.name, density) {
                let value = self.value(member.descriptor, Some(member), at, site);
                members.push(NodeMember { name: member.name.to_owned(), value, required });
            }
            if mutation == Some(Mutation::DuplicateMember) {
                duplicated = Some(member.name.to_owned());
            }
            at += member.descriptor.slot_count;
        }
        if !self.rng.is_typical() && self.rng.one_in(8) {
            let count = self.rng.below(members.len().max(1));
            members.rotate_left(count);
        }
        self.type_tag(descriptor, slot, mutation, &mut members);
        self.unknown_member(descriptor, mutation, &mut members);
        match mutation {
            Some(Mutation::DuplicateTypeTag) => duplicated = Some(TYPE.to_owned()),
            Some(Mutation::DuplicateUnknownMember) => duplicated = members.last().map(|member| member.name.clone()),
            _ => {}
        }
        if let Some(name) = duplicated {
            self.duplicate(name, &mut members);
        }
        members
    }

    /// Returns whether an object gets an optional member: one of the selection or, without one, any at random.
    fn is_chosen(&mut self, selection: Option<&Selection>, member: &str, density: usize) -> bool {
        selection.map_or_else(|| self.rng.below(8) < density, |selection| selection.has(member))
    }

    /// Adds `__type`, if it is required or allowed.
    fn type_tag(
        &mut self,
        descriptor: &'static TypeDescriptor,
        slot: u16,
        mutation: Option<Mutation>,
        members: &mut Vec<NodeMember>,
    ) {
        let value = match mutation {
            Some(Mutation::MissingTypeTag) => {
                self.injected = Some(Injected::missing(ProblemKind::Missing, TYPE, "`__type` is missing"));
                return;
            }
            Some(Mutation::TypeTag) => {
                self.injected =
                    Some(Injected::new(ProblemKind::TypeTag, format!("`__type` is not {:?}", descriptor.urn)));
                ValueNode::fixed(self.plan.other_urn(descriptor, slot, &mut self.rng))
            }
            _ if descriptor.member(TYPE).is_some() => return,
            Some(Mutation::DuplicateTypeTag) => ValueNode::new(NodeValue::quoted(descriptor.urn)),
            _ if descriptor.tagged || !self.rng.is_typical() && self.rng.one_in(16) => {
                ValueNode::new(NodeValue::quoted(descriptor.urn))
            }
            _ => return,
        };
        let required = descriptor.tagged || mutation.is_some();
        let index = self.rng.below(members.len() + 1);
        members.insert(index, NodeMember { name: TYPE.to_owned(), value, required });
    }

    /// Adds an unknown member: optionally to a response, and to a request as its problem.
    fn unknown_member(
        &mut self,
        descriptor: &TypeDescriptor,
        mutation: Option<Mutation>,
        members: &mut Vec<NodeMember>,
    ) {
        let value = match mutation {
            Some(Mutation::UnknownMember) => {
                self.injected = Some(Injected::new(
                    ProblemKind::UnknownMember,
                    format!("a member that {} does not have", descriptor.name),
                ));
                ValueNode { shrinkable: Shrinkable::Partially, ..self.any_json(2) }
            }
            Some(Mutation::DuplicateUnknownMember) => self.any_json(2),
            Some(Mutation::DuplicateInside) => {
                self.injected =
                    Some(Injected::new(ProblemKind::DuplicateMember, "a duplicate member inside an unknown member"));
                let member = |value| NodeMember { name: "a".to_owned(), value, required: true };
                let object =
                    NodeValue::Object(vec![member(self.any_json(1)), member(ValueNode::fixed(NodeValue::Null))]);
                ValueNode { shrinkable: Shrinkable::Partially, ..ValueNode::new(object) }
            }
            Some(Mutation::OutOfRangeInside) => {
                let (json, injected) = mutation::out_of_range_f64(&mut self.rng);
                self.injected = Some(injected);
                let items = vec![self.any_json(1), ValueNode::fixed(json), self.any_json(1)];
                ValueNode { shrinkable: Shrinkable::Partially, ..ValueNode::new(NodeValue::Array(items)) }
            }
            _ if self.plan.direction == Direction::Response && !self.rng.is_typical() && self.rng.one_in(8) => {
                self.any_json(2)
            }
            _ => return,
        };
        let names = if self.rng.is_typical() { typical::MISSPELLED_NAMES } else { UNKNOWN_NAMES };
        let names: Vec<_> =
            names.iter().filter(|name| descriptor.members.iter().all(|member| member.name != **name)).collect();
        let name = (**self.rng.choose(&names)).to_owned();
        let index = if mutation == Some(Mutation::DuplicateUnknownMember) {
            members.len()
        } else {
            self.rng.below(members.len() + 1)
        };
        members.insert(index, NodeMember { name, value, required: mutation.is_some() });
    }

    /// Adds a member with a name that the object already has, somewhere after the first one.
    fn duplicate(&mut self, name: String, members: &mut Vec<NodeMember>) {
        self.injected = Some(Injected::new(ProblemKind::DuplicateMember, "a duplicate member"));
        let first = members.iter().position(|member| member.name == name).unwrap_or_default();
        members[first].required = true;
        let index = first + 1 + self.rng.below(members.len() - first);
        let value = ValueNode { shrinkable: Shrinkable::No, ..self.any_json(1) };
        members.insert(index, NodeMember { name, value, required: true });
    }

    /// Generates any JSON value, at most `depth` containers deep.
    fn any_json(&mut self, depth: usize) -> ValueNode {
        let json = match self.rng.below(if depth > 0 { 8 } else { 6 }) {
            0 => NodeValue::Null,
            1 => NodeValue::Boolean(self.rng.one_in(2)),
            2 => NodeValue::Int(self.int()),
            3 => NodeValue::Raw((*self.rng.choose(NUMBERS)).to_owned()),
            4 | 5 => NodeValue::String(self.string("")),
            6 => NodeValue::Array((0..self.rng.below(4)).map(|_| self.any_json(depth - 1)).collect()),
            _ => {
                let names = &UNKNOWN_NAMES[..self.rng.below(4)];
                let member = |name: &&str| NodeMember {
                    name: (*name).to_owned(),
                    value: self.any_json(depth - 1),
                    required: false,
                };
                NodeValue::Object(names.iter().map(member).collect())
            }
        };
        ValueNode { nullable: true, ..ValueNode::new(json) }
    }
}

/// Names of unknown members; some are similar to a known one.
const UNKNOWN_NAMES: &[&str] = &[
    "errorCode",
    "",
    "a/b~c",
    "é\"\\\n",
    "propertyname",
    "ActualValue",
    "callforwardall",
    "ringWhenOnThePhone",
    "__Type",
    "__proto__",
    "0",
];

/// Numbers that are not 32-bit integers.
const NUMBERS: &[&str] =
    &["0.5", "-2.5", "-0", "1e300", "4294967296", "12345678901234567890", "123456789012345678901234567890"];
