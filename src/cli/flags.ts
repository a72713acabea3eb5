import { parseArgs } from 'node:util';
import type { Operation, OperationInput } from '../app/operation.ts';
import { FaultlineError } from '../core/error.ts';
import { nearest } from '../core/nearest.ts';

/** Options that every command takes. */
export const commonOptions = {
  help: { type: 'boolean', short: 'h', about: 'print this help' },
  'no-color': { type: 'boolean', about: 'print without colors (NO_COLOR does the same)' },
} as const;

/** Checks the words after a command against its declaration; an unknown option names the one that was meant. */
export function readFlags(operation: Operation, words: readonly string[]): OperationInput {
  const specs: Operation['options'] = { ...operation.options, ...commonOptions };
  const { tokens } = parseArgs({
    args: [...words],
    options: parserOptions(specs),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const args: string[] = [];
  const given = new Map<string, (string | true)[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = specs[token.name];
    if (!spec) throw unknownOption(operation, token.rawName, Object.keys(specs));
    if (spec.type === 'boolean' && token.value !== undefined) {
      throw new FaultlineError('option-invalid', `${token.rawName} takes no value.`, `Write ${token.rawName} alone.`);
    }
    if (spec.type === 'string' && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))) {
      throw new FaultlineError(
        'option-invalid',
        `${token.rawName} needs a value.`,
        `Write ${token.rawName} ${spec.value ?? 'VALUE'}.`,
      );
    }
    if (spec.choices && token.value !== undefined && !spec.choices.includes(token.value)) {
      const meant = nearest(token.value, spec.choices);
      throw new FaultlineError(
        'option-invalid',
        `${token.rawName} ${token.value} is not known; expected ${spec.choices.join(', ')}.`,
        meant === undefined ? `See \`faultline ${operation.name} --help\`.` : `Did you mean ${token.rawName} ${meant}?`,
      );
    }
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? true]);
  }
  const values = (name: string): readonly string[] => (given.get(name) ?? []).filter((value) => value !== true);
  return { args, values, flag: (name) => given.has(name), value: (name) => values(name).at(-1) };
}

/** The parser takes a value behind `=` for a flag of any type, so an optional value is a flag to it. */
function parserOptions(specs: Operation['options']): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, { type, short }]) => [
      name,
      { type: type === 'string' ? 'string' : 'boolean', ...(short === undefined ? {} : { short }) },
    ]),
  );
}

function unknownOption(operation: Operation, written: string, known: readonly string[]): FaultlineError {
  const meant = nearest(written.replace(/^-+/, ''), known);
  return new FaultlineError(
    'option-unknown',
    `\`faultline ${operation.name}\` has no option ${written}.`,
    meant === undefined ? `See \`faultline ${operation.name} --help\`.` : `Did you mean --${meant}?`,
  );
}
