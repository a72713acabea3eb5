import type { Operation, OperationInput } from '../app/operation.ts';
import { FaultlineError } from '../core/error.ts';
import { nearest } from '../core/nearest.ts';
import { mostWords } from './operands.ts';
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
  const behindDashes: string[] = [];
  const given = new Map<string, (string | true)[]>();
  for (const token of splitWords(words, specs)) {
    if (token.kind === 'operand') {
      args.push(token.value);
      if (token.isBehindDashes === true) behindDashes.push(token.value);
      continue;
    }
    const spec = specs[token.name];
    if (!spec) throw unknownOption(called, token.written, [...Object.keys(specs), ...alsoKnown]);
    if (spec.type === 'boolean' && token.value !== undefined) {
      throw new FaultlineError('option-invalid', `${token.written} takes no value.`, `Write ${token.written} alone.`);
    }
    if (spec.type === 'string' && (token.value ?? '') === '') {
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
  refuseSurplus(operation, args, called);
  refuseContradiction(specs, given, args);
  const values = (name: string): readonly string[] => (given.get(name) ?? []).filter((value) => value !== true);
  return { args, behindDashes, values, flag: (name) => given.has(name), value: (name) => values(name).at(-1) };
}

/** A word that nothing would be done with was meant for something. */
function refuseSurplus({ operands }: Operation, args: readonly string[], called: string): void {
  const most = mostWords(operands, args);
  const surplus = args[most];
  if (surplus === undefined) return;
  throw new FaultlineError(
    'operand-surplus',
    `\`${[called, ...args.slice(0, most === 0 ? 0 : 1)].join(' ')}\` takes no word such as ${surplus}.`,
    `See \`${called} --help\`.`,
  );
}

/** Options that cannot all be followed are refused: to follow some of them could do what the others forbid. */
function refuseContradiction(
  specs: Operation['options'],
  given: ReadonlyMap<string, readonly (string | true)[]>,
  args: readonly string[],
): void {
  for (const name of given.keys()) {
    const { against = [], needs, replacesOperands } = specs[name] ?? {};
    for (const rival of against) {
      const [other = '', value = true] = rival.split('=');
      const values = given.get(other);
      if (values && (value === true || values.at(-1) === value))
        throw contradiction(name, `--${other}${value === true ? '' : ` ${value}`}`);
    }
    if (replacesOperands === true && args[0] !== undefined) throw contradiction(name, args[0]);
    if (needs !== undefined && !given.has(needs)) {
      throw new FaultlineError(
        'option-invalid',
        `--${name} does nothing without --${needs}.`,
        `Write ${written(specs, needs)} ${written(specs, name)}, or leave --${name} out.`,
      );
    }
  }
}

/** An option with what stands for its value. */
function written(specs: Operation['options'], name: string): string {
  const spec = specs[name];
  return spec?.type === 'string' ? `--${name} ${spec.value ?? 'VALUE'}` : `--${name}`;
}

function contradiction(name: string, other: string): FaultlineError {
  return new FaultlineError(
    'option-conflict',
    `--${name} and ${other} contradict each other.`,
    'Leave one of them out.',
  );
}

function unknownOption(called: string, written: string, known: readonly string[]): FaultlineError {
  const meant = nearest(written.replace(/^-+/, ''), known);
  return new FaultlineError(
    'option-unknown',
    `\`${called}\` has no option ${written}.`,
    meant === undefined ? `See \`${called} --help\`.` : `Did you mean --${meant}?`,
  );
}
