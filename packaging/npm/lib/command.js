// What the command does with files.
import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { load, setReadFile } from './api.js';
import './index.js';
import { Pattern, Results, escaped, format_names, require_effect, similar_rules } from './wasm/icws_schema.js';

export const FormatNames = format_names();
const ForPeople = ['human', 'short'];
/** How much of NDJSON is read at a time. */
const PART = 256 * 1024;
const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
/** What the native command says of errors, where Node says something else. */
const REASONS = {
  EACCES: 'permission denied',
  EISDIR: 'expected a file, found a folder',
  ELOOP: 'too many levels of symbolic links',
  ENAMETOOLONG: 'file name too long',
  ENOSPC: 'no space left on device',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EPERM: 'operation not permitted',
};

/** A value that an option does not accept. The message is that of the native command. */
export class InvalidValue extends TypeError {
  constructor(option, kind, value, reason) {
    super(`invalid value '${escaped(value)}' for '${option} <${kind}>': ${reason}\n\nFor more information, try '--help'.`);
  }
}

/** Checks files, writes the results, and returns the exit code. */
export function run(values, names) {
  const { format = 'human', 'show-values': when = 'auto' } = values;
  requireOne('--format', format, FormatNames);
  requireOne('--show-values', when, ['auto', 'always', 'never']);
  number('--threads', values.threads, 1, 256);
  const numbers = {
    featureVersion: number('--feature-version', values['feature-version'], 0, 2 ** 32 - 1),
    maxProblems: number('--max-problems', values['max-problems'], 1, 2 ** 32 - 1),
  };
  for (const option of ['body-at', 'id-at']) requirePointer(`--${option}`, values[option]);
  require_effect(JSON.stringify({ ...values, 'show-values': when === 'always' ? when : undefined }));
  const missing = names.find((name) => ['auto', 'always', 'never'].includes(name) && !fs.existsSync(name));
  if (missing && when === 'always') throw new TypeError(`${missing}: no such file; to show values, write \`--show-values=${missing}\``);
  requireOneStdin([...(values.rules ?? []), values.directory, values.current, ...names]);
  const isTerminal = Boolean(process.stdout.isTTY);
  const showValues = when === 'auto' ? ForPeople.includes(format) && isTerminal : when === 'always';
  const isForced = ![undefined, '', '0'].includes(process.env.CLICOLOR_FORCE);
  const color = !process.env.NO_COLOR && (isForced || isTerminal);
  const loaded = checker({ ...values, format, ...numbers });
  const inputs = expand(names, Boolean(values.ndjson));
  const targets = ['valid', 'invalid'].filter((option) => values[option] !== undefined);
  if (targets.length && inputs.some(({ isNdjson }) => isNdjson === false)) throw new TypeError('`--valid` and `--invalid` need NDJSON (`--ndjson`)');
  if (values.threads && inputs.every(({ isNdjson }) => isNdjson === false)) throw new TypeError('`--threads` needs NDJSON (`--ndjson`)');
  requireDistinct(targets, values, inputs);
  const results = new Results(loaded, JSON.stringify({ ...values, format }), showValues, color);
  const output = new Output(results, targets.map((option) => target(option, values[option])));
  for (const { name, isNdjson, error } of inputs) {
    if (output.isClosed) break;
    const cannotBeRead = (reason) => {
      output.flush();
      writeAll(STDERR, `${escaped(name)}: ${reason}\n`);
      results.unreadable(name, reason);
    };
    if (error) cannotBeRead(error);
    else if (isNdjson) checkLines(name, results, output, cannotBeRead);
    else {
      const text = attempt(() => readFile(name), cannotBeRead);
      const reason = text && results.file(name, text);
      if (reason !== undefined) cannotBeRead(reason);
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
    followSuggestions: ForPeople.includes(values.format),
    rules: values.rules,
    directory: values.directory,
    featureVersion: values.featureVersion,
    current: values.current,
    id: values.id,
    objectType: values.id === undefined ? undefined : values['object-type'],
    partial: values.partial,
    maxProblems: values.maxProblems,
  };
  setReadFile((path) => {
    try {
      return readFile(path);
    } catch (error) {
      throw Object.assign(error, { path });
    }
  });
  try {
    const loaded = load(options);
    warn(loaded.warnings());
    return loaded;
  } catch (error) {
    warn(error.warnings ?? []);
    if (error.path === undefined) throw error;
    const similar = values.rules?.includes(error.path) && error.code === 'ENOENT' ? similar_rules(error.path) : undefined;
    throw new Error(`${escaped(error.path)}: ${unreadable(error)}${similar ? `; did you mean \`${similar}\`?` : ''}`);
  }
}

function warn(warnings) {
  for (const warning of warnings) writeAll(STDERR, `${warning}\n`);
}

function number(option, value, least, most) {
  if (value === undefined) return undefined;
  if (!/^\+?[0-9]+$/.test(value) || value < least || value > most) {
    throw new InvalidValue(option, 'N', value, `expected an integer from ${least} to ${most}`);
  }
  return Number(value);
}

function requirePointer(option, value) {
  if (value && !value.startsWith('/')) throw new InvalidValue(option, 'POINTER', value, 'expected a JSON Pointer, such as `/body`');
}

function requireOne(option, value, known) {
  if (!known.includes(value)) {
    throw new TypeError(`\`${option}\`: expected one of ${known.join(', ')}, found ${JSON.stringify(value)}`);
  }
}

