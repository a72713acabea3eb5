import { describe, expect, test } from 'vitest';
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
    'an answer of a model by a short name to a program like Claude Code',
    'OpenClaude 1.2, model: gemini-flash-latest\nAPI Error: 400 [{"error":{"message":"Two keys were sent"}}]',
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
  [
    'unnamed',
    'an error below the settings of a store',
    'Setup:\n\u0060\u0060\u0060yaml\ncache: redis://cache:6379\n\u0060\u0060\u0060\n\nError: prompt is too long',
  ],
  ['unnamed', 'an error after a store was reached', 'INFO connected to postgres\nERROR prompt is too long'],
  [
    'unnamed',
    'an error below a list of packages',
    'pip list\nanthropic          0.39.0\nopenai==1.54.5\nredis 5.0.1\n\nprompt is too long',
  ],
  [
    'other',
    'the body of another service below a list of packages',
    '"@anthropic-ai/sdk": "^0.39.0",\n"openai": "^4.1.0"\n\n{"error":{"code":429,"message":"limit: 0, model: gemini-9.9-pro"}}',
  ],
  ['unnamed', 'an error where others work', 'prompt is too long. With gpt-4o it works.'],
  ['other', 'an error of another model that does not work', 'gpt-4o does not work any more: prompt is too long'],
  [
    'other',
    'an error that stands in a block',
    '\u0060\u0060\u0060\nERROR redis: connection refused\n\u0060\u0060\u0060\n',
  ],
  ['other', 'a remote shell', 'connect ECONNREFUSED 10.0.0.5:22'],
  [
    'other',
    'a probe of a pod that is named after Claude',
    'Readiness probe failed: dial tcp 10.1.2.3:8080: connect: connection refused, pod claude-worker-7f9c4',
  ],
  ['unnamed', 'a container that is named after Claude', 'claude-bot-1  | connect ECONNREFUSED 127.0.0.1:4000'],
  ['claude', 'a call of a container that is named after Claude', 'claude-bot-1  | POST /v1/messages 529'],
  [
    'other',
    'a page that PHP opens',
    'file_get_contents(https://api.example.org/x): Failed to open stream: getaddrinfo failed',
  ],
  [
    'claude',
    'an answer that advises another model',
    '{"error":{"message":"Prompt is too long","suggestion":"1) compact it in Claude Code 2) Switch to gemini-1.5-pro"}}',
  ],
  [
    'other',
    'the quota of another model of Google Cloud',
    '429 Quota exceeded for aiplatform.googleapis.com, base model: gemini-9.9-pro',
  ],
  [
    'other',
    'the quota of an older model of Google Cloud',
    'ResourceExhausted: 429 Quota exceeded for aiplatform.googleapis.com, base model: text-horse',
  ],
  [
    'other',
    'a quota of Google Cloud for other work than calls of models',
    '{"error":{"code":429,"message":"quota aiplatform.googleapis.com/custom_model_training_gpus","status":"RESOURCE_EXHAUSTED"}}',
  ],
] as const)('the text speaks of %s: %s', (subject, _, text) => {
  expect(evidenceOf(text).subject).toBe(subject);
});

const refused = "Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'no'}}";

describe('an error of the API', () => {
  test.each([
    ['below a folder of another name', `File "/srv/mongo-sync/app.py", line 3\n${refused}`],
    ['below a folder named after a queue', `File "/home/redis/app.py", line 3\n${refused.replace('401', '429')}`],
    ['on a disk named after a store', `File "/mnt/S3/app.py", line 3\n${refused}`],
    ['beside another model', `fallback model: gpt-4o\n${refused}`],
    ['beside another service', `Uploading to S3 done\nDATABASE_URL=host:5432\n${refused}`],
    ['beside a number that could be a port', `id 12:11434 done\n${refused}`],
    ['beside a sentence that others work', `Claude fails. The same call to gpt-4o works.\n${refused}`],
    ['by its type alone, beside another service', 'kafka consumer ready\n529 overloaded_error'],
    [
      'that ended a script of npm',
      'Error: getaddrinfo ENOTFOUND api.anthropic.com\nnpm error Lifecycle script `start` failed with error:\nnpm error code 1\nnpm error path /home/ana/shop',
    ],
    [
      'that ended a script of an older npm',
      'Error: getaddrinfo ENOTFOUND api.anthropic.com\nnpm ERR! code ELIFECYCLE\nnpm ERR! errno 1',
    ],
    [
      'after a line about a cache',
      'INFO connected to Redis at localhost:6379\nAPIConnectionError: Connection error.\n    at Anthropic.makeRequest (/srv/x/core.ts:4:1)\n  cause: Error: read ECONNRESET',
    ],
    [
      'after an exception that was caught',
      'redis.exceptions.ConnectionError: caught, falling back\nanthropic.APITimeoutError: Request timed out.',
    ],
    [
      'in a trace through the SDK, in a folder of any name',
      'File "/srv/shop/.venv/lib/python3.12/site-packages/anthropic/_base_client.py", line 9\nConnectError',
    ],
    ['that a gateway passed on', "502 Bad Gateway for url 'https://gate.example.org/v1/messages'"],
    [
      'after a request elsewhere that went well',
      'GET https://api.example.org/items 200 OK\nasking Claude: 529 Overloaded',
    ],
  ])('stays one: %s', (_, text) => {
    expect(evidenceOf(text).subject).toBe('claude');
  });
});

