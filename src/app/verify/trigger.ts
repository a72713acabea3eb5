import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as later } from 'node:timers/promises';
import { boundedText } from '../bounded-text.ts';
import { codeOf } from '../files.ts';
import { startGroup } from '../process-group.ts';
import type { PerformanceEnding, Shown } from './performance.ts';

/** What causes a call of an application that runs as a server. */
export type Trigger =
  | { readonly kind: 'url'; readonly url: URL }
  | { readonly kind: 'command'; readonly command: string; readonly env: Readonly<Record<string, string | undefined>> };

/** How a trigger is used. */
export interface TriggerOptions {
  readonly cwd: string;
  /** The server has just been started: until it can be reached, the trigger is used again. */
  readonly untilReady: boolean;
  /** Whether a call came through. */
  readonly hasCalled: () => boolean;
}

/** A trigger that was used. */
export interface Triggered {
  readonly ended: Promise<PerformanceEnding>;
  readonly shown: () => readonly Shown[];
  readonly stop: () => Promise<void>;
}

const askAgainMs = 100;

/** Causes a call, and collects what comes back. */
export function trigger(how: Trigger, options: TriggerOptions): Triggered {
  return how.kind === 'url' ? fetched(how.url, options) : commanded(how, options);
}

function fetched(url: URL, { untilReady }: TriggerOptions): Triggered {
  const stopping = new AbortController();
  let shown: readonly Shown[] = [];
  const ask = async (): Promise<PerformanceEnding> => {
    for (;;) {
      const answer = await get(url, stopping.signal);
      if (answer.kind === 'answered') {
        shown = [{ where: 'the answer', text: answer.text }];
        return { kind: 'answered', status: answer.status };
      }
      const isStarting = untilReady && /ECONNREFUSED|ECONNRESET/.test(answer.because) && !stopping.signal.aborted;
      if (!isStarting) return { kind: 'unanswered', because: `${url.origin} gave no answer (${answer.because})` };
      await later(askAgainMs);
    }
  };
  return { ended: ask(), shown: () => shown, stop: async () => stopping.abort() };
}

type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  | { readonly kind: 'failed'; readonly because: string };

/** The whole answer as its reader gets it, with its headers: they are sent to users too. */
function get(url: URL, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    // An error that stands for several, one for each address, has no message of its own.
    const fail = (error: Error): void => resolve({ kind: 'failed', because: codeOf(error) ?? error.message });
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const asking = send(url, { signal, agent: false, headers: { accept: '*/*' } }, (answer) => {
      const body = boundedText();
      answer.on('data', (piece: Buffer) => body.add(piece));
      answer.on('error', fail);
      answer.on('end', () => {
        const headers = answer.rawHeaders.flatMap((name, at) =>
          at % 2 === 0 ? [`${name}: ${answer.rawHeaders[at + 1] ?? ''}`] : [],
        );
        const status = answer.statusCode ?? 0;
        resolve({ kind: 'answered', status, text: [...headers, '', body.text()].join('\n') });
      });
    });
    asking.on('error', fail);
    asking.end();
  });
}

function commanded({ command, env }: Extract<Trigger, { kind: 'command' }>, options: TriggerOptions): Triggered {
  const { cwd, untilReady, hasCalled } = options;
  let isStopped = false;
  let group = startGroup(command, { cwd, env });
  const ask = async (): Promise<PerformanceEnding> => {
    for (;;) {
      const ending = await group.ended;
      if (ending.kind === 'failed')
        return { kind: 'unanswered', because: `The trigger cannot be started: ${ending.message}` };
      const isStarting = untilReady && !hasCalled() && !(ending.kind === 'exited' && ending.code === 0);
      if (isStarting) await later(askAgainMs);
      if (!isStarting || isStopped) return ending;
      group = startGroup(command, { cwd, env });
    }
  };
  return {
    ended: ask(),
    shown: () => [
      { where: 'standard output', text: group.out() },
      { where: 'standard error', text: group.err() },
    ],
    async stop() {
      isStopped = true;
      await group.stop();
    },
  };
}
