import { describe, expect, test } from 'vitest';
import { layerComplaints } from './layers.ts';

const allowed: readonly (readonly [path: string, source: string])[] = [
  ['causes/network/dns.ts', "import * as pages from '../../facts/pages.ts';"],
  ['causes/network/dns.ts', "import { other } from './tls.ts';"],
  ['causes/request/orphan.rules.ts', "import { turns } from '../../check/pairing.ts';"],
  ['check/index.ts', "import { rules } from '../causes/rules.ts';"],
  ['app/check.ts', "import { checkRequest } from '../check/index.ts';"],
  ['app/explain.ts', "import { readFile } from 'node:fs/promises';"],
  ['app/explain.ts', "const { read } = await import('../capture/text/read.ts');"],
  ['capture/har.ts', "import { read } from './text/read.ts';"],
  ['index.ts', "export { explain } from './app/explain.ts';"],
  ['cli/version.ts', "import manifest from '../../package.json' with { type: 'json' };"],
];

const refused: readonly (readonly [path: string, source: string, because: string])[] = [
  ['core/engine.ts', "import type { Page } from '../facts/pages.ts';", 'core stands below facts'],
  ['core/engine.ts', "import {\n  a,\n  b,\n} from '../causes/index.ts';", 'core stands below causes'],
  ['check/pairing.ts', "import { rules } from '../causes/rules.ts';", 'check stands below causes'],
  ['causes/a.ts', "import { checkRequest } from '../check/index.ts';", 'causes stands below check/index.ts'],
  ['report/text.ts', "export * from '../app/explain.ts';", 'report stands below app'],
  ['core/engine.ts', "import { readFileSync } from 'node:fs';", 'core is pure'],
  ['check/index.ts', "import type { Message } from '@anthropic-ai/sdk';", 'check/index.ts is pure'],
  ['capture/text/read.ts', "import { open } from '../file.ts';", 'capture/text stands below capture'],
  ['app/run.ts', "const { main } = await import('../cli/main.ts');", 'app stands below cli'],
  ['simulator/http.ts', "import { relay } from '../proxy/relay.ts';", 'stand side by side'],
  ['app/run.ts', "import { explain } from '../index.ts';", 'must not know the entry points'],
];

describe('layers', () => {
  test.for(allowed)('%s may hold: %s', ([path, source]) => {
    expect(layerComplaints(path, source)).toEqual([]);
  });

  test.for(refused)('%s may not hold: %s', ([path, source, because]) => {
    expect(layerComplaints(path, source)).toEqual([expect.stringContaining(because)]);
  });

  test('a folder without a place among the layers is not let through', () => {
    expect(() => layerComplaints('misc/thing.ts', "import { a } from './b.ts';")).toThrow('has no place');
  });
});
