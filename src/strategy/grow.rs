//! How a body grows from the tables of members, valid or with one fault.

use super::body::{Body, Finding, Hold, Json, Member, ValueRef};
use super::draw::Draw;
use super::mutation::{self, Mutation, Plan};
use crate::body::Kind;
use crate::body::decode::members::TYPE;
use crate::descriptor::{self, Direction, TypeDescriptor};
use crate::report::ProblemKind;

/// What is to be wrong, and at which place of the tables.
#[derive(Debug, Clone, Copy)]
struct Target {
    mutation: Mutation,
    place: u16,
}

struct Grow<'g> {
    plan: &'g Plan,
    draw: Draw<'g>,
    wrong: Option<Finding>,
}

/// Grows a valid body.
pub(super) fn valid(plan: &Plan, draw: Draw<'_>) -> Body {
    body(plan, draw, None)
}

/// Grows a value that is not null, of a member or an item.
pub(super) fn value(
    plan: &Plan,
    draw: Draw<'_>,
    shape: &'static TypeDescriptor,
    member: Option<&descriptor::Member>,
) -> ValueRef {
    let mut grow = Grow { plan, draw, wrong: None };
    let json = grow.json(shape, member.map_or("", |member| member.name), 0, None, None);
    ValueRef { nullable: member.is_some_and(|member| member.nullable), codes: shape.codes, ..ValueRef::new(json) }
}

/// Grows a body with one fault.
pub(super) fn invalid_json(plan: &Plan, mut draw: Draw<'_>) -> Body {
    let (mutation, places) = draw.of(&plan.mutations);
    let target = Target { mutation: *mutation, place: *draw.of(places) };
    body(plan, draw, Some(target))
}

fn body(plan: &Plan, draw: Draw<'_>, target: Option<Target>) -> Body {
    let mut grow = Grow { plan, draw, wrong: None };
    let mut root = grow.value(plan.shape, None, 0, target);
    if root.hold == Hold::Free {
        root.hold = Hold::Kept;
    }
    if target.is_some_and(|target| target.mutation == Mutation::Input) {
        grow.wrong = Some(mutation::no_json(plan.shape.kind, &mut grow.draw));
    }
    Body { root, wrong: grow.wrong }
}

impl Target {
    fn is_within(self, shape: &TypeDescriptor, place: u16) -> bool {
        (place..place + shape.places).contains(&self.place)
    }
}

