import { describe, expect, test } from 'vitest';
import { baseUrlOf, platformOfEnvironment, platformOfHost } from './reachability.ts';

describe('a platform', () => {
  test.each([
    ['api.anthropic.com', 'direct'],
    ['aws-external-anthropic.us-east-1.api.aws', 'aws'],
    ['bedrock-runtime.eu-central-1.amazonaws.com', 'bedrock'],
    ['bedrock-mantle.us-west-2.api.aws', 'bedrock'],
    ['us-east5-aiplatform.googleapis.com', 'vertex'],
    ['aiplatform.eu.rep.googleapis.com', 'vertex'],
    ['my-resource.services.ai.azure.com', 'foundry'],
    ['litellm.example.com', 'gateway'],
    ['api.anthropic.com.example.net', 'gateway'],
  ])('is known by its host: %s is %s', (host, platform) => {
    expect(platformOfHost(host)).toBe(platform);
  });

  test.each([
    [{}, undefined],
    [{ CLAUDE_CODE_USE_BEDROCK: '1', ANTHROPIC_API_KEY: 'set' }, 'bedrock'],
    [{ CLAUDE_CODE_USE_VERTEX: 'true' }, 'vertex'],
    [{ CLAUDE_CODE_USE_VERTEX: '0' }, undefined],
    [{ ANTHROPIC_FOUNDRY_RESOURCE: 'r' }, 'foundry'],
    [{ AWS_BEARER_TOKEN_BEDROCK: 'set', ANTHROPIC_API_KEY: 'set' }, undefined],
  ])('is read from the environment: %j', (env, platform) => {
    expect(platformOfEnvironment(env)).toBe(platform);
  });

  test.each([
    ['direct', {}, 'https://api.anthropic.com'],
    ['direct', { ANTHROPIC_BASE_URL: 'https://gateway.example.com' }, 'https://gateway.example.com'],
    ['bedrock', { AWS_REGION: 'eu-west-1' }, 'https://bedrock-runtime.eu-west-1.amazonaws.com'],
    ['bedrock', {}, undefined],
    ['vertex', { CLOUD_ML_REGION: 'global' }, 'https://aiplatform.googleapis.com'],
    ['vertex', { CLOUD_ML_REGION: 'us-east5' }, 'https://us-east5-aiplatform.googleapis.com'],
    ['foundry', { ANTHROPIC_FOUNDRY_RESOURCE: 'r' }, 'https://r.services.ai.azure.com/anthropic'],
  ] as const)('%s is called where %j says', (platform, env, url) => {
    expect(baseUrlOf(platform, env)).toBe(url);
  });
});
