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
    rules: dict[str, ReportedRule]
    """The rules to which problems and unchecked rules refer, by JSON Pointer."""
    truncated: bool
    """Whether problems or unchecked rules are omitted from this report."""
    unchecked: list[Unchecked]
    """The rules that could not be checked."""
    uncheckedCount: int
    """Number of all rules that could not be checked, once for each location."""
    valid: bool
    """Whether the body has no problems. Some rules may still be unchecked."""
    version: int
    """Version of this format."""
    warnings: list[Warning]
    """The warnings."""


class Problem(TypedDict):
    """One problem of the body."""

    causes: list[Problem]
    """For a group of rules, the violations of its rules that caused this one."""
    column: int | None
    """Column of the location in code points, from 1; null if the body was not text."""
    documentationUrl: str | None
    """URL of the validator's documentation; null if there is no validator."""
    expected: str
    """What was expected."""
    first: Position | None
    """For a duplicate member, position of the first one; null otherwise."""
    found: str
    """What was found: a type and a length, never the value."""
    foundValue: str | None
    """The value that was found, as JSON, cut at 200 characters; null if there is none or values are not shown."""
    hint: Hint | None
    """The probable mistake; null if unknown."""
    isDocumented: bool
    """Whether the vendor documents the violated constraint. Otherwise it is the choice of this crate or of the
    rule's author. Which validator a server reports is this crate's choice in either case."""
    kind: str
    """Kind of the problem: `syntax`, `type`, `unknownMember`, `duplicateMember`, `typeTag`, `missing`, `null`,
    `unknownCode`, `rule`, or a new one."""
    length: int | None
    """Length of the invalid text in bytes, 0 for a missing member; null if the body was not text."""
    line: int | None
    """Line of the location, from 1; null if the body was not text."""
    message: str
    """Description of the problem, in English. The wording may change."""
    offset: int | None
    """Offset of the location in bytes; null if the body was not text."""
    pointer: str
    """Location of the problem, as a JSON Pointer. For a missing member it is the pointer that the member would
    have."""
    propertyName: str
    """The location as a path, as in `propertyName` of a response."""
    rulePointer: str | None
    """JSON Pointer of the rule, a name in `rules`; null if no rule was violated."""
    suggestion: str | None
    """Name that was probably intended; null if no known name is similar."""
    target: Literal["key", "value"]
    """What the problem is about: the `key` (a missing, unknown or duplicate member) or the `value`."""
    validator: int | None
    """Number of the validator that failed; null if the problem makes the body malformed."""
    validatorName: str | None
    """Name of the validator that failed; null if the problem makes the body malformed."""


class Position(TypedDict):
    """A position in the body."""

    column: int
    """Column in code points, from 1."""
    line: int
    """Line, from 1."""
    offset: int
    """Offset in bytes."""


class Hint(TypedDict):
    """The probable mistake."""

    character: int | None
    """Number of the character that is invisible or easily confused with another one, from 1; null for other
    kinds."""
    code: int | None
    """Number of the intended code; null for other kinds."""
    item: int | None
    """Number of the invalid item of a delimited string, from 1; null for other kinds."""
    kind: str
    """Kind of mistake: `similarProperty`, `misspelt`, `otherCase`, `effectiveValue`, `bareValue`,
    `quotedBareValue`, `bareBoolean`, `bareInteger`, `bareString`, `actualValue`, `followMeArray`,
    `numberedItems`, `followMeItem`, `wrappedValue`, `wrappedBody`, `wrappedPart`, `bodyAt`, `bodyInString`,
    `jsonPatch`, `lostValue`, `lostDigits`, `phoneNumber`, `wholeUser`, `listOfUsers`, `errorResponse`,
    `updateResult`, `otherFile`, `jsonSchema`, `arrayOfBodies`, `partsOfBody`, `codeName`, `boolean`, `integer`,
    `seconds`, `inSeconds`, `inherit`, `placeholder`, `valueOf`, `cutOff`, `escapedJson`, `powerShell`,
    `propertyByName`, `quoted`, `unquoted`, `similarValue`, `character`, `emptyItem`, `repeatedItem`,
    `invalidItem`, `noKeyDelimiter`, `noKey`, `repeatedKey`, `unknownKey`, or a new one."""
    message: str
    """How to fix it, in English. The wording may change."""
    name: str | None
    """Intended name, of a property or of a code, or the intended string; null for other kinds."""


class ReportedRule(TypedDict):
    """A rule of the rule set."""

    rule: dict[str, Any]
    """The rule, as in a rule file."""
    source: str | None
    """Name of the rule file, if there are several; null otherwise."""
    sourcePointer: str | None
    """JSON Pointer of the rule in that file, if there are several; null otherwise."""


class Unchecked(TypedDict):
    """A rule that could not be checked. It is not a problem."""

    customCheck: str | None
    """Name of a custom check that failed; null if the reason is another."""
    hint: str | None
    """Reason why that value is unknown: `malformed` (in the body), `actualValuesNotRequested` (in the GET of the
    current object), or a new one; null if there is none."""
    kind: str
    """Kind of the reason: `notInDirectory`, `propertyUnknown`, `featureVersion`, `customCheckFailed`,
    `directoryFailed`, or a new one."""
    message: str
    """Description of the reason, in English. The wording may change."""
    objectType: str | None
    """Type of the objects in that section; null if the section has no types."""
    path: str | None
    """Path, as written in the rule, of another property whose value is unknown; null for any other reason."""
    pointer: str | None
    """Location at which the rule would report a violation, as a JSON Pointer; null if the rule is unchecked at
    every location."""
    propertyName: str
    """Path of the location at which the rule would report a violation."""
    rulePointer: str
    """JSON Pointer of the rule, a name in `rules`."""
    section: str | None
    """Section of the directory that could answer the rule's question: `objects`, `extensions`,
    `accessControlGroups`, `keywordSets`, `mailboxes`, `phoneCatalog`, `registrationGroups`, `networkAdapters`,
    `timeZones`, `languages`, `attendantProfiles`, `sharedAppearances`, `references`, `statuses`, or a new one;
    null if the rule needs none."""
    since: int | None
    """Feature version of `configuration` that introduced the validator, if the server's version is older; null
    for any other reason."""
    suggestion: str | None
    """Object type of the directory that was probably intended; null if none is similar."""
    validator: int
    """Number of the validator."""
    validatorName: str | None
    """Name of the validator."""


class Warning(TypedDict):
    """A warning: a possible mistake. It is not a problem."""

    kind: str
    """Kind of the warning: `noKnownProperty`, `similarProperty`, `noList`, `placeholder`, `featureVersion`, or a
    new one."""
    message: str
    """The warning, in English. The wording may change."""
    pointer: str
    """Location of the warning, as a JSON Pointer."""
