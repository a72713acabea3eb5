import { describe, expect, test } from 'vitest';
import { tokenBudget } from './budget.ts';
import { viewRequest } from './view.ts';

const prose = 'The river runs past the old mill and on to the town. ';

function budgetOf(members: Readonly<Record<string, unknown>>): ReturnType<typeof tokenBudget> {
  return tokenBudget(viewRequest({ model: 'claude-haiku-4-5', max_tokens: 1000, ...members }));
}

function high(content: unknown): number {
  return budgetOf({ messages: [{ role: 'user', content }] }).total.high;
}

describe('the estimate of a text', () => {
  test.each<[string, string, number]>([
    // Counts as tokenizers of this kind make them: four to five characters of prose, fewer of code, one or two of Han.
    ['English prose', prose.repeat(100), 1200],
    ['source code', 'if (a[i]?.b !== c) { return d(e, f); }\n'.repeat(100), 1700],
    ['Chinese', '河流经过老磨坊流向城镇。'.repeat(100), 1300],
  ])('holds the tokens of %s', (_, content, counted) => {
    const { total } = budgetOf({ messages: [{ role: 'user', content }] });
    expect(total.low).toBeLessThan(counted);
    expect(total.high).toBeGreaterThan(counted);
  });

  test('of mixed scripts lies between the estimates of each', () => {
    const mixed = high((prose + '河'.repeat(prose.length)).repeat(50));
    expect(mixed).toBeGreaterThan(high(prose.repeat(100)));
    expect(mixed).toBeLessThan(high('河'.repeat(prose.length * 100)));
  });
});

describe('the table of parts', () => {
  const budget = budgetOf({
    system: prose,
    tools: [{ name: 'look_up', input_schema: { type: 'object', properties: { river: { type: 'string' } } } }],
    messages: [
      { role: 'user', content: prose },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'look_up', input: {} }] },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a', content: prose.repeat(2000) },
          { type: 'text', text: 'And then?' },
        ],
      },
    ],
  });

  test('names every part and puts the largest first', () => {
    expect(budget.parts.map(({ path }) => path).toSorted()).toEqual([
      'messages.0',
      'messages.1',
      'messages.2',
      'system',
      'tools.0',
    ]);
    expect(budget.parts[0]).toMatchObject({ path: 'messages.2', what: 'user: tool_result, text' });
  });

  test('has nothing to cut where the request fits', () => {
    expect(budget.cuts).toEqual([]);
  });

  test('says what to cut first where it does not: old results, not the question', () => {
    const old = { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: prose.repeat(15_000) }] };
    const turns = [
      { role: 'assistant', content: 'Done.' },
      { role: 'user', content: 'Go on.' },
    ];
    const { cuts } = budgetOf({ messages: [old, ...turns, ...turns, ...turns] });
    expect(cuts.map(({ part }) => part.path)).toEqual(['messages.0']);
    expect(cuts[0]?.because).toContain('old result');
  });
});

test('an image costs by its size and no more than the model looks at', () => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: pixel } };
  const url = { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } };
  expect(high([image])).toBeLessThan(50);
  expect(high([url])).toBeGreaterThan(1500);
  expect(high([url])).toBeLessThan(1700);
});
