/** A payload: JSON as a string, or its bytes. */
export type Body = string | Uint8Array;

/** A kind of payload. */
export type Kind = 'request' | 'view' | 'user' | 'list' | 'result' | 'error' | 'object';

/** A file: its path (not in browsers), its bytes, or its content. */
export type File = string | Uint8Array | { [member: string]: unknown };

/** A rule set: `"documented"`, `"recommended"`, or a rule file. */
export type RuleSet = 'documented' | 'recommended' | File;

/** What payloads are checked with. */
export interface Options {
  /** The kind of payload; the default is `"request"`. */
  as?: Kind;
  /** One rule set, or several that are combined in order. The default is `"documented"` for requests. */
  rules?: RuleSet | RuleSet[];
  /** What the server's configuration contains. */
  directory?: File;
  /** The current state of the object on the server. */
  current?: File;
  /** The id of the object that is updated. */
  id?: string;
  /** The type of the object that is updated; the default is `"user"`. */
  objectType?: string;
  /** The feature version of `configuration` that the server has. */
  featureVersion?: number;
  /** Whether undocumented properties are accepted in requests. */
  allowUnknown?: boolean;
  /** Whether absent properties of an object keep their current value. */
  partial?: boolean;
  /** How many problems are listed; all are counted. The default is 1000. */
  maxProblems?: number;
}

/** What is in a report. */
export interface CheckOptions {
  /** Whether the report contains values of the payload. */
  showValues?: boolean;
}

/** All that was found in a payload, in the form of `schemas/report.json`. */
export interface Report {
  version: number;
  valid: boolean;
  complete: boolean;
  malformed: boolean;
  truncated: boolean;
  problemCount: number;
  problems: Problem[];
  uncheckedCount: number;
  unchecked: Unchecked[];
  warnings: Warning[];
  rules: { [rulePointer: string]: Rule };
}

/** One problem. */
export interface Problem {
  pointer: string;
  propertyName: string;
  line: number | null;
  column: number | null;
  offset: number | null;
  length: number | null;
  kind: string;
  target: string;
  message: string;
  expected: string;
  found: string;
  foundValue: string | null;
  suggestion: string | null;
  first: { line: number; column: number; offset: number } | null;
  validator: number | null;
  validatorName: string | null;
  rulePointer: string | null;
  isDocumented: boolean;
  documentationUrl: string | null;
  causes: Problem[];
}

/** A rule that could not be checked, and why. */
export interface Unchecked {
  validator: number;
  validatorName: string | null;
  propertyName: string;
  kind: string;
  message: string;
  rulePointer: string;
}

/** Something that is unusual, and not a problem. */
export interface Warning {
  pointer: string;
  kind: string;
  message: string;
}

/** A rule, and the file that it comes from, if there are several. */
export interface Rule {
  source: string | null;
  sourcePointer: string | null;
  rule: { [member: string]: unknown };
}
