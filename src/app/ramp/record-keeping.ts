import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from '../../ramp/figures.ts';
import type { Decision } from '../../ramp/state.ts';
import type { RunNews } from './drain.ts';

/** The structured log of a run: a line for each call and each decision, without what requests and answers say. */
export interface RunLog {
  readonly file: string;
  readonly write: (event: string, at: number, members: object) => void;
  readonly close: () => void;
}

/** Opens the log of a run, to go on behind what is there. */
export function openLog(folder: string, run: string): RunLog {
  const file = join(folder, 'log.ndjson');
  const descriptor = openSync(file, 'a+', 0o600);
  // What a process that was killed wrote in part stays a line of its own.
  if (!endsInLine(descriptor)) appendFileSync(descriptor, '\n');
  return {
    file,
    write: (event, at, members) =>
      appendFileSync(descriptor, `${JSON.stringify({ event, time: new Date(at).toISOString(), run, ...members })}\n`),
    close: () => closeSync(descriptor),
  };
}

function endsInLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] === 10);
}

/** Writes what is told of a run into its log; figures come with the decisions. */
export function logNews(log: RunLog, news: RunNews): void {
  if (news.kind === 'entry') {
    const { kind: _, at, event, ...members } = news;
    log.write(`ramp_call_${event}`, at, members);
  } else if (news.kind === 'decision') {
    const { at, ...members } = news.decision;
    log.write('ramp_decision', at, members);
  }
}

const mostPoints = 1500;

/** What a report needs of a run: figures over time, thinned out evenly when there are many, and the decisions. */
export interface History {
  readonly figures: readonly Figures[];
  readonly decisions: readonly Decision[];
  readonly causes: Readonly<Record<string, number>>;
  readonly add: (news: RunNews) => void;
}

/** A history of nothing. */
export function newHistory(): History {
  let figures: Figures[] = [];
  let every = 1;
  let seen = 0;
  const decisions: Decision[] = [];
  const causes: Record<string, number> = {};
  return {
    get figures() {
      return figures;
    },
    decisions,
    causes,
    add(news) {
      if (news.kind === 'figures') {
        if (seen++ % every === 0) figures.push(news.figures);
        if (figures.length < mostPoints) return;
        figures = figures.filter((_, index) => index % 2 === 0);
        every *= 2;
      } else if (news.kind === 'decision') {
        const { action, because } = news.decision;
        const last = decisions.at(-1);
        if (action !== 'hold' || last?.because !== because) decisions.push(news.decision);
      } else if (news.cause !== undefined) causes[news.cause] = (causes[news.cause] ?? 0) + 1;
    },
  };
}
