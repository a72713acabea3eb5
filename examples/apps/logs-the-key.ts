/** Logs a failing request as it was sent. */
import { askPatiently, asTold, headers, log, logFailure } from './client.ts';

try {
  const { text, requestId } = await askPatiently('Which river flows through Vienna?', { retries: 2, waitMs: asTold });
  log({ event: 'answered', requestId });
  process.stdout.write(`${text}\n`);
} catch (error) {
  logFailure(error);
  log({ event: 'request', headers: headers() });
  process.stdout.write('The assistant cannot answer at the moment. Please try again in a few minutes.\n');
  process.exitCode = 1;
}
