/**
 * Runs the official TypeScript SDK's own tests of messages, batches and models against the simulator, from a checkout
 * of it with its dependencies installed: `node scripts/sdk-tests.ts CHECKOUT [full]`. They were written for a mock
 * server that judges by the schema alone, and so does the simulator here; with `full` those fail that the API itself
 * would refuse.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startSimulator } from '../src/simulator/index.ts';

const suites = ['messages', 'models.test.ts', 'beta/messages', 'beta/models.test.ts'];

const [checkout, judge] = process.argv.slice(2);
if (checkout === undefined) {
  console.error('Give the folder of a checkout of the SDK: node scripts/sdk-tests.ts CHECKOUT [full]');
  process.exit(2);
}
const simulator = await startSimulator({
  judge: judge === 'full' ? 'full' : 'structure',
  onCall: ({ method, path, status, error }) => {
    if (error !== undefined) console.error(`${status} ${method} ${path} ${error}`);
  },
});
const jest = join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');
const paths = suites.map((suite) => join('tests', 'api-resources', suite));
const child = spawn(process.execPath, [jest, ...paths], {
  cwd: checkout,
  stdio: 'inherit',
  env: { ...process.env, TEST_API_BASE_URL: simulator.url },
});
child.on('close', (code) => {
  void simulator.stop().then(() => process.exit(code ?? 1));
});
