"""The types of a report. Written by packaging/report-types from schemas/report.json."""

from __future__ import annotations

from typing import Any, Literal, TypedDict


class Report(TypedDict):
    """Result of a check. Some members are written by the command only."""

    complete: bool
    """Whether all rules could be checked."""
    malformed: bool
    """Whether a problem makes the body malformed."""
    problemCount: int
    """Number of all problems."""
    problems: list[Problem]
    """The problems, in the order of their properties and rules."""
    rules: dict[str, Rule]
    """The rules to which problems and unchecked rules refer, by their JSON Pointers."""
    truncated: bool
    """Whether there are more problems or unchecked rules than are listed."""
    unchecked: list[Unchecked]
    """The rules that could not be checked."""
    uncheckedCount: int
    """Number of all rules that could not be checked, once for each location."""
    valid: bool
    """Whether the body has no problems. Even then, rules may be unchecked."""
    version: int
    """Version of this form."""
    warnings: list[Warning]
    """The warnings."""


class Problem(TypedDict):
    """One problem of the body."""

    causes: list[Problem]
    """The violations of a group's rules that caused this one."""
    column: int | None
    """Column of the location in code points, from 1; null if the body was not text."""
    documentationUrl: str | None
    """URL of the validator's documentation; null without a validator."""
    expected: str
    """What was expected."""
    first: Position | None
    """Position of the first member, if it is a duplicate; null otherwise."""
    found: str
    """What was found: a type and a length, never the value."""
    foundValue: str | None
    """The value that was found, as JSON, cut at 200 characters; null if there is none, and where values are not
    shown."""
    hint: Hint | None
    """What the mistake probably is; null if that is not known."""
    isDocumented: bool
    """Whether the vendor documents what was expected. Otherwise it is this crate's choice, or that of the rule's
    author."""
    kind: str
    """Kind of the problem: `syntax`, `type`, `unknownMember`, `duplicateMember`, `typeTag`, `missing`, `null`,
    `unknownCode`, `rule`, or a new one."""
    length: int | None
    """Length of what is wrong in bytes, 0 for an absent member; null if the body was not text."""
    line: int | None
    """Line of the location, from 1; null if the body was not text."""
    message: str
    """What is wrong, in English. The words may change."""
    offset: int | None
    """Offset of the location in bytes; null if the body was not text."""
    pointer: str
    """Location of the problem, as a JSON Pointer. An absent member has the pointer that it would have."""
    propertyName: str
    """The location as a path: `propertyName` of a server's response."""
    rulePointer: str | None
    """JSON Pointer of the rule, a name in `rules`; null if no rule was violated."""
    suggestion: str | None
    """Name that was probably meant; null if none is similar."""
    target: Literal["key", "value"]
    """What is wrong: the `key` (a missing, unknown or duplicate member) or the `value`."""
    validator: int | None
    """Number of the validator; null if the body is malformed there."""
    validatorName: str | None
    """Name of the validator; null if the body is malformed there."""


class Position(TypedDict):
    """A position in the text."""

    column: int
    """Column in code points, from 1."""
    line: int
    """Line, from 1."""
    offset: int
    """Offset in bytes."""


class Hint(TypedDict):
    """What a mistake probably is."""

    code: int | None
    """Number of the code that is meant; null for other kinds."""
    item: int | None
    """Number of the item of a delimited string that fails, from 1; null for other kinds."""
    kind: str
    """Kind of the mistake: `similarProperty`, `misspelt`, `otherCase`, `effectiveValue`, `bareValue`,
    `wrappedValue`, `wholeUser`, `listOfUsers`, `errorResponse`, `updateResult`, `arrayOfBodies`, `codeName`,
    `quoted`, `unquoted`, `emptyItem`, `repeatedItem`, `invalidItem`, `noKeyDelimiter`, `noKey`, `repeatedKey`,
    `unknownKey`, or a new one."""
    message: str
    """What to do about it, in English. The words may change."""
    name: str | None
    """Name that is meant: of a property, or of a code; null for other kinds."""


class Rule(TypedDict):
    """A rule of the rule set."""

    rule: dict[str, Any]
    """The rule, as in a rule file."""
    source: str | None
    """Name of the rule file; null if there is only one."""
    sourcePointer: str | None
    """JSON Pointer of the rule in that file; null if there is only one."""


class Unchecked(TypedDict):
    """A rule that could not be checked. It is not a problem."""

    hint: str | None
    """Why that property is not known: `malformed` (in the body), `actualValuesNotRequested` (in the GET of the
    current object), or a new one; null if the cause is not known."""
    kind: str
    """Kind of the reason: `notInDirectory`, `propertyUnknown`, `featureVersion`, `directoryFailed`, or a new
    one."""
    message: str
    """What is not known, in English. The words may change."""
    objectType: str | None
    """Type of the objects in that section; null if the section has no types."""
    path: str | None
    """Path, as the rule has it, of another property that is not known; null if the reason is another."""
    pointer: str | None
    """Location at which the rule would report, as a JSON Pointer; null if it is unchecked wherever its property
    is."""
    propertyName: str
    """Path of the location at which the rule would report."""
    rulePointer: str
    """JSON Pointer of the rule, a name in `rules`."""
    section: str | None
    """Section of the directory that would answer the rule's question: `objects`, `extensions`,
    `accessControlGroups`, `keywordSets`, `mailboxes`, `phoneCatalog`, `registrationGroups`, `networkAdapters`,
    `timeZones`, `languages`, `attendantProfiles`, `sharedAppearances`, `references`, `statuses`, or a new one;
    null if the rule needs none."""
    since: int | None
    """Feature version of `configuration` that introduced the validator, where the server's is older; null if the
    reason is another."""
    suggestion: str | None
    """Object type of the directory that was probably meant; null if none is similar."""
    validator: int
    """Number of the validator."""
    validatorName: str | None
    """Name of the validator."""


class Warning(TypedDict):
    """Something that is worth a look. It is not a problem."""

    kind: str
    """Kind of the warning: `noKnownProperty`, `featureVersion`, or a new one."""
    message: str
    """The warning, in English. The words may change."""
    pointer: str
    """Location, as a JSON Pointer."""
