import type { Evidence } from '../core/evidence.ts';
import { isArray, isObject } from '../core/json.ts';
import { prepareCause, type PreparedCause, type SqueezedSign } from '../core/signs.ts';
import { alwaysCandidates, exactGates, familyGates, loaders, signLines } from './candidates.generated.ts';
import { exactMembers, exactValues } from './gates.ts';

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
  const lines = signLines.split('\v');
  const squeezed = evidence.reading?.squeezed ?? '';
  const specific = new Set([...alwaysCandidates, ...opened(exactGates, evidence)]);
  for (const [index, line] of lines.entries()) {
    if (!specific.has(index) && line.split('\n').some((sign) => isSaid(plain(sign), squeezed))) specific.add(index);
  }
  const load = async (found: Iterable<number>): Promise<readonly PreparedCause[]> =>
    Promise.all([...found].toSorted((a, b) => a - b).map((index) => loaded(index, lines[index] ?? '')));
  return {
    specific: await load(specific),
    families: () => load(new Set(opened(familyGates, evidence).filter((index) => !specific.has(index)))),
  };
}

async function loaded(index: number, line: string): Promise<PreparedCause> {
  const load = loaders[index];
  if (!load) throw new Error(`There is no cause ${index}.`);
  return prepareCause(await load(), plain(line).split('\n').map(signOf));
}

/** Undoes the escapes of characters beyond Latin-1. */
function plain(line: string): string {
  return line.includes('\\')
    ? line.replaceAll(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : line;
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
function opened(gatesText: string, evidence: Evidence): readonly number[] {
  const gates: unknown = JSON.parse(gatesText);
  const values = exactValues(evidence);
  return exactMembers.flatMap((kind) => {
    const lists = isObject(gates) ? gates[kind] : undefined;
    return values[kind].flatMap((value) => {
      const list = isObject(lists) && Object.hasOwn(lists, value) ? lists[value] : undefined;
      return isArray(list) ? list.filter((index) => typeof index === 'number') : [];
    });
  });
}
