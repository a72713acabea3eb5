import { describe, expect, test } from 'vitest';
import { speaksOfErrors } from './genre.ts';

describe('a text that speaks of errors', () => {
  test.each([
    [
      'a request to merge',
      'Treat an overloaded answer as passing\n\nUntil now a 529 fell through to the default and the run was given up.\n\n## Changes\n- Added `isPassing()` in `src/errors/kinds.ts`, covered by unit tests\n- Callers no longer see a bare status\n\n## Test plan\n- [x] all tests pass\n',
    ],
    [
      'the account of a change that names the calls that had failed',
      'The planner sends its schema as words\n\nFixes #123: `planner run` failed 400 `"The compiled grammar is too large"` for each of the files, in `req_011CSabcDEFabcDEFabcDEF` and `req_011CSabcDEFabcDEFabcDEG`.\n\n## Root cause\n\nThe whole schema was sent as the format of the answer, and the API makes a grammar of that.\n',
    ],
    [
      'a release note',
      'Patch Changes\n\n  • fix(claude): surface the body of a failed call, such as "prompt is too long: 205547 tokens > 200000 maximum"\n  • Overloaded answers are now retried with backoff instead of ending the run\n  • Handle a stream that ends early gracefully\n',
    ],
    [
      'a change in Chinese',
      '优化上游错误处理\n\n## 修改内容\n- 新增 `markUnavailable()` 方法：上游返回 529 overloaded 时标记账户临时不可用\n- 修复流式请求在 ECONNRESET 之后没有自动重试的问题\n- 统一错误处理逻辑，避免重复代码，原来的三处判断合并为一处，并补充了日志\n\n## 测试\n- 单元测试全部通过，覆盖普通请求与流式请求两种情况，重试次数与等待时间可以通过环境变量配置，默认值保持不变\n',
    ],
    [
      'the account of a change with what had happened',
      '# Overload Answers in the Relay\n\n## Overview\nThe relay now shows what the API says when it is overloaded.\n\n## Problem\nUsers found this on the console:\n```\nRelay Error: APIError: overloaded_error\n```\nand nothing else.\n\n## Changes Made\n\n### 1. Wider test (`src/relay/answers.ts`)\n- Added `isOverloaded()` for answers without a body\n',
    ],
    [
      'a page in Chinese that goes through errors one by one',
      'Claude 常见报错处理\n\n本文介绍三种情况。\n\n（1）overloaded_error\n- 原因：服务器负载太高\n- 解决方法：稍后再试，或者换一个较小的模型\n示例：\nError: overloaded_error\n    at send (/usr/lib/app.js:4:12)\n\n（2）API Error: 400 invalid_request_error\n- 原因：历史记录已损坏\n- 解决方法：重新开始一个会话，把之前的内容压缩之后再继续，必要时清空缓存并重新登录一次即可恢复正常使用，不需要重新安装程序，也不需要更换密钥或者联系客服\n',
    ],
    [
      'the table of a manual, in a difference of two versions',
      'errors.md +3 −1\n20| Message | Section |\n21| `API Error: 500 ... Internal server error` | [Server errors](#internal-server-error) |\n22| `Request timed out` | [Server errors](#request-timed-out), or [network](#unable-to-connect) |\n23| `max_tokens must be greater than budget_tokens` | [Request errors](#budget-exceeds-limit) |\n24| `Invalid API key` | [Authentication](#invalid-key) |\n',
    ],
    [
      'advice to whoever meets an error',
      "If you're repeatedly seeing the error 529 with Claude, it indicates that the API is overloaded. This is typically due to high traffic.\n\nUnderstanding the cause\n\nThe server has no room for the request.\n\n### Solutions for error 529\n\nWait and retry: since the error passes, try again after some seconds.\n",
    ],
    [
      'a wish',
      'Thanks for the program, which has become quite good over the last year. It would be really nice to have Claude in it as well. Their free plan is rate limited, but that is enough for most of us here.\n\nThe documentation of their API is public, so it should not be too hard.\n',
    ],
    [
      'a page that teaches, in German',
      'Fehler 529 verstehen\n\nWenn viele Aufrufe zugleich kommen, ist der Dienst überlastet. Du kannst mit exponential backoff warten.\n\nUrsachen\n\n- sehr viele Aufrufe zugleich\n- lange Antworten\n\nLösung\n\n- Wartezeit verdoppeln\n- zum Beispiel ein kleineres Modell verwenden\n',
    ],
  ])('%s', (_, text) => {
    expect(speaksOfErrors(text)).toBe(true);
  });

  test.each([
    [
      'a report with the sections of a form',
      '### What happened?\n\nSince this morning every call fails, I tried to restart and to switch the model, nothing helps.\n\n### Error output\n\n400 prompt is too long: 205547 tokens > 200000 maximum\n\n### Steps to reproduce\n\n1. open a long session\n2. ask something\n\n### Version\n\n2.1.3\n',
    ],
    [
      'a few words below a program between fences',
      '\u0060\u0060\u0060python\nimport anthropic\nclient = anthropic.Anthropic()\ntry:\n    reply = client.messages.create(model="claude-opus-4-5", max_tokens=64, messages=messages)\nexcept anthropic.RateLimitError as error:\n    time.sleep(5)\n    retry()\n    log.close()\nexcept anthropic.APIStatusError as error:\n    print(error.status_code, error.response)\n\u0060\u0060\u0060\n\nIt ends with HTTP 404 Not Found [not_found_error]',
    ],
    [
      'a few words below settings between fences',
      'Settings:\n\u0060\u0060\u0060yaml\nprovider: anthropic\nservers:\n  - name: notes\n  - url: https://mcp.example.com/sse\ntimeout: 600\nchecks:\n  - one\n  - two\n\u0060\u0060\u0060\n\nIt ends with HTTP 429 Too Many Requests of claude-opus-4-6, each time, for days, and no pause is long enough.',
    ],
    [
      'a report that proposes a fix',
      '## Summary\n\nThe nightly job gives up with an overloaded error:\n\n```\nError code: 529 - {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n```\n\n## Proposed fix\n\n- retry with backoff instead of raising in `run()`\n- add a test\n',
    ],
    [
      'a log with the words of changes',
      '10:11:12 retry: fallback to the next model, no longer waiting\n10:11:13 ERROR call failed: Overloaded\n10:11:15 added to the queue again, attempt 2\n10:11:19 ERROR call failed: Overloaded\n10:11:25 surface the error to the caller\n10:11:26 done, fixes #3 in the queue\n',
    ],
    [
      'a report that says what did not fail before',
      'When I choose claude as the classifier this problem is bound to happen: Error: ValidationException: A conversation must alternate between user and assistant roles.\n* Previously, using version 0.8 was fine\n* I understand that an earlier issue was closed, please make sure it is solved\n* Self hosted\n* Docker\n',
    ],
    ['a short text', 'fix: what is this 529 Overloaded, no longer working'],
    [
      'one long line',
      `Updating the subtask failed: invalid x-api-key ${'fallback regression this change '.repeat(20)}`,
    ],
  ])('%s is none', (_, text) => {
    expect(speaksOfErrors(text)).toBe(false);
  });

  test('a long text is left to others', () => {
    const started = performance.now();
    expect(speaksOfErrors('this change is now covered by unit tests\n- Added a()\n'.repeat(10_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
