import type { KindExamples } from './kind-examples.ts';

/** Keys of other services that run models. */
export const modelProviderExamples: readonly KindExamples[] = [
  { kind: 'OpenRouter key', secrets: (draw) => [`${'sk-'}or-v1-${draw.hex(64)}`] },
  {
    kind: 'OpenAI key',
    secrets: (draw) => [`${'sk-'}proj-${draw.token(120)}`, `${'sk-'}${draw.word(48)}`, `${'sk-'}${draw.hex(32)}`],
    spares: ['sk-learn is a library', 'sk-proj-... is a project key', 'the class sk-fading-circle-of-twelve-dots'],
  },
  { kind: 'Groq key', secrets: (draw) => [`${'gs'}k_${draw.word(52)}`] },
  { kind: 'xAI key', secrets: (draw) => [`${'xa'}i-${draw.word(80)}`] },
  { kind: 'Hugging Face token', secrets: (draw) => [`${'h'}f_${draw.word(34)}`] },
  { kind: 'Perplexity key', secrets: (draw) => [`${'ppl'}x-${draw.word(48)}`] },
  {
    kind: 'key of a model provider',
    secrets: (draw) => [draw.word(32)],
    around: [
      'MISTRAL_API_KEY=SECRET',
      'export COHERE_API_KEY="SECRET"',
      'CO_API_KEY=SECRET',
      "deepseek_api_key: 'SECRET'",
    ],
  },
];
