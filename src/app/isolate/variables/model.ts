import { textOf } from '../../../core/json.ts';
import { withMember } from '../edits.ts';
import { defineVariable, needed, oneChange } from '../variable.ts';

/** Another model. */
export const model = defineVariable({
  name: 'model',
  group: 'request',
  value: 'ID',
  about: 'another model',
  vary(written, { failing }) {
    const id = needed(written, model);
    const now = textOf(failing.request.body['model']) ?? 'none';
    if (id === now) return { kind: 'needless', because: `The request asks for \`${id}\` already.` };
    return oneChange({
      id: 'model',
      variable: 'model',
      group: 'request',
      name: 'the model',
      remedy: 'Use the model that works, or change what the other one does not take: `faultline check` names it.',
      what: `the model \`${id}\` in place of \`${now}\``,
      failing: now,
      changed: id,
      reach: 'request',
      apply: (setup) => withMember(setup, 'model', id),
    });
  },
});
