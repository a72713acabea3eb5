import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isObject } from '../../src/core/json.ts';
import type { RuleExample } from '../../src/core/rule.ts';

const sources = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every exported list of `*.rules.examples.ts`, and of the structure's examples in `src/check`. */
export async function loadRuleExamples(): Promise<readonly RuleExample[]> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.rules.examples.ts') || /^check[/\\].*\.examples\.ts$/.test(file),
  );
  const lists = await Promise.all(
    files.toSorted().map(async (file) => {
      const exported: unknown = await import(/* @vite-ignore */ pathToFileURL(sources + file).href);
      return Object.values(isObject(exported) ? exported : {}).flatMap((value) =>
        Array.isArray(value) ? value.filter(isExample) : [],
      );
    }),
  );
  return lists.flat();
}

function isExample(value: unknown): value is RuleExample {
  return typeof value === 'object' && value !== null && 'row' in value && 'breaks' in value && 'spares' in value;
}
