import type { Baseline, BaselineItem } from '../../core/baseline.ts';
import type { FoundSdk } from '../../core/surroundings.ts';
import { betaStanding } from '../../facts/betas.ts';
import { checkedFacts } from '../../facts/checked.ts';
import { daysBetween } from '../../facts/days.ts';
import { resolveModel } from '../../facts/model-lookup.ts';
import { isRetired } from '../../facts/models.ts';
import type { Today } from './today.ts';

/** Models are warned of so many days before they retire. */
const retiresSoonDays = 60;
/** Facts are warned of when they are older. */
const oldDays = 90;

/** What is found, and what was compared and is the same. */
export interface Comparison {
  readonly items: readonly BaselineItem[];
  readonly same: readonly string[];
}

/** Compares the configuration with that of a baseline. */
export function compared(then: Baseline, now: Today): Comparison {
  const parts: readonly (readonly [what: string, items: readonly BaselineItem[]])[] = [
    ['base URL', differing('baseUrl', 'The base URL', then.target.baseUrl, now.target.baseUrl)],
    ['platform', differing('platform', 'The platform', then.target.platform, now.target.platform)],
    ['model', differing('model', 'The model', then.target.model, now.target.model)],
    ['API version', differing('apiVersion', 'The API version', then.target.apiVersion, now.target.apiVersion)],
    ['betas', differing('betas', 'The beta values', listed(then.target.betas), listed(now.target.betas))],
    ['SDKs', sdkItems(then.surroundings.sdks, now.surroundings.sdks)],
    ['runtimes', runtimeItems(then, now)],
    ['proxy', differing('proxy', 'The proxy', then.target.proxy, now.target.proxy, 'noted')],
    ['environment', environmentItems(then, now)],
    ['checks', checkItems(then, now)],
  ];
  return {
    items: parts.flatMap(([, items]) => items),
    same: parts.flatMap(([what, items]) => (items.length === 0 ? [what] : [])),
  };
}

function differing(
  member: string,
  what: string,
  then: string | undefined,
  now: string | undefined,
  kind: BaselineItem['kind'] = 'changed',
): readonly BaselineItem[] {
  return then === now ? [] : [{ kind, member, text: `${what}: \`${then ?? 'none'}\` then, \`${now ?? 'none'}\` now.` }];
}

function listed(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(', ');
}

function sdkItems(then: readonly FoundSdk[], now: readonly FoundSdk[]): readonly BaselineItem[] {
  const names = [...new Set([...then, ...now].map((one) => one.package))].toSorted();
  return names.flatMap((name) => differing(name, `\`${name}\``, versionsOf(then, name), versionsOf(now, name)));
}

/** A project can hold several versions of one package. */
function versionsOf(sdks: readonly FoundSdk[], name: string): string | undefined {
  return listed(
    sdks
      .filter((one) => one.package === name)
      .map(({ version }) => version)
      .toSorted(),
  );
}

/** A new line of Node or Python changes behavior; what is fixed within a line does not. */
function runtimeItems({ surroundings: then }: Baseline, { surroundings: now }: Today): readonly BaselineItem[] {
  return [
    ...differing(
      'node',
      'Node',
      then.node,
      now.node,
      lineOf(then.node, 1) === lineOf(now.node, 1) ? 'noted' : 'changed',
    ),
    ...differing(
      'python',
      'Python',
      then.python,
      now.python,
      lineOf(then.python, 2) === lineOf(now.python, 2) ? 'noted' : 'changed',
    ),
  ];
}

function lineOf(version: string | undefined, parts: number): string | undefined {
  return version?.split('.').slice(0, parts).join('.');
}

/** Machines of one team differ in these, so that they are told and change nothing. */
function environmentItems(
  { surroundings: then }: Baseline,
  { surroundings: now, leftOver }: Today,
): readonly BaselineItem[] {
  const system = (one: typeof then): string => `${one.system} ${one.architecture}`;
  // What is to be undone is told as that.
  const told = new Set(leftOver.map(({ where }) => where));
  const names = [...new Set([...Object.keys(then.settings), ...Object.keys(now.settings)])].toSorted();
  const settings = names.filter((name) => !told.has(name));
  const untold = (name: string): boolean => !names.includes(name) && !told.has(name);
  const gone = then.variables.filter((name) => untold(name) && !now.variables.includes(name));
  const fresh = now.variables.filter((name) => untold(name) && !then.variables.includes(name));
  return [
    ...differing('system', 'The system', system(then), system(now), 'noted'),
    ...settings.flatMap((name) => differing(name, `\`${name}\``, then.settings[name], now.settings[name], 'noted')),
    ...gone.map((name): BaselineItem => ({
      kind: 'noted',
      member: name,
      text: `\`${name}\` was set, and is not now.`,
    })),
    ...fresh.map((name): BaselineItem => ({
      kind: 'noted',
      member: 'variables',
      text: `\`${name}\` is set, and was not.`,
    })),
  ];
}

