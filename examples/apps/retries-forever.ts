/** Asks until it gets an answer, however long that takes. */
import { askPatiently, asTold, log } from './client.ts';

const patience = {
  retries: Infinity,
  waitMs: (...failure: Parameters<typeof asTold>) => Math.min(100, asTold(...failure)),
};

for (;;) {
  try {
    const { text, requestId } = await askPatiently('Which river flows through Vienna?', patience);
    log({ event: 'answered', requestId });
    process.stdout.write(`${text}\n`);
    break;
  } catch {
    // The next one may go through.
  }
}
