import type { Rerun } from '../../core/support-report.ts';
import type { Verdict } from '../../core/verdict.ts';
import { hang } from '../layout.ts';
import { verdictText, type TextStyle } from '../verdict-text.ts';
import { visible } from '../visible.ts';
import { rerunText } from './steps.ts';

/** What came of opening a report: plain data. */
export interface OpenedReport {
  readonly name: string;
  /** As it says itself. */
  readonly madeAt: string;
  readonly madeWith: string;
  readonly openedWith: string;
  readonly incident: string;
  readonly at: string;
  readonly digest: string;
  /** Where its files are not what its manifest says. */
  readonly changes: readonly string[];
  /** By the rules of today. */
  readonly verdict: Verdict;
  /** The cause that it was taken for when the report was made. */
  readonly was: string;
  readonly reruns: readonly Rerun[];
  /** What differs between there and here; absent where the report does not say how it was there. */
  readonly differences?: readonly string[];
}

const label = (text: string): string => `  ${text.padEnd(11)}`;

/** An opened report on a screen: whether it is whole, what it means today, how its request ends here. */
export function openedText(opened: OpenedReport, style: TextStyle): string {
  const { name, madeAt, madeWith, openedWith, incident, at, digest, changes, verdict, was, reruns, differences } =
    opened;
  const { paint, width } = style;
  const row = (word: string, text: string): readonly string[] => hang(label(word), visible(text), width);
  const rows = (word: string, texts: readonly string[]): readonly string[] =>
    texts.flatMap((text, index) => row(index === 0 ? word : '', text));
  const now = verdict.findings[0]?.cause ?? 'unknown';
  const head = changes.length === 0 ? paint.good('✓ ') : paint.bad('✗ ');
  const whole = changes.length === 0 ? 'every file is as it was made' : 'it is not as it was made';
  const lines = [
    ...hang(head, paint.strong(visible(`${name}: ${whole}`)), width),
    ...rows('Changed', changes),
    ...row('Incident', `${incident}, ${at}`),
    ...row('Made', `${madeAt}, with Faultline ${madeWith}`),
    ...row('Digest', digest),
    '',
    verdictText(verdict, style).trimEnd(),
    '',
    ...row(
      'Then',
      was === now
        ? `Faultline ${madeWith} found the same cause.`
        : `Faultline ${madeWith} found ${was}; ${openedWith} finds ${now}.`,
    ),
    ...rows(
      'Again',
      reruns.map((rerun) => `${rerun.by}: ${rerunText(rerun).replaceAll('`', '')}`),
    ),
    ...rows(
      'Here',
      differences === undefined
        ? []
        : differences.length === 0
          ? ['The same system, versions and settings.']
          : differences,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
