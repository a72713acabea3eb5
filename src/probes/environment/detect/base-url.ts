import type { ProbeFinding } from '../../../core/probe.ts';
import { nearest } from '../../../core/nearest.ts';
import { isOwnMachine } from '../../../core/local-host.ts';
import { environmentVariables } from '../../../facts/environment.ts';
import type { Noticed } from '../../noticed.ts';
import { damageOf, undamaged } from './damage.ts';
import type { Variables } from './variables.ts';

const apiHost = 'api.anthropic.com';

/** Hosts that people take for the API's, and what is there. */
const otherHosts: Readonly<Record<string, string>> = {
  'anthropic.com': 'the website of the company',
  'www.anthropic.com': 'the website of the company',
  'claude.ai': 'the Claude app',
  'www.claude.ai': 'the Claude app',
  'api.claude.ai': 'not the API',
  'api.claude.com': 'not the API',
  'claude.com': 'the website of Claude',
  'console.anthropic.com': 'the Console',
  'platform.claude.com': 'the Console and the documentation',
  'docs.anthropic.com': 'the documentation',
  'api.openai.com': 'the API of OpenAI',
  'status.claude.com': 'the status page',
};

/** Looks at every variable that holds an address of the API or of something in its place. */
export function baseUrls(variables: Variables): Noticed {
  const all = environmentVariables()
    .filter(({ name, holds }) => holds === 'address' && name.startsWith('ANTHROPIC_'))
    .flatMap(({ name }) => {
      const value = variables[name];
      return value === undefined ? [] : [judge(name, value)];
    });
  return { findings: all.flatMap(({ findings = [] }) => findings), notes: all.flatMap(({ notes = [] }) => notes) };
}

function judge(name: string, value: string): Noticed {
  if (value.trim() === '') {
    return {
      notes: [{ text: `\`${name}\` is set and empty.`, remedy: { action: 'Unset it.', run: `unset ${name}` } }],
    };
  }
  const damage = damageOf(value).find(({ effect }) => effect !== 'trimmed-by-some');
  if (damage) return { findings: [wrong(name, `holds ${damage.what}`, undamaged(value))] };
  const url = parsed(value.trim());
  if (!url) {
    const isBare = parsed(`https://${value.trim()}`) !== undefined && !value.includes('://');
    return {
      findings: [
        isBare
          ? wrong(name, 'has no `https://` before the host', `https://${value.trim()}`)
          : wrong(name, 'is not an address that can be read'),
      ],
    };
  }
  return judgeUrl(name, url);
}

function judgeUrl(name: string, url: URL): Noticed {
  const findings: ProbeFinding[] = [];
  const host = url.hostname.replace(/\.$/, '');
  const isOurs = name === 'ANTHROPIC_BASE_URL';
  const path = url.pathname.replace(/\/+$/, '');
  const tail = /(?:\/v1)?(?:\/(?:messages|complete|models|chat\/completions))$|\/v1$/.exec(path)?.[0];
  if (tail !== undefined) {
    const becomes = `${path}/v1/messages`;
    findings.push({
      ...wrong(
        name,
        `ends in \`${tail}\`; the SDK adds \`/v1/messages\` itself, so that calls go to \`${becomes}\``,
        `${url.protocol}//${url.host}${path.slice(0, path.length - tail.length)}`,
      ),
      // A gateway can take the doubled path; the API cannot.
      certainty: host === apiHost ? 'proven' : 'likely',
      isDecisive: host === apiHost,
      text: `404 not_found_error: Not Found ${url.protocol}//${url.host}${becomes}`,
    });
  } else if (host === apiHost && path !== '') {
    findings.push(wrong(name, `has the path \`${path}\`, which the API does not know`, `https://${apiHost}`));
  }
  if (url.search !== '' || url.hash !== '') {
    findings.push(wrong(name, 'ends in a query or a fragment, behind which the path of the call is lost'));
  }
  if (isOurs) findings.push(...judgeHost(name, host));
  if (url.protocol === 'http:' && !isOwnMachine(host)) findings.push(plainText(name, host));
  const notes = isOwnMachine(host)
    ? [
        {
          text: `\`${name}\` points to this machine (port ${url.port === '' ? 80 : url.port}): calls reach the API only while something there passes them on.`,
          remedy: { action: 'Where that is a left-over of a test, unset it.', run: `unset ${name}` },
        },
      ]
    : [];
  return { findings, notes };
}

function judgeHost(name: string, host: string): readonly ProbeFinding[] {
  const other = otherHosts[host];
  if (other !== undefined) return [wrong(name, `names \`${host}\`, which is ${other}`, `https://${apiHost}`)];
  const close = host === apiHost ? undefined : nearest(host, [apiHost], 3);
  return close === undefined
    ? []
    : [
        {
          ...wrong(name, `names \`${host}\`, which is close to \`${apiHost}\` and not it`, `https://${apiHost}`),
          certainty: 'likely',
        },
      ];
}

function plainText(name: string, host: string): ProbeFinding {
  return {
    ...wrong(
      name,
      `begins with \`http:\`, so the key crosses the network unprotected${host === apiHost ? ', and the API takes calls over `https:` alone' : ''}`,
      host === apiHost ? `https://${host}` : undefined,
    ),
    certainty: host === apiHost ? 'likely' : 'possible',
    isDecisive: false,
  };
}

function wrong(name: string, what: string, meant?: string): ProbeFinding {
  return {
    cause: 'endpoint-wrong',
    certainty: 'proven',
    saw: `\`${name}\` ${what}.`,
    isDecisive: true,
    remedies: [
      name === 'ANTHROPIC_BASE_URL' && meant === `https://${apiHost}`
        ? { action: 'Unset it: the SDKs know the address of the API.', run: `unset ${name}` }
        : meant === undefined
          ? { action: `Set \`${name}\` to scheme and host alone, such as \`https://gateway.example.com\`.` }
          : { action: 'Set it to what was probably meant.', run: `export ${name}='${meant}'` },
    ],
  };
}

function parsed(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined;
}
