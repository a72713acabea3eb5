import type { Platform } from '../core/evidence.ts';

/** Something that a platform lacks, with the words in which a reader is told. */
export type PlatformGap =
  | 'url-sources'
  | 'file-sources'
  | 'server-tools'
  | 'code-execution'
  | 'web-fetch'
  | 'advisor'
  | 'toolsets'
  | 'mcp'
  | 'skills'
  | 'fallbacks'
  | 'automatic-caching'
  | 'batches';

/**
 * What is not available where, by the platforms' pages of 2026-08-22. The Claude API has all of it; what a gateway
 * has is not known. Microsoft Foundry depends on who hosts the deployment: only what it lacks either way is listed.
 */
const gaps: Readonly<Partial<Record<Platform, readonly PlatformGap[]>>> = {
  bedrock: [
    'url-sources',
    'file-sources',
    'server-tools',
    'code-execution',
    'web-fetch',
    'advisor',
    'toolsets',
    'mcp',
    'skills',
    'fallbacks',
    'automatic-caching',
    'batches',
  ],
  vertex: [
    'url-sources',
    'file-sources',
    'code-execution',
    'web-fetch',
    'advisor',
    'mcp',
    'skills',
    'fallbacks',
    'batches',
  ],
  foundry: ['advisor', 'fallbacks', 'batches'],
};

const names: Readonly<Partial<Record<Platform, string>>> = {
  direct: 'the Claude API',
  aws: 'Claude Platform on AWS',
  bedrock: 'Amazon Bedrock',
  vertex: 'Google Cloud',
  foundry: 'Microsoft Foundry',
};

/** Whether a platform is documented to lack something. */
export function lacks(platform: Platform, gap: PlatformGap): boolean {
  return gaps[platform]?.includes(gap) ?? false;
}

/** A platform's name in a sentence. */
export function platformName(platform: Platform): string {
  return names[platform] ?? 'this gateway';
}

/** The gap that keeps an Anthropic-defined tool type from a platform. */
export function gapOfToolType(type: string): PlatformGap | undefined {
  if (type.startsWith('code_execution_')) return 'code-execution';
  if (type.startsWith('web_fetch_')) return 'web-fetch';
  if (type.startsWith('web_search_')) return 'server-tools';
  if (type.startsWith('advisor_')) return 'advisor';
  if (type.endsWith('_toolset_20260801')) return 'toolsets';
  return type === 'mcp_toolset' ? 'mcp' : undefined;
}

/** Whether Anthropic's own lists of models and dates of retirement hold on a platform; clouds keep their own. */
export function isOwnService(platform: Platform): boolean {
  return platform === 'direct' || platform === 'aws';
}