function requireOneStdin(names) {
  if (names.filter((name) => name === '-').length > 1) {
    throw new TypeError('`-` is given more than once; standard input can be read only once');
  }
}

/** Throws if a file that lines are copied to is also read, or is both of them. */
function requireDistinct(targets, values, inputs) {
  const isSet = (name) => name === 'documented' || name === 'recommended';
  const read = [
    ...['directory', 'current'].filter((option) => values[option] !== undefined).map((option) => [`--${option}`, values[option]]),
    ...(values.rules ?? []).filter((name) => !isSet(name)).map((name) => ['--rules', name]),
    ...inputs.map(({ name }) => ['<FILE>', name]),
  ];
  const written = targets.map((option) => [`--${option}`, values[option]]);
  const pairs = [...written.flatMap((one, index) => written.slice(index + 1).map((other) => [one, other])),
    ...(written.length ? read : []).flatMap((other) => written.map((one) => [one, other]))];
  for (const [[one, name], [other, otherName]] of pairs) {
    if (identity(name) && identity(name) === identity(otherName)) {
      throw new TypeError(`${escaped(name)}: \`${one}\` and \`${other}\` are one file, which would be overwritten`);
    }
  }
}

/** Returns which file it is, whatever the path; `undefined` for a terminal, a pipe or another device. */
function identity(name) {
  const info = statOf(name === '-' ? '/dev/stdin' : name);
  if (info) return info.isFile() ? `${info.dev} ${info.ino}` : undefined;
  const folder = dirname(name);
  return join(fs.existsSync(folder) ? fs.realpathSync(folder) : folder, basename(name));
}

/** Opens a file for lines as it is; `flush` empties it before it writes. */
function target(option, name) {
  if (name === '-') throw new TypeError(`\`--${option}\` needs a file; standard output is used for the results`);
  const fail = (error) => {
    const reason = error.code === 'ENOENT' ? 'its folder does not exist' : reasonOf(error);
    throw new Error(`${escaped(name)}: cannot be written: ${reason}`);
  };
  const file = attempt(() => fs.openSync(name, fs.constants.O_WRONLY | fs.constants.O_CREAT, 0o666), fail, (error) => error);
  const empty = () => fs.fstatSync(file).isFile() && fs.ftruncateSync(file);
  return { option, empty: () => attempt(empty, fail, (error) => error), write: (lines) => attempt(() => writeAll(file, lines), fail, (error) => error) };
}

/** Checks a file with a body on each line. */
function checkLines(name, results, output, cannotBeRead) {
  const file = name === '-' ? STDIN : attempt(() => fs.openSync(name), cannotBeRead);
  if (file === undefined) return;
  const part = new Uint8Array(PART);
  results.start_lines();
  for (let isWanted = true; isWanted && !output.isClosed; output.flush()) {
    const length = attempt(() => read(file, part), cannotBeRead);
    if (length === undefined) return;
    if (length === 0) break;
    isWanted = results.lines(name, part.subarray(0, length));
  }
  results.end_lines(name);
  if (file !== STDIN) fs.closeSync(file);
}

