import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { root } from '../set-up/set-up.mjs';
import { noneOf, type Check } from './check.ts';

/**
 * The folders of src/ from the ground up; a folder may import itself and what stands before it. `check` holds the view
 * of a request and what rules compute with, so it stands below the causes; its entry points judge by their rules.
 */
const layers: readonly string[] = [
  'core',
  'facts',
  'redactors',
  'check',
  'causes',
  'report',
  'check/index.ts',
  'check/text/body.ts',
  'check/fix.ts',
  'check/response',
  'capture/request',
  'probes',
  'faults',
  'capture/text',
  'capture',
  'store',
  'bundle',
  'client/retry/budget.ts',
  'client/retry/breaker.ts',
  'ramp',
  'client',
  'proxy',
  'simulator',
  'experiments',
  'app',
  'cli',
];

/** Folders that import nothing but files of the project: no Node built-in, no package. */
const pure: ReadonlySet<string> = new Set([
  'core',
  'facts',
  'causes',
  'redactors',
  'report',
  'check',
  'check/index.ts',
  'check/text/body.ts',
  'check/fix.ts',
  'check/response',
  'capture/request',
  'capture/text',
  'client/retry/budget.ts',
  'client/retry/breaker.ts',
  'ramp',
]);

/** Folders of one height, which must not know each other. */
const siblings: ReadonlySet<string> = new Set(['proxy', 'simulator']);

const importStatement = /^(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Says where a source file imports what its folder must not know; `path` is relative to src/, with slashes. */
export function layerComplaints(path: string, source: string): readonly string[] {
  const folder = layerOf(path);
  if (folder === undefined) return [];
  const complaints: string[] = [];
  for (const [, from, lazily] of source.matchAll(importStatement)) {
    const specifier = from ?? lazily ?? '';
    const because = objection(folder, path, specifier);
    if (because !== undefined) complaints.push(`src/${path} imports ${specifier}: ${because}`);
  }
  return complaints;
}

function objection(folder: string, path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.'))
    return pure.has(folder) ? `${folder} is pure and imports only our own files` : undefined;
  const target = posix.join(posix.dirname(path), specifier);
  const other = layerOf(target);
  if (other === undefined) return target.startsWith('..') ? undefined : `${folder} must not know the entry points`;
  if (other === folder) return undefined;
  if (siblings.has(folder) && siblings.has(other)) return `${folder} and ${other} stand side by side`;
  return layers.indexOf(other) < layers.indexOf(folder) ? undefined : `${folder} stands below ${other}`;
}

/** The layer that a file belongs to; files directly in src/ are entry points and belong to none. */
function layerOf(path: string): string | undefined {
  if (!path.includes('/')) return undefined;
  const [closest] = layers
    .filter((layer) => `${path}/`.startsWith(`${layer}/`))
    .toSorted((a, b) => b.length - a.length);
  return closest ?? unknownFolder(path);
}

function unknownFolder(path: string): string | undefined {
  if (path.startsWith('..')) return undefined;
  throw new Error(`src/${path} is in a folder that has no place in scripts/checks/layers.ts yet.`);
}

/** Every source file keeps to its layer; tests may look anywhere. */
export const layersCheck: Check = {
  name: 'layers',
  run: async () => {
    const source = join(root, 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll(sep, '/'))
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
    return noneOf(files.flatMap((path) => layerComplaints(path, readFileSync(join(source, path), 'utf8'))));
  },
};
