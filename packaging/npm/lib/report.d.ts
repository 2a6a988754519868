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
  /** The rules to which problems and unchecked rules refer, by their JSON Pointers. */
  rules: { [name: string]: Rule };
  /** Whether there are more problems or unchecked rules than are listed. */
  truncated: boolean;
  /** The rules that could not be checked. */
  unchecked: Unchecked[];
  /** Number of all rules that could not be checked, once for each location. */
  uncheckedCount: number;
  /** Whether the body has no problems. Even then, rules may be unchecked. */
  valid: boolean;
  /** Version of this form. */
  version: number;
  /** The warnings. */
  warnings: Warning[];
}

/** One problem of the body. */
export interface Problem {
  /** The violations of a group's rules that caused this one. */
  causes: Problem[];
  /** Column of the location in code points, from 1; null if the body was not text. */
  column: number | null;
  /** URL of the validator's documentation; null without a validator. */
  documentationUrl: string | null;
  /** What was expected. */
  expected: string;
  /** Position of the first member, if it is a duplicate; null otherwise. */
  first: Position | null;
  /** What was found: a type and a length, never the value. */
  found: string;
  /** The value that was found, as JSON, cut at 200 characters; null if there is none, and where values are not
   * shown. */
  foundValue: string | null;
  /** What the mistake probably is; null if that is not known. */
  hint: Hint | null;
  /** Whether the vendor documents what was expected. Otherwise it is this crate's choice, or that of the rule's
   * author. */
  isDocumented: boolean;
  /** Kind of the problem: `syntax`, `type`, `unknownMember`, `duplicateMember`, `typeTag`, `missing`, `null`,
   * `unknownCode`, `rule`, or a new one. */
  kind: string;
  /** Length of what is wrong in bytes, 0 for an absent member; null if the body was not text. */
  length: number | null;
  /** Line of the location, from 1; null if the body was not text. */
  line: number | null;
  /** What is wrong, in English. The words may change. */
  message: string;
  /** Offset of the location in bytes; null if the body was not text. */
  offset: number | null;
  /** Location of the problem, as a JSON Pointer. An absent member has the pointer that it would have. */
  pointer: string;
  /** The location as a path: `propertyName` of a server's response. */
  propertyName: string;
  /** JSON Pointer of the rule, a name in `rules`; null if no rule was violated. */
  rulePointer: string | null;
  /** Name that was probably meant; null if none is similar. */
  suggestion: string | null;
  /** What is wrong: the `key` (a missing, unknown or duplicate member) or the `value`. */
  target: "key" | "value";
  /** Number of the validator; null if the body is malformed there. */
  validator: number | null;
  /** Name of the validator; null if the body is malformed there. */
  validatorName: string | null;
}

/** A position in the text. */
export interface Position {
  /** Column in code points, from 1. */
  column: number;
  /** Line, from 1. */
  line: number;
  /** Offset in bytes. */
  offset: number;
}

/** What a mistake probably is. */
export interface Hint {
  /** Number of the code that is meant; null for other kinds. */
  code: number | null;
  /** Number of the item of a delimited string that fails, from 1; null for other kinds. */
  item: number | null;
  /** Kind of the mistake: `similarProperty`, `misspelt`, `otherCase`, `effectiveValue`, `bareValue`,
   * `wrappedValue`, `wholeUser`, `listOfUsers`, `errorResponse`, `updateResult`, `arrayOfBodies`, `codeName`,
   * `quoted`, `unquoted`, `emptyItem`, `repeatedItem`, `invalidItem`, `noKeyDelimiter`, `noKey`, `repeatedKey`,
   * `unknownKey`, or a new one. */
  kind: string;
  /** What to do about it, in English. The words may change. */
  message: string;
  /** Name that is meant: of a property, or of a code; null for other kinds. */
  name: string | null;
}

/** A rule of the rule set. */
export interface Rule {
  /** The rule, as in a rule file. */
  rule: { [name: string]: unknown };
  /** Name of the rule file; null if there is only one. */
  source: string | null;
  /** JSON Pointer of the rule in that file; null if there is only one. */
  sourcePointer: string | null;
}

/** A rule that could not be checked. It is not a problem. */
export interface Unchecked {
  /** Why that property is not known: `malformed` (in the body), `actualValuesNotRequested` (in the GET of the
   * current object), or a new one; null if the cause is not known. */
  hint: string | null;
  /** Kind of the reason: `notInDirectory`, `propertyUnknown`, `featureVersion`, `directoryFailed`, or a new
   * one. */
  kind: string;
  /** What is not known, in English. The words may change. */
  message: string;
  /** Type of the objects in that section; null if the section has no types. */
  objectType: string | null;
  /** Path, as the rule has it, of another property that is not known; null if the reason is another. */
  path: string | null;
  /** Location at which the rule would report, as a JSON Pointer; null if it is unchecked wherever its property
   * is. */
  pointer: string | null;
  /** Path of the location at which the rule would report. */
  propertyName: string;
  /** JSON Pointer of the rule, a name in `rules`. */
  rulePointer: string;
  /** Section of the directory that would answer the rule's question: `objects`, `extensions`,
   * `accessControlGroups`, `keywordSets`, `mailboxes`, `phoneCatalog`, `registrationGroups`, `networkAdapters`,
   * `timeZones`, `languages`, `attendantProfiles`, `sharedAppearances`, `references`, `statuses`, or a new one;
   * null if the rule needs none. */
  section: string | null;
  /** Feature version of `configuration` that introduced the validator, where the server's is older; null if the
   * reason is another. */
  since: number | null;
  /** Object type of the directory that was probably meant; null if none is similar. */
  suggestion: string | null;
  /** Number of the validator. */
  validator: number;
  /** Name of the validator. */
  validatorName: string | null;
}

/** Something that is worth a look. It is not a problem. */
export interface Warning {
  /** Kind of the warning: `noKnownProperty`, `featureVersion`, or a new one. */
  kind: string;
  /** The warning, in English. The words may change. */
  message: string;
  /** Location, as a JSON Pointer. */
  pointer: string;
}
