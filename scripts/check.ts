import { parseArgs } from 'node:util';
import { bundleCheck, repeatableCheck } from './checks/bundle.ts';
import { tally, type Check, type Outcome } from './checks/check.ts';
import { command } from './checks/command.ts';
import { contentsCheck, installCheck } from './checks/contents.ts';
import { oldestNodeCheck, ownNodeCheck, pinnedNodeCheck } from './checks/engines.ts';
import { inStep } from './checks/in-step.ts';
import { layersCheck } from './checks/layers.ts';
import { publintCheck, typesFoundCheck } from './checks/published.ts';
import { testsCheck } from './checks/tests.ts';
import { docsPages } from './docs.ts';
import { causeIndexes } from './sync-causes.ts';

const { values } = parseArgs({
  options: {
    /** Also judge the package that would be published. */
    package: { type: 'boolean', default: false },
    /** Count the tests of this vitest JSON report instead of running them. */
    'test-report': { type: 'string' },
  },
});

/** What must hold before every commit. */
const source: readonly Check[] = [
  command('types', 'node_modules/typescript/bin/tsc', ['-b']),
  layersCheck,
  command('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware']),
  command('format', 'node_modules/oxfmt/bin/oxfmt', ['--check']),
  inStep('lists of causes', 'npm run sync:causes', causeIndexes),
  inStep('pages of causes', 'npm run docs', docsPages),
  testsCheck(values['test-report']),
];

/** What must hold before a release, and what every change is judged by. */
const published: readonly Check[] = [
  command('unused code', 'node_modules/knip/bin/knip.js', ['--no-progress']),
  installCheck,
  contentsCheck,
  bundleCheck,
  repeatableCheck,
  publintCheck,
  typesFoundCheck,
  oldestNodeCheck,
  pinnedNodeCheck,
  ownNodeCheck,
];

const outcomes: Outcome[] = [];
for (const check of values.package ? [...source, ...published] : source) {
  const startedAt = performance.now();
  const outcome = await check.run().catch(broken);
  outcomes.push(outcome);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${outcome.kind.padEnd(8)}${check.name} (${seconds} s)`);
  if (outcome.kind === 'failed') console.log(outcome.report.replaceAll(/^/gm, '  '));
  if (outcome.kind === 'skipped') console.log(`  ${outcome.because}`);
}
const { passed, failed } = tally(outcomes);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function broken(error: unknown): Outcome {
  return { kind: 'failed', report: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
