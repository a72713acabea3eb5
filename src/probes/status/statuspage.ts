import { isArray, isObject, textOf, type JsonObject } from '../../core/json.ts';

/** A part of the service, and how it is. */
export interface Component {
  readonly name: string;
  readonly status: string;
}

/** An incident as the status page tells it. */
export interface Incident {
  readonly name: string;
  readonly status: string;
  readonly impact: string;
  readonly startedAt: string;
  readonly resolvedAt?: string;
  readonly link?: string;
  /** Names of the parts that it touches. */
  readonly components: readonly string[];
}

/** What a status page says. */
export interface StatusPage {
  readonly description: string;
  readonly components: readonly Component[];
  readonly incidents: readonly Incident[];
}

/** Reads `summary.json` or `incidents.json` of a Statuspage; `undefined` for anything else. */
export function statusPageOf(body: string): StatusPage | undefined {
  const parsed = parse(body);
  if (!isObject(parsed) || !isObject(parsed['page'])) return undefined;
  const status = isObject(parsed['status']) ? parsed['status'] : {};
  return {
    description: textOf(status['description']) ?? '',
    components: objectsIn(parsed['components']).flatMap((one) => {
      const name = textOf(one['name']);
      return name === undefined ? [] : [{ name, status: textOf(one['status']) ?? 'unknown' }];
    }),
    incidents: objectsIn(parsed['incidents']).map(incidentOf),
  };
}

function incidentOf(raw: JsonObject): Incident {
  const resolvedAt = textOf(raw['resolved_at']);
  const link = textOf(raw['shortlink']);
  const affected = objectsIn(raw['incident_updates']).flatMap((update) => objectsIn(update['affected_components']));
  const names = [...objectsIn(raw['components']), ...affected].flatMap(({ name }) => textOf(name) ?? []);
  return {
    name: textOf(raw['name']) ?? 'an incident without a name',
    status: textOf(raw['status']) ?? 'unknown',
    impact: textOf(raw['impact']) ?? 'none',
    startedAt: textOf(raw['started_at']) ?? textOf(raw['created_at']) ?? '',
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    ...(link === undefined ? {} : { link }),
    components: [...new Set(names)],
  };
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The part of the service that calls to the Messages API use. */
export function isApiComponent(name: string): boolean {
  // Matched by its beginning: what stands behind it has changed before.
  return /^(?:claude api|api\b)/i.test(name);
}

/** Whether an incident touches the API: by its parts, or by its name where it lists none. */
export function touchesApi({ components, name }: Incident): boolean {
  return components.length > 0 ? components.some(isApiComponent) : /\bAPI\b|all models|elevated errors/i.test(name);
}

/** Failures are noticed before an incident is opened, and go on for a while after it is closed. */
const slackMs = 30 * 60_000;

/** Whether a moment lies within an incident. */
export function covers({ startedAt, resolvedAt }: Incident, moment: number): boolean {
  const start = Date.parse(startedAt);
  const end = resolvedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(resolvedAt);
  return start - slackMs <= moment && moment <= end + slackMs;
}

/** Whether an incident is still going on. */
export function isOpen({ status, resolvedAt }: Incident): boolean {
  return resolvedAt === undefined && status !== 'resolved' && status !== 'postmortem' && status !== 'completed';
}
