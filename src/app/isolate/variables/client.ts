import { installedSdk } from '../sdk/installed.ts';
import { defineVariable, oneChange, unusable } from '../variable.ts';

/** The official SDK, or bare HTTP. */
export const client = defineVariable({
  name: 'client',
  group: 'program',
  value: '[http|sdk]',
  about: 'bare HTTP, or the official TypeScript SDK of this project; without a value, the SDK',
  async vary(written = 'sdk', { machine }) {
    if (written !== 'http' && written !== 'sdk')
      unusable('client', `${JSON.stringify(written)} is neither http nor sdk.`, 'For example: --vary client=http.');
    const installed = await installedSdk(machine);
    if (!installed)
      return { kind: 'needless', because: '`@anthropic-ai/sdk` is not installed in this project or above it.' };
    const sdk = { kind: 'sdk', ...installed } as const;
    const bare = { kind: 'http' } as const;
    const words = { sdk: `@anthropic-ai/sdk ${installed.version}`, http: 'bare HTTP' };
    const other = written === 'sdk' ? 'http' : 'sdk';
    return oneChange(
      {
        id: 'client',
        variable: 'client',
        group: 'program',
        name: 'the client',
        remedy:
          'Compare what the two send: `faultline run` records it. Then look for the option of the SDK that makes the difference.',
        what: `${words[written]} in place of ${words[other]}`,
        failing: words[other],
        changed: words[written],
        reach: 'way',
        apply: (setup) => ({ ...setup, caller: written === 'sdk' ? sdk : bare }),
      },
      (setup) => ({ ...setup, caller: written === 'sdk' ? bare : sdk }),
    );
  },
});
