import { hang } from '../layout.ts';
import type { TextStyle } from '../verdict-text.ts';
import type { Missing } from './missing.ts';

/** What there is to say of a report that was written. */
export interface WrittenReport {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  readonly digest: string;
  readonly redactions: Readonly<Record<string, number>>;
  readonly missing: readonly Missing[];
}

const label = (text: string): string => `  ${text.padEnd(11)}`;

/** Where the report is, what was taken out of it, and what support will still ask for. */
export function writtenText(
  { path, files, bytes, digest, redactions, missing }: WrittenReport,
  { paint, width }: TextStyle,
): string {
  const counts = Object.entries(redactions).map(([kind, count]) => `${count} ${kind}`);
  const lines = [
    ...hang(paint.good('✓ '), paint.strong(`${path} (${files} files, ${Math.ceil(bytes / 1000)} kB)`), width),
    ...hang(label('Redacted'), counts.length === 0 ? 'nothing' : counts.join(', '), width),
    ...hang(label('Digest'), `${digest} (the hash of its manifest)`, width),
    ...missing.flatMap(({ what, how }, at) => hang(label(at === 0 ? 'Missing' : ''), `${what}. ${how}`, width)),
    '',
    ...hang('  ', 'Look through report.md before you send it.', width),
  ];
  return `${lines.join('\n')}\n`;
}
