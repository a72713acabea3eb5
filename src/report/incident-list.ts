import type { IncidentSummary } from '../core/incident.ts';
import { hang } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';

const mostShown = 3;

/** Incidents by cause and kind of request, the group with the newest first; `cause` is what alone was asked for. */
export function incidentListText(
  lines: readonly IncidentSummary[],
  place: string,
  { paint, width }: TextStyle,
  cause?: string,
): string {
  const none = `No incidents${cause === undefined ? '' : ` of ${cause}`} in ${place}.`;
  if (lines.length === 0) return `${hang('', none, width).join('\n')}\n`;
  const groups = new Map<string, IncidentSummary[]>();
  for (const line of lines) groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  const texts = [...groups.values()].flatMap((group) => groupLines(group, { paint, width }));
  return `${texts.join('\n')}\n`;
}

function groupLines(group: readonly IncidentSummary[], { paint, width }: TextStyle): readonly string[] {
  const [newest] = group;
  if (!newest) return [];
  const count = `${String(group.length).padStart(6)}  `;
  const below = ' '.repeat(count.length);
  const shown = group
    .slice(0, mostShown)
    .flatMap(({ id, at, status, model }) =>
      fieldLines(
        below,
        [
          id,
          at.replace(/\.\d+Z$/, 'Z'),
          ...(status === undefined ? ['no answer'] : [String(status)]),
          ...(model === undefined ? [] : [visible(model)]),
        ],
        width,
      ),
    );
  const more = group.length - mostShown;
  return [
    ...hang(count, paint.strong(newest.title), width),
    ...hang(below, paint.faint(visible(newest.group)), width),
    ...shown,
    ...(more > 0 ? [`${below}and ${more} more`] : []),
  ];
}

/** Fields side by side, and further in on the next line where there is no room for one. */
function fieldLines(indent: string, fields: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    const longer = `${last}  ${field}`;
    if (last === undefined) lines.push(indent + field);
    else if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(`${indent}  ${field}`);
  }
  return lines;
}
