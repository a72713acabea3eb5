import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Broken {
  readonly member: 'signature' | 'data';
  readonly isMissing: boolean;
}

const dataOfRedacted = /(data)[`'"\\]*\s+in\s+[`'"\\]*redacted_thinking|redacted_thinking\.(data)/;
const missing = /signature(?:\.str)?:\s*(Field\s+required|Input\s+should)/;

/** The signature of a thinking block does not verify, or is not there. */
export const thinkingSignatureInvalid = defineCause<Broken>({
  id: 'thinking-signature-invalid',
  title: 'The signature of a thinking block does not verify',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'invalid signature in think' },
    { says: 'invalid data in redacted_thinking block' },
    { says: 'thinking.signature: field required' },
    { says: 'thinking.signature: input should be' },
    { says: 'thinking.signature.str: input should be' },
    { says: 'redacted_thinking.data: field required' },
    { says: 'thinking.signature: string should' },
    { says: ['invalid signature in', 'thinking'], certainty: 'likely' },
    { says: ['forging thinking signature'], certainty: 'likely' },
    { says: ['thinking block', 'signature', 'invalid'], type: 'invalid_request_error', certainty: 'likely' },
    { type: badRequest, says: ['signature', 'thinking block'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) =>
    recognized(hit, {
      member: captured(evidence, dataOfRedacted) === undefined ? 'signature' : 'data',
      isMissing: captured(evidence, missing) !== undefined,
    }),
  explain: (broken, evidence) => {
    const member = broken?.member ?? 'signature';
    const fault = broken?.isMissing ? `has no usable \`${member}\`` : `has a \`${member}\` that does not verify`;
    return `The thinking block${pathPhrase(evidence)} ${fault}. The API signs each thinking block for the platform and the model family that wrote it, and takes it back only with that value unchanged; blocks from another provider or model, rebuilt by a gateway, or stored before the stream had ended do not pass.`;
  },
  remedies: (_broken, { client, gateway }) => [
    ...(client?.name === 'claude-code'
      ? [
          {
            action:
              'Press Esc twice and go back to a point before the switch of model or provider, or start a new session with `/clear`.',
          },
        ]
      : []),
    {
      action:
        'Remove the `thinking` and `redacted_thinking` blocks that another model, provider or session wrote before sending the history; the text and the tool calls may stay.',
      run: "content.filter((block) => block.type !== 'thinking' && block.type !== 'redacted_thinking')",
    },
    { action: 'When streaming, add the `signature_delta` to its block, and keep no block whose stream broke off.' },
    ...(gateway === undefined
      ? []
      : [
          {
            action: `Let ${gateway} stay on one provider for a conversation, and update it: it must pass signatures on unchanged.`,
          },
        ]),
  ],
  docs: pages.thinkingTroubleshooting,
});
