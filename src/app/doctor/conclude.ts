import type { ExaminedFinding, Examination } from '../../core/examination.ts';
import type { Learned, Target } from '../../core/probe.ts';
import { duration, sides } from '../../report/words.ts';
import type { Conducted } from './conduct.ts';

/** What the conclusions are drawn from. */
export interface Premises {
  readonly findings: readonly ExaminedFinding[];
  readonly learned: Learned;
  readonly target: Target;
  readonly outcomes: Conducted['outcomes'];
}

/** The answer in one sentence. */
export function headlineOf({
  outcome,
  findings,
  unexplained,
  learned,
  target,
  outcomes,
}: Premises & Pick<Examination, 'outcome' | 'unexplained'>): string {
  const [first] = findings;
  if (outcome === 'unknown')
    return unexplained[0] ?? `Too little could be tested to say why calls to \`${target.host}\` fail.`;
  if (!first || outcome === 'none') return `Nothing was found that makes calls to \`${target.host}\` fail.`;
  if (isNetworkDead(first, learned)) return 'This machine has no working network: nothing beyond it answers.';
  const found = `${first.title.charAt(0).toLowerCase()}${first.title.slice(1)}`;
  if (!first.isDecisive) {
    return isReached(outcomes)
      ? `Calls to \`${target.host}\` get through; worth knowing: ${found}.`
      : `Found so far: ${found}.`;
  }
  return `The fault lies on the side of ${sides[first.locus]}: ${found}.`;
}

/** Faults of an exchange that leave most programs their way to the API. */
const passable = new Set(['http2-failure', 'response-unparsable']);

function isReached(outcomes: Premises['outcomes']): boolean {
  const outcome = outcomes.get('http-exchange');
  return (
    outcome?.kind === 'fine' ||
    (outcome?.kind === 'finding' && outcome.findings.every(({ cause = '' }) => passable.has(cause)))
  );
}

/** What follows from several probes together, each in a sentence. */
export function conclusionsOf({ findings, outcomes, learned, target }: Premises): readonly string[] {
  const [first] = findings;
  const { host } = target;
  const conclusions: string[] = [];
  const failsOnTheWay = first !== undefined && first.isDecisive && first.locus === 'network';
  if (first && isNetworkDead(first, learned)) {
    const other = new URL(target.connectivityUrl).host;
    conclusions.push(
      `Neither \`${host}\` nor \`${other}\` can be reached, so it is the connection of this machine (or the sandbox, VPN or container it runs in), not the API.`,
    );
  } else if (failsOnTheWay && learned.hasInternet === true) {
    conclusions.push(
      `The internet works from here, and \`${host}\` does not: what fails stands on the way to this one host.`,
    );
  }
  if (first?.cause === 'dns-failure' && learned.otherResolver && !isNetworkDead(first, learned))
    conclusions.push(resolverConclusion(learned.otherResolver, target));
  if (findings.some(({ cause }) => cause === 'clock-skew') && learned.clockAheadMs !== undefined)
    conclusions.push(clockConclusion(learned.clockAheadMs, new URL(target.connectivityUrl).host));
  if (outcomes.get('simple-retry')?.kind === 'fine') {
    conclusions.push('The failure passed by itself within seconds: retries with a growing wait are the cure.');
  }
  if (learned.incident !== undefined && first?.cause !== 'service-unavailable') {
    conclusions.push(`An incident of the service is open at the same time: “${learned.incident}”.`);
  }
  return conclusions;
}

/** Without a network the first thing that fails is a name or a connection, whichever host is asked. */
function isNetworkDead({ cause }: ExaminedFinding, { hasInternet }: Learned): boolean {
  return hasInternet === false && (cause === 'dns-failure' || cause === 'connect-timeout');
}

const minuteMs = 60_000;

function clockConclusion(aheadMs: number, host: string): string {
  const minutes = Math.round(Math.abs(aheadMs) / minuteMs);
  return minutes < 2
    ? `The clock of \`${host}\` agrees with this machine's, so it is right, and the certificate is really out of date: it is not the one of the API.`
    : `The clock of \`${host}\` says that this machine's is ${duration(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead' : 'behind'}: set it first.`;
}

function resolverConclusion(
  other: NonNullable<Learned['otherResolver']>,
  { host, platform, resolver }: Target,
): string {
  if (other.kind === 'knows-not' && platform !== 'gateway') {
    return `\`${resolver}\` does not resolve \`${host}\` from here either, although the name exists: something in this network answers in the place of every resolver.`;
  }
  return other.kind === 'knows'
    ? `\`${resolver}\` resolves \`${host}\` (${other.addresses.join(', ')}), so the resolver of this machine is at fault: change it, or repair it.`
    : `\`${resolver}\` does not know \`${host}\` either, so the name itself is wrong: look at the base URL.`;
}
