import type { Note, ProbeFinding } from '../../../core/probe.ts';
import { exceptedBy } from '../../../core/no-proxy.ts';
import { together, type Noticed } from '../../noticed.ts';
import { damageOf } from './damage.ts';
import { canReadProxies, nodeReadsProxies } from './node-proxies.ts';
import { socksSettings } from './socks.ts';
import { isOn, valueOf, type Variables } from './variables.ts';

/** What is known of the place from which the proxy settings are seen. */
export interface ProxySurroundings {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly nodeVersion: string;
}

const forHttps = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;
const forHttp = ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

/** The variable that names the proxy for the target, by the order of httpx and curl. */
export function proxyVariable(variables: Variables, isTls: boolean): string | undefined {
  return (isTls ? forHttps : forHttp).find((name) => valueOf(variables, name) !== undefined);
}

/** Looks at the proxy variables: their form, what they except, and whether Node reads them. */
export function proxySettings(variables: Variables, where: ProxySurroundings): Noticed {
  const name = proxyVariable(variables, where.isTls);
  const cases = [
    ...bothCases(variables, 'https_proxy'),
    ...bothCases(variables, 'http_proxy'),
    ...bothCases(variables, 'no_proxy'),
  ];
  if (name === undefined) return { notes: [...cases, ...onlyForHttp(variables, where)] };
  const value = variables[name] ?? '';
  const form = formFaults(name, value);
  const scheme = form.length === 0 ? /^(socks\w*):/i.exec(value)?.[1]?.toLowerCase() : undefined;
  const list = valueOf(variables, 'no_proxy') ?? valueOf(variables, 'NO_PROXY');
  const entry = list === undefined ? undefined : exceptedBy(list, where.host, where.port);
  const use =
    entry !== undefined
      ? { findings: [excepted(name, entry, where)] }
      : scheme === undefined
        ? { findings: ignoredByNode(name, variables, where) }
        : socksSettings(variables, { ...where, name, scheme });
  return together([{ findings: form, notes: cases }, use]);
}

function ignoredByNode(
  name: string,
  variables: Variables,
  { nodeVersion, host }: ProxySurroundings,
): readonly ProbeFinding[] {
  const isForAll = /^all_proxy$/i.test(name);
  if (nodeReadsProxies(variables, nodeVersion) && !isForAll) return [];
  const isAble = canReadProxies(nodeVersion);
  const why = isForAll
    ? 'no Node reads `ALL_PROXY`'
    : isAble
      ? '`NODE_USE_ENV_PROXY=1` is not set'
      : `Node ${nodeVersion.replace(/^v/, '')} cannot be told to (24.0 and 22.21 can)`;
  return [
    {
      cause: 'proxy-ignored',
      certainty: 'possible',
      saw: `\`${name}\` names a proxy, and Node's own \`fetch\` goes to \`${host}\` past it: ${why}. Python (httpx), Claude Code and curl do use it.`,
      text: `proxy settings are ignored; ${name} is set`,
      isDecisive: false,
      remedies: [
        isAble
          ? isForAll
            ? {
                action: 'Name the proxy in `HTTPS_PROXY` too, and tell Node to use it.',
                run: `export HTTPS_PROXY="$${name}" NODE_USE_ENV_PROXY=1`,
              }
            : { action: 'Tell Node to use the proxy variables.', run: 'export NODE_USE_ENV_PROXY=1' }
          : { action: 'Update Node, or give the SDK a `dispatcher` (`ProxyAgent` of undici) in `fetchOptions`.' },
      ],
    },
  ];
}

function excepted(name: string, entry: string, { host }: ProxySurroundings): ProbeFinding {
  return {
    cause: 'proxy-ignored',
    certainty: 'possible',
    saw: `\`${name}\` names a proxy, and \`NO_PROXY\` excepts \`${host}\` from it by the entry \`${entry}\`, so calls go there directly.`,
    text: `proxy settings are ignored; NO_PROXY excepts ${host}`,
    isDecisive: false,
    remedies: [{ action: `If this network lets nothing out but the proxy, take \`${entry}\` out of \`NO_PROXY\`.` }],
  };
}

function formFaults(name: string, value: string): readonly ProbeFinding[] {
  const fault = (what: string, action: string, isDecisive = false): ProbeFinding => ({
    cause: 'proxy-failure',
    certainty: 'likely',
    saw: `\`${name}\` ${what}.`,
    isDecisive,
    remedies: [{ action }],
  });
  const [damage] = damageOf(value);
  if (damage) return [fault(`holds ${damage.what}`, `Set \`${name}\` anew, without it.`)];
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase();
  if (scheme === undefined)
    return [
      fault('has no `http://` before the host; httpx and Node refuse that', `Write \`http://\` before the host.`),
    ];
  if (!/^(?:https?|socks(?:4a?|5h?)?)$/.test(scheme))
    return [fault(`has the scheme \`${scheme}\`, which is none of a proxy`, 'Write `http://` before the host.')];
  const authority = value.slice(scheme.length + 3).split('/')[0] ?? '';
  if ((authority.match(/@/g) ?? []).length > 1 || /[#?\\]/.test(value.slice(scheme.length + 3))) {
    return [
      {
        ...fault(
          'holds a user or password with a character that has a meaning in addresses',
          'Write `@` as `%40`, `:` as `%3A`, `#` as `%23`, `?` as `%3F`, `\\` as `%5C` within user and password.',
          true,
        ),
        cause: 'proxy-credentials-missing',
      },
    ];
  }
  return URL.canParse(value)
    ? []
    : [fault('is not an address that can be read', 'Write it as `http://host:port`.', true)];
}

function bothCases(variables: Variables, lower: string): readonly Note[] {
  const upper = lower.toUpperCase();
  const one = valueOf(variables, lower);
  const other = valueOf(variables, upper);
  return one === undefined || other === undefined || one === other
    ? []
    : [
        {
          text: `\`${lower}\` and \`${upper}\` are set to different values. Most programs read the lower-case one first, some only one of them.`,
          remedy: { action: 'Set both to the same value.', run: `export ${upper}="$${lower}"` },
        },
      ];
}

function onlyForHttp(variables: Variables, { isTls }: ProxySurroundings): readonly Note[] {
  const hasHttp = ['http_proxy', 'HTTP_PROXY'].some((name) => valueOf(variables, name) !== undefined);
  return isTls && hasHttp
    ? [
        {
          text: '`HTTP_PROXY` is set and `HTTPS_PROXY` is not: calls to an `https:` address do not use it (Claude Code does).',
          remedy: { action: 'Set the other one as well.', run: 'export HTTPS_PROXY="$HTTP_PROXY"' },
        },
      ]
    : isOn(variables, 'NODE_USE_ENV_PROXY') && !hasHttp
      ? [{ text: '`NODE_USE_ENV_PROXY` is set, and no variable names a proxy.' }]
      : [];
}
