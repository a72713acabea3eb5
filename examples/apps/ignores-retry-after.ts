/** Tries again when it likes, and not when it may. */
import { askPatiently, log, logFailure } from './client.ts';

try {
  const { text, requestId } = await askPatiently('Which river flows through Vienna?', { retries: 2, waitMs: () => 80 });
  log({ event: 'answered', requestId });
  process.stdout.write(`${text}\n`);
} catch (error) {
  logFailure(error);
  process.stdout.write('The assistant cannot answer at the moment. Please try again in a few minutes.\n');
  process.exitCode = 1;
}
