import { FaultlineError } from '../../core/error.ts';
import { nearest } from '../../core/nearest.ts';
import type { Setup } from './setup.ts';
import type { Change, Variable, VariableContext } from './variable.ts';
import { variables } from './variables/index.ts';

/** A variable that the user names, with what stands behind its `=`. */
export interface Wish {
  readonly variable: Variable;
  readonly written?: string;
}

/** What is going to be varied, and what is not and why. */
export interface Variation {
  /** The failing side, with what the variables take it to be. */
  readonly failing: Setup;
  /** Least disruptive first. */
  readonly changes: readonly Change[];
  readonly left: readonly { readonly variable: string; readonly because: string }[];
}

/** Reads `model=ID,key=env:NAME`; a comma inside a value stays where no variable begins behind it. */
export function wishesIn(written: readonly string[]): readonly Wish[] {
  const names = variables.map(({ name }) => name).join('|');
  const wishes = written
    .flatMap((list) => list.split(new RegExp(`,(?=\\s*(?:${names})\\s*(?:=|,|$))`)))
    .map((part) => wishOf(part.trim()));
  return wishes.toSorted((one, other) => variables.indexOf(one.variable) - variables.indexOf(other.variable));
}

/** What is varied when the user names nothing. */
export function usualWishes(hasCommand: boolean): readonly Wish[] {
  return variables
    .filter(({ name, isUsual }) => (hasCommand ? name === 'env' : isUsual === true))
    .map((variable) => ({ variable }));
}

function wishOf(part: string): Wish {
  const equals = part.indexOf('=');
  const name = (equals < 0 ? part : part.slice(0, equals)).trim();
  const variable = variables.find((one) => one.name === name);
  if (variable) return { variable, ...(equals < 0 ? {} : { written: part.slice(equals + 1).trim() }) };
  const known = variables.map((one) => one.name);
  const meant = nearest(name, known);
  throw new FaultlineError(
    'option-invalid',
    // What stands behind the name can be a credential that was written by mistake.
    `--vary knows no ${JSON.stringify(name.slice(0, 40))}; expected ${known.join(', ')}.`,
    meant === undefined ? 'See `faultline isolate --help`.' : `Did you mean --vary ${meant}?`,
  );
}

/** A library makes its connections itself, so that a way to send does not reach it. */
const ofLibrary = ['client', 'sdk'];
const ofWay = ['http', 'ip', 'resolver', 'proxy'];

function refuseBoth(wishes: readonly Wish[]): void {
  const named = (list: readonly string[]): string | undefined =>
    wishes.find(({ variable }) => list.includes(variable.name))?.variable.name;
  const library = named(ofLibrary);
  const way = named(ofWay);
  if (library === undefined || way === undefined) return;
  throw new FaultlineError(
    'option-conflict',
    `--vary ${library} and --vary ${way} cannot be tried in one run: the SDK makes its connections itself.`,
    'Run the command twice, each with one of them.',
  );
}

/** Works out the changes. Each variable sees the failing side as the ones before it left that. */
export async function variationOf(wishes: readonly Wish[], context: VariableContext): Promise<Variation> {
  refuseBoth(wishes);
  let { failing } = context;
  const changes: Change[] = [];
  const left: { readonly variable: string; readonly because: string }[] = [];
  for (const { variable, written } of wishes) {
    const varied = await variable.vary(written, { ...context, failing });
    if (varied.kind === 'needless') {
      left.push({ variable: variable.name, because: varied.because });
      continue;
    }
    for (const change of varied.changes) {
      if (changes.some(({ id }) => id === change.id)) throw twice(variable.name);
      changes.push(change);
    }
    failing = varied.failing?.(failing) ?? failing;
  }
  return { failing, changes, left };
}

function twice(name: string): FaultlineError {
  return new FaultlineError(
    'option-invalid',
    `--vary names ${name} twice for the same thing.`,
    'One run compares two values of a variable; run the command again for a third.',
  );
}
