import type { Evidence } from '../core/evidence.ts';
import { isArray, isObject } from '../core/json.ts';
import { prepareCause, type PreparedCause, type SqueezedSign } from '../core/signs.ts';
import { alwaysCandidates, exactGates, loaders, signLines } from './candidates.generated.ts';
import { exactMembers, exactValues } from './gates.ts';

/**
 * Loads the causes of which a sign can hold for this evidence, ready to be asked; the others would all be ruled out.
 * So one error costs the loading of a few causes, not of all.
 */
export async function loadCandidates(evidence: Evidence): Promise<readonly PreparedCause[]> {
  const lines = signLines.split('\v');
  const found = new Set([...alwaysCandidates, ...openExactly(evidence)]);
  const squeezed = evidence.reading?.squeezed ?? '';
  for (const [index, line] of lines.entries()) {
    if (!found.has(index) && line.split('\n').some((sign) => isSaid(sign, squeezed))) found.add(index);
  }
  const chosen = [...found].toSorted((a, b) => a - b);
  return Promise.all(
    chosen.flatMap((index) => {
      const load = loaders[index];
      return load ? [load().then((cause) => prepareCause(cause, (lines[index] ?? '').split('\n').map(signOf)))] : [];
    }),
  );
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
function openExactly(evidence: Evidence): readonly number[] {
  const gates: unknown = JSON.parse(exactGates);
  const values = exactValues(evidence);
  return exactMembers.flatMap((kind) => {
    const lists = isObject(gates) ? gates[kind] : undefined;
    return values[kind].flatMap((value) => {
      const list = isObject(lists) && Object.hasOwn(lists, value) ? lists[value] : undefined;
      return isArray(list) ? list.filter((index) => typeof index === 'number') : [];
    });
  });
}
