import { defineProbe, type Note, type ProbeFinding, type ProbeOutcome, type Target } from '../../core/probe.ts';
import { isFaultlineError } from '../../core/error.ts';
import { isObject, parsedJson } from '../../core/json.ts';
import type { Failed, HttpAnswer } from '../../core/world.ts';
import { platformName } from '../../facts/platforms.ts';
import { callTo, cutAnswer, isAnthropicSurface } from '../call.ts';
import { answerFinding, connectionFinding, isFromApi, isPage } from '../failure.ts';
import { compared } from './http-versions.ts';

type Answered = Exclude<HttpAnswer, Failed>;

/** Beyond this a clock breaks signed calls and tokens. */
const mostSkewMs = 300_000;

/** Sends one request without a credential, to see who answers and how fast. */
export const httpExchange = defineProbe({
  id: 'http-exchange',
  asks: 'Who answers over HTTP, and how fast?',
  cost: 'free-call',
  uses: { requests: 2 },
  addresses: (target) => [
    { purpose: 'api', host: target.host, port: target.port, what: whatIsSent(target) },
    ...(target.proxy
      ? [
          {
            purpose: 'proxy' as const,
            host: target.proxy.host,
            port: target.proxy.port,
            what: 'the same, through the proxy',
          },
        ]
      : []),
  ],
  limitMs: 8000,
  rulesOut: ['firewall-blocked', 'response-timeout', 'region-unsupported', 'clock-skew'],
  needs: ['tls-handshake', 'proxy-tunnel', 'tcp-connection'],
  async run({ machine, network, target, learned }) {
    const call = callTo(target, pathOf(target), {});
    const [answer, over2] = await Promise.all([
      network.send(call),
      learned.offersHttp2 === true ? ifAllowed(network.send({ ...call, protocol: 'h2' })) : undefined,
    ]);
    const judgedAt = machine.now();
    const first = outcomeOf(answer, target, judgedAt);
    return over2 ? compared(first, { answer: over2, outcome: outcomeOf(over2, target, judgedAt) }, target) : first;
  },
});

function whatIsSent(target: Target): string {
  const versions = target.isTls ? ', over HTTP/1.1 and, where it is offered, HTTP/2' : '';
  return `GET ${pathOf(target)} without a credential${versions}`;
}

/** The budget may hold only one of the two requests; then HTTP/1.1, which every client speaks, is what is asked. */
async function ifAllowed(sent: Promise<HttpAnswer>): Promise<HttpAnswer | undefined> {
  return sent.catch((error: unknown) => {
    if (isFaultlineError(error)) return undefined;
    throw error;
  });
}

function outcomeOf(answer: HttpAnswer, target: Target, now: number): ProbeOutcome {
  return answer.kind === 'failed'
    ? { kind: 'finding', findings: unanswered(answer, target) }
    : judged(answer, target, now);
}

function pathOf({ platform }: Target): string {
  return isAnthropicSurface(platform) ? '/v1/models' : '/';
}

/** Codes of a connection that did not come about, as a probe that is run by itself meets them. */
const neverOpen = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

function unanswered(failed: Failed, target: Target): readonly ProbeFinding[] {
  if (neverOpen.has(failed.code)) {
    const saw = `No connection to \`${target.host}:${target.port}\` came about (\`${failed.code}\`).`;
    return [connectionFinding(failed, target, { saw, isDecisive: true })];
  }
  const isLate = failed.code === 'ETIMEDOUT';
  if (failed.begun) return cutAnswer(failed, failed.begun, target, { what: 'a small request', isDecisive: true });
  const message = isLate ? `Request timed out: ${failed.message}` : failed.message;
  const code = isLate ? 'UND_ERR_HEADERS_TIMEOUT' : failed.code;
  const finding = connectionFinding({ ...failed, code, message }, target, {
    ...(isLate ? { cause: 'response-timeout' } : failed.code === 'ECONNRESET' ? { cause: 'connection-reset' } : {}),
    saw: isLate
      ? `The connection to \`${target.host}\` stands, and no answer to a small request came within ${Math.round(failed.tookMs)} ms.`
      : `The connection to \`${target.host}\` stands, and the answer to a small request broke off (\`${failed.code}\`).`,
    isDecisive: true,
  });
  return [finding];
}

