import { defineVariable, fromEnvironment, needed, oneChange } from '../variable.ts';

/** Another credential; its value comes from the environment alone. */
export const key = defineVariable({
  name: 'key',
  group: 'account',
  value: 'env:NAME',
  about: 'another key, from an environment variable; never in the open',
  vary(written, { failing, machine }) {
    const { name, value } = fromEnvironment('key', needed(written, key), machine);
    const now = failing.target.credential;
    if (now?.value === value)
      return { kind: 'needless', because: `\`${name}\` holds the same credential as \`${now.name}\`.` };
    const isBearer = value.startsWith('sk-ant-oat') || name.endsWith('_TOKEN') || now?.header === 'authorization';
    return oneChange({
      id: 'key',
      variable: 'key',
      group: 'account',
      name: 'the key',
      remedy:
        'See limits, credit and permissions of this key in the Console; where they are in order, collect evidence and contact support.',
      what: `the key in \`${name}\` in place of ${now ? `that in \`${now.name}\`` : 'none'}`,
      failing: now?.name ?? 'none',
      changed: name,
      reach: 'way',
      apply: (setup) => ({
        ...setup,
        target: { ...setup.target, credential: { name, value, header: isBearer ? 'authorization' : 'x-api-key' } },
      }),
    });
  },
});
