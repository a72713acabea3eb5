import { targetOf } from '../../doctor/target.ts';
import { defineVariable, needed, oneChange, unusable } from '../variable.ts';

/** Another address, such as the API itself in place of a gateway. */
export const baseUrl = defineVariable({
  name: 'base-url',
  group: 'path',
  value: 'URL',
  about: 'another host, such as the API itself in place of a gateway; the key goes there too',
  vary(written, { failing, machine }) {
    const url = needed(written, baseUrl);
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      unusable(
        'base-url',
        `${JSON.stringify(url)} is no web address.`,
        'For example: --vary base-url=https://api.anthropic.com.',
      );
    if (new URL(url).username !== '' || new URL(url).password !== '')
      unusable('base-url', 'An address with a user in it holds a credential.', 'Leave the part before the @ out.');
    const there = targetOf({ baseUrl: url }, machine.env, machine.now());
    const now = failing.target.baseUrl;
    if (there.baseUrl === now) return { kind: 'needless', because: `The calls go to ${now} already.` };
    return oneChange({
      id: 'base-url',
      variable: 'base-url',
      group: 'path',
      name: 'the base URL',
      remedy: 'Set ANTHROPIC_BASE_URL to the address that works, or have the gateway at the other one repaired.',
      what: `${there.baseUrl} in place of ${now}`,
      failing: now,
      changed: there.baseUrl,
      reach: 'way',
      apply: ({ target, ...rest }) => {
        const { baseUrl: _, platform, host, port, isTls } = there;
        const { proxy: __, ...kept } = target;
        // A way that was chosen (no proxy, or another one) stays chosen.
        const proxy = target.proxy && there.proxy ? target.proxy : undefined;
        return {
          ...rest,
          target: { ...kept, baseUrl: there.baseUrl, platform, host, port, isTls, ...(proxy ? { proxy } : {}) },
        };
      },
    });
  },
});