impl Grow<'_> {
    /// Grows a value, an item or the root where it is no member's; the target is in it, or there is none.
    fn value(
        &mut self,
        shape: &'static TypeDescriptor,
        member: Option<&descriptor::Member>,
        place: u16,
        target: Option<Target>,
    ) -> ValueRef {
        let here = target.filter(|target| target.place == place).map(|target| target.mutation);
        if let Some((node, wrong)) = here.and_then(|mutation| mutation.instead(shape, &mut self.draw)) {
            self.wrong = Some(wrong);
            return node;
        }
        let nullable = member.is_some_and(|member| member.nullable);
        // No text but an error id stands in no member.
        let name = member.map_or("errorId", |member| member.name);
        let json = if nullable && target.is_none() && self.draw.one_in(8) {
            Json::Null
        } else {
            self.json(shape, name, place, here, target)
        };
        let hold = if target.is_some() { Hold::Kept } else { Hold::Free };
        ValueRef { hold, nullable, codes: shape.codes, ..ValueRef::new(json) }
    }

    /// Grows a value that is not null for the member of this name.
    fn json(
        &mut self,
        shape: &'static TypeDescriptor,
        name: &str,
        place: u16,
        here: Option<Mutation>,
        target: Option<Target>,
    ) -> Json {
        match shape.kind {
            Kind::Boolean => Json::Boolean(self.draw.one_in(2)),
            Kind::Int if shape.codes.is_empty() => Json::Int(self.draw.int()),
            Kind::Int => Json::Int(self.code(shape)),
            Kind::String if name == TYPE => Json::quoted(&self.draw.text(name)),
            Kind::String => Json::String(self.draw.text(name)),
            Kind::Array => Json::Array(shape.item.map_or_else(Vec::new, |item| self.list(item, place + 1, target))),
            Kind::Object => Json::Object(self.object(shape, place, here, target)),
        }
    }

    fn code(&mut self, shape: &TypeDescriptor) -> i32 {
        if self.plan.direction == Direction::Response && self.draw.one_in(8) {
            self.draw.unlisted_code(shape.codes)
        } else {
            self.draw.of(shape.codes).0
        }
    }

    fn list(&mut self, item: &'static TypeDescriptor, place: u16, target: Option<Target>) -> Vec<ValueRef> {
        let target = target.filter(|target| target.is_within(item, place));
        let count = if self.draw.one_in(32) { 20 } else { *self.draw.of(&[0, 1, 1, 2, 2, 3, 4]) };
        let count = if target.is_some() { count.max(1) } else { count };
        let held = self.draw.below(count.max(1));
        (0..count).map(|index| self.value(item, None, place, target.filter(|_| index == held))).collect()
    }

    fn object(
        &mut self,
        shape: &'static TypeDescriptor,
        place: u16,
        here: Option<Mutation>,
        target: Option<Target>,
    ) -> Vec<Member> {
        let mut members = Vec::new();
        let mut repeated = None;
        // From the emptiest object to the fullest, and more often few members than many.
        let density = self.draw.below(9).min(self.draw.below(9));
        let mut at = place + 1;
        for member in shape.members {
            let target = target.filter(|target| target.is_within(member.shape, at));
            let here = target.filter(|target| target.place == at).map(|target| target.mutation);
            let required = member.required.holds(self.plan.direction);
            if here == Some(Mutation::Missing) {
                self.wrong = Some(Finding::absent(ProblemKind::Missing, member.name, "a required member is missing"));
            } else if required || target.is_some() || self.draw.below(8) < density {
                let value = self.value(member.shape, Some(member), at, target);
                members.push(Member { name: member.name.to_owned(), value, required });
            }
            if here == Some(Mutation::Repeated) {
                repeated = Some(member.name.to_owned());
            }
            at += member.shape.places;
        }
        if self.draw.one_in(8) {
            let count = self.draw.below(members.len().max(1));
            members.rotate_left(count);
        }
        self.tag(shape, place, here, &mut members);
        self.unknown(shape, here, &mut members);
        match here {
            Some(Mutation::RepeatedType) => repeated = Some(TYPE.to_owned()),
            Some(Mutation::RepeatedUnlisted) => repeated = members.last().map(|member| member.name.clone()),
            _ => {}
        }
        if let Some(name) = repeated {
            self.repeat(name, &mut members);
        }
        members
    }

    /// Lets an object say its type, where it must or may.
    fn tag(&mut self, shape: &'static TypeDescriptor, place: u16, here: Option<Mutation>, members: &mut Vec<Member>) {
        let value = match here {
            Some(Mutation::Untagged) => {
                self.wrong = Some(Finding::absent(ProblemKind::Missing, TYPE, "the type is missing"));
                return;
            }
            Some(Mutation::TypeTag) => {
                self.wrong = Some(Finding::new(ProblemKind::TypeTag, format!("another type than {:?}", shape.urn)));
                ValueRef::frozen(self.plan.wrong_type(shape, place, &mut self.draw))
            }
            _ if shape.member(TYPE).is_some() => return,
            Some(Mutation::RepeatedType) => ValueRef::new(Json::quoted(shape.urn)),
            _ if shape.tagged || self.draw.one_in(16) => ValueRef::new(Json::quoted(shape.urn)),
            _ => return,
        };
        let required = shape.tagged || here.is_some();
        let index = self.draw.below(members.len() + 1);
        members.insert(index, Member { name: TYPE.to_owned(), value, required });
    }

    /// Adds members that no table lists: any to an answer, a wrong one to a request.
    fn unknown(&mut self, shape: &TypeDescriptor, here: Option<Mutation>, members: &mut Vec<Member>) {
        let value = match here {
            Some(Mutation::UnknownMember) => {
                self.wrong =
                    Some(Finding::new(ProblemKind::UnknownMember, format!("a member that {} lacks", shape.name)));
                ValueRef { hold: Hold::Kept, ..self.any(2) }
            }
            Some(Mutation::RepeatedUnlisted) => self.any(2),
            Some(Mutation::RepeatedWithin) => {
                self.wrong = Some(Finding::new(
                    ProblemKind::DuplicateMember,
                    "a member stands twice in a value that no table lists",
                ));
                let member = |value| Member { name: "a".to_owned(), value, required: true };
                let object = Json::Object(vec![member(self.any(1)), member(ValueRef::frozen(Json::Null))]);
                ValueRef { hold: Hold::Kept, ..ValueRef::new(object) }
            }
            Some(Mutation::BeyondDoubleWithin) => {
                let (json, wrong) = mutation::out_of_range_f64(&mut self.draw);
                self.wrong = Some(wrong);
                let items = vec![self.any(1), ValueRef::frozen(json), self.any(1)];
                ValueRef { hold: Hold::Kept, ..ValueRef::new(Json::Array(items)) }
            }
            _ if self.plan.direction == Direction::Response && self.draw.one_in(8) => self.any(2),
            _ => return,
        };
        let names: Vec<_> =
            UNLISTED.iter().filter(|name| shape.members.iter().all(|member| member.name != **name)).collect();
        let name = (**self.draw.of(&names)).to_owned();
        let index =
            if here == Some(Mutation::RepeatedUnlisted) { members.len() } else { self.draw.below(members.len() + 1) };
        members.insert(index, Member { name, value, required: here.is_some() });
    }

    /// Adds a member that is there already, somewhere behind it.
    fn repeat(&mut self, name: String, members: &mut Vec<Member>) {
        self.wrong = Some(Finding::new(ProblemKind::DuplicateMember, "a member stands twice"));
        let first = members.iter().position(|member| member.name == name).unwrap_or_default();
        members[first].required = true;
        let index = first + 1 + self.draw.below(members.len() - first);
        let value = ValueRef { hold: Hold::Frozen, ..self.any(1) };
        members.insert(index, Member { name, value, required: true });
    }

    /// Any JSON, with so many containers in each other at most.
    fn any(&mut self, depth: usize) -> ValueRef {
        let json = match self.draw.below(if depth > 0 { 8 } else { 6 }) {
            0 => Json::Null,
            1 => Json::Boolean(self.draw.one_in(2)),
            2 => Json::Int(self.draw.int()),
            3 => Json::Spelled((*self.draw.of(NUMBERS)).to_owned()),
            4 | 5 => Json::String(self.draw.text("")),
            6 => Json::Array((0..self.draw.below(4)).map(|_| self.any(depth - 1)).collect()),
            _ => {
                let names = &UNLISTED[..self.draw.below(4)];
                let member =
                    |name: &&str| Member { name: (*name).to_owned(), value: self.any(depth - 1), required: false };
                Json::Object(names.iter().map(member).collect())
            }
        };
        ValueRef { nullable: true, ..ValueRef::new(json) }
    }
}

/// Names of members that no table lists; some miss one by little.
const UNLISTED: &[&str] = &[
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

/// Numbers that are no 32-bit integer.
const NUMBERS: &[&str] =
    &["0.5", "-2.5", "-0", "1e300", "4294967296", "12345678901234567890", "123456789012345678901234567890"];
