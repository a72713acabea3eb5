import { tokenize, type Token } from './tokens.ts';

/** A type as a declaration file writes it. */
export type TypeNode =
  | { readonly kind: 'keyword'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string | boolean }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'array'; readonly of: TypeNode }
  | { readonly kind: 'union'; readonly of: readonly TypeNode[] }
  | ObjectNode;

/** The body of an interface, or an object type written in place. */
export interface ObjectNode {
  readonly kind: 'object';
  /** Interfaces that it extends. */
  readonly bases: readonly string[];
  readonly members: readonly Member[];
  /** The type of the members that are not named, where there may be any. */
  readonly index: TypeNode | undefined;
}

/** A member of an interface. */
export interface Member {
  readonly name: string;
  readonly isOptional: boolean;
  /** Travels as a header, not in the body. */
  readonly isHeader: boolean;
  readonly type: TypeNode;
}

/** One declaration file: its types by name, each parsed on first use, because most are never needed. */
export interface Declarations {
  readonly find: (name: string) => TypeNode | undefined;
  /** The file that an `import * as` name stands for, as the file writes it. */
  readonly imported: (name: string) => string | undefined;
}

/** Reads a declaration file of the kind that the SDK's generator writes. */
export function readDeclarations(text: string): Declarations {
  const tokens = tokenize(text);
  const types = new Map<string, () => TypeNode>();
  const imports = new Map<string, string>();
  collect(tokens, 0, tokens.length, '', types, imports);
  return {
    find: (name) => types.get(name)?.(),
    imported: (name) => imports.get(name),
  };
}

/** Finds the declarations of one nesting level; namespaces are entered and prefix what they hold. */
function collect(
  tokens: readonly Token[],
  start: number,
  end: number,
  prefix: string,
  types: Map<string, () => TypeNode>,
  imports: Map<string, string>,
): void {
  let at = start;
  while (at < end) {
    const word = tokens[at]?.text;
    const name = prefix + (tokens[at + 1]?.text ?? '');
    if (word === 'import' && tokens[at + 1]?.text === '*') {
      imports.set(tokens[at + 3]?.text ?? '', tokens[at + 5]?.text ?? '');
      at += 6;
    } else if (word === 'interface') {
      const open = indexOf(tokens, '{', at);
      const bases = tokens.slice(at + 3, open).flatMap((token) => (token.kind === 'name' ? [token.text] : []));
      types.set(name, () => new Parser(tokens, open).object(bases));
      at = closing(tokens, open) + 1;
    } else if (word === 'type' && tokens[at + 2]?.text === '=') {
      const from = at + 3;
      types.set(name, () => new Parser(tokens, from).type());
      at = indexOf(tokens, ';', from) + 1;
    } else if (word === 'namespace') {
      const open = indexOf(tokens, '{', at);
      const close = closing(tokens, open);
      collect(tokens, open + 1, close, `${name}.`, types, imports);
      at = close + 1;
    } else if (word === '{') at = closing(tokens, at) + 1;
    else at += 1;
  }
}

const brackets: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/** The index of the bracket that closes the one at `open`. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'mark') continue;
    if (token.text in brackets) depth += 1;
    else if (token.text === '}' || token.text === ')' || token.text === ']') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error('A declaration has no end.');
}

/** The next place of a mark outside brackets. */
function indexOf(tokens: readonly Token[], mark: string, start: number): number {
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'mark') continue;
    if (token.text === mark) return at;
    if (token.text in brackets) at = closing(tokens, at);
  }
  throw new Error(`A declaration has no "${mark}".`);
}

/** Parses one type; knows the forms that the SDK's request types use and refuses any other. */
class Parser {
  readonly #tokens: readonly Token[];
  #at: number;

  constructor(tokens: readonly Token[], at: number) {
    this.#tokens = tokens;
    this.#at = at;
  }

  /** The body of an interface. */
  object(bases: readonly string[]): ObjectNode {
    this.#expect('{');
    return this.#members(bases);
  }

  type(): TypeNode {
    this.#skip('|');
    const of = [this.#intersection()];
    while (this.#skip('|')) of.push(this.#intersection());
    const [only] = of;
    return of.length === 1 && only ? only : { kind: 'union', of };
  }

  /** `string & {}` keeps a union of names open; it is a string. */
  #intersection(): TypeNode {
    const first = this.#postfix();
    while (this.#skip('&')) this.#postfix();
    return first;
  }

  #postfix(): TypeNode {
    let type = this.#primary();
    while (this.#skip('[')) {
      this.#expect(']');
      type = { kind: 'array', of: type };
    }
    return type;
  }

  #primary(): TypeNode {
    const token = this.#next();
    if (token.kind === 'string') return { kind: 'literal', value: token.text };
    if (token.text === '(') {
      const inner = this.type();
      this.#expect(')');
      return inner;
    }
    if (token.text === '{') return this.#members([]);
    if (token.kind !== 'name') throw new Error(`A type starts with "${token.text}".`);
    if (token.text === 'readonly') return this.#postfix();
    if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' };
    if (['string', 'number', 'boolean', 'unknown', 'null'].includes(token.text)) {
      return { kind: 'keyword', name: token.text };
    }
    let name = token.text;
    while (this.#skip('.')) name += `.${this.#next().text}`;
    if (!this.#skip('<')) return { kind: 'reference', name };
    const argument = this.type();
    this.#expect('>');
    if (name !== 'Array' && name !== 'ReadonlyArray') throw new Error(`The generic type ${name} is not known.`);
    return { kind: 'array', of: argument };
  }

  #members(bases: readonly string[]): ObjectNode {
    const members: Member[] = [];
    let index: TypeNode | undefined;
    while (!this.#skip('}')) {
      const { text: name, isHeader } = this.#next();
      if (name === '[') {
        while (!this.#skip(']')) this.#next();
        this.#expect(':');
        index = this.type();
      } else {
        const isOptional = this.#skip('?');
        this.#expect(':');
        members.push({ name, isOptional, isHeader, type: this.type() });
      }
      this.#skip(';');
    }
    return { kind: 'object', bases, members, index };
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw new Error('A type has no end.');
    this.#at += 1;
    return token;
  }

  #skip(mark: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.#at += 1;
    return true;
  }

  #expect(mark: string): void {
    if (!this.#skip(mark)) throw new Error(`Expected "${mark}", found "${this.#tokens[this.#at]?.text ?? 'the end'}".`);
  }
}
