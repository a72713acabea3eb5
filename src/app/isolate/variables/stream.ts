import { withMember } from '../edits.ts';
import { defineVariable, oneChange, unusable } from '../variable.ts';

/** Streamed or in one piece. */
export const stream = defineVariable({
  name: 'stream',
  group: 'request',
  value: '[on|off]',
  about: 'streamed or not; without a value, the other way round',
  isUsual: true,
  vary(written, { failing }) {
    const isStreamed = failing.request.body['stream'] === true;
    if (written !== undefined && written !== 'on' && written !== 'off')
      unusable('stream', `${JSON.stringify(written)} is neither on nor off.`, 'For example: --vary stream=off.');
    const isWanted = written === undefined ? !isStreamed : written === 'on';
    if (isWanted === isStreamed)
      return { kind: 'needless', because: `The request is ${isStreamed ? '' : 'not '}streamed already.` };
    return oneChange({
      id: 'stream',
      variable: 'stream',
      group: 'request',
      name: 'streaming',
      remedy:
        'Keep the way that works. Where a stream fails, something between here and the API holds it back or cuts it: `faultline doctor`.',
      what: isWanted ? 'streamed' : 'not streamed',
      failing: isStreamed ? 'on' : 'off',
      changed: isWanted ? 'on' : 'off',
      reach: 'answer',
      apply: (setup) => withMember(setup, 'stream', isWanted),
    });
  },
});
