import { describe, expect, test } from 'vitest';
import { secretsIn } from './secrets.ts';

const anthropicKey = `sk-ant-${'api03-'}${'Ab1-'.repeat(22)}AA`;
const awsKey = `AKIA${'ABCDEFGH23456723'}`;

describe('a credential in a prompt', () => {
  test.each([
    ['an Anthropic key', anthropicKey],
    ['an AWS access key', awsKey],
    ['a GitHub token', `ghp_${'a1B2'.repeat(9)}`],
  ])('is found with its place: %s', (_, secret) => {
    const text = JSON.stringify({ messages: [{ role: 'user', content: `Use ${secret} for the call.` }] });
    expect(secretsIn(text)).toMatchObject([{ at: text.indexOf(secret), length: secret.length }]);
  });

  test('is found twice where it stands twice, in the order of the text', () => {
    const text = `${awsKey} and ${anthropicKey} and ${awsKey}`;
    expect(secretsIn(text).map(({ at }) => at)).toEqual([0, 25, text.lastIndexOf(awsKey)]);
  });

  test('never comes with its value', () => {
    expect(JSON.stringify(secretsIn(anthropicKey))).not.toContain('Ab1-');
  });
});

test.each(['the risk-averse task-list', 'sk-ant-…', 'password=hunter2hunter2', 'AKIA is a prefix', 'xoxb-token'])(
  '%j is no credential',
  (text) => {
    expect(secretsIn(text)).toEqual([]);
  },
);
