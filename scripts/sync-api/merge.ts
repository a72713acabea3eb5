import type { Located, ObjectType, Sdk } from './sdk.ts';

/** The general type and the beta type of one thing; a side is absent where the thing is not in it. */
interface Pair {
  readonly general: Located | undefined;
  readonly beta: Located | undefined;
}

/** The kinds of alternatives that a type has, sorted out. */
interface Sorted {
  readonly keywords: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
  readonly array: Located | undefined;
  readonly map: Located | undefined;
  /** Object types by tag; a single one without a tag has the empty tag. */
  readonly objects: ReadonlyMap<string, Located>;
}

/** A beta name without its prefix. */
export function plainName(name: string): string {
  return name.replace(/^Beta(?=[A-Z])/, '');
}

/**
 * Merges the general and the beta types of requests into one table of shapes, in which `~` marks what only the beta
 * types have. Shapes that are equal are told once, under the first name.
 */
export class ShapeTable {
  readonly #sdk: Sdk;
  readonly #shapes = new Map<string, string>();
  readonly #unions = new Map<string, string>();
  readonly #nameOf = new Map<string, string>();
  /** The file of the general types. */
  readonly #generalFile: string;
  readonly #sameAs: ReadonlyMap<string, string>;

  /** `sameAs` names types that are told by the shape of another, already added one. */
  constructor(sdk: Sdk, generalFile: string, sameAs: ReadonlyMap<string, string>) {
    this.#sdk = sdk;
    this.#generalFile = generalFile;
    this.#sameAs = sameAs;
  }

  get shapes(): ReadonlyMap<string, string> {
    return this.#shapes;
  }

  get unions(): ReadonlyMap<string, string> {
    return this.#unions;
  }

