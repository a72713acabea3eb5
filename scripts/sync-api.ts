import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateStructure } from './sync-api/generate.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
writeFileSync(
  join(root, 'src/facts/structure.generated.ts'),
  generateStructure(join(root, 'node_modules/@anthropic-ai/sdk')),
);
