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

  test('is never proven', () => {
    const { findings } = judge(evidenceOf('调用 Claude 时提示上下文过长，请开始新的对话'));
    expect(findings[0]).toMatchObject({ certainty: 'likely', because: [{ text: '上下文过长' }] });
  });
});
