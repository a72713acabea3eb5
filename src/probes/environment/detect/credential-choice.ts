import type { ProbeFinding } from '../../../core/probe.ts';
import { claudeCodeSwitches, credentialOrder } from '../../../facts/environment.ts';
import { listed, type Noticed } from '../../noticed.ts';
import { isOn, valueOf, type Variables } from './variables.ts';

/** Says which of several credentials is used, by the SDKs and by Claude Code. */
export function credentialChoice(variables: Variables): Noticed {
  const has = (name: string): boolean => valueOf(variables, name) !== undefined;
  const findings: ProbeFinding[] = [];
  if (has('ANTHROPIC_API_KEY') && has('ANTHROPIC_AUTH_TOKEN')) findings.push(keyAndToken(variables));
  const headers = headerCredentials(variables['ANTHROPIC_CUSTOM_HEADERS'] ?? '');
  if (headers.length > 0) findings.push(inCustomHeaders(headers));
  const switches = Object.keys(claudeCodeSwitches).filter((name) => isOn(variables, name));
  if (switches.length > 1) findings.push(twoPlatforms(switches));
  return { findings, notes: [...shadowed(has), ...switchedAway(has, switches)] };
}

function keyAndToken(variables: Variables): ProbeFinding {
  const isSame = variables['ANTHROPIC_API_KEY']?.trim() === variables['ANTHROPIC_AUTH_TOKEN']?.trim();
  return {
    cause: 'auth-conflict',
    certainty: 'likely',
    saw: `\`ANTHROPIC_API_KEY\` and \`ANTHROPIC_AUTH_TOKEN\` are both set${isSame ? ', to the same value' : ', to different values'}. The SDKs use the key; Claude Code uses the token; older SDKs send both, and the API then reads the key.`,
    text: 'ANTHROPIC_API_KEY and ANTHROPIC_AUTH_TOKEN are both set',
    isDecisive: false,
  };
}

function headerCredentials(lines: string): readonly string[] {
  return lines
    .split(/\r?\n/)
    .map((line) =>
      line
        .slice(0, Math.max(0, line.indexOf(':')))
        .trim()
        .toLowerCase(),
    )
    .filter((name) => name === 'x-api-key' || name === 'authorization');
}

function inCustomHeaders(names: readonly string[]): ProbeFinding {
  return {
    cause: 'auth-conflict',
    certainty: 'likely',
    saw: `\`ANTHROPIC_CUSTOM_HEADERS\` sets ${listed(names.map((name) => `\`${name}\``))}. It goes out beside the credential of the client, and \`x-api-key\` wins over \`Authorization\`.`,
    isDecisive: false,
    remedies: [{ action: 'Take the credential out of `ANTHROPIC_CUSTOM_HEADERS`.' }],
  };
}

function twoPlatforms(switches: readonly string[]): ProbeFinding {
  return {
    cause: 'auth-conflict',
    certainty: 'possible',
    saw: `${listed(switches.map((name) => `\`${name}\``))} are on together, so that Claude Code is told to use more than one platform.`,
    isDecisive: false,
    remedies: [{ action: 'Leave one of them on.', run: `unset ${switches.slice(1).join(' ')}` }],
  };
}

/** What has no effect because another credential comes before it; a key beside a token is a conflict of its own. */
function shadowed(has: (name: string) => boolean): NonNullable<Noticed['notes']> {
  const winners = new Map<string, string>();
  for (const order of [credentialOrder.sdks, credentialOrder.claudeCode]) {
    const [first, ...later] = order.filter(has);
    for (const name of later) {
      const isRival = name === 'ANTHROPIC_API_KEY' || name === 'ANTHROPIC_AUTH_TOKEN';
      if (first !== undefined && !isRival && !winners.has(name)) winners.set(name, first);
    }
  }
  return [...winners].map(([name, first]) => ({
    text: `\`${name}\` has no effect while \`${first}\` is set.`,
    remedy: { action: `Unset \`${first}\` to use the other.`, run: `unset ${first}` },
  }));
}

function switchedAway(has: (name: string) => boolean, switches: readonly string[]): NonNullable<Noticed['notes']> {
  const [first] = switches;
  return first !== undefined && has('ANTHROPIC_API_KEY')
    ? [{ text: `\`${first}\` is on, so Claude Code calls that platform and does not use \`ANTHROPIC_API_KEY\`.` }]
    : [];
}
