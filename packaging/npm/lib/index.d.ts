import type { Report } from './report.js';
import type { Body, CheckOptions, Options } from './types.js';

export * from './types.js';

/** The version of the package. */
export const version: string;

/** A rule file, a directory file or a file with the current state has problems. */
export class LoadError extends Error {
  constructor(problems: string[], warnings?: string[]);
  /** All problems, each as `file: line:column: ...`. */
  readonly problems: string[];
  /** What is suspicious in the files, each as `file: warning: ...`. */
  readonly warnings: string[];
}

/** Checks bodies with rules that are loaded once. */
export class Checker {
  /**
   * Loads the rules and other files of the checks.
   *
   * @throws {LoadError} if a file has problems
   * @throws {TypeError} for an option that has no effect
   */
  constructor(options?: Options);
  /** What is suspicious in the files, each as `file: warning: ...`: a value that no property can have, for example. */
  readonly warnings: string[];
  /** Checks a body. The report contains no values of it unless `showValues` is true. */
  check(body: Body, options?: CheckOptions): Report;
}

/** Checks a body. `Checker` loads rules once for many bodies. */
export function check(body: Body, options?: Options & CheckOptions): Report;
