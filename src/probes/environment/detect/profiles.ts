import { isObject, textOf } from '../../../core/json.ts';
import type { ProbeFinding } from '../../../core/probe.ts';
import { listed, type Noticed } from '../../noticed.ts';
import { valueOf, type Variables } from './variables.ts';

/** The Anthropic configuration folder as it was found; what stands in `credentials/` is known by name alone. */
export interface ProfileFolder {
  readonly path: string;
  /** The text of each `configs/<name>.json`, which holds no secret. */
  readonly configs: Readonly<Record<string, string>>;
  /** The profiles that have a file in `credentials/`. */
  readonly withCredentials: readonly string[];
  /** The text of `active_config`. */
  readonly active?: string;
}

const knownWays = new Set(['oidc_federation', 'user_oauth', 'oauth', 'api_key']);

/** Where the SDKs and `ant` keep their profiles (source of @anthropic-ai/sdk 1.12.0). */
export function profileFolderPath(variables: Variables, home: string, system: string): string {
  const own = valueOf(variables, 'ANTHROPIC_CONFIG_DIR');
  if (own !== undefined) return own;
  if (system === 'win32') return `${valueOf(variables, 'APPDATA') ?? `${home}\\AppData\\Roaming`}\\Anthropic`;
  return `${valueOf(variables, 'XDG_CONFIG_HOME') ?? `${home}/.config`}/anthropic`;
}

/** Says which profile is used, and whether it can be. */
export function profiles(folder: ProfileFolder, variables: Variables): Noticed & { readonly used?: string } {
  const names = Object.keys(folder.configs);
  const wanted = valueOf(variables, 'ANTHROPIC_PROFILE')?.trim();
  const active = folder.active?.trim();
  const used = wanted ?? (active === '' ? undefined : active) ?? (names.includes('default') ? 'default' : undefined);
  const hasKey = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'].some((name) => valueOf(variables, name) !== undefined);
  const findings: ProbeFinding[] = [];
  if (used !== undefined && !names.includes(used)) {
    const asked = wanted === undefined ? `\`active_config\` in \`${folder.path}\`` : '`ANTHROPIC_PROFILE`';
    findings.push(
      broken(
        hasKey,
        `${asked} names the profile \`${used}\`, and there is no \`configs/${used}.json\`${names.length > 0 ? `; there is ${listed(names.map((name) => `\`${name}\``))}` : ''}.`,
        used,
      ),
    );
  } else if (used !== undefined) {
    findings.push(...faultsOf(used, folder, hasKey));
  }
  const note =
    names.length === 0
      ? []
      : [
          {
            text: `Profiles in \`${folder.path}\`: ${listed(names.map((name) => described(name, folder, name === used)))}.${hasKey ? ' A key or token in the environment wins over them.' : ''}`,
          },
        ];
  return { findings, notes: note, ...(used === undefined ? {} : { used }) };
}

function faultsOf(name: string, folder: ProfileFolder, hasKey: boolean): readonly ProbeFinding[] {
  const config = parsed(folder.configs[name] ?? '');
  if (!config) return [broken(hasKey, `\`configs/${name}.json\` in \`${folder.path}\` is not a JSON object.`, name)];
  const way = wayOf(config);
  if (way === undefined)
    return [broken(hasKey, `\`configs/${name}.json\` does not say how to sign in (\`authentication.type\`).`, name)];
  const hasSecret = folder.withCredentials.includes(name);
  return hasSecret || way === 'oidc_federation'
    ? []
    : [
        broken(
          hasKey,
          `The profile \`${name}\` signs in by \`${way}\`, and \`credentials/${name}.json\` is not there.`,
          name,
        ),
      ];
}

function described(name: string, folder: ProfileFolder, isUsed: boolean): string {
  const way = wayOf(parsed(folder.configs[name] ?? '') ?? {});
  const shown = way === undefined ? '' : knownWays.has(way) ? way : 'another way';
  const details = [
    shown,
    folder.withCredentials.includes(name) ? 'with credentials' : 'without credentials',
    isUsed ? 'in use' : '',
  ];
  return `\`${name}\` (${details.filter((detail) => detail !== '').join(', ')})`;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function wayOf(config: Readonly<Record<string, unknown>>): string | undefined {
  return isObject(config['authentication']) ? textOf(config['authentication']['type']) : undefined;
}

/** A key in the environment takes the profile out of play, so that nothing fails yet. */
function broken(hasKey: boolean, saw: string, profile: string): ProbeFinding {
  return {
    cause: 'credential-profile-broken',
    certainty: hasKey ? 'possible' : 'proven',
    saw: hasKey ? `${saw} A key or token in the environment is used before it.` : saw,
    text: `Profile "${profile}" could not be resolved`,
    isDecisive: !hasKey,
  };
}
