import { hash } from 'node:crypto';
import { callerOf } from '../../capture/exchange/caller.ts';
import { headerIn } from '../../capture/exchange/headers.ts';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { redacted } from '../../capture/exchange/sanitize.ts';
import { variableNames, type CertificateVariable, type VariableName } from '../../core/certificate.ts';
import type { CallerFingerprint, HeaderList, Incident } from '../../core/incident.ts';
import { isArray, isObject, parsedJson, textOf, type JsonObject } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import { compareRequests } from '../../experiments/isolate/request-differences.ts';

/** What a failure can depend on, as far as a call shows it. */
export interface Fingerprint {
  /** The body without its model, redacted. */
  readonly input?: JsonObject;
  readonly account?: string;
  readonly region?: string;
  readonly model?: string;
  readonly sdk?: string;
  readonly runtime?: string;
  /** System, address, and what headers ask of the API, each where it is known. */
  readonly environment: Readonly<Record<string, string>>;
}

const mostDifferences = 5;

/** The fingerprint of the call that failed. */
export function fingerprintOfIncident({ request, response, upstream, caller }: Incident): Fingerprint {
  const isWhole = request.body.text !== undefined && request.body.isCut !== true;
  const body = isWhole ? bodyIn(request.body.text) : undefined;
  return {
    ...ofCaller(caller),
    ...present({
      input: body && inputOf(body),
      model: textOf(body?.model) ?? request.shape.model,
      account: accountIn(response?.headers.flat() ?? []),
      region: caller.region,
    }),
    environment: { ...systemOf(caller), ...askedIn(request.headers), address: upstream },
  };
}

/** What a call through the recorder tells beside its request; the simulator has no account, region and address. */
export function fingerprintOfCall(exchange: Exchange, isLive: boolean): Fingerprint {
  const caller = callerOf(exchange);
  return {
    ...ofCaller(caller),
    ...present({
      account: isLive ? accountIn(exchange.response?.headers ?? []) : undefined,
      region: isLive ? caller.region : undefined,
    }),
    environment: {
      ...systemOf(caller),
      ...askedIn(pairsOf(exchange.headers)),
      ...(isLive ? { address: exchange.upstream } : {}),
    },
  };
}

/** What a request tells by itself. */
export function fingerprintOfRequest(body: JsonObject, headers: Readonly<Record<string, string>>): Fingerprint {
  return {
    ...present({ input: inputOf(redacted(body, [])), model: textOf(body.model) }),
    // A request without any was written down without them.
    environment: Object.keys(headers).length === 0 ? {} : askedIn(Object.entries(headers)),
  };
}

/** What an answer tells of the account and the place that it came from. */
export function fingerprintOfAnswer(headers: Readonly<Record<string, string>>, baseUrl: string): Fingerprint {
  const flat = Object.entries(headers).flat();
  const exchange = { headers: [], path: '', upstream: baseUrl, response: { headers: flat } };
  return {
    ...present({ account: accountIn(flat), region: callerOf(exchange).region }),
    environment: { address: baseUrl },
  };
}

/** Puts fingerprints together; the later ones know better. */
export function together(...all: readonly Fingerprint[]): Fingerprint {
  let known: Fingerprint = { environment: {} };
  for (const one of all) known = added(known, one);
  return known;
}

function added(known: Fingerprint, more: Fingerprint): Fingerprint {
  return { ...known, ...more, environment: { ...known.environment, ...more.environment } };
}

/** A request's hash: equal for equal requests, whatever the order of members and the redaction. */
export function requestHash(body: JsonObject): string {
  return hash('sha256', canonical(redacted(body, []))).slice(0, 16);
}