describe('a failure of something else in a folder named after Claude', () => {
  test.each([
    [
      'other',
      'httpx',
      "File \"/home/ana/anthropic-agent/gh.py\", line 12\nhttpx.HTTPStatusError: Client error '401 Unauthorized' for url 'https://api.github.com/user'",
    ],
    [
      'other',
      'axios',
      "AxiosError: Request failed with status code 429\n    at main (/home/ana/claude-bot/index.js:3:1)\n  config: {\n    url: 'https://api.weather.example.org/now'\n  }",
    ],
    [
      'other',
      'requests',
      'File "/srv/claude-bot-2/w.py", line 9\nHTTPError: 404 Client Error: Not Found for url: https://api.example.org/x',
    ],
    [
      'other',
      'node-fetch, although Claude is named',
      'the Claude agent: FetchError: request to https://api.example.org/x failed, reason: socket hang up',
    ],
    [
      'unnamed',
      'a server of the program itself',
      'Error: connect ECONNREFUSED 127.0.0.1:3000\n    at main (/home/ana/claude-bot/index.js:3:1)',
    ],
    [
      'unnamed',
      'Windows',
      String.raw`Error: connect ECONNREFUSED 127.0.0.1:3000 at main (C:\Users\ana\claude-bot\index.js:3:1)`,
    ],
    ['unnamed', 'a relative path', 'Error: connect ECONNREFUSED 127.0.0.1:3000 at src/claude-bot/index.ts:3:1'],
  ] as const)('speaks of %s: %s', (subject, _, text) => {
    expect(evidenceOf(text).subject).toBe(subject);
  });

  test.each([
    'File "/srv/vertex/app.py", line 3\nAPIConnectionError: Connection error.',
    'File "/home/ana/bedrock-tests/app.py", line 3\nAPIConnectionError: Connection error.',
    'pod bedrock-worker-5d8f7c6b9-x2v4z: APIConnectionError: Connection error.',
    'the vertex shader failed. APIConnectionError: Connection error.',
  ])('names no platform: %j', (text) => {
    expect(evidenceOf(text).platform).toBeUndefined();
  });

  test.each([
    ['vertex', 'AnthropicVertex: 429'],
    ['vertex', 'CLAUDE_CODE_USE_VERTEX=1'],
    ['vertex', 'litellm: vertex_ai/claude-sonnet-4: 429'],
    ['vertex', 'Claude on Vertex AI: 429'],
    ['bedrock', 'bedrock-runtime.us-east-1.amazonaws.com: 429'],
    ['bedrock', 'File "site-packages/litellm/llms/bedrock/chat.py", line 3'],
  ] as const)('of %s is told by %s', (platform, text) => {
    expect(evidenceOf(text).platform).toBe(platform);
  });

  test.each(['claude-worker-7f9c4', 'claude-bot-2', 'claude-api-7f9c4d8b5-x2v4z'])('%s is no model', (name) => {
    expect(evidenceOf(`pod ${name}: 404 Not Found`).model).toBeUndefined();
  });

  test('names no model', () => {
    expect(evidenceOf('File "/srv/claude-bot-2/w.py", line 9\n404 Not Found').model).toBeUndefined();
  });
});

test.each([
  'npm error code E404\nnpm error 404 Not Found - GET https://registry.npmjs.org/@anthropic-ai%2fclaude',
  'npm error code 1\nnpm error path /home/ana/x/node_modules/sharp\nnpm error command failed, claude',
  'ERR_PNPM_FETCH_404  GET https://registry.npmjs.org/@anthropic-ai%2fsdkk: Not Found',
  'POST https://api.anthropic.com/v1/messages 200 in 523 ms\npsycopg2.OperationalError: connection refused',
  'INFO asked Claude\nredis.exceptions.ConnectionError: Error 111 connecting to localhost:6379',
  'openai.APIConnectionError: Connection error.\nredis ready',
  'API Error: 404 of https://api.github.com/user',
  'With Claude everything is fine, but gemini-2.5-pro says 503 The model is overloaded.',
  'Pinecone: (401) Reason: Unauthorized, body: Invalid API Key',
  'upstream timed out (110) while reading response header from upstream, upstream: "http://127.0.0.1:3000/"',
  'We tried Claude and GPT-4o. The latter says: 401 Incorrect API key provided.',
  'gh: HTTP 403: Resource not accessible by integration, in a run of the Claude action',
  'npm error 404 Not Found - GET https://registry.npmjs.org/@anthropic-ai%2fsdkk',
  'discord.errors.Forbidden: 403 Forbidden (error code: 50013): Missing Permissions, of the Claude bot',
  'DeepSeek 接口返回 402 Insufficient Balance，Claude 正常',
  'Running mistral-small-latest fails with 422 status code (no body). An Anthropic model works fine in its place.',
  'Error Domain=NSPOSIXErrorDomain Code=57 UserInfo={NSErrorFailingURLKey=https://api.acme.io/v1/talk}',
  'Claude Code with MiniMaxM2.5: 500 {"type":"error","error":{"type":"api_error","message":"no balance (1008)"},"request_id":"0a1b2c3d4e5f60718293a4b5c6d7e8f9"}',
  'stripe: {"error":{"type":"authentication_error"}}',
  'could not connect to server: accepting TCP/IP connections on port 5432?',
])('what another service says stays its own: %j', (text) => {
  expect(evidenceOf(text).subject).toBe('other');
});
