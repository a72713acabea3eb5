import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '../../simulator/index.ts';
import { runChild, type Command } from '../child.ts';
import type { ExitCode, Host } from '../operation.ts';

/** Variables that would lead an SDK elsewhere, or give it another credential. */
const misleading = [
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_PROFILE',
  'ANTHROPIC_CUSTOM_HEADERS',
  'ANTHROPIC_FEDERATION_RULE_ID',
  'CLAUDE_CODE_USE_BEDROCK',
  'CLAUDE_CODE_USE_VERTEX',
  'CLAUDE_CODE_USE_FOUNDRY',
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
];

/** An environment in which nothing leads a program away from the simulator. */
export function withoutMisleading(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const names = new Set(misleading);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.has(name)));
}

/** Runs a command with the simulator in the place of the API; ends as it ends. */
export async function runCommand(command: Command, simulator: Simulator, host: Host): Promise<ExitCode> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-simulate-'));
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, simulator.certificateAuthority);
  const env = { ...withoutMisleading(host.env), ...simulator.env, NODE_EXTRA_CA_CERTS: authority };
  try {
    return await runChild(command, env, host, 'simulate');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
