import type { ErrorAnswer } from '../core/fault.ts';
import type { HttpCall } from './call.ts';
import type { Reply } from './reply.ts';

/** By this header the caller accepts that the visitors of a page can read its key. */
const consent = 'anthropic-dangerous-direct-browser-access';

/** Answers what a browser asks before a call to another origin: allowed only where the call will carry the consent. */
export function preflightReply({ method, headers }: HttpCall): Reply | undefined {
  const asked = headers['access-control-request-headers'];
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return undefined;
  const isAllowed = asked?.toLowerCase().includes(consent) === true;
  return {
    status: isAllowed ? 204 : 403,
    headers: isAllowed
      ? {
          'access-control-allow-origin': headers['origin'] ?? '*',
          'access-control-allow-headers': asked,
          'access-control-allow-methods': 'GET, POST, DELETE',
        }
      : {},
    body: { kind: 'text', text: '' },
  };
}

/** A call from a page that does not carry the consent. */
export function browserProblem({ origin, [consent]: given }: HttpCall['headers']): ErrorAnswer | undefined {
  if (origin === undefined || given === 'true') return undefined;
  return {
    status: 401,
    type: 'authentication_error',
    message: "CORS requests must set 'anthropic-dangerous-direct-browser-access' header",
  };
}

/** Lets the page that made a call read the answer. */
export function readableBy({ headers }: HttpCall, reply: Reply): Reply {
  const { origin } = headers;
  if (origin === undefined || headers[consent] !== 'true') return reply;
  return { ...reply, headers: { ...reply.headers, 'access-control-allow-origin': origin } };
}
