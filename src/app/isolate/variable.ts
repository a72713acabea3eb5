import { FaultlineError } from '../../core/error.ts';
import type { VariableGroup, VariedThing } from '../../core/isolation.ts';
import type { Machine } from '../../core/world.ts';
import type { Setup } from './setup.ts';

/**
 * Who can see a change: `request`: everybody who looks at the request; `answer`: only who lets the model answer; `way`:
 * only who sends; `command`: only a command that is run.
 */
export type Reach = 'request' | 'answer' | 'way' | 'command';

/** One change of the failing setup. */
export interface Change extends VariedThing {
  readonly reach: Reach;
  readonly apply: (setup: Setup) => Setup;
}

/** What a variable makes of the words of the user. */
export type Varied =
  | {
      readonly kind: 'changes';
      readonly changes: readonly Change[];
      /** What the failing side is taken to be, where the request and the environment do not say it. */
      readonly failing?: (setup: Setup) => Setup;
    }
  /** There is nothing to change here. */
  | { readonly kind: 'needless'; readonly because: string };

/** What variables are worked out from. */
export interface VariableContext {
  readonly failing: Setup;
  readonly machine: Machine;
  /** Packages may be installed into a temporary folder. */
  readonly mayInstall: boolean;
  /** Only a plan is made: nothing is installed for it. */
  readonly isPlanning: boolean;
  /** A folder for this run alone, removed at its end. */
  readonly scratch: () => string;
}

/** Something that can differ between a call that fails and one that works, as it is written down. */
export interface Variable {
  /** As the user writes it; the file has the same name. */
  readonly name: string;
  readonly group: VariableGroup;
  /** What stands behind the `=`; brackets where it may be left out. */
  readonly value: string;
  readonly about: string;
  /** It is varied when the user names no variable, and needs nothing to be said for it. */
  readonly isUsual?: boolean;
  readonly vary: (written: string | undefined, context: VariableContext) => Varied | Promise<Varied>;
}

/** Declares a variable; the only way to make one. */
export function defineVariable(variable: Variable): Variable {
  return variable;
}

/** One change, as most variables have it. */
export function oneChange(change: Change, failing?: (setup: Setup) => Setup): Varied {
  return { kind: 'changes', changes: [change], ...(failing ? { failing } : {}) };
}

/** The value that a variable cannot do without. */
export function needed(written: string | undefined, { name, value }: Pick<Variable, 'name' | 'value'>): string {
  if (written !== undefined && written !== '') return written;
  throw new FaultlineError('option-invalid', `--vary ${name} needs a value.`, `Write --vary ${name}=${value}.`);
}

/** Says that a value cannot be used. */
export function unusable(name: string, because: string, hint: string): never {
  throw new FaultlineError('option-invalid', `--vary ${name}: ${because}`, hint);
}

/** The value in an environment variable that the user names as `env:NAME`; a value in the open is refused. */
export function fromEnvironment(name: string, written: string, { env }: Machine): { name: string; value: string } {
  const variable = /^env:([A-Za-z_]\w*)$/.exec(written)?.[1];
  if (variable === undefined) {
    throw new FaultlineError(
      'secret-on-command-line',
      `--vary ${name} takes no credential in the open: command lines are seen by every program of this machine, and kept in the shell's history.`,
      `Put it into an environment variable, and name that: --vary ${name}=env:NAME.`,
    );
  }
  const value = env[variable]?.trim();
  if (value === undefined || value === '') {
    throw new FaultlineError(
      'variable-unset',
      `--vary ${name}=env:${variable}: the environment variable ${variable} is ${value === undefined ? 'not set' : 'empty'}.`,
      `Set it for this command: read -rs ${variable} && export ${variable}.`,
    );
  }
  return { name: variable, value };
}
