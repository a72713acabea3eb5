import type { ExaminedFinding, Examination, ProbeReport, RuledOut } from '../../core/examination.ts';
import { present } from '../../core/present.ts';
import type { ProbeOutcome, Target } from '../../core/probe.ts';
import { authorityOf } from '../../probes/failure.ts';
import { redact } from '../../redactors/index.ts';
import type { Budget } from '../../core/budget.ts';
import { conclusionsOf, headlineOf } from './conclude.ts';
import type { Conducted } from './conduct.ts';
import { explained, titleOf } from './findings.ts';
import { markOf } from './marks.ts';
import type { Step } from './plan.ts';

/** Probes without which nothing can be said of the way to the API and of the credential. */
const essential = ['http-exchange', 'api-key'];

/** Makes the examination out of what the probes brought. */
export function examinationOf(conducted: Conducted, target: Target, budget: Budget): Examination {
  const { plan, outcomes, learned, spent } = conducted;
  const { findings, unexplained } = findingsOf(conducted);
  const reports = plan.steps.map((step) => reportOf(step, conducted, findings));
  const blocked = new Set(findings.map(({ cause }) => cause));
  const ruledOut = reports.flatMap(({ id, ruledOut: ids }) =>
    ids
      .filter((cause) => !blocked.has(cause))
      .map((cause): RuledOut => ({ cause, title: titleOf(cause) ?? cause, probe: id })),
  );
  const outcome = outcomeOf(findings, unexplained, outcomes);
  return {
    outcome,
    headline: headlineOf({ outcome, findings, unexplained, learned, target, outcomes }),
    conclusions: conclusionsOf({ findings, outcomes, learned, target }),
    findings,
    unexplained,
    probes: reports,
    ruledOut,
    notTested: reports
      .filter(({ mark }) => mark === 'skipped' || mark === 'not-run' || mark === 'unanswerable')
      .map(({ id, asks, said }) => ({ probe: id, asks, because: said })),
    target: {
      baseUrl: target.baseUrl,
      platform: target.platform,
      ...present({
        proxy: target.proxy && `${authorityOf(target.proxy)} (${target.proxy.name})`,
        model: target.model,
        credential: target.credential?.name,
      }),
    },
    spent,
    budget,
    ...present({
      side: findings.find(({ isDecisive }) => isDecisive)?.locus ?? findings[0]?.locus,
      organizationId: learned.organizationId,
      inputTokens: learned.inputTokens,
    }),
  };
}

function outcomeOf(
  findings: readonly ExaminedFinding[],
  unexplained: readonly string[],
  outcomes: Conducted['outcomes'],
): Examination['outcome'] {
  if (findings.some(({ isDecisive, certainty }) => isDecisive || certainty !== 'possible')) return 'failure';
  if (unexplained.length > 0) return 'unknown';
  return essential.some((id) => outcomes.get(id)?.kind === 'unanswerable') ? 'unknown' : 'none';
}

function findingsOf({ plan, outcomes }: Conducted): {
  readonly findings: readonly ExaminedFinding[];
  readonly unexplained: readonly string[];
} {
  const findings: ExaminedFinding[] = [];
  const unexplained: string[] = [];
  for (const { probe } of plan.steps) {
    const outcome = outcomes.get(probe.id);
    for (const found of outcome?.kind === 'finding' ? outcome.findings : []) {
      const told = explained(found, probe.id);
      if (!told) unexplained.push(redact(found.saw).text);
      else if (!replaceWeaker(findings, told)) findings.push(told);
    }
  }
  return { findings: ordered(findings), unexplained };
}

/** The same cause found twice is told once, by the probe that saw it first. */
function replaceWeaker(findings: ExaminedFinding[], told: ExaminedFinding): boolean {
  const at = findings.findIndex(({ cause }) => cause === told.cause);
  const before = findings[at];
  if (!before) return false;
  // The first to see it saw more of it; the later one can know that it is what makes calls fail.
  if (told.isDecisive && !before.isDecisive) findings[at] = { ...before, isDecisive: true };
  return true;
}

/** What decides first, then the surest; a login page of the network explains whatever else fails in it. */
function ordered(findings: readonly ExaminedFinding[]): readonly ExaminedFinding[] {
  const fails = findings.some(({ isDecisive, locus }) => isDecisive && locus === 'network');
  const rank = ({ cause, isDecisive, certainty }: ExaminedFinding): number =>
    (fails && cause === 'captive-portal' ? 8 : 0) +
    (isDecisive ? 4 : 0) +
    { proven: 2, likely: 1, possible: 0 }[certainty];
  return findings.toSorted((a, b) => rank(b) - rank(a));
}

function reportOf(
  { probe, leftOut, isNeedless }: Step,
  { outcomes, tookMs, decidedBy }: Conducted,
  findings: readonly ExaminedFinding[],
): ProbeReport {
  const outcome = outcomes.get(probe.id);
  const own = findings.filter(({ probe: by }) => by === probe.id);
  return {
    id: probe.id,
    asks: probe.asks,
    cost: probe.cost,
    mark: leftOut === undefined ? (outcome ? markOf(outcome) : 'not-run') : isNeedless ? 'needless' : 'skipped',
    said: redact(saidOf(outcome, leftOut, decidedBy)).text,
    notes: outcome?.notes ?? [],
    causes: own.map(({ cause }) => cause),
    ruledOut: outcome?.kind === 'fine' ? probe.rulesOut : [],
    ...present({ tookMs: tookMs.get(probe.id) }),
  };
}

function saidOf(outcome: ProbeOutcome | undefined, leftOut: string | undefined, decidedBy: string | undefined): string {
  if (leftOut !== undefined) return leftOut;
  if (!outcome) {
    return decidedBy === undefined
      ? 'The time of the run was over before its turn.'
      : `Not needed after \`${decidedBy}\`; \`--all\` goes on.`;
  }
  if (outcome.kind === 'fine') return outcome.saw;
  return outcome.kind === 'finding' ? outcome.findings.map(({ saw }) => saw).join(' ') : outcome.because;
}
