/** Fails as an application should: in its own words, with a trace in the log, and after a few patient tries. */
import { askPatiently, asTold, log, logFailure } from './client.ts';

try {
  const { text, requestId } = await askPatiently('Which river flows through Vienna?', { retries: 2, waitMs: asTold });
  log({ event: 'answered', requestId });
  process.stdout.write(`${text}\n`);
} catch (error) {
  logFailure(error);
  process.stdout.write('The assistant cannot answer at the moment. Please try again in a few minutes.\n');
  process.exitCode = 1;
}
