import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, modelPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Feature {
  readonly name: string | undefined;
}

const named =
  /(?:does\s+not|doesn[’']?t)\s+(?:currently\s+)?support\s+(?:the\s+)?([`'"]?[\w][\w .`'"-]{2,50}?)(?=[.,;:\n"'}\\]|$)/;
const subject = /([`'"]?[\w][\w `'"-]{2,40}?)\s+(?:is|are)\s+not\s+(?:currently\s+)?supported\b/;
/** A text that breaks off may be about to name what another cause is about. */
const wholeSentence = /does(?:\s+not|n[’']t)\s+support\s+[^.\n"]{3,80}[.\n"]/;
const lackingModel = /is\s+not\s+(?:supported|available)\s+(?:by|for|on|with)\s+[`'"]?claude-/;
/** What causes with an id of their own say in nearly the same words. */
const others = [
  'assistant message',
  'prefill',
  'effort',
  'thinking.type',
  'thinking',
  'tool_choice',
  'tool types',
  'prompt caching',
  'temperature',
  'top_p',
  'top_k',
  'role system',
  'on-demand throughput',
  'the requested model is not supported',
];

/** The model or the platform lacks a feature that the request uses. */
export const modelFeatureUnsupported = defineCause<Feature>({
  id: 'model-feature-unsupported',
  title: 'The model or platform does not support a feature in use',
  locus: 'request',
  retry: 'no',
  signs: [
    {
      says: ['claude-', 'does not support'],
      pattern: /'claude-[\w.@-]{3,60}' does not support (?!tool types|assistant|this model)\w/,
      unless: others,
      certainty: 'likely',
    },
    { says: 'this model does not support', unless: others, pattern: wholeSentence, certainty: 'likely' },
    { says: "this model doesn't support", unless: others, pattern: wholeSentence, certainty: 'likely' },
    { says: "this model doesn't support tool use" },
    { says: 'this model does not support citations' },
    { says: 'this model does not support images' },
    { says: 'this model does not support tools' },
    { says: 'does not support the speed parameter' },
    { says: 'AI_UnsupportedFunctionalityError', certainty: 'likely', shared: true },
    { says: 'does not support image input' },
    { says: 'fast mode is currently available in research preview' },
    { says: 'no endpoints available that support', certainty: 'likely' },
    { says: ['claude', 'not supported for vision'], certainty: 'likely' },
    { says: 'is not supported on this model', unless: others },
    { says: 'is not supported for this model', unless: others },
    { says: 'are not supported for this model', unless: others },
    { says: 'is not supported by this model', unless: others, certainty: 'likely' },
    { says: 'not supported with this model', unless: others, certainty: 'likely' },
    { says: ['fast mode', 'not supported'], certainty: 'likely' },
    { says: 'url sources are not supported', certainty: 'likely' },
    { says: ['token counting is not supported'], certainty: 'likely' },
    { says: ['does not support', 'citations'], certainty: 'likely' },
    { says: ['does not support', 'structured output'], certainty: 'likely' },
    {
      says: ['does not currently support'],
      unless: others,
      type: ['ValidationException', 'invalid_request_error'],
      certainty: 'likely',
    },
    {
      says: ['only supported on', 'claude'],
      type: ['invalid_request_error', 'ValidationException'],
      certainty: 'likely',
    },
    {
      says: 'does not support',
      type: ['invalid_request_error', 'ValidationException'],
      unless: others,
      certainty: 'possible',
    },
    { type: badRequest, says: 'claude', unless: others, pattern: lackingModel, certainty: 'likely' },
  ],
  retold: [
    "doesn't support images",
    'does not support images',
    "doesn't support vision",
    'does not support vision',
    "doesn't support tools",
    'does not support tools',
    "doesn't support tool use",
    'does not support tool use',
    'does not support pdf',
    "doesn't support pdf",
  ],
  recognize: (evidence, hit) => {
    const name = (captured(evidence, named) ?? captured(evidence, subject))?.replace(/[`'"]/g, '').trim();
    return recognized(hit, { name });
  },
  explain: (feature, evidence) => {
    const what = feature?.name === undefined ? 'a feature' : `\`${feature.name}\``;
    return `The request uses ${what}, and ${modelPhrase(evidence).replace(/^T/, 't')} does not have it where it was called. Models differ in what they take, and the clouds lack a part of the Claude API: Bedrock and Google Cloud have no URL sources, no Files API and few of the server tools.`;
  },
  remedies: (feature, { platform }) => [
    feature?.name !== undefined && /url sources/i.test(feature.name)
      ? {
          action: 'Send the file as base64; this platform fetches no URLs.',
          run: '{ "type": "image", "source": { "type": "base64", "media_type": "image/png", "data": "..." } }',
        }
      : {
          action: `Leave ${feature?.name === undefined ? 'the part that the message names' : `\`${feature.name}\``} out for this model, or call a model that has it.`,
        },
    {
      action:
        'Compare the model in the overview before switching; code that sends one request to several models needs a branch per model.',
    },
    ...(platform === 'bedrock' || platform === 'vertex' || platform === 'foundry'
      ? [{ action: 'If you need the feature, call the Claude API itself or the Claude Platform on AWS.' }]
      : [{ action: 'If a framework adds the feature on its own, switch it off there or update the framework.' }]),
  ],
  docs: pages.models,
});
