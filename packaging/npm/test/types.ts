// What TypeScript knows of the package; compiled and not run.
import { Checker, LoadError, check, type Options, type Problem, type Report } from 'icws-schema';
import * as web from 'icws-schema/web';

const options: Options = { rules: ['recommended', { rules: [] }], directory: new Uint8Array(), as: 'request', maxProblems: 1 };
const report: Report = check('{}', { ...options, showValues: true });
const problems: Problem[] = new Checker(options).check(new Uint8Array(), { showValues: false }).problems;
const warnings: string[] = new Checker(options).warnings;
const line: number | null | undefined = problems[0]?.line;
const valid: boolean = web.check('{}').valid;
const all: readonly string[] = new LoadError([]).problems;
// @ts-expect-error: there is no such kind
check('{}', { as: 'requests' });
// @ts-expect-error: a report is not written to
report.problems = 'none';
await web.init();
export { all, line, valid, warnings };
