import { describe, expect, test } from 'vitest';
import { evidenceOf } from './evidence.ts';

function statusIn(text: string): number | undefined {
  return evidenceOf(text).response?.status;
}

describe('a number that is no status', () => {
  test.each([
    ['the process id of a log line', 'Jul 14 09:12:03 build-7 claude-agent[429]: started'],
    ['a process id before a colon', 'claude-agent pid 500: listening'],
    ['a process id after its name', 'worker pid=529 Claude session opened'],
    ['a process id with a sign', 'INFO claude_bridge (pid: 503) Ready'],
    ['the line of PHP', 'cURL error 56: Recv failure in /srv/claude/BaseClient.php on line 429'],
    ['the line of C#', '   at Acme.ClaudeCaller.Ask() in /src/app.cs:line 429'],
    ['the line of an MSBuild message', 'ClaudeCaller.cs(429): note: see declaration'],
    ['the line of a debugger', '> /srv/claude_app/main.py(429)ask()'],
    ['the line of a frame in Python', '  File "/srv/claude/app.py", line 500\n    client.messages.create('],
    ['line and column in a stack', '    at askClaude (/srv/app/claude.ts:429:17)'],
    ['the line of a log', 'claude: log line 429: done'],
    ['a code frame', '  428 | // ask\n  429 | const a = claude.ask();\n      |                  ^'],
    ['the marked line of a code frame', '> 429 | const a = claude.ask();'],
    ['a limit of tokens', 'anthropic max_tokens: 500'],
    ['a limit of tokens in printed JSON', '{\n  "model": "claude-haiku-4-5",\n  "max_tokens": 400\n}'],
    ['a limit of tokens before the next record', 'claude max_tokens: 500\n[INFO] asked Claude'],
    ['used tokens', 'claude usage: output_tokens: 500'],
    ['used tokens of a program in camel case', 'claude usage\n  outputTokens: 500\n  inputTokens: 429'],
    ['a count of results', 'claude: returned 500 results'],
    ['a count of rows', 'claude-etl: query returned 429 ROWS'],
    ['a count of rows in Chinese', 'claude 查询返回 500 条记录'],
    ['a count of characters', 'Claude response (500 Chars)'],
    ['a count of a whole', 'Claude batch: Requests failed: 429 of 1000'],
    ['one count of a summary', 'Claude evals: passed: 571, failed: 429'],
    ['one count of a summary in words', 'Claude evals: 571 passed, errors: 429'],
    ['a count of calls', 'Claude nightly run. Failed: 429 requests.'],
    ['the code of an exit', 'claude: Process exited with code 500'],
    ['the code of an exit with a hyphen', 'claude: exit-code 429'],
    ['a size in kilobytes', 'Claude response 500 kB'],
    ['a size in mebibytes', 'wrote claude transcript (429 MiB)'],
    ['a size in a header', '> POST /v1/messages HTTP/2\n> Content-Length: 413\n\nasking Claude'],
    ['the size in an access log', '"POST /v1/messages HTTP/1.1" 200 429 "-" "claude-cli/2.1.0"'],
    ['the size at the end of an access log', '10.0.0.4 - - "POST /claude HTTP/1.1" 200 500'],
    ['a duration', 'Claude answered in 500 ms'],
    ['a duration with a capital', 'Claude took 429 Milliseconds'],
    ['a duration at the end of a line', 'claude request finished, elapsed_ms: 503'],
    ['a port', 'claude proxy listens on port 500'],
    ['an attempt', 'claude: attempt 429: ok'],
    ['an attempt with a remark', 'Claude attempt 429 (Resumed)'],
    ['an attempt out of many', 'claude attempt 429/1000'],
    ['an id', 'Claude job 500 Finished'],
    ['an id after a sign', 'Claude fixed issue # 429: typo'],
    ['an id of JSON', '{\n  "bot": "claude",\n  "user_id": 429\n}'],
    ['a version', 'claude-bridge build 500 (Release)'],
    ['a version with dots', 'claude 2.1.429 Ready'],
    ['a price', 'Claude credits bought for $ 500 '],
    ['a price with a currency', 'Claude budget left (500 USD)'],
    ['a percentage', 'claude error 500%'],
    ['a progress', 'claude eval step 429: loss 0.3'],
    ['a total', 'Claude tests: total: 500'],
    ['a name that is not known', 'claude warm-up: 500'],
    ['a range', 'claude retries on code 500-599'],
  ])('%s', (_, text) => {
    expect(statusIn(text)).toBeUndefined();
  });
});

