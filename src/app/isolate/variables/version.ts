import { defaultApiVersions } from '../../../facts/sdk-packages.ts';
import { withHeader } from '../edits.ts';
import { defineVariable, oneChange, unusable } from '../variable.ts';

const header = 'anthropic-version';

/** Another version of the API. */
export const version = defineVariable({
  name: 'version',
  group: 'request',
  value: '[DATE]',
  about: 'another `anthropic-version`; without a date, the other one that SDKs send',
  vary(written, { failing }) {
    const sent = failing.request.headers[header];
    const { before, since } = defaultApiVersions;
    const now = sent ?? before;
    const date = written ?? (now === since ? before : since);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
      unusable('version', `${JSON.stringify(date)} is no date.`, `For example: --vary version=${before}.`);
    if (date === sent) return { kind: 'needless', because: `The request says \`${header}: ${date}\` already.` };
    return oneChange({
      id: 'version',
      variable: 'version',
      group: 'request',
      name: 'the API version',
      remedy: 'Send the version that works, or change what the other one no longer takes.',
      what: `\`${header}: ${date}\` in place of ${sent === undefined ? 'the one that is sent by itself' : `\`${sent}\``}`,
      changed: date,
      ...(sent === undefined ? {} : { failing: sent }),
      reach: 'request',
      apply: (setup) => withHeader(setup, header, date),
    });
  },
});
