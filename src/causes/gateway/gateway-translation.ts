import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf } from '../connection.ts';

/** What stands between the code and the API turned the request or the answer into something wrong. */
export const gatewayTranslation = defineCause<string | undefined>({
  id: 'gateway-translation',
  title: 'A gateway or framework translated the call wrongly',
  locus: 'gateway',
  retry: () => ({ kind: 'no', because: 'The same request is translated in the same way.' }),
  signs: [
    { says: 'LLM Provider NOT provided', certainty: 'likely' },
    { says: 'Incompatible tool choice param submitted' },
    { says: ['litellm.UnsupportedParamsError'], shared: true },
    { says: ['UnsupportedParamsError', 'anthropic does not support parameters'] },
    { says: 'convert_request_failed' },
    { says: ['convert_to_anthropic'], certainty: 'likely' },
    { says: 'anthropic_messages_pt', certainty: 'likely' },
    { says: ['litellm', 'Invalid user message'], certainty: 'likely' },
    { says: 'Missing corresponding tool call for tool response message' },
    { says: ['LiteLLM', 'Unable to convert openai tool calls'] },
    { says: 'To set this as a valid anthropic param', certainty: 'likely' },
    { says: 'Error calling litellm.acompletion for non-Anthropic model', certainty: 'possible' },
    { says: 'Failed to transform request', certainty: 'likely' },
    { says: 'byte of ...|', pattern: /error found in #\d+ byte of \.\.\.\|/, certainty: 'likely' },
    {
      says: 'failed to convert',
      pattern: /failed to convert (?:the )?(?:openai|claude|anthropic|request|response|message)/i,
      shared: true,
      certainty: 'likely',
    },
    {
      says: 'unsupported content type',
      pattern: /unsupported content type:? image_url/i,
      shared: true,
      certainty: 'likely',
    },
    { says: ['claude', "Cannot read properties of undefined (reading 'input_tokens')"], certainty: 'likely' },
    { says: ['claude', "Cannot read properties of undefined (reading 'output_tokens')"], certainty: 'likely' },
    { says: ['claude', "undefined is not an object (evaluating '", '.input_tokens'], certainty: 'likely' },
  ],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: evidence.gateway,
  }),
  explain: (gateway) =>
    `Between the code and the API stands ${gateway === undefined ? 'a gateway or framework' : `\`${gateway}\``}, which turns one format into another, and the text shows that it could not, or that what it made is not what was sent. The API and the calling code each do what they should.`,
  remedies: (gateway) => [
    {
      action: `Update ${gateway ?? 'the gateway or framework'}: translation to the Messages API changes with every model generation.`,
      run: gateway === 'LiteLLM' ? "pip install --upgrade 'litellm[proxy]'" : 'npm outdated; pip list --outdated',
    },
    ...(gateway === 'LiteLLM'
      ? [
          {
            action: 'Let LiteLLM leave out parameters that the model does not take.',
            run: 'litellm_settings:\n  drop_params: true',
          },
        ]
      : []),
    {
      action:
        "Call the gateway's own Anthropic route (`/v1/messages`), which passes the body on, in place of its OpenAI route.",
    },
    {
      action: 'Send the same request to the API directly; if it works, report the translated body to the gateway.',
      run: 'ANTHROPIC_BASE_URL=https://api.anthropic.com',
    },
  ],
  docs: pages.llmGateway,
});