function judged(answer: Answered, target: Target, now: number): ProbeOutcome {
  const isApi = isFromApi(answer);
  const learned = { isApi };
  const time = `${answer.status}, first byte after ${Math.round(answer.firstByteMs)} ms`;
  if (!isApi) {
    const blocked = blockedBy(answer, target);
    if (blocked) return { kind: 'finding', findings: [blocked], learned };
  }
  // The edge of the API answers this to callers from places that are not served.
  if (answer.status === 403 && isAnthropicSurface(target.platform)) {
    const saw = `\`${target.host}\` answered 403 to a call without a credential, where it answers 401 to callers that it serves.`;
    return { kind: 'finding', findings: [answerFinding(answer, { saw, isDecisive: true })], learned };
  }
  if (answer.status >= 500) {
    const saw = `\`${target.host}\` answered ${answer.status}.`;
    return {
      kind: 'finding',
      findings: [answerFinding(answer, { saw, isDecisive: false })],
      learned: {
        ...learned,
        transient: { what: 'the call without a credential', path: pathOf(target), withKey: false },
      },
    };
  }
  const mistyped = mistypedOf(answer, target);
  const notes = isApi ? [] : farEndNotes(answer, target);
  if (mistyped) return { kind: 'finding', findings: [mistyped], learned, notes };
  const skew = skewOf(answer, now);
  if (skew) return { kind: 'finding', findings: [skew], learned };
  const saw = isApi
    ? `The API answered ${time}; request id ${answer.headers['request-id'] ?? 'in the body'}.`
    : `${who(answer, target)} answered ${time}.`;
  return { kind: 'fine', saw, learned, notes };
}

/** A page for people where a program expects JSON: something stands in between, or the address is wrong. */
function blockedBy(answer: Answered, { host, platform }: Target): ProbeFinding | undefined {
  const { status, headers } = answer;
  if (status === 407) {
    const saw = `Something on the way to \`${host}\` answered 407 and asks for credentials of a proxy.`;
    return answerFinding(answer, { cause: 'proxy-credentials-missing', saw, isDecisive: true });
  }
  if (status === 511) {
    const saw = `The network answered 511 in place of \`${host}\`.`;
    return answerFinding(answer, { cause: 'captive-portal', saw, isDecisive: true });
  }
  if (status >= 500 || platform === 'bedrock' || platform === 'vertex' || platform === 'foundry') return undefined;
  const isDenied = headers['x-deny-reason'] !== undefined || headers['cf-mitigated'] !== undefined;
  if (!isDenied && !(isPage(answer) && platform === 'direct')) return undefined;
  const server = headers['server'] === undefined ? '' : ` (\`server: ${headers['server']}\`)`;
  const saw = `\`${host}\` should answer in JSON with a \`request-id\`; what came is ${isPage(answer) ? 'a page for people' : 'a refusal'} with status ${status}${server}.`;
  return answerFinding(answer, { cause: 'firewall-blocked', saw, isDecisive: true });
}

/** SDKs go by the content type: what is not called JSON is handed to the program as a text. */
function mistypedOf({ headers, body }: Answered, { platform, host }: Target): ProbeFinding | undefined {
  const type = headers['content-type'];
  if (!isAnthropicSurface(platform) || !isObject(parsedJson(body)) || /[/+]json\b/i.test(type ?? '')) return undefined;
  const called = type === undefined ? 'without a content type' : `as \`${type}\``;
  return {
    cause: 'response-unparsable',
    certainty: 'likely',
    saw: `\`${host}\` answers in JSON and sends it ${called}. SDKs then hand out a text in place of a message, and its members are missing.`,
    remedies: [
      {
        action:
          'Have whoever runs what stands in between pass on `content-type: application/json` as the API sends it.',
      },
    ],
    isDecisive: false,
  };
}

function skewOf({ headers }: Answered, now: number): ProbeFinding | undefined {
  const sent = Date.parse(headers['date'] ?? '');
  if (Number.isNaN(sent) || Math.abs(now - sent) < mostSkewMs) return undefined;
  const minutes = Math.round((now - sent) / 60_000);
  return {
    cause: 'clock-skew',
    certainty: 'proven',
    saw: `This machine's clock is ${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead of' : 'behind'} the one of the host (\`date: ${headers['date'] ?? ''}\`). Signed calls and short-lived tokens are refused, and certificates may seem out of date.`,
    isDecisive: false,
  };
}

function who({ headers }: Answered, { platform, host }: Target): string {
  const server = headers['server'] === undefined ? '' : ` (\`server: ${headers['server']}\`)`;
  return platform === 'gateway' ? `\`${host}\`${server}` : `${capital(platformName(platform))}${server}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function farEndNotes({ headers }: Answered, { platform, host, baseUrl }: Target): readonly Note[] {
  if (platform !== 'gateway' && platform !== 'direct') return [];
  const marks = ['server', 'via', 'x-powered-by', 'cf-ray']
    .flatMap((name) => (headers[name] === undefined ? [] : [`\`${name}: ${headers[name]}\``]))
    .join(', ');
  return [
    {
      text: `The far end at \`${host}\` does not show the marks of the Claude API (no \`request-id\` of its form${marks === '' ? '' : `; it shows ${marks}`}). What follows tests this gateway; an error can come from it and not from the API.`,
      remedy: {
        action: 'To test the API itself, leave the gateway out.',
        run: `faultline doctor --base-url https://api.anthropic.com   # instead of ${baseUrl}`,
      },
    },
  ];
}
