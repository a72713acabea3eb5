/** What numbers are made of, in groups with single gaps between them, and what they begin with. */
export interface NumberKind {
  /** A character of it is 1, a gap 2, and one that a number can begin with 3. */
  readonly classes: DataView;
  readonly least: number;
}

const digitsKind = numberKind(14, '0123456789', ' -', '3456');
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const capitalsKind = numberKind(15, `${capitals}0123456789`, ' ', capitals);

function numberKind(least: number, characters: string, gaps: string, first: string): NumberKind {
  const view = new DataView(new ArrayBuffer(256));
  for (const [value, of] of [characters, gaps, first].entries())
    for (let at = 0; at < of.length; at++) view.setUint8(of.charCodeAt(at), value + 1);
  return { classes: view, least };
}

/** A search for numbers of a kind: where those were found begin and end, in turn, and where the last that was looked at ends. */
export interface NumberSearch {
  readonly kind: NumberKind;
  readonly stretches: number[];
  to: number;
}

/** Searches for numbers of cards and accounts. */
export function numberSearches(
  digits: number[],
  capitals: number[],
): readonly [digits: NumberSearch, capitals: NumberSearch] {
  return [
    { kind: digitsKind, stretches: digits, to: 0 },
    { kind: capitalsKind, stretches: capitals, to: 0 },
  ];
}