describe('a status', () => {
  test.each([
    ['behind a size in a header', '> Content-Length: 413\n>\n< HTTP/2 529\n', 529],
    ['behind a limit of tokens', '{\n  "max_tokens": 400\n}\n\nHTTP/1.1 529 Overloaded', 529],
    ['behind a process id', 'claude-agent[400]: request failed with status 529', 529],
    ['behind a line', 'claude.cs:line 400\nResponse status code does not indicate success: 529', 529],
    ['behind a word that means little', 'Claude just fails with a 500\n\nError: 404 {"type":"error"}', 404],
    ['before the one that a gateway met', '429 {"error":{"message":"All attempts failed. Last error: HTTP 400"}}', 429],
    ['before the message that tells of another', 'API Error: 529 upstream said HTTP 400', 529],
    ['in brackets', 'Anthropic API error: [422] Unprocessable Content', 422],
    ['in brackets at the start of a line', '[529] Overloaded by Claude', 529],
    ['in the brackets of an exception', 'anthropic client: RateLimitError(429)', 429],
    ['in brackets behind a word', 'Claude is not available (529)', 529],
    ['at the start of a line', '400: max_tokens: Field required', 400],
    ['on a line of its own', 'Claude says\n529\n', 529],
    ['at the end of a line', 'asking Claude gave a 529', 529],
    ['at the end of a line behind a name', 'Claude API: 529', 529],
    ['in a row of a table', '| claude-haiku-4-5 | 529 | Overloaded |', 529],
    ['before a bar', 'claude 529 | {"type":"error"}', 529],
    ['before a phrase', 'claude: 429 Too Many Requests', 429],
    ['before the name of an account', 'API Error: 403 User: ada is not authorized', 403],
    ['before the place in a request', 'API Error: 400 messages.7.content.0: unexpected', 400],
    ['behind a time', '2026-07-01 12:03:04 529 {"type":"error"}', 529],
    ['behind `error code`', 'claude: error code 529', 529],
    ['behind `returned`', 'Claude returned 500', 500],
    ['behind `code` in JSON', '{"error":{"code":529,"message":"claude"}}', 529],
    ['in printed JSON', '{\n  "provider": "claude",\n  "httpCode": 529\n}', 529],
    ['in a log of Chinese', 'Claude 返回 529 错误', 529],
    ['before a body on the next line', 'An error occurred while processing the request: 400\n{"type":"error"}', 400],
    ['in the metadata of an SDK of AWS', '"$metadata": { "httpStatusCode": 529, "attempts": 3 } claude', 529],
    ['before the address that was called', 'Anthropic:DEBUG 404 https://api.example.org/v1/messages', 404],
    ['beside that of another call', 'HTTP/2 404\nserver: x\n\nAPI Error: 529 {"type":"error"}', 529],
    ['before many failures', 'Claude keeps giving 529 errors, error 529', 529],
  ])('%s', (_, text, status) => {
    expect(statusIn(text)).toBe(status);
  });
});

describe('a status by its name', () => {
  test.each([
    ['Anthropic.Exceptions.Anthropic5xxException: Status Code: InternalServerError', 500],
    ['Microsoft.SemanticKernel.HttpOperationException: claude\n  StatusCode: Unauthorized', 401],
    ['Anthropic.Exceptions.AnthropicUnprocessableEntityException: I/O', 422],
  ])('%s', (text, status) => {
    expect(statusIn(text)).toBe(status);
  });

  test('is not read out of a sentence, nor taken for a type', () => {
    expect(statusIn('claude: Status Code: Unknown Exception')).toBeUndefined();
    expect(evidenceOf('AnthropicForbiddenException: Status Code: Forbidden').response?.errorType).toBeUndefined();
  });
});
