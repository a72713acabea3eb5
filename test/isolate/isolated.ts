import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isolate, runIsolate } from '../../src/app/isolate/operation.ts';
import { machineOf } from '../../src/app/world/machine.ts';
import { readFlags } from '../../src/cli/flags.ts';
import type { Isolation } from '../../src/core/isolation.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { testWorld, testKey, type ExaminedOptions } from '../doctor/examined.ts';
import { apiAnswer, apiError } from '../doctor/loopback.ts';
import { testHost } from '../test-host.ts';

/** A request that the rules accept. */
export const sound = { model: 'claude-sonnet-4-6', max_tokens: 100, messages: [{ role: 'user', content: 'Hello' }] };

/** A folder of a test, with files in it. */
export function folderWith(files: Readonly<Record<string, unknown>>): {
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'faultline-isolate-test-'));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What a run printed, and how it ended. */
export interface Printed {
  readonly code: number;
  readonly output: string;
}

/** Runs the command as from a folder, with an environment of its own, without a terminal. */
export async function printedBy(
  words: readonly string[],
  { cwd = import.meta.dirname, ...options }: ExaminedOptions & { readonly cwd?: string } = {},
): Promise<Printed> {
  const env = options.env ?? { ANTHROPIC_API_KEY: testKey };
  const { host, output } = testHost('');
  const here = { ...host, cwd, env };
  const world = testWorld({ ...options, env });
  const machine = { ...machineOf(here), now: world.machine.now };
  const code = await runIsolate(readFlags(isolate, words), here, { ...world, machine });
  return { code, output: output() };
}

/** The same as data. */
export async function isolatedBy(
  words: readonly string[],
  options: ExaminedOptions & { readonly cwd?: string } = {},
): Promise<Isolation> {
  const dashes = words.indexOf('--');
  const at = dashes < 0 ? words.length : dashes;
  const { output } = await printedBy([...words.slice(0, at), '--json', ...words.slice(at)], options);
  // oxlint-disable-next-line typescript/consistent-type-assertions -- what the schema holds it to
  return JSON.parse(output) as Isolation;
}

/** What was found: the names of things, those that go together joined. */
export function foundIn({ culprits }: Isolation): readonly string[] {
  return culprits.map(({ ids }) => ids.toSorted().join(' + '));
}

/** A server that refuses a call for a reason that a test gives, and answers it otherwise. */
export function refusing(
  isBad: (request: IncomingMessage, body: JsonObject) => boolean,
  status = 400,
  type = 'invalid_request_error',
  message = 'messages: this server refuses it',
): RequestListener {
  return (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      // oxlint-disable-next-line typescript/consistent-type-assertions -- whatever it is, only members are looked at
      const body = JSON.parse(Buffer.concat(pieces).toString('utf8') || '{}') as JsonObject;
      if (isBad(request, body)) apiAnswer(response, status, apiError(type, message));
      else if ((request.url ?? '').includes('count_tokens')) apiAnswer(response, 200, { input_tokens: 12 });
      else apiAnswer(response, 200, { type: 'message', role: 'assistant', content: [], usage: {} });
    });
  };
}
