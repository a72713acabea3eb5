import { betasOf, withHeader } from '../edits.ts';
import { defineVariable, unusable, type Change, type Varied } from '../variable.ts';

const header = 'anthropic-beta';

/** Values of `anthropic-beta`, each for itself. */
export const beta = defineVariable({
  name: 'beta',
  group: 'profile',
  value: '[NAME]',
  about: 'a beta taken out, or put in where it is missing; without a name, every beta out, one by one',
  isUsual: true,
  vary(written, { failing }): Varied {
    const now = betasOf(failing);
    if (written === undefined) {
      return now.length === 0
        ? { kind: 'needless', because: 'The request names no beta.' }
        : { kind: 'changes', changes: now.map(without) };
    }
    if (!/^[a-z0-9][\w.-]*$/i.test(written))
      unusable(
        'beta',
        `${JSON.stringify(written)} is no name of a beta.`,
        'For example: --vary beta=context-1m-2025-08-07.',
      );
    return { kind: 'changes', changes: [now.includes(written) ? without(written) : including(written)] };
  },
});

function without(name: string): Change {
  return {
    ...common(name),
    what: `without the beta \`${name}\``,
    failing: name,
    apply: (setup) =>
      withHeader(
        setup,
        header,
        betasOf(setup)
          .filter((one) => one !== name)
          .join(),
      ),
  };
}

function including(name: string): Change {
  return {
    ...common(name),
    what: `with the beta \`${name}\``,
    changed: name,
    apply: (setup) => withHeader(setup, header, [...betasOf(setup), name].join()),
  };
}

function common(name: string): Omit<Change, 'what' | 'apply'> {
  return {
    id: `beta ${name}`,
    variable: 'beta',
    group: 'profile',
    name: `the beta \`${name}\``,
    remedy: 'Send the betas that work; `faultline check` names fields that need one.',
    reach: 'request',
  };
}
