import { release } from 'node:os';
import { FaultlineError } from '../../core/error.ts';
import type { Examination } from '../../core/examination.ts';
import { examinationFrom } from '../../core/examination-form.ts';
import type { Incident } from '../../core/incident.ts';
import { present } from '../../core/present.ts';
import type { Reproduction, SupportReport, ToldStep } from '../../core/support-report.ts';
import { defaultBudget } from '../../core/budget.ts';
import { probes } from '../../probes/index.ts';
import { readSurroundings, type SystemFacts } from '../../probes/surroundings.ts';
import { toldRequest } from '../reduce/told.ts';
import { examine } from '../doctor/examining.ts';
import { targetOf } from '../doctor/target.ts';
import { bytesOf, lookUp, wholeOf } from '../files.ts';
import type { Host, OperationInput } from '../operation.ts';
import { version } from '../version.ts';
import type { World } from '../world/world.ts';
import { shownIncident } from './incident.ts';
import { rerunsOf, studiedRequest, type LiveWish } from './rerun.ts';
import { neutralRequest, smallest } from './smallest.ts';

/** What the user wants in a report. */
export interface ReportWishes {
  readonly share: 'shape' | 'all';
  readonly live?: LiveWish;
  /** Run the checks, or take them from this file. */
  readonly doctor?: { readonly kind: 'run' } | { readonly kind: 'file'; readonly path: string };
  readonly plan?: string;
  readonly tried: readonly ToldStep[];
}

/** Collects everything for a report of an incident; it may still hold what is to be redacted. */
export async function gather(
  incident: Incident,
  wishes: ReportWishes,
  host: Host,
  world: World,
): Promise<SupportReport> {
  const shared = shownIncident(incident, wishes.share);
  const request = await reproductionOf(incident, wishes, host, world);
  const examination = await examinationFor(incident, wishes, host, world);
  return {
    faultline: version(),
    madeAt: new Date(host.now()).toISOString(),
    share: wishes.share,
    incident: shared,
    ...request,
    surroundings: await readSurroundings(world.machine, systemFacts()),
    tried: wishes.tried,
    ...present({ examination, plan: wishes.plan }),
  };
}

/** What this system says of itself. */
export function systemFacts(): SystemFacts {
  return {
    system: process.platform,
    release: release(),
    architecture: process.arch,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

async function reproductionOf(
  incident: Incident,
  { share, live }: ReportWishes,
  host: Host,
  world: World,
): Promise<Pick<SupportReport, 'reproduction' | 'withoutRequest'>> {
  const { body, method } = incident.request;
  if (body.bytes === 0 || method !== 'POST') return { withoutRequest: 'The call had no body.' };
  if (body.text === undefined)
    return { withoutRequest: 'The body of the request was not kept: record without --no-bodies.' };
  if (body.isCut === true) return { withoutRequest: 'The request was too large to be kept whole.' };
  const day = incident.at.slice(0, 10);
  const whole = studiedRequest(incident, body.text);
  const small = await smallest(incident, whole, day);
  const request = small ?? (share === 'all' ? whole : neutralRequest(whole));
  if (!request) return { withoutRequest: 'The request is no JSON object; `--share=all` shows it as it was sent.' };
  const kind: Reproduction['kind'] = small ? 'reduced' : share === 'all' ? 'whole' : 'structure';
  const reruns = await rerunsOf(incident, request, day, live, host, world);
  return { reproduction: { kind, request: toldRequest(request), reruns } };
}

async function examinationFor(
  incident: Incident,
  { doctor }: ReportWishes,
  host: Host,
  world: World,
): Promise<Examination | undefined> {
  if (!doctor) return undefined;
  if (doctor.kind === 'file') return examinationIn(doctor.path, host);
  const model = incident.request.shape.model;
  const target = targetOf(
    { failedAt: Date.parse(incident.at), ...present({ model }) },
    world.machine.env,
    world.machine.now(),
  );
  return examine(probes, target, { budget: defaultBudget }, allOfThem, host, world);
}

/** A report is better for what comes after the first finding. */
const allOfThem: OperationInput = {
  args: [],
  behindDashes: [],
  flag: (name) => name === 'all',
  value: () => undefined,
  values: () => [],
};

const mostBytes = 4 << 20;

async function examinationIn(file: string, host: Host): Promise<Examination> {
  const named = lookUp(file, host);
  const bytes = named.kind === 'file' ? await wholeOf(bytesOf(named.path), mostBytes) : undefined;
  const examination = bytes && examinationFrom(bytes.toString('utf8'));
  if (examination) return examination;
  throw new FaultlineError(
    'examination-missing',
    `${file} is no result of \`faultline doctor --json\`.`,
    'Make one: `faultline doctor --json > doctor.json`; or write --doctor alone to run the checks now.',
  );
}
