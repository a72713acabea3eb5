import { targetOf } from '../../doctor/target.ts';
import type { Setup } from '../setup.ts';
import { defineVariable, fromEnvironment, oneChange, unusable, type Varied } from '../variable.ts';

/** Directly, or through a proxy. */
export const proxy = defineVariable({
  name: 'proxy',
  group: 'path',
  value: '[none|URL|env:NAME]',
  about: 'directly, or through a proxy; without a value, directly where a proxy is set',
  isUsual: true,
  vary(written = 'none', { failing, machine }): Varied {
    const now = failing.target.proxy;
    if (written === 'none') {
      if (!now) return { kind: 'needless', because: 'No proxy is set for this address.' };
      return oneChange({
        ...common,
        what: `directly, and not through the proxy of \`${now.name}\``,
        failing: shown(now.url),
        changed: 'none',
        apply: direct,
      });
    }
    const url = written.startsWith('env:') ? fromEnvironment('proxy', written, machine).value : written;
    const absolute = url.includes('://') ? url : `http://${url}`;
    if (!written.startsWith('env:') && URL.canParse(absolute) && new URL(absolute).username !== '')
      unusable(
        'proxy',
        'An address with a user in it holds a credential.',
        'Put it into a variable: --vary proxy=env:NAME.',
      );
    const there = targetOf({ proxy: url, baseUrl: failing.target.baseUrl }, machine.env, machine.now()).proxy;
    if (!there) unusable('proxy', 'The address cannot be read.', 'Write it as http://host:port.');
    const chosen = written.startsWith('env:') ? { ...there, name: written.slice('env:'.length) } : there;
    return oneChange({
      ...common,
      what: `through the proxy ${shown(chosen.url)}${now ? ` in place of that of \`${now.name}\`` : ''}`,
      failing: now ? shown(now.url) : 'none',
      changed: shown(chosen.url),
      apply: (setup) => ({ ...setup, target: { ...setup.target, proxy: chosen } }),
    });
  },
});

const common = {
  id: 'proxy',
  variable: 'proxy',
  group: 'path',
  name: 'the proxy',
  remedy: 'Leave the proxy out for this host (NO_PROXY), or have it let the API through.',
  reach: 'way',
} as const;

function direct({ target, ...rest }: Setup): Setup {
  const { proxy: _, ...kept } = target;
  return { ...rest, target: kept };
}

/** The address of a proxy without its credentials. */
function shown(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