/** Holds two fingerprints against each other. */
export function compare(
  before: Fingerprint,
  now: Fingerprint,
  fix: ReadonlySet<VariableName>,
): readonly CertificateVariable[] {
  return variableNames.map((name) => {
    const base = { name, isFix: fix.has(name) };
    switch (name) {
      case 'input':
        return { ...base, ...compareInput(before.input, now.input) };
      case 'environment':
        return { ...base, ...compareEnvironment(before.environment, now.environment) };
      case 'account':
      case 'region':
      case 'model':
      case 'sdk':
      case 'runtime':
        return { ...base, ...compareTexts(before[name], now[name]) };
    }
  });
}

type Compared = Omit<CertificateVariable, 'name' | 'isFix'>;

function compareTexts(before: string | undefined, now: string | undefined): Compared {
  if (before === undefined || now === undefined) return { state: 'not-seen', ...present({ before, now }) };
  return { state: before === now ? 'same' : 'changed', before, now };
}

function compareInput(before: JsonObject | undefined, now: JsonObject | undefined): Compared {
  if (!before || !now) return { state: 'not-seen' };
  if (canonical(before) === canonical(now)) return { state: 'same' };
  const rest = { endpoint: '', headers: {} };
  const { parts } = compareRequests({ ...rest, body: now }, { ...rest, body: before });
  const places = parts.map(({ id }) => id);
  const more = places.length - mostDifferences;
  return {
    state: 'changed',
    differences: [...places.slice(0, mostDifferences), ...(more > 0 ? [`${more} more`] : [])],
  };
}

function compareEnvironment(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): Compared {
  const common = Object.keys(before).filter((name) => now[name] !== undefined);
  const changed = common.filter((name) => before[name] !== now[name]);
  if (changed.length > 0) return { state: 'changed', before: words(before, changed), now: words(now, changed) };
  return common.length === 0
    ? { state: 'not-seen' }
    : { state: 'same', before: words(before, common), now: words(now, common) };
}

function words(values: Readonly<Record<string, string>>, names: readonly string[]): string {
  return names.map((name) => `${name} ${values[name] ?? ''}`).join(', ');
}

function ofCaller({
  client,
  version,
  runtime,
  runtimeVersion,
}: CallerFingerprint): Pick<Fingerprint, 'sdk' | 'runtime'> {
  return present({ sdk: joined(client, version), runtime: joined(runtime, runtimeVersion) });
}

/** A name with its version, where it is known. */
function joined(name: string | undefined, version: string | undefined): string | undefined {
  return name === undefined || version === undefined ? name : `${name} ${version}`;
}

function systemOf({ system, architecture }: CallerFingerprint): Readonly<Record<string, string>> {
  return present({ system, architecture });
}

/** Headers by which a request asks something of the API. A header that is left out says something too. */
function askedIn(headers: HeaderList): Readonly<Record<string, string>> {
  const given = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  const beta = (given.get('anthropic-beta') ?? '').split(',').map((value) => value.trim());
  const betas = beta.filter((value) => value !== '').toSorted();
  return {
    'anthropic-version': given.get('anthropic-version') ?? 'none',
    'anthropic-beta': betas.length === 0 ? 'none' : betas.join(','),
  };
}

function accountIn(headers: readonly string[]): string | undefined {
  const organization = headerIn(headers, 'anthropic-organization-id');
  const workspace = headerIn(headers, 'anthropic-workspace-id');
  if (organization === undefined) return undefined;
  return workspace === undefined ? organization : `${organization}, workspace ${workspace}`;
}

function inputOf(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'model'));
}

function bodyIn(text: string | undefined): JsonObject | undefined {
  const body = text === undefined ? undefined : parsedJson(text);
  return isObject(body) ? body : undefined;
}

function pairsOf(flat: readonly string[]): HeaderList {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as const] : []));
}

/** As text in which the order of members says nothing, and a secret is equal to another of its kind. */
function canonical(value: unknown): string {
  if (isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isObject(value)) {
    const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }
  return (JSON.stringify(value) ?? 'null').replaceAll(/\[redacted[^\]]*\]/g, '[redacted]');
}
