/** Colors as functions; the plain painter leaves text as it is, so that the words never depend on colors. */
export interface Painter {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly code: (text: string) => string;
}

const asIs = (text: string): string => text;

/** No colors. */
export const plainPainter: Painter = { strong: asIs, faint: asIs, bad: asIs, good: asIs, warn: asIs, code: asIs };

function sgr(open: number, close: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`);
}

/** The eight basic colors, which every terminal theme keeps readable. */
export const colorPainter: Painter = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  bad: sgr(31, 39),
  good: sgr(32, 39),
  warn: sgr(33, 39),
  code: sgr(36, 39),
};
