import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check, Outcome } from './check.ts';
import { execute } from './command.ts';
import { parseAs } from './json.ts';

/** All tests; counted one by one. Given the JSON report of a run that just ended, that one counts. */
export function testsCheck(reportFile: string | undefined): Check {
  return {
    name: 'tests',
    run: async () => (reportFile === undefined ? runTests() : outcomeOf(readFileSync(reportFile, 'utf8'), '')),
  };
}

async function runTests(): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'faultline-tests-'));
  try {
    const file = join(directory, 'report.json');
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile=${file}`];
    const { stdout, stderr } = await execute(process.execPath, args);
    return outcomeOf(readFileSync(file, 'utf8'), `${stdout}${stderr}`.trim());
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Reads the counts of a vitest JSON report; a run that broke outside any test has failed too. */
export function outcomeOf(report: string, output: string): Outcome {
  const { success, numPassedTests, numFailedTests } = parseAs('vitestReport', report);
  if (success && numFailedTests === 0) return { kind: 'passed', count: numPassedTests };
  return { kind: 'failed', report: output, count: Math.max(numFailedTests, 1), passedCount: numPassedTests };
}
