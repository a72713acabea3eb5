import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isObject, parsedJson, type JsonObject } from '../../src/core/json.ts';
import { drawFor } from '../../src/simulator/draw.ts';

const bin = join(import.meta.dirname, '..', '..', 'src', 'cli', 'bin.ts');

/** A folder of its own for one test. */
export function workFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-ramp-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Writes a queue with so many requests, each of which says its number. */
export function writeQueue(folder: string, count: number, more: readonly object[] = []): string {
  const file = join(folder, 'queue.ndjson');
  const requests = Array.from({ length: count }, (_, index) => ({
    custom_id: `c${index}`,
    params: { model: 'claude-sonnet-5', max_tokens: 64, messages: [{ role: 'user', content: `Question ${index}` }] },
  }));
  writeFileSync(file, [...requests, ...more].map((one) => `${JSON.stringify(one)}\n`).join(''));
  return file;
}

/** A service that counts what it gets, by the number in the question. */
export interface CountingService {
  readonly url: string;
  /** Requests by question. */
  readonly received: ReadonlyMap<string, number>;
  /** How the next answers are; all are good at first. */
  answer: (
    question: string,
  ) =>
    | { readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> }
    | undefined;
}

/** Starts a service that takes a seeded while for each answer. */
export async function countingService(seed: number, mostMs = 20): Promise<CountingService> {
  const received = new Map<string, number>();
  const draw = drawFor(seed, 'service');
  const service: { -readonly [K in keyof CountingService]: CountingService[K] } = {
    url: '',
    received,
    answer: () => undefined,
  };
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const question = /Question \d+/.exec(Buffer.concat(pieces).toString())?.[0] ?? '';
      received.set(question, (received.get(question) ?? 0) + 1);
      const { status, body, headers } = service.answer(question) ?? { status: 200, body: messageFor(question) };
      setTimeout(
        () => {
          response.writeHead(status, {
            'content-type': 'application/json',
            'request-id': `req_${question.slice(9)}`,
            ...headers,
          });
          response.end(JSON.stringify(body));
        },
        Math.round(draw.fraction() * mostMs),
      );
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  service.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return service;
}

function messageFor(question: string): object {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-5',
    content: [{ type: 'text', text: `Answer to ${question}` }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 10, output_tokens: 5 },
  };
}

/** An error as the API answers it. */
export function errorAnswer(
  status: number,
  type: string,
  message: string,
): { readonly status: number; readonly body: object } {
  return { status, body: { type: 'error', error: { type, message } } };
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts `faultline ramp` in a folder. */
export function startRamp(folder: string, args: readonly string[]): RunningCommand {
  const child = spawn(process.execPath, [bin, 'ramp', ...args], {
    cwd: folder,
    env: {
      ...process.env,
      FAULTLINE_STORE: join(folder, 'store'),
      ANTHROPIC_API_KEY: ['sk', 'ant', 'api03', 'x'.repeat(90)].join('-'),
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended };
}

/** The JSON lines of a file of the only run in a folder. */
export function linesOf(folder: string, name: string): readonly JsonObject[] {
  const run = readdirSync(folder).find((one) => one.startsWith('faultline-ramp-'));
  if (run === undefined) return [];
  return readFileSync(join(folder, run, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const value = parsedJson(line);
      if (!isObject(value)) throw new Error(`no JSON object: ${line}`);
      return value;
    });
}
