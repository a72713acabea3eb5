import { expect, test } from 'vitest';
import { evidenceOf } from './evidence.ts';

test.each([
  ['claude', 'an SDK of Anthropic', 'anthropic.APIConnectionError: Connection error.'],
  ['claude', 'the path of the API', 'POST http://10.0.0.7:4000/v1/messages failed: connection refused'],
  ['claude', 'the error envelope, whoever carries it', 'gpt-4o: {"type":"error","error":{"type":"api_error"}}'],
  ['claude', 'an error type of the API alone', 'rate_limit_error'],
  ['other', 'a type that an imitating service borrows', 'deepseek: {"error":{"type":"authentication_error"}}'],
  ['other', 'a model of another maker', 'ValidationException: missing key inputText, amazon.titan-text-express-v1'],
  ['other', 'a database', 'psycopg2.OperationalError: connection refused'],
  [
    'other',
    'an operation of another service of the cloud',
    'ThrottlingException when calling the ListTables operation',
  ],
  ['other', 'an error name that all services of a cloud share', '{"status":"UNAVAILABLE","code":503}'],
  ['other', 'a host of the open internet', 'curl: (6) Could not resolve host: files.example.org'],
  ['other', 'the body of another service, although Claude is named', 'Claude works; gpt: insufficient_quota'],
  [
    'claude',
    'an error of Claude inside the exception of another client',
    'OpenAIException - You exceeded: AnthropicException',
  ],
  [
    'other',
    'an answer of another model to Claude Code',
    '⎿ API Error: 401 {"error":{"message":"Invalid API key"}} model glm-4.6',
  ],
  [
    'other',
    'a provider that a router names',
    'Claude Code: Error from provider (DeepSeek): reasoning_content is missing',
  ],
  ['other', 'another maker behind LiteLLM', 'claude-proxy: GroqException - tools.0 does not match'],
  [
    'other',
    'the sources of a program of Anthropic',
    '403 for url: https://api.github.com/repos/anthropics/claude-code',
  ],
  ['claude', 'a fallback to another model', 'Claude: BedrockException - "message":"throttled". Fallbacks=[gpt-4o]'],
  ['unnamed', 'a cloud that serves Claude among others', 'bedrock: ThrottlingException'],
  ['unnamed', 'a program on the same machine', 'connect ECONNREFUSED 127.0.0.1:4000'],
  [
    'unnamed',
    'a time that looks like a port',
    'date: Thu, 26 Nov 2026 01:22:22 GMT, connect ECONNREFUSED 127.0.0.1:4000',
  ],
  ['other', 'a remote shell', 'connect ECONNREFUSED 10.0.0.5:22'],
] as const)('the text speaks of %s: %s', (subject, _, text) => {
  expect(evidenceOf(text).subject).toBe(subject);
});
