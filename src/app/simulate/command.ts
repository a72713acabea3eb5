import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultlineError } from '../../core/error.ts';
import type { Simulator } from '../../simulator/index.ts';
import type { ExitCode, Host } from '../operation.ts';
import { onStop } from './stop.ts';

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

/** Runs a command with the simulator in the place of the API; ends as it ends. */
export async function runCommand(
  [program, ...args]: readonly [string, ...string[]],
  simulator: Simulator,
  host: Host,
): Promise<ExitCode> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-simulate-'));
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, simulator.certificateAuthority);
  const env: Record<string, string | undefined> = { ...host.env, ...simulator.env, NODE_EXTRA_CA_CERTS: authority };
  for (const name of misleading) delete env[name];
  const child = spawn(program, args, { stdio: 'inherit', cwd: host.cwd, env, shell: process.platform === 'win32' });
  const release = onStop((signal) => child.kill(signal));
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', (cause) => reject(notStarted(program, cause)));
      child.on('close', (code, signal) => resolve(exitCodeOf(code, signal)));
    });
  } finally {
    release();
    rmSync(folder, { recursive: true, force: true });
  }
}

function notStarted(program: string, cause: unknown): FaultlineError {
  return new FaultlineError(
    'command-not-started',
    `${program} cannot be started.`,
    'Give the command as you would in the shell: `faultline simulate -- npm test`.',
    { cause },
  );
}

/** As a shell says it: 128 and the number of the signal where one ended the command. */
function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): ExitCode {
  const ended = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  // The code is the command's own, whatever it means there.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- any number can come
  return ended as ExitCode;
}
