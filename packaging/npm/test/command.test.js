import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { native, packaged, temporary } from './environment.js';

const FORMATS = ['human', 'short', 'json', 'ndjson', 'github', 'sarif', 'gitlab', 'junit'];
const PAYLOADS = ['tests/payloads/valid.json', 'tests/payloads/invalid.json'];

/** Requires the same output and exit code of both commands. */
function same(args, options) {
  const [expected, found] = [native(['check', ...args], options), packaged(['check', ...args], options)];
  assert.equal(found.stdout, expected.stdout);
  assert.equal(found.status, expected.status, found.stderr);
  return found;
}

const valid = native(['generate', '--count', '300', '--seed', '1']).stdout;
const invalid = native(['generate', '--count', '300', '--seed', '2', '--rules', 'recommended', '--invalid']).stdout;
const lines = temporary('lines.ndjson', `${valid}\r\n  \n{\n{"a": 1}\r\n${invalid}[1, 2]`);

for (const format of FORMATS) {
  test(`${format}: the output is that of the native command`, () => {
    for (const rules of [[], ['--rules', 'recommended']]) {
      for (const values of [[], ['--show-values']]) {
        for (const payload of PAYLOADS) same(['--format', format, ...rules, ...values, payload]);
        same(['--format', format, ...rules, ...values, ...PAYLOADS, 'tests/payloads']);
        assert.equal(same(['--format', format, ...rules, ...values, lines]).status, 1);
      }
    }
  });
}

test('every generated line has a verdict', () => {
  const { stdout } = same(['--rules', 'recommended', '--format', 'ndjson', lines]);
  assert.equal(stdout.trimEnd().split('\n').length, 603);
});

test('standard input is read as payload and as lines', () => {
  same(['-'], { input: '{"externalCallTimeout": {"actualValue": true}}' });
  same(['--ndjson', '--format', 'short', '-'], { input: '{}\n{"a": 1}\n' });
  same(['--ndjson', '-'], { input: '' });
});

test('options of the check have the effect that they have natively', () => {
  const rules = temporary('rules.json', '{"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}');
  const directory = temporary('directory.json', '{"extensions": ["8001"]}');
  const request = temporary('request.json', '{"followMe": [{"phoneNumber": "8002", "timeout": 15, "usePin": true}]}');
  assert.equal(same(['--rules', rules, request]).status, 0);
  assert.equal(same(['--rules', rules, '--strict', request]).status, 1);
  assert.equal(same(['--rules', rules, '--directory', directory, request]).status, 1);
  assert.equal(same(['--rules', rules, '--rules', 'recommended', '--directory', directory, '--format', 'json', request]).status, 1);
  assert.equal(same(['--rules', 'recommended', '--feature-version', '3', request]).status, 0);
  assert.equal(same(['--allow-unknown', temporary('unknown.json', '{"new": 1}')]).status, 0);
  assert.equal(same(['--quiet', 'tests/payloads/invalid.json']).stdout, '');
  assert.equal(same(['--max-problems', '1', 'tests/payloads/invalid.json']).status, 1);
  for (const kind of ['view', 'user', 'list', 'result', 'error']) same(['--as', kind, 'tests/payloads/valid.json']);
});

test('folders are searched in order', () => {
  const file = (name, text) => {
    const path = join(dirname(lines), 'folder', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const name of ['b.json', 'a/z.JSON', 'a/a.jsonl', 'B.json', 'é.ndjson', 'c.txt']) file(name, '{"a": 1}\n');
  const { stdout } = same(['--format', 'short', join(dirname(lines), 'folder')]);
  assert.equal(stdout.split('unknown property').length, 6);
  mkdirSync(join(dirname(lines), 'empty'));
  assert.equal(same(['--format', 'json', join(dirname(lines), 'empty')]).status, 2);
});

test('a file that cannot be read does not end the check', () => {
  const found = same(['--format', 'json', 'missing.json', 'tests/payloads/valid.json']);
  assert.equal(found.status, 2);
  assert.equal(found.stderr, 'missing.json: cannot be read: no such file\n');
});

test('UTF-16 is one problem of a file', () => {
  const utf16 = temporary('utf16.ndjson', Buffer.from('\ufeff{}\n{}\n', 'utf16le'));
  assert.equal(same(['--format', 'short', utf16]).status, 1);
  assert.equal(same(['--format', 'json', utf16]).status, 1);
});

test('a wrong rule file is described as natively', () => {
  const rules = temporary('wrong.json', '{"rules": [{"validator": "rnage", "property": "x"}, {"validator": "range"}]}');
  const [expected, found] = [native, packaged].map((run) => run(['check', '--rules', rules, ...PAYLOADS]));
  assert.deepEqual(found, expected);
  assert.equal(found.status, 2);
});

test('wrong usage ends with 2', () => {
  for (const args of [[], ['check'], ['check', '--unknown', 'a'], ['check', '--format', 'xml', 'a'], ['check', '--id', '1', 'a'],
    ['check', '--object-type', 'user', '--rules', 'recommended', 'a'], ['check', '--rules', 'missing.json', 'a']]) {
    const { status, stdout, stderr } = packaged(args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^error: /);
  }
  assert.match(packaged(['check', '--object-type', 'user', '--rules', 'recommended', 'a']).stderr, /`--?object-type`|`object-type`/);
});

test('every option of the help is known', () => {
  const { stdout, status } = packaged(['--help']);
  assert.equal(status, 0);
  const options = [...stdout.matchAll(/^  (?:-\w, )?--([a-z-]+)/gm)].map(([, option]) => option);
  assert.ok(options.length > 15);
  const help = native(['check', '--help']).stdout;
  for (const option of options) assert.ok(help.includes(`--${option}`) || option === 'version', option);
});

test('a reader that stops early ends it quietly', () => {
  const many = temporary('many.ndjson', valid.repeat(200));
  const command = `"$PACKAGED" check --format json ${many} | head -n 1`;
  const installed = join(process.cwd(), 'node_modules/.bin/icws-schema');
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { env: { ...process.env, PACKAGED: installed } });
  assert.ok(JSON.parse(stdout).valid);
  assert.equal(stderr.toString(), '');
});
