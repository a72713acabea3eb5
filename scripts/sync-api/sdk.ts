import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDeclarations, type Declarations, type Member, type TypeNode } from './declarations.ts';

/** A type with the file in which its names are to be looked up. */
export interface Located {
  readonly node: TypeNode;
  readonly file: string;
  /** The name under which it is declared. */
  readonly name?: string;
}

/** The members of an object type, those of the interfaces that it extends first. */
export interface ObjectType {
  readonly members: ReadonlyMap<string, Member & { readonly file: string }>;
  readonly index: Located | undefined;
}

/** The type declarations of an installed SDK. */
export class Sdk {
  readonly #folder: string;
  readonly #files = new Map<string, Declarations>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A declared type. */
  find(file: string, name: string): Located {
    const declared = this.lookUp(file, name);
    if (declared) return declared;
    const dot = name.indexOf('.');
    const from = dot < 0 ? undefined : this.#open(file).imported(name.slice(0, dot));
    if (from === undefined) throw new Error(`${file} declares no type ${name}.`);
    return this.find(join(dirname(file), from.replace(/\.js$/, '.d.ts')), name.slice(dot + 1));
  }

  /** A type that the file itself declares. */
  lookUp(file: string, name: string): Located | undefined {
    const node = this.#open(file).find(name);
    return node && { node, file, name };
  }

  /** What a type stands for, references followed: the alternatives of a union, or the type alone. */
  alternatives(type: Located): readonly Located[] {
    const { node, file } = type;
    if (node.kind === 'reference') return this.alternatives(this.find(file, node.name));
    if (node.kind === 'union') return node.of.flatMap((of) => this.alternatives({ node: of, file }));
    return [type];
  }

  members({ node, file }: Located): ObjectType {
    if (node.kind !== 'object') throw new Error(`${file}: an object type was expected.`);
    const members = new Map<string, Member & { readonly file: string }>();
    let index = node.index && { node: node.index, file };
    for (const base of node.bases) {
      const inherited = this.members(this.find(file, base));
      for (const [name, member] of inherited.members) members.set(name, member);
      index ??= inherited.index;
    }
    for (const member of node.members) members.set(member.name, { ...member, file });
    return { members, index };
  }

  /** The names in a union of names, such as the model ids. */
  names(file: string, name: string): readonly string[] {
    return this.alternatives(this.find(file, name)).flatMap(({ node }) =>
      node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : [],
    );
  }

  text(file: string): string {
    return readFileSync(join(this.#folder, file), 'utf8');
  }

  #open(file: string): Declarations {
    const known = this.#files.get(file);
    if (known) return known;
    const fresh = readDeclarations(this.text(file));
    this.#files.set(file, fresh);
    return fresh;
  }
}
