import { describe, expect, test } from 'vitest';
import { readDeclarations } from './declarations.ts';

const text = `
import * as Shared from "../shared.js";
/** A comment with { braces and 'quotes. */
export declare class Ignored extends Base { create(params: Params): Promise<Other<string>>; }
export interface Params extends Base {
    /**
     * Body param: Its name.
     */
    name: 'a' | "b" | (string & {});
    /**
     * Header param: Travels outside the body.
     */
    user?: string;
    lists: Array<readonly string[] | null>;
    [key: string]: unknown;
}
export declare namespace Params { interface Inner { of: Shared.Thing; } }
export type Strange = Extract<Params['name'], string>;
export { Ignored as Other };
`;

describe('the declarations of the SDK', () => {
  const declarations = readDeclarations(text);

  test('are read as members with their types, marked where they travel in a header', () => {
    const string = { kind: 'keyword', name: 'string' };
    expect(declarations.find('Params')).toEqual({
      kind: 'object',
      bases: ['Base'],
      index: { kind: 'keyword', name: 'unknown' },
      members: [
        {
          name: 'name',
          isOptional: false,
          isHeader: false,
          type: { kind: 'union', of: [{ kind: 'literal', value: 'a' }, { kind: 'literal', value: 'b' }, string] },
        },
        { name: 'user', isOptional: true, isHeader: true, type: string },
        {
          name: 'lists',
          isOptional: false,
          isHeader: false,
          type: {
            kind: 'array',
            of: {
              kind: 'union',
              of: [
                { kind: 'array', of: string },
                { kind: 'keyword', name: 'null' },
              ],
            },
          },
        },
      ],
    });
  });

  test('are found inside namespaces, and lead to the files that they import', () => {
    expect(declarations.find('Params.Inner')).toMatchObject({
      members: [{ name: 'of', type: { kind: 'reference', name: 'Shared.Thing' } }],
    });
    expect(declarations.imported('Shared')).toBe('../shared.js');
    expect(declarations.find('Missing')).toBeUndefined();
  });

  test('of a form that is not known are refused when they are needed, and not before', () => {
    expect(() => declarations.find('Strange')).toThrow('Expected "]", found "name".');
  });
});
