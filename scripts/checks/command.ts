import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../set-up/set-up.mjs';
import type { Check } from './check.ts';

/** What a process left behind. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** No single step may take longer; what does has run away. */
const limitMs = 600_000;

/** Runs a program to its end, without input. */
export function execute(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

/** Runs a script, ours or a dependency's, on the project's own Node, with plain output. */
export function executeScript(script: string, args: readonly string[]): Promise<Ended> {
  const { FORCE_COLOR: _, ...env } = process.env;
  return execute(process.execPath, [join(root, script), ...args], { env: { ...env, NO_COLOR: '1' } });
}

/** A check that runs a script with `executeScript`, and passes when its exit code is 0. */
export function command(name: string, script: string, args: readonly string[] = []): Check {
  return {
    name,
    run: async () => {
      const { code, stdout, stderr } = await executeScript(script, args);
      return code === 0 ? { kind: 'passed' } : { kind: 'failed', report: `${stdout}${stderr}`.trim() };
    },
  };
}
