import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { folder, native, packaged, root, temporary } from './environment.js';

const FORMATS = ['human', 'short', 'json', 'ndjson', 'github', 'sarif', 'gitlab', 'junit'];
const PAYLOADS = ['tests/payloads/valid.json', 'tests/payloads/invalid.json'];

/** Requires the same output, messages and exit code of both commands. */
function same(args, options) {
  const [expected, found] = [native(['check', ...args], options), packaged(['check', ...args], options)];
  assert.equal(found.stdout, expected.stdout);
  assert.equal(found.stderr, expected.stderr);
  assert.equal(found.status, expected.status);
  return found;
}

const valid = native(['generate', '--count', '300', '--seed', '1', '--awkward']).stdout;
const invalid = native(['generate', '--count', '300', '--seed', '2', '--rules', 'recommended', '--invalid']).stdout;
const lines = temporary('lines.ndjson', `${valid}\r\n  \n{\n{"a": 1}\r\n${invalid}[1, 2]`);

for (const format of FORMATS) {
  test(`${format}: the output is that of the native command`, () => {
    for (const rules of [[], ['--rules', 'recommended']]) {
      for (const values of format === 'ndjson' ? [[]] : [[], ['--show-values']]) {
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
  same(['--threads', '2', '--format', 'ndjson', lines]);
  same(['tests/payloads/invalid.json'], { env: { ...process.env, CLICOLOR_FORCE: '1' } });
});

test('bodies and ids are found in larger values', () => {
  const job = (body, user) => `{"user": ${user}, "jobs": [ {"body":\t${body}} ]}`;
  const request = readFileSync(join(root, 'tests/payloads/invalid.json'), 'utf8');
  const long = '{"externalCallTimeout": {"actualValue": 301}}';
  const jobs = temporary('jobs.ndjson', [job('{}', '"a"'), job(long, '"b"'), job('{}', 1), '{}', '{', '[]', job('"x"', '"c"')].join('\n'));
  const one = temporary('job.json', job(request, '"jane"'));
  for (const format of FORMATS) {
    const at = ['--rules', 'recommended', '--body-at', '/jobs/0/body', '--format', format];
    for (const id of [[], ['--id-at', '/user'], ['--id-at', '/user', '--object-type', 'workgroup']]) {
      assert.equal(same([...at, ...id, jobs]).status, 1);
      assert.equal(same([...at, ...id, one]).status, 1);
    }
  }
  assert.equal(same(['--rules', 'recommended', '--id-at', '/none', jobs]).status, 1);
  assert.equal(same(['--body-at', '/none', one]).status, 2);
});

test('lines are copied by their verdict', () => {
  for (const options of [[], ['--strict'], ['--quiet'], ['--body-at', '/followMe/0']]) {
    const copies = [native, packaged].map((run, index) => {
      const [valid, invalid] = ['valid', 'invalid'].map((name) => temporary(`${name}-${index}.ndjson`, 'what was there before\n'.repeat(9)));
      const { status } = run(['check', '--rules', 'recommended', ...options, '--valid', valid, '--invalid', invalid, lines]);
      return [status, readFileSync(valid, 'utf8'), readFileSync(invalid, 'utf8')];
    });
    assert.deepEqual(copies[1], copies[0]);
    assert.notEqual(copies[1][2], '');
    assert.ok(options.includes('--body-at') || copies[1][1] !== '');
  }
});

test('a copy overwrites no file that is read', () => {
  const copy = temporary('copy.ndjson', '{}\n');
  const link = join(dirname(copy), 'link.ndjson');
  symlinkSync(copy, link);
  const input = ['--ndjson', 'tests/payloads/valid.json'];
  for (const args of [['--valid', copy, '--invalid', copy, ...input], ['--valid', copy, '--invalid', link, ...input], ['--valid', copy, link],
    ['--invalid', copy, '--rules', copy, ...input], ['--valid', '-', ...input], ['--valid', copy, 'tests/payloads/valid.json'],
    ['--valid', join(dirname(copy), 'no/such/folder'), ...input], ['--valid', dirname(copy), ...input], ['--threads', '2', 'tests/payloads/valid.json']]) {
    assert.equal(same(args).status, 2, args.join(' '));
    assert.equal(readFileSync(copy, 'utf8'), '{}\n');
  }
});

test('patterns mean what they mean natively', () => {
  for (const name of ['p/a.json', 'p/b1.json', 'p/b2.ndjson', 'p/.c.json', 'p/q/a.json', 'p/q/r/a.json', 'p/q.json', 'p/[x].json', 'p/é.json']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '{"a": 1}\n');
  }
  for (const pattern of ['p/*.json', 'p/b?.*', 'p/[!a]*.json', 'p/**/*.json', '**/a.json', 'p/**/q/*.json', '*/a.json', './p/*', 'p//*.json',
    'p/**/r/../a.json', 'p/**', 'p/*/', 'p/none*', '[x', 'p/[x].json', 'p/***', 'a**', 'p/[[]x].json', 'p/q*', '?/**/**/?.json']) {
    same(['--format', 'short', pattern], { cwd: folder });
    same(['--format', 'json', join(folder, pattern)]);
  }
});

test('properties of views with similar names are warned of', () => {
  const view = temporary('view.json', '{"folowMe": [], "callForwardAll": {"effectiveValue": true}}');
  const views = temporary('views.ndjson', '{}\n{"items": [{"clientConfigurationPropertes": {}, "configurationId": {"id": "a"}}]}\n');
  for (const quiet of [[], ['--quiet']]) {
    const { stdout } = same(['--as', 'view', ...quiet, view, views]);
    assert.equal(stdout.split('did you mean').length, quiet.length ? 1 : 3);
  }
  same(['--rules', 'recommended', '--current', view, 'tests/payloads/valid.json']);
});

test('what is suspicious in a rule file is a warning', () => {
  const when = { property: 'callForwardAll.actualValue', is: 'true' };
  const rules = temporary('suspicious.json', JSON.stringify({ rules: [{ validator: 'propertyNotApplicable', property: 'followMe', when }] }));
  assert.match(same(['--rules', rules, 'tests/payloads/valid.json']).stderr, /warning: .*write it without quotes/);
  const directory = temporary('suspicious-directory.json', '{"extensions": ["8001", "8001"], "wrong": 1}');
  const { stderr } = same(['--rules', rules, '--directory', directory, '--current', directory, 'tests/payloads/valid.json']);
  assert.deepEqual([stderr.split('warning: ').length, stderr.split('error: ').length], [3, 2]);
});

test('an option without effect is described as natively', () => {
  const file = 'tests/payloads/valid.json';
  for (const args of [['--as', 'view', '--rules', 'recommended'], ['--as', 'view', '--strict'], ['--as', 'object'], ['--id', 'a'],
    ['--id-at', '/a'], ['--object-type', 'user', '--rules', 'recommended'], ['--id', 'a', '--id-at', '/a', '--rules', 'recommended'],
    ['--quiet', '--format', 'json'], ['--quiet', '--show-values'], ['--quiet', '--max-problems', '1'], ['--format', 'ndjson', '--show-values'],
    ['--strict'], ['--threads', 'x'], ['--threads', '257'], ['--max-problems', '0'], ['--feature-version', '1.5'], ['--body-at', '\u001b'],
    ['--partial'], ['--as', 'error', '--allow-unknown'], ['--directory', 'a'], ['--rules', '-', '-'], ['--show-values', 'never'],
    ['--rules', 'recomended'], ['--rules', '.'], ['--rules', 'recommended', '--directory', 'none.json'],
    ['--rules', 'recommended', '--current', 'tests/payloads/invalid.json']]) {
    assert.equal(same([...args, file]).status, 2, args.join(' '));
  }
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

test('the options are those of the native command', () => {
  const { stdout, status } = packaged(['--help']);
  assert.equal(status, 0);
  const options = (help) => [...help.matchAll(/^  +(?:-\w, )?--([a-z-]+)/gm)].map(([, option]) => option).sort();
  assert.deepEqual(options(stdout), [...options(native(['check', '--help']).stdout), 'version'].sort());
});

test('a reader that stops early ends it quietly', () => {
  const many = temporary('many.ndjson', valid.repeat(200));
  const command = `"$PACKAGED" check --format json ${many} | head -n 1`;
  const installed = join(process.cwd(), 'node_modules/.bin/icws-schema');
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { env: { ...process.env, PACKAGED: installed } });
  assert.ok(JSON.parse(stdout).valid);
  assert.equal(stderr.toString(), '');
});
