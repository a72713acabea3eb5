import type { Remedy } from '../core/cause.ts';
import { hang } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';

/** Remedies as a numbered list, what is to be typed on lines of its own so that it can be copied. */
export function remedyLines(remedies: readonly Remedy[], indent: string, style: TextStyle): readonly string[] {
  return remedies.flatMap((remedy, at) => stepLines(remedy, `${indent}${at + 1}. `, style));
}

function stepLines({ action, run }: Remedy, label: string, { paint, width }: TextStyle): readonly string[] {
  const step = hang(label, action, width);
  if (run === undefined) return step;
  return step.concat(run.split('\n').map((line) => ' '.repeat(label.length) + paint.code(line)));
}
