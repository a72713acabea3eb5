/** Takes care of no error. */
import { ask, log } from './client.ts';

const { text, requestId } = await ask('Which river flows through Vienna?');
log({ event: 'answered', requestId });
process.stdout.write(`${text}\n`);
