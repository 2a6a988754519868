import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Checker, LoadError, check, version } from 'icws-schema';
import * as web from 'icws-schema/web';
import { native, root, temporary } from './environment.js';

const TOO_LONG = '{"externalCallTimeout": {"actualValue": 301}}';

test('a report is that of the command, without what the command adds', () => {
  for (const payload of ['valid.json', 'invalid.json']) {
    const body = readFileSync(`${root}/tests/payloads/${payload}`);
    for (const rules of ['documented', 'recommended']) {
      const { stdout } = native(['check', '--format', 'json', '--rules', rules, `${root}/tests/payloads/${payload}`]);
      const { file, lineOfFile, errorId, isDocumented, body: response, ...expected } = JSON.parse(stdout);
      assert.deepEqual(check(body, { rules }), expected);
      assert.deepEqual(check(body.toString(), { rules }), expected);
    }
  }
});

test('values are shown only on request', () => {
  const found = (options) => check(TOO_LONG, { rules: 'recommended', ...options }).problems[0].foundValue;
  assert.equal(found(), null);
  assert.equal(found({ showValues: true }), '301');
});

test('a checker keeps its rules', () => {
  const rule = { validator: 'range', property: 'externalCallTimeout.actualValue', max: 60 };
  const checker = new Checker({ rules: { rules: [rule] } });
  const [problem] = checker.check(TOO_LONG).problems;
  assert.deepEqual([problem.validator, problem.pointer], [5, '/externalCallTimeout/actualValue']);
  assert.ok(checker.check('{}').valid);
});

test('rules come from paths, bytes and values, and are combined in order', () => {
  const range = { rules: [{ validator: 'range', property: 'externalCallTimeout.actualValue', max: 60 }] };
  const path = temporary('rules.json', JSON.stringify(range));
  for (const rules of [path, readFileSync(path), range, ['recommended', path]]) {
    assert.equal(check(TOO_LONG, { rules }).valid, false);
  }
  const sources = check(TOO_LONG, { rules: ['recommended', range] }).problems.map((problem) => problem.rulePointer);
  assert.equal(sources.length, 2);
});

test('what is suspicious in a rule file is a warning', () => {
  const when = { property: 'callForwardAll.actualValue', is: 'true' };
  const [warning] = new Checker({ rules: { rules: [{ validator: 'propertyNotApplicable', property: 'followMe', when }] } }).warnings;
  assert.match(warning, /^rules: warning: 1:/);
  assert.deepEqual(new Checker({ rules: 'recommended' }).warnings, []);
});

test('a directory answers what rules ask', () => {
  const options = {
    rules: { rules: [{ validator: 'existingExtension', property: 'followMe[].phoneNumber' }] },
    directory: { extensions: ['8001'] },
  };
  const body = (phoneNumber) => JSON.stringify({ followMe: [{ phoneNumber, timeout: 15, usePin: true }] });
  assert.ok(check(body('8001'), options).valid);
  assert.ok(!check(body('8002'), options).valid);
  assert.ok(!check(body('8002'), { rules: options.rules }).complete);
});

test('a wrong rule file throws everything that is wrong with it', () => {
  const rules = { rules: [{ validator: 'rnage', property: 'x' }, { validator: 'range', property: 'folowMe[].timeout', max: '1' }] };
  assert.throws(() => new Checker({ rules }), (error) => {
    assert.ok(error instanceof LoadError && error instanceof Error);
    assert.ok(error.problems.length >= 2 && error.problems.every((problem) => problem.startsWith('rules: 1:')));
    return true;
  });
});

test('a wrong file has the warnings of this file and of those before it', () => {
  const suspicious = { extensions: ['8001', '8001'] };
  const warned = /^directory: warning: 1:\d+: \/extensions\/1: duplicate `8001`/;
  assert.throws(() => new Checker({ rules: 'recommended', directory: { ...suspicious, wrong: 1 } }), ({ warnings }) => warned.test(warnings));
  assert.throws(() => new Checker({ rules: 'recommended', directory: suspicious, current: [] }), ({ warnings }) => warned.test(warnings));
  assert.match(new Checker({ rules: 'recommended', directory: suspicious }).warnings[0], warned);
});

test('an option that has no effect throws', () => {
  assert.throws(() => check('{}', { objectType: 'user', rules: 'recommended' }), /`objectType` needs `id`/);
  assert.throws(() => check('{}', { as: 'request', maxProblem: 1 }), /unknown field `maxProblem`/);
  assert.throws(() => check(5), TypeError);
});

test('other kinds of payloads are checked as what they are', () => {
  assert.ok(check('{"errorId": "error.request.invalidRepresentation.malformed"}', { as: 'error' }).version);
  assert.notDeepEqual(check('[]', { as: 'result' }).problems, []);
});

test('a report has the members that its schema requires', () => {
  const { $defs } = JSON.parse(readFileSync(`${root}/schemas/report.json`));
  const report = check(TOO_LONG, { rules: 'recommended' });
  assert.deepEqual(Object.keys(report).sort(), $defs.Report.required.toSorted());
  assert.deepEqual(Object.keys(report.problems[0]).sort(), $defs.Problem.required.toSorted());
});

test('the example of the README runs', async () => {
  const readme = readFileSync(`${root}/packaging/npm/README.md`, 'utf8');
  const [, example] = readme.match(/```js\n([^]*?)```/);
  globalThis.bodies = ['{}', TOO_LONG];
  const file = new URL('./example.js', import.meta.url);
  writeFileSync(file, `${example}\nexport { report, valid };\n`);
  const { report, valid } = await import(file);
  assert.deepEqual([report.problemCount, valid], [1, ['{}']]);
});

test('in a browser the module is loaded first', async () => {
  const module = readFileSync(new URL('./node_modules/icws-schema/lib/wasm/icws_schema_bg.wasm', import.meta.url));
  await web.init({ module_or_path: module });
  assert.ok(web.check('{}').valid);
});

test('the version is that of the package', () => {
  const { version: expected } = JSON.parse(readFileSync(new URL('./node_modules/icws-schema/package.json', import.meta.url)));
  assert.equal(version, expected);
  assert.equal(native(['--version']).stdout, `icws-schema ${expected}\n`);
});
