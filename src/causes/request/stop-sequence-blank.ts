import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** A stop sequence is empty or only white space. */
export const stopSequenceBlank = defineCause({
  id: 'stop-sequence-blank',
  refines: 'field-invalid',
  title: 'A stop sequence is empty or only white space',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'each stop sequence must contain non-whitespace' },
    { says: 'stop_sequences: each stop sequence' },
    { says: ['stopsequences', 'is blank'], platform: 'bedrock', certainty: 'likely' },
  ],
  explain: () =>
    'One of the `stop_sequences` is empty or consists of spaces and line breaks only. The Messages API stops at visible text only; other APIs accept a line break (`"\\n"`) there, and settings made for them are often passed on.',
  remedies: () => [
    {
      action: 'Remove blank entries; an empty list is accepted.',
      run: 'stop_sequences = [s for s in stop_sequences if s.strip()]',
    },
    {
      action:
        'To stop at the end of a line, ask for one line in the prompt and cut the answer at the first line break yourself.',
    },
  ],
  docs: pages.messages,
});
