import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causes } from '../src/causes/index.ts';
import { adminErrorCodes } from '../src/facts/admin-error-codes.ts';
import { errorCodes, errorCodesSource } from '../src/facts/error-codes.ts';

const root = join(import.meta.dirname, '..');
const sdk = join(root, 'node_modules', '@anthropic-ai', 'sdk');

function read(...path: readonly string[]): string {
  return readFileSync(join(sdk, ...path), 'utf8');
}

/** The status, the code and the class of every error class that the SDK makes by code. */
function codedClasses(): readonly { readonly status: number; readonly code: string; readonly name: string }[] {
  const row = /\['(\d{3}) (\w+)', (?:\w+\.)?(\w+)\]/g;
  return [...read('core', 'error-classes.mjs').matchAll(row)].map(([, status = '', code = '', name = '']) => ({
    status: Number(status),
    code,
    name,
  }));
}

/** Codes that the declarations of error details name, whether or not a class is made for them. */
function declaredCodes(): readonly string[] {
  return readdirSync(join(sdk, 'resources'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.d.ts'))
    .flatMap((name) => [...read('resources', name).matchAll(/interface \w+ErrorDetails \{\s+error_code: '(\w+)'/g)])
    .map(([, code = '']) => code);
}

/** The codes of the errors that the documentation of a method says it throws. */
function thrownBy(file: string, method: string): readonly string[] {
  const codes = new Map(codedClasses().map(({ name, code }) => [name, code]));
  const documented = new RegExp(String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s+${method}\(`, 'g');
  const names = [...read('resources', 'messages', file).matchAll(documented)].flatMap(([, text = '']) => [
    ...text.matchAll(/@throws \{(?:\w+\.)?(\w+)\}/g),
  ]);
  return [...new Set(names.map(([, name = '']) => codes.get(name) ?? name))].toSorted();
}

const admin = new Set(Object.values(adminErrorCodes).flat());
const known = new Map(errorCodes.map((fact) => [fact.code, fact]));
const byId = new Map(causes.map((cause) => [cause.id, cause]));

describe('the table of error codes', () => {
  it('was taken from the installed SDK', () => {
    expect(read('package.json')).toContain(`"version": "${errorCodesSource.version}"`);
  });

  it('holds every code for which the SDK has a class, with its status', () => {
    const table = new Map<string, number>([
      ...errorCodes.map(({ code, status }) => [code, status] as const),
      ...Object.entries(adminErrorCodes).flatMap(([status, codes]) =>
        codes.map((code) => [code, Number(status)] as const),
      ),
    ]);
    const classes = codedClasses();
    expect(classes.length).toBeGreaterThan(100);
    expect(classes.filter(({ code, status }) => table.get(code) !== status)).toEqual([]);
  });

  it('holds every code that the declarations name', () => {
    const declared = declaredCodes();
    expect(declared.length).toBeGreaterThan(100);
    expect(declared.filter((code) => !known.has(code) && !admin.has(code))).toEqual([]);
  });

  it.each([
    ['create', 'messages.d.ts', 'create'],
    ['count', 'messages.d.ts', 'countTokens'],
  ] as const)('says of exactly the documented codes that `%s` can meet them', (call, file, method) => {
    const table = errorCodes.filter(({ on }) => on.includes(call)).map(({ code }) => code);
    expect(table.toSorted()).toEqual(thrownBy(file, method));
  });

  it('says of all documented codes of batches that they can meet them', () => {
    const documented = ['create', 'retrieve', 'list', 'cancel', 'results'].flatMap((method) =>
      thrownBy('batches.d.ts', method),
    );
    expect(documented.length).toBeGreaterThan(0);
    expect(documented.filter((code) => !known.get(code)?.on.includes('batches'))).toEqual([]);
  });

  it('names each code once', () => {
    expect(known.size).toBe(errorCodes.length);
    expect(errorCodes.filter(({ code }) => admin.has(code))).toEqual([]);
  });

  it.each(errorCodes.map(({ code, cause }) => [code, cause]))(
    'leads from `%s` to `%s`, which carries it as a sign',
    (code, id) => {
      const codes = byId.get(id)?.signs.flatMap((sign) => sign.code ?? []);
      expect(codes).toContain(code);
    },
  );
});

describe('ids of causes', () => {
  const permanent = readFileSync(join(import.meta.dirname, 'permanent-ids.txt'), 'utf8')
    .trim()
    .split('\n');

  it.each(permanent)('`%s` is a cause', (id) => {
    expect(byId.has(id)).toBe(true);
  });

  it('are given once', () => {
    expect(byId.size).toBe(causes.length);
  });

  it('refine only causes that are there', () => {
    const orphans = causes.filter(({ refines }) => refines !== undefined && !byId.has(refines));
    expect(orphans.map(({ id, refines }) => `${id} refines ${refines}`)).toEqual([]);
  });

  it('refer only to causes that are there', () => {
    const named = causes.flatMap(({ id, consequenceOf, settledBy }) =>
      [...consequenceOf, ...settledBy.map(({ from }) => from)].map((other) => [id, other] as const),
    );
    expect(named.filter(([, other]) => other !== '*' && !byId.has(other))).toEqual([]);
  });
});
