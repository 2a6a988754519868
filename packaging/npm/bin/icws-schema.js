#!/usr/bin/env node
// The command: it reads files and writes what the module makes of them.
import { parseArgs } from 'node:util';
import { version } from '../lib/index.js';
import { FormatNames, InvalidValue, run } from '../lib/command.js';

const HELP = `\
Check bodies of PUT /icws/{sessionId}/configuration/users/{id}/client before they are sent

Usage: icws-schema check [OPTIONS] <FILE>...

  <FILE>...              Files to check; \`-\` is standard input, a folder is searched for \`.json\`, \`.ndjson\` and \`.jsonl\`, and a
                         pattern with \`*\`, \`?\` or \`[...]\` is expanded

  --rules RULES          Rule set for requests and objects: \`documented\`, \`recommended\`, or a rule file; several are combined
  --directory FILE       Directory file: what the server's configuration contains
  --format FORMAT        ${FormatNames.slice(0, -1).map((name) => `\`${name}\``).join(', ')} or \`${FormatNames.at(-1)}\` [default: human]
  --as KIND              Kind of body: \`request\`, \`view\`, \`user\`, \`list\`, \`result\`, \`error\` or \`object\` [default: request]
  --ndjson               Treat each line as a separate body; always on for files that end in \`.ndjson\` or \`.jsonl\`
  --body-at POINTER      JSON Pointer of the body in each file or line
  --id-at POINTER        JSON Pointer of the id of the object that is updated, a string in each file or line
  --valid FILE           File to which valid lines of NDJSON are copied
  --invalid FILE         File to which invalid lines of NDJSON are copied
  --threads N            Accepted, without effect: WebAssembly has one thread
  --allow-unknown        Accept undocumented properties in requests
  --feature-version N    Feature version of \`configuration\` that the server has
  --current FILE         Current state of the object on the server
  --id ID                Id of the object that is updated
  --object-type TYPE     Type of the object that is updated [default: user]
  --partial              Treat the object as a partial update: absent properties keep their current value
  --max-problems N       Maximum number of problems to list for a body; all are counted [default: 1000]
  --show-values[=WHEN]   Show values of the body: \`auto\`, \`always\` or \`never\`; \`auto\` shows them only at a terminal, and
                         only in formats for people [default: auto]
  --strict               Also exit with 1 if a rule could not be checked
  -q, --quiet            Print no results; the exit code is the verdict
  -h, --help             Print this help
  -V, --version          Print the version

Exit codes: 0 valid, 1 invalid, 2 failure (invalid usage, or a file that cannot be read or used).
The native command can do more: it generates bodies and schemas, compares views, and uses all processors.
`;

const options = {
  as: { type: 'string', default: 'request' },
  'allow-unknown': { type: 'boolean' },
  rules: { type: 'string', multiple: true },
  directory: { type: 'string' },
  'feature-version': { type: 'string' },
  current: { type: 'string' },
  id: { type: 'string' },
  'object-type': { type: 'string' },
  partial: { type: 'boolean' },
  strict: { type: 'boolean' },
  'show-values': { type: 'string' },
  'max-problems': { type: 'string' },
  ndjson: { type: 'boolean' },
  'body-at': { type: 'string' },
  'id-at': { type: 'string' },
  valid: { type: 'string' },
  invalid: { type: 'string' },
  threads: { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
};

function main() {
  // An option whose value may be missing is not known to `parseArgs`.
  const args = process.argv.slice(2).map((arg) => (arg === '--show-values' ? '--show-values=always' : arg));
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return void process.stdout.write(HELP);
  if (values.version) return void process.stdout.write(`icws-schema ${version}\n`);
  const [command, ...files] = positionals;
  if (command !== 'check' || files.length === 0) throw new TypeError('expected `icws-schema check <FILE>...`; see `--help`');
  process.exitCode = run(values, files);
}

try {
  main();
} catch (error) {
  const message = error.message ?? error;
  const lines = error instanceof InvalidValue ? [message] : message.split('\n');
  for (const line of lines) process.stderr.write(`error: ${line}\n`);
  process.exitCode = 2;
}
