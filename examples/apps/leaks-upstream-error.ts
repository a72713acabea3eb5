/** Shows its users what the API said. */
import { askPatiently, asTold, log, logFailure } from './client.ts';

try {
  const { text, requestId } = await askPatiently('Which river flows through Vienna?', { retries: 2, waitMs: asTold });
  log({ event: 'answered', requestId });
  process.stdout.write(`${text}\n`);
} catch (error) {
  logFailure(error);
  process.stdout.write(`Something went wrong: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
