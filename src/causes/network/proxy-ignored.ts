import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { reachTheApi } from '../connection.ts';

const unreachable = [
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
];

interface Ignored {
  readonly host: string;
  /** Node speaks few kinds of SOCKS, and ends at its start over the others. */
  readonly isSocks: boolean;
}

/** A proxy is set, and the program goes to the host directly, or the reverse. */
export const proxyIgnored = defineCause<Ignored>({
  id: 'proxy-ignored',
  refines: 'proxy-failure',
  title: 'The proxy setting has no effect on this program',
  locus: 'network',
  retry: () => ({ kind: 'no', because: 'The program will take the same way again.' }),
  signs: [
    { errno: unreachable, says: 'HTTPS_PROXY', shared: true, certainty: 'possible' },
    { errno: unreachable, says: 'HTTP_PROXY', shared: true, certainty: 'possible' },
    { errno: unreachable, says: 'ALL_PROXY', shared: true, certainty: 'possible' },
    { says: ['NO_PROXY', 'proxyconnect tcp'], shared: true, certainty: 'possible' },
    { says: 'proxy settings are ignored', shared: true, certainty: 'likely' },
    { says: 'does not respect HTTPS_PROXY', shared: true, certainty: 'likely' },
    { says: 'does not respect proxy', shared: true, certainty: 'likely' },
  ],
  recognize: ({ network, reading }, { sign, quote }) => ({
    certainty: sign.certainty ?? 'possible',
    because: [quote],
    details: { host: network?.host ?? 'api.anthropic.com', isSocks: /\bsocks/i.test(reading?.flat ?? '') },
  }),
  explain: (ignored) =>
    `A proxy variable is set, and the program goes to \`${ignored?.host ?? 'api.anthropic.com'}\` past it, which fails where only the proxy is let out. Node's own \`fetch\` reads no proxy variable unless it is told to, and \`NO_PROXY\`, a variable set after the start, or a custom HTTP client takes the proxy out of play.`,
  remedies: (ignored) => [
    ...(ignored?.isSocks === true
      ? []
      : [
          { action: 'Node 24 or newer: tell `fetch` to use the proxy variables.', run: 'export NODE_USE_ENV_PROXY=1' },
          {
            action: 'Older Node: give the SDK a dispatcher.',
            run: "import { ProxyAgent } from 'undici';\nnew Anthropic({ fetchOptions: { dispatcher: new ProxyAgent(process.env.HTTPS_PROXY) } });",
          },
        ]),
    {
      action: 'See whether `NO_PROXY` excepts the API, and whether the proxy works at all: 401 means that it does.',
      run: `echo "$NO_PROXY"; ${reachTheApi} --proxy "$HTTPS_PROXY"`,
    },
  ],
  docs: pages.typescriptSdk,
});
