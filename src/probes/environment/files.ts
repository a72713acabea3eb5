import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Machine } from '../../core/world.ts';
import { foldersAbove } from '../project-folders.ts';
import { authorityVariables, type NamedFile } from './detect/certificates.ts';
import type { SettingsText } from './detect/claude-code.ts';
import { isDotenvName, type DotenvFile } from './detect/dotenv.ts';
import type { SettingsFile } from './detect/left-over-settings.ts';
import { profileFolderPath, type ProfileFolder } from './detect/profiles.ts';
import { valueOf } from './detect/variables.ts';

/** The `.env` files of the project, those of the working folder first. */
export async function readDotenvFiles(machine: Machine): Promise<readonly DotenvFile[]> {
  const found: DotenvFile[] = [];
  for (const folder of await foldersAbove(machine)) {
    for (const { name, isFolder } of await machine.list(folder)) {
      if (isFolder || !isDotenvName(name)) continue;
      const text = await machine.readText(join(folder, name));
      if (text !== undefined) found.push({ path: relative(machine.cwd, join(folder, name)), text });
    }
  }
  return found;
}

/** The profiles of this user, without what stands in `credentials/`. */
export async function readProfiles(machine: Machine): Promise<ProfileFolder> {
  const path = profileFolderPath(machine.env, machine.home, machine.system);
  const configs: Record<string, string> = {};
  for (const { name, isFolder } of await machine.list(join(path, 'configs'))) {
    if (isFolder || !name.endsWith('.json')) continue;
    configs[name.slice(0, -'.json'.length)] = (await machine.readText(join(path, 'configs', name))) ?? '';
  }
  const secrets = await machine.list(join(path, 'credentials'));
  const active = await machine.readText(join(path, 'active_config'));
  return {
    path,
    configs,
    withCredentials: secrets
      .filter(({ name }) => name.endsWith('.json'))
      .map(({ name }) => name.slice(0, -'.json'.length)),
    ...(active === undefined ? {} : { active }),
  };
}

/** The settings files of Claude Code that hold here, the user's first. */
export async function readClaudeCodeSettings({ env, home, cwd, readText }: Machine): Promise<readonly SettingsText[]> {
  const user = valueOf(env, 'CLAUDE_CONFIG_DIR') ?? join(home, '.claude');
  const paths = [
    join(user, 'settings.json'),
    join(cwd, '.claude', 'settings.json'),
    join(cwd, '.claude', 'settings.local.json'),
  ];
  return readAll(readText, [...new Set(paths)], (path, text) => ({ path: shown(path, home), text }));
}

/** The files in which a check of certificates can be switched off. */
export async function readSettingsFiles({
  env,
  home,
  cwd,
  system,
  readText,
}: Machine): Promise<readonly SettingsFile[]> {
  const curl = join(valueOf(env, 'CURL_HOME') ?? home, system === 'win32' ? '_curlrc' : '.curlrc');
  const kinds: readonly (readonly [SettingsFile['kind'], string])[] = [
    ['curl', curl],
    ['npm', join(home, '.npmrc')],
    ['npm', join(cwd, '.npmrc')],
    ['pip', join(home, '.config', 'pip', 'pip.conf')],
    ['pip', join(home, '.pip', 'pip.conf')],
  ];
  const known = new Map(kinds.map(([kind, path]) => [path, kind]));
  return readAll(readText, [...known.keys()], (path, text) => ({
    path: shown(path, home),
    kind: known.get(path) ?? 'curl',
    text,
  }));
}

/** A file that a variable names, found from the working folder. */
export async function readNamedFile(
  { cwd, list, readText }: Machine,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<NamedFile> {
  const place = isAbsolute(path) ? path : resolve(cwd, path);
  const entry = (await list(dirname(place))).find(
    (one) => one.name === place.slice(dirname(place).length).replace(/^[\\/]/, ''),
  );
  const text = entry?.isFolder === true ? undefined : await readText(place);
  return {
    name,
    path,
    isFolder: entry?.isFolder === true && authorityVariables[name] !== undefined,
    ...(text === undefined ? {} : { text }),
  };
}

async function readAll<T>(
  readText: Machine['readText'],
  paths: readonly string[],
  make: (path: string, text: string) => T,
): Promise<readonly T[]> {
  const texts = await Promise.all(paths.map(async (path) => ({ path, text: await readText(path) })));
  return texts.flatMap(({ path, text }) => (text === undefined ? [] : [make(path, text)]));
}

function shown(path: string, home: string): string {
  return path.startsWith(home) ? `~${path.slice(home.length)}` : path;
}
