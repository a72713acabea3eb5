import type { Note, ProbeFinding } from '../../../core/probe.ts';
import { environmentVariables } from '../../../facts/environment.ts';
import { listed, type Noticed } from '../../noticed.ts';
import { damageOf } from './damage.ts';
import { valueOf, type Variables } from './variables.ts';

/** A `.env` file as it was found. */
export interface DotenvFile {
  /** As a reader knows it, from the folder in which the program runs. */
  readonly path: string;
  readonly text: string;
}

/** One assignment; the value stays in this module. */
interface Assignment {
  readonly name: string;
  readonly value: string;
  /** What a loader may take otherwise than it was meant. */
  readonly oddity?: string;
}

const line = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)(\s*)=(\s*)(.*)$/;
const credentials = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'];

/** Whether a file name is that of a `.env` file that programs load, and not of a template. */
export function isDotenvName(name: string): boolean {
  return (
    /^\.(?:env(?:rc)?|dev\.vars)(?:\.[\w.-]+)?$|^[\w-]+\.env$/.test(name) &&
    !/example|sample|template|dist|default/i.test(name)
  );
}

/** Compares `.env` files with the environment of the process. Names are told, values never. */
export function dotenvFiles(files: readonly DotenvFile[], variables: Variables): Noticed {
  const known = new Set(environmentVariables().map(({ name }) => name));
  const findings: ProbeFinding[] = [];
  const notes: Note[] = [];
  for (const { path, text } of files) {
    if (text.includes('\u0000')) {
      findings.push(
        tell(
          path,
          'is not in UTF-8 (it has the zero bytes of UTF-16), so that loaders read no name in it',
          'api-key-missing',
          'likely',
        ),
      );
      continue;
    }
    const assigned = assignmentsIn(text).filter(({ name }) => known.has(name));
    const absent = assigned.filter(({ name, value }) => value !== '' && valueOf(variables, name) === undefined);
    const different = assigned.filter(({ name, value }) => {
      const there = valueOf(variables, name);
      return there !== undefined && value !== '' && there.trim() !== value;
    });
    if (absent.length > 0) findings.push(...notLoaded(path, absent, variables, notes));
    if (different.length > 0) findings.push(...overridden(path, different, notes));
    for (const { name, oddity } of assigned) {
      if (oddity !== undefined) findings.push(tell(path, `sets \`${name}\` ${oddity}`, causeFor(name), 'possible'));
    }
  }
  return { findings, notes };
}

/** The names that a `.env` file gives a value. */
export function namesSetBy({ text }: DotenvFile): readonly string[] {
  return [...new Set(assignmentsIn(text).flatMap(({ name, value }) => (value === '' ? [] : [name])))];
}

function assignmentsIn(text: string): readonly Assignment[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((one): readonly Assignment[] => {
      const [, name, before = '', after = '', rest = ''] = line.exec(one) ?? [];
      if (name === undefined || one.trimStart().startsWith('#')) return [];
      const quoted = /^(["'`])(.*?)\1\s*(?:#.*)?$/.exec(rest);
      const value = quoted ? (quoted[2] ?? '') : rest.replace(/\s+#.*$/, '').trim();
      const oddity = oddityOf({
        value,
        hasBlanks: (before + after).length > 0,
        isOpen: !quoted && /^["'`]/.test(rest),
      });
      return [{ name, value, ...(oddity === undefined ? {} : { oddity }) }];
    });
}

function oddityOf(found: {
  readonly value: string;
  readonly hasBlanks: boolean;
  readonly isOpen: boolean;
}): string | undefined {
  if (found.isOpen) return 'with a quote that is not closed';
  const damage = damageOf(found.value).find(({ what }) => !what.startsWith('a blank'));
  if (damage) return `to a value with ${damage.what}`;
  return found.hasBlanks ? 'with blanks around `=`, which a shell and Docker do not take' : undefined;
}

function notLoaded(
  path: string,
  absent: readonly Assignment[],
  variables: Variables,
  notes: Note[],
): readonly ProbeFinding[] {
  const names = listed(absent.map(({ name }) => `\`${name}\``));
  const text = `\`${path}\` sets ${names}, which ${absent.length === 1 ? 'is' : 'are'} not in this environment: a program sees ${absent.length === 1 ? 'it' : 'them'} only where it loads the file itself, before it makes the client.`;
  const isKey = absent.some(({ name }) => credentials.includes(name));
  const hasKey = credentials.some((name) => valueOf(variables, name) !== undefined);
  const remedy = {
    action: 'Load the file when the program starts (Node; Python: `from dotenv import load_dotenv; load_dotenv()`).',
    run: `node --env-file=${path} app.js`,
  };
  if (!isKey || hasKey) {
    notes.push({ text, remedy });
    return [];
  }
  return [
    {
      cause: 'api-key-missing',
      certainty: 'likely',
      saw: text,
      text: 'ANTHROPIC_API_KEY environment variable is not set',
      isDecisive: false,
      remedies: [remedy],
    },
  ];
}

function overridden(path: string, different: readonly Assignment[], notes: Note[]): readonly ProbeFinding[] {
  const names = listed(different.map(({ name }) => `\`${name}\``));
  const text = `\`${path}\` sets ${names} to another value than the environment. Loaders leave what is set as it is, so the file has no effect on ${different.length === 1 ? 'it' : 'them'}.`;
  const remedy = { action: 'Unset the variable where it comes from (a shell profile, CI), or correct the file.' };
  if (different.every(({ name }) => !credentials.includes(name))) {
    notes.push({ text, remedy });
    return [];
  }
  return [{ cause: 'auth-conflict', certainty: 'possible', saw: text, isDecisive: false, remedies: [remedy] }];
}

function causeFor(name: string): string {
  if (credentials.includes(name)) return 'api-key-malformed';
  return name.endsWith('BASE_URL') ? 'endpoint-wrong' : 'sdk-misuse';
}

function tell(path: string, what: string, cause: string, certainty: 'likely' | 'possible'): ProbeFinding {
  return {
    cause,
    certainty,
    saw: `\`${path}\` ${what}.`,
    isDecisive: false,
    remedies: [{ action: `Write the line in \`${path}\` as \`NAME=value\`, in UTF-8, without blanks around \`=\`.` }],
  };
}
