import { describe, expect, test } from 'vitest';
import { withoutMentions } from './mentions.ts';

describe('lines that only speak of errors', () => {
  test.each([
    ['a passed test', '  ✓ retries on overloaded_error (3 ms)'],
    ['a passed test of TAP', 'ok 2 - reports an invalid x-api-key'],
    ['a passed test of pytest', 'tests/test_errors.py::test_rate_limit_error PASSED   [ 50%]'],
    ['a handler in Python', 'except anthropic.RateLimitError as error:'],
    ['a handler in JavaScript', '  if (error instanceof Anthropic.APIError && error.status === 529) retry();'],
    ['a message inside a handler', '    print("got a 529, waiting")'],
    ['a sentence of a manual', 'The client throws `Anthropic.RateLimitError` on a 429.'],
    ['a commit message', 'fix(client): retry on 529 overloaded_error'],
    ['a commit message with a space before its scope', 'test (relay): add cases for a 529 overloaded_error'],
    ['a file that could not be opened', "Error: EACCES: permission denied, open '/tmp/claude/tasks/b74f5a2.output'"],
    ['a commit message in a list', '- fix: retry on Anthropic 529'],
    ['the name of a test that failed', ' FAIL  src/relay.test.ts > answers > maps overloaded_error'],
    ['the name of a failed test without its file', ' × src/relay.spec.js › retries on a 529'],
    [
      'an expectation of what is thrown',
      `expect(() => parse('{"type":"error","error":{"type":"rate_limit_error"}}')).toThrow(BusyError);`,
    ],
    ['a passed test behind the time of a build', '2026-05-01T10:00:00.123Z  ✓ retries on overloaded_error'],
    ['a passed test behind the step of a build', '#14 3.412    ✓ retries on overloaded_error'],
    ['a passed test of a report in XML', '<testcase name="retries on overloaded_error" time="0.01"/>'],
    ['an expectation', "expect(kindOf(error)).toBe('prompt is too long')"],
    ['the title of a test', "  it('turns an overload into a BusyError', () => {"],
    ['an error that code makes up', '  throw new Error("messages: at least one message is required")'],
    ['a comment that explains', '// Claude returns "prompt is too long" here, so cut first'],
    ['a line that a search found', "src/texts.ts:12:  tooLong: 'prompt is too long',"],
  ])('%s is blanked, and keeps its length', (_, line) => {
    const left = withoutMentions(`before\n${line}\nafter`);
    expect(left).toHaveLength(line.length + 'before\n\nafter'.length);
    expect(left.split(/\s+/)).toEqual(['before', 'after']);
  });

  test('a list of what the errors mean is blanked', () => {
    const list =
      '- 401 - authentication_error: a bad key\n- 429 - rate_limit_error: too fast\n- 529 - overloaded_error: busy';
    expect(withoutMentions(list).trim()).toBe('');
  });

  test.each([
    ['a diff', '@@ -1,2 +1,3 @@\n context\n+  if "prompt is too long" in text:\n-  pass'],
    ['a table of what errors mean', '| Message | Meaning |\n|---|---|\n| prompt is too long | Start anew |\n'],
    ['a page of advice', '**"invalid x-api-key"**: Make a new key.\n**"Overloaded"**: Wait a minute.'],
    ['an answer to a question', 'What does a 529 mean?\nIt means that the service is busy.'],
    ['a wish', 'Please add retries for the 529 overloaded answers of Anthropic.'],
    ['a wish that considers', 'Please consider adding a hint when the prompt is too long.'],
    ['a commit of a build', 'build: do not fail when the prompt is too long'],
    [
      'the description of a change',
      'feat(chat): tell users when the prompt is too long\n\nThe 529 overloaded answer gets a text of its own.\n\n- a test',
    ],
    [
      'the description of a change by its sections',
      '## Summary\n- a 529 overloaded answer is retried\n\n## Test plan\n- [ ] send a prompt that is too long',
    ],
    [
      'the description of a change that quotes what users met',
      '## Why\n\nUsers met `API Error: 529 Overloaded` at noon.\n\n## Tests\n- waits a second\n',
    ],
    ['the instructions of a model', 'You are a helper. If a user pastes "invalid x-api-key", tell them to make a key.'],
    [
      'a tree of exception classes',
      'APIError\n├── BadRequestError\n├── AuthenticationError\n├── RateLimitError\n├── OverloadedError (529)\n└── InternalServerError',
    ],
    ['what the documentation says', 'The docs say that a 529 overloaded_error is sent then, how long does it last?'],
    ['an entry that tells what was fixed', '## 1.2.3\n- Fixed "API Error: 400 prompt is too long" after a resume'],
    ['a table in another language', '| 消息 | 说明 |\n|---|---|\nAPI Error: 529 Overloaded | 服务器错误 |\n'],
    ['a list of errors in one line', '常见错误:overloaded_error、prompt_too_long_error、api_error (529)。'],
    ['an error that code makes up on two lines', 'throw new Error(\n  "prompt is too long"\n);'],
    ['a class that is handled now', 'handles `anthropic.OverloadedError` (529)'],
    [
      'a guide',
      'Retries for Claude\nThis guide shows how to handle busy hours. Wait with backoff after a 529 Overloaded answer and after a 429; a prompt is too long once and for all, so never retry that one. Each client has a limit of its own, so watch the clock.',
    ],
    [
      'a page that explains one error',
      '529 overloaded_error: what it means and how to fix it\n{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\nIt is safe to retry. It occurs due to many callers at once, and clears up by itself after a while, so come back in a minute or two.',
    ],
    [
      'a reference of a library',
      'Error types for the client of the API\n\npub type Failure {\n  Overloaded(status: 529)\n  TooLong(String)\n}\n\nConstructors\n\n  • Overloaded\n    The server is Overloaded, which is an answer with the status 529 and a type of its own.\n',
    ],
    [
      'a part of a program',
      'import { retry } from "./retry";\n\n/** Kinds that pass. */\nconst passing = new Set([\n  "overloaded_error",\n  "api_error",\n]);\n\nexport function passes(kind) {\n  return passing.has(kind);\n}',
    ],
    [
      'a header of a program',
      '/**\n * Maps the answers:\n * {\n *   "type": "error",\n *   "error": { "type": "overloaded_error" }\n * }\n * - 529 -> busy\n */\nint map_answer(int status, const char *body);\nint free_answer(void *answer);',
    ],
    [
      'a summary of a change in points',
      '## Summary\n- Answers that were cut off by `max_tokens` were dropped\n- Now "prompt is too long" is told to the caller\n',
    ],
    [
      'a summary of a change with the kind of the change',
      '## Summary\nAnswers with "prompt is too long" are now told to users.\n\n## Type of change\n- [x] a fix\n',
    ],
    [
      'a page with headings like errors',
      'This guide covers what goes wrong with calls of Claude.\n\nError: 401 Authentication Error\n\nSymptom:\n\n{\n  "type": "error",\n  "error": { "type": "authentication_error", "message": "invalid x-api-key" }\n}\n\nSolution 1 - make a new key.\n\nError: 529\n\nSolution 1 - wait with backoff.\n',
    ],
    ['a check of why an answer ended', "if answer.stop_reason == 'max_tokens': tell('prompt is too long')"],
    [
      'a check of what an error says',
      "if (error.message.includes('overloaded_error')) {\n  throw new Error('it is Overloaded, try later');\n}",
    ],
    [
      'a question whether it is this',
      'Same here. Is this because Claude is Overloaded, or because the prompt is too long?',
    ],
    ['what should have happened', '### Expected behavior\n\nNo error, or a retry where the service is Overloaded.\n'],
    ['a scenario', 'Scenario: overload\n  Given a 529 of Claude\n  Then it waits'],
    [
      'a catalog of messages',
      '{"a.long":"prompt is too long","a.key":"invalid x-api-key","a.busy":"it is Overloaded"}',
    ],
  ])('%s is blanked', (_, text) => {
    expect(withoutMentions(text).trim()).not.toMatch(/too long|x-api-key|[Oo]verload|529/);
  });

  test('of the troubles that Claude Code lists, those of its own tools are blanked', () => {
    const failed = '{"error":"Error: 529 {\\"type\\":\\"error\\"}"}';
    const left = withoutMentions(`[{"error":"Error: NON-FATAL: Lock acquisition failed"},${failed}]`);
    expect(left).toContain(failed);
    expect(left).not.toContain('Lock');
  });

  test('a passed test of a report in JSON is blanked, a failed one is not', () => {
    expect(withoutMentions(report('passed'))).not.toContain('x-api-key');
    expect(withoutMentions(report('failed'))).toContain('x-api-key');
  });

  test('a list of the names of errors is blanked, wherever it stands', () => {
    const names = ['rate_limit_error', 'overloaded_error', 'billing_error', 'api_error'];
    expect(withoutMentions(JSON.stringify({ enum: names })).trim()).toBe('');
    const log = `API Error: 529 overloaded_error\nseen before: ${names.join(' ')}`;
    expect(withoutMentions(log).trim()).toBe('API Error: 529 overloaded_error');
  });

  test('what a tool of a coding agent printed is blanked, the failed call after it is not', () => {
    const failed = '  ⎿  API Error: 529 Overloaded';
    const left = withoutMentions(
      `⏺ Bash(curl localhost:3000)\n  ⎿  curl: (7) Failed to connect\n     to localhost\n${failed}`,
    );
    expect(left.trim()).toBe(failed.trim());
  });

  test('a tool of a coding agent that called Claude itself is kept', () => {
    const text = '⏺ Bash(python ask.py)\n  ⎿  anthropic.RateLimitError: Error code: 429';
    expect(withoutMentions(text)).toBe(text);
  });

  test.each([
    ['a line of an error list that is no list', '529 - overloaded_error: Overloaded'],
    [
      'an error that came three times',
      '529 - overloaded_error: x\n529 - overloaded_error: x\n529 - overloaded_error: x',
    ],
    ['a log line that begins like a commit', 'ci: API Error: 529 Overloaded'],
    ['a log line of a program named build', 'build: prompt is too long: 204031 tokens > 200000 maximum'],
    ['a log line of a program named test', 'test: invalid x-api-key'],
    ['what an error asks for', 'Your credit balance is too low. Please add credits to go on.'],
    ['what an error asks to wait for', 'The service is overloaded. Please allow a few minutes before trying again.'],
    [
      'a log of tries that failed in many ways',
      'attempt 1: overloaded_error\nattempt 2: rate_limit_error\nattempt 3: timeout_error\nattempt 4: api_error',
    ],
    [
      'a log of many exceptions',
      'httpx.ConnectError\nhttpcore.ConnectError\nanthropic.APIConnectionError\nlitellm.APIConnectionError\nAppError\nRunError\nJobError\n10:11:12 job ended',
    ],
    ['who found something else than the documentation says', 'The docs say 200k, but it says prompt is too long'],
    ['a frame of a stack', '    at Promise.catch (<anonymous>)\n    at retry (/app/a.js:1:1)'],
    ['one line that holds a stack', String.raw`{"error":"Error: 529 overloaded\n    at x.catch (<anonymous>)"}`],
    ['a line of code under which a program died', 'throw new Error("prompt is too long")\n      ^'],
    ['a wish that quotes an error', 'Please add a better text for "529 Overloaded, try later"'],
    ['a record of a log', '{"error.message":"prompt is too long","host":"the first","app":"my app"}'],
    ['a frame of a stack in Ruby', '/gems/a.rb:409:in \'send\': {type: "overloaded_error"}'],
    ['a table of what was tried', '| Try | Result |\n|---|---|\n| one | 529 Overloaded |\n'],
    [
      'a report with words of a guide',
      'Our retry logic waits with backoff, as the best practices say, and still every evening the same thing comes back to us. We get {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}} from the API after an hour of work.',
    ],
    [
      'an alert with words of a guide',
      'claude-proxy: 37 errors in 5 minutes in production\nsample: upstream 503, "overloaded_error", model claude-opus-5\nretryable: yes, backoff: 60s\nHow to handle it: see the runbook of the team, and tell the others that you are on it before you begin to change things.',
    ],
    [
      'a question with words of a guide',
      'The API returns 529 overloaded for every second call. Retry logic with backoff is in place, as the best practices of the guide say.\nAll other services work, the status page is green, and the same calls went well for a year. Is there an incident, and how to handle it?',
    ],
    [
      'a form with words of a guide',
      '## Problem\nThe nightly job dies with an overloaded error of Claude since the upgrade, and the retry logic is not used:\n\n    overloaded_error: Overloaded\n\n## Solution\nNone is known, but to begin again by hand, which goes well most of the time and is no way to live.',
    ],
    [
      'a program with a comment on what its run gave',
      'import anthropic\n\nclient = anthropic.Anthropic()\nanswer = client.messages.create(\n    model="claude-opus-5",\n    max_tokens=10,\n    messages=[],\n)\n# fails with: at least one message is required',
    ],
    [
      'a program with the error that it printed',
      'import anthropic\nclient = anthropic.Anthropic()\nclient.messages.create(\n    model="claude-opus-5",\n    messages=[],\n)\nanthropic.BadRequestError: messages: at least one message is required',
    ],
    ['an error where others write what should have happened', '### Expected behavior\n\nError: prompt is too long\n'],
    ['a question that quotes the error', 'It says "Overloaded" on every call, is this a matter of my key?'],
    ['a raised error in a trace', '    raise self._make_status_error_from_response(err.response) from None'],
  ])('%s stays', (_, text) => {
    expect(withoutMentions(text)).toBe(text);
  });

  test('an error below a title like that of a commit stays', () => {
    const error = 'RateLimitError: 429 too many requests';
    expect(withoutMentions(`fix: what is this\n\n${error}`).trim()).toBe(error);
  });

  test('a long line is read in time that grows with its length', () => {
    const started = performance.now();
    withoutMentions(`if ${'a '.repeat(500_000)}`);
    withoutMentions(`✓${' '.repeat(1_000_000)}\nexcept ${'A.'.repeat(500_000)}`);
    withoutMentions('⏺ Bash(x)\n'.repeat(50_000) + '⏺ Bash(x)\n  ⎿  a\n' + '  b\n'.repeat(100_000));
    withoutMentions('throws `a'.repeat(100_000) + '\n' + 'raise '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1500);
  });

  test('a long page is read in time that grows with its length', () => {
    const started = performance.now();
    withoutMentions('the error handling '.repeat(20_000));
    withoutMentions(`const a = 1;\n${'when the Anthropic API '.repeat(20_000)}`);
    withoutMentions(`const a = 1;\n${'  a(); // it\n'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

function report(status: string): string {
  return `{"fullName":"knows an invalid x-api-key","status":"${status}"}`;
}