/** Only what was asked both times can be compared. */
function checkItems({ doctor: then }: Baseline, { doctor: now }: Today): readonly BaselineItem[] {
  return Object.entries(now.checks).flatMap(([id, mark]): readonly BaselineItem[] => {
    const before = then.checks[id];
    if (before === undefined || before === mark) return [];
    const kind = mark === 'finding' ? 'changed' : 'noted';
    return [
      {
        kind,
        member: id,
        text: `The check \`${id}\` ended ${words[before] ?? before} then, and ${words[mark] ?? mark} now; \`faultline doctor\` says more.`,
      },
    ];
  });
}

const words: Readonly<Partial<Record<string, string>>> = {
  fine: 'fine',
  finding: 'with a fault',
  noted: 'with a note',
};

/** What will stop working, or may no longer be true. `day` is today (ISO). */
export function warnings(then: Baseline, now: Today, day: string): readonly BaselineItem[] {
  const models = [...new Set([then.target.model, now.target.model].filter((one) => one !== undefined))];
  return [
    ...models.flatMap((model) => modelItems(model, then, day)),
    ...[...new Set([...then.target.betas, ...now.target.betas])].flatMap(betaItems),
    ...ageItems(then, day),
    ...now.leftOver.map(({ where, setting, harm, undo }): BaselineItem => ({
      kind: 'warning',
      member: 'settings',
      text: `${/^[A-Za-z_]+$/.test(where) ? `\`${where}\`` : where} is left at \`${setting}\`. ${harm}`,
      undo: undo.run ?? undo.action,
    })),
  ];
}

function modelItems(id: string, { target }: Baseline, day: string): readonly BaselineItem[] {
  const found = resolveModel(id, target.platform);
  if (found.kind !== 'known') return [];
  const { retiresOn, deprecatedOn, replacement } = found.model;
  const instead = replacement === undefined ? '' : ` Its replacement is \`${replacement}\`.`;
  if (isRetired(found.model, day))
    return [{ kind: 'failed', member: 'model', text: `\`${id}\` retired on ${retiresOn}.${instead}` }];
  if (retiresOn !== undefined && daysBetween(day, retiresOn) <= retiresSoonDays) {
    const days = daysBetween(day, retiresOn);
    return [
      { kind: 'warning', member: 'model', text: `\`${id}\` retires on ${retiresOn}, in ${days} days.${instead}` },
    ];
  }
  return deprecatedOn !== undefined && deprecatedOn <= day
    ? [
        {
          kind: 'noted',
          member: 'model',
          text: `\`${id}\` is deprecated since ${deprecatedOn}${retiresOn === undefined ? '' : `, and retires on ${retiresOn}`}.${instead}`,
        },
      ]
    : [];
}

/** Beta values have no dates of their own; what replaces them does not wait. */
function betaItems(value: string): readonly BaselineItem[] {
  const standing = betaStanding(value);
  if (standing === 'deprecated')
    return [
      {
        kind: 'warning',
        member: 'betas',
        text: `The beta value \`${value}\` is deprecated: it can stop working any day.`,
      },
    ];
  if (standing === 'general')
    return [{ kind: 'noted', member: 'betas', text: `The beta value \`${value}\` does nothing any more, and can go.` }];
  return standing === undefined
    ? [{ kind: 'noted', member: 'betas', text: `The beta value \`${value}\` is in no list that is known here.` }]
    : [];
}

function ageItems({ savedOn }: Baseline, day: string): readonly BaselineItem[] {
  const own = daysBetween(savedOn, day);
  return [
    ...(own > oldDays
      ? [
          {
            kind: 'warning',
            member: 'savedOn',
            text: `The baseline is ${own} days old. Look whether it still is what works, and save it again.`,
          } as const,
        ]
      : []),
    ...checkedFacts.flatMap(({ what, checkedOn }): readonly BaselineItem[] => {
      const age = daysBetween(checkedOn, day);
      return age <= oldDays
        ? []
        : [
            {
              kind: 'warning',
              member: 'faultline',
              text: `What this Faultline knows of ${what} is of ${checkedOn}, ${age} days old. Update Faultline.`,
            },
          ];
    }),
  ];
}
