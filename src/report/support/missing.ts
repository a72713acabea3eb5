import type { SupportReport } from '../../core/support-report.ts';
import { organizationOf, requestIdOf } from './call.ts';
import { knownTests } from './steps.ts';

/** Something that support will ask for, and how to get it. */
export interface Missing {
  readonly what: string;
  readonly how: string;
}

/** What the report does not say yet. */
export function missingIn(report: SupportReport): readonly Missing[] {
  const { incident, reproduction, examination, plan, tried, withoutRequest } = report;
  const { id, response, caller, request } = incident;
  const told = new Set(tried.map(({ what }) => what));
  const list: readonly (readonly [isMissing: boolean, what: string, how: string])[] = [
    [
      requestIdOf(incident) === undefined,
      'Request id',
      response
        ? 'The answer carried none, which speaks for something between the program and the API; name the proxy or gateway.'
        : 'There was no answer, so there is none. The time above must do.',
    ],
    [
      organizationOf(report) === undefined,
      'Organization id',
      'Copy it from the organization settings of the Console, or add `--doctor`, which reads it from an answer.',
    ],
    [plan === undefined, 'Plan', 'Say it: `--plan NAME` (the billing page of the Console names it).'],
    [request.shape.model === undefined, 'Model', 'Name the model that was asked for; the request did not show it.'],
    [
      caller.version === undefined && report.surroundings.sdks.length === 0,
      'Version of the SDK',
      'Run the report in the folder of the project, so that its lock files can be read.',
    ],
    [reproduction === undefined, 'A request that can be sent again', withoutRequest ?? 'Give the request that failed.'],
    [
      reproduction !== undefined && reproduction.kind !== 'reduced' && isOfRequest(report),
      'The smallest request that fails',
      `Offline nothing shows this failure; \`faultline reduce ${id} --live\` finds it by live calls.`,
    ],
    [
      reproduction !== undefined && !reproduction.reruns.some(({ by }) => by === 'live call'),
      'One repetition of the failing call',
      `\`faultline report ${id} --live\` sends the request once more and notes how it ends.`,
    ],
    [
      examination === undefined,
      'Checks of network, service and account',
      `\`faultline report ${id} --doctor\` adds them; they cost nothing.`,
    ],
    ...Object.entries(knownTests).map(
      ([name, what]) =>
        [
          !told.has(name),
          `Outcome ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
          `${howTo[name] ?? ''} Then say how it ended: \`--tried ${name}="fails too"\`.`.trim(),
        ] as const,
    ),
  ];
  return list.flatMap(([isMissing, what, how]) => (isMissing ? [{ what, how }] : []));
}

/** Failures of other sides have no smaller request that would show them better. */
function isOfRequest({ incident }: SupportReport): boolean {
  const [first] = incident.verdict.findings;
  return first === undefined || first.locus === 'request';
}

const howTo: Readonly<Record<string, string>> = {
  'clean-profile': 'Run it without dotenv files, extra headers and variables (`env -i`), or in a private window.',
  'other-device': 'Open this report there: `faultline report --open FILE --live`.',
  'other-network': 'Repeat it through a phone, or without the VPN or proxy.',
};
