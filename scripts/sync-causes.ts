/**
 * Writes what is derived from the cause files: src/causes/index.ts, the list of all causes, and
 * src/causes/candidates.generated.ts, by which one text is judged without loading all of them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exactMembers, gatedSigns, gateName, type ExactMember, type Gate } from '../src/causes/gates.ts';
import { indexSigns } from '../src/causes/sign-index.ts';
import type { SqueezedSign } from '../src/core/signs.ts';
import { loadCauseFiles, type CauseFile } from './cause-files.ts';
import { root } from './set-up/set-up.mjs';

const notice = '// Written by `npm run sync:causes`; do not edit.';

/** The texts of the generated files, by path from the root of the repository. */
export async function causeIndexes(): Promise<ReadonlyMap<string, string>> {
  const files = (await loadCauseFiles()).toSorted((a, b) => `${a.folder}/${a.id}`.localeCompare(`${b.folder}/${b.id}`));
  return new Map([
    ['src/causes/index.ts', listOf(files)],
    ['src/causes/candidates.generated.ts', candidatesOf(files)],
  ]);
}

function listOf(files: readonly { readonly folder: string; readonly id: string }[]): string {
  return [
    notice,
    "import type { Cause } from '../core/cause.ts';",
    ...files.map(({ folder: locus, id }) => `import { ${constantOf(id)} } from './${locus}/${id}.ts';`),
    '',
    '/** Every cause that Faultline knows. */',
    'export const causes: readonly Cause[] = [',
    ...files.map(({ id }) => `  ${constantOf(id)},`),
    '];',
    '',
  ].join('\n');
}

type Gates = Partial<Record<ExactMember, Record<string, number[]>>>;

function candidatesOf(files: readonly CauseFile[]): string {
  const exact: Gates = {};
  const families: Gates = {};
  const always: number[] = [];
  const lines = files.map(({ cause }, index) => {
    const signs = gatedSigns(cause);
    if (signs.some(({ gate }) => gate.kind === 'always')) always.push(index);
    for (const { gate } of signs) {
      if (gate.kind === 'says' || gate.kind === 'always') continue;
      const gates = gate.namesFamilyOnly ? families : exact;
      for (const value of gate.values) addTo((gates[gate.kind] ??= {}), value, index);
    }
    return signs.map(({ squeezed, gate }) => signLine(squeezed, gate)).join('\n');
  });
  const { slots, tooShort } = indexSigns(
    files.map(({ cause }, index) => ({
      index,
      signs: gatedSigns(cause).flatMap(({ squeezed, gate }) => (gate.kind === 'says' ? [squeezed.says] : [])),
    })),
  );
  return [
    notice,
    "import type { Cause } from '../core/cause.ts';",
    '',
    '/**',
    ' * The squeezed signs of every cause: causes are parted by a vertical tab, signs by a line break, fragments by a tab;',
    ' * what a sign must not say begins with a form feed, and the line of a sign that needs more than its fragments ends',
    ' * with an exclamation mark behind a tab. Characters beyond Latin-1 are escaped: one of them would make the whole list',
    ' * twice as large and as slow to search.',
    ' */',
    `export const signLines = ${literal(lines.join('\v'))};`,
    '',
    '/** What `src/causes/sign-index.ts` finds causes by. */',
    `export const signIndex = ${literal(slots)};`,
    '',
    '/** Causes of which a sign is too short for that. */',
    `export const causesOfShortSigns: readonly number[] = ${JSON.stringify(tooShort)};`,
    '',
    '/** The causes that a sign gives to a member and its value, a line each; `src/causes/candidates.ts` searches the text. */',
    `export const exactGates = ${gatesText(exact)};`,
    '',
    '/** The same of signs that are a bare status or type, and so name no more than a family of causes. */',
    `export const familyGates = ${gatesText(families)};`,
    '',
    '/** Causes that only a closer look can rule out. */',
    `export const alwaysCandidates: readonly number[] = ${JSON.stringify(always)};`,
    '',
    '/** The ids of all causes, in their order. */',
    `export const causeIds = ${literal(files.map(({ id }) => id).join(' '))};`,
    '',
    '/** How to load each cause. */',
    'export const loaders: readonly (() => Promise<Cause>)[] = [',
    ...files.map(({ folder: locus, id }) => `  async () => (await import('./${locus}/${id}.ts')).${constantOf(id)},`),
    '];',
    '',
  ].join('\n');
}

function gatesText(gates: Gates): string {
  const lines = exactMembers.flatMap((kind) =>
    Object.entries(gates[kind] ?? {}).map(([value, causes]) => gateName(kind, value) + causes.join(' ')),
  );
  return literal(`${lines.join('')}\n`);
}

function signLine({ says, unless }: SqueezedSign, gate: Gate): string {
  return [...says, ...unless.map((fragment) => `\f${fragment}`), ...(gate.kind === 'says' ? [] : ['!'])]
    .join('\t')
    .replaceAll(/[^\u0000-\u00ff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function addTo(lists: Record<string, number[]>, value: string, index: number): void {
  const list = (lists[value] ??= []);
  if (!list.includes(index)) list.push(index);
}

function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\v', '\\v').replaceAll('\f', '\\f')}'`;
}

/** `tool-result-missing` is exported as `toolResultMissing`. */
function constantOf(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

if (import.meta.main) {
  for (const [path, text] of await causeIndexes()) writeFileSync(join(root, path), text);
}
