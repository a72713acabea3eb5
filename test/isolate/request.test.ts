import { afterAll, describe, expect, test } from 'vitest';
import { mostRuns } from '../../src/experiments/isolate/evidence.ts';
import { testKey } from '../doctor/examined.ts';
import { folderWith, foundIn, isolatedBy, printedBy, sound } from './isolated.ts';

const tool = { name: 'get', input_schema: { type: 'object' } };
const unanswered = [
  { role: 'user', content: 'Hello' },
  { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'get', input: {} }] },
  { role: 'user', content: 'And?' },
];
const folder = folderWith({
  'good.json': sound,
  'other-good.json': { ...sound, max_tokens: 101 },
  // Twelve differences, one of which breaks a rule.
  'bad.json': {
    ...sound,
    model: 'claude-haiku-4-5',
    max_tokens: 50,
    messages: unanswered,
    tools: [tool],
    system: 'Be short.',
    temperature: 0.5,
    top_k: 5,
    stop_sequences: ['x'],
    metadata: { user_id: 'u' },
    service_tier: 'auto',
    stream: false,
  },
  'bad-too.json': { ...sound, max_tokens: 51, messages: unanswered, tools: [tool] },
  // Sampling takes either of two members on this model, and never both.
  'pair.json': {
    ...sound,
    model: 'claude-haiku-4-5',
    temperature: 0.5,
    top_p: 0.5,
    system: 'x',
    stream: false,
  },
  'pair-good.json': { ...sound, model: 'claude-haiku-4-5' },
  'two.json': { ...sound, temperature: 7, top_p: 4, system: 'x' },
  'broken.json': '{"model": "claude-sonnet-4-6", "max_tokens": 10, "messages": [',
});
const at = { cwd: folder.path, env: { SET_FOR_TEST: '1' } };
afterAll(folder.remove);

describe('a failing request beside one that works', () => {
  test('is told by the part that breaks it, in few runs, and nothing is sent', async () => {
    const isolation = await isolatedBy(['bad.json', '--good', 'good.json'], at);
    expect(isolation).toMatchObject({
      outcome: 'found',
      oracle: 'checker',
      culprits: [{ ids: ['messages.1'], how: 'alone' }],
      spent: { requests: 0, tokens: 0 },
    });
    expect(isolation.things.length).toBeGreaterThanOrEqual(12);
    expect(isolation.runs.length).toBeLessThanOrEqual(mostRuns(isolation.things.length));
  });

  test('ends with 1, and says what to change', async () => {
    const { code, output } = await printedBy(['bad.json', '--good', 'good.json'], at);
    expect(code).toBe(1);
    expect(output).toContain('✗ The call works without `messages.1`.');
    expect(output).toMatch(/Do next\s+Change `messages\.1`/);
    expect(output).toContain('→ Another request: works');
  });

  test('is told that nothing in it matters, where the good one fails as well', async () => {
    await expect(printedBy(['bad.json', '--good', 'bad.json'], at)).rejects.toThrow('The two requests are the same');
    const { code, output } = await printedBy(['bad.json', '--good', 'bad-too.json'], at);
    expect(code).toBe(0);
    expect(output).toContain('The request that is said to work fails in the same way');
  });

  test('is told by the first of two faults, and that it is not the only one', async () => {
    const isolation = await isolatedBy(['two.json', '--good', 'good.json'], at);
    expect(foundIn(isolation)).toEqual(['temperature']);
    expect(isolation).toMatchObject({ without: 'other' });
    expect(isolation.headline).toBe('`temperature` makes the call fail, and something else is wrong as well.');
    expect(isolation.explanation.join(' ')).toContain('at top_p');
  });

  test('is told by two parts where only both bring it about', async () => {
    const isolation = await isolatedBy(['pair.json', '--good', 'pair-good.json'], at);
    expect(isolation.culprits).toMatchObject([{ how: 'together' }]);
    expect(foundIn(isolation)).toEqual(['temperature + top_p']);
    expect(isolation.headline).toContain('Two things bring the failure about only together');
  });

  test('that does not fail here is said not to', async () => {
    const { code, output } = await printedBy(['other-good.json', '--good', 'good.json'], at);
    expect(code).toBe(4);
    expect(output).toContain('The call does not fail here');
  });
});

describe('a failing request alone', () => {
  test('is told by another model', async () => {
    const isolation = await isolatedBy(['retired.json', '--vary', 'model=claude-sonnet-4-6'], {
      cwd: folderWith({ 'retired.json': { ...sound, model: 'claude-3-opus-20240229' } }).path,
    });
    expect(foundIn(isolation)).toEqual(['model']);
  });
});

describe('what cannot be used is refused', () => {
  test.each([
    [['bad.json', '--vary', 'key=sk-ant-1'], 'takes no credential in the open'],
    [['bad.json', '--vary', 'key=env:NOT_SET'], 'is not set'],
    [['bad.json', '--vary', 'proxy=http://user:secret@proxy.example:8080'], 'holds a credential'],
    [['bad.json', '--vary', 'base-url=https://user:secret@gateway.example'], 'holds a credential'],
    [['bad.json', '--vary', 'header=x-api-key:abc'], 'holds a credential'],
    [['bad.json', '--vary', `header=x-other:${testKey}`], 'holds a credential'],
    [['bad.json', '--live', '--vary', 'ip', '--proxy', 'http://user:word@proxy.example'], 'in the open'],
    [['bad.json', '--live', '--vary', 'ip', '--base-url', 'https://user:word@gateway.example'], 'in the open'],
    [['bad.json', '--vary', 'modle=x'], 'knows no "modle"'],
    [['bad.json', '--vary', 'model'], 'needs a value'],
    [['bad.json', '--vary', 'model=a,model=b'], 'twice'],
    [['bad.json', '--vary', 'ip=5'], 'neither 4 nor 6'],
    [['bad.json', '--vary', 'http=3'], 'neither 1.1 nor 2'],
    [['bad.json', '--vary', 'stream=maybe'], 'neither on nor off'],
    [['bad.json', '--vary', 'client=http,ip=4'], 'cannot be tried in one run'],
    [['bad.json', '--vary', 'resolver=dns.example'], 'no address'],
    [['bad.json', '--vary', 'workspace=abc'], 'no id of a workspace'],
    [['bad.json', '--vary', 'machine=nowhere.json'], 'There is no file'],
    [['bad.json', '--vary', 'machine=good.json'], 'no result of a bundle'],
    [['bad.json', '--vary', 'ip=4'], 'Nobody who may be asked can see'],
    [['bad.json', '--vary', 'env=SET_FOR_TEST'], 'Nobody who may be asked can see'],
    [['bad.json', '--vary', 'env=NOT_SET'], 'is not set here'],
    [['bad.json', 'good.json'], 'takes one request'],
    [['bad.json', '--good', 'broken.json'], 'not a JSON object'],
    [['bad.json', '--good', 'nowhere.json'], 'no file'],
    [['bad.json', '--timeout', 'soon', '--good', 'good.json'], 'no number of seconds'],
  ])('%j', async (words, because) => {
    await expect(printedBy(words, at)).rejects.toThrow(because);
  });
});
