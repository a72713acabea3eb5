import { describe, expect, test } from 'vitest';
import type { Platform } from '../core/evidence.ts';
import { resolveModel } from './model-lookup.ts';

const account = '123456789012';

describe('a model id in any form that names a known model', () => {
  test.each<[string, string, string]>([
    ['claude-opus-5', 'claude-opus-5', 'id'],
    ['claude-haiku-4-5', 'claude-haiku-4-5-20251001', 'alias'],
    ['claude-4-sonnet-20250514', 'claude-sonnet-4-20250514', 'alias'],
    ['anthropic.claude-haiku-4-5-20251001-v1:0', 'claude-haiku-4-5-20251001', 'bedrock'],
    ['us.anthropic.claude-haiku-4-5-20251001-v1%3A0', 'claude-haiku-4-5-20251001', 'bedrock'],
    ['global.anthropic.claude-opus-4-6-v1', 'claude-opus-4-6', 'bedrock'],
    ['anthropic.claude-haiku-4-5', 'claude-haiku-4-5-20251001', 'bedrock'],
    ['anthropic.claude-v2:1', 'claude-2.1', 'bedrock'],
    [
      `arn:aws:bedrock:us-east-1:${account}:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0`,
      'claude-sonnet-4-5-20250929',
      'bedrock',
    ],
    ['claude-haiku-4-5@20251001', 'claude-haiku-4-5-20251001', 'vertex'],
    ['claude-3-5-sonnet-v2@20241022', 'claude-3-5-sonnet-20241022', 'vertex'],
    ['claude-opus-4-6@default', 'claude-opus-4-6', 'vertex'],
    ['claude-opus-4-6[1m]', 'claude-opus-4-6', 'suffixed'],
    ['anthropic/claude-sonnet-4.5', 'claude-sonnet-4-5-20250929', 'prefixed'],
  ])('%s is %s, written as %s', (id, model, spelling) => {
    const resolution = resolveModel(id);
    expect(resolution).toMatchObject({ kind: 'known', spelling, model: { id: model } });
  });
});

describe('an id that names no known model', () => {
  test.each<[string, readonly string[]]>([
    ['claude-4-5-haiku', ['claude-haiku-4-5']],
    ['claude-sonet-4-6', ['claude-sonnet-4-6']],
    ['Claude Sonnet 4.6', ['claude-sonnet-4-6']],
    ['claude-opus-4.8', ['claude-opus-4-8']],
    ['gpt-4o', []],
    ['invalid-model-name', []],
  ])('%s suggests %j first', (id, expected) => {
    const resolution = resolveModel(id);
    expect(resolution.kind).toBe('unknown');
    expect(resolution.kind === 'unknown' && resolution.suggestions.slice(0, 1)).toEqual(expected);
  });

  test.each<[string, boolean]>([
    ['claude-opus-7', true],
    ['claude-sonnet-5-6', true],
    ['claude-sonnet-4-7', false],
    ['claude-nonexistent-1', false],
  ])('%s looks newer than the table: %s', (id, looksNewer) => {
    expect(resolveModel(id)).toMatchObject({ kind: 'unknown', looksNewer });
  });

  test.each<[string, Platform]>([
    [`arn:aws:bedrock:us-east-1:${account}:application-inference-profile/abc123`, 'bedrock'],
    ['my-deployment', 'foundry'],
    ['team/fast', 'gateway'],
  ])('%s on %s is a name of the customer', (id, platform) => {
    expect(resolveModel(id, platform).kind).toBe('opaque');
  });
});
