/** How a run ended, as the process says it. */
export const exitCodes = { nothingFound: 0, found: 1, badInput: 2, bug: 3, couldNotTell: 4, interrupted: 130 } as const;

/** One of `exitCodes`. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A flag of an operation. */
export interface OptionSpec {
  /** `optional`: a flag that may carry a value behind `=`. */
  readonly type: 'string' | 'boolean' | 'optional';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in help, such as `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** What contradicts it: another option (`watch`), or one value of another option (`format=text`). */
  readonly against?: readonly string[];
  /** The option that it only changes. */
  readonly needs?: string;
  /** It stands in the place of operands. */
  readonly replacesOperands?: boolean;
  readonly about: string;
}

/** What the user gave, checked against the operation's declaration. */
export interface OperationInput {
  readonly args: readonly string[];
  /** The last of `args`: the words behind `--`, which are the command of another program. */
  readonly behindDashes: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
}

/** The world as an operation sees it. */
export interface Host {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdinIsTerminal: boolean;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number;
  readonly color: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** An operation of Faultline, declared once; every surface makes its flags, tools or routes from it. */
export interface Operation {
  readonly name: string;
  readonly summary: string;
  /** What stands after the name, such as `[FILE | TEXT]...`. */
  readonly operands: string;
  /** What an operand can be, where that is a closed list. */
  readonly operandChoices?: () => Promise<readonly string[]>;
  readonly about: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly { readonly command: string; readonly about: string }[];
  readonly run: (input: OperationInput, host: Host) => Promise<ExitCode>;
}

/** Declares an operation. */
export function defineOperation(operation: Operation): Operation {
  return operation;
}
