import { deedOf, type Deed, type ErrorAnswer, type Fault } from '../core/fault.ts';
import type { Arrival } from './arrival.ts';
import { modelIn, wantsStream } from './body-glance.ts';
import { bodyProblem, sizeProblem } from './body-problem.ts';
import { routeOf, type HttpCall, type Route } from './call.ts';
import { browserProblem, preflightReply, readableBy } from './browser.ts';
import { credentialProblem, versionProblem } from './credentials.ts';
import { drawFor, requestId } from './draw.ts';
import { chooseFault } from './fault-plan.ts';
import { answerRoute } from './routes.ts';
import { errorReply, type Reply } from './reply.ts';
import type { SimulatorState } from './state.ts';

/** What happens to the simulator. */
export type SimulatorEvent =
  | { readonly kind: 'call'; readonly at: number; readonly call: HttpCall; readonly baseUrl: string }
  /** An exchange is over, whole or not. */
  | { readonly kind: 'over' };

/** What the shell has to do. */
export type SimulatorCommand =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'log'; readonly entry: LogEntry };

/** One call, as it is logged. */
export interface LogEntry {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestId: string;
  readonly model?: string;
  /** The id of the fault that was done. */
  readonly fault?: string;
  /** The error, as it was answered. */
  readonly error?: string;
}

/** Moves the simulator on by one event. */
export function decide(
  state: SimulatorState,
  event: SimulatorEvent,
): readonly [SimulatorState, readonly SimulatorCommand[]] {
  if (event.kind === 'over') return [{ ...state, inFlight: Math.max(0, state.inFlight - 1) }, []];
  const { call, at, baseUrl } = event;
  const { setting, calls: number } = state;
  const draw = drawFor(setting.seed, 'call', number);
  const identity = {
    requestId: requestId(draw),
    organizationId: setting.organizationId,
    workspaceId: setting.workspaceId,
  };
  const route = routeOf(call.method, call.path);
  const counted = { ...state, calls: number + 1, inFlight: state.inFlight + 1 };
  const text = call.body.kind === 'text' ? call.body.text : '';
  const model = modelIn(text);
  const { fault, plan } =
    route.kind === 'status-page'
      ? { fault: undefined, plan: state.plan }
      : chooseFault(
          state.plan,
          { path: call.path, model, elapsedMs: at - setting.startedAt, named: namedFaults(call) },
          drawFor(setting.seed, 'fault', number),
          setting.faultById,
        );
  const deed =
    fault && deedOf(fault, { model: model ?? 'claude-sonnet-5', isStreaming: wantsStream(text), path: call.path, at });
  const arrival: Arrival = { call: replaced(call, deed), route, at, baseUrl, identity, draw, number, deed };
  const [next, reply] =
    deed?.kind === 'foreign' ? [counted, foreignReply(deed)] : checked({ ...counted, plan }, arrival);
  const readable = readableBy(call, reply);
  const sent = deed?.kind === 'wire' ? { ...readable, wire: deed.how } : readable;
  return [
    { ...next, plan },
    [
      { kind: 'reply', reply: sent },
      { kind: 'log', entry: logEntry(arrival, sent, model, fault) },
    ],
  ];
}

/** The request that a fault puts in the place of the one that was sent. */
function replaced(call: HttpCall, deed: Deed | undefined): HttpCall {
  if (deed?.kind !== 'request') return call;
  const body = { kind: 'text', text: deed.body, bytes: deed.body.length } as const;
  const headers: Record<string, string> = { ...call.headers };
  for (const [name, value] of Object.entries(deed.headers ?? {})) {
    if (value === '') delete headers[name];
    else headers[name] = value;
  }
  return { ...call, headers, body };
}

function namedFaults({ headers }: HttpCall): readonly string[] {
  return (headers['x-faultline-fault'] ?? '').split(',').map((id) => id.trim());
}

function foreignReply({ status, headers, body }: Extract<Deed, { readonly kind: 'foreign' }>): Reply {
  return { status, headers, body: { kind: 'text', text: body } };
}

/** The checks before the body is looked at, in the order of the API: edge, path, credential, version, encoding. */
function checked(state: SimulatorState, arrival: Arrival): readonly [SimulatorState, Reply] {
  const { call, route, deed, identity } = arrival;
  const preflight = preflightReply(call);
  if (preflight) return [state, preflight];
  if (route.kind === 'status-page') return answerRoute(state, arrival);
  const { keys, judge } = state.setting;
  const isFull = judge === 'full';
  const problem =
    sizeProblem(call) ??
    pathProblem(route) ??
    faultNameProblem(call, state.setting.faultById) ??
    (isFull ? (browserProblem(call.headers) ?? credentialProblem(call.headers, keys)) : undefined) ??
    (deed?.kind === 'error' ? deed : undefined) ??
    (isFull ? versionProblem(call.headers) : undefined) ??
    bodyProblem(call);
  return problem ? [state, errorReply(problem, identity)] : answerRoute(state, arrival);
}

/** A name of no fault would silently test nothing. */
function faultNameProblem(call: HttpCall, faultById: (id: string) => Fault | undefined): ErrorAnswer | undefined {
  const unknown = namedFaults(call).find((id) => id !== '' && faultById(id) === undefined);
  if (unknown === undefined) return undefined;
  return {
    status: 400,
    type: 'invalid_request_error',
    message: `x-faultline-fault: there is no fault ${JSON.stringify(unknown)}; \`faultline simulate --list\` names all of them`,
  };
}

function pathProblem(route: Route): ErrorAnswer | undefined {
  if (route.kind === 'unknown-path') return { status: 404, type: 'not_found_error', message: 'Not Found' };
  if (route.kind !== 'wrong-method') return undefined;
  return {
    status: 405,
    type: 'invalid_request_error',
    message: 'Method Not Allowed',
    headers: { allow: route.allowed },
  };
}

function logEntry(
  { call, at, identity }: Arrival,
  reply: Reply,
  model: string | undefined,
  fault: Fault | undefined,
): LogEntry {
  return {
    at,
    method: call.method,
    path: call.path,
    status: reply.status,
    requestId: identity.requestId,
    ...(model === undefined ? {} : { model }),
    ...(fault ? { fault: fault.id } : {}),
    ...(reply.status >= 400 && reply.body.kind === 'text' ? { error: reply.body.text } : {}),
  };
}
