import { checkResponse } from '../../check/response/response.ts';
import type { CertificateCheck, CertificateRun } from '../../core/certificate.ts';
import { parsedJson, type JsonObject } from '../../core/json.ts';
import { endingWords, likenessTo, type Ending, type Failure } from '../../experiments/ending.ts';
import type { Oracle } from '../../experiments/oracle.ts';
import { bodyOf, type StudiedRequest } from '../../experiments/request.ts';
import type { Asked, Asker } from './asking.ts';
import { knownBadOf } from './known-bad.ts';

/** A fix as it is put to oracles. */
export interface FixCase {
  /** The failure of the incident. */
  readonly known: Failure;
  /** As it failed; absent where it was not kept whole. */
  readonly original?: StudiedRequest;
  /** As it is sent now; absent where it is the original. */
  readonly repaired?: StudiedRequest;
  /** A request that worked before, and must still. */
  readonly good: StudiedRequest;
}

/** What came of it. */
export interface FixRuns {
  readonly runs: readonly CertificateRun[];
  /** The unrepaired request succeeds too: it was not the repair that healed it. */
  readonly isHealedAnyway: boolean;
  /** Headers of the answer to the request that must succeed, of a live call. */
  readonly answerHeaders?: Readonly<Record<string, string>>;
}

/** Asks how the failing request, a good one and two bad ones end; the failure must be seen by what calls it healed. */
export async function runFix(fix: FixCase, asker: Asker): Promise<FixRuns> {
  asker.study(fix.known);
  const before = fix.original ? await controlRun(fix.original, fix, asker) : undefined;
  const subject = fix.repaired ?? fix.original;
  const after = subject && (await healedRun(subject, fix, before, asker));
  const rest = await comparisons(subject ?? fix.good, fix.good, asker);
  const answerHeaders = after?.asked?.answer?.headers;
  return {
    runs: [before?.run ?? notKept(asker), ...(after ? [after.run] : []), ...rest],
    isHealedAnyway: before?.kind === 'healed',
    ...(answerHeaders ? { answerHeaders } : {}),
  };
}

/** The request as it failed, put to the cheapest oracle that shows the failure. */
interface Control {
  readonly kind: 'reproduced' | 'healed' | 'unseen';
  readonly oracle: Oracle;
  readonly run: CertificateRun;
}

async function controlRun(original: StudiedRequest, { known, repaired }: FixCase, asker: Asker): Promise<Control> {
  const asks: { readonly oracle: Oracle; readonly asked: Asked }[] = [];
  const oracles = [...asker.offline, ...(asker.live && repaired ? [asker.live] : [])];
  for (const oracle of oracles) {
    const asked = await asker.ask(oracle, original, true);
    asks.push({ oracle, asked });
    if (likenessTo(known, asked.ending) !== 'same') continue;
    const said = `It fails as in the incident: ${endingWords(asked.ending)}.`;
    return { kind: 'reproduced', oracle, run: controlOf(oracle, asked, 'holds', said) };
  }
  const last = asks.at(-1);
  if (!last) throw new Error('There is no oracle.');
  const { oracle, asked } = last;
  const isLive = oracle === asker.live;
  if (isLive && asked.ending.kind === 'success') {
    const said = `It succeeds too (${endingWords(asked.ending)}): it is not the repair that made the difference.`;
    return { kind: 'healed', oracle, run: controlOf(oracle, asked, 'open', said) };
  }
  const seen = asks.map((one) => `${one.oracle.name}: ${endingWords(one.asked.ending)}`).join('; ');
  const said = isLive
    ? `It ends otherwise than in the incident (${seen}).`
    : `Nothing offline shows the failure (${seen}).`;
  // Without a repair the live call that follows is what decides.
  const state = asker.live && !repaired ? 'noted' : 'open';
  const hint = asker.live ? '' : ' Ask the API itself with --live.';
  return { kind: 'unseen', oracle, run: controlOf(oracle, asked, state, said + hint) };
}

/** Without the request that failed nothing shows that it does so no more, but a live call. */
function notKept({ live }: Asker): CertificateRun {
  const said = `The request of the incident was not kept whole${live ? '' : ': only --live can tell that it works now'}.`;
  return {
    id: 'failing-before',
    title: 'The request as it failed',
    through: 'checker',
    checks: [{ id: 'ending', answers: 'known-good', state: live ? 'noted' : 'open', said }],
    tries: [],
    tookMs: 0,
  };
}

function controlOf(oracle: Oracle, asked: Asked, state: CertificateCheck['state'], said: string): CertificateRun {
  return runOf('failing-before', 'The request as it failed', oracle, asked, [
    { id: 'ending', answers: 'known-good', state, said },
  ]);
}

