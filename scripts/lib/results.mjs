import { existsSync, readFileSync } from 'node:fs';

const nothing = { passed: 0, failed: 0, skipped: 0 };

export const add = (left, right) => ({
  passed: left.passed + right.passed,
  failed: left.failed + right.failed,
  skipped: left.skipped + right.skipped,
});

/** Counts of a jest `--json` report; a report that is missing, or a suite that could not run, counts as a failure. */
export function jestResults(file) {
  if (!existsSync(file)) return { ...nothing, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts of a Playwright JSON report. */
export function playwrightResults(file) {
  if (!existsSync(file)) return { ...nothing, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: stats.expected,
    failed:
      stats.unexpected +
      stats.flaky +
      (errors.length && !stats.unexpected ? 1 : 0),
    skipped: stats.skipped,
  };
}

/** The one closing line. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
