import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { generateStructure } from '../scripts/sync-api/generate.ts';
import { readMembers, readType, splitAlternatives } from '../src/check/structure/notation.ts';
import { shapeOf } from '../src/check/structure/table.ts';
import { acceptedBeyondTypes, impliedTags } from '../src/facts/accepted-beyond-types.ts';
import { availability, tagsSince } from '../src/facts/availability.ts';
import { requestRoots } from '../src/facts/request-roots.ts';
import { requestShapes, shapes, unions } from '../src/facts/structure.generated.ts';
import { valueLimits } from '../src/facts/value-limits.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every fact of a generated file on a line of its own, so that a difference reads as what came and went. */
function facts(text: string): ReadonlySet<string> {
  const lines = text.replaceAll(/:\n {4}/g, ': ').split('\n');
  return new Set(
    lines.flatMap((line) => {
      const [, name, value] = /^ {2}'?([\w.-]+)'?: ["'](.*)["'],$/.exec(line) ?? [];
      if (name === undefined || value === undefined) return [line.trim()];
      return value.split('; ').flatMap((part) => part.split(' | ').map((one) => `${name}: ${one}`));
    }),
  );
}

function difference(committed: string, fresh: string): readonly string[] {
  const [before, after] = [facts(committed), facts(fresh)];
  return [
    ...[...after].filter((fact) => !before.has(fact)).map((fact) => `+ ${fact}`),
    ...[...before].filter((fact) => !after.has(fact)).map((fact) => `- ${fact}`),
  ];
}

test('the structure tables are those of the installed SDK; if not, run `npm run sync:api` and look at what changed', () => {
  const committed = readFileSync(`${root}src/facts/structure.generated.ts`, 'utf8');
  const fresh = generateStructure(`${root}node_modules/@anthropic-ai/sdk`);
  expect(difference(committed, fresh)).toEqual([]);
  expect(committed).toBe(fresh);
});

test('a newer SDK shows as the members, values and types that came and went', () => {
  const before = `export const shapes = {\n  Text: "text: string; kind?: 'a' | 'b'",\n};\n`;
  const after = `export const shapes = {\n  Text:\n    "text: string; kind?: 'a' | 'c'; size?: integer",\n};\n`;
  expect(difference(before, after)).toEqual(["+ Text: 'c'", '+ Text: size?: integer', "- Text: 'b'"]);
});

test('a path in a message can begin with every member of a request', () => {
  const members = Object.values(requestShapes).flatMap((name) => readMembers(shapes[name] ?? '').members);
  const known: ReadonlySet<string> = new Set(requestRoots);
  expect(members.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

describe('the tables written by hand', () => {
  const keys = new Set<string>();
  const betaKeys = new Set<string>();
  const note = (key: string, isBetaOnly: boolean): void => {
    keys.add(key);
    if (isBetaOnly) betaKeys.add(key);
  };
  for (const [name, text] of Object.entries(shapes)) {
    for (const { name: member, isBetaOnly, presence, type } of readMembers(text).members) {
      note(`${name}.${member}`, isBetaOnly || presence === 'optional-in-beta');
      const { literals, betaLiterals, union, items } = readType(type);
      for (const literal of literals) note(`${name}.${member}=${literal}`, betaLiterals.includes(literal));
      for (const inner of [union, items?.union]) {
        if (inner === undefined) continue;
        for (const { tag, isBetaOnly: isBetaTag } of splitAlternatives(unions[inner] ?? inner))
          note(`=${tag}`, isBetaTag);
      }
    }
  }

  test('say for everything that only the beta types have which beta values it needs', () => {
    expect([...betaKeys].filter((key) => availability[key] === undefined)).toEqual([]);
  });

  test('name only members, values and types that the SDK has', () => {
    const beyond = new Set(
      acceptedBeyondTypes.flatMap(({ shape, members }) =>
        readMembers(members).members.map(({ name }) => `${shape}.${name}`),
      ),
    );
    const isKnown = (key: string): boolean => keys.has(key) || beyond.has(key);
    expect(Object.keys(availability).filter((key) => !isKnown(key))).toEqual([]);
    expect(Object.keys(valueLimits).filter((key) => !isKnown(key))).toEqual([]);
    expect(Object.keys(tagsSince).filter((tag) => !keys.has(`=${tag}`))).toEqual([]);
    expect(
      [...acceptedBeyondTypes.map(({ shape }) => shape), ...Object.keys(impliedTags)].filter((name) => !shapes[name]),
    ).toEqual([]);
  });

  test('lead to shapes that all exist', () => {
    for (const name of Object.keys(shapes))
      expect(shapeOf(name).members.size + Number(shapeOf(name).isOpen)).toBeGreaterThan(0);
    const named = Object.values(shapes).flatMap((text) =>
      readMembers(text).members.flatMap(({ type }) => {
        const read = readType(type);
        return [read.shape, read.items?.shape, read.values?.shape].filter((shape) => shape !== undefined);
      }),
    );
    expect(named.filter((name) => shapes[name] === undefined)).toEqual([]);
  });
});
