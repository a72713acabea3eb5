import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Sdk } from '../../scripts/sync-api/sdk.ts';
import { shapes } from '../../src/facts/structure.generated.ts';
import { typeName, typesOf } from './table-types.ts';
import type { Side } from './table-types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}node_modules/.cache/table-types/`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Two types are the same when each is assignable to the other after every member says whether it is optional; without
 * that, a member that one side lacks would go unseen. An open union of names is a string. The compiler takes deeply
 * nested types for equal, so each shape is compared on its own.
 */
const comparison = `
type Plain<T> = T extends string ? (string extends T ? string : T)
  : T extends readonly (infer Item)[] ? readonly Plain<Item>[]
  : T extends object ? { [K in keyof T]-?: { optional: {} extends Pick<T, K> ? true : false; type: Plain<T[K]> } }
  : T;
type Body<T> = Omit<T, 'betas' | 'user_profile_id' | 'workspace_id'>;
declare function same<A, B>(is: [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : 1) : 2): void;
`;

const files: Readonly<Record<Side, string>> = {
  general: 'resources/messages/messages',
  beta: 'resources/beta/messages/messages',
};
const bodies: Readonly<Record<string, string>> = {
  MessageCreateParams: 'MessageCreateParamsBase',
  MessageCountTokensParams: 'MessageCountTokensParams',
};
const sdk = new Sdk(`${root}node_modules/@anthropic-ai/sdk`);

/** The type of the SDK that a shape was read from, if it is one of this side. */
function sdkType(side: Side, shape: string): string | undefined {
  const body = bodies[shape];
  if (body !== undefined) return `Body<SDK.${body}>`;
  const name = side === 'general' ? shape : `Beta${shape}`;
  return sdk.lookUp(`${files[side]}.d.ts`, name) ? `SDK.${name}` : undefined;
}

/** What the compiler says when it holds the types of the tables against those of the SDK. */
function compared(side: Side, table: Readonly<Record<string, string>>): string {
  const pairs = Object.keys(table).flatMap((shape) => {
    const type = sdkType(side, shape);
    return type === undefined ? [] : [`same<${type}, ${typeName(shape)}>(true);`];
  });
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${side}.ts`;
  const imported = `import type * as SDK from '@anthropic-ai/sdk/${files[side]}';`;
  writeFileSync(file, [imported, comparison, typesOf(side, table), ...pairs].join('\n'));
  const flags = '--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --skipLibCheck';
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const run = [
    compiler,
    '--pretty',
    ...flags.split(' '),
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
    file,
  ];
  return spawnSync(process.execPath, run, { encoding: 'utf8', cwd: root }).stdout;
}

describe('the structure tables', () => {
  test.each(['general', 'beta'] as const)(
    'accept exactly what the %s types of the SDK accept',
    { timeout: 60_000 },
    (side) => {
      expect(compared(side, shapes)).toBe('');
    },
  );

  test('would be refused by the compiler if a member or a value were missing, or a required member optional', () => {
    const text = shapes['TextBlockParam']?.replace('text: ', 'text?: ') ?? '';
    const changed: Readonly<Record<string, string>> = {
      ...shapes,
      TextBlockParam: text,
      ImageTransformationsParam: "oversized_image?: 'downsize'",
      CitationsConfigParam: '...',
    };
    const said = compared('general', changed);
    for (const name of Object.keys(changed).filter((shape) => changed[shape] !== shapes[shape])) {
      expect(said).toContain(`same<SDK.${name}, ${name}>`);
    }
  });
});