  /** Adds an object type and all that it leads to; returns its name in the table. */
  add({ general: found, beta: ofBetaTypes }: Pair, name: string): string {
    const same = this.#sameAs.get(name);
    if (same !== undefined) return same;
    const general = this.#members(found ?? this.#counterpart(ofBetaTypes?.name));
    const beta = this.#members(ofBetaTypes);
    const parts: string[] = [];
    for (const member of new Set([...(general?.members.keys() ?? []), ...(beta?.members.keys() ?? [])])) {
      const [ofGeneral, ofBeta] = [general?.members.get(member), beta?.members.get(member)];
      if (ofGeneral?.isHeader || ofBeta?.isHeader) continue;
      const isOptional = (ofBeta ?? ofGeneral)?.isOptional ?? false;
      const isBetaOnly = general !== undefined && !ofGeneral;
      const isOptionalInBeta = ofGeneral !== undefined && !ofGeneral.isOptional && isOptional;
      const type = this.#type({
        general: ofGeneral && { node: ofGeneral.type, file: ofGeneral.file },
        beta: ofBeta && { node: ofBeta.type, file: ofBeta.file },
      });
      parts.push(`${isBetaOnly ? '~' : ''}${member}${isOptionalInBeta ? '~?' : isOptional ? '?' : ''}: ${type}`);
    }
    if (general?.index || beta?.index) parts.push('...');
    return this.#intern(this.#shapes, name, parts.join('; '));
  }

  #members(type: Located | undefined): ObjectType | undefined {
    return type && this.#sdk.members(type);
  }

  /** The general type of a beta type that is met where only beta types lead, so that its own beta members are marked too. */
  #counterpart(betaName: string | undefined): Located | undefined {
    return betaName === undefined ? undefined : this.#sdk.lookUp(this.#generalFile, plainName(betaName));
  }

  #intern(table: Map<string, string>, name: string, body: string): string {
    const known = this.#nameOf.get(body);
    if (known !== undefined && !isTagged(body)) return known;
    if (table.get(name) === body) return name;
    if (table.has(name)) throw new Error(`Two different types are called ${name}.`);
    table.set(name, body);
    this.#nameOf.set(body, name);
    return name;
  }

  #type({ general: found, beta: ofBetaTypes }: Pair): string {
    const ofGeneralTypes = found ?? this.#counterpart(referenced(ofBetaTypes));
    const isTold = [ofGeneralTypes, ofBetaTypes].some((type) => type && this.#objectCount(type) > 1);
    const general = ofGeneralTypes && this.#sort(ofGeneralTypes, isTold);
    const beta = ofBetaTypes && this.#sort(ofBetaTypes, isTold);
    const isKnown = general !== undefined;
    const parts: string[] = [];
    for (const keyword of both(general?.keywords, beta?.keywords)) parts.push(keyword);
    if (!parts.includes('string')) {
      for (const literal of both(general?.literals, beta?.literals)) {
        parts.push(`${isKnown && !general.literals.has(literal) ? '~' : ''}'${literal}'`);
      }
    }
    if (general?.array || beta?.array) parts.push(`[${this.#type({ general: general?.array, beta: beta?.array })}]`);
    if (general?.map || beta?.map) parts.push(`{${this.#type({ general: general?.map, beta: beta?.map })}}`);
    const objects = [...both(general?.objects.keys(), beta?.objects.keys())].map((tag) => {
      const [ofGeneral, ofBeta] = [general?.objects.get(tag), beta?.objects.get(tag)];
      const shape = this.add({ general: ofGeneral, beta: ofBeta }, shapeName(ofGeneral ?? ofBeta));
      return { tag, text: `${isKnown && !ofGeneral ? '~' : ''}${shape}` };
    });
    const [only] = objects;
    if (!isTold && only) parts.push(only.text);
    else if (isTold) {
      const body = objects.map(({ tag, text }) => `${tag}=${text}`).join(' | ');
      const isDeclared = ofGeneralTypes !== undefined && this.#objectCount(ofGeneralTypes) > 1;
      const name = isDeclared ? (referenced(ofGeneralTypes) ?? ofGeneralTypes.name) : undefined;
      parts.push(
        `<${name === undefined ? (this.#nameOf.get(body) ?? body) : this.#intern(this.#unions, plainName(name), body)}>`,
      );
    }
    return parts.join(' | ');
  }

  #objectCount(type: Located): number {
    return this.#sdk.alternatives(type).filter(({ node }) => node.kind === 'object' && node.members.length > 0).length;
  }

  /** `isTold`: object types are told apart by their tags. */
  #sort(type: Located, isTold: boolean): Sorted {
    const keywords = new Set<string>();
    const literals = new Set<string>();
    const objects = new Map<string, Located>();
    let array: Located | undefined;
    let map: Located | undefined;
    for (const one of this.#sdk.alternatives(type)) {
      const { node, file } = one;
      if (node.kind === 'keyword') keywords.add(node.name === 'number' ? 'integer' : node.name);
      else if (node.kind === 'literal') literals.add(String(node.value));
      else if (node.kind === 'array') array ??= { node: node.of, file };
      else if (node.kind === 'object' && node.members.length === 0 && node.index) map = { node: node.index, file };
      else for (const tag of isTold ? this.#tags(one) : ['']) objects.set(tag, one);
    }
    return { keywords, literals, array, map, objects };
  }

  /** The values of `type`, or of `role`, that tell an object type from its neighbors. */
  #tags(type: Located): readonly string[] {
    const { members } = this.#sdk.members(type);
    const member = members.get('type') ?? members.get('role');
    if (!member) throw new Error(`${type.name ?? 'A type'} of a union has neither type nor role.`);
    return [...this.#sort({ node: member.type, file: member.file }, false).literals];
  }
}

/** A shape with a tag keeps its own name, though another one has the same members. */
function isTagged(body: string): boolean {
  return body.includes("type: '");
}

function referenced(type: Located | undefined): string | undefined {
  return type?.node.kind === 'reference' ? type.node.name : undefined;
}

function shapeName(type: Located | undefined): string {
  if (type?.name === undefined) throw new Error('An object type has no name.');
  return plainName(type.name);
}

function both<T>(first: Iterable<T> | undefined, second: Iterable<T> | undefined): ReadonlySet<T> {
  return new Set([...(first ?? []), ...(second ?? [])]);
}
