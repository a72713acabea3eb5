import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/causes/rules.ts';
import { checkRequest } from '../../src/check/index.ts';
import { isObject } from '../../src/core/json.ts';
import type { JudgedRequest, RuleExample } from '../../src/core/rule.ts';
import { rows } from './rows.ts';

const sources = fileURLToPath(new URL('../../src/', import.meta.url));

const examples = await loadExamples();

/** Every exported list of `*.rules.examples.ts`, and of the structure's examples in `src/check`. */
async function loadExamples(): Promise<readonly RuleExample[]> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.rules.examples.ts') || /^check[/\\].*\.examples\.ts$/.test(file),
  );
  const lists = await Promise.all(
    files.toSorted().map(async (file) => {
      const exported: unknown = await import(pathToFileURL(sources + file).href);
      return Object.values(isObject(exported) ? exported : {}).flatMap((value) => (Array.isArray(value) ? value.filter(isExample) : []));
    }),
  );
  return lists.flat();
}

function isExample(value: unknown): value is RuleExample {
  return typeof value === 'object' && value !== null && 'row' in value && 'breaks' in value && 'spares' in value;
}

function judge({ body, ...options }: JudgedRequest): ReturnType<typeof checkRequest> {
  return checkRequest(body, options);
}

const numbered = examples.map((example, index): [string, RuleExample] => {
  const before = examples.slice(0, index).filter(({ row }) => row === example.row).length;
  return [before === 0 ? example.row : `${example.row} (${before + 1})`, example];
});

describe('each way to break a rule', () => {
  test.each(numbered)(
    '%s is found with its path and sentence, and nothing else is refused',
    (_, { breaks, row, expected }) => {
      const { problems } = judge(breaks);
      const { cause, path, message, severity = 'error' } = expected;
      expect(problems).toContainEqual(expect.objectContaining({ row, cause, path, message, severity }));
      const refused = problems.filter((problem) => problem.severity === 'error').map((problem) => problem.row);
      expect(refused.filter((other) => other !== row)).toEqual([]);
    },
  );

  test.each(numbered)('%s spares the nearest request that the API takes', (_, { spares, row }) => {
    const { ok, problems } = judge(spares);
    expect(problems.filter((problem) => problem.severity === 'error' || problem.row === row)).toEqual([]);
    expect(ok).toBe(true);
  });
});

describe('each row of the table', () => {
  const covered = new Set(examples.map(({ row }) => row));

  test.each(Object.entries(rows))('of %s has an example', (_, section) => {
    expect(section.filter((row) => !covered.has(row))).toEqual([]);
  });

  test('and each rule has one too', () => {
    expect(rules.map(({ row }) => row).filter((row) => !covered.has(row))).toEqual([]);
  });
});
