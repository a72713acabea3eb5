import { defineProbe, type ProbeContext, type ProbeFinding, type ProbeOutcome } from '../../core/probe.ts';
import { isAnthropicSurface } from '../call.ts';
import {
  covers,
  isApiComponent,
  isOpen,
  statusPageOf,
  touchesApi,
  type Incident,
  type StatusPage,
} from './statuspage.ts';

/** A failure that is older than this may belong to an incident that is closed by now. */
const freshMs = 10 * 60_000;

/** Reads the status page, and matches its incidents with the time of the failure. */
export const statusPage = defineProbe({
  id: 'status-page',
  asks: 'Does the service report an incident?',
  cost: 'free-call',
  uses: { requests: 2 },
  addresses: ({ statusUrl }) => {
    const { hostname, port, protocol } = new URL(statusUrl);
    const usual = protocol === 'https:' ? 443 : 80;
    return [
      {
        purpose: 'status',
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port) || usual,
        what: 'GET /api/v2/summary.json, and incidents.json for an older failure',
      },
    ];
  },
  limitMs: 4000,
  rulesOut: [],
  // The clouds have status pages of their own.
  appliesTo: ({ platform }) => isAnthropicSurface(platform),
  async run(context) {
    const summary = await read(context, 'summary.json');
    if (typeof summary === 'string') return { kind: 'unanswerable', because: summary };
    const { machine, target } = context;
    const isOld = machine.now() - target.failedAt > freshMs;
    const past = isOld ? await read(context, 'incidents.json') : undefined;
    const incidents = [...summary.incidents.filter(isOpen), ...(typeof past === 'object' ? past.incidents : [])];
    return judged(summary, incidents, target.failedAt);
  },
});

async function read({ network, target }: ProbeContext, file: string): Promise<StatusPage | string> {
  const { statusUrl, proxy } = target;
  const answer = await network.send({
    method: 'GET',
    url: `${statusUrl}/api/v2/${file}`,
    headers: { accept: 'application/json', 'user-agent': 'faultline-doctor' },
    // A proxy that is set for the API is the way out for the status page too.
    ...(proxy ? { proxy: { url: proxy.url } } : {}),
  });
  const { host } = new URL(statusUrl);
  if (answer.kind === 'failed') return `\`${host}\` did not answer (\`${answer.code}\`).`;
  if (answer.status !== 200) return `\`${host}\` answered ${answer.status}.`;
  return statusPageOf(answer.body) ?? `What \`${host}\` answered is no status page.`;
}

function judged(page: StatusPage, incidents: readonly Incident[], failedAt: number): ProbeOutcome {
  const api = page.components.find(({ name }) => isApiComponent(name));
  const touching = incidents.filter((one) => touchesApi(one) && covers(one, failedAt));
  const [worst] = touching.toSorted((a, b) => impactRank(b) - impactRank(a));
  const isDown = api !== undefined && /^(?:major|partial)_outage$/.test(api.status);
  if (worst) {
    return { kind: 'finding', findings: [told(worst, isDown)], learned: { incident: worst.name } };
  }
  if (api && api.status !== 'operational' && api.status !== 'under_maintenance' && api.status !== 'unknown') {
    return { kind: 'finding', findings: [degraded(api.name, api.status, isDown)] };
  }
  const others = page.incidents.filter(isOpen).map(({ name }) => ({ text: `An incident elsewhere is open: ${name}.` }));
  const saw = `${page.description === '' ? 'No incident' : page.description}; ${api === undefined ? 'the page lists no part for the API' : `${api.name} is ${api.status.replaceAll('_', ' ')}`}.`;
  return { kind: 'fine', saw, notes: others };
}

function impactRank({ impact, resolvedAt }: Incident): number {
  return ['none', 'minor', 'major', 'critical'].indexOf(impact) * 2 + (resolvedAt === undefined ? 1 : 0);
}

function told(incident: Incident, isDown: boolean): ProbeFinding {
  const { name, status, impact, startedAt, resolvedAt, link } = incident;
  const span = resolvedAt === undefined ? `since ${startedAt}` : `from ${startedAt} to ${resolvedAt}`;
  const isSerious = isDown || impact === 'major' || impact === 'critical';
  const isOver = resolvedAt !== undefined;
  return {
    cause: 'service-unavailable',
    certainty: isSerious && !isOver ? 'likely' : 'possible',
    saw: `The status page reports an incident that touches the API, ${span}: “${name}” (impact ${impact}, ${status}).`,
    text: `The Claude API is temporarily unavailable: ${name}`,
    remedies: [
      isOver
        ? { action: 'The incident is over: send the request again before changing anything.' }
        : {
            action: 'Change nothing on your side yet: wait until the incident is over. This command follows it.',
            run: 'faultline doctor --watch',
          },
      ...(link === undefined ? [] : [{ action: 'Read what is known of it.', run: `open ${link}` }]),
    ],
    isDecisive: isSerious && !isOver,
  };
}

function degraded(name: string, status: string, isDown: boolean): ProbeFinding {
  return {
    cause: 'service-unavailable',
    certainty: isDown ? 'likely' : 'possible',
    saw: `The status page says that ${name} has ${status.replaceAll('_', ' ')}, without naming an incident.`,
    text: `The Claude API is temporarily unavailable: ${status}`,
    remedies: [{ action: 'Wait and watch before you change anything.', run: 'faultline doctor --watch' }],
    isDecisive: isDown,
  };
}
