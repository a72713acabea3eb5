import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../src/capture/text/evidence.ts';
import { causes } from '../src/causes/index.ts';
import { createEngine } from '../src/core/engine.ts';

const { judge } = createEngine(causes);

const retellings = causes.flatMap(({ id, retold }) => retold.map((says) => [id, [says].flat().join(' – ')] as const));

describe('an error that is told in the words of others', () => {
  test.each(retellings)('%s: %s', (id, words) => {
    const { findings } = judge(evidenceOf(`Claude: ${words}.`));
    expect(findings.flatMap(({ cause, refines = cause }) => [cause, refines])).toContain(id);
  });

  test.each(['内部错误', 'the server is overloaded', 'saldo insuficiente', 'session expired'])(
    '%s, of a service that is not named, tells nothing',
    (words) => {
      expect(judge(evidenceOf(`The printer in the hall: ${words}.`)).findings).toEqual([]);
    },
  );

  test('what the API itself says outranks the words around it', () => {
    const text =
      'Claude: internal error, check your API key! {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}';
    const { findings } = judge(evidenceOf(text));
    expect(findings.map(({ cause }) => cause)).toEqual(['overloaded']);
  });

  test.each([
    ['context-too-long', 'As soon as Claude searches the library, it says that this exceeds the context.'],
    [
      'platform-credentials',
      'Claude Code hangs as soon as the AWS Bedrock credentials expire, and never asks for new ones.',
    ],
    ['rate-limit-other', 'I keep getting throttled by Claude, three calls in.'],
    ['organization-disabled', 'My Anthropic account was banned over night.'],
    ['thinking-budget', 'claude: budget_tokens, so it says, has to be smaller than max_tokens'],
    ['connection-reset', 'The add-on says that it could not connect to the Anthropic API, nothing more.'],
    ['connection-reset', '昨天开始 Claude 插件一直提示网络异常'],
    ['document-invalid', "Claude won't take the PDF, it is encrypted"],
    ['region-unsupported', "Sorry, Claude isn't available in your country yet"],
    ['api-key-invalid', 'Setting up Claude in the hub ends with "Invalid API key", twice with a new one'],
  ])('%s, in a sentence: %s', (cause, text) => {
    expect(judge(evidenceOf(text)).findings[0]?.cause).toBe(cause);
  });

  test('has its words in one place, and not all over the text', () => {
    const text = `The Claude page has a field budget_tokens.\n${'It is a page like others are. '.repeat(10)}\nIt is smaller than the last.`;
    expect(judge(evidenceOf(text)).findings).toEqual([]);
  });

  test('that says only that the API was not reached names no certain reason', () => {
    const { findings } = judge(evidenceOf('Error: unable to reach Anthropic'));
    expect(findings).toMatchObject([{ cause: 'connection-reset', certainty: 'possible' }]);
    expect(findings[0]?.explanation).toContain('reports no more than that');
  });

  test('is never proven', () => {
    const { findings } = judge(evidenceOf('调用 Claude 时提示上下文过长，请开始新的对话'));
    expect(findings[0]).toMatchObject({ certainty: 'likely', because: [{ text: '上下文过长' }] });
  });
});
