import { estimateRequest } from '../../check/index.ts';
import type { JsonObject } from '../../core/json.ts';
import { isObject, numberOf } from '../../core/json.ts';
import { countedMembers } from '../../facts/endpoints.ts';
import { callTo } from '../../probes/call.ts';
import { isCredentialHeader } from '../../redactors/secret-headers.ts';
import type { Ending } from '../ending.ts';
import type { Oracle } from '../oracle.ts';
import { bodyOf, type Environment, type StudiedRequest } from '../request.ts';
import { endingOfAnswer, type TextJudge } from './answer.ts';

const countPath = '/v1/messages/count_tokens';

/** The token counting endpoint: it reads a request as the real call does, and costs nothing. */
export function countTokens(judge: TextJudge): Oracle {
  return {
    name: 'count_tokens',
    cost: 'free-call',
    isSteady: false,
    uses: () => ({ requests: 1, tokens: 0 }),
    ask: async (request, environment) => {
      const body = bodyOf(request);
      const counted = body && Object.fromEntries(Object.entries(body).filter(([name]) => countedMembers.has(name)));
      const text = counted ? JSON.stringify(counted) : request.text;
      return call({ ...request, text }, countPath, environment, judge);
    },
  };
}

/** How a live call is made smaller than the request that it stands for. */
export interface LiveOptions {
  /** Sends `max_tokens` as it is, since the failure under study may be about it. */
  readonly keepsMaxTokens?: boolean;
}

/** The real call. Of its answer as little is asked for as the request allows, since it is paid by the token. */
export function liveCall(judge: TextJudge, { keepsMaxTokens = false }: LiveOptions = {}): Oracle {
  const shortened = (request: StudiedRequest): StudiedRequest => {
    const body = keepsMaxTokens ? undefined : bodyOf(request);
    return body ? { ...request, text: JSON.stringify(withFewTokens(body)) } : request;
  };
  return {
    name: 'live call',
    cost: 'paid-call',
    isSteady: false,
    uses: (request, { platform }) => {
      const body = bodyOf(shortened(request)) ?? {};
      const input = estimateRequest(body, { endpoint: request.endpoint, platform })?.total.high ?? 0;
      return { requests: 1, tokens: input + (numberOf(body.max_tokens) ?? 0) };
    },
    ask: async (request, environment) => call(shortened(request), request.endpoint, environment, judge),
  };
}

/** One token, or one more than the thinking budget: the API refuses a smaller number. */
function withFewTokens(body: JsonObject): JsonObject {
  const asked = numberOf(body.max_tokens);
  const budget = isObject(body.thinking) ? (numberOf(body.thinking.budget_tokens) ?? 0) : 0;
  return asked === undefined || asked < 1 ? body : { ...body, max_tokens: Math.min(asked, budget + 1) };
}

async function call(
  { headers, text }: StudiedRequest,
  path: string,
  { target, send }: Environment,
  judge: TextJudge,
): Promise<Ending> {
  if (!target || !send) return { kind: 'unanswerable', because: 'no address is known for live calls' };
  const kept = Object.entries(headers).filter(([name]) => !isCredentialHeader(name) && !ofOneConnection.has(name));
  const question = callTo(target, path, {
    withKey: true,
    body: text,
    headers: { 'user-agent': 'faultline', ...Object.fromEntries(kept), 'content-type': 'application/json' },
  });
  return endingOfAnswer(await send(question), judge);
}

/** Headers that speak of the connection or of the bytes of the original call. */
export const ofOneConnection: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);
