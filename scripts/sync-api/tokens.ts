/** One token of a type declaration. */
export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'mark';
  readonly text: string;
  /** Whether the documentation comment right before it says that the member travels in a header. */
  readonly isHeader: boolean;
}

const pattern =
  /(?<space>\s+|\/\/[^\n]*)|(?<comment>\/\*[\s\S]*?\*\/)|(?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?)|(?<name>[A-Za-z_$][\w$]*)|(?<mark>=>|\.\.\.|[^\s])/gy;

/** Splits the text of a declaration file; comments vanish, except for what `isHeader` keeps of them. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let isHeader = false;
  for (const { groups = {} } of text.matchAll(pattern)) {
    const { comment, string, number, name, mark } = groups;
    if (comment !== undefined) isHeader = /^\/\*\*\s*\*?\s*Header param:/.test(comment);
    else if (string !== undefined) tokens.push({ kind: 'string', text: string.slice(1, -1), isHeader });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, isHeader });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, isHeader });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark, isHeader });
    if (comment === undefined && groups['space'] === undefined) isHeader = false;
  }
  return tokens;
}
