import type { Platform } from '../../core/evidence.ts';
import type { RuleExample } from '../../core/rule.ts';
import { examplePng } from '../example-media.ts';
import { exampleRequest } from '../example-request.ts';

const withSource = (source: Readonly<Record<string, unknown>>) => [
  {
    role: 'user',
    content: [
      { type: 'image', source },
      { type: 'text', text: 'Which river is this?' },
    ],
  },
];
const direct = (url: string) => ({ body: exampleRequest({ messages: withSource({ type: 'url', url }) }) });
const onCloud = (platform: Platform, source: Readonly<Record<string, unknown>>) => ({
  body: { anthropic_version: `${platform}-2023-05-31`, max_tokens: 100, messages: withSource(source) },
  platform,
  endpoint:
    platform === 'bedrock'
      ? '/model/us.anthropic.claude-haiku-4-5-20251001-v1:0/invoke'
      : '/models/claude-haiku-4-5@20251001:rawPredict',
});
const embedded = { type: 'base64', media_type: 'image/png', data: examplePng() };
const remote = { type: 'url', url: 'https://example.com/inn.png' };

/** Requests with files that the API cannot fetch, each with its nearest accepted neighbor. */
export const urlSourceUnreachableRuleExamples: readonly RuleExample[] = [
  {
    row: 'url-platform',
    breaks: onCloud('bedrock', remote),
    expected: {
      cause: 'image-invalid',
      path: 'messages.0.content.0.image.source.base64.data',
      message: 'URL sources are not supported',
    },
    spares: onCloud('bedrock', embedded),
  },
  {
    row: 'url-scheme',
    breaks: direct('http://example.com/inn.png'),
    expected: {
      cause: 'url-source-unreachable',
      severity: 'warning',
      path: 'messages.0.content.0.image.source.url',
      message: 'Only HTTPS URLs are supported.',
    },
    spares: direct('https://example.com/inn.png'),
  },
  {
    row: 'url-fetch',
    breaks: direct('https://localhost/inn.png'),
    expected: {
      cause: 'url-source-unreachable',
      severity: 'warning',
      path: '',
      message: 'Unable to download the file. Please verify the URL and try again.',
    },
    spares: direct('https://example.com/inn.png'),
  },
  {
    row: 'url-fetch',
    breaks: direct('https://172.16.0.5/inn.png'),
    expected: {
      cause: 'url-source-unreachable',
      severity: 'warning',
      path: '',
      message: 'Unable to download the file. Please verify the URL and try again.',
    },
    spares: direct('https://example.com/inn.png'),
  },
  {
    row: 'url-fetch',
    breaks: direct('https://[::1]/inn.png'),
    expected: {
      cause: 'url-source-unreachable',
      severity: 'warning',
      path: '',
      message: 'Unable to download the file. Please verify the URL and try again.',
    },
    spares: direct('https://example.com/inn.png'),
  },
  {
    row: 'url-fetch',
    breaks: direct('https://host.docker.internal:8080/inn.png'),
    expected: {
      cause: 'url-source-unreachable',
      severity: 'warning',
      path: '',
      message: 'Unable to download the file. Please verify the URL and try again.',
    },
    spares: direct('https://example.com/inn.png'),
  },
  {
    row: 'file-platform',
    breaks: onCloud('bedrock', { type: 'file', file_id: 'file_inn' }),
    expected: {
      cause: 'file-not-found',
      severity: 'warning',
      path: 'messages.0.content.0.image.source',
      message: 'Amazon Bedrock has no Files API; send the bytes as base64.',
    },
    spares: onCloud('bedrock', embedded),
  },
];
