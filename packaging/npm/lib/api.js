// The functions and classes of the package, over the WebAssembly module. How files are read depends on where it runs.
import * as wasm from './wasm/icws_schema.js';

const encoder = new TextEncoder();
let readFile = (path) => {
  throw new TypeError(`expected the content of a file, found the path ${JSON.stringify(path)}: there are no files here`);
};

/** Sets how files are read: a function from a path to bytes. */
export function setReadFile(read) {
  readFile = read;
}

/** A rule file, a directory file or a file with the current state has problems. */
export class LoadError extends Error {
  constructor(problems, warnings = []) {
    super(problems.join('\n'));
    this.name = 'LoadError';
    this.problems = problems;
    this.warnings = warnings;
  }
}

/** Checks bodies with rules that are loaded once. */
export class Checker {
  #checker;

  constructor(options = {}) {
    this.#checker = load(options);
  }

  get warnings() {
    return this.#checker.warnings();
  }

  check(body, { showValues = false } = {}) {
    return JSON.parse(this.#checker.check(bytesOf(body), showValues));
  }
}

/** Checks a body. */
export function check(body, { showValues, ...options } = {}) {
  return new Checker(options).check(body, { showValues });
}

/** Returns the checker of the WebAssembly module. */
export function load({ rules, directory, current, ...settings }) {
  const files = new wasm.Files();
  for (const set of rules === undefined ? [] : Array.isArray(rules) ? rules : [rules]) {
    if (typeof set !== 'string' || !files.rule_set(set)) files.rule_file(...file('rules', set));
  }
  if (directory !== undefined) files.directory(...file('directory', directory));
  if (current !== undefined) files.current(...file('current', current));
  try {
    return new wasm.Checker(JSON.stringify(settings), files);
  } catch (thrown) {
    if (typeof thrown !== 'string') throw thrown;
    const { usage, problems, warnings } = JSON.parse(thrown);
    throw problems ? new LoadError(problems, warnings) : new TypeError(usage);
  }
}

/** Returns name and bytes of a file that is given as a path, as bytes or as a value. */
function file(name, value) {
  if (typeof value === 'string') return [value, readFile(value)];
  if (value instanceof Uint8Array) return [name, value];
  return [name, encoder.encode(JSON.stringify(value))];
}

function bytesOf(body) {
  if (typeof body === 'string') return encoder.encode(body);
  if (body instanceof Uint8Array) return body;
  throw new TypeError('expected a string or a Uint8Array');
}
