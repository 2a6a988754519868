export * from './report.js';

/** A body: JSON as a string, or its bytes. */
export type Body = string | Uint8Array;

/** A kind of body. */
export type Kind = 'request' | 'view' | 'user' | 'list' | 'result' | 'error' | 'object';

/** A file: its path (not in browsers), its bytes, or its content. */
export type File = string | Uint8Array | { [member: string]: unknown };

/** A rule set: `"documented"`, `"recommended"`, or a rule file. */
export type RuleSet = 'documented' | 'recommended' | File;

/** The rules and other settings of a check. */
export interface Options {
  /** The kind of body; the default is `"request"`. */
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
  /** Whether values below misspelt names and in wrappers of requests are checked, too. */
  followSuggestions?: boolean;
  /** Whether absent properties of an object keep their current value. */
  partial?: boolean;
  /** The maximum number of problems that are listed; all are counted. The default is 1000. */
  maxProblems?: number;
}

/** Options for the report of a body. */
export interface CheckOptions {
  /** Whether the report contains values of the body. */
  showValues?: boolean;
}
