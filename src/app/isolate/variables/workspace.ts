import { withHeader } from '../edits.ts';
import { defineVariable, needed, oneChange, unusable } from '../variable.ts';

const header = 'anthropic-workspace-id';

/** Another workspace of the same account. */
export const workspace = defineVariable({
  name: 'workspace',
  group: 'account',
  value: 'ID',
  about: 'another workspace (`wrkspc_...`); `none` for the one that belongs to the key',
  vary(written, { failing }) {
    const id = needed(written, workspace);
    const now = failing.request.headers[header];
    if (id !== 'none' && !/^wrkspc_\w+$/.test(id))
      unusable(
        'workspace',
        `${JSON.stringify(id)} is no id of a workspace.`,
        'It begins with wrkspc_; see the Console.',
      );
    if (id === (now ?? 'none')) return { kind: 'needless', because: `The request goes to this workspace already.` };
    return oneChange({
      id: 'workspace',
      variable: 'workspace',
      group: 'account',
      name: 'the workspace',
      remedy: 'Look at the limits and the permissions of this workspace in the Console.',
      what: id === 'none' ? `without \`${header}\`` : `the workspace \`${id}\``,
      failing: now ?? 'none',
      changed: id,
      reach: 'way',
      apply: (setup) => withHeader(setup, header, id === 'none' ? '' : id),
    });
  },
});
