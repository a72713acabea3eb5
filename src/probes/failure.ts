import type { ProbeFinding, Target } from '../core/probe.ts';
import type { Endpoint, Failed, HttpAnswer } from '../core/world.ts';

type Answered = Exclude<HttpAnswer, Failed>;

/** The machine that a connection goes to first: the proxy where one is set, else the host itself. */
export function firstHop({ proxy, host, port }: Target): Endpoint {
  return proxy ? { host: proxy.host, port: proxy.port } : { host, port };
}

/** Whether this is an address and not a name. */
export function isAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(':');
}

/** `host:port` as it stands in a URL. */
export function authorityOf({ host, port }: Endpoint): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What a client that calls the API prints of a connection that failed. */
export function textOfFailure({ code, message }: Failed, at: Endpoint): string {
  return `The call to the Claude API at ${authorityOf(at)} failed: ${message} (${code})`;
}

/** A finding about a connection; the cause reads the code and the far end from it. */
export function connectionFinding(
  failed: Failed,
  at: Endpoint,
  rest: Omit<ProbeFinding, 'text' | 'evidence' | 'certainty'> & Partial<Pick<ProbeFinding, 'certainty'>>,
): ProbeFinding {
  return {
    certainty: 'proven',
    text: textOfFailure(failed, at),
    evidence: { network: { errno: failed.code, host: at.host, port: at.port }, subject: 'claude' },
    ...rest,
  };
}

/** What a client prints of an answer: status, headers, body. */
export function textOfAnswer({ status, headers, body }: Answered): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP ${status}`, ...lines, '', body].join('\n');
}

/** A finding about an answer, to be judged by all causes. */
export function answerFinding(
  answer: Answered,
  rest: Omit<ProbeFinding, 'text' | 'evidence' | 'certainty'> & Partial<Pick<ProbeFinding, 'certainty'>>,
): ProbeFinding {
  return {
    certainty: 'proven',
    text: textOfAnswer(answer),
    evidence: { subject: 'claude' },
    ...rest,
  };
}

/** Whether an answer is a page for people. */
export function isPage({ headers, body }: Answered): boolean {
  return /text\/html/i.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype\s+html|html[\s>])/i.test(body);
}

/** Whether the marks of the API itself are on an answer: a request id of its form, as header or in the body. */
export function isFromApi({ headers, body }: Answered): boolean {
  return /^req_[A-Za-z0-9_]{8,}$/.test(headers['request-id'] ?? '') || /"request_id"\s*:\s*"req_/.test(body);
}
