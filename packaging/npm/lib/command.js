// What the command does with files.
import fs from 'node:fs';
import { load } from './api.js';
import { Results } from './wasm/icws_schema.js';

export const FormatNames = ['human', 'short', 'json', 'ndjson', 'github', 'sarif', 'gitlab', 'junit'];
const ForPeople = ['human', 'short'];
/** How much of NDJSON is read at a time. */
const PART = 256 * 1024;
const STDIN = 0;
const STDOUT = 1;

/** Checks files, writes the results, and returns the exit code. */
export function run(values, names) {
  const { format, strict, quiet } = values;
  requireOne('--format', format, FormatNames);
  requireOne('--show-values', values['show-values'], ['auto', 'always', 'never']);
  const isTerminal = Boolean(process.stdout.isTTY);
  const showValues = values['show-values'] === 'auto' ? ForPeople.includes(format) && isTerminal : values['show-values'] === 'always';
  const color = isTerminal && !process.env.NO_COLOR;
  const results = new Results(checker(values), quiet ? undefined : format, showValues, color, Boolean(strict));
  const output = new Output(results);
  for (const { name, isNdjson, error } of expand(names, Boolean(values.ndjson))) {
    if (output.isClosed) break;
    try {
      if (error) throw new Error(error);
      if (isNdjson) checkLines(name, results, output);
      else results.file(name, readFile(name));
    } catch (error) {
      const reason = unreadable(error);
      output.flush();
      process.stderr.write(`${shown(name)}: ${reason}\n`);
      results.unreadable(name, reason);
    }
    output.flush();
  }
  results.end();
  output.flush();
  return results.status();
}

/** Returns the checker for the options of the command. */
function checker(values) {
  const options = {
    as: values.as,
    allowUnknown: values['allow-unknown'],
    rules: values.rules,
    directory: values.directory,
    featureVersion: number('--feature-version', values['feature-version']),
    current: values.current,
    id: values.id,
    objectType: values['object-type'],
    partial: values.partial,
    maxProblems: number('--max-problems', values['max-problems']),
  };
  try {
    return load(options);
  } catch (error) {
    if (error.path !== undefined) throw new Error(`${shown(error.path)}: ${unreadable(error)}`);
    // Names of options are in the form of the command line.
    if (error instanceof TypeError) error.message = error.message.replace(/`[a-z]+[A-Z][A-Za-z]*`/g, kebab);
    throw error;
  }
}

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function number(option, value) {
  if (value === undefined) return undefined;
  if (!/^[0-9]{1,9}$/.test(value)) throw new TypeError(`\`${option}\`: expected a number, found ${JSON.stringify(value)}`);
  return Number(value);
}

function requireOne(option, value, known) {
  if (!known.includes(value)) {
    throw new TypeError(`\`${option}\`: expected one of ${known.join(', ')}, found ${JSON.stringify(value)}`);
  }
}

/** Checks a file with a body on each line. */
function checkLines(name, results, output) {
  const file = name === '-' ? STDIN : fs.openSync(name);
  try {
    const part = new Uint8Array(PART);
    results.start_lines();
    for (let isWanted = true; isWanted && !output.isClosed; output.flush()) {
      const length = read(file, part);
      if (length === 0) break;
      isWanted = results.lines(name, part.subarray(0, length));
    }
    results.end_lines(name);
  } finally {
    if (file !== STDIN) fs.closeSync(file);
  }
}

function readFile(name) {
  return fs.readFileSync(name === '-' ? STDIN : name);
}

/** Reads what there is; standard input may have to be waited for, and its end may be an error. */
function read(file, part) {
  for (;;) {
    try {
      return fs.readSync(file, part);
    } catch (error) {
      if (error.code === 'EOF') return 0;
      if (error.code !== 'EAGAIN') throw error;
      wait();
    }
  }
}

/** Returns the files that arguments mean: a folder means the files in it that end in `.json`, `.ndjson` or `.jsonl`. */
function expand(names, isNdjson) {
  return names.flatMap((name) => {
    if (name === '-' || !fs.statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [file(name, isNdjson)];
    const found = search(name, isNdjson);
    return found.length ? found : [{ name, error: 'the folder contains no file that ends in `.json`, `.ndjson` or `.jsonl`' }];
  });
}

function file(name, isNdjson) {
  return { name, isNdjson: isNdjson || /\.(ndjson|jsonl)$/i.test(name) };
}

/** Searches a folder and those in it, in the order of the names. Links to folders are not followed. */
function search(folder, isNdjson) {
  let entries;
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return [{ name: folder, error: unreadable(error) }];
  }
  entries.sort((one, other) => Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)));
  return entries.flatMap((entry) => {
    const path = folder.endsWith('/') ? folder + entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return search(path, isNdjson);
    const isFile = () => Boolean(fs.statSync(path, { throwIfNoEntry: false })?.isFile());
    return /\.(json|ndjson|jsonl)$/i.test(path) && isFile() ? [file(path, isNdjson)] : [];
  });
}

function unreadable(error) {
  if (error.code === undefined) return error.message;
  return `cannot be read: ${error.code === 'ENOENT' ? 'no such file' : error.message}`;
}

/** Returns a name such that it can be printed. */
function shown(name) {
  return name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, (character) =>
    `\\u{${character.codePointAt(0).toString(16)}}`);
}

/** Standard output. What is written after the reader has stopped is dropped. */
class Output {
  isClosed = false;
  #results;

  constructor(results) {
    this.#results = results;
  }

  flush() {
    let rest = this.#results.take_output();
    while (rest.length && !this.isClosed) {
      try {
        rest = rest.subarray(fs.writeSync(STDOUT, rest));
      } catch (error) {
        if (error.code === 'EPIPE') this.isClosed = true;
        else if (error.code === 'EAGAIN') wait();
        else throw new Error(`standard output cannot be written: ${error.message}`);
      }
    }
  }
}

function wait() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
