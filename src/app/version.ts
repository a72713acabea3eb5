import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in package.json, which lies one folder above the program, built or not. */
export function version(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const parsed: unknown = JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
      if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
    } catch {
      // Not there; the other place has it.
    }
  }
  return 'unknown';
}
