import { acceptedBeyondTypes, impliedTags, unsortedUnions } from '../../facts/accepted-beyond-types.ts';
import type { BeyondTypes } from '../../facts/accepted-beyond-types.ts';
import { availability } from '../../facts/availability.ts';
import type { Availability } from '../../facts/availability.ts';
import { shapes, unions } from '../../facts/structure.generated.ts';
import { valueLimits } from '../../facts/value-limits.ts';
import type { ValueLimit } from '../../facts/value-limits.ts';
import { readMembers, readType, splitAlternatives } from './notation.ts';
import type { MemberNotation, TypeNotation } from './notation.ts';

/** An object with named members. */
export interface Shape {
  readonly name: string;
  readonly members: ReadonlyMap<string, Member>;
  readonly required: readonly Member[];
  /** Whether it may hold members that are not named. */
  readonly isOpen: boolean;
  /** The tag that the API puts into paths through it, although the types tell no alternatives apart. */
  readonly impliedTag: string | undefined;
}

/** A member of a shape. */
export interface Member {
  readonly name: string;
  /** Its place among the members, which is the order in which they are judged. */
  readonly order: number;
  readonly isRequired: boolean;
  /** Absent where the API takes it from everyone. */
  readonly availability: Availability | undefined;
  /** Under which the member may be left out although it is required. */
  readonly optionalUnder: Availability | undefined;
  readonly limit: ValueLimit | undefined;
  /** Whether any string will do, which most members of most bodies are. */
  readonly isText: boolean;
  /** The one value that will do, where there is one and everyone may send it: mostly a tag, which is known by then. */
  readonly only: string | undefined;
  /** Whether any identifier will do. */
  readonly isIdentifier: boolean;
  /** Whether more than its type is to be judged. */
  readonly isGuarded: boolean;
  /** Why it is here although the types lack it, and when it is taken. */
  readonly beyond: BeyondTypes | undefined;
  readonly type: Type;
}

/** What a value may be. */
export interface Type {
  readonly isUnknown: boolean;
  readonly isString: boolean;
  readonly isNumber: boolean;
  readonly isInteger: boolean;
  readonly isBoolean: boolean;
  readonly isNull: boolean;
  readonly literals: readonly string[];
  /** The literals that are not for everyone. */
  readonly availability: ReadonlyMap<string, Availability> | undefined;
  readonly items: Type | undefined;
  /** The type of the members of an open object. */
  readonly values: Type | undefined;
  readonly shape: LazyShape | undefined;
  readonly union: Union | undefined;
}

/** Objects told apart by a member that holds a tag. */
export interface Union {
  readonly key: 'type' | 'role';
  readonly alternatives: ReadonlyMap<string, Alternative>;
  /** Whether the API names the tags in alphabetical order. */
  readonly isSorted: boolean;
  /** What holds when the tag is left out. */
  readonly fallback: string | undefined;
}

/** One member of a union. */
export interface Alternative {
  readonly tag: string;
  readonly availability: Availability | undefined;
  readonly shape: LazyShape;
}

/** A shape that is read from its notation when a value first needs it. */
export class LazyShape {
  readonly #name: string;
  #shape: Shape | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  get name(): string {
    return this.#name;
  }

  get(): Shape {
    return (this.#shape ??= shapeOf(this.#name));
  }
}

const known = new Map<string, Shape>();
const lazy = new Map<string, LazyShape>();
const knownUnions = new Map<string, Union>();

/** The shape of a name in the generated table, with what the API takes beyond it. */
export function shapeOf(name: string): Shape {
  const before = known.get(name);
  if (before) return before;
  const { members: parts, isOpen } = readMembers(shapes[name] ?? '');
  const members = new Map<string, Member>();
  const add = (part: MemberNotation, beyond?: BeyondTypes): void => {
    const key = `${name}.${part.name}`;
    const isOptionalInBeta = part.presence === 'optional-in-beta';
    const type = typeOf(readType(part.type), key);
    const needed = isOptionalInBeta ? undefined : availability[key];
    const limit = valueLimits[key];
    const isGuarded = needed !== undefined || limit !== undefined || beyond !== undefined;
    members.set(part.name, {
      name: part.name,
      order: members.get(part.name)?.order ?? members.size,
      isRequired: part.presence !== 'optional',
      availability: needed,
      optionalUnder: isOptionalInBeta ? availability[key] : undefined,
      limit,
      isText: type.isString && !isGuarded,
      isIdentifier: type.isString && limit?.kind === 'identifier' && needed === undefined && beyond === undefined,
      only: isGuarded || type.availability ? undefined : onlyLiteral(part.type),
      isGuarded,
      beyond,
      type,
    });
  };
  for (const part of parts) add(part);
  for (const beyond of acceptedBeyondTypes) {
    if (beyond.shape === name) for (const part of readMembers(beyond.members).members) add(part, beyond);
  }
  const required = [...members.values()].filter(({ isRequired }) => isRequired);
  const shape = { name, members, required, isOpen, impliedTag: impliedTags[name] };
  known.set(name, shape);
  return shape;
}

function onlyLiteral(type: string): string | undefined {
  return /^'(\w+)'$/.exec(type)?.[1];
}

function typeOf(notation: TypeNotation, key: string): Type {
  const { keywords, literals, items, values, shape, union } = notation;
  const needs = literals.flatMap((literal) => {
    const needed = availability[`${key}=${literal}`];
    return needed ? [[literal, needed] as const] : [];
  });
  return {
    isUnknown: keywords.includes('unknown'),
    isString: keywords.includes('string'),
    isNumber: keywords.includes('number'),
    isInteger: keywords.includes('integer'),
    isBoolean: keywords.includes('boolean'),
    isNull: keywords.includes('null'),
    literals,
    availability: needs.length > 0 ? new Map(needs) : undefined,
    items: items && typeOf(items, key),
    values: values && typeOf(values, key),
    shape: shape === undefined ? undefined : lazyShape(shape),
    union: union === undefined ? undefined : unionOf(union),
  };
}

function lazyShape(name: string): LazyShape {
  const before = lazy.get(name);
  if (before) return before;
  const fresh = new LazyShape(name);
  lazy.set(name, fresh);
  return fresh;
}

/** `text`: the alternatives in place, or the name of a union that several members share. */
function unionOf(text: string): Union {
  const before = knownUnions.get(text);
  if (before) return before;
  const alternatives = new Map<string, Alternative>();
  for (const { tag, shape } of splitAlternatives(unions[text] ?? text)) {
    alternatives.set(tag, { tag, availability: availability[`=${tag}`], shape: lazyShape(shape) });
  }
  const union: Union = {
    key: alternatives.has('assistant') ? 'role' : 'type',
    alternatives,
    isSorted: !unsortedUnions.has(text),
    // A tool without a type is one of the customer's own.
    fallback: alternatives.has('custom') ? 'custom' : undefined,
  };
  knownUnions.set(text, union);
  return union;
}
