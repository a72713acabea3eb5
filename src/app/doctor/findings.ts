import { readPasted } from '../../capture/pasted.ts';
import { causes } from '../../causes/index.ts';
import type { Cause, CauseAccount, Certainty } from '../../core/cause.ts';
import { createEngine } from '../../core/engine.ts';
import type { Evidence } from '../../core/evidence.ts';
import type { ExaminedFinding } from '../../core/examination.ts';
import type { ProbeFinding } from '../../core/probe.ts';
import { redact } from '../../redactors/index.ts';

const engine = createEngine(causes);

/** A probe's finding told by its cause; `undefined` where no cause recognizes what was seen. */
export function explained(found: ProbeFinding, probe: string): ExaminedFinding | undefined {
  const evidence = evidenceOf(found);
  const told = found.cause === undefined ? recognized(evidence) : named(found.cause, evidence, found.certainty);
  if (!told) return undefined;
  const { cause, certainty, account } = told;
  const saw = redact(found.saw).text;
  const own = found.remedies ?? [];
  return {
    cause: cause.id,
    ...(cause.refines === undefined ? {} : { refines: cause.refines }),
    title: cause.title,
    locus: cause.locus,
    certainty,
    explanation: account.explanation,
    because: [{ part: 'text', text: saw }],
    remedies: [...own, ...account.remedies],
    retry: account.retry,
    docs: cause.docs,
    ...(cause.settledBy.length > 0 ? { settledBy: cause.settledBy } : {}),
    probe,
    saw,
    isDecisive: found.isDecisive,
  };
}

function evidenceOf({ text, evidence = {} }: ProbeFinding): Evidence {
  const read = text === undefined ? {} : readPasted(text);
  return {
    ...read,
    ...evidence,
    ...(read.response || evidence.response ? { response: { ...read.response, ...evidence.response } } : {}),
    ...(read.network || evidence.network ? { network: { ...read.network, ...evidence.network } } : {}),
  };
}

interface Told {
  readonly cause: Cause;
  readonly certainty: Certainty;
  readonly account: CauseAccount;
}

function recognized(evidence: Evidence): Told | undefined {
  const best = engine.judge(evidence).findings[0];
  const cause = best && causes.find(({ id }) => id === best.cause);
  return cause && best ? { cause, certainty: best.certainty, account: best } : undefined;
}

/** The probe knows the cause; the evidence gives the details where the cause can read them from it. */
function named(id: string, evidence: Evidence, certainty: Certainty): Told | undefined {
  const cause = causes.find((one) => one.id === id);
  if (!cause) return undefined;
  const answer = engine.answers(evidence).get(id);
  return { cause, certainty, account: answer?.kind === 'matched' ? answer.match.tell() : cause.describe() };
}

/** The title of a cause. */
export function titleOf(id: string): string | undefined {
  return causes.find((one) => one.id === id)?.title;
}
