import { isArray, isObject } from '../core/json.ts';
import type { Redacted, Redaction } from './marker.ts';

/** A redaction inside a parsed value. */
export interface PlacedRedaction extends Redaction {
  /** The path of the text that held the secret: `messages.0.content`. */
  readonly path: string;
}

/** A parsed value without its secrets, and what was taken out. */
export interface RedactedValue {
  readonly value: unknown;
  readonly redactions: readonly PlacedRedaction[];
}

/** Redacts every text and number of a parsed value; a member is looked at together with its name. */
export function redactedValue(value: unknown, redact: (text: string) => Redacted): RedactedValue {
  const redactions: PlacedRedaction[] = [];
  const textAt = (text: string, path: string): string => {
    const { text: safe, redactions: found } = redact(text);
    for (const one of found) redactions.push({ ...one, path });
    return safe;
  };
  const memberAt = (name: string, member: string, path: string): string => {
    const alone = textAt(member, path);
    if (alone !== member || member.length < 4) return alone;
    // The name may say that its value is a secret, as it does in the text of a JSON document.
    const opening = `${JSON.stringify(name)}:`;
    const { redactions: found } = redact(`${opening}${JSON.stringify(member)}`);
    const held = found.find(({ at }) => at >= opening.length);
    if (!held) return member;
    redactions.push({ ...held, at: 0, length: member.length, path });
    return redactedWhole(redact, opening, member);
  };
  const walk = (one: unknown, path: string): unknown => {
    if (typeof one === 'string') return textAt(one, path);
    if (typeof one === 'number') return Number.isSafeInteger(one) && one > 1e11 ? numberAt(one, path) : one;
    if (isArray(one)) return pairOf(one, path) ?? one.map((item, index) => walk(item, joined(path, String(index))));
    if (!isObject(one)) return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, member]) => {
        const safeName = textAt(name, path);
        const at = joined(path, safeName);
        return [safeName, typeof member === 'string' ? memberAt(nameOf(one, name), member, at) : walk(member, at)];
      }),
    );
  };
  const numberAt = (number: number, path: string): unknown => {
    const safe = textAt(String(number), path);
    return safe === String(number) ? number : safe;
  };
  const pairOf = (items: readonly unknown[], path: string): unknown => {
    const [name, member] = items;
    if (items.length !== 2 || typeof name !== 'string' || typeof member !== 'string') return undefined;
    return [textAt(name, joined(path, '0')), memberAt(name, member, joined(path, '1'))];
  };
  return { value: walk(value, ''), redactions };
}

/** HAR and others write a header as `{ name, value }`. */
function nameOf(holder: Readonly<Record<string, unknown>>, name: string): string {
  const own = holder['name'];
  return name === 'value' && typeof own === 'string' ? own : name;
}

function redactedWhole(redact: (text: string) => Redacted, opening: string, member: string): string {
  const { text } = redact(`${opening}${JSON.stringify(member)}`);
  return text.slice(opening.length).replace(/^"|"$/g, '');
}

function joined(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}
