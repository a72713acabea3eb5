import { defineProbe, type ProbeFinding, type Target } from '../../core/probe.ts';
import type { Failed, HttpAnswer } from '../../core/world.ts';
import { isPage, textOfAnswer } from '../failure.ts';

type Answered = Exclude<HttpAnswer, Failed>;

/** Asks a page that anybody can reach, so that "nothing works" can be told from "this host does not work". */
export const connectivity = defineProbe({
  id: 'connectivity',
  asks: 'Does anything beyond this machine answer?',
  cost: 'free-call',
  uses: { requests: 1 },
  addresses: ({ connectivityUrl }) => {
    const { hostname, port, pathname, protocol } = new URL(connectivityUrl);
    const usual = protocol === 'https:' ? 443 : 80;
    return [{ purpose: 'connectivity', host: hostname, port: Number(port) || usual, what: `GET ${pathname}` }];
  },
  limitMs: 3000,
  rulesOut: ['captive-portal'],
  async run({ machine, network, target }) {
    const answer = await network.send({ method: 'GET', url: target.connectivityUrl, headers: {}, ...wayOf(target) });
    const { host } = new URL(target.connectivityUrl);
    if (answer.kind === 'failed') {
      const because = `\`${host}\` did not answer either (\`${answer.code}\`).`;
      return { kind: 'unanswerable', because, learned: { hasInternet: false } };
    }
    if (isPortal(answer, host)) return { kind: 'finding', findings: [portal(answer, host)] };
    return {
      kind: 'fine',
      saw: `\`${host}\` answered in ${Math.round(answer.tookMs)} ms.`,
      learned: { hasInternet: true, ...clockBeside(answer, machine.now()) },
    };
  },
});

function clockBeside({ headers }: Answered, now: number): { readonly clockAheadMs?: number } {
  const there = Date.parse(headers['date'] ?? '');
  return Number.isNaN(there) ? {} : { clockAheadMs: now - there };
}

function wayOf({ proxy }: Target): { readonly proxy?: { readonly url: string } } {
  return proxy ? { proxy: { url: proxy.url } } : {};
}

/** A network that wants a login first sends every caller to its own page. */
function isPortal(answer: Answered, host: string): boolean {
  if (answer.status === 511) return true;
  const to = answer.headers['location'];
  if (answer.status >= 300 && answer.status < 400 && to !== undefined) {
    return URL.canParse(to) && new URL(to).host !== host;
  }
  return answer.status === 200 && isPage(answer);
}

function portal(answer: Answered, host: string): ProbeFinding {
  const to = answer.headers['location'];
  const page = to !== undefined && URL.canParse(to) ? new URL(to).origin : undefined;
  return {
    cause: 'captive-portal',
    certainty: answer.status === 511 ? 'proven' : 'likely',
    saw: `\`${host}\` should answer 204 without content; the network answered ${answer.status}${page === undefined ? ' with a page of its own' : ` and sends the caller to \`${page}\``}.`,
    text: `Network Authentication Required\n${textOfAnswer(answer)}`,
    ...(page === undefined
      ? {}
      : { remedies: [{ action: 'Open the page in a browser and log in.', run: `open ${page}` }] }),
    // Plain HTTP can be held up where HTTPS passes: the calls to the API decide.
    isDecisive: answer.status === 511,
  };
}
