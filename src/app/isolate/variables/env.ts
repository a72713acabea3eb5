import { environmentVariables } from '../../../facts/environment.ts';
import { namesSetBy } from '../../../probes/environment/detect/dotenv.ts';
import { valueOf } from '../../../probes/environment/detect/variables.ts';
import { readDotenvFiles } from '../../../probes/environment/files.ts';
import type { Machine } from '../../../core/world.ts';
import { defineVariable, unusable, type Change, type Varied } from '../variable.ts';

/** The environment of a command: each variable for itself, and what `.env` files add. */
export const env = defineVariable({
  name: 'env',
  group: 'profile',
  value: '[all|NAME]',
  about:
    'a clean environment for the command: each variable that has a say in calls, and those of `.env` files; `all` for every variable but the usual ones of a shell; a name for one',
  async vary(written, { machine, failing }): Promise<Varied> {
    const files = await readDotenvFiles(machine);
    const fromFile = new Map(files.flatMap((file) => namesSetBy(file).map((name) => [name, file.path] as const)));
    const isSet = (name: string): boolean => failing.env[name] !== undefined;
    if (written !== undefined && written !== 'all') {
      if (!isSet(written) && !fromFile.has(written))
        unusable('env', `The variable ${written} is not set here, nor in a \`.env\` file.`, 'Name one that is set.');
      return { kind: 'changes', changes: [without(written, fromFile.get(written), isSet(written))] };
    }
    const there = [...new Set([...Object.keys(failing.env).filter(isSet), ...fromFile.keys()])];
    const varied = there
      .filter((name) => !keptBy(machine, there).has(name))
      .filter(written === 'all' ? isOwn : isKnown);
    return varied.length === 0
      ? {
          kind: 'needless',
          because:
            'No variable that has a say in calls is set, here or in a `.env` file, but for the credential and the address.',
        }
      : { kind: 'changes', changes: varied.map((name) => without(name, fromFile.get(name), isSet(name))) };
  },
});

/** A program does not load from a file what is set already, be it to nothing. */
function without(name: string, file: string | undefined, isSet: boolean): Change {
  return {
    id: `env ${name}`,
    variable: 'env',
    group: 'profile',
    name: `\`${name}\``,
    remedy:
      file === undefined
        ? `Unset \`${name}\` where it is set: a shell profile, a CI setting, a service file.`
        : `Take \`${name}\` out of \`${file}\`.`,
    what: isSet ? `without the variable \`${name}\`` : `without \`${name}\` from \`${file}\``,
    failing: isSet ? 'set' : `set by ${file}`,
    changed: file === undefined ? 'not set' : 'set to nothing',
    reach: 'command',
    apply: (setup) => ({ ...setup, env: { ...setup.env, [name]: file === undefined ? undefined : '' } }),
  };
}

/**
 * What stays as it is unless it is named: one credential, without which nothing works, and the addresses of calls, so
 * that no credential goes to another place than before.
 */
function keptBy({ env }: Machine, there: readonly string[]): ReadonlySet<string> {
  const credential = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_OAUTH_TOKEN'].find(
    (name) => valueOf(env, name) !== undefined || there.includes(name),
  );
  return new Set([
    ...(credential === undefined ? [] : [credential]),
    ...there.filter((name) => /(?:_BASE_URL|_API_BASE|_API_URL)$/.test(name)),
  ]);
}

const ofRuntimes =
  /^(?:NODE_|npm_config_.*proxy|PYTHON(?:PATH|HTTPSVERIFY|STARTUP)|SSL_CERT_|DOTENV_|DEBUG$|LD_PRELOAD|DYLD_INSERT)/i;

function isKnown(name: string): boolean {
  known ??= new Set(environmentVariables().map(({ name }) => name));
  return known.has(name) || /^(?:ANTHROPIC|CLAUDE)_/.test(name) || ofRuntimes.test(name);
}

let known: ReadonlySet<string> | undefined;

const usual =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|TERM|LANG|LANGUAGE|LC_.*|TZ|TMPDIR|TEMP|TMP|PWD|OLDPWD|SHLVL|_|HOSTNAME|DISPLAY|COLORTERM|COLUMNS|LINES|EDITOR|PAGER|XDG_.*|SystemRoot|windir|ComSpec|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|Program.*|HOMEDRIVE|HOMEPATH|VIRTUAL_ENV|NVM_.*)$/i;

function isOwn(name: string): boolean {
  return !usual.test(name);
}
