import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Batch {
  readonly path: string | undefined;
}

/** A Message Batches request is not valid, or asks for something that the state of the batch does not allow. */
export const batchInvalid = defineCause<Batch>({
  id: 'batch-invalid',
  title: 'The batch request is not valid',
  locus: 'request',
  retry: 'no',
  signs: [
    { pattern: /\brequests(?:\.\d+[\w.-]{0,200})?:\s+\S/, says: ['requests.'], type: 'invalid_request_error' },
    { says: ['requests.', 'custom_id:'] },
    { says: ['requests: list should have at'] },
    { says: ['requests: field required'] },
    { says: ['custom_id', 'must be unique'], shared: true },
    { says: ['duplicate custom_id'], shared: true },
    { says: ['message batch', 'cannot be canceled'], shared: true },
    { says: ['message batch', 'cannot be deleted'], shared: true },
    { says: ['batch', 'still processing'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['message batch', 'not found'], type: 'not_found_error' },
    { says: ['msgbatch_', 'not found'] },
    { says: ['custom_id'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['messages/batches'], type: 'invalid_request_error', certainty: 'possible' },
    { says: ['messages/batches'], type: 'not_found_error', certainty: 'possible' },
  ],
  recognize: (evidence, hit) => recognized(hit, { path: fieldPath(evidence) }),
  explain: (batch) => {
    const where = batch?.path?.startsWith('requests') === true ? ` at ${named(batch.path, '')}` : '';
    return `The API refuses the batch${where}. A batch holds 1 to 100,000 requests and up to 256 MB; each has a \`custom_id\` of 1 to 64 letters, digits, \`_\` and \`-\` that occurs once, and \`params\` as for a single call, without \`stream\`. A batch that has ended can no longer be canceled, and one that runs cannot be deleted.`;
  },
  remedies: (batch) => [
    ...(batch?.path?.includes('.params.') === true
      ? [{ action: `Correct \`${batch.path}\`; the parameters of each request are those of a single call.` }]
      : []),
    {
      action:
        'Give every request a `custom_id` of its own in the accepted form, and keep a table from it to your own ids.',
      run: '{"custom_id": "row-000123", "params": {"model": "...", "max_tokens": 1024, "messages": [...]}}',
    },
    {
      action: 'Send one of the `params` as a single call first: faults in them show only in the results of the batch.',
    },
    {
      action: 'Ask for the state of the batch before you cancel or delete it.',
      run: 'curl https://api.anthropic.com/v1/messages/batches/BATCH_ID -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01"',
    },
  ],
  docs: pages.batches,
});