/** Returns what a function returns; if it throws, the reason goes to another one. */
function attempt(run, otherwise, reason = unreadable) {
  try {
    return run();
  } catch (error) {
    otherwise(reason(error));
    return undefined;
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

/** Returns the files that arguments mean: those in a folder that end in `.json`, `.ndjson` or `.jsonl`, and those that match a pattern. */
function expand(names, isNdjson) {
  return names.flatMap((name) => {
    const info = name === '-' ? undefined : statOf(name);
    if (info?.isDirectory()) {
      const found = search(name, isNdjson);
      return found.length ? found : [{ name, error: 'the folder contains no file that ends in `.json`, `.ndjson` or `.jsonl`' }];
    }
    return info || name === '-' || !/[*?[]/.test(name) ? [file(name, isNdjson)] : matching(name, isNdjson);
  });
}

function file(name, isNdjson) {
  return { name, isNdjson: isNdjson || /\.(ndjson|jsonl)$/i.test(name) };
}

/** Returns the files that match a pattern, in the order of their names, folder by folder. */
function matching(pattern, isNdjson) {
  const [, root, names] = (process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern).match(/^((?:[A-Za-z]:)?\/|)(.*)$/s);
  try {
    new Pattern(pattern).free();
    const parts = names.replace(/\/$/, '').replace(/(?<=^|\/)(\*\*\/)+/g, '**/').split('/').map((name) => ({ name, pattern: new Pattern(name) }));
    const found = names.endsWith('/') ? [] : [...inFolder(root || '.', parts, isNdjson)];
    return found.length ? found : [{ name: pattern, error: 'no file matches the pattern' }];
  } catch (error) {
    return [{ name: pattern, error: `not a pattern: ${error}` }];
  }
}

/** Yields the files in a folder that match parts of a pattern. */
function* inFolder(folder, parts, isNdjson) {
  const path = (name) => (folder === '.' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`);
  const [{ name: first }, ...rest] = parts;
  const matched = function* (child, rest) {
    if (rest.length) yield* inFolder(child, rest, isNdjson);
    else if (!isFolder(child)) yield file(child, isNdjson);
  };
  if (!/[*?[]/.test(first)) {
    if (statOf(path(first), fs.lstatSync)) yield* matched(path(first), rest);
    return;
  }
  if (!isFolder(folder)) return;
  let failure;
  const names = attempt(() => sorted(fs.readdirSync(folder)), (reason) => (failure = reason), reasonOf);
  if (!names) return void (yield { name: folder, error: `cannot be read: ${failure}` });
  for (const name of names) {
    const [part, ...following] = first === '**' ? rest : parts;
    if (part?.pattern.matches(name)) yield* matched(path(name), following);
    if (first === '**' && isFolder(path(name))) yield* inFolder(path(name), parts, isNdjson);
  }
}

/** Returns what is known of a file; `undefined` if it cannot be found. */
const statOf = (path, stat = fs.statSync) => attempt(() => stat(path, { bigint: true }), () => undefined);
const isFolder = (path) => Boolean(statOf(path)?.isDirectory());

/** Searches a folder and those in it, in the order of the names. Links to folders are not followed. */
function search(folder, isNdjson) {
  let entries;
  try {
    entries = sorted(fs.readdirSync(folder, { withFileTypes: true }), (entry) => entry.name);
  } catch (error) {
    return [{ name: folder, error: `cannot be read: ${reasonOf(error)}` }];
  }
  return entries.flatMap((entry) => {
    const path = folder.endsWith('/') ? folder + entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return search(path, isNdjson);
    const isFile = () => Boolean(statOf(path)?.isFile());
    return /\.(json|ndjson|jsonl)$/i.test(path) && isFile() ? [file(path, isNdjson)] : [];
  });
}

function sorted(entries, name = (entry) => entry) {
  return entries.sort((one, other) => Buffer.compare(Buffer.from(name(one)), Buffer.from(name(other))));
}

function unreadable(error) {
  return `cannot be read: ${error.code === 'ENOENT' ? 'no such file' : reasonOf(error)}`;
}

function reasonOf(error) {
  return REASONS[error.code] ?? error.message;
}

/** Standard output, and the files that lines are copied to. What is written after the reader has stopped is dropped. */
class Output {
  isClosed = false;
  #results;
  #targets;

  constructor(results, targets) {
    this.#results = results;
    this.#targets = targets;
    for (const { empty } of targets) empty();
  }

  flush() {
    const written = this.#results.take_output();
    if (!this.isClosed) {
      try {
        writeAll(STDOUT, written);
      } catch (error) {
        if (error.code !== 'EPIPE') throw new Error(`standard output cannot be written: ${reasonOf(error)}`);
        this.isClosed = true;
      }
    }
    const lines = { valid: this.#results.take_valid(), invalid: this.#results.take_invalid() };
    for (const { option, write } of this.#targets) write(lines[option]);
  }
}

function writeAll(file, text) {
  for (let rest = Buffer.from(text); rest.length; ) {
    try {
      rest = rest.subarray(fs.writeSync(file, rest));
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      wait();
    }
  }
}

function wait() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
