import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'model-id-platform';
const cloudBody = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Hello' }],
};
const vertexBody = { ...cloudBody, anthropic_version: 'vertex-2023-10-16' };
const vertexPath = (model: string): string =>
  `/v1/projects/p/locations/global/publishers/anthropic/models/${model}:rawPredict`;

/** Model ids in the form of another platform. */
export const modelIdPlatformRuleExamples: readonly RuleExample[] = [
  ...[
    'anthropic.claude-sonnet-4-6',
    'claude-haiku-4-5@20251001',
    'claude-opus-4-6[1m]',
    'anthropic/claude-opus-4.6',
  ].map((id): RuleExample => ({
    row: 'model-id-platform',
    breaks: { body: exampleRequest({ model: id }) },
    expected: { cause, path: 'model', message: id },
    spares: { body: exampleRequest({ model: 'claude-haiku-4-5' }) },
  })),
  {
    row: 'model-id-platform',
    breaks: { body: cloudBody, endpoint: '/model/claude-haiku-4-5/invoke', platform: 'bedrock' },
    expected: { cause, severity: 'warning', path: '', message: 'The provided model identifier is invalid.' },
    spares: {
      body: cloudBody,
      endpoint: '/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke',
      platform: 'bedrock',
    },
  },
  {
    row: 'model-id-platform',
    breaks: { body: vertexBody, endpoint: vertexPath('claude-haiku-4-5-20251001'), platform: 'vertex' },
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message: 'Publisher Model `claude-haiku-4-5-20251001` was not found or your project does not have access to it.',
    },
    spares: { body: vertexBody, endpoint: vertexPath('claude-haiku-4-5@20251001'), platform: 'vertex' },
  },
  {
    row: 'model-id-profile',
    breaks: {
      body: cloudBody,
      endpoint: '/model/anthropic.claude-haiku-4-5-20251001-v1:0/invoke',
      platform: 'bedrock',
    },
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message:
        "Invocation of model ID anthropic.claude-haiku-4-5-20251001-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
    },
    spares: {
      body: cloudBody,
      endpoint: '/model/eu.anthropic.claude-haiku-4-5-20251001-v1:0/invoke',
      platform: 'bedrock',
    },
  },
];
