/** Writes src/causes/index.ts, the list of all causes, from the files in src/causes/<locus>/. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', 'src', 'causes');

/** The text of src/causes/index.ts for the cause files that are there. */
export function causesIndex(): string {
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) =>
      readdirSync(join(root, folder.name))
        .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
        .map((name) => ({ folder: folder.name, id: name.slice(0, -3) })),
    )
    .toSorted((a, b) => `${a.folder}/${a.id}`.localeCompare(`${b.folder}/${b.id}`));
  const imports = files.map(({ folder, id }) => `import { ${constantOf(id)} } from './${folder}/${id}.ts';`);
  const names = files.map(({ id }) => `  ${constantOf(id)},`);
  return [
    '// Written by `npm run sync:causes`; do not edit.',
    "import type { Cause } from '../core/cause.ts';",
    ...imports,
    '',
    '/** Every cause that Faultline knows. */',
    'export const causes: readonly Cause[] = [',
    ...names,
    '];',
    '',
  ].join('\n');
}

/** `tool-result-missing` is exported as `toolResultMissing`. */
function constantOf(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

if (import.meta.main) writeFileSync(join(root, 'index.ts'), causesIndex());
