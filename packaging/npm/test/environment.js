// Where the tests run: in a folder in which the package is installed, with the native command to compare with.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = process.env.ICWS_SCHEMA_ROOT;
assert.ok(root && process.env.ICWS_SCHEMA, 'run by packaging/test');

/** A folder for files of the tests. */
export const folder = mkdtempSync(join(tmpdir(), 'icws-schema-'));
const installed = fileURLToPath(new URL('./node_modules/.bin/icws-schema', import.meta.url));

/** Writes a file, and returns its path. */
export function temporary(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs the native command. */
export const native = (args, options) => run(process.env.ICWS_SCHEMA, args, options);
/** Runs the command of the package. */
export const packaged = (args, options) => run(installed, args, options);

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, maxBuffer: 1 << 28, ...options });
  if (error) throw error;
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}
