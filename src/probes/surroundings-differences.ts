import type { FoundSdk, Surroundings } from '../core/surroundings.ts';

/** What differs between two places in which calls are made, each as a sentence: there, and here. */
export function differencesBetween(there: Surroundings, here: Surroundings): readonly string[] {
  const settings = [...new Set([...Object.keys(there.settings), ...Object.keys(here.settings)])].toSorted();
  return [
    ...differing('System', systemOf(there), systemOf(here)),
    ...differing('Node', there.node, here.node),
    ...differing('Python', there.python, here.python),
    ...sdkDifferences(there.sdks, here.sdks),
    ...settings.flatMap((name) => differing(`\`${name}\``, there.settings[name], here.settings[name])),
    ...variableDifferences(there, here),
  ];
}

function systemOf({ system, architecture }: Surroundings): string {
  return `${system} ${architecture}`;
}

function differing(what: string, there: string | undefined, here: string | undefined): readonly string[] {
  return there === here ? [] : [`${what}: ${there ?? 'none'} there, ${here ?? 'none'} here.`];
}

function sdkDifferences(there: readonly FoundSdk[], here: readonly FoundSdk[]): readonly string[] {
  const names = [...new Set([...there, ...here].map((one) => one.package))].toSorted();
  return names.flatMap((name) => differing(`\`${name}\``, versionsOf(there, name), versionsOf(here, name)));
}

/** A project can hold several versions of one package. */
function versionsOf(sdks: readonly FoundSdk[], name: string): string | undefined {
  const versions = sdks.filter((one) => one.package === name).map(({ version }) => version);
  return versions.length === 0 ? undefined : versions.toSorted().join(' and ');
}

/** Variables whose values are told are compared by these. */
function variableDifferences(there: Surroundings, here: Surroundings): readonly string[] {
  const told = new Set([...Object.keys(there.settings), ...Object.keys(here.settings)]);
  const onlyIn = (one: Surroundings, other: Surroundings): readonly string[] =>
    one.variables.filter((name) => !other.variables.includes(name) && !told.has(name));
  return [
    ...onlyIn(there, here).map((name) => `\`${name}\`: set there, not here.`),
    ...onlyIn(here, there).map((name) => `\`${name}\`: set here, not there.`),
  ];
}
