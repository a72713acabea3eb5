import { isAlphanumeric } from '../characters.ts';
import { defineNamedRedactor, defineRedactor } from '../redactor.ts';
import { token } from '../token.ts';
import { isPlaceholder } from '../values.ts';

/** Keys of other services that run models or pass calls on. */
export const modelProviderKeys = [
  defineRedactor({ kind: 'OpenRouter key', anchors: ['sk-or-'], find: token({ least: 16, most: 200 }) }),
  defineRedactor({
    kind: 'OpenAI key',
    anchors: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-'],
    find: token({ least: 20, most: 300 }),
  }),
  // DeepSeek, LiteLLM and others write their keys in the same way.
  defineRedactor({
    kind: 'OpenAI key',
    anchors: ['sk-'],
    find: token({ least: 20, most: 200, confirm: (value) => !/^sk-(?:ant|or)-/.test(value) && /\d/.test(value) }),
  }),
  defineRedactor({
    kind: 'OpenAI session',
    anchors: ['sess-'],
    find: token({ of: isAlphanumeric, least: 40, most: 60 }),
  }),
  defineRedactor({ kind: 'Groq key', anchors: ['gsk_'], find: token({ of: isAlphanumeric, least: 30, most: 100 }) }),
  defineRedactor({ kind: 'xAI key', anchors: ['xai-'], find: token({ of: isAlphanumeric, least: 40, most: 120 }) }),
  defineRedactor({
    kind: 'Hugging Face token',
    anchors: ['hf_', 'api_org_'],
    find: token({ of: isAlphanumeric, least: 30, most: 60 }),
  }),
  defineRedactor({
    kind: 'Perplexity key',
    anchors: ['pplx-'],
    find: token({ of: isAlphanumeric, least: 32, most: 80 }),
  }),
  defineRedactor({
    kind: 'Replicate token',
    anchors: ['r8_'],
    find: token({ of: isAlphanumeric, least: 30, most: 60 }),
  }),
  defineRedactor({
    kind: 'Fireworks key',
    anchors: ['fw_'],
    find: token({
      of: isAlphanumeric,
      least: 20,
      most: 60,
      confirm: (value) => /\d/.test(value) && /[A-Z]/.test(value),
    }),
  }),
  defineRedactor({ kind: 'NVIDIA key', anchors: ['nvapi-'], find: token({ least: 40, most: 100 }) }),
  defineRedactor({ kind: 'Tavily key', anchors: ['tvly-'], find: token({ least: 20, most: 80 }) }),
  defineRedactor({ kind: 'LangSmith key', anchors: ['lsv2_'], find: token({ least: 30, most: 80 }) }),
  defineRedactor({ kind: 'Langfuse key', anchors: ['sk-lf-', 'pk-lf-'], find: token({ least: 30, most: 60 }) }),
  defineRedactor({
    kind: 'Linear key',
    anchors: ['lin_api_'],
    find: token({ of: isAlphanumeric, least: 30, most: 60 }),
  }),
  defineRedactor({ kind: 'Notion token', anchors: ['ntn_'], find: token({ of: isAlphanumeric, least: 40, most: 60 }) }),
];

/** Keys without a form of their own: the name of the service stands in the name of the variable. */
export const modelProviderNames = [
  defineNamedRedactor({
    kind: 'key of a model provider',
    name: (name) =>
      /mistral|cohere|^co_api|together|deepseek|ai21|cerebras|voyage|portkey|helicone|litellm/.test(name) &&
      /(?:key|token|auth|secret)$/.test(name),
    accept: (value) => value.length >= 12 && !isPlaceholder(value) && /\d/.test(value),
  }),
];
