import type { ProbeReport } from '../../core/examination.ts';
import type { Rerun, SupportReport } from '../../core/support-report.ts';
import { timeText } from '../examination-text.ts';
import { certainties, exactDuration, sides } from '../words.ts';

/** A step that was taken, and who says so. */
export interface Step {
  readonly what: string;
  readonly result: string;
  readonly by: 'Faultline' | 'the caller' | 'the reporter';
}

/** What was done to find the fault, in the order of the playbook: what happened by itself, offline, live, by hand. */
export function stepsOf(report: SupportReport): readonly Step[] {
  return [...triesOf(report), judged(report), ...requestSteps(report), ...probeSteps(report), ...toldSteps(report)];
}

function triesOf({ incident: { attempts } }: SupportReport): readonly Step[] {
  if (attempts.length < 2) return [];
  const results = attempts.map(({ status, waitedMs }) => {
    const waited = waitedMs === undefined ? '' : ` after ${exactDuration(waitedMs)}`;
    return `${status ?? 'no answer'}${waited}`;
  });
  return [{ what: `Sent the same call ${attempts.length} times`, result: results.join(', '), by: 'the caller' }];
}

function judged({ incident: { verdict } }: SupportReport): Step {
  const [first] = verdict.findings;
  return {
    what: 'Judged the answer by all causes that are known',
    result: first
      ? `${first.title} (\`${first.cause}\`, ${certainties[first.certainty]}, on the side of ${sides[first.locus]})`
      : 'It fits no cause that is known.',
    by: 'Faultline',
  };
}

function requestSteps({ reproduction, withoutRequest }: SupportReport): readonly Step[] {
  if (!reproduction)
    return [{ what: 'Checked the request offline', result: withoutRequest ?? 'Not possible.', by: 'Faultline' }];
  const what = requestNames[reproduction.kind];
  return reproduction.reruns.map((rerun) => ({
    what: {
      checker: `Checked ${what} against the rules of the API, offline`,
      simulator: `Sent ${what} to a simulated API`,
      'live call': `Sent ${what} to the API once more`,
    }[rerun.by],
    result: rerunText(rerun),
    by: 'Faultline',
  }));
}

const requestNames = {
  reduced: 'the smallest failing request',
  whole: 'the request',
  structure: 'the structure of the request',
} as const;

/** How a request ended when it was asked about again. */
export function rerunText({ ending, message, likeness }: Rerun): string {
  const said = message === undefined ? '' : `: \`${message.replaceAll('`', "'")}\``;
  const told = `${ending}${said}`;
  return `${told}${/[.!?]`?$/.test(told) ? '' : '.'} ${likenessWords[likeness]}`;
}

const likenessWords = {
  same: 'The same failure.',
  other: 'Another failure.',
  success: 'No failure.',
  unknown: 'It could not be told.',
} as const;

function probeSteps({ examination }: SupportReport): readonly Step[] {
  return (examination?.probes ?? []).filter(wasAsked).map(({ asks, said, tookMs, mark }) => ({
    what: asks,
    result: `${mark === 'finding' ? 'Fails: ' : ''}${said}${tookMs === undefined ? '' : ` (${timeText(tookMs)})`}`,
    by: 'Faultline',
  }));
}

function wasAsked({ mark }: ProbeReport): boolean {
  return mark === 'fine' || mark === 'finding' || mark === 'noted' || mark === 'unanswerable';
}

function toldSteps({ tried }: SupportReport): readonly Step[] {
  return tried.map(({ what, result }) => ({ what: knownTests[what] ?? what, result, by: 'the reporter' }));
}

/** Tests by hand that support asks for, by the name under which their result is told. */
export const knownTests: Readonly<Record<string, string>> = {
  'clean-profile': 'In a clean profile',
  'other-device': 'On another device',
  'other-network': 'On another network',
};

/** What cannot be the cause any more, with what rules it out. */
export function ruledOut({ incident, reproduction, examination }: SupportReport): readonly string[] {
  const byProbe = new Map<string, string[]>();
  for (const { cause, probe } of examination?.ruledOut ?? [])
    byProbe.set(probe, [...(byProbe.get(probe) ?? []), `\`${cause}\``]);
  const tries = incident.attempts.length;
  const statuses = new Set(incident.attempts.map(({ status }) => status));
  return [
    ...(tries > 2 && statuses.size === 1 ? [`A failure that passes at once: ${tries} tries ended alike.`] : []),
    ...(reproduction?.reruns.some(({ by, likeness }) => by === 'checker' && likeness === 'success') === true
      ? ['A mistake in the form of the request, as far as the rules know the API.']
      : []),
    ...[...byProbe].map(([probe, causes]) => `By the check \`${probe}\`: ${causes.join(', ')}.`),
  ];
}
