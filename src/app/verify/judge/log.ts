import { unpack } from '../../../capture/unpack.ts';
import type { CertificateCheck } from '../../../core/certificate.ts';
import { leaksIn } from '../../../redactors/verify.ts';
import type { Demands, Performance } from '../performance.ts';
import { callsOf } from '../stage.ts';
import { hasCrashed } from './ending.ts';

/** Judges whether the log leads from a failure to its request, and whether a credential stands anywhere. */
export function judgeLog(performance: Performance, demands: Demands): readonly CertificateCheck[] {
  return [...requestIds(performance), ...credential(performance, demands)];
}

/** The last try of a call is the one that its caller knows of. */
function requestIds(performance: Performance): readonly CertificateCheck[] {
  const { log, tries, ending } = performance;
  if (log.kind === 'not-named' || hasCrashed(performance)) return [];
  const base = { id: 'request-id', answers: 'logs' } as const;
  const isOver = ending.kind !== 'time-limit' && ending.kind !== 'beyond-limit';
  const last = callsOf(tries).flatMap((call) => call.at(-1) ?? []);
  const awaited = last.flatMap(({ requestId }) => requestId ?? []);
  // What was stopped could not log any more, and a stub gives no id.
  if (!isOver || awaited.length === 0) return [];
  if (log.kind === 'missing') return [{ ...base, state: 'fails', said: 'There is no log file.' }];
  const lacking = awaited.filter((id) => !log.text.includes(id));
  if (lacking.length === 0) {
    return [{ ...base, state: 'holds', said: `The log holds ${awaited.slice(0, 3).join(', ')}.` }];
  }
  const isWithheld = last.every(({ isCut, isStream }) => isCut && !isStream);
  if (isWithheld) {
    const said = `The log does not hold ${lacking[0] ?? ''}: libraries give no id of an answer that breaks off, unless it is a stream.`;
    return [{ ...base, state: 'noted', said }];
  }
  const own = new Set(tries.map(({ requestId }) => requestId));
  const foreign = [...log.text.matchAll(/\breq_\w{6,}/g)].map(([id]) => id).find((id) => !own.has(id));
  return [
    {
      ...base,
      state: 'fails',
      said: `The log does not hold the request id ${lacking[0] ?? ''}${foreign === undefined ? '' : `; it names ${foreign}, which is another call's`}.`,
    },
  ];
}

/** Forms that the verifier of our own outputs knows and that open nothing. */
const noCredentials: ReadonlySet<string> = new Set(['email', 'card']);

function credential({ log, shown, output }: Performance, { credentials }: Demands): readonly CertificateCheck[] {
  const places: readonly (readonly [name: string, text: string])[] = [
    ...(log.kind === 'text' ? [['the log', log.text] as const] : []),
    ...shown.map(({ where, text }) => [where, text] as const),
    ['its output', output],
  ];
  const found = places.flatMap(([place, text]) => {
    const leak = leaksIn(text, { gunzip: unpack, words: credentials }).find(({ rule }) => !noCredentials.has(rule));
    return leak ? [{ place, text, leak }] : [];
  });
  const [first] = found;
  if (!first) {
    const names = log.kind === 'text' ? 'the log and the output' : 'the output';
    return [{ id: 'credential', answers: 'logs', state: 'holds', said: `No credential stands in ${names}.` }];
  }
  const { place, text, leak } = first;
  const how = leak.reason === 'stands there as it is' ? '' : ` (it ${leak.reason})`;
  return [
    {
      id: 'credential',
      answers: 'logs',
      state: 'fails',
      said: `A credential stands in ${place}${how}.`,
      seen: [lineAt(text, leak.at)],
    },
  ];
}

function lineAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(from, to < 0 ? undefined : to);
}
