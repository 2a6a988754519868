// Written by packaging/report-types from schemas/report.json.

/** Result of a check. Some members are written by the command only. */
export interface Report {
  /** Whether all rules could be checked. */
  complete: boolean;
  /** Whether a problem makes the body malformed. */
  malformed: boolean;
  /** Number of all problems. */
  problemCount: number;
  /** The problems, in the order of their properties and rules. */
  problems: Problem[];
  /** The rules to which problems and unchecked rules refer, by JSON Pointer. */
  rules: { [name: string]: ReportedRule };
  /** Whether problems or unchecked rules are omitted from this report. */
  truncated: boolean;
  /** The rules that could not be checked. */
  unchecked: Unchecked[];
  /** Number of all rules that could not be checked, once for each location. */
  uncheckedCount: number;
  /** Whether the body has no problems. Some rules may still be unchecked. */
  valid: boolean;
  /** Version of this format. */
  version: number;
  /** The warnings. */
  warnings: Warning[];
}

/** One problem of the body. */
export interface Problem {
  /** For a group of rules, the violations of its rules that caused this one. */
  causes: Problem[];
  /** Column of the location in code points, from 1; null if the body was not text. */
  column: number | null;
  /** URL of the validator's documentation; null if there is no validator. */
  documentationUrl: string | null;
  /** What was expected. */
  expected: string;
  /** For a duplicate member, position of the first one; null otherwise. */
  first: Position | null;
  /** What was found: a type and a length, never the value. */
  found: string;
  /** The value that was found, as JSON, cut at 200 characters; null if there is none or values are not shown.
   * */
  foundValue: string | null;
  /** The probable mistake; null if unknown. */
  hint: Hint | null;
  /** Whether the vendor documents the violated constraint. Otherwise it is the choice of this crate or of the
   * rule's author. Which validator a server reports is this crate's choice in either case. */
  isDocumented: boolean;
  /** Kind of the problem: `syntax`, `type`, `unknownMember`, `duplicateMember`, `typeTag`, `missing`, `null`,
   * `unknownCode`, `rule`, or a new one. */
  kind: string;
  /** Length of the invalid text in bytes, 0 for a missing member; null if the body was not text. */
  length: number | null;
  /** Line of the location, from 1; null if the body was not text. */
  line: number | null;
  /** Description of the problem, in English. The wording may change. */
  message: string;
  /** Offset of the location in bytes; null if the body was not text. */
  offset: number | null;
  /** Location of the problem, as a JSON Pointer. For a missing member it is the pointer that the member would
   * have. */
  pointer: string;
  /** The location as a path, as in `propertyName` of a response. */
  propertyName: string;
  /** JSON Pointer of the rule, a name in `rules`; null if no rule was violated. */
  rulePointer: string | null;
  /** Name that was probably intended; null if no known name is similar. */
  suggestion: string | null;
  /** What the problem is about: the `key` (a missing, unknown or duplicate member) or the `value`. */
  target: "key" | "value";
  /** Number of the validator that failed; null if the problem makes the body malformed. */
  validator: number | null;
  /** Name of the validator that failed; null if the problem makes the body malformed. */
  validatorName: string | null;
}

/** A position in the body. */
export interface Position {
  /** Column in code points, from 1. */
  column: number;
  /** Line, from 1. */
  line: number;
  /** Offset in bytes. */
  offset: number;
}

/** The probable mistake. */
export interface Hint {
  /** Number of the character that is invisible or easily confused with another one, from 1; null for other
   * kinds. */
  character: number | null;
  /** Number of the intended code; null for other kinds. */
  code: number | null;
  /** Number of the invalid item of a delimited string, from 1; null for other kinds. */
  item: number | null;
  /** Kind of mistake: `similarProperty`, `misspelt`, `otherCase`, `effectiveValue`, `bareValue`,
   * `quotedBareValue`, `bareBoolean`, `bareInteger`, `bareString`, `actualValue`, `followMeArray`,
   * `numberedItems`, `followMeItem`, `wrappedValue`, `wrappedBody`, `wrappedPart`, `bodyAt`, `bodyInString`,
   * `jsonPatch`, `lostValue`, `lostDigits`, `phoneNumber`, `wholeUser`, `listOfUsers`, `errorResponse`,
   * `updateResult`, `otherFile`, `jsonSchema`, `arrayOfBodies`, `partsOfBody`, `codeName`, `boolean`, `integer`,
   * `seconds`, `inSeconds`, `inherit`, `placeholder`, `valueOf`, `cutOff`, `escapedJson`, `powerShell`,
   * `propertyByName`, `quoted`, `unquoted`, `similarValue`, `character`, `emptyItem`, `repeatedItem`,
   * `invalidItem`, `noKeyDelimiter`, `noKey`, `repeatedKey`, `unknownKey`, or a new one. */
  kind: string;
  /** How to fix it, in English. The wording may change. */
  message: string;
  /** Intended name, of a property or of a code, or the intended string; null for other kinds. */
  name: string | null;
}

/** A rule of the rule set. */
export interface ReportedRule {
  /** The rule, as in a rule file. */
  rule: { [name: string]: unknown };
  /** Name of the rule file, if there are several; null otherwise. */
  source: string | null;
  /** JSON Pointer of the rule in that file, if there are several; null otherwise. */
  sourcePointer: string | null;
}

/** A rule that could not be checked. It is not a problem. */
export interface Unchecked {
  /** Name of a custom check that failed; null if the reason is another. */
  customCheck: string | null;
  /** Reason why that value is unknown: `malformed` (in the body), `actualValuesNotRequested` (in the GET of the
   * current object), or a new one; null if there is none. */
  hint: string | null;
  /** Kind of the reason: `notInDirectory`, `propertyUnknown`, `featureVersion`, `customCheckFailed`,
   * `directoryFailed`, or a new one. */
  kind: string;
  /** Description of the reason, in English. The wording may change. */
  message: string;
  /** Type of the objects in that section; null if the section has no types. */
  objectType: string | null;
  /** Path, as written in the rule, of another property whose value is unknown; null for any other reason. */
  path: string | null;
  /** Location at which the rule would report a violation, as a JSON Pointer; null if the rule is unchecked at
   * every location. */
  pointer: string | null;
  /** Path of the location at which the rule would report a violation. */
  propertyName: string;
  /** JSON Pointer of the rule, a name in `rules`. */
  rulePointer: string;
  /** Section of the directory that could answer the rule's question: `objects`, `extensions`,
   * `accessControlGroups`, `keywordSets`, `mailboxes`, `phoneCatalog`, `registrationGroups`, `networkAdapters`,
   * `timeZones`, `languages`, `attendantProfiles`, `sharedAppearances`, `references`, `statuses`, or a new one;
   * null if the rule needs none. */
  section: string | null;
  /** Feature version of `configuration` that introduced the validator, if the server's version is older; null
   * for any other reason. */
  since: number | null;
  /** Object type of the directory that was probably intended; null if none is similar. */
  suggestion: string | null;
  /** Number of the validator. */
  validator: number;
  /** Name of the validator. */
  validatorName: string | null;
}

/** A warning: a possible mistake. It is not a problem. */
export interface Warning {
  /** Kind of the warning: `noKnownProperty`, `similarProperty`, `noList`, `placeholder`, `featureVersion`, or a
   * new one. */
  kind: string;
  /** The warning, in English. The wording may change. */
  message: string;
  /** Location of the warning, as a JSON Pointer. */
  pointer: string;
}
