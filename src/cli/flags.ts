import type { Operation, OperationInput } from '../app/operation.ts';
import { FaultlineError } from '../core/error.ts';
import { nearest } from '../core/nearest.ts';
import { splitWords } from './words.ts';

/** Options that every command takes. */
export const commonOptions = {
  help: { type: 'boolean', short: 'h', about: 'print this help' },
  'no-color': { type: 'boolean', about: 'print without colors (NO_COLOR does the same)' },
} as const;

/** Checks the words after a command against its declaration; an unknown option names the one that was meant. */
export function readFlags(operation: Operation, words: readonly string[]): OperationInput {
  const specs: Operation['options'] = { ...operation.options, ...commonOptions };
  const args: string[] = [];
  const given = new Map<string, (string | true)[]>();
  for (const token of splitWords(words, specs)) {
    if (token.kind === 'operand') {
      args.push(token.value);
      continue;
    }
    const spec = specs[token.name];
    if (!spec) throw unknownOption(operation, token.written, Object.keys(specs));
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
        meant === undefined ? `See \`faultline ${operation.name} --help\`.` : `Did you mean ${token.written} ${meant}?`,
      );
    }
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? true]);
  }
  const values = (name: string): readonly string[] => (given.get(name) ?? []).filter((value) => value !== true);
  return { args, values, flag: (name) => given.has(name), value: (name) => values(name).at(-1) };
}

function unknownOption(operation: Operation, written: string, known: readonly string[]): FaultlineError {
  const meant = nearest(written.replace(/^-+/, ''), known);
  return new FaultlineError(
    'option-unknown',
    `\`faultline ${operation.name}\` has no option ${written}.`,
    meant === undefined ? `See \`faultline ${operation.name} --help\`.` : `Did you mean --${meant}?`,
  );
}
