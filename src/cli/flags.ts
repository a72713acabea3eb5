import type { Operation, OperationInput } from '../app/operation.ts';
import { FaultlineError } from '../core/error.ts';
import { nearest } from '../core/nearest.ts';
import { splitWords } from './words.ts';

/** Options that every command takes. */
export const commonOptions = {
  help: { type: 'boolean', short: 'h', about: 'print this help' },
  'no-color': { type: 'boolean', about: 'print without colors (NO_COLOR does the same)' },
} as const;

/** How a command was called, where its name was not typed, and what else could have been meant there. */
interface Calling {
  readonly called: string;
  readonly alsoKnown: readonly string[];
}

/** Checks the words after a command against its declaration; an unknown option names the one that was meant. */
export function readFlags(
  operation: Operation,
  words: readonly string[],
  { called, alsoKnown }: Calling = { called: `faultline ${operation.name}`, alsoKnown: [] },
): OperationInput {
  const specs: Operation['options'] = { ...operation.options, ...commonOptions };
  const args: string[] = [];
  const given = new Map<string, (string | true)[]>();
  for (const token of splitWords(words, specs)) {
    if (token.kind === 'operand') {
      args.push(token.value);
      continue;
    }
    const spec = specs[token.name];
    if (!spec) throw unknownOption(called, token.written, [...Object.keys(specs), ...alsoKnown]);
    if (spec.type === 'boolean' && token.value !== undefined) {
      throw new FaultlineError('option-invalid', `${token.written} takes no value.`, `Write ${token.written} alone.`);
    }
    if (spec.type === 'string' && token.value === undefined) {
      throw new FaultlineError(
        'option-invalid',
        `${token.written} needs a value.`,
        `Write ${token.written} ${spec.value ?? 'VALUE'}.`,
      );
    }
    if (spec.choices && token.value !== undefined && !spec.choices.includes(token.value)) {
      const meant = nearest(token.value, spec.choices);
      throw new FaultlineError(
        'option-invalid',
        `${token.written} ${token.value} is not known; expected ${spec.choices.join(', ')}.`,
        meant === undefined ? `See \`${called} --help\`.` : `Did you mean ${token.written} ${meant}?`,
      );
    }
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? true]);
  }
  const values = (name: string): readonly string[] => (given.get(name) ?? []).filter((value) => value !== true);
  return { args, values, flag: (name) => given.has(name), value: (name) => values(name).at(-1) };
}

function unknownOption(called: string, written: string, known: readonly string[]): FaultlineError {
  const meant = nearest(written.replace(/^-+/, ''), known);
  return new FaultlineError(
    'option-unknown',
    `\`${called}\` has no option ${written}.`,
    meant === undefined ? `See \`${called} --help\`.` : `Did you mean --${meant}?`,
  );
}
