import type { Evidence } from '../core/evidence.ts';
import { prepareCause, type PreparedCause, type SqueezedSign } from '../core/signs.ts';
import { alwaysCandidates, causesOfShortSigns } from './candidates.generated.ts';
import { exactMembers, exactValues, gateName } from './gates.ts';
import { causesWithPieceIn } from './sign-index.ts';
import { exactGates, familyGates, loadCause, signIndex, signsOf } from './table.ts';

/** The causes that can fit an evidence. */
export interface Candidates {
  /** Those of which a sign can hold that is more than a bare status or type, ready to be asked. */
  readonly specific: readonly PreparedCause[];
  /** Loads the others, of which only a bare status or type can hold; they tell nothing beside a likely specific one. */
  readonly families: () => Promise<readonly PreparedCause[]>;
}

/**
 * Loads the causes of which a sign can hold for this evidence; the others would all be ruled out. So one error costs the
 * loading of a few causes, not of all.
 */
export async function loadCandidates(evidence: Evidence): Promise<Candidates> {
  const squeezed = evidence.reading?.squeezed ?? '';
  const specific = new Set([...alwaysCandidates, ...opened(exactGates, evidence)]);
  for (const index of [...causesWithPieceIn(squeezed, signIndex), ...causesOfShortSigns]) {
    if (!specific.has(index) && linesOf(index).some((sign) => isSaid(sign, squeezed))) specific.add(index);
  }
  return {
    specific: await prepared(specific),
    families: () => prepared(new Set(opened(familyGates, evidence).filter((index) => !specific.has(index)))),
  };
}

async function prepared(found: ReadonlySet<number>): Promise<readonly PreparedCause[]> {
  return Promise.all(
    [...found]
      .toSorted((a, b) => a - b)
      .map(async (index) => prepareCause(await loadCause(index), linesOf(index).map(signOf))),
  );
}

/** The signs of a cause, a line each, without the escapes of characters beyond Latin-1. */
function linesOf(index: number): readonly string[] {
  const signs = signsOf(index);
  const plain = signs.includes('\\')
    ? signs.replaceAll(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : signs;
  return plain.split('\n');
}

/** Whether the text has every fragment of a sign that needs nothing else; the longest and rarest stands first. */
function isSaid(line: string, squeezed: string): boolean {
  const end = line.indexOf('\t');
  if (end < 0) return line !== '' && line !== '!' && squeezed.includes(line);
  if (line.endsWith('\t!') || !squeezed.includes(line.slice(0, end))) return false;
  const { says, unless } = signOf(line);
  return (
    says.every((fragment) => squeezed.includes(fragment)) && !unless.some((fragment) => squeezed.includes(fragment))
  );
}

function signOf(line: string): SqueezedSign {
  const parts = line.split('\t').filter((part) => part !== '' && part !== '!');
  return {
    says: parts.filter((part) => !part.startsWith('\f')),
    unless: parts.filter((part) => part.startsWith('\f')).map((part) => part.slice(1)),
  };
}

/** The causes to which what the evidence states exactly opens a gate. */
function opened(gates: string, evidence: Evidence): readonly number[] {
  const values = exactValues(evidence);
  return exactMembers.flatMap((kind) => values[kind].flatMap((value) => causesAt(gates, gateName(kind, value))));
}

/** The list is searched as text: to make objects of all its names would take longer than all else that is done here. */
function causesAt(gates: string, name: string): readonly number[] {
  const line = gates.indexOf(name);
  if (line < 0) return [];
  const start = line + name.length;
  return gates.slice(start, gates.indexOf('\n', start)).split(' ').map(Number);
}
