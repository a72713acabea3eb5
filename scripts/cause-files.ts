import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CauseExamples } from '../src/causes/examples.ts';
import type { Cause } from '../src/core/cause.ts';

/** The folder of all causes. */
export const causesFolder = join(import.meta.dirname, '..', 'src', 'causes');

/** A cause with the folder and the file that declare it, and its examples. */
export interface CauseFile {
  readonly id: string;
  readonly folder: string;
  readonly cause: Cause;
  readonly examples: CauseExamples;
}

/** Loads every cause from its file, with the examples beside it; a cause without examples has none to show. */
export async function loadCauseFiles(): Promise<readonly CauseFile[]> {
  const files = readdirSync(causesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(join(causesFolder, entry.name))
        .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
        .map((name) => ({ folder: entry.name, id: name.slice(0, -'.ts'.length) })),
    );
  const sorted = files.toSorted((a, b) => a.id.localeCompare(b.id));
  return Promise.all(sorted.map(({ folder, id }) => load(folder, id)));
}

async function load(folder: string, id: string): Promise<CauseFile> {
  const module: Record<string, unknown> = await importFile(join(causesFolder, folder, `${id}.ts`));
  const cause = Object.values(module).find(isCause);
  if (!cause) throw new Error(`src/causes/${folder}/${id}.ts exports no cause`);
  const beside = join(causesFolder, folder, `${id}.examples.ts`);
  const examples = existsSync(beside) ? Object.values(await importFile(beside)).find(isExamples) : undefined;
  return { id, folder, cause, examples: examples ?? { matches: [], spares: [] } };
}

async function importFile(path: string): Promise<Record<string, unknown>> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href);
  return Object.fromEntries(Object.entries(typeof module === 'object' && module !== null ? module : {}));
}

function isCause(value: unknown): value is Cause {
  return typeof value === 'object' && value !== null && 'examine' in value && 'signs' in value;
}

function isExamples(value: unknown): value is CauseExamples {
  return typeof value === 'object' && value !== null && 'matches' in value && 'spares' in value;
}
