import { describe, expect, test } from 'vitest';
import { isProgram } from './guides.ts';
import { lineKind } from './code-lines.ts';

describe('lines', () => {
  test.each([
    'const answer = await client.messages.create({',
    'from anthropic import Anthropic',
    '    raise OverloadedError(message)',
    '} catch (error) {',
    '  // waits, then tries again',
    'public function handle(Request $request): void',
    '$response->assertStatus(529);',
    '  |> Enum.map(&to_message/1)',
    'if err != nil {',
    'expect(calls).toHaveLength(2)',
    '  })',
    '@dataclass(frozen=True)',
  ])('%s is code', (line) => {
    expect(lineKind(line)).toBe('code');
  });

  test.each(['  "type": "error",', 'status: 529,', "'overloaded_error',"])('%s is data', (line) => {
    expect(lineKind(line)).toBe('data');
  });

  test.each([
    'I use it with a proxy and get nothing.',
    'Error: 529 Overloaded',
    'Traceback (most recent call last):',
    '2026-01-02 10:11:12 ERROR call failed',
    'when I ask a question, it stops',
    'API Error: 400 prompt is too long',
    '## Steps',
  ])('%s is neither', (line) => {
    expect(lineKind(line)).toBe('other');
  });
});

describe('a program', () => {
  const test529 = `    ]);
    $exception = new RequestException($response);

    expect(fn () => $this->provider->handle($exception))
        ->toThrow(RateLimited::class);
});

it('handles an overloaded service (529)', function (): void {
    $response = answerWith(529, ['error' => ['type' => 'overloaded_error', 'message' => 'Overloaded']]);
    expect($response->status())->toBe(529);
});`;

  test('a piece from the middle of a file is one', () => {
    expect(isProgram(test529)).toBe(true);
  });

  test('with the error that it printed it is none', () => {
    expect(isProgram(`${test529}\n\nRequestException: 529 Overloaded`)).toBe(false);
  });

  test('between fences, with the words of a reader below, it is none', () => {
    const fence = '\u0060\u0060\u0060';
    const sample = `${fence}php\n${test529}\n${fence}\n`;
    expect(isProgram(sample)).toBe(true);
    expect(isProgram(`${sample}\nWith this, every call that has a long history ends in a 529.`)).toBe(false);
  });

  test('a dump of an error is none', () => {
    const dump = `{
  status: 403,
  headers: {
    'cf-ray': '8de2cf14682c20dc-HKG',
    connection: 'keep-alive',
  },
  request_id: undefined,
  error: { error: { type: 'forbidden', message: 'Request not allowed' } }
}`;
    expect(isProgram(dump)).toBe(false);
  });

  test('a long line is read in time that grows with its length', () => {
    const started = performance.now();
    lineKind(`${'a.'.repeat(200_000)} =`);
    lineKind(`${'(['.repeat(200_000)}`);
    lineKind(`if ${'a '.repeat(200_000)}`);
    lineKind(' '.repeat(400_000));
    expect(performance.now() - started).toBeLessThan(300);
  });
});