/** The request that must succeed now; where it cannot be told, nothing is claimed. */
async function healedRun(
  subject: StudiedRequest,
  { known, repaired }: FixCase,
  before: Control | undefined,
  asker: Asker,
): Promise<{ readonly run: CertificateRun; readonly asked?: Asked } | undefined> {
  const seesIt = before?.kind === 'reproduced' && before.oracle !== asker.live ? before.oracle : undefined;
  const oracle = asker.live ?? seesIt;
  if (!oracle) return undefined;
  const asked = await asker.ask(oracle, subject, true);
  const { ending } = asked;
  const title = repaired ? 'The request that failed, repaired' : 'The request that failed, now';
  const base = { id: 'ending', answers: 'known-good' } as const;
  const words = endingWords(ending);
  const check = ((): CertificateCheck => {
    switch (likenessTo(known, ending)) {
      case 'success':
        return { ...base, state: 'holds', said: `${goodWords.success(asker.live !== undefined)}: ${words}.` };
      case 'same': {
        const hint = repaired || asker.live ? '' : ' Give the repaired request with --request.';
        return { ...base, state: 'fails', said: `It still fails as in the incident: ${words}.${hint}` };
      }
      case 'other':
        return { ...base, state: 'fails', said: `It fails, and otherwise than in the incident: ${words}.` };
      case 'unknown':
        return { ...base, state: 'open', said: `It could not be asked: ${words}.` };
    }
  })();
  return { asked, run: runOf('failing-now', title, oracle, asked, [check, ...structureOf(asked, subject)]) };
}

/** The good request must be taken, and the bad ones refused. */
async function comparisons(
  base: StudiedRequest,
  good: StudiedRequest,
  asker: Asker,
): Promise<readonly CertificateRun[]> {
  const oracle = asker.live ?? asker.offline[0];
  if (!oracle) return [];
  const asked = await asker.ask(oracle, good);
  const { ending } = asked;
  const state = { success: 'holds', failure: 'fails', unanswerable: 'open' } as const;
  const goodCheck: CertificateCheck = {
    id: 'ending',
    answers: 'known-good',
    state: state[ending.kind],
    said: `${goodWords[ending.kind](asker.live !== undefined)}: ${endingWords(ending)}.`,
  };
  const goodRun = runOf('known-good', 'A request that should work', oracle, asked, [
    goodCheck,
    ...structureOf(asked, good),
  ]);
  const body = bodyOf(base);
  return [goodRun, ...(body ? await badRuns(base, body, oracle, asker) : [])];
}

const goodWords: Readonly<Record<Ending['kind'], (isLive: boolean) => string>> = {
  success: (isLive) => (isLive ? 'It succeeds' : 'It would be taken'),
  failure: () => 'It does not succeed',
  unanswerable: () => 'It could not be asked',
};

async function badRuns(
  base: StudiedRequest,
  body: JsonObject,
  oracle: Oracle,
  asker: Asker,
): Promise<readonly CertificateRun[]> {
  const runs: CertificateRun[] = [];
  for (const bad of knownBadOf(body)) {
    const asked = await asker.ask(oracle, { ...base, text: JSON.stringify(bad.body) });
    runs.push(runOf(bad.id, bad.title, oracle, asked, [refusal(asked)]));
  }
  return runs;
}

/** What cannot work must be refused for what it is, and not for a key, a limit or a fault of the service. */
function refusal({ ending }: Asked): CertificateCheck {
  const base = { id: 'ending', answers: 'known-bad' } as const;
  const words = endingWords(ending);
  if (ending.kind === 'unanswerable') return { ...base, state: 'open', said: `It could not be asked: ${words}.` };
  if (ending.kind === 'success') return { ...base, state: 'fails', said: `It is not refused: ${words}.` };
  const isRefused = ending.status === 400 || ending.status === 404 || ending.status === 422;
  return isRefused
    ? { ...base, state: 'holds', said: `It is refused: ${words}.` }
    : { ...base, state: 'open', said: `It fails for another reason: ${words}.` };
}

/** A live answer has the structure of a message. */
function structureOf({ answer, ending }: Asked, request: StudiedRequest): readonly CertificateCheck[] {
  if (!answer || ending.kind !== 'success') return [];
  const { problems } = checkResponse(answer.body, { request: parsedJson(request.text) });
  const first = problems.find(({ severity }) => severity === 'error');
  const base = { id: 'structure', answers: 'known-good' } as const;
  return [
    first
      ? { ...base, state: 'fails', said: `The answer is not whole: ${first.message}` }
      : { ...base, state: 'holds', said: 'The answer has the structure of a message.' },
  ];
}

function runOf(
  id: string,
  title: string,
  { name }: Oracle,
  { tries, tookMs }: Asked,
  checks: readonly CertificateCheck[],
): CertificateRun {
  return { id, title, through: through[name], checks, tries, tookMs };
}

const through = {
  checker: 'checker',
  simulator: 'simulator',
  command: 'application',
  count_tokens: 'live call',
  'live call': 'live call',
} as const;
