import type { Report } from './report.js';
import type { Body, CheckOptions, Options } from './types.js';

export * from './types.js';

/** The version of the package. */
export const version: string;

/** A rule file, a directory file or a file of the current state is wrong. */
export class LoadError extends Error {
  constructor(problems: string[]);
  /** Everything that is wrong, each as `file: line:column: ...`. */
  readonly problems: string[];
}

/** Checks payloads with rules that are loaded once. */
export class Checker {
  /**
   * Loads what payloads are checked with.
   *
   * @throws {LoadError} if a file is wrong
   * @throws {TypeError} for an option that has no effect
   */
  constructor(options?: Options);
  /** Checks a payload. No value of it is in the report, unless `showValues` is true. */
  check(body: Body, options?: CheckOptions): Report;
}

/** Checks a payload. `Checker` loads rules once for many payloads. */
export function check(body: Body, options?: Options & CheckOptions): Report;
