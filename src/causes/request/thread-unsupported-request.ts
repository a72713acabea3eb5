import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Unsupported {
  readonly features: string | undefined;
}

const features = /unsupported["'\\]*\s*[:=]\s*\[([^\]\n]{1,200})\]/;

/** The request combines `thread` with something that threads do not support. */
export const threadUnsupportedRequest = defineCause<Unsupported>({
  id: 'thread-unsupported-request',
  refines: 'field-invalid',
  title: 'The request uses what threads do not support',
  locus: 'request',
  retry: 'no',
  signs: [{ code: 'thread_unsupported_request' }, { says: 'thread_unsupported_request' }],
  recognize: (evidence, hit) => recognized(hit, { features: captured(evidence, features)?.replace(/[\\"']/g, '') }),
  explain: (unsupported) =>
    `The request has a \`thread\`, together with ${unsupported?.features === undefined ? 'something that the answer lists under `unsupported`' : `\`${unsupported.features}\``}, which threads do not support. They exclude \`cache_control\`, \`context_management\`, \`fallbacks\` and some forms of thinking, and organizations under HIPAA terms or with inference hooks.`,
  remedies: (unsupported) => [
    {
      action: `Take ${unsupported?.features === undefined ? 'the parts listed under `error.details.unsupported`' : `\`${unsupported.features}\``} out of the request.`,
    },
    { action: 'Or leave `thread` out and send the whole conversation in `messages`, as without threads.' },
  ],
  docs: pages.messages,
});
