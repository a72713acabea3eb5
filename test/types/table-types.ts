import { readMembers, readType, splitAlternatives } from '../../src/check/structure/notation.ts';
import type { TypeNotation } from '../../src/check/structure/notation.ts';
import { shapes as generated, unions } from '../../src/facts/structure.generated.ts';

/** The types that the tables stand for: the general ones alone, or the beta ones with them. */
export type Side = 'general' | 'beta';

/** Writes the shapes as TypeScript types, so that the compiler can hold them against those of the SDK. */
export function typesOf(side: Side, shapes: Readonly<Record<string, string>> = generated): string {
  return Object.entries(shapes)
    .map(([name, text]) => `export type ${typeName(name)} = ${objectType(text, side)};`)
    .join('\n');
}

/** The name of the type that is written for a shape. */
export function typeName(shape: string): string {
  return shape.replace('.', '_');
}

function objectType(text: string, side: Side): string {
  const { members, isOpen } = readMembers(text);
  const lines = members
    .filter(({ isBetaOnly }) => side === 'beta' || !isBetaOnly)
    .map(({ name, presence, type }) => {
      const isOptional = presence === 'optional' || (presence === 'optional-in-beta' && side === 'beta');
      return `${name}${isOptional ? '?' : ''}: ${typeText(readType(type), side)};`;
    });
  return `{ ${[...lines, ...(isOpen ? ['[key: string]: unknown;'] : [])].join(' ')} }`;
}

function typeText(type: TypeNotation, side: Side): string {
  const { keywords, literals, betaLiterals, items, values, shape, union } = type;
  const parts = keywords.map((keyword) => (keyword === 'integer' ? 'number' : keyword));
  for (const literal of literals) {
    if (side === 'beta' || !betaLiterals.includes(literal)) parts.push(`'${literal}'`);
  }
  if (items) parts.push(`ReadonlyArray<${typeText(items, side)}>`);
  if (values) parts.push(`{ [key: string]: ${typeText(values, side)} }`);
  if (shape !== undefined) parts.push(typeName(shape));
  if (union !== undefined) {
    for (const one of splitAlternatives(unions[union] ?? union)) {
      if (side === 'beta' || !one.isBetaOnly) parts.push(typeName(one.shape));
    }
  }
  return parts.join(' | ');
}
