import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, recognizedOfClaude } from '../details.ts';

interface Block {
  readonly by: 'output-filter' | 'usage-policy' | 'cloud';
}

const policy = /(usage\s+policy|safeguards|safety\s+(?:measures|filters))/i;
const cloud = /(guardrail|responsible\s+ai|content_filter(?:ed)?\b|content management policy)/i;

/** A content policy blocked the input or the output. */
export const contentBlocked = defineCause<Block>({
  id: 'content-blocked',
  title: 'A content policy blocked the request or its answer',
  locus: 'request',
  retry: () => ({
    kind: 'no',
    because: 'The same text is blocked again; only another wording, or another answer, can pass.',
  }),
  signs: [
    { says: 'output blocked by content filtering policy' },
    { says: 'blocked by content filtering' },
    { says: 'appears to violate our usage policy' },
    { says: 'is unable to respond to this request, which appears to violate' },
    { says: ['safeguards flagged this message'] },
    { says: ['safety measures flagged this message'] },
    { says: ['safety filters flagged this'] },
    { says: ['this request triggered', 'safeguards'] },
    { says: 'blocked by anthropic usage policy' },
    { says: 'blocked by the providers content filter', certainty: 'likely' },
    { says: ['blocked', 'usage policy'], certainty: 'likely' },
    { says: 'www.anthropic.com/legal/aup', certainty: 'likely' },
    { stopReason: ['guardrail_intervened', 'content_filtered'] },
    { says: 'guardrail_intervened', certainty: 'likely' },
    { says: ['content filter', 'claude'], certainty: 'possible' },
    { says: 'contentpolicyviolationerror', certainty: 'likely', shared: true },
    { says: 'content_policy_violation', certainty: 'possible', shared: true },
    { type: badRequest, says: ['blocked', 'content filter'], certainty: 'likely' },
    { type: badRequest, says: ['blocked', 'policy'], certainty: 'possible' },
  ],
  retold: [
    'content filtering',
    'content filter',
    'refused to answer',
    'refused to respond to',
    'refuses to respond to',
    'blocked by the content',
    '内容过滤',
    '内容审核',
    'コンテンツフィルタ',
    ['blocked', 'content policy'],
    ['flagged', 'usage policy'],
  ],
  recognize: (evidence, hit) => {
    const by =
      captured(evidence, policy) !== undefined
        ? 'usage-policy'
        : captured(evidence, cloud) !== undefined
          ? 'cloud'
          : 'output-filter';
    return recognizedOfClaude(evidence, hit, { by });
  },
  explain: (block) => {
    if (block?.by === 'usage-policy')
      return "Anthropic's safety classifiers took the conversation for a violation of the usage policy and stopped it. They read the whole context, so files, tool results and command output that a tool loaded can be the reason as well as your own words, and harmless work on security, biology or encoded data is sometimes caught.";
    if (block?.by === 'cloud')
      return 'A content filter or guardrail of the platform blocked the prompt or the answer. It is set up in the cloud account or the gateway, and not in the Claude API.';
    return 'The answer was stopped by the output filter of the API while it was written: it had begun to repeat protected text word for word (licenses, lyrics, long passages of books, standard documents) or other blocked content. The request itself is well formed.';
  },
  remedies: (block, { client }) => [
    ...(client?.name === 'claude-code'
      ? [
          {
            action:
              'Press Esc twice to go back to before the message that was flagged, or start a new session; what was flagged stays in the context otherwise.',
          },
        ]
      : []),
    ...(block?.by === 'cloud'
      ? [
          {
            action:
              'Look at the guardrail or filter settings of the deployment and its trace to see which policy acted.',
          },
        ]
      : block?.by === 'usage-policy'
        ? [
            {
              action:
                'Take out what may have been flagged (encoded blobs, exploit code, sensitive file contents) and ask anew, or call another model.',
            },
          ]
        : [
            {
              action:
                'Do not ask for a known text word for word; let the program download or copy it, and ask for a summary or for changes.',
              run: 'curl -o LICENSE https://www.apache.org/licenses/LICENSE-2.0.txt',
            },
            { action: 'Ask for the output in smaller parts, or in your own words.' },
          ]),
    { action: 'If the work is allowed by the usage policy, report the case with its request id.' },
  ],
  docs: pages.usagePolicy,
});
