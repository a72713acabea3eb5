import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Change {
  readonly field: string | undefined;
}

const field =
  /[`'"\\]+(model|system|tools|tool_choice|thinking|output_config|metadata|container|mcp_servers|[a-z]+_[a-z_]+)[`'"\\]+\s+(?:must|differs|changed|has\s+changed|does\s+not)/;

/** A field that must stay the same over a thread has changed. */
export const threadFingerprintMismatch = defineCause<Change>({
  id: 'thread-fingerprint-mismatch',
  refines: 'field-invalid',
  title: 'A field that must not change within a thread has changed',
  locus: 'request',
  retry: 'no',
  signs: [{ code: 'thread_fingerprint_mismatch' }, { says: 'thread_fingerprint_mismatch' }],
  recognize: (evidence, hit) => recognized(hit, { field: captured(evidence, field) }),
  explain: (change) =>
    `The request continues a thread, and ${change?.field === undefined ? 'a field that the message names' : `\`${change.field}\``} is not what it was when the thread began. What a thread keeps on the side of the API is tied to these fields, so they hold for its whole length.`,
  remedies: (change) => [
    {
      action: `Send ${change?.field === undefined ? 'the field' : `\`${change.field}\``} exactly as in the first request of the thread; leave out time stamps and other parts that vary.`,
    },
    { action: 'To change it, start a new thread with the whole conversation.', run: '"thread": { "type": "create" }' },
  ],
  docs: pages.messages,
});
