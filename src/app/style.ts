import { colorPainter, plainPainter } from '../report/paint.ts';
import type { TextStyle } from '../report/verdict-text.ts';
import type { Host } from './operation.ts';

/** How text is laid out for this host: its colors, and a width that can still be read. */
export function textStyle(host: Host): TextStyle {
  return { paint: host.color ? colorPainter : plainPainter, width: Math.min(100, Math.max(40, host.columns)) };
}

/**
 * The same for text that goes to standard error. Colors are for a terminal; where standard error leads elsewhere, as into
 * a file, the terminal of standard output does not count.
 */
export function asideStyle(host: Host): TextStyle {
  const isElsewhere = host.outIsTerminal && !host.errIsTerminal && (host.env['FORCE_COLOR'] ?? '') === '';
  return isElsewhere ? { ...textStyle(host), paint: plainPainter } : textStyle(host);
}
